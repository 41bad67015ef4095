"""Paragraph and word differences between two expressions of an act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.comparison.align import Pair, align
from lexkz.comparison.types import TYPES, HunkType, change_types
from lexkz.comparison.units import UnitText, unit_texts
from lexkz.comparison.words import Mark, Words, word_diff
from lexkz.languages.detect import Lang
from lexkz.reading.limits import look
from lexkz.structure import Act

HunkKind = Literal["added", "removed", "changed", "moved", "layout"]
"""``layout``: only spaces differ."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One unit that is not the same in both texts."""

    eid: str
    kind: HunkKind
    old: str | None
    new: str | None
    words: Words
    command: str | None
    """IRI of the ``mod`` that made the change, where the new text names it."""
    types: tuple[HunkType, ...] = ()
    """What is changed in it, in the order of :data:`lexkz.comparison.types.TYPES`: a change can be of several types."""
    unit: str | None = None
    """eId of the unit in the text of ``side``, or of the nearest around it that has one; None where none has."""
    side: Literal["old", "new"] = "new"
    """Which text ``eid`` and ``unit`` are of: the new one, the old one where the unit fell away."""


def diff(old: Act, new: Act) -> tuple[Hunk, ...]:
    """Return the units that differ, in the order of ``new``. Linear in the number of units."""
    return hunks(paired(old, new), new)


def paired(old: Act, new: Act) -> tuple[Pair, ...]:
    """Return the units of both texts that have words, each with its partner, in the order of ``new``."""
    before = [unit for unit in unit_texts(old.root) if unit.text.strip()]
    after = [unit for unit in unit_texts(new.root) if unit.text.strip()]
    return align(before, after)


def hunks(pairs: Iterable[Pair], new: Act) -> tuple[Hunk, ...]:
    """Return those of ``pairs`` that differ; ``new`` is the act that says which command made a change."""
    sources, lang = _sources(new), language(new)
    return tuple(hunk for pair in pairs if (hunk := _hunk(pair, sources, lang)) is not None)


def language(act: Act) -> Lang:
    """Return the language of an act; of a fragment that does not say, Kazakh."""
    return "rus" if akn_meta.read_identity(act.root).lang == "rus" else "kaz"


def differs(pair: Pair) -> bool:
    """True where the unit is not the same in both texts."""
    return pair.old is None or pair.new is None or pair.moved or pair.old.text != pair.new.text


def unit_words(old: UnitText | None, new: UnitText | None) -> Words:
    """Return the word differences of a unit; of a row of a table cell by cell, where it has as many in both texts."""
    before, after = old.text if old else "", new.text if new else ""
    if old is None or new is None or "tr" not in (old.kind, new.kind):
        return word_diff(before, after)
    left, right = before.split("\t"), after.split("\t")
    return _by_cell(left, right) if len(left) == len(right) else word_diff(before, after)


def _by_cell(left: Sequence[str], right: Sequence[str]) -> Words:
    found: list[tuple[Mark, str]] = []
    between: Words = (("=", "\t"),)
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        for mark, text in (between if place else ()) + word_diff(one, other):
            if found and found[-1][0] == mark:
                found[-1] = (mark, found[-1][1] + text)
            else:
                found.append((mark, text))
    return tuple(found)


def types_of(pair: Pair, words: Words, lang: Lang) -> tuple[HunkType, ...]:
    """Return the types of the change of a unit; none where it is the same in both texts."""
    if pair.old is None:
        return ("added",)
    if pair.new is None:
        return ("removed",)
    if pair.old.text == pair.new.text:
        return ("moved",) if pair.moved else ()
    found = change_types(pair.old.text, pair.new.text, words, lang)
    return tuple(kind for kind in TYPES if kind in found or (kind == "moved" and pair.moved))


def _hunk(pair: Pair, sources: dict[str, str], lang: Lang) -> Hunk | None:
    look()
    if not differs(pair):
        return None
    old, new = pair.old, pair.new
    unit = new if new is not None else old
    assert unit is not None
    kind: HunkKind = "changed"
    if old is None or new is None:
        kind = "added" if old is None else "removed"
    elif old.text == new.text:
        return Hunk(new.eid, "moved", old.text, new.text, (("=", new.text),), None, ("moved",), _known(new))
    elif old.text.split() == new.text.split():
        kind = "layout"
    words = unit_words(old, new)
    texts = (old.text if old else None, new.text if new else None)
    return Hunk(
        unit.eid,
        kind,
        *texts,
        words,
        _source(unit.eid, sources),
        types_of(pair, words, lang),
        _known(unit),
        "old" if new is None else "new",
    )


def _known(unit: UnitText) -> str | None:
    """The eId that the file has: a line of a corner mark has none of its own."""
    around = (unit.element, *unit.element.iterancestors())
    return next((eid for one in around if (eid := one.get("eId"))), None)


def _sources(act: Act) -> dict[str, str]:
    found: dict[str, str] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if change.sources and eid:
                found[eid] = change.sources[0]
    return found


def _source(eid: str, sources: dict[str, str]) -> str | None:
    """The command that changed the unit, or one of the units that hold it."""
    while eid:
        if eid in sources:
            return sources[eid]
        eid = eid.rpartition("__")[0]
    return None
