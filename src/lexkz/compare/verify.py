"""Our consolidated text held against an official edition, unit by unit. The edition is a witness, not the truth."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lexkz.compare.align import Pair, align
from lexkz.compare.units import UnitText, unit_texts
from lexkz.compare.words import Words, word_diff
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


@dataclass(frozen=True, slots=True)
class Verification:
    """All units, in the order of our text, those that are missing in it where the official edition has them."""

    units: tuple[VerifiedUnit, ...]

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


def verify(ours: Act, official: Act) -> Verification:
    """Hold ``ours`` against ``official``; both are acts as ``structure.load`` gives them.

    Spaces between words do not count, nor how a closing is broken into lines; all else does.
    """
    left = _units(ours)
    right = _units(official)
    return Verification(tuple(_judged(pair) for pair in align(right, left)))


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


def differences(units: Iterable[VerifiedUnit]) -> tuple[VerifiedUnit, ...]:
    """Return the units that a person has to look at."""
    return tuple(unit for unit in units if unit.state not in ("same", "look_alike", "editors_words"))
