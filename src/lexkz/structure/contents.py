"""Tables of contents, which official editions add: set aside, for they are no text of the act."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.eids import eid
from lexkz.akn.namespace import E
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.structure import structure
from lexkz.structure.labels import DIVISIONS, label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow
from lexkz.structure.record import Record

_FEWEST = 3
"""Lines of the shortest table of contents."""
_KINDS = (*DIVISIONS, "article")


def find(items: Sequence[Flow], lang: Lang) -> tuple[int, int] | None:
    """Return begin and end of the table of contents, or None.

    It is a run of numbered headings with nothing under them, near the beginning, whose numbers occur again below.
    """
    labels = [label(item.text, lang) if isinstance(item, Line) else None for item in items]
    place = 0
    while place < len(items):
        end = place
        while end < len(items) and (found := labels[end]) is not None and found.kind in _KINDS:
            end += 1
        run = {(found.kind, found.number) for found in labels[place:end] if found is not None}
        if end - place >= _FEWEST:
            below = {(found.kind, found.number) for found in labels[end:] if found is not None}
            if len(run) == end - place and len(run & below) * 10 >= len(run) * 9:
                return _with_heading(items, place, lang), end
        # It stands before the first text of a unit.
        if any(found is not None and found.kind not in _KINDS for found in labels[place : end + 1]):
            return None
        place = end + 1
    return None


def toc(items: Sequence[Flow], record: Record) -> etree._Element:
    """Return a table of contents as a ``toc`` whose entries lead to the units, which must have their eIds already."""
    own = record.claim("toc_1")
    made = E.toc(eId=own)
    for item in items:
        if not isinstance(item, Line):
            continue
        found = label(item.text, record.lang)
        target = eid(found.kind, found.number) if found is not None else ""
        if target not in record.taken:
            # A chapter of a section bears its section's prefix.
            ends = f"__{target}"
            target = next((taken for taken in sorted(record.taken) if taken.endswith(ends)), "") if found else ""
        level = 1 if found is None else _KINDS.index(found.kind) + 1
        made.append(E.tocItem(item.text, level=str(level), href=f"#{target}" if target else "#body"))
    return made


def _with_heading(items: Sequence[Flow], place: int, lang: Lang) -> int:
    before = items[place - 1] if place else None
    return place - 1 if isinstance(before, Line) and structure(lang).contents.fullmatch(fold(before.text)) else place
