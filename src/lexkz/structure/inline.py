"""Inline text: a line as mixed content, its blanks marked."""

import re

from lxml import etree

from lexkz.akn.namespace import E
from lexkz.structure.record import Record

_BLANK = re.compile(r"_{2,}")


def fill(element: etree._Element, text: str, record: Record, part: str) -> etree._Element:
    """Append ``text`` to ``element``, each run of underscores in a ``fillIn`` of its own; return ``element``.

    ``part`` is the eId prefix of the document part, within which blanks are counted.
    """
    end = 0
    for match in _BLANK.finditer(text):
        append(element, text[end : match.start()])
        element.append(E.fillIn(match.group(), eId=record.ordinal("fillIn", part)))
        end = match.end()
    append(element, text[end:])
    return element


def append(element: etree._Element, text: str) -> None:
    """Append plain text to mixed content."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
