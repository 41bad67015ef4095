"""The operators of a page and their operands, read from its content: pdfminer's parser with a short way for numbers,
names, strings of codes and plain operators, which are nearly all of it."""

import re
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT

_NUMBER = rb"[+-]?\d{1,12}(?:\.\d{0,12})?"
_CODES = rb"<(?:[0-9A-Fa-f]{2})*>"
_PLAIN = re.compile(
    rb"[\x00\t\n\x0c\r ]*(?:(" + _NUMBER + rb")|([A-Za-z]{1,3}\*?)|/([A-Za-z0-9_+.-]{1,60})|"
    rb"\[((?:[ \n]?(?:" + _CODES + rb"|" + _NUMBER + rb"(?=[ \n<\]])))*)[ \n]?\])(?=[\t\n\x0c\r ])"
)
"""A number, an operator of letters, a name, or an array of codes and numbers, with white space behind it in what is at
hand of the content."""
_IN_ARRAY = re.compile(rb"<([0-9A-Fa-f]*)>|(" + _NUMBER + rb")")
_OTHERWISE = frozenset({b"BI", b"ID", b"EI"})
"""Operators whose operands are read in another way: pictures within the content."""


class Operators(PDFContentParser):
    """Reads the content of a page; what it gives is the same as pdfminer's own parser gives."""

    BUFSIZ = 1 << 16

    def nextobject(self) -> Any:
        """Return where the next operator or operand stands, near enough, and what it is. Raises PSEOF at the end."""
        if not self.results and not self.context and not self._tokens and self._parse1 == self._parse_main:
            found = _PLAIN.match(self.buf, self.charpos)
            if found is not None:
                made = _object(found)
                if made is not None:
                    self.charpos = found.end()
                    return self.bufpos, made
        return super().nextobject()


def _object(found: re.Match[bytes]) -> Any:
    """Return what was found; None for what is to be read in the long way."""
    number, operator, name, array = found.groups()
    if number is not None:
        return _number(number)
    if operator is not None:
        # «true» and the like are longer.
        return None if operator in _OTHERWISE else KWD(operator)
    if name is not None:
        return LIT(name.decode())
    return [_number(one) if one else bytes.fromhex(codes.decode()) for codes, one in _IN_ARRAY.findall(array)]


def _number(digits: bytes) -> int | float:
    return float(digits) if b"." in digits else int(digits)
