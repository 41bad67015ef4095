"""Set an act as a PDF: lines are wrapped, links, columns and tables placed, pages turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tests.facsimile.font import register
from tests.facsimile.model import Piece, Setting, Signature, TableIn, Text
from tests.facsimile.wrap import wrap

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FOOT = 6.5
"""Type size of feet."""
_LOWEST = 36.0
"""Baseline of the last line of a foot, in points."""
HIDDEN = "бұл сөздер көрінбейді"
"""What is drawn where a page hides words."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_LEVEL = str.maketrans(RAISED, "0123456789")
LINK = "https://adilet.example/rus/docs/V2300032875#z{0}"


def draw(act: Sequence[Piece], setting: Setting) -> bytes:
    """Return ``act`` as a PDF, set as ``setting`` says. The same act and setting give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=setting.page, invariant=1)
    sheet = _Sheet(canvas, setting, *register(setting.font))
    sheet.begin()
    before: Piece | None = None
    for piece in act:
        corner = isinstance(piece, Text) and piece.kind == "corner"
        above = isinstance(before, Text) and before.kind == "corner"
        if setting.fresh and corner and not above and before is not None:
            sheet.turn()
        before = piece
        if isinstance(piece, Text):
            sheet.text(piece)
        elif isinstance(piece, TableIn):
            sheet.table(piece)
        else:
            sheet.signature(piece)
    sheet.end()
    canvas.save()
    return out.getvalue()


def head_of(setting: Setting, page: int) -> str:
    """Return what stands over a page; a new article begins every few pages."""
    text = setting.even_head if setting.even_head and page % 2 == 0 else setting.running_head
    return text.format(page=page, article=1 + 7 * page // 3)


def foot_of(setting: Setting, page: int) -> tuple[str, ...]:
    """Return the lines at the foot of a page."""
    return tuple(line.format(page=page) for line in setting.foot)


@dataclass(slots=True)
class _Sheet:
    canvas: "Canvas"
    setting: Setting
    regular: str
    bold: str
    number: int = 0
    y: float = 0.0
    lines: int = 0
    """Lines of the text so far."""

    @property
    def step(self) -> float:
        return self.setting.size * self.setting.leading

    @property
    def left(self) -> float:
        left, _, right, _ = self.setting.margins
        return right if self.setting.mirrored and self.number % 2 == 0 else left

    @property
    def width(self) -> float:
        return self.setting.page[0] - self.setting.margins[0] - self.setting.margins[2]

    def begin(self) -> None:
        setting = self.setting
        self.number += 1
        self.y = setting.page[1] - setting.margins[1] - setting.size
        middle = setting.page[0] / 2
        self.canvas.setFont(self.regular, 8)
        if head := head_of(setting, self.number):
            self.canvas.drawCentredString(middle, setting.page[1] - 24, head)
        if setting.numbers:
            self.canvas.drawCentredString(middle, 24, str(self.number))
        self.canvas.setFont(self.regular, _FOOT)
        for place, line in enumerate(reversed(foot_of(setting, self.number))):
            self.canvas.drawString(self.left, _LOWEST + _FOOT * 1.25 * place, line)
        if not setting.over:
            self._watermark()
        if setting.hidden:
            self._hide(HIDDEN, middle, setting.page[1] / 2)

    def _hide(self, text: str, x: float, y: float) -> None:
        """Draw words that the page does not show."""
        canvas, kind = self.canvas, self.setting.hidden
        canvas.saveState()
        if kind == "white":
            canvas.setFillGray(1)
        elif kind == "clear":
            canvas.setFillAlpha(0)
        elif kind == "clipped":
            path = canvas.beginPath()
            path.rect(0, 0, 5, 5)
            canvas.clipPath(path, stroke=0)
        made = canvas.beginText(x, y)
        made.setFont(self.regular, 0.8 if kind == "tiny" else self.setting.size)
        made.setTextRenderMode(3 if kind == "mode" else 0)
        made.textOut(text)
        canvas.drawText(made)
        canvas.restoreState()

    @property
    def floor(self) -> float:
        """How far down the text may go, in points from the foot of the page."""
        lines = len(self.setting.foot)
        above = _LOWEST + lines * _FOOT * 1.25 + 2 * self.step
        return max(self.setting.margins[3], above) if lines else self.setting.margins[3]

    def _watermark(self) -> None:
        setting = self.setting
        if not setting.watermark:
            return
        self.canvas.saveState()
        self.canvas.setFillGray(setting.grey)
        self.canvas.setFont(self.bold, 5 * setting.size)
        self.canvas.translate(setting.page[0] / 2, setting.page[1] / 2)
        self.canvas.rotate(setting.angle)
        self.canvas.drawCentredString(0, 0, setting.watermark)
        self.canvas.restoreState()

    def end(self) -> None:
        if self.setting.over:
            self._watermark()
        self.canvas.showPage()

    def counted(self) -> None:
        """Number the line that is drawn next in the margin, where lines are."""
        every = self.setting.line_numbers
        if not every:
            return
        self.lines += 1
        if self.lines % every == 0:
            self.canvas.setFont(self.regular, 8)
            self.canvas.drawRightString(self.left - 12, self.y, str(self.lines))

    def turn(self) -> None:
        self.end()
        self.begin()

    def need(self, height: float) -> bool:
        """Turn the page where less than ``height`` is left; tell whether it was turned."""
        if self.y - height + self.step > self.floor:
            return False
        self.turn()
        return True

    def words(self, line: Sequence[str], x: float, width: float, piece: Text, *, last: bool, size: float) -> None:
        """Draw one line of words; the last line of a paragraph is not stretched."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        face = self.bold if piece.bold else self.regular
        space = stringWidth(" ", face, size) if self.setting.gap is None else self.setting.gap * size
        natural = sum(stringWidth(word, face, size) for word in line) + space * (len(line) - 1)
        if piece.kind == "center":
            x += (width - natural) / 2
        gap = space
        if self.setting.justified and piece.kind == "body" and not last and len(line) > 1:
            gap += (width - natural) / (len(line) - 1)
        late: list[tuple[float, str]] = []
        for index, word in enumerate(line):
            wide = stringWidth(word, face, size)
            drawn = word + " " if self.setting.spaces and index + 1 < len(line) else word
            if word.strip('.,;:"()') in piece.links:
                self.canvas.linkURL(LINK.format(index), (x, self.y - 0.2 * size, x + wide, self.y + 0.8 * size))
                late.append((x, drawn))
            else:
                self._string(x, drawn, face, size)
            if not self.setting.late_links and late:
                self._string(*late.pop(), face, size)
            x += wide + gap
        for at, drawn in late:
            self._string(at, drawn, face, size)

    def _string(self, x: float, text: str, face: str, size: float) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        stretch, up = "", False
        for letter in (*text, ""):
            raised = letter != "" and letter in RAISED
            if stretch and (not letter or raised != up):
                # An index is set small and high; it takes the place that its own sign would.
                own = stretch.translate(RAISED_LEVEL) if up else stretch
                self.canvas.setFont(face, 0.62 * size if up else size)
                self.canvas.drawString(x, self.y + (0.36 * size if up else 0), own)
                x += stringWidth(stretch, face, size)
                stretch = ""
            stretch, up = stretch + letter, raised

    def text(self, piece: Text) -> None:
        setting = self.setting
        if piece.kind == "corner":
            self.need(self.step)
            self.counted()
            self.words(
                piece.text.split(),
                self.left + 0.58 * self.width,
                0.42 * self.width,
                piece,
                last=True,
                size=setting.size,
            )
            self.y -= self.step
            return
        indent = setting.indent if piece.kind == "body" else 0.0
        face = self.bold if piece.bold else self.regular
        width = self.width if piece.kind == "body" else 0.8 * self.width
        words, divided = piece.text.split(), setting.divided and piece.kind == "body"
        high, wide = self._initial(piece, words)
        if high:
            indent = 0.0
            words[0] = words[0][1:]
        lines = wrap(words, width, indent, face, setting.size, beside=(high, wide), divided=divided)
        if high:
            self.need(self.step * len(lines[:high]))
            self.canvas.setFont(self.regular, high * self.step * 0.95)
            self.canvas.drawString(self.left, self.y - (high - 1) * self.step, piece.text[0])
        if piece.kind == "center":
            self.y -= 0.6 * self.step
        for index, line in enumerate(lines):
            self.need(self.step)
            self.counted()
            inset = wide if index < high else indent if index == 0 else 0.0
            x = self.left + inset + (self.width - width) / 2
            self.words(line, x, width - inset, piece, last=index + 1 == len(lines), size=setting.size)
            self.y -= self.step
        self.y -= setting.spacing + (0.6 * self.step if piece.kind == "center" else 0)

    def _initial(self, piece: Text, words: Sequence[str]) -> tuple[int, float]:
        """Return how many lines the large first letter of a paragraph is high, and how wide; nothing where it has
        none."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        high = self.setting.dropped
        long = len(words) >= 12 * high and len(words[0]) > 1 and words[0].isalpha() and words[0] not in piece.links
        if not high or piece.kind != "body" or piece.bold or not long:
            return 0, 0.0
        return high, stringWidth(piece.text[0], self.regular, high * self.step * 0.95) + 3

    def signature(self, piece: Signature) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        self.y -= 0.7 * self.step
        self.need(self.step * len(piece.post))
        size = self.setting.size
        for index, line in enumerate(piece.post):
            self.counted()
            self._string(self.left, line, self.regular, size)
            if index == len(piece.post) // 2:
                self._string(
                    self.left + self.width - stringWidth(piece.name, self.regular, size), piece.name, self.regular, size
                )
            self.y -= self.step
        self.y -= 0.7 * self.step

    def table(self, piece: TableIn) -> None:
        from tests.facsimile.grid import Layout

        self.y -= 0.4 * self.step
        Layout(self, piece).draw()
        self.y -= self.step
