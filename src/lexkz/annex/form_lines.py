"""The wording of a form: its document as lines of words and blanks, and tables, nothing left out."""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.control import control_of
from lexkz.akn.elements import HIERARCHY, INLINE
from lexkz.akn.namespace import CONTROL, local, q
from lexkz.akn.text import paragraphs, visible
from lexkz.annex.columns import columns, head_rows
from lexkz.annex.form_model import Blank, Block, FormCell, FormColumn, FormLine, FormTable, Style, Words
from lexkz.annex.grid import Grid, GridCell, grid
from lexkz.languages.detect import Lang

_LAYOUT = re.compile(r"[ ]*[\t\n\r][ \t\n\r]*")
_SKIPPED = frozenset({"meta", "attachments", "components", "toc"})
_CLASSES: dict[str, Style] = {"form": "mark", "addressee": "addressee"}
_ELEMENTS: dict[str, Style] = {"longTitle": "title", "heading": "heading", "crossHeading": "heading"}


def blocks(document: etree._Element, lang: Lang) -> tuple[Block, ...]:
    """Return the wording of ``document`` (a ``doc`` or ``act``), that of documents attached to it apart."""
    return tuple(_FormReader(lang).read(document))


class _FormReader:
    """Walks one document; a clause's number waits for its first words."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.number: str | None = None
        self.depth = 0
        self.tables = 0

    def read(self, element: etree._Element, style: Style = "text") -> Iterator[Block]:
        name = local(element)
        if not name or name in _SKIPPED:
            return
        style = self._style(element, style)
        if name == "table":
            yield from self._waiting()
            yield self._sheet(element)
        elif name == "num":
            yield from self._waiting()
            self.number = visible(element)
        elif name in HIERARCHY:
            yield from self._waiting()
            numbered = element.find(q("num")) is not None
            self.depth += numbered
            for child in element:
                yield from self.read(child, style)
            yield from self._waiting()
            self.depth -= numbered
        elif _holds_text(element):
            yield from self._line(element, style)
        else:
            for child in element:
                yield from self.read(child, style)

    @staticmethod
    def _style(element: etree._Element, style: Style) -> Style:
        if element.get("name") == "cornerMark":
            return "corner"
        if element.get("name") == "note":
            return "note"
        return _CLASSES.get(element.get("class") or "") or _ELEMENTS.get(local(element)) or style

    def _waiting(self) -> Iterator[FormLine]:
        """Give the line of a number that no words followed."""
        if self.number is not None:
            number, self.number = self.number, None
            yield FormLine((Words(number),), "text", None, number, self.depth)

    def _line(self, element: etree._Element, style: Style) -> Iterator[FormLine]:
        notes: list[str] = []
        made = _trimmed(_pieces(element, notes))
        number = self.number
        if number is not None and made:
            self.number = None
            made = _joined((Words(f"{number} "), *made))
        if made:
            holder = element if element.get("eId") else next(element.iterancestors(), None)
            while holder is not None and not holder.get("eId"):
                holder = holder.getparent()
            eid = holder.get("eId") if holder is not None else None
            yield FormLine(made, style, eid, number, self.depth)
        for note in notes:
            yield FormLine((Words(note),), "note", None, None, self.depth)

    def _sheet(self, table: etree._Element) -> FormTable:
        self.tables += 1
        made = grid(table)
        rows = []
        for place, row in enumerate(made.elements):
            slots = list(dict.fromkeys(slot for slot in made.slots[place] if slot.row == place))
            cells = [cell for cell in row if local(cell) in ("td", "th")]
            rows.append(tuple(self._cell(*one) for one in zip(cells, slots, strict=False)))
        heads = head_rows(made, self.lang) or _over_nothing(made)
        over = tuple(
            FormColumn(column.key, " / ".join(column.path) or column.key) for column in columns(made, heads, self.lang)
        )
        ids = tuple(row.get("eId") or f"row_r{place}" for place, row in enumerate(made.elements, start=1))
        return FormTable(table.get("eId") or f"table_{self.tables}", tuple(rows), ids, over, heads)

    def _cell(self, cell: etree._Element, slot: GridCell) -> FormCell:
        reader = _FormReader(self.lang)
        lines = tuple(line for child in cell for found in reader.read(child) for line in _lines(found))
        return FormCell(lines, slot.column, slot.rows, slot.columns, slot.header)


def _over_nothing(made: Grid) -> int:
    """Return 1 where the first row is the only one with words: the head of a table that is to be filled in."""
    below = [cell for row in made.slots[1:] for cell in row]
    whole = bool(made.slots) and all(cell.text and cell.rows == 1 for cell in made.slots[0])
    return int(whole and made.width > 1 and not any(cell.text.strip() for cell in below))


def _lines(block: Block) -> tuple[FormLine, ...]:
    """Return a line as it is, a table within a cell as its lines."""
    if isinstance(block, FormLine):
        return (block,)
    return tuple(line for row in block.rows for cell in row for line in cell.lines)


def _holds_text(element: etree._Element) -> bool:
    if local(element) in ("p", "block", "heading", "subheading", "crossHeading", "caption", "li", "listIntroduction"):
        return True
    if (element.text or "").strip():
        return True
    return any(local(child) in INLINE or (child.tail or "").strip() for child in element)


def _pieces(element: etree._Element, notes: list[str]) -> Iterator[Words | Blank]:
    if local(element) == "fillIn":
        control = control_of(element.get(CONTROL))
        yield Blank(element.get("eId") or "", _LAYOUT.sub(" ", visible(element)), control)
        return
    quoted = local(element) in ("quotedText", "embeddedText")
    if quoted and element.get("startQuote"):
        yield Words(element.get("startQuote") or "")
    if element.text:
        yield Words(element.text)
    for child in element:
        if local(child) == "authorialNote":
            notes.append(visible(child))
        elif local(child) in ("br", "eol"):
            yield Words(" ")
        elif local(child) == "quotedStructure":
            # Its blanks are a form of their own.
            yield Words(f" {child.get('startQuote', '')}{' '.join(paragraphs(child, own_quotes=False))}")
            yield Words(child.get("endQuote", ""))
        elif local(child):
            yield from _pieces(child, notes)
        if child.tail:
            yield Words(child.tail)
    if quoted and element.get("endQuote"):
        yield Words(element.get("endQuote") or "")


def _joined(pieces: tuple[Words | Blank, ...] | Iterator[Words | Blank]) -> tuple[Words | Blank, ...]:
    """Return ``pieces`` with words that stand side by side as one, white space of layout as one space."""
    made: list[Words | Blank] = []
    for piece in pieces:
        if isinstance(piece, Words) and made and isinstance(made[-1], Words):
            made[-1] = Words(made[-1].text + piece.text)
        else:
            made.append(piece)
    return tuple(Words(_LAYOUT.sub(" ", one.text)) if isinstance(one, Words) else one for one in made)


def _trimmed(pieces: Iterator[Words | Blank]) -> tuple[Words | Blank, ...]:
    made = list(_joined(pieces))
    if made and isinstance(made[0], Words):
        made[0] = Words(made[0].text.lstrip())
    if made and isinstance(made[-1], Words):
        made[-1] = Words(made[-1].text.rstrip())
    return tuple(piece for piece in made if piece.text)
