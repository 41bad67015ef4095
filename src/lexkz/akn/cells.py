"""Cells of tables: how far they reach, whatever a file says."""

from lxml import etree

WIDEST = 1000
"""Rows or columns at most that a cell is taken to span, as browsers do; a file can say any number."""


def span(cell: etree._Element, name: str) -> int:
    """Return how many rows (``rowspan``) or columns (``colspan``) a cell spans: 1 where that is no number from 1 on."""
    value = (cell.get(name) or "").strip()
    return min(int(value), WIDEST) if value.isascii() and value.isdecimal() and len(value) < 10 and int(value) else 1
