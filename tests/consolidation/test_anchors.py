"""New units beside units: of every kind, in every unit, beside every neighbour: put there, or refused."""

from dataclasses import replace
from itertools import product

import pytest
from lxml import etree

from lexkz.amendment.model import Address, Kind
from lexkz.consolidation import consolidate
from lexkz.consolidation.rulings import Ruling
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build
from tests.consolidation.acts import BASE, amending, command, line, point, sub, table, text, to, unit

pytestmark = pytest.mark.combined

HEADS: dict[Lang, str] = {
    "rus": "О тестовом порядке\n\nПриказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7\n\n"
    "ПРИКАЗЫВАЮ:\n\n",
    "kaz": "Сынақ тәртібі туралы\n\nҚазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы 10 қаңтардағы № 7 "
    "бұйрығы\n\nБҰЙЫРАМЫН:\n\n",
}
CHAPTER: dict[Lang, str] = {"rus": "Глава {0}. Заголовок {0}", "kaz": "{0}-тарау. Тақырып {0}"}
LINES = """{one}

1. Точка один.

2. Точка два:

1) под один;

2) под два:

строка в подпункте;

3) под три.

Часть вторая. Ещё предложение.

Часть третья.

3. Точка три.

{two}

4. Точка четыре.
"""
ENDS = {
    to(("chapter", "1")): "3. Точка три.",
    to(("paragraph", "1")): "1. Точка один.",
    to(("paragraph", "2")): "Часть третья.",
    to(("paragraph", "3")): "3. Точка три.",
    to(("paragraph", "2"), ("subparagraph", "1")): "1) под один;",
    to(("paragraph", "2"), ("subparagraph", "2")): "строка в подпункте;",
    to(("paragraph", "2"), ("subparagraph", "3")): "3) под три.",
    to(("paragraph", "2"), ("alinea", "3")): "2) под два:",
    to(("paragraph", "2"), ("alinea", "5")): "3) под три.",
    to(("paragraph", "2"), ("part", "1")): "3) под три.",
    to(("paragraph", "2"), ("part", "2")): "Часть вторая. Ещё предложение.",
}
"""Each neighbour with the line that ends it."""
OUTER = (
    to(),
    to(("chapter", "1")),
    to(("paragraph", "1")),
    to(("paragraph", "2")),
    to(("paragraph", "2"), ("subparagraph", "2")),
)
KINDS: tuple[Kind, ...] = (
    "chapter",
    "paragraph",
    "subparagraph",
    "part",
    "alinea",
    "sentence",
    "row",
    "table",
    "annex",
)
NUMBERS = (None, "1", "2", "2-1", "3", "4", "5", "5-1")
NEW = "Совсем новое."
_CITED = replace(BASE, title=None)
"""The base as a command of either language cites it: by day and number."""


@pytest.fixture(scope="module")
def bases() -> dict[Lang, Act]:
    return {
        lang: build(
            read_text(
                head + LINES.format(one=CHAPTER[lang].format(1), two=CHAPTER[lang].format(2)),
                lang=lang,
            )
        )
        for lang, head in HEADS.items()
    }


def _content(kind: Kind, number: str | None) -> list[etree._Element]:
    given = number or "9"
    made = {
        "chapter": lambda: unit("chapter", f"Глава {given}.", "", point("90", NEW), heading="Новая"),
        "paragraph": lambda: point(given, NEW),
        "subparagraph": lambda: sub(given, NEW),
        "row": lambda: table([given, NEW]),
        "table": lambda: table([given, NEW]),
    }
    return [made.get(kind, lambda: line(NEW))()]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_unit_stands_beside_the_unit_that_is_named_or_is_refused(
    bases: dict[Lang, Act], lang: Lang, kind: Kind
) -> None:
    before = text(bases[lang])
    assert set(ENDS.values()) <= set(before)
    placed = 0
    # A third of the ways, another third in the other language: all of them take a minute.
    first = (KINDS.index(kind) + (lang == "rus")) % 3
    ways = list(product(OUTER, NUMBERS, ENDS, ("after", "before")))[first::3]
    for outer, number, anchor, position in ways:
        item = command("insert", (*outer, *to((kind, number))), base=_CITED, anchor=anchor, position=position)
        made = consolidate(bases[lang], [amending((item, _content(kind, number)))])
        said = f"{outer} + {kind} {number} {position} {anchor}"
        assert made.report.proofs.hold, said
        outcome = made.report.commands[0].outcome
        errors = {found.code for found in made.report.findings if found.severity == "error"}
        assert outcome == ("refused" if errors else "applied"), said
        if outcome != "applied" or kind == "sentence":
            continue
        placed += 1
        after = list(text(made.act))
        at = next(place for place, one in enumerate(after) if one.endswith(NEW))
        if kind != "chapter":
            beside = after[at - 1] if position == "after" else after[at + 1]
            own = ENDS[anchor] if position == "after" else _begins(anchor)
            assert beside == own, said
    assert placed or kind in ("sentence", "row", "table", "annex")


def _begins(anchor: Address) -> str:
    """The first line of a neighbour: of a unit of several lines that which carries its number."""
    ends = ENDS[anchor]
    firsts = {"Часть третья.": "2. Точка два:", "строка в подпункте;": "2) под два:"}
    if (anchor[-1].kind, anchor[-1].number) == ("part", "1"):
        return "2. Точка два:"
    return firsts.get(ends, ends)


def test_a_ruling_that_the_command_is_right_lets_the_number_decide(bases: dict[Lang, Act]) -> None:
    item = command("insert", to(("paragraph", "5")), base=_CITED, anchor=to(("paragraph", "2")), position="after")
    pair = amending((item, [point("5", NEW)]))
    work = "/akn/kz/act/order/mz/2024-09-30/391"
    ruling = Ruling(work, "cmd_1", "", "apply", "место даёт номер", "А. Тестова", "2024-10-01")
    assert consolidate(bases["rus"], [pair]).report.commands[0].outcome == "refused"
    made = consolidate(bases["rus"], [pair], rulings=[ruling])
    assert made.report.commands[0].outcome == "ruled"
    assert text(made.act)[-1] == f"5. {NEW}"
