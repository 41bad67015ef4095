"""What is set, and how: acts as plain data, and the styles in which a facsimile can be made."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["body", "center", "corner"]
"""Where a text stands: in the body, centred, or in a corner mark at the right, a printed line each."""


Hidden = Literal["", "white", "tiny", "clear", "mode", "clipped"]
"""What makes words unseen: paper's colour, size, no ink, rendering mode 3, a clip."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    kind: Kind = "body"
    links: tuple[str, ...] = ()
    """Words of it that are links."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CellIn:
    """A cell of a table."""

    text: str
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class TableIn:
    """A table; a cell that a merged one above covers is left out of its row."""

    rows: tuple[tuple[CellIn, ...], ...]
    widths: tuple[float, ...]
    """Of its columns, as shares of the width of the text."""
    head: int = 0
    """Rows of the head: bold."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A post over several lines, and a name at the right."""

    post: tuple[str, ...]
    name: str


Piece = Text | TableIn | Signature


@dataclass(frozen=True, slots=True)
class Setting:
    """How an act is set."""

    font: str
    size: float = 11.0
    leading: float = 1.2
    margins: tuple[float, float, float, float] = (70.0, 60.0, 60.0, 70.0)
    """Left, top, right and bottom, in points."""
    page: tuple[float, float] = (595.0, 842.0)
    indent: float = 28.0
    """Of first lines; 0 for none."""
    spacing: float = 0.0
    """Between paragraphs."""
    justified: bool = True
    spaces: bool = True
    """False: words are placed without a space between them in the file."""
    late_links: bool = False
    """Links are drawn after the rest of their line."""
    borders: bool = True
    open_rows: bool = False
    """No border is drawn where a row is cut by a page end."""
    cut: bool = False
    """A page end may cut a row after any of its lines, not only where two and more stand on both sides."""
    spread: bool = False
    """Letters of short lines in cells are spread to fill the column."""
    numbers: bool = False
    """Pages are numbered at their foot."""
    running_head: str = ""
    """Over each page; ``{page}`` in it is the page's number, ``{article}`` one that grows by fits."""
    even_head: str = ""
    """Over even pages, where those have another one."""
    foot: tuple[str, ...] = ()
    """Small lines at the foot of each page; ``{page}`` in them is the page's number."""
    line_numbers: int = 0
    """Each so-manieth line of the text is numbered in the margin; 0 for none."""
    mirrored: bool = False
    """Left and right margins change places on even pages."""
    fresh: bool = False
    """An annex begins on a page of its own."""
    padding: float = 4.0
    """White inside the borders of a cell."""
    watermark: str = ""
    """Large over each page."""
    grey: float = 0.85
    """How pale it is: 0 for black."""
    angle: float = 0.0
    """How far it is turned."""
    over: bool = False
    """It is drawn after the text, not before it."""
    dropped: int = 0
    """Paragraphs without a number begin with a letter as high as so many lines; 0 for none."""
    turned_head: bool = False
    """Heads of narrow columns stand upright, as turned words."""
    hidden: Hidden = ""
    """How words are drawn on each page that it does not show."""
    divided: bool = False
    """Words are divided at line ends, with the hyphen of a keyboard."""
    gap: float | None = None
    """White between words without spaces, in type sizes; None for that of a space."""
