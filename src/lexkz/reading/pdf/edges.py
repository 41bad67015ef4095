"""The edges of pages, where what is no text of the act stands: what one page shows there."""

from dataclasses import dataclass
from typing import Literal

from lexkz.reading.pdf.lines import Printed

_SMALL = 0.92
"""Of the type size of the text: type up to so large is small."""

Side = Literal["header", "footer"]
Kind = Literal["footer", "header", "page_number"]


@dataclass(frozen=True, slots=True)
class PageEdges:
    """What one page shows, as far as furniture is looked for."""

    height: float
    lines: tuple[Printed, ...]
    """Outside tables, from top to bottom."""
    tables: tuple[tuple[float, float], ...] = ()
    """Top and bottom of each table."""


def small(line: Printed, body: float) -> bool:
    """Tell whether a line is set smaller than the text, whose type size is ``body``."""
    return line.size <= _SMALL * body
