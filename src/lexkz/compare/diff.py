"""Paragraph and word differences between two expressions of an act."""

from dataclasses import dataclass
from typing import Literal

from lexkz.akn import meta as akn_meta
from lexkz.compare.align import Pair, align
from lexkz.compare.units import unit_texts
from lexkz.compare.words import Words, word_diff
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


def diff(old: Act, new: Act) -> tuple[Hunk, ...]:
    """Return the units that differ, in the order of ``new``. Linear in the number of units."""
    sources = _sources(new)
    before = [unit for unit in unit_texts(old.root) if unit.text.strip()]
    after = [unit for unit in unit_texts(new.root) if unit.text.strip()]
    return tuple(hunk for pair in align(before, after) if (hunk := _hunk(pair, sources)) is not None)


def _hunk(pair: Pair, sources: dict[str, str]) -> Hunk | None:
    old, new = pair.old, pair.new
    if old is None or new is None:
        unit = new if new is not None else old
        assert unit is not None
        words = word_diff(old.text if old else "", new.text if new else "")
        kind: HunkKind = "added" if old is None else "removed"
        return Hunk(
            unit.eid, kind, old.text if old else None, new.text if new else None, words, _source(unit.eid, sources)
        )
    if old.text == new.text:
        return Hunk(new.eid, "moved", old.text, new.text, (("=", new.text),), None) if pair.moved else None
    kind = "layout" if old.text.split() == new.text.split() else "changed"
    return Hunk(new.eid, kind, old.text, new.text, word_diff(old.text, new.text), _source(new.eid, sources))


def _sources(act: Act) -> dict[str, str]:
    found: dict[str, str] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for target in change.destinations:
            if change.sources:
                found[target.href.removeprefix("#")] = change.sources[0]
    return found


def _source(eid: str, sources: dict[str, str]) -> str | None:
    """The command that changed the unit, or one of the units that hold it."""
    while eid:
        if eid in sources:
            return sources[eid]
        eid = eid.rpartition("__")[0]
    return None
