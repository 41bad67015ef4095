"""Styles: what a paragraph or a run inherits where it does not say itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from lexkz.reading.docx.names import W, child, local, on, val, whole
from lexkz.reading.marked.symbols import FONT

_DEEPEST = 30
_MOVED = 6
"""Half points: what is moved less from its line is no index; Word itself moves three points."""
_INDEX = 6
"""Signs of an index at most."""
_WHITE_OF_THEMES = frozenset(("background1", "bg1", "light1"))
_INVISIBLE_SIZE = 2
"""Half points: nobody reads type of one point."""


@dataclass(slots=True)
class Styles:
    """The styles of a document."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str | None = None
    """Id of the style of paragraphs that name none."""

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style is not None and style in self.elements and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self.elements[style]
            style = val(child(self.elements[style], "basedOn"))

    def of(self, paragraph: etree._Element) -> str | None:
        """Return the id of a paragraph's style."""
        return val(child(paragraph, "pPr", "pStyle")) or self.default

    def paragraph(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """Return the property ``name`` (``jc``, ``ind``) that holds for a paragraph."""
        own = child(paragraph, "pPr", name)
        if own is not None:
            return own
        return next(
            (found for style in self.chain(self.of(paragraph)) if (found := child(style, "pPr", name)) is not None),
            None,
        )

    def switch(self, run: etree._Element, paragraph: etree._Element | None, name: str) -> bool:
        """Tell whether the switch ``name`` (``b``, ``vanish``) is on for a run."""
        own = on(child(run, "rPr", name))
        if own is not None:
            return own
        character = val(child(run, "rPr", "rStyle"))
        below = self.of(paragraph) if paragraph is not None else None
        for style in (*self.chain(character), *self.chain(below)):
            said = on(child(style, "rPr", name))
            if said is not None:
                return said
        return False

    def unseen(self, run: etree._Element) -> bool:
        """Tell whether a run cannot be seen: white without a ground of its own, in the
        colour of its ground, or of a point's height at most."""
        size = whole(val(child(run, "rPr", "sz")))
        if size is not None and size <= _INVISIBLE_SIZE:
            return True
        colour = child(run, "rPr", "color")
        own = (val(colour) or "auto").lower()
        if own != "auto" and own == (val(child(run, "rPr", "shd"), "fill") or "").lower():
            return True
        # The ground of a theme is white where no one has made it otherwise.
        white = own == "ffffff" or val(colour, "themeColor") in _WHITE_OF_THEMES
        ground = child(run, "rPr", "shd") is not None or child(run, "rPr", "highlight") is not None
        # A cell can have its ground from the table's style, a paragraph its own: there white letters are a head's.
        for outer in run.iterancestors(f"{W}tc", f"{W}p"):
            ground = ground or local(outer) == "tc" or child(outer, "pPr", "shd") is not None
        return white and not ground

    def height(self, run: etree._Element) -> str | None:
        """Return ``superscript`` or ``subscript`` where a run is set so, else None."""
        own = val(child(run, "rPr", "vertAlign"))
        if own is None:
            character = val(child(run, "rPr", "rStyle"))
            own = next(
                (said for style in self.chain(character) if (said := val(child(style, "rPr", "vertAlign")))), None
            )
        if own is None:
            # An index can be set by hand, too: a few signs, moved up or down from the line.
            moved = whole(val(child(run, "rPr", "position"))) or 0
            short = sum(len(text.text or "") for text in run.iter(f"{W}t")) <= _INDEX
            if abs(moved) >= _MOVED and short:
                return "superscript" if moved > 0 else "subscript"
        return own if own in ("superscript", "subscript") else None

    def symbols(self, run: etree._Element) -> str | None:
        """Return the name of the font of symbols that a run is set in, None for a font of letters."""
        fonts = child(run, "rPr", "rFonts")
        names = (val(fonts, key) or "" for key in ("ascii", "hAnsi"))
        return next((name for name in names if FONT.match(name)), None)

    def heading(self, paragraph: etree._Element) -> int | None:
        """Return the level of a heading, from 1; the style "Title" is 1."""
        outline = whole(val(self.paragraph(paragraph, "outlineLvl")))
        if outline is not None:
            return outline + 1 if 0 <= outline < 9 else None
        for style in self.chain(self.of(paragraph)):
            name = (val(child(style, "name")) or "").lower()
            if name == "title":
                return 1
            if name.startswith("heading ") and (level := whole(name[8:])) is not None:
                return level
        return None

    def is_named(self, paragraph: etree._Element, wanted: str) -> bool:
        """Tell whether a paragraph's style, or one that it is based on, has the name ``wanted``, in small letters."""
        return any((val(child(style, "name")) or "").lower() == wanted for style in self.chain(self.of(paragraph)))

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents that Word made."""
        names = ((val(child(style, "name")) or "").lower() for style in self.chain(self.of(paragraph)))
        return any(name.startswith("toc ") and name[4:].isdigit() for name in names)

    def borders(self, table: etree._Element) -> bool:
        """Tell whether a table is drawn with borders, by itself, its style or its cells."""
        own = child(table, "tblPr", "tblBorders")
        if own is not None:
            return _drawn(own) or _cells_drawn(table)
        for style in self.chain(val(child(table, "tblPr", "tblStyle"))):
            styled = child(style, "tblPr", "tblBorders")
            if styled is not None:
                return _drawn(styled)
        return _cells_drawn(table)


def styles(root: etree._Element | None) -> Styles:
    """Return the styles of a part ``styles.xml``; none where there is no such part."""
    made = Styles()
    if root is None:
        return made
    for element in root.iter(f"{W}style"):
        ident = val(element, "styleId")
        if ident is None:
            continue
        made.elements[ident] = element
        if val(element, "type") == "paragraph" and val(element, "default") in ("1", "true", "on"):
            made.default = ident
    return made


def _drawn(borders: etree._Element) -> bool:
    return any(val(side) not in (None, "none", "nil") for side in borders)


def _cells_drawn(table: etree._Element) -> bool:
    return any(
        _drawn(borders)
        for row in table.iterchildren(f"{W}tr")
        for cell in row.iterchildren(f"{W}tc")
        if (borders := child(cell, "tcPr", "tcBorders")) is not None and local(borders)
    )
