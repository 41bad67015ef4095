"""Our consolidated text held against an official edition, unit by unit. The edition is a witness, not the truth."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from lexkz.comparison.align import Pair, align
from lexkz.comparison.told import ToldAct, told_acts, told_unit
from lexkz.comparison.units import UnitText, unit_texts
from lexkz.comparison.words import Words, word_diff
from lexkz.languages.folding import seen
from lexkz.languages.removal import is_removed
from lexkz.structure import Act

State = Literal["same", "differs", "look_alike", "editors_words", "missing", "extra", "moved"]
"""``look_alike``: only how letters, dashes or quotes are written differs, which nobody sees; ``editors_words``: a
repealed unit, whose words the editors choose; ``missing``: in the official edition only; ``extra``: in ours only;
``moved``: elsewhere."""

_LOOKS = str.maketrans(
    "iIaAcCeEoOpPxXyYTKMHBёЁ–—‑−«»“”„\u00a0",
    'іІаАсСеЕоОрРхХуУТКМНВеЕ----""""" ',
)


@dataclass(frozen=True, slots=True)
class VerifiedUnit:
    """One unit of either text."""

    eid: str
    state: State
    ours: str | None
    official: str | None
    words: Words = ()
    """Word differences from the official text to ours, where both are there and differ."""
    told: tuple[ToldAct, ...] = ()
    """The acts that changed it, by the notes of the official edition or by our text."""


@dataclass(frozen=True, slots=True)
class VerifiedText:
    """All units, in the order of our text, those that are missing in it where the official edition has them."""

    units: tuple[VerifiedUnit, ...]
    told: tuple[ToldAct, ...] = ()
    """The acts that changed the act itself, or a unit that neither text has."""

    @property
    def summary(self) -> dict[str, int]:
        """How many units are in each state."""
        counts: dict[str, int] = {}
        for unit in self.units:
            counts[unit.state] = counts.get(unit.state, 0) + 1
        return counts

    @property
    def exact(self) -> bool:
        """True where no unit differs in what a reader reads."""
        return all(unit.state in ("same", "look_alike", "editors_words") for unit in self.units)


def verify(ours: Act, official: Act) -> VerifiedText:
    """Hold ``ours`` against ``official``; both are acts as ``structure.load`` gives them.

    Spaces between words do not count, nor how a closing is broken into lines; all else does. What the notes of the
    official edition tell of a unit's history is held against what our text records of it; whether the two are
    ``exact`` their words alone decide.
    """
    pairs = align(_units(official), _units(ours))
    units = tuple(_judged(pair) for pair in pairs)
    names = {pair.old.eid: pair.new.eid for pair in pairs if pair.old is not None and pair.new is not None}
    told = told_acts(ours, official, names, (unit.eid for unit in differences(units)))
    return _placed(units, told)


def _placed(units: tuple[VerifiedUnit, ...], told: tuple[ToldAct, ...]) -> VerifiedText:
    """Put each act at its unit, or at the first that stands in it; at the whole where there is none."""
    own: dict[str, list[ToldAct]] = {}
    first: dict[str, str] = {}
    for unit in units:
        around = told_unit(unit.eid)
        while around:
            first.setdefault(around, unit.eid)
            around = around.rpartition("__")[0]
    rest: list[ToldAct] = []
    for one in told:
        at = first.get(told_unit(one.eid)) if one.eid else None
        (rest if at is None else own.setdefault(at, [])).append(one)
    return VerifiedText(tuple(replace(unit, told=tuple(own.pop(unit.eid, ()))) for unit in units), tuple(rest))


def _units(act: Act) -> tuple[UnitText, ...]:
    return tuple(unit for unit in unit_texts(act.root) if unit.text.strip())


def _judged(pair: Pair) -> VerifiedUnit:
    official, ours = pair.old, pair.new
    if ours is None:
        assert official is not None
        return VerifiedUnit(official.eid, "missing", None, official.text)
    if official is None:
        return VerifiedUnit(ours.eid, "extra", ours.text, None)
    state = _state(ours, official)
    if state == "same" and pair.moved:
        state = "moved"
    words = word_diff(official.text, ours.text) if state in ("differs", "look_alike") else ()
    return VerifiedUnit(ours.eid, state, ours.text, official.text, words)


def _state(ours: UnitText, official: UnitText) -> State:
    if _spaced(ours.text) == _spaced(official.text):
        return "same"
    if ours.kind == "conclusions" and "".join(ours.text.split()) == "".join(official.text.split()):
        return "same"
    if _spaced(seen(ours.text).translate(_LOOKS)) == _spaced(seen(official.text).translate(_LOOKS)):
        return "look_alike"
    if (ours.removed or is_removed(ours.text)) and is_removed(official.text):
        return "editors_words"
    return "differs"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def untold(told: Iterable[ToldAct]) -> tuple[ToldAct, ...]:
    """Return the acts of which one of the texts alone knows that they changed a unit: what a person has to look at."""
    return tuple(one for one in told if one.state in ("official", "ours"))


def differences(units: Iterable[VerifiedUnit]) -> tuple[VerifiedUnit, ...]:
    """Return the units that a person has to look at."""
    return tuple(unit for unit in units if unit.state not in ("same", "look_alike", "editors_words"))
