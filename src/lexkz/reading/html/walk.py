"""Walk through the elements of a page, and put its text down as paragraphs and tables."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from lxml import etree

from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Align, Block, Lang, Paragraph, Place
from lexkz.reading.html import lists
from lexkz.reading.html.tags import (
    BLOCKS,
    EMBEDDED,
    NO_TEXT,
    Sheets,
    alignment,
    classes,
    height,
    is_bold,
    is_chrome,
    is_hidden,
    is_red,
    is_struck,
    symbol_font,
    tag,
)
from lexkz.reading.limits import tick
from lexkz.reading.marked.inline import Piece, paragraphs
from lexkz.reading.marked.links import target
from lexkz.reading.marked.signature import parted
from lexkz.reading.marked.symbols import UNKNOWN, printed

_NAME = re.compile(r"[\w.:-]{1,100}")


_LAYOUT = re.compile("[ \t\r\n\f]+")


# Old pages set an act as lines of one width, wrapped by hand, the first of a paragraph indented.
_INDENTED = re.compile(r"(?:^|\n)(?: {4,}|\t|\u00a0{4,})\S")


_BREAK = re.compile(r"\n(?! {4,}|\t|\u00a0{4,}|[ \t\u00a0]*\n)")


@dataclass(frozen=True, slots=True)
class InheritedStyle:
    """What an element's text inherits from the elements around it."""

    href: str | None = None
    bold: bool = False
    note: bool = False
    raised: bool = False
    lowered: bool = False
    align: Align | None = None
    heading: int | None = None
    kept: bool = False
    """True where white space of the page is kept (``pre``)."""
    struck: bool = False
    """True within text that is struck through."""
    symbols: str | None = None
    """The font of symbols that the text is set in."""
    wrapped: bool = False
    """True where the lines that are kept are wrapped, for some are indented."""


@dataclass(slots=True)
class PageWalk:
    """What all walks through one page share."""

    lang: Lang
    adilet: bool = False
    """True for pages of "Әділет", whose classes and colours mean what legal-technique.md says."""
    set_apart: Collection[etree._Element] = ()
    """Elements that are walked through by themselves."""
    sheets: Sheets = field(default_factory=Sheets)
    """What the page's own style sheets hide, strike through, raise."""
    chrome: bool = True
    """True where elements of the site within the text are set aside."""
    furniture: list[str] = field(default_factory=list)
    """Text of elements of the site that stand within the text."""
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    """Text that is struck through, and kept."""
    nested: list[str] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    """Names of embedded elements, one for each; of the font, for each sign of a font of symbols that is not known."""
    generated: list[str] = field(default_factory=list)
    """What the page's style sheets print beside elements of the act."""


class Walk:
    """One walk: its blocks are those of the elements that were walked through."""

    def __init__(self, context: PageWalk) -> None:
        self.context = context
        self.blocks: list[Block] = []
        self.met: list[tuple[etree._Element, int]] = []
        """Elements set apart, with the number of blocks before each."""
        self.pieces: list[Piece] = []
        self.anchor = ""
        self.since = 0
        self.own_anchor = False
        """The line that is being taken in has an id of its own."""
        self.markers: dict[etree._Element, str] = {}

    def through(self, element: etree._Element, style: InheritedStyle | None = None) -> "Walk":
        """Walk through ``element``; returns the walk itself."""
        self.element(element, style or InheritedStyle())
        self.flush(style or InheritedStyle())
        return self

    def element(self, element: etree._Element, outer: InheritedStyle) -> None:
        """Take in the text of one element, without what follows it."""
        tick()
        name = tag(element)
        if element in self.context.set_apart:
            self.flush(outer)
            self.met.append((element, len(self.blocks)))
            return
        if not name or name in NO_TEXT:
            return
        if is_hidden(element, self.context.sheets.unseen):
            self.context.hidden.append(text_of(element))
            return
        if name == "del":
            self.context.deleted.append(text_of(element))
            return
        if not outer.struck and is_struck(element, self.context.sheets.struck):
            self.context.struck.append(text_of(element))
            outer = replace(outer, struck=True)
        if name in EMBEDDED:
            self.context.embedded.append(name)
            if name in ("svg", "math"):
                self.piece(" ".join(text_of(element).split()), outer)
            return
        if name in FIELDS and (shown := field_text(element, begun=self.begun())) is not None:
            self.piece(shown, outer)
            return
        if self.context.chrome and is_chrome(element):
            self.context.furniture.append(text_of(element))
            return
        if name == "p" and "state" in classes(element):
            # Our own pages say on top what state the text is in.
            self.context.furniture.append(text_of(element))
            return
        if name == "br":
            self.pieces.append(Piece("\n"))
            return
        style = self.style(element, name, outer)
        block = name in BLOCKS
        if block:
            self.flush(outer)
        self.note_anchor(element, name)
        if name == "table":
            self.table(element, style)
        else:
            if name == "ol":
                self.markers |= lists.markers(element)
            if name == "li":
                self.piece(self.markers.pop(element, None), style)
            self.piece(element.text, style)
            for child in element:
                self.element(child, style)
                self.piece(child.tail, style)
        if block:
            self.flush(style)

    def style(self, element: etree._Element, name: str, outer: InheritedStyle) -> InheritedStyle:
        """Return the style of an element's own text."""
        changes: dict[str, object] = {}
        if name == "a" and (href := target(element.get("href"))) is not None:
            changes["href"] = href
        if is_bold(element):
            changes["bold"] = True
        if (moved := height(element, self.context.sheets)) is not None:
            changes["raised"], changes["lowered"] = moved == "raised", moved == "lowered"
        if (font := symbol_font(element)) is not None:
            changes["symbols"] = font or None
        if name == "pre":
            changes["kept"] = True
            changes["wrapped"] = bool(_INDENTED.search(text_of(element)))
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            changes["heading"] = int(name[1])
        if (align := alignment(element)) is not None:
            changes["align"] = align
        editors = "editors_note" in classes(element)
        if editors or (self.context.adilet and ("note" in classes(element) or is_red(element))):
            changes["note"] = True
        return replace(outer, **changes) if changes else outer  # type: ignore[arg-type]  # names and types are above

    def piece(self, text: str | None, style: InheritedStyle) -> None:
        """Take in a stretch of text."""
        if not text:
            return
        if not style.kept:
            # Line breaks of the page's source are spaces.
            text = _LAYOUT.sub(" ", text)
        elif style.wrapped:
            text = _unwrapped(text.replace("\r", ""), begun=self.begun())
        if style.symbols is not None:
            text = printed(text, style.symbols)
            self.context.embedded.extend([style.symbols] * text.count(UNKNOWN))
        made = Piece(text, style.href, style.bold, style.note, style.raised, style.lowered)
        # Between the rows of a table there is nothing but thousands of spaces.
        if text != " " or not self.pieces or self.pieces[-1] != made:
            self.pieces.append(made)

    def begun(self) -> bool:
        """Tell whether words of the line stand before what is read now."""
        return any(piece.text.strip() for piece in self.pieces)

    def note_anchor(self, element: etree._Element, name: str) -> None:
        """Remember the nearest id or named anchor."""
        found = element.get("id") or (element.get("name") if name == "a" else None)
        # A block's id goes before that of an empty element above it, which may name the same place.
        fresh = name != "a" and not self.begun()
        if found and _NAME.fullmatch(found) and (fresh or not self.own_anchor):
            self.anchor, self.since, self.own_anchor = found, 0, True

    def place(self) -> Place:
        """Return the place of the next block, and count it."""
        anchor = self.anchor if not self.since else f"{self.anchor}+{self.since}"
        self.since += 1
        self.own_anchor = False
        return Place(None, None, anchor=anchor or None)

    def flush(self, style: InheritedStyle) -> None:
        """End the line: what was taken in becomes paragraphs."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.text.strip() for piece in pieces):
            return
        for made in paragraphs(parted(pieces, self.context.lang), self.place(), style.align or "body", style.heading):
            self.blocks.append(self.believed(made))

    def believed(self, made: Paragraph) -> Paragraph:
        """Return ``made``, no editors' note where by its words it is a note of the act itself."""
        if not made.note:
            return made
        words = words_of(self.context.lang).structure
        folded = fold(made.text)
        own = words.note.match(folded) and not words.editor_office.match(folded) and not words.dated.search(folded)
        return replace(made, note=False) if own else made

    def table(self, element: etree._Element, style: InheritedStyle) -> None:
        """Take in a table."""
        from lexkz.reading.html.tables import take

        take(self, element, style)


def _unwrapped(text: str, *, begun: bool) -> str:
    """Return lines that a hand wrapped with each paragraph as one: below an indented line, or where a small letter goes
    on with a line that ended no sentence. Lines above the first indent are a heading's, each its own."""
    made = ""
    inside = begun
    for part in re.split(r"(\n)", text):
        if part != "\n":
            if made.endswith("\n") or not made:
                before, line = made[:-1].rstrip(), part
                flush = made and line.strip() and _BREAK.match("\n" + line + "\n") is not None
                if flush and (inside or (line[0].islower() and before[-1:] not in ".;:")):
                    made = made[:-1] + " "
                inside = bool(_INDENTED.match(line)) or (inside and bool(line.strip()))
            made += part
        else:
            made += part
    return made


def text_of(element: etree._Element) -> str:
    """Return all text that stands in an element, scripts and the like left out."""
    parts: list[str] = []
    skipped = 0
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        silent = tag(inner) in NO_TEXT
        if event == "start":
            skipped += silent
            if not skipped and inner.text:
                parts.append(inner.text)
        else:
            skipped -= silent and event == "end"
            if not skipped and inner is not element and inner.tail:
                parts.append(inner.tail)
    return "".join(parts)


FIELDS = frozenset(("input", "select", "textarea"))


BLANK = "__________"


ON, OFF = "\u2612", "\u2610"


_WRITTEN = frozenset(("text", "email", "tel", "number", "date", "month", "time", "datetime-local", "url", ""))


def field_text(element: etree._Element, *, begun: bool) -> str | None:
    """Return what a field prints; None for one that is the site's: a button, and what stands alone without words
    before it (``begun``), as a site's own search does."""
    name, kind = tag(element), (element.get("type") or "").lower()
    if name == "input" and kind in ("checkbox", "radio"):
        return ON if element.get("checked") is not None else OFF
    if not begun or (name == "input" and kind not in _WRITTEN):
        return None
    if name == "input":
        return (element.get("value") or "").strip() or BLANK
    if name == "textarea":
        return " ".join("".join(map(str, element.itertext())).split()) or BLANK
    chosen = [one for one in element.iter("option") if one.get("selected") is not None]
    return ", ".join(" ".join("".join(map(str, one.itertext())).split()) for one in chosen) or BLANK
