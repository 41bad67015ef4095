# ruff: noqa: ARG002 - the parameters of a device are pdfminer's.
"""The device that pdfminer draws a page on: it keeps characters and straight lines and throws the rest away.

Building these directly, instead of pdfminer's layout objects and pdfplumber's dictionaries of them, is what makes
reading cheaper than ``extract_words``.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect, mult_matrix

from lexkz.read.pdf.limits import Watch
from lexkz.read.pdf.sheet import Glyph, Rule, Sheet

UNKNOWN = "\ufffd"
"""Stands for a character whose font does not tell what it is."""
_THIN = 3.0
"""Points: a filled bar up to so thick is a drawn line, a thicker one is a background."""
_SHORT = 2.0
"""Points: shorter lines are dots of a pattern."""
_STRAIGHT = 0.5
_INVISIBLE = 3
"""Text rendering mode (PDF 32000-1, 9.3.6)."""


class Collector(PDFTextDevice):
    """Gathers the glyphs and rules of one page after another."""

    def __init__(self, rsrcmgr: PDFResourceManager, watch: Watch) -> None:
        super().__init__(rsrcmgr)
        self._watch = watch
        self._fonts: dict[int, tuple[PDFFont, bool]] = {}
        self._texts: dict[str, str] = {}
        self._reset(0.0, 0.0)

    def _reset(self, width: float, height: float) -> None:
        self._width, self._height = width, height
        self._visible: Rect = (0.0, 0.0, width, height)
        self._glyphs: list[Glyph] = []
        self._turned: list[Glyph] = []
        self._marked: list[Glyph] = []
        self._rules: list[Rule] = []
        self._links: tuple[tuple[Rect, str], ...] = ()
        self._tags: list[bool] = []
        self._pictures: list[Matrix] = []
        self._pictured = 0.0
        self._unmapped = 0
        self._hidden = 0
        self._outside = 0
        self._mode = 0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self._reset(abs(x1 - x0), abs(y1 - y0))
        crop = apply_matrix_rect(ctm, page.cropbox)
        if crop[2] > crop[0] and crop[3] > crop[1]:
            self._visible = crop
        self._links = tuple(_links(page, ctm))

    def forget_fonts(self) -> None:
        """Let go of fonts seen so far."""
        self._fonts.clear()
        self._texts.clear()

    def sheet(self, number: int) -> Sheet:
        """Return what was drawn since the page began."""
        area = self._width * self._height
        return Sheet(
            number,
            self._width,
            self._height,
            tuple(self._glyphs),
            tuple(self._rules),
            tuple(self._turned),
            tuple(self._marked),
            self._pictured / area if area else 0.0,
            self._unmapped,
            self._hidden,
            self._outside,
        )

    def begin_tag(self, tag: PSLiteral, props: "PDFStackT | None" = None) -> None:
        kind = props.get("Type") if isinstance(props, dict) else None
        self._tags.append(tag.name == "Artifact" and isinstance(kind, PSLiteral) and kind.name == "Pagination")

    def end_tag(self) -> None:
        if self._tags:
            self._tags.pop()

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self._watch.tick()
        assert self.ctm is not None
        self._pictures.append(mult_matrix(matrix, self.ctm))

    def end_figure(self, name: str) -> None:
        self._pictures.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:
        self._watch.tick()
        if self._pictures:
            a, b, c, d, _, _ = self._pictures[-1]
            self._pictured = max(self._pictured, abs(a * d - b * c))

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        self._watch.tick()
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        clean = self._texts.get(text)
        if clean is None:
            clean = self._texts[text] = _clean(text)
        if not clean:
            return advance
        self._unmapped += clean == UNKNOWN
        self._hidden += self._mode == _INVISIBLE
        known = self._fonts.get(id(font))
        if known is None:
            # The font is kept with its answer, so that no other can take its id.
            known = self._fonts[id(font)] = (font, _is_bold(font))
        x0, x1 = e, e + a * advance
        upright = d > 0 < a and abs(b) < 0.1 * a and not font.is_vertical()
        if not upright:
            x, y = e + a * advance / 2, f + b * advance / 2
            size = fontsize * abs(complex(c, d))
            self._turned.append(Glyph(clean, x, x, self._height - y, size, known[1]))
            return advance
        y = f + rise * d
        if x1 < x0:
            x0, x1 = x1, x0
        middle = (x0 + x1) / 2
        left, low, right, high = self._visible
        if not (left - 1 <= middle <= right + 1 and low - 1 <= y <= high + 1):
            self._outside += clean != " "
            return advance
        href = None
        for box, target in self._links:
            if box[0] <= middle <= box[2] and box[1] - 1 <= y + 0.3 * fontsize * d <= box[3] + 1:
                href = target
                break
        glyph = Glyph(clean, x0, x1, self._height - y, abs(fontsize * d), known[1], href)
        (self._marked if any(self._tags) else self._glyphs).append(glyph)
        return advance

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        self._watch.tick()
        assert self.ctm is not None
        points: list[Point] = []
        straight = True
        for operator, *numbers in path:
            if operator == "m":
                self._figure(points, stroke, straight)
                points, straight = [], True
            if operator == "h":
                points.extend(points[:1])
            elif len(numbers) >= 2:
                straight = straight and operator in "ml"
                points.append(apply_matrix_pt(self.ctm, (float(numbers[-2]), float(numbers[-1]))))
        self._figure(points, stroke, straight)

    def _figure(self, points: list[Point], stroke: bool, straight: bool) -> None:
        """Keep the straight lines of one closed or open figure: those stroked, and the figure itself where it is a
        thin bar."""
        if not straight or len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [self._height - y for _, y in points]
        box = Rule(min(xs), min(ys), max(xs), max(ys))
        if min(box.x1 - box.x0, box.bottom - box.top) <= _THIN and len(points) <= 5:
            self._keep(box)
        elif stroke:
            for here, there in zip(range(len(xs)), range(1, len(xs)), strict=False):
                if min(abs(xs[here] - xs[there]), abs(ys[here] - ys[there])) <= _STRAIGHT:
                    self._keep(
                        Rule(
                            min(xs[here], xs[there]),
                            min(ys[here], ys[there]),
                            max(xs[here], xs[there]),
                            max(ys[here], ys[there]),
                        )
                    )

    def _keep(self, rule: Rule) -> None:
        if max(rule.x1 - rule.x0, rule.bottom - rule.top) >= _SHORT:
            self._watch.tick()
            self._rules.append(rule)


def _clean(text: str) -> str:
    """Return the visible part of a character: no controls, no marks of direction, ligatures as their letters."""
    made = ""
    for letter in text:
        kind = unicodedata.category(letter)
        if letter in "\t\n\r\xa0" or kind == "Zs":
            made += " "
        elif kind in ("Cc", "Cs", "Co", "Cn"):
            made += UNKNOWN
        elif letter == "\xad":
            made += letter
        elif kind != "Cf":
            made += unicodedata.normalize("NFKC", letter) if "\ufb00" <= letter <= "\ufb06" else letter
    return made


def _is_bold(font: PDFFont) -> bool:
    name = font.fontname
    if isinstance(name, bytes):
        name = name.decode("latin-1")
    return any(weight in str(name).lower() for weight in ("bold", "black", "heavy", "demi"))


def _links(page: PDFPage, ctm: Matrix) -> list[tuple[Rect, str]]:
    """Return the boxes of the page's links to web addresses; a malformed link is no link, its words are text."""
    found: list[tuple[Rect, str]] = []
    annotations = resolve1(page.annots)
    for entry in annotations if isinstance(annotations, list) else []:
        annotation: Any = resolve1(entry)
        action: Any = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        target: Any = resolve1(action.get("URI")) if isinstance(action, dict) else None
        corners: Any = resolve1(annotation.get("Rect")) if isinstance(annotation, dict) else None
        if not isinstance(target, bytes | str) or not isinstance(corners, list) or len(corners) != 4:
            continue
        numbers = [resolve1(corner) for corner in corners]
        if not all(isinstance(number, int | float) for number in numbers):
            continue
        address = target.decode("utf-8", "replace") if isinstance(target, bytes) else target
        # Anything but an address of the web could be executed by who shows it.
        if address.lower().startswith(("http://", "https://")) and address.isprintable():
            xs, ys = sorted(float(number) for number in numbers[::2]), sorted(float(number) for number in numbers[1::2])
            found.append((apply_matrix_rect(ctm, (xs[0], ys[0], xs[1], ys[1])), address))
    return found
