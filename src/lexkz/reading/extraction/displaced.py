"""Displaced words: links that a content-stream order puts at the end of their line go back to where they belong.

A link is drawn after the rest of its line. Its place stays behind as a slot: one space too many at the head of the
line or
inside it, or a space before a stop. The end of the line is cut into as many references as there are slots, in order.
Where this can be done in one way only it is done; where it can be done in several, or the counts differ, nothing is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lexkz.languages.language import words_of
from lexkz.languages.references import LANGS

INDENT = 6
"""Spaces before the first line of a paragraph."""
_LONGEST = 12
"""Words that a tail of displaced references has at most."""
_LONGEST_REFERENCE = 400
"""Characters of a reference at most; the same few are asked for again and again, longer texts are not kept."""
MOST = 3
"""So many words can be missing in one place; more spaces are a layout by spaces, as in forms."""

_GAP = re.compile(r"(?<=\S)(?P<stop> {1,4}(?=[;:]|[,.](?!\d)))|(?<=\S)(?P<gap> {2,4})(?=\S)")
_STOPS = ",;:."
_START = re.compile(
    r"(?<=[\s])(?=\S)|(?<=[,;:.])(?=[^\s,;:.])|(?<=[^\W\d])(?=\d)|(?<=[a-zа-яёәғқңөұүһі])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """One line with its displaced words put back, or the reasons why they were not."""

    text: str
    """The line without its indent; its trailing space kept."""
    moved: tuple[str, ...] = ()
    """The words put back, in order."""
    candidates: tuple[str, ...] = ()
    """The lines that are possible where none was taken."""


@dataclass(frozen=True, slots=True)
class _Slot:
    start: int
    end: int
    count: int
    """How many words are missing here."""


def is_displaced_line(line: str) -> bool:
    """Tell whether a line that stands alone shows displaced words: they go back in one way only and were glued to
    its end."""
    moved = restore(line).moved
    return bool(moved) and not line.endswith(" " + " ".join(moved))


def restore(line: str, *, head: bool = False, before: str = "", below: str | None = None) -> Restored:
    """Return ``line`` with its displaced words in their places.

    ``head``: the line goes on at the margin with a link first, so that the spaces at its head are slots. ``before``:
    the end of the line above, whose reference the word of that slot completes. ``below``: the line below where this
    line is itself cut inside a link; then the last reference may be in its place already, cut, and go on there.
    """
    text = line.lstrip(" ")
    extra = len(line) - len(text) - (0 if head else INDENT)
    slots = _slots(text, extra if 0 < extra <= MOST else 0)
    missing = sum(slot.count for slot in slots)
    if not text or not missing or (text.endswith(" ") and below is None):
        return Restored(text)
    ways = list(_ways(text, slots, missing, before if head else None, below))
    exact = [way for way in ways if way.exact]
    texts = tuple(dict.fromkeys(_placed(text, slots, way) for way in ways))
    if len(texts) == 1 and exact:
        return Restored(texts[0], tuple(exact[0].runs[:missing]))
    return Restored(text, candidates=texts)


@dataclass(frozen=True, slots=True)
class _Way:
    start: int
    """Where the tail of displaced words begins in the line."""
    runs: tuple[str, ...]
    exact: bool
    """True where there are as many words as slots."""
    stays: bool = False
    """True where the last of them is not displaced, but goes on in the line below."""


def _slots(text: str, at_head: int) -> list[_Slot]:
    slots = [_Slot(0, 0, at_head)] if at_head else []
    if not at_head and text[:1] and text[0] in _STOPS and text[1:2].strip(_STOPS):
        slots.append(_Slot(0, 0, 1))
    for found in _GAP.finditer(text):
        spaces = found.end() - found.start()
        slots.append(_Slot(found.start(), found.end(), spaces if found["stop"] else spaces - 1))
    return slots


def _ways(text: str, slots: list[_Slot], missing: int, before: str | None, below: str | None) -> Iterator[_Way]:
    """Yield each way to cut an end of the line into references, those with the wrong count as not exact."""
    floor = max(
        *(slot.end for slot in slots), len(text.rsplit(maxsplit=_LONGEST)[0]) if text.count(" ") > _LONGEST else 0
    )
    found: list[_Way] = []
    for start in (match.start() for match in _START.finditer(text) if match.start() >= floor):
        if text[0] in _STOPS and text[:start].strip(_STOPS):
            # A paragraph that begins with a stop had all its words displaced.
            continue
        for runs in _cuts(text[start:].split()):
            if not _sequence(runs, before, below):
                continue
            stays = below is not None and len(runs) == missing + 1 and _goes_on(runs[-1], below)
            found.append(_Way(start, runs, stays or len(runs) == missing, stays))
    exact = [way for way in found if way.exact]
    # References side by side were displaced together: a reading that leaves some of them in the text is no other
    # reading, but one that would need a slot more shows that the counts differ.
    yield from (way for way in exact if not any(_extends(text, other, way) and _sure(other, way) for other in exact))
    yield from (way for way in found if not way.exact and any(_extends(text, way, other) for other in exact))
    if not exact and found:
        longest = min(way.start for way in found)
        yield from (way for way in found if way.start == longest)


def _sure(longer: _Way, shorter: _Way) -> bool:
    """Tell whether a longer reading leaves no doubt.

    Where its last reference, a whole one, would stay in its place and go on in the line below, the shorter reading, in
    which that was displaced, is as good.
    """
    return longer.stays == shorter.stays or not _whole(longer.runs[-1])


def _extends(text: str, longer: _Way, shorter: _Way) -> bool:
    """Tell whether ``longer`` is ``shorter`` with more references before it."""
    if longer.start >= shorter.start:
        return False
    between = text[longer.start : shorter.start].split()
    if between == [")"]:
        # The bracket of a number stands with the number, never alone in the text.
        return True
    return any(all(_whole(run) or _number(run) for run in runs) for runs in _cuts(between))


def _goes_on(run: str, below: str) -> bool:
    """Tell whether the reference begun by ``run`` is completed by the end of the line below."""
    words = below.split()
    return any(_completes(run, " ".join(words[-size:])) and not _whole(" ".join(words[-size:])) for size in (1, 2, 3))


def _cuts(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every way to group adjacent tokens into references of at most five tokens."""
    if not tokens:
        yield ()
        return
    for size in range(1, min(5, len(tokens)) + 1):
        first = " ".join(tokens[:size])
        if size == 1 or _whole(first) or _number(first) or first.startswith(")"):
            for rest in _cuts(tokens[size:]):
                yield (first, *rest)


def _sequence(runs: tuple[str, ...], before: str | None, below: str | None) -> bool:
    """Tell whether ``runs`` read as references in order: whole ones, bare numbers next to one, the rest of a cut one
    first."""
    checked = list(runs)
    if before is not None:
        if not _completes(before, checked[0]):
            return False
        checked = checked[1:]
    elif not any(_whole(run) for run in checked) and below is None:
        return False
    for index, run in enumerate(checked):
        if _whole(run):
            continue
        if not _number(run):
            return False
        after = checked[index + 1 :]
        noun_after = any(_whole(other) for other in after) or below is not None
        noun_before = any(_whole(other) for other in checked[:index]) or (before is not None and index >= 0)
        sides = {words_of(lang).references.number_side for lang in LANGS}
        if not (("before" in sides and noun_after) or ("after" in sides and noun_before)):
            return False
    return True


def _completes(before: str, run: str) -> bool:
    """Tell whether ``run`` ends the reference that the line above began, or is a whole one that begins after it."""
    if _whole(run):
        return True
    words = before.split()
    for size in range(1, min(4, len(words)) + 1):
        begun = " ".join(words[-size:])
        space = "" if begun.endswith("-") or run.startswith(")") else " "
        if _whole(begun + space + run):
            return True
    return False


def _whole(text: str) -> bool:
    return len(text) <= _LONGEST_REFERENCE and _is_whole(text)


def _number(text: str) -> bool:
    return len(text) <= _LONGEST_REFERENCE and _is_number(text)


@lru_cache(maxsize=8192)
def _is_whole(text: str) -> bool:
    return any(
        known.numbered.fullmatch(text) or known.instrument.fullmatch(text)
        for known in (words_of(lang).references for lang in LANGS)
    )


@lru_cache(maxsize=8192)
def _is_number(text: str) -> bool:
    return any(words_of(lang).references.number.fullmatch(text) for lang in LANGS)


def _placed(text: str, slots: list[_Slot], way: _Way) -> str:
    """Return the line with the runs of ``way`` put into the slots, in order; what is left over stays at its end."""
    runs = list(way.runs)
    pieces: list[str] = []
    at = 0
    for slot in slots:
        words = runs[: slot.count]
        del runs[: slot.count]
        gap = text[at : slot.start]
        pieces.append(gap)
        if not words:
            pieces.append(text[slot.start : slot.end])
        else:
            lead = "" if slot.start == 0 else " "
            follow = "" if text[slot.end : slot.end + 1] in _STOPS else " "
            pieces.append(lead + " ".join(words) + follow)
        at = slot.end
    main = text[at : way.start]
    pieces.append(main)
    if runs:
        cut = " " if text.endswith(" ") else ""
        pieces.append(("" if not main or main.endswith(" ") else " ") + " ".join(runs) + cut)
    return "".join(pieces)
