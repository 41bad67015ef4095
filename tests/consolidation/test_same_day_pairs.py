"""Two acts of one day: whichever of them has the lower number, the text is the same, for each pair of changes.

The changes stand in ``pairs/LANG.txt``: "# base" is the act before, each "# …" a change, as sentences of an order,
"# (annex)" the annex by which one of them sets an annex anew. What is applied gives the text that the acts give when
they enter into force on two days, in either order; where that differs neither is applied. Which pairs those are, and
why, is told in ``pairs/apart.txt`` (a pair of one language only is marked); all others are applied.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import Consolidation, consolidate
from lexkz.languages.detect import Lang
from lexkz.structure import Act
from tests.consolidation.heads import HEADS
from tests.consolidation.written import shown, typed

pytestmark = pytest.mark.combined

_FOLDER = Path(__file__).parent / "pairs"
_WITHIN = {
    "rus": "в Тестовых правилах учёта образцов, утвержденных указанным приказом:\n",
    "kaz": "көрсетілген бұйрықпен бекітілген Үлгілерді есепке алудың сынақ қағидаларында:\n",
}
_CLAUSE = {
    "rus": "2. Настоящий приказ вводится в действие с {} марта 2021 года.\n",
    "kaz": "2. Осы бұйрық 2021 жылғы {} наурыздан бастап қолданысқа енгізіледі.\n",
}
_BY_ANNEX = ("согласно приложению", "қосымшаға сәйкес")
_DONE = ("applied", "already")


@cache
def _blocks(lang: Lang) -> dict[str, str]:
    written = re.split(r"(?m)^# ", (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8"))[1:]
    return {head: body for head, _, body in (block.partition("\n") for block in written)}


def _changes(lang: Lang) -> list[str]:
    return [name for name in _blocks(lang) if name not in ("base", "(annex)")]


@cache
def _base(lang: Lang) -> Act:
    return typed(HEADS[lang, "order"][0] + _blocks(lang)["base"], lang)


@cache
def _order(change: str, number: int, day: int, lang: Lang) -> tuple[Act, Reading]:
    head = HEADS[lang, "order"][1].replace("№ 11", f"№ {number}").replace("22300", f"223{number}")
    said = _blocks(lang)[change]
    annex = _blocks(lang)["(annex)"].format(n=number) if any(words in said for words in _BY_ANNEX) else ""
    return annotate(typed(f"{head}{_WITHIN[lang]}{said}\n{_CLAUSE[lang].format(day)}{annex}", lang))


def _together(lang: Lang, *orders: tuple[str, int, int]) -> Consolidation:
    return consolidate(_base(lang), [_order(*order, lang) for order in orders])


def _all_done(made: Consolidation) -> bool:
    return all(outcome.outcome in _DONE for outcome in made.report.commands)


@cache
def _apart(lang: Lang) -> dict[tuple[str, str], str]:
    """The pairs of changes that are not both applied, with the codes that say why."""
    lines = (_FOLDER / "apart.txt").read_text(encoding="utf-8").splitlines()
    here = (line.removesuffix(f" ({lang})") for line in lines)
    told = (line.partition(" → ") for line in here if not line.endswith(")"))
    return {(pair.partition(" | ")[0], pair.partition(" | ")[2]): codes for pair, _, codes in told}


def _codes(made: Consolidation) -> str:
    return " ".join(sorted({one.code.partition(".")[2] for one in made.report.findings if one.severity == "error"}))


_CASES = [pytest.param(lang, name, id=f"{lang}: {name}") for lang in ("rus", "kaz") for name in _changes(lang)]


@pytest.mark.parametrize(("lang", "one"), _CASES)
def test_each_change_alone_is_applied(lang: Lang, one: str) -> None:
    assert _all_done(_together(lang, (one, 11, 10)))


@pytest.mark.parametrize(("lang", "one"), _CASES)
def test_the_numbers_of_two_acts_of_one_day_decide_nothing(lang: Lang, one: str) -> None:
    changes = _changes(lang)
    own = changes.index(one)
    for place, two in enumerate(changes[own:], start=own):
        if place != own and (own + place) % 2 == (lang == "rus"):
            # Each pair in one of the languages, which have the same changes: all in both take a minute.
            continue
        made = _together(lang, (one, 11, 10), (two, 12, 10))
        other = _together(lang, (two, 11, 10), (one, 12, 10))
        assert shown(made.act) == shown(other.act), two
        assert made.report.proofs.hold, (two, made.report.findings)
        assert _codes(made) == _apart(lang).get((one, two), ""), two
        if not _all_done(made):
            continue
        if one == two:
            # What is said twice on one day is done once.
            assert [each.outcome for each in made.report.commands].count("applied") == len(made.report.commands) // 2
            assert shown(made.act) == shown(_together(lang, (one, 11, 10)).act)
            continue
        for first, second in ((one, two), (two, one)):
            one_by_one = _together(lang, (first, 11, 10), (second, 12, 11))
            assert one_by_one.report.proofs.hold, (first, second, one_by_one.report.findings)
            assert not _all_done(one_by_one) or shown(one_by_one.act) == shown(made.act), two


def test_both_languages_have_the_same_changes() -> None:
    assert _changes("rus") == _changes("kaz")
