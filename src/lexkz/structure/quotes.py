"""Quotes: which quotation mark opens and which closes, nested ones counted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexkz.reading.blocks import Cell, Row, Table

OPENING = frozenset('"«“„')
CLOSING = frozenset('"»”“')
_PAIRS = {'"': '"', "«": "»", "“": "”", "„": "“”"}
_TAIL = re.compile(r"[\s;.,]*$")
_LAST = re.compile(r"[\"»”“](?=[\s;.,]*$)")


def closes_at_end(text: str) -> bool:
    """Tell whether ``text``, which begins with a closing quote, holds nothing after it but ``;``, ``.`` or ``,``."""
    return bool(_TAIL.fullmatch(text[1:]))


class Quotes:
    """Depth of quotation through the lines of one quoted block, counted in the marks of its opening quote."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.depth = 0
        self.left = False
        """True once the outermost quotation was closed inside a line that goes on."""
        self.balanced = False
        """True where the last line closes, at its end, only what it opened itself."""

    def zeros(self, text: str) -> tuple[int, ...]:
        """Return the offsets in the next line ``text`` at which a mark would close the block."""
        found: list[int] = []
        depth = self.depth
        for offset, change in self._marks(text):
            depth += change
            if depth <= 0:
                found.append(offset)
                depth = 1
        return tuple(found)

    def copy(self) -> "Quotes":
        """Return a counter that stands where this one does."""
        other = Quotes(self.opening)
        other.depth = self.depth
        return other

    def read(self, text: str) -> int | None:
        """Count the marks of the next line; return the offset of the quote at its end that closes, or None."""
        before = self.depth or 1
        for offset, change in self._marks(text):
            self.depth += change
            if self.depth > 0:
                continue
            if closes_at_end(text[offset:]):
                return offset
            # Closed in the middle of a line: an inner quotation whose opening mark was lost.
            self.left = True
            self.depth = 1
        self.balanced = self.depth == before and self.last_closing(text) is not None
        return None

    def closes(self, text: str) -> bool:
        """Tell whether the next line, if it is ``text``, ends the block."""
        return self.copy().read(text) is not None

    def zero(self, text: str) -> int | None:
        """Return the offset of the mark that closes the one which ``text`` begins with, or None."""
        depth = 0
        for offset, change in self._marks(text):
            depth += change
            if depth <= 0:
                return offset
        return None

    def open_after(self, text: str) -> bool:
        """Tell whether ``text``, read by itself, leaves a quotation open; the counter then stands at its end."""
        self.depth = 0
        for _, change in self._marks(text):
            self.depth = max(0, self.depth + change)
        return self.depth > 0

    def closes_first(self, text: str) -> bool:
        """Tell whether the first mark of the next line ``text`` closes."""
        return next((change < 0 for _, change in self._marks(text)), False)

    def last_closing(self, text: str) -> int | None:
        """Return the offset of a closing mark of this kind at the end of ``text``, whatever the depth."""
        match = _LAST.search(text)
        if match is None or match.group() not in _PAIRS[self.opening]:
            return None
        return match.start()

    def strange_closing(self, lines: Sequence[str]) -> int | None:
        """Return the offset of a closing mark of another kind at the end of the last of ``lines``, the block so far,
        that no mark of its own kind opens: «"8. Текст.»;», «« 8. Текст.";»."""
        match = _LAST.search(lines[-1])
        if match is None or match.group() in _PAIRS[self.opening]:
            return None
        if match.group() == '"':
            # A straight mark that closes what is open within the block leaves none too many.
            odd = sum(line.count('"') for line in lines) % 2 == 1
            return match.start() if odd else None
        opening = {"»": "«"}.get(match.group(), "“„")
        more = sum(line.count(match.group()) for line in lines) - sum(
            line.count(mark) for line in lines for mark in opening
        )
        return match.start() if more == 1 else None

    def unmatched_closing(self, text: str) -> int | None:
        """Return the offset of a closing mark at the end of ``text`` that nothing in ``text`` opens."""
        depth = 0
        for offset, change in self._marks(text):
            depth += change
            if depth < 0:
                return offset if closes_at_end(text[offset:]) else None
        return None

    def _marks(self, text: str) -> list[tuple[int, int]]:
        if self.opening == '"':
            return self._straight(text)
        closing = _PAIRS[self.opening]
        opening = "“„" if self.opening in "“„" else self.opening
        marks = []
        for offset, char in enumerate(text):
            if char in closing and (char != "“" or self.opening == "„"):
                marks.append((offset, -1))
            elif char in opening:
                marks.append((offset, 1))
        return marks

    def _straight(self, text: str) -> list[tuple[int, int]]:
        """A straight quote opens after a space, bracket, dash or quote that opens and before a word; else it closes."""
        marks: list[tuple[int, int]] = []
        opened = True
        depth = self.depth
        for offset, char in enumerate(text):
            if char != '"':
                continue
            before = text[offset - 1] if offset else " "
            after = text[offset + 1] if offset + 1 < len(text) else " "
            free = before.isspace() or before in "([«“„/-–—" or (before == '"' and opened)
            word = not after.isspace() and after not in ".,;:)]»”"
            if offset == 0 and not word and depth > 0:
                opened = False
            elif free and (word or (depth == 0 and offset == 0)):
                opened = True
            elif before.isalnum() and after.isalnum():
                # No space on either side («слова"А"»): whatever the depth asks for.
                opened = depth <= 1
            else:
                opened = False
            change = 1 if opened else -1
            depth += change
            marks.append((offset, change))
        return marks


def goes_on(before: str, text: str) -> bool:
    """Tell whether the line ``text`` goes on with words whose quotation ``before`` opened and did not close."""
    if not before or before[-1] in ".;:" or not text[0].islower():
        return False
    for opening in ('"', "«"):
        quotes = Quotes(opening)
        if quotes.open_after(before) and quotes.closes_first(text):
            return True
    return False


def strip_cells(table: Table, *, opening: bool, closing: bool) -> tuple[Table, str | None, str | None, str]:
    """Return the table without the quotes that head its first cell and end its last one, these, and what follows.

    Where a mark that is asked for is not there, None stands for it and the table is as it was.
    """
    start: str | None = None
    end: str | None = None
    tail = ""
    cells = [
        (row, cell)
        for row, found in enumerate(table.rows)
        for cell in range(len(found.cells))
        if found.cells[cell].text.strip()
    ]
    if not cells:
        return table, None, None, ""
    if opening:
        row, cell = cells[0]
        text = table.rows[row].cells[cell].text.strip()
        quotes = Quotes(text[0]) if text[0] in OPENING else None
        if quotes is not None and (quotes.zero(text) is None or len(text) == 1):
            start = text[0]
            table = _with_cell(table, row, cell, text[1:].strip())
    if closing:
        row, cell = cells[-1]
        text = table.rows[row].cells[cell].text.strip()
        match = _LAST.search(text)
        if match is not None and Quotes('"' if match.group() == '"' else "«").unmatched_closing(text) is not None:
            end, tail = match.group(), text[match.end() :].strip()
            table = _with_cell(table, row, cell, text[: match.start()].strip())
    return table, start, end, tail


def _with_cell(table: Table, row: int, cell: int, text: str) -> Table:
    cells = table.rows[row].cells
    changed: tuple[Cell, ...] = (*cells[:cell], replace(cells[cell], text=text), *cells[cell + 1 :])
    rows: tuple[Row, ...] = (*table.rows[:row], replace(table.rows[row], cells=changed), *table.rows[row + 1 :])
    return replace(table, rows=rows)
