"""Inline text: pieces of a block as a format marks them, put together to paragraphs, one a printed line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.languages.removal import removed_until
from lexkz.reading.blocks import Align, Paragraph, Place, Repair, Run
from lexkz.reading.marked.characters import squeezed, subscript, superscript, visible
from lexkz.reading.spaced import together
from lexkz.reading.wrapping import begins_unit

_BARE_NUMBER = re.compile(r"\W*(?:\d+(?:[-.–]\d+)*[.)]?|[^\W\d_]\)|\d+(?:-\d+)?-бап\.?|Статья \d+(?:-\d+)?\.?)\W*")

_INSIDE = re.compile(r"[^\W\d_],?$")
_NUMBER_ALONE = 2
"""Words of a line that has a number and no sentence yet."""
_MARK = re.compile(r"\d{1,2}|\*{1,5}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one appearance; ``\\n`` in it is a line break, all other white space a space."""

    text: str
    href: str | None = None
    bold: bool = False
    note: bool = False
    """True for what the format marks as editors' words."""
    raised: bool = False
    """True for superscript."""
    lowered: bool = False
    """True for subscript."""
    origin: object = field(default=None, compare=False, repr=False)
    """The element of the file that the text stands in, where its reader says so: no part of the text."""


def paragraphs(
    pieces: Iterable[Piece],
    place: Place,
    align: Align = "body",
    heading: int | None = None,
    footnote: str | None = None,
) -> list[Paragraph]:
    """Return the paragraphs that ``pieces`` make: one a line, spaces squeezed, empty lines left out.

    Editors' words that share a line with the act's own become a paragraph of their own after it, unless the act's own
    are but the number of a unit («3) …»), whose text they then are. Of «3) исключен Законом … № 5» number and words of
    the repeal are the act's, by which act is the note. Raised digits after a digit stay raised,
    lest 5¹ become 51.
    """
    made: list[Paragraph] = []
    for raw in _lines(pieces):
        line = _with_links(raw.pieces)
        noted = [piece for piece in line if piece.note]
        if not noted:
            mark = footnote or _raised_head(line)
            repairs = () if raw.apart is None else (Repair("letter_spaced", raw.apart),)
            made.append(Paragraph(_runs(line), place, align, repairs, heading, footnote=mark))
            continue
        own = _trimmed(_squeezed([piece for piece in line if not piece.note]))
        bare = not any(map(str.isalnum, _text(own)))
        until = removed_until(_text(line)) if bare or _BARE_NUMBER.fullmatch(_text(own)) else None
        if until is not None:
            # «3) исключен» stands in the act; by which act, says the note.
            text, rest = _cut(line, until)
            made.append(Paragraph(_runs(text), place, align, heading=heading, footnote=footnote))
            if rest:
                made.append(Paragraph(_runs(rest), place, align, note=True, footnote=footnote))
        elif _BARE_NUMBER.fullmatch(_text(own)):
            made.append(Paragraph(_runs(line), place, align, heading=heading, footnote=footnote))
        elif bare:
            made.append(Paragraph(_runs(line), place, align, heading=heading, note=True, footnote=footnote))
        else:
            moved = () if line[-len(noted) :] == noted else (Repair("note_apart", _text(noted).strip()),)
            noted = _trimmed(_squeezed(noted))
            made.append(Paragraph(_runs(own), place, align, moved, heading, footnote=footnote))
            made.append(Paragraph(_runs(noted), place, align, note=True, footnote=footnote))
    return made


def _with_links(line: list[Piece]) -> list[Piece]:
    """Return ``line`` with the links inside a note made part of it.

    A page marks only the words between the links of a note: «note» + link + «note» … A link after words of a note is
    the note's, unless words of the act follow it before the note goes on.
    """
    made = list(line)
    for place, piece in enumerate(made):
        if piece.note or (piece.href is None and piece.text.strip()):
            continue
        before = next((other for other in reversed(made[:place]) if other.text.strip()), None)
        after = next((other for other in made[place + 1 :] if other.text.strip() and other.href is None), None)
        if before is not None and before.note and (after is None or after.note):
            made[place] = replace(piece, note=True)
    return made


def _cut(line: Sequence[Piece], until: int) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces before and after the character ``until`` of their text, trimmed."""
    head: list[Piece] = []
    tail: list[Piece] = []
    seen = 0
    for piece in line:
        at = max(0, min(len(piece.text), until - seen))
        seen += len(piece.text)
        if at:
            head.append(_with(piece, piece.text[:at]))
        if at < len(piece.text):
            tail.append(_with(piece, piece.text[at:]))
    return _trimmed(head), _trimmed(tail)


def joined(parts: Sequence[Paragraph], align: Align) -> Paragraph:
    """Return one paragraph of several, their texts parted by a space."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(" "))
        runs.extend(part.runs)
    return replace(parts[0], runs=tuple(runs), align=align)


def _raised_head(line: Sequence[Piece]) -> str | None:
    """Return the raised mark that a line begins with, as footnotes do; None for a line without one."""
    mark = line[0].text.strip() if line and line[0].raised and len(line) > 1 else ""
    return mark if _MARK.fullmatch(mark) else None


@dataclass(frozen=True, slots=True)
class _PrintedLine:
    pieces: list[Piece]
    apart: str | None = None
    """The line's words where its letters were set apart, so that they were put together."""


def _lines(pieces: Iterable[Piece]) -> list[_PrintedLine]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1].append(_with(piece, first))
        for text in rest:
            lines.append([_with(piece, text)])
    for at in range(len(lines) - 1, 0, -1):
        if breaks_a_sentence(_text(lines[at - 1]), _text(lines[at])):
            lines[at - 1 : at + 1] = [[*lines[at - 1], Piece(" "), *lines[at]]]
    return [printed for line in lines if (printed := _printed(line)).pieces]


def breaks_a_sentence(above: str, below: str) -> bool:
    """Tell whether a line break stands within the sentence of a unit: «2. Контроль возложить ⏎ на вице-министра»."""
    above, below = above.strip(), below.strip()
    if not _INSIDE.search(above) or not begins_unit(above) or len(above.split()) <= _NUMBER_ALONE or begins_unit(below):
        return False
    if below[:1].islower():
        return True
    # A capital goes on where the line above must: «возложить на ⏎ Министра», «Закона ⏎ Республики Казахстан».
    known = [words_of(lang).structure for lang in LANGS]
    must = any(words.unended.search(fold(above)) for words in known)
    return (must and not below.isupper()) or any(words.goes_on.match(fold(below)) for words in known)


def _printed(line: list[Piece]) -> _PrintedLine:
    apart = (
        together(visible(_text(line)))
        if len(line) == 1 or not any(piece.note or piece.href for piece in line)
        else None
    )
    if apart is not None:
        return _PrintedLine([_with(line[0], apart)], apart)
    return _PrintedLine(_trimmed(_squeezed(line)))


def _squeezed(line: list[Piece]) -> list[Piece]:
    out: list[Piece] = []
    before = " "
    for piece in line:
        text = squeezed(visible(piece.text))
        if out and (piece.raised or piece.lowered):
            # 5¹ is not 51, м² not м2, CL₅₀ not CL50. At a line's head the mark of a footnote stays as it is printed.
            text = superscript(text) if piece.raised else subscript(text)
        if before == " ":
            text = text.lstrip(" ")
        if not text:
            continue
        before = text[-1]
        out.append(_with(piece, text))
    return out


def _trimmed(line: list[Piece]) -> list[Piece]:
    """Return ``line`` without spaces at its ends."""
    line = list(line)
    while line and not line[0].text.strip():
        del line[0]
    while line and not line[-1].text.strip():
        del line[-1]
    if line:
        line[0] = _with(line[0], line[0].text.lstrip())
        line[-1] = _with(line[-1], line[-1].text.rstrip())
    return line


def _with(piece: Piece, text: str) -> Piece:
    # Most pieces stay as they are; this runs for every one of a page.
    return piece if text == piece.text else replace(piece, text=text)


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _runs(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in pieces:
        if runs and (runs[-1].href, runs[-1].bold) == (piece.href, piece.bold):
            runs[-1] = replace(runs[-1], text=runs[-1].text + piece.text)
        else:
            runs.append(Run(piece.text, piece.href, piece.bold))
    return tuple(runs)
