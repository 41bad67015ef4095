"""The columns of a table, done again: found through cells that span, put in, taken out, given new text."""

from collections.abc import Sequence

from lexkz.amendment.model import Step
from lexkz.consolidation.content_proof.text_tree import PrintedLine, PrintedUnit, Unjudged, all_lines, own_units
from lexkz.languages.folding import fold_spaces


def rows_with_cells(table: PrintedUnit) -> list[tuple[PrintedUnit, dict[int, PrintedUnit]]]:
    """Return the rows of ``table``, each with its cells by column (from 0): those of rows above that reach into it,
    too. Raises Unjudged where rows are not known."""
    out: list[tuple[PrintedUnit, dict[int, PrintedUnit]]] = []
    reaching: dict[int, tuple[PrintedUnit, int]] = {}
    for row in (each for each in own_units(table) if each.tag in ("tr", "gap")):
        if row.tag == "gap":
            raise Unjudged("columns of an outline")
        cells = {column: cell for column, (cell, _) in reaching.items()}
        reaching = {column: (cell, more - 1) for column, (cell, more) in reaching.items() if more > 1}
        column = 0
        for cell in row.units():
            while column in cells:
                column += 1
            for _ in range(cell.across):
                cells[column] = cell
                if cell.down > 1:
                    reaching[column] = (cell, cell.down - 1)
                column += 1
        out.append((row, cells))
    return out


def is_across(row: PrintedUnit) -> bool:
    """True for a row of one cell: the heading of a section of the table."""
    return len(row.units()) == 1


def text_of(cell: PrintedUnit) -> str:
    return " ".join(line.words for line in all_lines(cell) if line.words)


def width(table: PrintedUnit) -> int:
    return max((len(cells) for _, cells in rows_with_cells(table)), default=0)


def column_at(table: PrintedUnit, step: Step) -> int:
    """Return the place (from 0) of the column that ``step`` names: by the row that numbers the columns, by counting, by
    its heading. Raises Unjudged where there is none, or several."""
    rows, count = rows_with_cells(table), width(table)
    number = step.number or ""
    if number.isdigit():
        printed = [[text_of(cells[at]) for at in sorted(cells)] for _, cells in rows[:5]]
        if any(len(line) > 1 and line == [str(n + 1) for n in range(len(line))] for line in printed):
            count = len(next(line for line in printed if line == [str(n + 1) for n in range(len(line))]))
        if 1 <= int(number) <= count:
            return int(number) - 1
    elif step.name and rows:
        heads = {at: fold_spaces(text_of(cell)) for at, cell in rows[0][1].items()}
        found = [at for at, text in heads.items() if text == fold_spaces(step.name or "")]
        if len(found) == 1:
            return found[0]
    raise Unjudged(f"column {step.number or step.name or ''}")


def numbering_row(table: PrintedUnit) -> PrintedUnit | None:
    """Return the row "1 | 2 | 3" of a table."""
    for row, _ in rows_with_cells(table)[:5]:
        texts = [text_of(cell) for cell in row.units()]
        if len(texts) > 1 and texts == [str(n + 1) for n in range(len(texts))]:
            return row
    return None


def heads(table: PrintedUnit) -> list[tuple[PrintedUnit, dict[int, PrintedUnit]]]:
    """Return the rows above the row of numbers; where there is none, above the first row that has a number."""
    rows, numbers = rows_with_cells(table), numbering_row(table)
    for place, (row, _) in enumerate(rows):
        if row is numbers or (numbers is None and row.number is not None):
            return [(head, cells) for head, cells in rows[:place] if not is_across(head)]
    return rows[:1]


def heading_cell(table: PrintedUnit, at: int) -> PrintedUnit:
    """Return the one cell that heads the column ``at`` alone."""
    found = dict.fromkeys(cells[at] for _, cells in heads(table) if at in cells and cells[at].across == 1)
    if len(found) != 1:
        raise Unjudged(f"{len(found)} headings of a column")
    return next(iter(found))


def cells_of(table: PrintedUnit, at: int) -> list[PrintedUnit]:
    """Return the cells of the column ``at`` from the top, each once; rows of one cell are left out. Raises Unjudged
    where one of them stands in another column as well."""
    found = [cells[at] for row, cells in rows_with_cells(table) if not is_across(row) and at in cells]
    if any(cell.across > 1 for cell in found):
        raise Unjudged("a cell of several columns")
    return list(dict.fromkeys(found))


def put_column(table: PrintedUnit, at: int, texts: Sequence[Sequence[str]], by: str) -> None:
    """Put new cells before the column ``at``: ``texts`` are those of each row that has more than one cell."""
    rows = [(row, cells) for row, cells in rows_with_cells(table) if not is_across(row)]
    if len(rows) != len(texts):
        raise Unjudged(f"{len(texts)} new cells for {len(rows)} rows")
    for (row, cells), new in zip(rows, texts, strict=True):
        if at in cells and at > 0 and cells.get(at - 1) is cells[at]:
            raise Unjudged("a cell over the place of the new column")
        own = row.units()
        follows = [cells[place] for place in sorted(cells) if place >= at and cells[place] in own]
        place = row.items.index(follows[0]) if follows else len(row.items)
        for offset, text in enumerate(new):
            cell = PrintedUnit("td", by=(by,))
            cell.add(PrintedLine(text, by=(by,)))
            row.add(cell, place + offset)
        row.by = (*row.by, by)
    _widen(table, len(texts[0]) if texts else 0)
    table.by = (*table.by, by)


def _widen(table: PrintedUnit, by: int) -> None:
    """Let the cells that are rows of their own reach over more or fewer columns."""
    for row, _ in rows_with_cells(table):
        if is_across(row) and row.units()[0].across > 1:
            row.units()[0].across += by


def take_column(table: PrintedUnit, at: int, by: str) -> None:
    """Take a column out."""
    for cell in cells_of(table, at):
        row = cell.parent
        assert row is not None
        row.items.remove(cell)
        row.by = (*row.by, by)
    _widen(table, -1)
    table.by = (*table.by, by)
