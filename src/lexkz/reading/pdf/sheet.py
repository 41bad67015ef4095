"""What one page of a PDF holds, in points from its top left corner: characters, drawn lines and links."""

from dataclasses import dataclass
from typing import NamedTuple

from lexkz.akn.control import Control


class Glyph(NamedTuple):
    """One printed character. A named tuple, for there are thousands on a page."""

    text: str
    x0: float
    x1: float
    y: float
    """Baseline, downwards from the top of the page."""
    size: float
    bold: bool
    href: str | None = None
    ink: int = 0
    """Its colour as a small number, see :func:`lexkz.reading.pdf.colours.shade`; 0 for black."""
    initial: bool = False
    """True for the large letter that a paragraph begins with, put to its line."""


class Rule(NamedTuple):
    """One straight line, horizontal or vertical, as tables are drawn with."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        """True for a horizontal line."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """One page, read once."""

    number: int
    """From 1."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    turned: tuple[Glyph, ...] = ()
    """Characters turned by a quarter or a half, in the order of the file; x and y are those of their middle."""
    slanted: tuple[Glyph, ...] = ()
    """Characters that stand aslant, in the same way: those of watermarks."""
    marked: tuple[Glyph, ...] = ()
    """Characters that the file itself marks as furniture of the page (tagged PDF: artifacts of pagination)."""
    pictured: float = 0.0
    """Share of the page that its largest picture covers."""
    unmapped: int = 0
    """Characters whose font does not tell which letters they are."""
    recognised: int = 0
    """Characters of ``glyphs`` that are drawn invisibly, as text recognition lays them under the picture of a page."""
    unseen: tuple[Glyph, ...] = ()
    """Characters that the page holds and does not show: white, covered, tiny, clipped, transparent, in a layer that is
    off."""
    unseen_turned: tuple[Glyph, ...] = ()
    """Those of them that do not stand upright, as in ``turned``."""
    outside: tuple[Glyph, ...] = ()
    """Characters that stand beyond the edges of what the page shows."""
    fields: tuple[tuple[Control, tuple[Glyph, ...]], ...] = ()
    """Fields to fill in that the page shows, and the characters of what is printed in each."""
    remarks: tuple[str, ...] = ()
    """Texts of remarks that readers pinned to the page."""
    struck: tuple[Glyph, ...] = ()
    """Those of ``glyphs`` that a line is drawn through."""
