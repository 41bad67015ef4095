"""Approvals and signatures side by side: evenly set they look like a table of two columns, and are none."""

import re
from collections.abc import Sequence

from lexkz.languages.folding import fold_spaces
from lexkz.languages.structure import Structure
from lexkz.reading.pdf.gutters import Columns
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.parts import PartCell, TablePart

NAME = re.compile(r"(?:[^\W\d_]\.\s?){1,3}[^\W\d_][\w-]+|[^\W\d_][\w-]+\s(?:[^\W\d_]\.\s?){1,2}")
"""A signatory: «С. Жакупова», «Жакупова С.»."""
_FULL_NAME = re.compile(r"[^\W\d_][\w-]+(?:\s[^\W\d_][\w-]+){1,2}")

_ON_A_LINE = re.compile(rf"_{{4,}}\s*(?:{NAME.pattern})")
"""What ends a signature: a line to sign on, and the name."""
_POST = 7
"""Lines of a signature at most."""


def signed(item: Printed | TablePart | Columns, words: Structure) -> Sequence[Printed | TablePart | Columns]:
    """Return what no line draws as blocks in columns where its words show approvals or signatures, else as it is."""
    part = item.row if isinstance(item, Columns) and not item.prose else item
    rows = _rows(part) if isinstance(part, TablePart) and not part.borders else None
    if rows is None or len(rows) < 2 or not isinstance(part, TablePart):
        return (item,)
    opening = [field.lines[0] for field in rows[0] if field.lines]
    if opening and all(words.approval.fullmatch(fold_spaces(line.text)) for line in opening):
        return (_block(part, [field for row in rows for field in row]),)
    closing = [field.lines[-1] for field in rows[-1] if field.lines]
    two = len(part.columns) == 3 and len(closing) == 2 and len(rows) <= _POST
    if two and all(_ON_A_LINE.fullmatch(line.text) for line in closing):
        # Those who sign one order together, each over a line with a name.
        return (_block(part, [field for row in rows for field in row]),)
    if len(part.columns) == 3 and all(_is_signature(row, words, NAME) for row in rows):
        return tuple(_block(part, row) for row in rows)
    return (item,)


def is_list_of_names(part: TablePart, words: Structure) -> bool:
    """Tell whether each row is a post and a name in full: signatures, or a list of a commission's members."""
    rows = _rows(part)
    return rows is not None and len(part.columns) == 3 and all(_is_signature(row, words, _FULL_NAME) for row in rows)


def _rows(part: TablePart) -> list[list[PartCell]] | None:
    """Return the cells of each row; None where some are merged."""
    if any(field.row_end - field.row > 1 or field.column_end - field.column > 1 for field in part.fields):
        return None
    made: dict[int, list[PartCell]] = {}
    for field in part.fields:
        made.setdefault(field.row, []).append(field)
    return [sorted(made[row], key=lambda field: field.column) for row in sorted(made)]


def _is_signature(row: Sequence[PartCell], words: Structure, name: re.Pattern[str]) -> bool:
    post, signatory = (" ".join(line.text for line in row[side].lines) for side in (0, -1))
    return bool(words.post.search(fold_spaces(post)) and name.fullmatch(signatory))


def _block(part: TablePart, fields: Sequence[PartCell]) -> Columns:
    columns: dict[int, list[Printed]] = {}
    for field in fields:
        columns.setdefault(field.column, []).extend(field.lines)
    whole = sorted((line for lines in columns.values() for line in lines), key=lambda line: (line.y, line.x0))
    return Columns(part.page, tuple(tuple(columns[at]) for at in sorted(columns) if columns[at]), tuple(whole), part)
