"""Where editors' notes stand on paper, and how many there are: one at the end of a point, as in official editions."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local
from lexkz.consolidation.tree.unit_index import printed_number
from lexkz.languages.detect import Lang
from lexkz.languages.notes import NotedUnit
from lexkz.languages.point_notes import one_note

STANDS_AFTER = HIERARCHY | {"longTitle", "table", "preface", "conclusions", "attachment"}
"""What a note can stand after."""
_POINTS = ("article", "paragraph")
"""A note on a part of one of these stands at its end: of an article, where there is one, else of a point."""


def place_of(mark: etree._Element) -> etree._Element:
    """Return what the note of a mark stands after: the article or point around it, or its table, division or title."""
    found = mark
    for found in mark.iterancestors():
        if local(found) in STANDS_AFTER:
            break
    around = [found, *found.iterancestors()]
    # A table within a table is a cell's text.
    tables = [above for above in around if local(above) == "table"]
    if tables:
        return tables[-1]
    for name in _POINTS:
        within = [above for above in around if local(above) == name]
        if within:
            return within[-1]
    return found


def at_one_place(place: etree._Element, notes: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return the notes that stand after ``place``, in the order of the changes: those of a point or table as one."""
    name = local(place)
    if name == "table":
        return one_note(notes, NotedUnit("table"), lang)
    number = printed_number(place) if name in HIERARCHY else None
    return one_note(notes, NotedUnit(name, number), lang) if number else tuple(notes)
