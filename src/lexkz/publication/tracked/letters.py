"""The letters of a Word file's paragraphs, each with the element that it stands in."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from lexkz.publication.docx.names import qw
from lexkz.reading.docx.state import PrintedParagraph
from lexkz.reading.marked.characters import visible
from lexkz.reading.marked.inline import Piece

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_SINGLE = frozenset(map(qw, ("tab", "ptab", "br", "cr", "sym", "noBreakHyphen")))
"""Elements that print one sign."""


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """One character of a paragraph."""

    char: str
    paragraph: etree._Element
    """The ``w:p`` that it stands in."""
    element: etree._Element | None = None
    """The element that holds it: ``w:t``, ``w:tab``, ``w:br``; None where it cannot be changed by itself."""
    offset: int = 0
    """Its place in the text of a ``w:t``."""
    counted: bool = False
    """It belongs to a number that Word makes and the file does not hold."""

    @property
    def ink(self) -> str:
        """What of it is seen, to be compared; ``""`` for white space and what is not printed."""
        return _inked(self.char)


def ink(text: str) -> str:
    """Return the characters of ``text`` that are seen, each in one form: what two files of one text agree in."""
    return "".join(_folded(char) for char in visible(text) if not char.isspace())


@cache
def _inked(char: str) -> str:
    return ink(char)


def _folded(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def letters(printed: PrintedParagraph) -> tuple[Letter, ...]:
    """Return the letters of a paragraph as it was read, those of its number first."""
    number = (Letter(char, printed.element, counted=True) for char in printed.number)
    return (*number, *_of_pieces(printed.pieces, printed.element))


def _of_pieces(pieces: Iterable[Piece], paragraph: etree._Element) -> Iterator[Letter]:
    for piece in pieces:
        element = piece.origin
        if not isinstance(element, etree._Element) or not _holds(paragraph, element):
            yield from (Letter(char, paragraph) for char in piece.text)
        elif element.tag == qw("t") and len(shown(element)) == len(piece.text):
            begin = first(element)
            yield from (Letter(char, paragraph, element, begin + at) for at, char in enumerate(piece.text))
        elif element.tag in _SINGLE and len(piece.text) == 1:
            yield Letter(piece.text, paragraph, element)
        else:
            yield from (Letter(char, paragraph) for char in piece.text)


def _holds(paragraph: etree._Element, element: etree._Element) -> bool:
    return next(element.iterancestors(qw("p")), None) is paragraph


def shown(element: etree._Element) -> str:
    """Return the text of a ``w:t`` as Word prints it: without the spaces at its ends where it does not keep them."""
    text = element.text or ""
    return text if element.get(_PRESERVE) == "preserve" else text.strip(" \t\n\r")


def first(element: etree._Element) -> int:
    """Return the place in a ``w:t`` at which what Word prints of it begins."""
    text = element.text or ""
    return 0 if element.get(_PRESERVE) == "preserve" else len(text) - len(text.lstrip(" \t\n\r"))


def inked(found: Sequence[Letter]) -> str:
    """Return what is seen of letters."""
    return "".join(letter.ink for letter in found)
