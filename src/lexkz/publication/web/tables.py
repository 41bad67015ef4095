"""Tables as HTML: real heads with their scope, merged cells, in a region that scrolls by itself where it is wide."""

from lexkz.languages.language import words_of
from lexkz.publication.sheet.columns import place
from lexkz.publication.sheet.model import Cell, Grid, Line, Row
from lexkz.publication.web.inline import attribute, inline
from lexkz.publication.web.model import Beside


def signature(grid: Grid, beside: Beside) -> str:
    """Return the post and the name of the signatory, which the sheet has as a table without borders."""
    cells = (cell for row in grid.rows for cell in row.cells)
    each = ("".join(f"<p>{inline(line.runs, beside)}</p>" for line in cell.lines) for cell in cells)
    return f'<div class="lx-sign">{"".join(f"<div>{one}</div>" for one in each)}</div>'


def table(grid: Grid, beside: Beside) -> str:
    """Return a table. Rows that were changed bear their mark in the first cell."""
    placed = place(grid)
    heads = head_rows(grid)
    rows = [
        _row(row, beside, head=at < heads, whole=cells[0].span if row.gap and len(cells) == 1 else 0)
        for at, (row, cells) in enumerate(zip(grid.rows, placed, strict=True))
    ]
    head = f"<thead>{''.join(rows[:heads])}</thead>" if heads else ""
    body = f"<tbody>{''.join(rows[heads:])}</tbody>" if rows[heads:] else ""
    name = attribute(beside.names.get(grid.eid) or grid.eid or "—")
    anchor = f' id="{attribute(grid.eid)}"' if grid.eid else ""
    return (
        f"{beside.marks.get(grid.eid, '')}{beside.links.get(grid.eid, '')}"
        f'<div class="lx-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table{anchor} class="lx-table">{head}{body}</table></div>'
    )


def head_rows(grid: Grid) -> int:
    """Return how many rows are the head; none where a cell of theirs goes on below them, which a browser would cut."""
    heads = 0
    while heads < len(grid.rows) and grid.rows[heads].cells and all(cell.head for cell in grid.rows[heads].cells):
        heads += 1
    deepest = max((at + cell.rowspan for at, row in enumerate(grid.rows[:heads]) for cell in row.cells), default=0)
    return heads if deepest <= heads else 0


def _row(row: Row, beside: Beside, *, head: bool, whole: int) -> str:
    mark = beside.marks.get(row.eid, "")
    anchor = f' id="{attribute(row.eid)}"' if row.eid else ""
    kinds = " ".join(kind for kind, there in (("lx-changed", mark), ("lx-gap", row.gap)) if there)
    shown = f' class="{kinds}"' if kinds else ""
    cells = []
    for at, cell in enumerate(row.cells):
        group = len(row.cells) == 1 and (whole or cell.colspan) > 1 and not row.gap
        cells.append(_cell(cell, beside, head=head, group=group, whole=whole, mark=mark if at == 0 else ""))
    return f"<tr{anchor}{shown}>{''.join(cells)}</tr>"


def _cell(cell: Cell, beside: Beside, *, head: bool, group: bool, whole: int, mark: str) -> str:
    columns = whole or cell.colspan
    counts = (("colspan", columns), ("rowspan", cell.rowspan))
    spans = "".join(f' {name}="{count}"' for name, count in counts if count > 1)
    tag, scope = "td", ""
    if cell.head and head:
        tag, scope = "th", ' scope="colgroup"' if columns > 1 else ' scope="col"'
    elif cell.head or group:
        # A line over all columns names the rows below it.
        tag, scope = "th", ' scope="rowgroup" class="lx-group"' if group else ' scope="row"'
    lang = f' lang="{words_of(cell.lang).layout.code}"' if cell.lang else ""
    gap = any(run.look == "gap" for line in cell.lines for run in line.runs)
    said = (
        "".join(_line(line, beside) for line in cell.lines)
        if len(cell.lines) != 1
        else inline(cell.lines[0].runs, beside)
    )
    hint = f' <span lang="{beside.lang}">{attribute(beside.gap)}</span>' if gap and whole else ""
    return f"<{tag}{spans}{scope}{lang}>{mark}{said}{hint}</{tag}>"


def _line(line: Line, beside: Beside) -> str:
    return f"<p>{inline(line.runs, beside)}</p>"
