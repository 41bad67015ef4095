"""Tables of a facsimile: cells measured, drawn with borders or without, rows cut at page ends."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.facsimile.model import TableIn
from tests.facsimile.wrap import cell_lines

if TYPE_CHECKING:
    from tests.facsimile.maker import _Sheet


@dataclass(slots=True)
class _Box:
    row: int
    row_end: int
    column: int
    column_end: int
    lines: list[tuple[str, bool]]
    head: bool
    turned: bool = False


@dataclass(slots=True)
class Layout:
    """One table on its way to the page."""

    sheet: "_Sheet"
    source: TableIn
    boxes: list[_Box] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @property
    def size(self) -> float:
        return self.sheet.setting.size - 1

    @property
    def step(self) -> float:
        return self.size * 1.15

    def edge(self, column: int) -> float:
        """Return where a column begins, from the left margin."""
        shares = self.source.widths
        return self.sheet.width * sum(shares[:column]) / sum(shares)

    def draw(self) -> None:
        """Draw the table where the sheet stands, over as many pages as it needs."""
        self._measure()
        row = 0
        while row < len(self.heights):
            # Rows that a merged cell holds together are drawn together.
            end = row + 1
            while any(box.row < end < box.row_end for box in self.boxes):
                end += 1
            self._rows(row, end)
            row = end

    def _measure(self) -> None:
        setting = self.sheet.setting
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(self.source.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                face = self.sheet.bold if row < self.source.head else self.sheet.regular
                width = self.edge(column + cell.colspan) - self.edge(column) - 2 * setting.padding
                box = _Box(
                    row,
                    row + cell.rowspan,
                    column,
                    column + cell.colspan,
                    cell_lines(cell.text, width, face, self.size),
                    row < self.source.head,
                )
                if self._stands(box):
                    box.turned, box.lines = True, [(cell.text, False)]
                self.boxes.append(box)
                taken.update(
                    (box.row + down, box.column + right)
                    for down in range(cell.rowspan)
                    for right in range(cell.colspan)
                )
                column += cell.colspan
        for row in range(len(self.source.rows)):
            single = [len(box.lines) for box in self.boxes if box.row == row and box.row_end == row + 1]
            self.heights.append(max([*single, 1]) * self.step + 2 * setting.padding)
        for box in self.boxes:
            high = self._length(box) if box.turned else len(box.lines) * self.step
            short = high + 2 * setting.padding - sum(self.heights[box.row : box.row_end])
            if short > 0:
                self.heights[box.row_end - 1] += short

    def _stands(self, box: _Box) -> bool:
        """Tell whether the head of a column stands upright."""
        setting = self.sheet.setting
        narrow = box.column_end == box.column + 1 and box.column != 1
        return setting.turned_head and setting.borders and box.head and narrow

    def _length(self, box: _Box) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return float(stringWidth(box.lines[0][0], self.sheet.bold, self.size)) + 4

    def _rows(self, row: int, end: int) -> None:
        sheet, setting = self.sheet, self.sheet.setting
        height = sum(self.heights[row:end])
        lines = max(len(box.lines) for box in self.boxes if box.row == row)
        single = setting.borders and end == row + 1
        first = 0
        while True:
            room = sheet.y + 0.8 * self.size - sheet.floor
            left = height if not first else (lines - first) * self.step + 2 * setting.padding
            fit = int((room - 2 * setting.padding) / self.step)
            if left <= room:
                break
            whole = height > setting.page[1] - setting.margins[1] - sheet.floor
            least = 1 if setting.cut or whole else 2
            if not single or not least <= fit < lines - first or (lines <= 3 and not setting.cut):
                sheet.turn()
                if not single:
                    break
                continue
            self._drawn(row, end, first, first + fit)
            sheet.turn()
            first += fit
        self._drawn(row, end, first, None)

    def _drawn(self, row: int, end: int, first: int, last: int | None) -> None:
        """Draw rows; of their cells the lines from ``first`` to ``last``."""
        sheet, setting = self.sheet, self.sheet.setting
        top = sheet.y + 0.8 * self.size
        shown = {id(box): self._part(box, first, last) for box in self.boxes if row <= box.row < end}
        heights = list(self.heights[row:end])
        if first or last is not None:
            heights = [max(len(lines) for lines in shown.values()) * self.step + 2 * setting.padding]
        for box in self.boxes:
            if not row <= box.row < end:
                continue
            high = top - sum(heights[: box.row - row])
            low = top - sum(heights[: box.row_end - row])
            self._borders(box, high, low, open_top=bool(first), open_bottom=last is not None)
            lines = shown[id(box)]
            if box.turned:
                self._upright(box, low)
                continue
            y = (high + low) / 2 + len(lines) * self.step / 2 - 0.8 * self.size - 0.15 * self.size
            for index, (text, cut) in enumerate(lines):
                final = index + 1 == len(lines)
                self._line(text, box, y, spread=setting.spread and not cut and not final and not box.head)
                y -= self.step
        sheet.y = top - sum(heights) - 0.8 * self.size

    def _part(self, box: _Box, first: int, last: int | None) -> list[tuple[str, bool]]:
        if last is None and not first:
            return box.lines
        most = max(len(other.lines) for other in self.boxes if other.row == box.row)
        if len(box.lines) < most:
            # What is centred in a tall cell stands on one of the two pages.
            middle = (most - len(box.lines)) // 2
            lines = [*[None] * middle, *box.lines]
        else:
            lines = list(box.lines)
        return [line for line in lines[first:last] if line is not None]

    def _borders(self, box: _Box, high: float, low: float, *, open_top: bool, open_bottom: bool) -> None:
        sheet, setting = self.sheet, self.sheet.setting
        if not setting.borders:
            return
        left, right = sheet.left + self.edge(box.column), sheet.left + self.edge(box.column_end)
        sheet.canvas.setLineWidth(0.5)
        sheet.canvas.line(left, high, left, low)
        sheet.canvas.line(right, high, right, low)
        if not (open_top and setting.open_rows):
            sheet.canvas.line(left, high, right, high)
        if not (open_bottom and setting.open_rows):
            sheet.canvas.line(left, low, right, low)

    def _upright(self, box: _Box, low: float) -> None:
        canvas = self.sheet.canvas
        canvas.saveState()
        middle = (self.edge(box.column) + self.edge(box.column_end)) / 2
        canvas.translate(self.sheet.left + middle + 0.3 * self.size, low + self.sheet.setting.padding)
        canvas.rotate(90)
        canvas.setFont(self.sheet.bold, self.size)
        canvas.drawString(0, 0, box.lines[0][0])
        canvas.restoreState()

    def _line(self, text: str, box: _Box, y: float, *, spread: bool) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        sheet, padding = self.sheet, self.sheet.setting.padding
        face = sheet.bold if box.head else sheet.regular
        x = sheet.left + self.edge(box.column) + padding
        width = self.edge(box.column_end) - self.edge(box.column) - 2 * padding
        sheet.canvas.setFont(face, self.size)
        free = width - stringWidth(text, face, self.size)
        # Programs spread letters where a line of one short word has no space to stretch.
        if not spread or " " in text or len(text) < 2 or free < 0.3 * self.size * (len(text) - 1) or len(text) > 7:
            sheet.canvas.drawString(x, y, text)
            return
        for letter in text:
            sheet.canvas.drawString(x, y, letter)
            x += stringWidth(letter, face, self.size) + free / len(text)
