"""Chapters whose heading has a bare number: "1. Общие положения" over the points 1, 2, 3.

Rules, instructions and regulations of about 2000–2016 print chapters so. Two rows of numbers then run through each
other: 1 [1 2 3] 2 [4 5] 3 [6], or 1 [1 2] 2 [1 2 3] where each chapter counts its points anew. The outer row are
headings: their lines end without a full stop, no text of their own follows, and their number is not the next one of
the points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lexkz.reading.blocks import Table
from lexkz.structure.labels import Label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow

_LONGEST = 300
"""Characters of a heading; longer lines with a number are points whose full stop is missing."""
_GAP = 3
"""By how much a point's number may jump: points that were repealed leave gaps."""


@dataclass(slots=True)
class _Numbered:
    """A line that begins "N.", with its place in the flow and what was learned of it."""

    place: int
    number: int
    exact: bool
    """False for 4-1: a point that was put in later, never a chapter here."""
    heads: bool
    """The line could be a heading: no stop at its end, nothing but a numbered line under it."""
    marked: bool
    """The source's format shows a heading: its level, or lines centred where points are not."""


def bare_chapters(
    flow: Sequence[Flow], labels: Sequence[Label | None], is_note: Callable[[int], bool]
) -> list[Label | None]:
    """Return ``labels`` with those of bare chapter headings made labels of chapters; unchanged where there are none.

    ``is_note`` tells whether the item at a place is an editors' note, which may stand between a heading and its points.
    A flow that has chapters by name («Глава 1», «1-тарау») or articles has no bare ones.
    """
    found = list(labels)
    if any(label is not None and label.kind in ("chapter", "subchapter", "article") for label in labels):
        return found
    numbered = _numbered(flow, labels, is_note)
    for place in _outer(numbered):
        label = found[place]
        assert label is not None
        found[place] = replace(label, kind="chapter", style="chapter")
    return found


def _numbered(flow: Sequence[Flow], labels: Sequence[Label | None], is_note: Callable[[int], bool]) -> list[_Numbered]:
    rows = []
    for place, (item, label) in enumerate(zip(flow, labels, strict=True)):
        if label is None or label.style != "1." or not isinstance(item, Line):
            continue
        parts = label.number.split("-")
        if not parts[0].isdigit():
            continue
        heads = _could_head(label) and _numbered_below(flow, labels, is_note, place)
        marked = (item.heading is not None or item.align == "center") and _could_head(label)
        rows.append(_Numbered(place, int(parts[0]), len(parts) == 1, heads, marked))
    if rows and all(row.marked for row in rows):
        # All numbered lines look alike, so that the look tells nothing.
        for row in rows:
            row.marked = False
    return rows


def _could_head(label: Label) -> bool:
    rest = label.rest
    return bool(rest) and len(rest) <= _LONGEST and rest[-1] not in ".;:," and not rest[0].islower()


def _numbered_below(
    flow: Sequence[Flow], labels: Sequence[Label | None], is_note: Callable[[int], bool], place: int
) -> bool:
    """Tell whether the next text below ``place`` is a line "N.", notes and further lines of the heading passed over."""
    for later in range(place + 1, len(flow)):
        item, label = flow[later], labels[later]
        if isinstance(item, Table):
            return False
        if label is not None:
            return label.style == "1."
        if is_note(later):
            continue
        if not isinstance(item, Line) or item.text[-1] in ".;:" or not (item.text[0].islower() or item.text.isupper()):
            return False
    return False


def _outer(rows: Sequence[_Numbered]) -> list[int]:
    """Return the places of the outer row: 1, 2, 3 … such that what stands between them is a row of its own."""
    outer: list[int] = []
    point = 0
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        if row.exact and row.number == len(outer) + 1 and _begins_chapter(row, after, point, bool(outer)):
            outer.append(row.place)
            continue
        # Points can stand above the first chapter; that its number goes back to 1 and theirs goes on below tells it.
        point = row.number
    return outer


def _begins_chapter(row: _Numbered, after: _Numbered | None, point: int, begun: bool) -> bool:
    if row.marked and (after is None or after.marked or after.number != row.number + 1 or row.number != point + 1):
        return True
    if not row.heads or after is None:
        return False
    if row.number == point + 1:
        # It may be the next point, whose full stop is missing: then the line below does not follow the point before.
        return after.number == row.number or (begun and after.number == 1)
    goes_on = point < after.number <= point + _GAP or (after.number == point and not after.exact)
    return goes_on or (begun and after.number == 1)
