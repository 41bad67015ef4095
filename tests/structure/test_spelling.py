"""Letters in two characters, other hyphens, places to hyphenate: read as what they show, kept as they are printed."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import lexkz
from lexkz.akn.namespace import q
from lexkz.amendment.annotate import annotate
from lexkz.consolidation.report import Report
from lexkz.languages.detect import Lang
from lexkz.publication import export_text
from lexkz.reading.blocks import Source
from lexkz.reading.source import read_text
from lexkz.structure import build
from tests.consolidation.heads import HEADS as HEADS_OF_CASES
from tests.consolidation.written import Case, cases

HEADS = {
    "rus": 'О внесении изменений в приказ Министра труда от 5 мая 2023 года № 17 "Об утверждении Правил учёта"\n\n'
    "Приказ Министра юстиции от 5 июня 2024 года № 20\n\nПРИКАЗЫВАЮ:\n\n"
    '1. Внести в приказ Министра труда от 5 мая 2023 года № 17 "Об утверждении Правил учёта" следующие изменения:\n\n',
    "kaz": '"Есепке алу қағидаларын бекіту туралы" Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығына өзгерістер '
    "енгізу туралы\n\nӘділет министрінің 2024 жылғы 5 маусымдағы № 20 бұйрығы\n\nБҰЙЫРАМЫН:\n\n"
    '1. "Есепке алу қағидаларын бекіту туралы" Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығына мынадай '
    "өзгерістер енгізілсін:\n\n",
}
ACTS = {
    "rus": HEADS["rus"] + "пункт 8-1 исключить;\n\nв пункте 9 слова «первый случай» заменить словами «иной случай».\n\n"
    "2. Настоящий приказ вводится в действие со дня подписания.\n",
    "kaz": HEADS["kaz"] + "8-1-тармақ алып тасталсын;\n\n9-тармақтағы «бірінші жағдай» деген сөздер «өзге жай» деген "
    "сөздермен ауыстырылсын.\n\n2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
}


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _hyphenated(text: str) -> str:
    """Put a place to hyphenate into each word of more than six letters, as programs do."""
    words = text.split(" ")
    return " ".join(f"{word[:3]}\u00ad{word[3:]}" if len(word) > 6 and word.isalpha() else word for word in words)


def _zero_width(text: str) -> str:
    return re.sub(r"(?<=[^\W\d]) ", "\u200b ", text)


def _unbroken(text: str) -> str:
    return text.replace("-", "\u2011")


def _short(text: str) -> str:
    return text.replace("-", "\u2010")


WAYS = (_apart, _hyphenated, _zero_width, _unbroken, _short)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_commands_are_those_of_the_plain_text_and_the_text_stays_as_printed(
    lang: Lang, way: Callable[[str], str]
) -> None:
    printed = way(ACTS[lang])
    assert printed != ACTS[lang]
    act, reading = annotate(build(read_text(printed, lang=lang)))
    _, plain = annotate(build(read_text(ACTS[lang], lang=lang)))
    assert [(each.action, each.targets) for each in reading.commands] == [
        (each.action, each.targets) for each in plain.commands
    ]
    assert {found.code for found in reading.findings} == {found.code for found in plain.findings}
    assert export_text(act).split() == printed.split()


@pytest.mark.parametrize("way", [_apart, _hyphenated, _unbroken], ids=lambda way: way.__name__)
@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_the_language_is_told_from_such_a_text(lang: Lang, way: Callable[[str], str]) -> None:
    assert read_text(way(ACTS[lang])).lang == lang


def test_a_word_that_is_printed_in_two_ways_keeps_each_in_its_place() -> None:
    text = "О порядке\n\n1. Порядок мой.\n\n2. Порядок мои\u0306.\n\n3. По\u00adрядок мой.\n"
    act = build(read_text(text, lang="rus"))
    assert export_text(act).split("\n")[1:4] == ["1. Порядок мой.", "2. Порядок мои\u0306.", "3. По\u00adрядок мой."]


def test_an_editors_note_keeps_its_letters() -> None:
    text = _apart("О порядке\n\n1. Порядок.\n\nСноска. Пункт 1 в редакции приказа Министра от 01.02.2020 № 5.\n")
    act = build(read_text(text, lang="rus"))
    notes = ["".join(map(str, note.itertext())) for note in act.root.iter(q("note"))]
    assert len(notes) == 1
    assert notes[0].strip() == text.strip().split("\n")[-1]


@pytest.mark.parametrize("printed", ["5\u20111. Текст.", "5\u20121. Текст.", "5\u22121. Текст.", "5\u20431. Текст."])
def test_the_number_of_a_unit_has_one_hyphen_whatever_is_printed(printed: str) -> None:
    act = lexkz.read_text(f"О порядке\n\n5. Порядок.\n\n{printed}\n", lang="rus")
    assert act.unit("para_5-1").text.endswith("Текст.")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_the_same_text_written_so_and_so_differs_in_layout_only(lang: Lang, way: Callable[[str], str]) -> None:
    one, two = lexkz.read_text(ACTS[lang], lang=lang), lexkz.read_text(way(ACTS[lang]), lang=lang)
    assert {kind for hunk in lexkz.compare(one, two).hunks for kind in hunk.types} <= {"layout"}
    assert lexkz.verify(one, two).exact
    assert [found.code for found in lexkz.check(one)] == [found.code for found in lexkz.check(two)]


def _some() -> list[Case]:
    """Every thirtieth case, read anew: a case keeps the base that it has built."""
    return list(cases(Path(__file__).parents[1] / "consolidation" / "fixtures"))[::30]


@pytest.mark.parametrize("way", [_apart, _hyphenated, _unbroken], ids=lambda way: way.__name__)
@pytest.mark.parametrize("changed", ["base", "commands"])
def test_what_is_written_so_is_changed_as_the_plain_text_is(
    changed: str, way: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of an order fit a base that is written in another way, and the other way round."""
    heads = {base.split("\n")[0] for base, _, _ in HEADS_OF_CASES.values()}

    def other(text: str, *, lang: Lang) -> Source:
        of_base = text.split("\n")[0] in heads
        return read_text(way(text) if of_base == (changed == "base") else text, lang=lang)

    plain = [case.consolidated()[0] for case in _some()]
    monkeypatch.setattr("tests.consolidation.written.read_text", other)
    for case, made in zip(_some(), plain, strict=True):
        again, _ = case.consolidated()
        assert _seen(export_text(again.act)) == _seen(export_text(made.act)), case.name
        assert again.report.proofs.hold, case.name
        assert _outcomes(again.report) == _outcomes(made.report), case.name


def _outcomes(report: Report) -> list[str]:
    """A whole act set anew in the same words is there already; written with other letters it is set in these."""
    return [each.outcome.replace("already", "applied") for each in report.commands]


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u2011", "-")
