"""The words of one line that change, told by its letters in the file: which go, and what comes after which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.comparison.words import word_diff
from lexkz.publication.sheet.model import Look, Revision, SheetLine
from lexkz.publication.tracked.letters import Letter, ink
from lexkz.publication.tracked.places import LineSpot

_SIGN = re.compile(r"\d+(?:[-‑–.]\d+)*|[^\W\d_]")


class UnsafeError(Exception):
    """A place that cannot be changed without touching what is not its own."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that come."""

    text: str
    look: Look
    revision: Revision


@dataclass(frozen=True, slots=True)
class Doomed:
    """A letter that goes."""

    letter: Letter
    revision: Revision


@dataclass(frozen=True, slots=True)
class Coming:
    """Words that come beside a letter that stands in the file."""

    beside: Letter
    words: Inserted
    before: bool = False


@dataclass(frozen=True, slots=True)
class LineChange:
    """What becomes of one line."""

    gone: tuple[Doomed, ...] = ()
    come: tuple[Coming, ...] = ()
    number: str | None = None
    """What Word shall print before it, where Word counts its number; None where it counts none."""


def line_change(
    spot: LineSpot, before: SheetLine, after: SheetLine, revisions: tuple[Revision, Revision]
) -> LineChange:
    """Return what leads from ``before``, which stands at ``spot``, to ``after``; ``revisions``: of what goes, comes.

    Raises UnsafeError where a letter would have to change that the file does not hold as such: in a field, a symbol.
    """
    gone, came = revisions
    counted = "".join(letter.char for letter in spot.letters if letter.counted).strip()
    old, new, number = _parted(before.text, after.text, counted)
    own = [letter for letter in spot.letters if not letter.counted]
    seen = [place for place, letter in enumerate(own) if letter.ink]
    if len(seen) != len(ink(old)):
        raise UnsafeError
    looks = _looks(after)[len(after.text) - len(new) :]
    doomed: list[Doomed] = []
    coming: list[Coming] = []
    at = there = 0
    for mark, text in word_diff(old, new):
        if mark == "-":
            doomed += [Doomed(_editable(own[place]), gone) for place in _range(own, seen, old, at, at + len(text))]
        elif mark == "+":
            letter, first = _beside(own, seen, old, at)
            coming += [
                Coming(_editable(letter), Inserted(part, look, came), first)
                for part, look in _looked(text, looks[there : there + len(text)])
            ]
        at += len(text) if mark != "+" else 0
        there += len(text) if mark != "-" else 0
    return LineChange(tuple(doomed), tuple(coming), number if counted else None)


def all_gone(spot: LineSpot, revision: Revision) -> LineChange:
    """Return the change that takes away a line which shares its paragraph with others."""
    if any(letter.counted for letter in spot.letters):
        raise UnsafeError
    return LineChange(tuple(Doomed(_editable(letter), revision) for letter in spot.letters))


def _parted(old: str, new: str, counted: str) -> tuple[str, str, str]:
    """The old and the new text without the number that Word counts, and the number that it shall print."""
    if not counted:
        return old, new, ""
    head, rest = numbered(new, counted)
    return old[_after_ink(old, len(ink(counted))) :].lstrip(), rest, head


def numbered(text: str, counted: str) -> tuple[str, str]:
    """Return the number that ``text`` begins with, where it has the form of ``counted``, else ``""``; and the rest."""
    words = text.split(" ")
    count = len(counted.split())
    head = " ".join(words[:count])
    if not counted or _SIGN.sub("#", head) != _SIGN.sub("#", counted):
        return "", text
    return head, " ".join(words[count:])


def _after_ink(text: str, size: int) -> int:
    seen = 0
    for place, char in enumerate(text):
        if seen == size:
            return place
        seen += len(ink(char))
    return len(text)


def _range(own: Sequence[Letter], seen: Sequence[int], text: str, begin: int, end: int) -> list[int]:
    """The letters of ``text[begin:end]``: what is seen, and the white space within it and at its ends."""
    first, last = len(ink(text[:begin])), len(ink(text[:end]))
    start = seen[first] if first < len(seen) else len(own)
    stop = seen[last - 1] + 1 if last else 0
    if text[begin].isspace():
        start = seen[first - 1] + 1 if first else 0
    if text[end - 1].isspace():
        stop = seen[last] if last < len(seen) else len(own)
    places = list(range(start, max(start, stop)))
    if any(own[place].char == "\n" for place in places if first == last):
        raise UnsafeError  # a line end that the text takes for a space
    return places


def _beside(own: Sequence[Letter], seen: Sequence[int], text: str, at: int) -> tuple[Letter, bool]:
    """The letter after which words come that stand at ``text[at]``; and whether they come before it instead."""
    if not own:
        raise UnsafeError
    count = len(ink(text[:at]))
    if not count:
        return own[seen[0]] if seen else own[0], True
    place = seen[count - 1]
    if text[at - 1].isspace():
        end = seen[count] if count < len(seen) else len(own)
        place = max(place, end - 1)
    if own[place].element is None and count < len(seen):
        return own[seen[count]], True
    return own[place], False


def _editable(letter: Letter) -> Letter:
    if letter.element is None:
        raise UnsafeError
    return letter


def _looks(line: SheetLine) -> list[Look]:
    return [run.look for run in line.runs if run.look != "marker" for _ in run.text]


def _looked(text: str, looks: Sequence[Look]) -> list[tuple[str, Look]]:
    made: list[tuple[str, Look]] = []
    for char, look in zip(text, looks, strict=True):
        if made and made[-1][1] == look:
            made[-1] = made[-1][0] + char, look
        else:
            made.append((char, look))
    return made


def seen_in(letters: Sequence[Letter], words: str) -> tuple[Letter, ...]:
    """Return the letters that print ``words``, where they print it just once; else none."""
    marks = [letter for letter in letters if letter.ink]
    said, wanted = "".join(letter.ink for letter in marks), ink(words)
    begin = said.find(wanted) if wanted else -1
    if begin < 0 or said.find(wanted, begin + 1) >= 0:
        return ()
    return tuple(marks[begin : begin + len(wanted)])
