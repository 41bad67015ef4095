"""A sheet as an HTML page. Every word of it is escaped: nothing of a source is ever markup."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from urllib.parse import quote

from lexkz.languages.language import words_of
from lexkz.publication.html.style import style
from lexkz.publication.sheet.columns import place, shares
from lexkz.publication.sheet.model import Block, Cell, Grid, Line, Revision, Row, Run, Sheet
from lexkz.publication.sheet.signing import signed

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "sup": "sup", "marker": "sup", "sub": "sub"}


def write_html(sheet: Sheet) -> str:
    """Return ``sheet`` as one page without scripts, pictures or links, but those to files beside it.

    The same sheet gives the same page.
    """
    words = words_of(sheet.lang).layout
    body = "\n".join(_Page().blocks(sheet))
    kind = ' class="landscape"' if sheet.landscape else ""
    return (
        f'<!doctype html>\n<html lang="{words.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n"
        f"<style>{style(landscape=sheet.landscape, running=sheet.running)}</style>\n"
        f"</head>\n<body{kind}>\n{body}\n</body>\n</html>\n"
    )


class _Page:
    def __init__(self) -> None:
        self.taken: set[str] = set()

    def blocks(self, sheet: Sheet) -> Iterator[str]:
        for block in signed(sheet.flow):
            yield self.block(block)

    def block(self, block: Block) -> str:
        return self.table(block) if isinstance(block, Grid) else self.line(block)

    def line(self, line: Line) -> str:
        tag = "p"
        if line.role in ("title", "caption"):
            tag = "h1"
        elif line.role in ("heading", "article"):
            tag = f"h{min(line.level + 1, 6)}"
        classes: list[str] = [line.role]
        if line.starts:
            classes.append("starts")
        if line.role == "approval" and line.level:
            classes.append("head")
        return f'<{tag}{self.anchor(line.eid)} class="{" ".join(classes)}">{_runs(line.runs)}</{tag}>'

    def anchor(self, eid: str) -> str:
        """Return the id of the first line of a unit; an id stands once in a page."""
        if not eid or eid in self.taken:
            return ""
        self.taken.add(eid)
        return f' id="{escape(eid)}"'

    def table(self, grid: Grid) -> str:
        kind = "" if grid.borders else ' class="plain"'
        placed = place(grid)
        columns = ""
        if grid.widths:
            each = (f'<col style="width:{share:.1%}">' for share in shares(grid, placed))
            columns = f"<colgroup>{''.join(each)}</colgroup>\n"
        rows = [
            _whole(row, cells[0].span) if row.gap and len(cells) == 1 else row
            for row, cells in zip(grid.rows, placed, strict=True)
        ]
        heads = _heads(grid)
        anchor = self.anchor(grid.eid)
        head = "\n".join(self.row(row) for row in rows[:heads])
        rest = "\n".join(self.row(row) for row in rows[heads:])
        parts = (f"<thead>\n{head}\n</thead>\n" if head else "") + (f"<tbody>\n{rest}\n</tbody>\n" if rest else "")
        return f"<table{anchor}{kind}>\n{columns}{parts}</table>"

    def row(self, row: Row) -> str:
        marks = ' class="gap"' if row.gap else ""
        return f"<tr{self.anchor(row.eid)}{marks}>{''.join(self.cell(cell) for cell in row.cells)}</tr>"

    def cell(self, cell: Cell) -> str:
        tag = "th" if cell.head else "td"
        spans = "".join(
            f' {name}="{span}"' for name, span in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if span > 1
        )
        lang = f' lang="{words_of(cell.lang).layout.code}"' if cell.lang else ""
        return f"<{tag}{spans}{lang}>{''.join(self.block(block) for block in cell.blocks or cell.lines)}</{tag}>"


def _whole(row: Row, width: int) -> Row:
    return replace(row, cells=tuple(replace(cell, colspan=width) for cell in row.cells))


def _heads(grid: Grid) -> int:
    """How many rows are heads; none where a cell of theirs goes on below them, which a browser would cut."""
    heads = 0
    while heads < len(grid.rows) and grid.rows[heads].cells and all(cell.head for cell in grid.rows[heads].cells):
        heads += 1
    deepest = max((at + cell.rowspan for at, row in enumerate(grid.rows[:heads]) for cell in row.cells), default=0)
    return heads if deepest <= heads else 0


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    made = escape(run.text)
    if run.look in _TAGS:
        made = f"<{_TAGS[run.look]}>{made}</{_TAGS[run.look]}>"
    elif run.look in ("fill", "gap"):
        made = f'<span class="{run.look}">{made}</span>'
    if run.strong:
        made = f"<b>{made}</b>"
    if run.href:
        made = f'<a href="{escape(quote(run.href))}">{made}</a>'
    return _revised(made, run.revision)


def _revised(made: str, revision: Revision | None) -> str:
    if revision is None:
        return made
    tag = "ins" if revision.mark == "+" else "del"
    date = f' datetime="{escape(revision.date)}"' if revision.date else ""
    return f'<{tag}{date} title="{escape(revision.author)}">{made}</{tag}>'
