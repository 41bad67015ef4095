"""The body of a document, of a cell, a text box, a note or a header: its paragraphs and tables, in order."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from lexkz.reading.blocks import Align, Block, Paragraph
from lexkz.reading.docx.names import below, child, local, on, val, whole
from lexkz.reading.docx.runs import DocxLine, line
from lexkz.reading.docx.state import DocxState, PrintedParagraph
from lexkz.reading.docx.tables import take
from lexkz.reading.limits import tick
from lexkz.reading.marked.inline import Piece, paragraphs
from lexkz.reading.marked.signature import parted

_RIGHT_HALF = 4200
"""Offset from the margin, in twentieths of a point, from which a line stands in the right half of a page (7.4 cm)."""
_INITIAL = 3
"""Signs of a large first letter at most: «А», and a quotation mark or a bracket before it."""
_TAB = 708
"""Distance of Word's own tab stops, in twentieths of a point."""
_ALIGNS: dict[str, Align] = {"center": "center", "right": "right", "end": "right"}
_PAGE_LINE = re.compile(r"\W*(?:[^\W\d_]{2,9}\W*)?\d{1,4}\W*(?:[^\W\d_]{1,6}\W+)?(?:\d{1,4}\W*)?(?:[^\W\d_]{3,6})?\W*")
"""A line with the number of its page and few words: «Стр. 2 из 9»."""
_PAGE_NUMBER = re.compile(r"\t+\s*(\d{1,4})\s*$")


class Body:
    """One stretch of block content; ``blocks`` is what it holds."""

    def __init__(self, state: DocxState) -> None:
        self.state = state
        self.blocks: list[Block] = []
        self.carried: list[Piece] = []
        """Text of a paragraph whose mark was deleted: it goes on with the next."""

    def read(self, elements: Iterable[etree._Element]) -> list[Block]:
        """Take in ``elements`` and return all blocks."""
        for element in elements:
            name = local(element)
            if name == "p":
                self.paragraph(element)
            elif name == "tbl":
                self.table(element)
            elif name in ("del", "moveFrom"):
                self.state.deleted(element)
            elif name == "altChunk":
                self.state.embedded.append("altChunk")
        if self.carried:
            self.put(DocxLine(self.carried), None, "body")
            self.carried = []
        return self.blocks

    def paragraph(self, element: etree._Element) -> None:
        """Take in one paragraph, its text boxes where they hang on it, its footnotes after it."""
        state = self.state
        tick()
        state.paragraphs += 1
        made = line(element, state)
        after: list[Block] = []
        for box in made.boxes:
            inner = [_aligned(block, "right") if box.right else block for block in Body(state).read(below(box.content))]
            begun, ended = box.before.strip(), not made.text[len(box.before) :].strip()
            (after if begun and ended else self.blocks).extend(inner)
            if begun and not ended:
                state.boxed.extend(block.text for block in inner if isinstance(block, Paragraph))
        self.text(element, made)
        self.blocks.extend(after)

    def text(self, element: etree._Element, made: DocxLine) -> None:
        """Take in the text of a paragraph, and its footnotes."""
        state = self.state
        mark = child(element, "pPr", "rPr")
        if on(child(mark, "vanish")) and not made.text.strip():
            # Word neither prints nor counts a paragraph that is hidden with its mark.
            self.notes(made)
            return
        if made.paged and _PAGE_LINE.fullmatch(made.text.strip()):
            state.page_numbers.append(made.text.strip())
            return
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.carried.extend(made.pieces)
            state.removed.append("")
            self.notes(made)
            return
        if (
            val(child(element, "pPr", "framePr"), "dropCap") in ("drop", "margin")
            and len(made.text.strip()) <= _INITIAL
        ):
            # A large first letter in a frame of its own is the first of the paragraph below.
            self.carried.extend(made.pieces)
            return
        made.pieces, self.carried = [*self.carried, *made.pieces], []
        if child(mark, "ins") is not None:
            state.inserted += 1
        if state.styles.is_named(element, "state of the text"):
            # Our own documents say on top what state the text is in.
            state.set_aside.append(made.text)
            return
        if state.styles.is_contents(element):
            self.contents_line(made)
        self.put(made, element, self.align(element, made))
        self.notes(made)

    def put(self, made: DocxLine, element: etree._Element | None, align: Align) -> None:
        """Put down the paragraphs of a line."""
        state = self.state
        number = state.numbering.number(element) if element is not None else ""
        heading = state.styles.heading(element) if element is not None else None
        if element is not None:
            state.printed.append(PrintedParagraph(element, number, tuple(made.pieces), state.paragraphs))
        pieces = parted(made.pieces, state.lang)
        signed = "\n" not in made.text and any("\n" in piece.text for piece in pieces)
        first = [Piece(number)] if number else []
        done = paragraphs([*first, *pieces], state.place(), align, heading)
        if signed and len(done) == 2:
            done[-1] = replace(done[-1], align="left")
        if element is not None and state.styles.is_named(element, "editors note"):
            done = [replace(paragraph, note=True) for paragraph in done]
        self.blocks.extend(done)

    def notes(self, made: DocxLine) -> None:
        """Put down the text of the footnotes of a line; that of a cell stands below the table."""
        state = self.state
        into = state.cell_notes if state.tables else self.blocks
        for mark, element in made.notes:
            outer, state.note_mark = state.note_mark, mark
            tables, state.tables = state.tables, 0
            for block in Body(state).read(below(element)):
                into.append(replace(block, footnote=mark) if isinstance(block, Paragraph) else block)
            state.note_mark, state.tables = outer, tables

    def contents_line(self, made: DocxLine) -> None:
        """Take the page number off a line of a table of contents."""
        match = _PAGE_NUMBER.search(made.text)
        if match is None:
            return
        self.state.page_numbers.append(match[1])
        end = match.start()
        kept: list[Piece] = []
        for piece in made.pieces:
            kept.append(replace(piece, text=piece.text[: max(0, end)]))
            end -= len(piece.text)
        made.pieces = kept

    def align(self, element: etree._Element, made: DocxLine) -> Align:
        """Return how a paragraph stands on the page; one far from the left margin stands at the right."""
        said = _ALIGNS.get(val(self.state.styles.paragraph(element, "jc")) or "")
        frame = child(element, "pPr", "framePr")
        if frame is not None and (val(frame, "xAlign") == "right" or (whole(val(frame, "x")) or 0) > _RIGHT_HALF):
            return "right"
        indent = self.state.styles.paragraph(element, "ind")
        left = whole(val(indent, "left") or val(indent, "start")) or 0
        text = made.text
        tabs = len(text) - len(text.lstrip("\t"))
        spaces = len(text) - len(text.lstrip(" \u00a0"))
        far = left + tabs * _TAB >= _RIGHT_HALF or spaces >= 40
        return "right" if far and said is None else said or "body"

    def table(self, element: etree._Element) -> None:
        """Take in a table."""
        state = self.state
        state.tables += 1
        self.blocks.extend(take(element, state, lambda inner: Body(state).read(inner)))
        state.tables -= 1
        if not state.tables:
            self.blocks.extend(state.cell_notes)
            state.cell_notes.clear()


def _aligned(block: Block, align: Align) -> Block:
    return replace(block, align=align) if isinstance(block, Paragraph) else block
