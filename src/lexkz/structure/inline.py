"""Inline text: a line as mixed content, its blanks marked."""

import re

from lxml import etree

from lexkz.akn.namespace import E
from lexkz.structure.lines import Footnote, Line, borne
from lexkz.structure.record import Record

_BLANK = re.compile(r"_{2,}")


def fill(
    element: etree._Element, text: str | Line, record: Record, part: str, *, notes: tuple[Footnote, ...] = ()
) -> etree._Element:
    """Append ``text`` to ``element``, each run of underscores in a ``fillIn`` of its own; return ``element``.

    ``part`` is the eId prefix of the document part, within which blanks are counted. The footnotes of a line (or
    ``notes``) follow their marks, which stay in the text as they are printed.
    """
    words = text if isinstance(text, str) else text.text
    notes = notes or (() if isinstance(text, str) else text.notes)
    start = 0
    for end, note in sorted(((_after(words, note), note) for note in notes), key=lambda found: found[0]):
        _fill(element, words[start:end], record, part)
        element.append(footnote(note, record, part))
        start = end
    _fill(element, words[start:], record, part)
    return element


def footnote(note: Footnote, record: Record, part: str) -> etree._Element:
    """Return a footnote as ``authorialNote``: its mark, that it stands at the foot of the page, and its paragraphs."""
    own = record.ordinal("authorialNote", part)
    record.stands(own, note.lines[0])
    made = E.authorialNote(marker=note.mark, placement="bottom", eId=own)
    made.extend(_fill(E.p(), line.text, record, part) for line in note.lines)
    return made


def _after(text: str, note: Footnote) -> int:
    found = borne(text, note.mark)
    return found.end() if found else len(text)


def _fill(element: etree._Element, text: str, record: Record, part: str) -> etree._Element:
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
