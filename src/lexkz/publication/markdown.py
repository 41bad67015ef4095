"""An act as Markdown (GitHub's dialect), for language models and search engines: headings, lists, tables, anchors.

Before each unit stands an anchor with its eId, so that ``#para_5`` leads there. What the act says stands in headings,
paragraphs, list items and tables; what lexkz or editors say of it stands in quotations (``>``). Letters of the law that
Markdown would read as its own marks are escaped: the text that a reader sees is the act's, letter by letter.
"""

import re
from collections.abc import Iterator
from html import escape

from lexkz.publication.act_json import identity
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import NOT_THE_ACTS, Look, SheetCell, SheetLine, SheetRow, SheetTable
from lexkz.structure import Act

_INLINE = re.compile(r"[\\`*_\[\]<>&~|$]")
_OPENS_BLOCK = re.compile(r"(?P<mark>[#+=-])|(?P<number>[0-9]+)(?P<stop>[.)])")
_ADDRESS = re.compile(r"(?i)(?<=[a-z])(?=://)|(?<=www)(?=\.)")
"""Where GitHub begins to make a link of an address, and with it would show what is escaped in it."""
_SPACES = re.compile("[ \u00a0]{2,}|[\t\x1c-\x1f\x85\u2028\u2029]")
_LISTED = re.compile(r"(?:subpara|point|item|indent)(?:_|$)")
_DEEPEST = 6
_LOOKS: dict[Look, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
}


def export_markdown(act: Act) -> str:
    """Return an act as Markdown: the state of its text in a quotation, then all of it, with the editors' notes."""
    return "\n".join((*_named(act), *_blocks(act)))


def _named(act: Act) -> Iterator[str]:
    """The IRI of the text and the page that it leads back to, where they are known."""
    known = identity(act)
    page = f"<{known.source_page}>" if known.source_page else None
    said = " · ".join(part for part in (f"`{known.expression}`" if known.expression else None, page) if part)
    if said:
        yield f"> {said}\n"


def _blocks(act: Act) -> Iterator[str]:
    seen: set[str] = set()
    open_ = 0  # how many lists the last block stood in
    for block in act_sheet(act).flow:
        if isinstance(block, SheetTable):
            yield from _table(block, seen)
            open_ = 0
            continue
        anchor = _anchor(block.eid, seen)
        depth, item = _depth(block)
        # Deeper than one list below the last, a line would be read as code.
        open_ = min(depth, open_ + 1 if item and anchor else open_)
        if block.role in NOT_THE_ACTS:
            lead = "> "
        elif block.role in ("title", "heading", "article"):
            level = 1 if block.role == "title" else min(block.level + 1, _DEEPEST)
            lead = "#" * level + " "
        elif open_ and item and anchor:
            lead = "  " * (open_ - 1) + "- "
        else:
            lead = "  " * open_
        yield f"{lead}{anchor}{_text(block, starts=not anchor)}\n"


def _depth(line: SheetLine) -> tuple[int, bool]:
    """In how many lists a line stands, and whether an item begins with it: a subparagraph is an item."""
    if line.role not in ("text", "form_line", "gap"):
        return 0, False
    steps = [bool(_LISTED.match(step)) for step in line.eid.split("__")]
    return sum(steps), steps[-1]


def _anchor(eid: str, seen: set[str]) -> str:
    if not eid or eid in seen:
        return ""
    seen.add(eid)
    return f'<a id="{escape(eid)}"></a>'


def _text(line: SheetLine, *, starts: bool) -> str:
    """The line's words, escaped; ``starts``: nothing of ours stands before them in their line."""
    parts: list[str] = []
    for run in line.runs:
        opening, closing = _LOOKS.get(run.look, ("", ""))
        parts.append(f"{opening}{_escaped(run.text)}{closing}")
    text = "".join(parts).strip(" ")
    if starts and (found := _OPENS_BLOCK.match(text)):
        if found["mark"]:
            return f"\\{text}"
        return f"{found['number']}\\{text[found.end() - 1 :]}"
    return text


def _escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    marked = _INLINE.sub(lambda found: f"\\{found[0]}", text.replace("\n", " "))
    parted = _ADDRESS.sub(r"\\", marked)
    return _SPACES.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), parted)


def _table(grid: SheetTable, seen: set[str]) -> Iterator[str]:
    """A table as GitHub has it: its first row is the head; a merged cell stands where it begins, the rest is empty."""
    rows = _slots(grid)
    width = max((len(row) for row in rows), default=0)
    if not width:
        return
    anchor = _anchor(grid.eid, seen)
    if anchor:
        yield f"{anchor}\n"
    lines = []
    for place, (row, cells) in enumerate(zip(grid.rows, rows, strict=True)):
        padded = [*cells, *[""] * (width - len(cells))]
        padded[0] = _anchor(row.eid, seen) + padded[0]
        lines.append("| " + " | ".join(padded) + " |")
        if place == 0:
            lines.append("|" + " --- |" * width)
    yield "\n".join(lines) + "\n"


def _slots(grid: SheetTable) -> list[list[str]]:
    """The cells of each row in their columns; what a merged cell spans is empty."""
    open_: dict[int, int] = {}
    rows: list[list[str]] = []
    for row in grid.rows:
        rows.append(_row(row, open_))
    return rows


def _row(row: SheetRow, open_: dict[int, int]) -> list[str]:
    made: list[str] = []
    began: dict[int, int] = {}
    for cell in row.cells:
        while open_.get(len(made), 0):
            made.append("")
        if cell.rowspan > 1:
            began.update((len(made) + each, cell.rowspan - 1) for each in range(cell.colspan))
        made.extend((_cell(cell), *[""] * (cell.colspan - 1)))
    while open_.get(len(made), 0):
        made.append("")
    for column in open_:
        open_[column] = max(0, open_[column] - 1)
    open_.update(began)
    return made


def _cell(cell: SheetCell) -> str:
    return "<br>".join(_text(line, starts=False) for line in cell.lines if line.text)
