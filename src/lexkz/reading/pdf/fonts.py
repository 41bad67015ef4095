"""Fonts as pdfminer builds them, but none that asks for more characters than there are."""

import re
from collections.abc import Mapping

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

_MOST = 0x20000
"""Characters of one range: more than the codes of any font, of two bytes each."""
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*[<\d]")
"""A range of a character map: first code, last code, and what the first one stands for."""


class Fonts(PDFResourceManager):
    """Looks at the ranges of a font before pdfminer writes each out, character by character."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return the font; raise ValueError where its ranges hold more characters than fonts have."""
        if not (objid and objid in self._cached_fonts):
            for key in ("W", "W2"):
                _check_widths(resolve1(spec.get(key)))
            for key in ("ToUnicode", "Encoding"):
                _check_map(resolve1(spec.get(key)))
        return super().get_font(objid, spec)


def _check_widths(widths: object) -> None:
    """A list of widths reads ``first [w w w]`` or ``first last w``."""
    numbers: list[float] = []
    for entry in widths if isinstance(widths, list) else []:
        value = resolve1(entry)
        numbers = [*numbers[-1:], value] if isinstance(value, int | float) else []
        if len(numbers) > 1 and numbers[1] - numbers[0] > _MOST:
            raise ValueError("too many widths")


def _check_map(stream: object) -> None:
    if not isinstance(stream, PDFStream):
        return
    total = 0
    for found in _RANGE.finditer(stream.get_data()):
        total += max(int(found[2][:16], 16) - int(found[1][:16], 16), 0)
        if total > _MOST:
            raise ValueError("too many characters")
