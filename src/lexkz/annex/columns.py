"""The head of a table: how many rows it has, the path of heads above each column, ranges, the numbers of columns."""

import re

from lexkz.annex.grid import Grid
from lexkz.annex.table_model import AnnexColumn
from lexkz.annex.values import read_range, read_value
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of

ROW_NUMBER = re.compile(r"\d{1,4}(?:[-–.]\d{1,3})*\s*[.)]?")


def head_rows(grid: Grid, lang: Lang) -> int:
    """Return how many rows at the top are the head.

    Marks of the source are believed. Where it has none, the first row is a head if its first cell says that it is
    («№ р/с»), or if a column below it holds numbers only and it does not.
    """
    marked = 0
    while marked < len(grid.slots) and all(cell.header or not cell.text for cell in grid.slots[marked]):
        if not any(cell.header for cell in grid.slots[marked]):
            break
        marked += 1
    if marked or len(grid.slots) < 2:
        return _with_column_numbers(grid, marked)
    first = grid.slots[0]
    if grid.is_line(0):
        return 0
    deep = max(cell.rows for cell in first)
    if words_of(lang).values.number_head.fullmatch(fold_spaces(first[0].text)) or _over_numbers(grid, deep, lang):
        return _with_column_numbers(grid, min(deep, len(grid.slots)))
    return 0


def _over_numbers(grid: Grid, deep: int, lang: Lang) -> bool:
    below = [row for place, row in enumerate(grid.slots[deep:], start=deep) if not grid.is_line(place)]
    first = grid.slots[0]
    if len(below) < 2 or any(not cell.text for cell in first) or ROW_NUMBER.fullmatch(first[0].text.strip()):
        return False
    said = [
        [read_value(row[place].text, lang).kind in ("number", "none") for row in below] for place in range(grid.width)
    ]
    return any(all(column) for column in said) and not any(
        read_value(cell.text, lang).kind == "number" for cell in grid.slots[0]
    )


def _with_column_numbers(grid: Grid, heads: int) -> int:
    """Count the row that numbers the columns as one of the head, where the rows below begin at 1 again or at none."""
    if not 0 < heads < len(grid.slots) or not numbers_columns(grid, heads):
        return heads
    following = [row[0].text.strip() for row in grid.slots[heads + 1 :] if row[0].columns < grid.width]
    return heads if following and re.fullmatch(r"2\s*[.)]?", following[0]) else heads + 1


def numbers_columns(grid: Grid, row: int) -> bool:
    """Tell whether a row says 1, 2, 3 … over the columns, or goes on with the numbers of a table above: 12, 13, 14."""
    texts = [cell.text.strip() for cell in grid.slots[row]]
    if len(texts) < 3 or not texts[0].isdecimal():
        return False
    return texts == [str(place) for place in range(int(texts[0]), int(texts[0]) + len(texts))]


def columns(grid: Grid, heads: int, lang: Lang) -> tuple[AnnexColumn, ...]:
    """Return the columns of a table whose first ``heads`` rows are its head.

    A head that spans columns stands in the path of each; one that spans rows stands there once.
    """
    numbered = heads > 1 and numbers_columns(grid, heads - 1)
    deep = heads - 1 if numbered else heads
    made = []
    for place in range(grid.width):
        cells = list(dict.fromkeys(grid.slots[row][place] for row in range(deep)))
        path = tuple(" ".join(cell.text.split()) for cell in cells if cell.text.strip())
        low, high = read_range(path[-1], lang) if path else (None, None)
        own = grid.slots[deep][place].text.strip() if numbered else None
        made.append(AnnexColumn(f"c{place + 1}", path, low, high, own))
    return tuple(made)


def number_column(grid: Grid, made: tuple[AnnexColumn, ...], rows: tuple[int, ...], lang: Lang) -> str | None:
    """Return the key of the column of row numbers: the first, by its head, or where it has none by its cells."""
    if not made or not rows:
        return None
    texts = [grid.slots[row][0].text.strip() for row in rows]
    numbered = [text for text in texts if ROW_NUMBER.fullmatch(text)]
    if made[0].path:
        says = words_of(lang).values.number_head.fullmatch(fold_spaces(made[0].path[-1])) is not None
        return made[0].key if says and numbered else None
    alone = grid.width > 1 and all(grid.slots[row][0].columns == 1 for row in rows)
    # A head without words over nothing but different numbers, or no head at all.
    return made[0].key if alone and len(numbered) == len(texts) == len(set(texts)) else None
