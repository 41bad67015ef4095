"""A corner mark that speaks of another annex or document than its command: the finding says what each of them names."""

import pytest

from lexkz.akn import meta
from lexkz.akn.namespace import E
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
    identity = meta.Identity("rus", "order", "mz", "2021-03-05", number, "Тестовый приказ", "2021-03-05")
    attachments = [
        E.attachment(
            E.doc(E.preface(E.container(E.p(mark), name="cornerMark")), E.mainBody(*(E.p(text) for text in texts))),
            eId=eid,
        )
        for eid, mark, texts in (("att_1", first, ()), ("att_4", second, ("Нормы",)))
    ]
    made = E.akomaNtoso(
        E.act(meta.main_meta(identity, show_as="Тестовый приказ"), E.body(), E.attachments(*attachments))
    )
    taken = annex(made, "1")
    assert taken is not None
    assert taken.get("eId") == found
