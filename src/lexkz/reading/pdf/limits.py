"""What a PDF may cost: size, pages, characters and time; a file that asks for more is refused, not obeyed."""

import time
from dataclasses import dataclass

from lexkz.reading.blocks import SourceError


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """The most that is read of one PDF; the defaults are far above the longest code and far below what hurts."""

    bytes: int = 64 * 1024 * 1024
    """Size of the file."""
    unpacked: int = 256 * 1024 * 1024
    """Size of its streams when they are unpacked, images aside."""
    pages: int = 3000
    side: float = 14400.0
    """Longest side of a page, in points (1/72 inch): the largest that the format's own reader shows."""
    glyphs: int = 200_000
    """Characters and drawn lines on one page."""
    seconds: float | None = 600.0
    """Time for the whole file; None for as long as it takes."""


class PdfWatch:
    """Counts what one page draws and looks at the clock now and then."""

    __slots__ = ("_count", "_deadline", "_limits", "_name")

    def __init__(self, limits: PdfLimits, name: str) -> None:
        self._limits = limits
        self._name = name
        self._count = 0
        self._deadline = None if limits.seconds is None else time.monotonic() + limits.seconds

    def page(self, number: int) -> None:
        """Begin page ``number``; raise SourceError where that is one page too many or the time is over."""
        self._count = 0
        if number > self._limits.pages:
            raise SourceError(f"{self._name} has more than {self._limits.pages} pages: give one act at a time.")
        self._time()

    def tick(self) -> None:
        """Count one thing drawn; raise SourceError where a page draws too much or takes too long."""
        self._count += 1
        if self._count & 0x3FF:
            return
        if self._count > self._limits.glyphs:
            raise SourceError(
                f"{self._name} has a page with more than {self._limits.glyphs} characters and lines: "
                "give a PDF that holds the pages of an act."
            )
        self._time()

    def _time(self) -> None:
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise SourceError(
                f"{self._name} takes longer than {self._limits.seconds:g} seconds to read: "
                "give the act as text, HTML or .docx."
            )
