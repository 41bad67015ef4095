"""Runs: the text of a paragraph as Word prints it, fields by their results, changes as accepted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from lexkz.languages.old_fonts import in_letters
from lexkz.reading.docx.form_fields import BLANK, begun, ended, is_placeholder, old_field
from lexkz.reading.docx.names import WP, M, R, W, below, child, local, val, whole
from lexkz.reading.docx.state import DocxState
from lexkz.reading.marked.characters import squeezed, superscript
from lexkz.reading.marked.inline import Piece
from lexkz.reading.marked.links import target
from lexkz.reading.marked.symbols import UNKNOWN, printed, sign

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PAGED = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[lL]\s+)?\"?([^\"\s]+)")
_LOCAL_LINK = re.compile(r"\s*HYPERLINK\s+\\[lL]\s")
_HALF = 2_500_000
"""Offset, in English Metric Units (914 400 an inch), from which a box stands in the right half of a page."""


@dataclass(slots=True)
class Box:
    """A text box that hangs on a paragraph."""

    content: etree._Element
    right: bool
    before: str
    """Text of the paragraph before the place that it hangs on."""


@dataclass(slots=True)
class DocxLine:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    paged: bool = False
    """True where the number of the page is counted in it."""
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    """Mark and text of each footnote that is referred to."""

    @property
    def text(self) -> str:
        """The text of the pieces."""
        return "".join(piece.text for piece in self.pieces)


def line(paragraph: etree._Element, state: DocxState) -> DocxLine:
    """Return what ``paragraph`` holds; what is left out of the text is noted in ``state``."""
    made = DocxLine()
    _inline(below(paragraph), made, state, paragraph, None)
    return made


def _inline(
    elements: Iterable[etree._Element], made: DocxLine, state: DocxState, paragraph: etree._Element, href: str | None
) -> None:
    for element in elements:
        name = local(element)
        if name == "r":
            _run(element, made, state, paragraph, href)
        elif name == "hyperlink":
            state.change(element)
            _inline(below(element), made, state, paragraph, _hyperlink(element, state) or href)
        elif name == "fldSimple":
            own = _field_target(val(element, "instr") or "")
            made.paged = made.paged or _PAGED.match(val(element, "instr") or "") is not None
            _inline(below(element), made, state, paragraph, own or href)
        elif name in ("del", "moveFrom"):
            state.deleted(element)
        elif name == "subDoc":
            state.embedded.append("subDoc")
        elif element.tag in (f"{M}oMath", f"{M}oMathPara"):
            state.embedded.append("formula")
            made.pieces.append(Piece("".join(text.text or "" for text in element.iter(f"{M}t")), href))
        elif name not in ("pPr", "rPr") and len(element):
            _inline(below(element), made, state, paragraph, href)


def _run(run: etree._Element, made: DocxLine, state: DocxState, paragraph: etree._Element, href: str | None) -> None:
    state.change(run)
    placeholder = is_placeholder(run, state)
    if box := begun(run, state):
        made.pieces.append(Piece(box))
    if placeholder is None:
        made.pieces.append(Piece(BLANK))
    if placeholder is False:
        _contents(run, made, state, paragraph, href)
    if box := ended(run, state):
        made.pieces.append(Piece(box))


def _contents(
    run: etree._Element, made: DocxLine, state: DocxState, paragraph: etree._Element, href: str | None
) -> None:
    styles = state.styles
    hidden = styles.switch(run, paragraph, "vanish") or styles.unseen(run)
    capitals = styles.switch(run, paragraph, "caps")
    bold = styles.switch(run, paragraph, "b")
    height = styles.height(run)
    symbols = styles.symbols(run)
    if styles.switch(run, paragraph, "strike") or styles.switch(run, paragraph, "dstrike"):
        state.struck.append("".join(text.text or "" for text in run.iter(f"{W}t")))
    for element in below(run):
        name = local(element)
        if name == "fldChar":
            _field(element, made, state)
        elif name == "instrText":
            if state.fields:
                state.fields[-1].instruction += element.text or ""
        elif name in ("drawing", "pict", "object"):
            _drawn(element, name, made, state)
        elif name in ("footnoteReference", "endnoteReference"):
            _note(element, name, run, made, state)
        else:
            text = _text(element, name, state)
            if not text:
                continue
            text = in_letters(text, state.letters) if state.letters else text
            if symbols is not None and name == "t":
                text = printed(text, symbols)
                state.embedded.extend(["symbol"] * text.count(UNKNOWN))
            if hidden or not state.shown():
                state.hidden.append(text)
                continue
            # Where all is set in capitals, capitals are what is printed.
            text = text.upper() if capitals and len(text.upper()) == len(text) else text
            if not state.fill(text):
                continue
            raised, lowered = height == "superscript", height == "subscript"
            made.pieces.append(Piece(text, state.href() or href, bold, raised=raised, lowered=lowered, origin=element))


def _text(element: etree._Element, name: str, state: DocxState) -> str:
    if name == "t":
        state.taken.add(element)
        text = (element.text or "").replace("\n", " ").replace("\r", " ")
        # Without the mark to preserve them Word drops spaces at the ends.
        return text if element.get(_SPACE) == "preserve" else text.strip(" \t")
    if name in ("tab", "ptab"):
        return "\t"
    if name in ("br", "cr"):
        # The end of a page or column is no end of a line.
        return " " if val(element, "type") in ("page", "column") else "\n"
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        return _symbol(element, state)
    if name in ("footnoteRef", "endnoteRef"):
        return superscript(state.note_mark)
    if name == "ruby":
        state.taken.update(element.iter(f"{W}t"))
        return "".join(text.text or "" for text in element.iter(f"{W}t"))
    return ""


def _symbol(element: etree._Element, state: DocxState) -> str:
    code = (val(element, "char") or "").lower()
    if (known := sign(code)) is not None:
        return known
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        char = "\ufffd"
    if char.isprintable() and not "\ue000" <= char <= "\uf8ff":
        return char
    state.embedded.append("symbol")
    return UNKNOWN


def _hyperlink(element: etree._Element, state: DocxState) -> str | None:
    relation = state.relations.get(element.get(f"{R}id") or "")
    anchor = val(element, "anchor")
    if relation is not None and relation.external:
        return target(relation.target + (f"#{anchor}" if anchor and "#" not in relation.target else ""))
    return target(f"#{anchor}") if anchor else None


def _field_target(instruction: str) -> str | None:
    match = _HYPERLINK.match(instruction)
    if match is None:
        return None
    return target(f"#{match[1]}" if _LOCAL_LINK.match(instruction) else match[1])


def _field(element: etree._Element, made: DocxLine, state: DocxState) -> None:
    kind = val(element, "fldCharType")
    if kind == "begin":
        data = child(element, "ffData")
        if data is None:
            state.begin_field()
        else:
            made.pieces.extend(old_field(data, state))
    elif kind == "separate" and state.fields:
        state.fields[-1].result = True
        made.paged = made.paged or _PAGED.match(state.fields[-1].instruction) is not None
        state.fields[-1].href = _field_target(state.fields[-1].instruction)
        made.pieces.append(Piece(state.fields[-1].signs[0]))
    elif kind == "end" and state.fields:
        ended_now = state.fields.pop()
        first, last = ended_now.signs
        made.pieces.append(Piece(f"{'' if ended_now.result else first}{BLANK if ended_now.blank else ''}{last}"))


def _drawn(element: etree._Element, name: str, made: DocxLine, state: DocxState) -> None:
    contents = list(_boxes(element))
    if not contents:
        state.embedded.append("object" if name == "object" else "picture")
    made.boxes.extend(Box(inner, _at_right(element), made.text) for inner in contents)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the contents of text boxes, those within boxes apart; of alternatives the first is taken."""
    for inner in below(element):
        if local(inner) == "txbxContent":
            yield inner
        else:
            yield from _boxes(inner)


def _at_right(element: etree._Element) -> bool:
    place = next(element.iter(f"{WP}positionH"), None)
    if place is not None:
        align, offset = place.find(f"{WP}align"), place.find(f"{WP}posOffset")
        if align is not None:
            return (align.text or "") in ("right", "outside")
        return offset is not None and (whole(offset.text) or 0) > _HALF
    for shape in element.iter():
        style = shape.get("style") or ""
        if "mso-position-horizontal:right" in style.replace(" ", ""):
            return True
        margin = re.search(r"margin-left\s*:\s*(\d+)(?:\.\d+)?pt", style)
        if margin:
            return int(margin[1][:6]) * 12700 > _HALF
    return False


def _note(element: etree._Element, name: str, run: etree._Element, made: DocxLine, state: DocxState) -> None:
    kind = name.removesuffix("Reference")
    text = state.notes.get((kind, val(element, "id") or ""))
    if text is None or not state.shown():
        return
    if val(element, "customMarkFollows") in ("1", "true", "on"):
        mark = squeezed("".join(own.text or "" for own in run.iter(f"{W}t"))).strip() or "*"
    else:
        mark = state.next_mark(kind)
        made.pieces.append(Piece(superscript(mark), origin=element))
    made.notes.append((mark, text))
