"""A corner mark that speaks of another annex or document than its command: the finding says what each of them names."""

from copy import deepcopy

import pytest
from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import E, q
from lexkz.amendment.annotate import annotate
from lexkz.amendment.content import annex
from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build
from tests.consolidation.heads import HEADS

_RULES = {
    "rus": (
        "в Правилах учёта, утвержденных указанным приказом:\n\nприложение 4 изложить в новой редакции согласно "
        "приложению к настоящему приказу.\n\n",
        "Министр А. Тестов\n\nПриложение\nк приказу Министра здравоохранения\nот 5 марта 2021 года № 11\n{}\n\n"
        "Нормы\n\n1. Один.\n",
    ),
    "kaz": (
        "көрсетілген бұйрықпен бекітілген Есеп қағидаларында:\n\n4-қосымша осы бұйрыққа қосымшаға сәйкес жаңа "
        "редакцияда жазылсын.\n\n",
        "Министр А. Сынақов\n\nДенсаулық сақтау министрінің\n2021 жылғы 5 наурыздағы\n№ 11 бұйрығына\nқосымша\n{}\n\n"
        "Нормалар\n\n1. Бір.\n",
    ),
}


def _found(lang: Lang, mark: str) -> list[Finding]:
    said, annex = _RULES[lang]
    _, head, clause = HEADS[lang, "order"]
    text = head + said + clause + "\n" + annex.format(mark)
    findings = annotate(build(read_text(text, lang=lang)))[1].findings
    return [each for each in findings if each.severity == "error"]


@pytest.mark.parametrize(
    ("lang", "mark", "code", "both"),
    [
        ("rus", "Приложение 3\nк Правилам учёта", "amend.corner_mark", ("приложение 4", "приложение 3")),
        ("kaz", "Есеп қағидаларына\n3-қосымша", "amend.corner_mark", ("4-қосымша", "3-қосымша")),
        (
            "rus",
            "Приложение 4\nк Инструкции по безопасности",
            "amend.corner_name",
            ("«Правила учёта»", "«Инструкции по безопасности»"),
        ),
        (
            "kaz",
            "Қауіпсіздік нұсқаулығына\n4-қосымша",
            "amend.corner_name",
            ("«Есеп қағидалары»", "«Қауіпсіздік нұсқаулығына»"),
        ),
    ],
)
def test_the_finding_says_what_the_command_and_the_mark_name(
    lang: Lang, mark: str, code: str, both: tuple[str, str]
) -> None:
    (found,) = _found(lang, mark)
    assert (found.code, found.candidates) == (code, both)
    for words in (found.message.kaz, found.message.rus, found.message.eng):
        assert f"{both[0]} ≠ {both[1]}: " in words


@pytest.mark.parametrize(
    ("lang", "mark"), [("rus", "Приложение 4\nк Правилам учёта"), ("kaz", "Есеп қағидаларына\n4-қосымша")]
)
def test_a_mark_that_fits_gives_no_finding(lang: Lang, mark: str) -> None:
    assert _found(lang, mark) == []


_OWN = {
    "rus": (
        "приложение 4 изложить в новой редакции согласно приложению к настоящему приказу.\n\n",
        "Приложение 4\nк {}",
    ),
    "kaz": (
        "4-қосымша осы бұйрыққа қосымшаға сәйкес жаңа редакцияда жазылсын.\n\n",
        "Денсаулық сақтау министрінің\n{}\n4-қосымша",
    ),
}


@pytest.mark.parametrize(
    ("lang", "cited", "both"),
    [
        (
            "rus",
            "решению Министра здравоохранения\nот 10 января 2020 года № 7",
            ("приказ 10.01.2020 № 7", "решение 10.01.2020 № 7"),
        ),
        (
            "rus",
            "приказу Министра здравоохранения\nот 11 января 2020 года № 7",
            ("приказ 10.01.2020 № 7", "приказ 11.01.2020 № 7"),
        ),
        ("kaz", "2020 жылғы 10 қаңтардағы\n№ 7 шешіміне", ("бұйрық 10.01.2020 № 7", "шешім 10.01.2020 № 7")),
        ("kaz", "2020 жылғы 11 қаңтардағы\n№ 7 бұйрығына", ("бұйрық 10.01.2020 № 7", "бұйрық 11.01.2020 № 7")),
    ],
)
def test_of_acts_of_one_number_the_finding_says_what_differs(lang: Lang, cited: str, both: tuple[str, str]) -> None:
    said, mark = _OWN[lang]
    _, head, clause = HEADS[lang, "order"]
    text = head + said + clause + "\n" + _RULES[lang][1].format(mark.format(cited))
    (found,) = [each for each in annotate(build(read_text(text, lang=lang)))[1].findings if each.severity == "error"]
    assert (found.code, found.candidates) == ("amend.corner_name", both)


_FIRST, _OTHER = "Приложение 1 к приказу от 5 марта 2021 года", "Приложение 4 к приказу от 10 января 2020 года № 7"


@pytest.mark.parametrize(
    ("number", "first", "second", "found"),
    [
        # An act that does not say its number: what has no text is the first part of the mark of what follows it …
        (None, _FIRST, _OTHER, "att_4"),
        # … unless the mark is printed twice, above an annex without text and above another one.
        (None, _FIRST, f"{_FIRST} {_OTHER}", "att_1"),
        ("11", f"{_FIRST} № 11", _OTHER, "att_4"),
        ("11", f"{_FIRST} № 11", f"Приложение 2 {_FIRST} № 11", "att_1"),
        ("11", f"{_FIRST} № 111", _OTHER, "att_1"),
    ],
)
def test_a_mark_in_two_parts_can_stand_as_two_attachments(
    number: str | None, first: str, second: str, found: str
) -> None:
    assert _taken(number, _attachment("att_1", first), _attachment("att_4", second, E.p("Нормы"))) == found


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ((), (E.p("Перечень"),)),
        ((E.longTitle(E.p("Перечень")),), ()),
        ((), (E.attachments(E.attachment(E.doc(E.mainBody()))),)),
    ],
    ids=["a text", "a title alone", "annexes of its own"],
)
@pytest.mark.parametrize("number", [None, "11"])
def test_what_has_more_than_a_mark_is_an_annex(
    number: str | None, title: tuple[etree._Element, ...], inside: tuple[etree._Element, ...]
) -> None:
    first = _attachment("att_1", f"{_FIRST} № {number}" if number else _FIRST, *inside)
    first[0][0].extend([deepcopy(each) for each in title])
    assert _taken(number, first, _attachment("att_4", _OTHER, E.p("Нормы"))) == "att_1"


def _attachment(eid: str, mark: str, *inside: etree._Element) -> etree._Element:
    preface = E.preface(E.container(E.p(mark), name="cornerMark"))
    lines = [deepcopy(each) for each in inside if each.tag == q("p")]
    others = [deepcopy(each) for each in inside if each.tag != q("p")]
    return E.attachment(E.doc(preface, E.mainBody(*lines), *others), eId=eid)


def _taken(number: str | None, *attachments: etree._Element) -> str:
    """The eId of what is taken for annex 1 of an act with these annexes."""
    identity = meta.Identity("rus", "order", "mz", "2021-03-05", number, "Тестовый приказ", "2021-03-05")
    act = E.act(meta.main_meta(identity, show_as="Тестовый приказ"), E.body(), E.attachments(*attachments))
    found = annex(E.akomaNtoso(act), "1")
    assert found is not None
    return found.get("eId", "")
