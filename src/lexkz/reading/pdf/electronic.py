"""What systems of electronic documents print on a page, known by its words: on a single page as well."""

from collections.abc import Sequence

from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.reading.pdf.edges import Kind, PageEdges, small
from lexkz.reading.pdf.footnotes import begins_note
from lexkz.reading.pdf.lines import Printed

_FOOT, _HEAD = 0.75, 0.15
"""Of the page's height: where feet begin and heads end."""
_LOWEST = 0.93
"""Of the page's height: so far down its number stands by itself."""
_SENTENCE = 8
"""Lines at most of the sentence of an electronic document."""
_TOGETHER = 2.0
"""Of the type size: lines of one block stand no further apart."""


def electronic(page: PageEdges, taken: frozenset[Printed], body: float) -> dict[Printed, Kind]:
    """Return what the system of an electronic document prints on a page beyond what is ``taken`` already: the sentence
    that it equals one on paper, in either language, and lines by its side, small or at the edge of the page.

    Small lines that stand in one block with them at the page's edge, with no text beyond, are of the same make.
    """
    found = [line for line in page.lines if line not in taken]
    own: set[int] = set()
    at = 0
    while at < len(found):
        end = _sentence(found, at, page.height, body)
        own.update(range(at, end))
        at = max(end, at + 1)
    own.update(_beside(found, sorted(own), page, body))
    made: dict[Printed, Kind] = {
        found[place]: "header" if found[place].y < page.height / 2 else "footer" for place in sorted(own)
    }
    if found and _is_number(found[-1]) and (len(found) - 2 in own or found[-1].y > _LOWEST * page.height):
        made[found[-1]] = "page_number"
    return made


def _is_number(line: Printed) -> bool:
    """Tell whether a line is the number of its page and nothing else."""
    return line.text.strip(" -–—") == str(line.page)


def _beside(found: Sequence[Printed], known: Sequence[int], page: PageEdges, body: float) -> set[int]:
    """Return the places of small lines in one block with known ones, where the block ends the page, or begins it."""
    made: set[int] = set()
    end = len(found) - _is_number(found[-1]) if found else 0
    for place in known:
        if not small(found[place], body):
            continue
        first = last = place
        while first and _same_block(found[first - 1], found[first]):
            first -= 1
        while last + 1 < len(found) and _same_block(found[last], found[last + 1]):
            last += 1
        foot = last + 1 >= end and found[first].y > _FOOT * page.height
        head = not first and found[last].y < _HEAD * page.height
        if foot and any(begins_note(line) for line in found[first:place]):
            # A footnote stands above it.
            first = place
        if (foot or head) and not any(_in_table(line, page) for line in found[first : last + 1]):
            made.update(range(first, last + 1))
    return made


def _in_table(line: Printed, page: PageEdges) -> bool:
    return any(top <= line.y <= bottom for top, bottom in page.tables)


def _sentence(found: Sequence[Printed], at: int, height: float, body: float) -> int:
    """Return the index after the last line of the sentence that begins with line ``at``, or ``at`` where none does."""
    first = found[at]
    little = small(first, body)
    if not little and _HEAD * height < first.y < _FOOT * height:
        return at
    text = ""
    for end in range(at, min(at + _SENTENCE, len(found))):
        line = found[end]
        if abs(line.size - first.size) > 0.08 * first.size:
            break
        text = fold_spaces(f"{text} {line.text}")
        for lang in LANGS:
            words = words_of(lang).paper
            if little and words.alone.match(text):
                return end + 1
            if not words.opening.match(text):
                continue
            closed = words.closing.search(text)
            if closed and words.inside.search(text):
                # The system goes on in small type: where the document was made, how it is checked.
                while little and end + 1 < len(found) and _same_block(found[end], found[end + 1]):
                    end += 1
                return end + 1 if little or closed.end() >= len(text) - 2 else at
    return at


def _same_block(line: Printed, below: Printed) -> bool:
    return abs(line.size - below.size) <= 0.08 * line.size and below.y - line.y < _TOGETHER * line.size
