"""What belongs together down the pages: lines of text, parts of one table, blocks in columns."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.findings import on_page
from lexkz.reading.pdf.gutters import Columns
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.merging import goes_on
from lexkz.reading.pdf.parts import PartCell, TablePart
from lexkz.reading.pdf.signed import NAME, is_list_of_names, signed

_GROUP = 2
"""Lines at most of a row over all columns."""
_ONE_LINE = 3
"""Columns at most that a line with blanks shows; a line with more is the row of a table."""
_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_VALUED = re.compile(r"[^\W\d]\S* (?:\d{1,6}(?:,\d{1,3})?|[-–—])$")
"""Words, and then a value."""
_TERMINAL = (".", ";", ":", "!", "?")

Item = Printed | TablePart | Columns
Stretch = list[Printed] | list[TablePart] | Columns
"""Lines that follow each other, parts of one table, or a block in columns."""


def stretches(
    pages: Mapping[int, Sequence[Item]], aside: frozenset[Printed], lang: Lang
) -> tuple[list[Stretch], tuple[Finding, ...]]:
    """Return what the pages hold, but for the lines that are furniture (``aside``), and a finding for each place
    where lines may stand in a table, or in columns, that no line draws."""
    words = words_of(lang).structure
    items = [
        own
        for page in sorted(pages)
        for item in pages[page]
        if not _is_aside(item, aside)
        for own in signed(item, words)
    ]
    items, findings = _with_rows(items)
    first: dict[int, Item] = {}
    for item in items:
        first.setdefault(item.page, item)
    made: list[Stretch] = []
    for item in items:
        last = made[-1] if made else None
        above = last[-1] if isinstance(last, list) else None
        if isinstance(item, TablePart):
            if above is not None and isinstance(above, TablePart) and _follows(above, item):
                cast(list[TablePart], last).append(item)
                continue
            if not item.borders and (is_list_of_names(item, words) or _holds_values(item)):
                findings.append(on_page("read.columns_uncertain", item.page, " ".join(_row_texts(item))))
            if not item.borders and first.get(item.page) is item and item.page > 1 and above is not None:
                # Its head, or its first rows, may stand at the end of the page before.
                findings.append(on_page("read.table_uncertain", item.page, " ".join(_texts(above)), case="cut"))
            made.append([item])
            continue
        if isinstance(item, Columns) and _stands_in_columns(item, lang):
            made.append(item)
            continue
        if isinstance(item, Columns) and (len(item.whole) > 1 or len(item.columns) > _ONE_LINE):
            findings.append(on_page("read.columns_uncertain", item.page, " ".join(line.text for line in item.whole)))
        own = [line for line in (item.whole if isinstance(item, Columns) else (item,)) if line not in aside]
        if isinstance(above, Printed):
            cast(list[Printed], last).extend(own)
        else:
            made.append(own)
    return made, tuple(findings)


def _holds_values(part: TablePart) -> bool:
    """True where most cells of a column end in a value: the white before it may part two columns that stand close."""
    cells: defaultdict[int, list[str]] = defaultdict(list)
    for field in part.fields:
        if field.column_end == field.column + 1 and field.lines:
            cells[field.column].append(" ".join(line.text for line in field.lines))
    ended = {column: sum(_VALUED.search(text) is not None for text in texts) for column, texts in cells.items()}
    return any(count > 1 and 2 * count > len(cells[column]) for column, count in ended.items())


def _row_texts(part: TablePart) -> list[str]:
    return [line.text for field in part.fields for line in field.lines]


def _texts(item: Printed | TablePart) -> tuple[str, ...]:
    return (item.text,) if isinstance(item, Printed) else tuple(line.text for line in item.fields[-1].lines)


def _is_aside(item: Item, aside: frozenset[Printed]) -> bool:
    return set(item.whole) <= aside if isinstance(item, Columns) else item in aside


def _follows(above: TablePart, below: TablePart) -> bool:
    """Tell whether a part goes on the table of the part above it; rows of groups stand in parts of their own."""
    if goes_on(above, below):
        return True
    both = not above.borders and not below.borders and len(above.columns) == len(below.columns)
    return both and above.page <= below.page <= above.page + 1 and (_is_group(above) or _is_group(below))


def _is_group(part: TablePart) -> bool:
    return len(part.fields) == 1


def _with_rows(items: Sequence[Item]) -> tuple[list[Item], list[Finding]]:
    """Give undrawn tables that a page end cuts the rows that stand alone on either page: single rows, which look like
    blocks in columns, and rows of groups, which look like lines."""
    made = list(items)
    findings: list[Finding] = []
    index = 0
    while index < len(made):
        above = _rows(made[index])
        index += 1
        if above is None:
            continue
        end = index
        while end < len(made) and end <= index + _GROUP and isinstance(made[end], Printed):
            end += 1
        below = _rows(made[end]) if end < len(made) else None
        if below is None or not goes_on(above, below):
            continue
        between = [line for line in made[index:end] if isinstance(line, Printed)]
        counts = _counts_on(above, below)
        alone = isinstance(made[index - 1], Columns) and isinstance(made[end], Columns)
        if not counts and (between or alone):
            if between and counts is None and _within(between, above, below):
                findings.append(
                    on_page("read.table_uncertain", below.page, " ".join(line.text for line in between), case="cut")
                )
            continue
        if not _within(between, above, below):
            continue
        made[index - 1], made[end] = above, below
        made[index:end] = [_group(between, above, below)] if between else []
    return made, findings


def _rows(item: Item) -> TablePart | None:
    """Return an undrawn table, or a block in columns as one row of it; None for a signature and all else."""
    if isinstance(item, TablePart):
        return None if item.borders else item
    if (
        isinstance(item, Columns)
        and not item.prose
        and not NAME.fullmatch(" ".join(line.text for line in item.columns[-1]))
    ):
        return item.row
    return None


def _counts_on(above: TablePart, below: TablePart) -> bool | None:
    """Tell whether the rows below are numbered on from those above; None where one of them has no numbers."""
    last = [number for field in above.fields if (number := _number(field)) is not None]
    first = [number for field in below.fields if (number := _number(field)) is not None]
    if not last or not first:
        return None
    return first[0] == last[-1] + 1


def _number(field: PartCell) -> int | None:
    found = _NUMBER.fullmatch(field.lines[0].text) if field.column == 0 and field.lines else None
    return int(found[1]) if found else None


def _within(lines: Sequence[Printed], above: TablePart, below: TablePart) -> bool:
    """Tell whether lines can be the row of a group: inside the table that they stand by, and no sentence."""
    wide = max(part.columns[-1] - part.columns[0] for part in (above, below))
    left = {part.page: part.columns[0] for part in (above, below)}
    return all(
        -line.size < line.x0 - left[line.page]
        and line.x1 - left[line.page] < wide + line.size
        # A row that a page shows alone shows less of the table's width.
        and not line.text.endswith(_TERMINAL)
        for line in lines
    )


def _group(lines: Sequence[Printed], above: TablePart, below: TablePart) -> TablePart:
    columns = (above if lines[0].page == above.page else below).columns
    field = PartCell(0, 1, 0, len(columns) - 1, tuple(lines))
    return TablePart(lines[0].page, columns, (lines[0].top, lines[-1].bottom), (field,), False)


def _stands_in_columns(block: Columns, lang: Lang) -> bool:
    """Tell whether a block is read column by column: a signature, approvals, or more lines than one side by side; a
    single line with wide white in it is a line."""
    if all(len(column) > 1 for column in block.columns) and len(block.columns) > 1:
        return True
    words = words_of(lang).structure
    left = fold_spaces(" ".join(line.text for line in block.columns[0]))
    right = " ".join(line.text for line in block.columns[-1])
    return len(block.columns) == 2 and bool(NAME.fullmatch(right) or (words.post.search(left) and len(block.whole) > 1))
