"""Fields that are filled in on the page (AcroForm) and remarks pinned to it: what annotations add to the text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, Rect, apply_matrix_rect, decode_text

from lexkz.akn.control import Control
from lexkz.reading.pdf.sheet import Glyph, Rule

_REMARKS = frozenset(
    {"Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp", "Ink", "Line", "Square"}
    | {"Circle", "Polygon", "PolyLine", "Redact"}
)
_HIDDEN = 2 | 32
"""Flags of an annotation that nobody sees: hidden, no view (PDF 32000-1, 12.5.3)."""
_PUSH = 1 << 16
"""Flag of a button that holds no value."""
_REQUIRED = 1 << 1
_RADIO = 1 << 15
"""Flag of a button of which one among several is on."""
_COMBO = 1 << 17
_EDIT = 1 << 18
"""Flags of a list that drops down, and of one that takes what it does not hold (PDF 32000-1, 12.7.4)."""
_SECRET = 1 << 13
"""Flag of a field for a password."""
_LETTER = 0.5
"""Of the type size: width of a letter, near enough to place a value."""
_HEIGHT = 0.7
"""Of a field's height: type size where no text stands beside it."""
_LARGEST = 11.0
_LEADING = 1.2
_BESIDE = 1.5
"""Of the type size: words so near behind a box say what it stands for."""
_BLANK = (3, 40)
"""Underscores of an empty field, at least and at most."""
_ANCESTORS = 8
ON, OFF = "\u2612", "\u2610"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A field or a remark, in points from the top left corner of the page."""

    box: Rect
    text: str
    field: bool
    """True for the value of a field, which is printed with the page; False for a remark."""
    seen: bool = True
    blank: bool = False
    control: Control | None = None
    lines: tuple[Rule, ...] = ()
    """Lines that a remark draws through words of the page."""


def annotations(page: PDFPage, ctm: Matrix, height: float) -> Iterator[Annotation]:
    """Yield the fields of a page and the remarks with words; what is malformed is neither."""
    found = resolve1(page.annots)
    for entry in found if isinstance(found, list) else []:
        one: Any = resolve1(entry)
        if not isinstance(one, dict):
            continue
        kind = _name(one.get("Subtype"))
        box = _box(one.get("Rect"), ctm, height)
        flags = resolve1(one.get("F"))
        seen = not (isinstance(flags, int) and flags & _HIDDEN)
        if kind == "Widget" and box is not None:
            yield from _field(one, box, seen=seen)
        elif kind in _REMARKS:
            text = _text(one.get("Contents"))
            lines = tuple(_struck(one.get("QuadPoints"), ctm, height)) if kind == "StrikeOut" and seen else ()
            if text.strip() or lines:
                own_box = box or (0.0, 0.0, 0.0, 0.0)
                yield Annotation(own_box, " ".join(text.split()), field=False, seen=seen, lines=lines)


def _struck(value: object, ctm: Matrix, height: float) -> Iterator[Rule]:
    """Yield the middle lines of the boxes of words that a remark strikes through (PDF 32000-1, 12.5.6.10)."""
    found = resolve1(value)
    numbers = [resolve1(number) for number in found] if isinstance(found, list) else []
    if not all(isinstance(number, int | float) for number in numbers):
        return
    for at in range(0, len(numbers) - 7, 8):
        xs, ys = sorted(numbers[at : at + 8 : 2]), sorted(numbers[at + 1 : at + 8 : 2])
        box = _box([xs[0], ys[0], xs[-1], ys[-1]], ctm, height)
        if box is not None:
            x0, top, x1, bottom = box
            middle = (top + bottom) / 2
            yield Rule(x0, middle, x1, middle)


def _field(one: dict[str, Any], box: Rect, *, seen: bool) -> Iterator[Annotation]:
    kind = _name(_inherited(one, "FT"))
    flags = _inherited(one, "Ff")
    flags = flags if isinstance(flags, int) else 0
    own = Control(
        "text", _called(one), " ".join(_text(_inherited(one, "TU")).split()), required=bool(flags & _REQUIRED)
    )
    if kind == "Btn":
        if not flags & _PUSH:
            state = _name(one.get("AS")) or _name(_inherited(one, "V"))
            option = _option(one) if flags & _RADIO else None
            own = replace(own, kind="check", option=option)
            yield Annotation(box, OFF if state in ("", "Off") else ON, field=True, seen=seen, control=own)
    elif kind in ("Tx", "Ch"):
        value = _inherited(one, "V")
        values = [resolve1(part) for part in value] if isinstance(value, list) else [value]
        if kind == "Ch":
            options = _inherited(one, "Opt")
            values = [_shown(part, options) for part in values]
            own = replace(own, kind="choice", values=_listed(options), other=bool(flags & _COMBO and flags & _EDIT))
        # Several choices of a list stand one under the other on the page; in the sentence they are enumerated.
        text = (", " if kind == "Ch" else "\n").join(filter(None, (_text(part) for part in values)))
        blank = not text.strip() or bool(kind == "Tx" and flags & _SECRET)
        yield Annotation(box, "" if blank else text, field=True, seen=seen, blank=blank, control=own)


def _called(one: dict[str, Any]) -> str:
    """Return the full name of a field: its own and those of the fields above it, with full stops between."""
    made: list[str] = []
    for _ in range(_ANCESTORS):
        if part := _text(one.get("T")).strip():
            made.insert(0, part)
        parent = resolve1(one.get("Parent"))
        if not isinstance(parent, dict):
            break
        one = parent
    return ".".join(made)


def _option(one: dict[str, Any]) -> str | None:
    """Return what a box stands for of which one among several is ticked: the state that is not off."""
    shown = resolve1(one.get("AP"))
    states = resolve1(shown.get("N")) if isinstance(shown, dict) else None
    return next((str(name) for name in states if str(name) != "Off"), None) if isinstance(states, dict) else None


def _listed(options: object) -> tuple[str, ...]:
    """Return what a list shows, in its order, each once."""
    shown: list[str] = []
    for option in options if isinstance(options, list) else []:
        pair = resolve1(option)
        text = " ".join(_text(pair[1] if isinstance(pair, list) and len(pair) == 2 else pair).split())
        if text and text not in shown:
            shown.append(text)
    return tuple(shown)


def _shown(value: object, options: object) -> object:
    """Return what a list shows for a value, which can be stored under another name."""
    for option in options if isinstance(options, list) else []:
        pair = resolve1(option)
        if isinstance(pair, list) and len(pair) == 2 and resolve1(pair[0]) == value:
            return resolve1(pair[1])
    return value


def placed(found: Annotation, glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> Iterator[Glyph]:
    """Yield the characters of a field's value where they are printed: on the line of the text beside it.

    Where no drawn line parts a field from the words before it, its value follows them: fields stand one under the
    other, however long their names are, and are no column.
    """
    x0, top, x1, bottom = found.box
    level = Counter(
        (round(glyph.y, 1), round(glyph.size, 1))
        for glyph in glyphs
        if top < glyph.y <= bottom + 0.3 * glyph.size and glyph.text != " "
    )
    if level:
        y, size = max(level, key=lambda key: (level[key], key))
    else:
        size = min(_HEIGHT * (bottom - top), _LARGEST)
        y = bottom - 0.3 * (bottom - top)
    size = max(size, 4.0)
    width = x1 - x0
    near = [
        glyph.x1 for glyph in glyphs if glyph.text != " " and abs(glyph.y - y) < 0.2 * size and glyph.x1 <= x0 + size
    ]
    label = max(near, default=x0)
    if label < x0 and not any(
        not rule.level and label <= rule.x0 <= x0 and rule.top < y and rule.bottom > y - size for rule in rules
    ):
        x0 = min(x0, label + _LETTER * size)
    if found.text in (ON, OFF):
        # A box and the words beside it are one line, however far from its edge they begin.
        behind = [glyph.x0 for glyph in glyphs if glyph.text != " " and abs(glyph.y - y) < 0.2 * size and glyph.x0 > x0]
        follows = min(behind, default=x1)
        end = max(follows - _LETTER * size, x0 + _LETTER * size) if follows - x1 < _BESIDE * size else x1
        yield Glyph(found.text, x0, end, y, size, bold=False)
        return
    if found.blank:
        least, most = _BLANK
        texts = ["_" * min(max(int(width / (_LETTER * size)), least), most)]
    else:
        texts = _wrapped(found.text, max(int(width / (_LETTER * size)), 1), bottom - top > 2.4 * size)
    if len(texts) > 1 and bottom - top > 2 * _LEADING * size:
        y = top + size
    for index, text in enumerate(texts):
        step = min(_LETTER * size, width / max(len(text), 1))
        for place, letter in enumerate(text):
            at = x0 + place * step
            yield Glyph(
                " " if letter.isspace() else letter, at, at + step, y + index * _LEADING * size, size, bold=False
            )


def printed_under(found: Annotation, glyphs: Sequence[Glyph]) -> tuple[int, ...]:
    """Return the places among ``glyphs`` of the underscores that the page itself prints where a field stands: the
    field's blank are they, and its value is written over them."""
    x0, top, x1, bottom = found.box
    return tuple(
        place
        for place, glyph in enumerate(glyphs)
        if glyph.text == "_" and x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top < glyph.y <= bottom + 0.3 * glyph.size
    )


def _wrapped(text: str, letters: int, several: bool) -> list[str]:
    """Return the lines of a value; a field of one line keeps all of it on one."""
    if not several:
        return [" ".join(text.split())]
    made: list[str] = []
    for part in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = ""
        for word in part.split():
            if line and len(line) + 1 + len(word) > letters:
                made.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            made.append(line)
    return made


def _inherited(one: dict[str, Any], key: str) -> Any:
    """Return a property of a field, which those above it can hold."""
    for _ in range(_ANCESTORS):
        if key in one:
            return resolve1(one[key])
        parent = resolve1(one.get("Parent"))
        if not isinstance(parent, dict):
            return None
        one = parent
    return None


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _text(value: object) -> str:
    found = resolve1(value)
    if isinstance(found, bytes):
        return decode_text(found)
    return found if isinstance(found, str) else ""


def _box(value: object, ctm: Matrix, height: float) -> Rect | None:
    found = resolve1(value)
    corners = [resolve1(corner) for corner in found] if isinstance(found, list) else []
    if len(corners) != 4 or not all(isinstance(corner, int | float) for corner in corners):
        return None
    xs, ys = sorted(float(corner) for corner in corners[::2]), sorted(float(corner) for corner in corners[1::2])
    x0, y0, x1, y1 = apply_matrix_rect(ctm, (xs[0], ys[0], xs[1], ys[1]))
    return (x0, height - y1, x1, height - y0) if x1 > x0 and y1 > y0 else None
