"""Tables: a grid of the source as an Akoma Ntoso table whose rows can be addressed by their printed number."""

import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from lexkz.akn.eids import eid, number_part
from lexkz.akn.namespace import E
from lexkz.reading.blocks import Cell, Place, Row, StandingControl, Table
from lexkz.structure.inline import fill
from lexkz.structure.lines import Footnote, Line, raised
from lexkz.structure.record import Record

_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3})*\s*[.)]?")


def table(source: Table, record: Record, part: str) -> etree._Element:
    """Return ``source`` as a ``table``.

    Rows have the eId of the number in their first cell (``row_6-1``), or of their position (``row_r3``) where they have
    none or share it. ``part`` is the prefix of the document part, in which tables are counted.
    """
    own = record.ordinal("table", part)
    record.stands(own, source)
    made = E.table(eId=own)
    if not source.borders:
        made.set("border", "0")
    numbers = Counter(_row_number(row) for row in source.rows)
    for position, row in enumerate(source.rows, start=1):
        printed = _row_number(row)
        unique = printed is not None and numbers[printed] == 1
        row_eid = record.claim(eid("tr", printed if unique else f"r{position}", own))
        record.places.append((row_eid, row.place))
        made.append(_row(row, row_eid, record, part))
    if not len(made):
        made.append(E.tr(E.td(E.p())))
    return made


def _row_number(row: Row) -> str | None:
    if row.header or not row.cells:
        return None
    text = row.cells[0].text.strip().replace("–", "-")
    return number_part(text.rstrip(".) ")) if _NUMBER.fullmatch(text) else None


def _row(row: Row, row_eid: str, record: Record, part: str) -> etree._Element:
    made = E.tr(eId=row_eid)
    for cell in row.cells:
        made.append(_cell(cell, row.place, row.header, record, part))
    if not len(made):
        made.append(E.td(E.p()))
    return made


def _cell(cell: Cell, place: Place, header: bool, record: Record, part: str) -> etree._Element:
    made = E.th() if header else E.td()
    if cell.colspan > 1:
        made.set("colspan", str(cell.colspan))
    if cell.rowspan > 1:
        made.set("rowspan", str(cell.rowspan))
    lines = cell.text.split("\n") or [""]
    notes = [Footnote(mark, tuple(Line(text, place) for text in texts)) for mark, texts in cell.footnotes]
    for number, line in enumerate(lines):
        below = "\n".join(lines[number + 1 :])
        own = tuple(_within(line, below, standing) for standing in cell.controls)
        controls = tuple(one for one in own if one is not None)
        here = tuple(note for note in notes if raised(line, note.mark))
        notes = [note for note in notes if note not in here]
        made.append(fill(E.p(), line.strip(), record, part, notes=here, controls=controls))
    return made


def _within(line: str, below: str, standing: StandingControl) -> StandingControl | None:
    """Return a field of a cell as one of a line of it, None where it stands on another line."""
    behind = standing.behind - below.count(standing.text)
    return replace(standing, behind=behind) if 0 <= behind < line.count(standing.text) else None
