"""A second act changes what the first one made: at once, one after the other, or on one day, the text is the same.

The changes stand in ``chains/LANG.txt``: "# base" is the act before, each "# first: …" what a first act does to it,
each "# second: …" what a second one does to that. The proofs hold whatever is applied, and nothing is left unjudged.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import Consolidation, consolidate
from lexkz.languages.detect import Lang
from lexkz.structure import Act
from tests.consolidation.heads import HEADS
from tests.consolidation.test_same_day_pairs import _CLAUSE, _WITHIN
from tests.consolidation.written import shown, typed

pytestmark = pytest.mark.combined

_FOLDER = Path(__file__).parent / "chains"


@cache
def _blocks(lang: Lang) -> dict[str, str]:
    written = re.split(r"(?m)^# ", (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8"))[1:]
    return {head: body for head, _, body in (block.partition("\n") for block in written)}


def _names(lang: Lang, which: str) -> list[str]:
    return [name for name in _blocks(lang) if name.startswith(f"{which}: ")]


@cache
def _base(lang: Lang) -> Act:
    return typed(HEADS[lang, "order"][0] + _blocks(lang)["base"], lang)


@cache
def _order(name: str, number: int, day: int, lang: Lang) -> tuple[Act, Reading]:
    head = HEADS[lang, "order"][1].replace("№ 11", f"№ {number}").replace("22300", f"223{number}")
    return annotate(typed(f"{head}{_WITHIN[lang]}{_blocks(lang)[name]}\n{_CLAUSE[lang].format(day)}", lang))


@cache
def _after_first(name: str, lang: Lang) -> Consolidation:
    return consolidate(_base(lang), [_order(name, 11, 10, lang)])


def _proved(made: Consolidation) -> None:
    assert made.report.proofs.hold, made.report.findings
    unjudged = [found.message.eng for found in made.report.findings if found.code == "consolidate.content_unjudged"]
    assert not unjudged
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()


_CASES = [pytest.param(lang, name, id=f"{lang}: {name}") for lang in ("rus", "kaz") for name in _names(lang, "first")]


@pytest.mark.parametrize(("lang", "first"), _CASES)
def test_what_the_first_act_does_is_done_and_proved(lang: Lang, first: str) -> None:
    made = _after_first(first, lang)
    assert {one.outcome for one in made.report.commands} == {"applied"}
    _proved(made)


@pytest.mark.parametrize(("lang", "first"), _CASES)
def test_a_second_act_changes_what_the_first_made(lang: Lang, first: str) -> None:
    begun = _after_first(first, lang)
    for second in _names(lang, "second"):
        later = _order(second, 12, 11, lang)
        both = consolidate(_base(lang), [_order(first, 11, 10, lang), later])
        apart = consolidate(begun.act, [later])
        assert shown(both.act) == shown(apart.act), second
        _proved(both)
        _proved(apart)


@pytest.mark.parametrize(("lang", "first"), _CASES)
def test_on_one_day_a_second_act_gives_the_same_or_waits(lang: Lang, first: str) -> None:
    for second in _names(lang, "second"):
        made = consolidate(_base(lang), [_order(first, 11, 10, lang), _order(second, 12, 10, lang)])
        _proved(made)
        later = consolidate(_base(lang), [_order(first, 11, 10, lang), _order(second, 12, 11, lang)])
        done = [one.outcome for one in made.report.commands]
        if done == [one.outcome for one in later.report.commands]:
            assert shown(made.act) == shown(later.act), second
        else:
            assert "refused" in done, second


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_each_second_change_has_a_first_that_lets_it_be_applied(lang: Lang) -> None:
    for second in _names(lang, "second"):
        later = _order(second, 12, 11, lang)
        outcomes = [
            consolidate(_after_first(first, lang).act, [later]).report.commands for first in _names(lang, "first")
        ]
        assert any({one.outcome for one in each} == {"applied"} for each in outcomes), second


def test_both_languages_have_the_same_chains() -> None:
    assert list(_blocks("rus")) == list(_blocks("kaz"))
