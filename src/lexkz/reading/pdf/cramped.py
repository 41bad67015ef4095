"""Tables that no line draws and no white parts: their cells touch, so that only the place of their words shows them."""

from collections.abc import Sequence
from itertools import pairwise

from lexkz.reading.pdf.gutters import Columns
from lexkz.reading.pdf.lines import PdfLine
from lexkz.reading.pdf.parts import TablePart

_EDGE = 0.5
"""Points: words that begin at one place differ by less."""
_WIDE = 0.55
"""Of the type size: a gap wider than between words of most lines that are not stretched."""
_EVEN = 1.3
"""Gaps of a stretched line differ by less."""
_FAR = 3.4
"""Of the type size: lines further apart do not belong to one table."""
_ROWS = 3
"""So many lines show an edge that stands alone; where two edges are shared, two show both."""
_LEVEL = 0.7
"""Of the type size: lines of one column stand further apart."""
_QUOTED = 200
"""Characters that a finding quotes."""


def cramped(found: Sequence[PdfLine], items: Sequence[PdfLine | TablePart | Columns]) -> list[str]:
    """Return the words of lines that stand in columns which none of ``items``, what was made of them, parts.

    In running text no word begins under another behind white that is wider than between other words, and no line
    stands beside another at half its height.
    """
    parts = [item if isinstance(item, TablePart) else item.row for item in items if not isinstance(item, PdfLine)]
    doubted: set[int] = set()
    for rows, edge in _edges(found):
        whole = [row for row in rows if not _is_parted(found[row], edge, parts)]
        # One line of running text can begin a word below an edge by chance.
        if len(whole) > 1 or any(_is_wide(found[row], edge) for row in whole):
            doubted.update(rows)
    for at, (above, line) in enumerate(pairwise(found)):
        if _is_beside(above, line) and not _is_parted(line, max(above.x0, line.x0), parts):
            doubted.update((at, at + 1))
    return [_quoted(found[rows[0] : rows[-1] + 1]) for rows in _runs(sorted(doubted))]


def _edges(found: Sequence[PdfLine]) -> list[tuple[list[int], float]]:
    """Return each edge at which words begin under each other in spite of the words before them, with its lines."""
    known: list[tuple[list[int], float]] = []
    seen: set[tuple[int, int]] = set()
    for at, line in enumerate(found):
        for place in range(1, len(line.words)):
            if (at, place) in seen:
                continue
            rows = _under(found, at, place, seen)
            if len(rows) > 1 and any(_is_wide(found[row], line.words[place].x0) for row in rows):
                known.append((rows, line.words[place].x0))
    return [
        (rows, edge)
        for rows, edge in known
        if (
            len(rows) >= _ROWS
            and sum(_is_wide(found[row], edge) for row in rows) > 1
            and not _is_list(found, rows, edge)
        )
        or any(other != edge and len(set(rows) & set(others)) > 1 for others, other in known)
    ]


def _under(found: Sequence[PdfLine], at: int, place: int, seen: set[tuple[int, int]]) -> list[int]:
    """Return the lines, from ``at`` on, in which a word begins where that word does, while none crosses the place."""
    x = found[at].words[place].x0
    rows = [at]
    for below in range(at + 1, len(found)):
        line = found[below]
        if line.y - found[below - 1].y > _FAR * line.size:
            break
        own = next((order for order, word in enumerate(line.words) if abs(word.x0 - x) < _EDGE), None)
        if own:
            rows.append(below)
            seen.add((below, own))
        elif own is None and _runs_through(line, x):
            break
    return rows


def _runs_through(line: PdfLine, x: float) -> bool:
    """Tell whether a line goes on over a place: with a word across it, or with one right behind it."""
    if any(word.x0 < x - _EDGE and word.x1 > x + _EDGE for word in line.words):
        return True
    return line.x0 < x and any(0 < word.x0 - x < line.size for word in line.words)


def _is_wide(line: PdfLine, edge: float) -> bool:
    """Tell whether white before a place is wider than between words, in a line that is not stretched."""
    gaps = [(other.x0 - one.x1, other.x0) for one, other in pairwise(line.words)]
    widths = [width for width, _ in gaps]
    if len(gaps) > 2 and max(widths) <= _EVEN * min(widths) + 1:
        return False
    return any(width > _WIDE * line.size and abs(x - edge) < _EDGE for width, x in gaps)


def _is_list(found: Sequence[PdfLine], rows: Sequence[int], edge: float) -> bool:
    """Tell whether only a number, a letter or a dash stands before an edge: items, whose text is set in line."""
    before = [word.text for row in rows for word in found[row].words if word.x0 < edge - _EDGE]
    return all(len(text) <= 3 or not any(letter.isalpha() for letter in text) for text in before)


def _is_beside(above: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line begins beside another one, not below it."""
    alike = abs(above.size - line.size) < 0.1 * line.size
    return alike and line.y - above.y < _LEVEL * line.size and (above.x1 < line.x0 or line.x1 < above.x0)


def _is_parted(line: PdfLine, edge: float, parts: Sequence[TablePart]) -> bool:
    """Tell whether a table has a column that ends between the words on both sides of an edge."""
    left = max((word.x1 for word in line.words if word.x0 < edge - _EDGE), default=float("-inf"))
    return any(
        part.rows[0] <= line.y - 0.3 * line.size <= part.rows[-1]
        and any(left - 1 <= column <= edge + 1 for column in part.columns[1:-1])
        for part in parts
    )


def _runs(places: Sequence[int]) -> list[list[int]]:
    made: list[list[int]] = []
    for place in places:
        if made and place <= made[-1][-1] + 2:
            made[-1].append(place)
        else:
            made.append([place])
    return made


def _quoted(found: Sequence[PdfLine]) -> str:
    return " ".join(word.text for line in found for word in line.words)[:_QUOTED]
