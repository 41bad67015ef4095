# ruff: noqa: ARG002 - the parameters of a device are pdfminer's.
"""The device that pdfminer draws a page on: it keeps characters and straight lines and throws the rest away.

Building these directly, instead of pdfminer's layout objects and pdfplumber's dictionaries of them, is what makes
reading cheaper than ``extract_words``.
"""

import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect, mult_matrix

from lexkz.reading.pdf.boxes import drawn_boxes
from lexkz.reading.pdf.colours import WHITE, Colour, alike, colour, shade
from lexkz.reading.pdf.covering import Fill, covered, is_seen
from lexkz.reading.pdf.fields import Annotation, annotations, placed, printed_under
from lexkz.reading.pdf.limits import PdfWatch
from lexkz.reading.pdf.sheet import Glyph, PdfSheet, Rule
from lexkz.reading.pdf.struck import struck

if TYPE_CHECKING:
    from lexkz.reading.pdf.interpreter import Ink

UNKNOWN = "\ufffd"
"""Stands for a character whose font does not tell what it is."""
_THIN = 3.0
"""Points: a filled bar up to so thick is a drawn line, a thicker one is a background."""
_SHORT = 2.0
"""Points: shorter lines are dots of a pattern."""
_STRAIGHT = 0.5
_MARK = 20.0
"""Points: a slanted line up to so long can tick a box."""
_EMPTY = 5
"""So many spaces of half the type size are an empty field of a form, as Word sets it."""
_INVISIBLE = 3
"""Text rendering mode (PDF 32000-1, 9.3.6)."""
_ASLANT = 0.1
"""Tangent: what is turned further from a quarter stands aslant."""
_TINY = 1.5
"""Points: no one reads smaller type."""
_SQUEEZED = 0.1
"""Letters set so narrow, against their own width, are a line."""
_TRANSPARENT = 0.05
"""What is drawn with less of its ink is not seen."""
_SCAN = 0.3
"""Of the page: pictures that cover so much of it can be the page."""


class Collector(PDFTextDevice):
    """Gathers the glyphs and rules of one page after another."""

    def __init__(self, rsrcmgr: PDFResourceManager, watch: PdfWatch) -> None:
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
        self._slanted: list[Glyph] = []
        self._marked: list[Glyph] = []
        self._rules: list[Rule] = []
        self._slants: list[Rule] = []
        self._wide: list[int] = []
        self._links: tuple[tuple[Rect, str], ...] = ()
        self._pinned: tuple[Annotation, ...] = ()
        self._tags: list[bool] = []
        self._pictures: list[Matrix] = []
        self._pictured = 0.0
        self._unmapped = 0
        self._invisible: list[int] = []
        self._unseen: list[Glyph] = []
        self._unseen_turned: list[Glyph] = []
        self._outside: list[Glyph] = []
        self._fills: list[Fill] = []
        self._grounds: list[Colour] = [WHITE]
        self._veils: list[int] = []
        self._colour: Colour | None = (0.0, 0.0, 0.0)
        self._shade = 0
        self._shown = True
        self._doubtful = False
        self._hiding = False
        self._known: object = None
        self._drawn = True
        self._clip: Rect | None = None
        self.veiled = 0
        self.ink: Ink | None = None

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self._reset(abs(x1 - x0), abs(y1 - y0))
        crop = apply_matrix_rect(ctm, page.cropbox)
        if crop[2] > crop[0] and crop[3] > crop[1]:
            self._visible = crop
        self._links = tuple(_links(page, ctm))
        self._pinned = tuple(annotations(page, ctm, self._height))

    def forget_fonts(self) -> None:
        """Let go of fonts seen so far."""
        self._fonts.clear()
        self._texts.clear()

    def sheet(self, number: int) -> PdfSheet:
        """Return what was drawn since the page began, what the page does not show apart.

        Text that is drawn invisibly, or under a picture, is that of text recognition where pictures are most of the
        page and such text most of its text; elsewhere nobody sees it.
        """
        area = self._width * self._height
        self._blank()
        boxes, pictures = covered(self._glyphs, self._fills, self._watch.tick)
        laid = (pictures | set(self._invisible)) - boxes
        scan = self._pictured > _SCAN * area and 2 * len(laid) > sum(glyph.text != " " for glyph in self._glyphs)
        gone = _with_spaces(boxes if scan else boxes | laid, self._glyphs)
        unseen = [*self._unseen, *(self._glyphs[index] for index in sorted(gone))]
        shown = [glyph for index, glyph in enumerate(self._glyphs) if index not in gone] if gone else self._glyphs
        fields = [one for one in self._pinned if one.field]
        lined = {id(one): printed_under(one, shown) if one.seen and one.control else () for one in fields}
        values = [
            (one, tuple(shown[place] for place in lined[id(one)]))
            if one.blank and lined[id(one)]
            else (one, tuple(placed(one, shown, self._rules)))
            for one in fields
        ]
        under = {place for own in lined.values() for place in own}
        shown = [glyph for place, glyph in enumerate(shown) if place not in under] if under else shown
        unseen.extend(glyph for one, own in values if not one.seen and not one.blank for glyph in own)
        ticked = drawn_boxes(shown, self._rules, self._slants)
        shown = [*shown, *ticked.boxes]
        return PdfSheet(
            number,
            self._width,
            self._height,
            tuple(shown),
            ticked.rules,
            tuple(self._turned),
            tuple(self._slanted),
            tuple(self._marked),
            self._pictured / area if area else 0.0,
            self._unmapped,
            len(laid) if scan else 0,
            tuple(unseen),
            tuple(self._unseen_turned),
            tuple(self._outside),
            tuple((one.control, own) for one, own in values if one.seen and one.control is not None),
            tuple(one.text for one in self._pinned if not one.field and one.text),
            tuple(struck(shown, [*self._rules, *(line for one in self._pinned for line in one.lines)])),
        )

    def _blank(self) -> None:
        """Put underscores for the spaces that a form's empty field is set with: none of them shows."""
        runs: list[list[int]] = []
        for place in self._wide:
            if runs and runs[-1][-1] == place - 1:
                runs[-1].append(place)
            else:
                runs.append([place])
        for run in runs:
            if len(run) == _EMPTY:
                for place in run:
                    self._glyphs[place] = self._glyphs[place]._replace(text="_")

    def begin_tag(self, tag: PSLiteral, props: "PDFStackT | None" = None) -> None:
        kind = props.get("Type") if isinstance(props, dict) else None
        self._tags.append(tag.name == "Artifact" and isinstance(kind, PSLiteral) and kind.name == "Pagination")

    def veil_tag(self) -> None:
        """Take the tag just begun for that of a layer that is off."""
        self._veils.append(len(self._tags))
        self.veiled += 1

    def end_tag(self) -> None:
        if self._veils and self._veils[-1] == len(self._tags):
            self._veils.pop()
            self.veiled -= 1
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
        if not self._pictures or self.veiled:
            return
        matrix = self._pictures[-1]
        a, b, c, d, _, _ = matrix
        x0, y0, x1, y1 = self._cut(apply_matrix_rect(matrix, (0.0, 0.0, 1.0, 1.0)))
        if x1 > x0 and y1 > y0:
            # A scan can be cut into strips: they count together.
            self._pictured += min(abs(a * d - b * c), (x1 - x0) * (y1 - y0))
        ink = self.ink
        masked = (
            any(key in stream.attrs for key in ("SMask", "Mask")) or resolve1(stream.attrs.get("ImageMask")) is True
        )
        masked = masked or resolve1(stream.attrs.get("IM")) is True
        solid = not masked and min(abs(a) + abs(b), abs(c) + abs(d)) > _THIN
        solid = solid and ink is not None and ink.plain and ink.fill_alpha >= 1.0
        self._fill((x0, y0, x1, y1), None, solid=solid, picture=True)

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        ink = cast("Ink", graphicstate)
        key = (textstate.render, textstate.scaling, ink.ncolor, ink.ncs, ink.scolor, ink.fill_alpha, ink.stroke_alpha)
        grounds = len(self._grounds)
        if (key, self.veiled, grounds) != self._known:
            self._known = (key, self.veiled, grounds)
            self._set_ink(textstate, ink)
        self._clip = ink.clip
        super().render_string(textstate, seq, ncs, graphicstate)

    def _set_ink(self, textstate: PDFTextState, ink: "Ink") -> None:
        """Work out how the strings that follow show: most of a page are drawn alike."""
        mode = textstate.render % 4
        stroked = mode == 1
        own = colour(ink.scs, ink.scolor) if stroked else colour(ink.ncs, ink.ncolor)
        if mode == 2 and own is not None and alike(own, WHITE):
            # Filled white and drawn around: the outline is seen.
            own = colour(ink.scs, ink.scolor)
        self._colour = own
        self._shade = shade(own)
        self._drawn = mode != _INVISIBLE
        alpha = ink.stroke_alpha if stroked else max(ink.fill_alpha, ink.stroke_alpha if mode == 2 else 0.0)
        self._shown = not self.veiled and alpha > _TRANSPARENT and textstate.scaling > 100 * _SQUEEZED
        self._hiding = False
        self._doubtful = own is not None and any(alike(own, one) for one in self._grounds)

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
        known = self._fonts.get(id(font))
        if known is None:
            # The font is kept with its answer, so that no other can take its id.
            known = self._fonts[id(font)] = (font, _is_bold(font))
        x0, x1 = e, e + a * advance
        upright = d > 0 < a and abs(b) < 0.1 * a and not font.is_vertical()
        if not upright:
            x, y = e + a * advance / 2, f + b * advance / 2
            glyph = Glyph(clean, x, x, self._height - y, fontsize * abs(complex(c, d)), known[1], None, self._shade)
            seen = self._drawn and self._is_seen(glyph, x, y)
            quarter = abs(a) < _ASLANT * abs(b) and abs(d) < _ASLANT * abs(c)
            half = abs(b) < _ASLANT * abs(a) and abs(c) < _ASLANT * abs(d)
            own = self._turned if quarter or half or font.is_vertical() else self._slanted
            (own if seen else self._unseen_turned).append(glyph)
            return advance
        y = f + rise * d
        if x1 < x0:
            x0, x1 = x1, x0
        middle = (x0 + x1) / 2
        size = abs(fontsize * d)
        left, low, right, high = self._visible
        if not (left - 1 <= middle <= right + 1 and low - 1 <= y <= high + 1):
            self._outside.append(Glyph(clean, x0, x1, self._height - y, size, known[1]))
            return advance
        href = None
        for box, target in self._links:
            if box[0] <= middle <= box[2] and box[1] - 1 <= y + 0.3 * fontsize * d <= box[3] + 1:
                href = target
                break
        glyph = Glyph(clean, x0, x1, self._height - y, size, known[1], href, self._shade)
        if not self._is_seen(glyph, middle, y + 0.3 * size):
            self._unseen.append(glyph)
        elif self._tags and any(self._tags):
            (self._marked if self._drawn else self._unseen).append(glyph)
        else:
            if not self._drawn and clean != " ":
                self._invisible.append(len(self._glyphs))
            if text == "\u2002":
                self._wide.append(len(self._glyphs))
            self._glyphs.append(glyph)
        return advance

    def _is_seen(self, glyph: Glyph, x: float, y: float) -> bool:
        """Tell whether a character that is drawn shows on the page, as far as that is known so far."""
        if not self._shown or glyph.size < _TINY:
            return False
        clip = self._clip
        if clip is not None and not (clip[0] - 1 <= x <= clip[2] + 1 and clip[1] - 1 <= y <= clip[3] + 1):
            return False
        if not self._doubtful or not self._drawn or self._colour is None:
            return True
        if glyph.text != " ":
            self._hiding = not is_seen(self._colour, self._fills, glyph)
        # A space is seen as little as the letter before it; what is left of hidden words would part those of the text.
        return not self._hiding

    def _cut(self, box: Rect) -> Rect:
        """Return what the clip leaves of a box."""
        clip = self.ink.clip if self.ink is not None else None
        if clip is None:
            return box
        return (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))

    def _fill(self, box: Rect, own: Colour | None, *, solid: bool, picture: bool = False) -> None:
        x0, y0, x1, y1 = box
        if x1 <= x0 or y1 <= y0:
            return
        if own is not None and not any(alike(own, one) for one in self._grounds):
            self._grounds.append(own)
        before = len(self._glyphs)
        self._fills.append(Fill(x0, self._height - y1, x1, self._height - y0, own, solid, before, picture))

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        self._watch.tick()
        if self.veiled:
            return
        assert self.ctm is not None
        self.ink = cast("Ink", graphicstate)
        points: list[Point] = []
        straight = True
        figures: list[list[Point]] = []
        for operator, *numbers in path:
            if operator == "m":
                self._figure(points, stroke, straight)
                if fill and points:
                    figures.append(points if straight else [])
                points, straight = [], True
            if operator == "h":
                points.extend(points[:1])
            elif len(numbers) >= 2:
                straight = straight and operator in "ml"
                points.append(apply_matrix_pt(self.ctm, (float(numbers[-2]), float(numbers[-1]))))
        self._figure(points, stroke, straight)
        if fill and points:
            figures.append(points if straight else [])
            # Figures of one path can be a frame: the inner one is left open.
            if len(figures) == 1:
                self._ground(figures[0], self.ink)

    def _ground(self, points: list[Point], ink: "Ink") -> None:
        """Keep a filled box: text can stand on it or lie under it."""
        if not 4 <= len(points) <= 6 or ink.fill_alpha <= _TRANSPARENT:
            return
        for (x, y), (next_x, next_y) in pairwise(points):
            if min(abs(next_x - x), abs(next_y - y)) > _STRAIGHT:
                return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) > _THIN:
            own = colour(ink.ncs, ink.ncolor)
            solid = ink.plain and ink.fill_alpha >= 1.0 and own is not None
            self._fill(self._cut(box), own, solid=solid)

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
                line = Rule(
                    min(xs[here], xs[there]),
                    min(ys[here], ys[there]),
                    max(xs[here], xs[there]),
                    max(ys[here], ys[there]),
                )
                if min(line.x1 - line.x0, line.bottom - line.top) <= _STRAIGHT:
                    self._keep(line)
                elif max(line.x1 - line.x0, line.bottom - line.top) <= _MARK:
                    self._slants.append(line)

    def _keep(self, rule: Rule) -> None:
        if max(rule.x1 - rule.x0, rule.bottom - rule.top) >= _SHORT:
            self._watch.tick()
            self._rules.append(rule)


def _with_spaces(gone: AbstractSet[int], glyphs: Sequence[Glyph]) -> AbstractSet[int]:
    """Return the places of characters that are not seen with those of the spaces between and behind them."""
    made = set(gone)
    for place in sorted(gone):
        place += 1
        while place < len(glyphs) and glyphs[place].text == " ":
            made.add(place)
            place += 1
    return made


def _clean(text: str) -> str:
    """Return the visible part of a character: no controls, no marks of direction, ligatures as their letters."""
    made = ""
    for letter in text:
        kind = unicodedata.category(letter)
        if letter in "\t\n\r\xa0" or kind == "Zs":
            made += " "
        elif kind in ("Cc", "Cs", "Co", "Cn"):
            made += UNKNOWN
        elif letter in "\xad\xac":
            # Text recognition prints the sign «¬» where a word was divided.
            made += "\xad"
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
