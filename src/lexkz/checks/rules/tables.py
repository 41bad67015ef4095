"""Tables: ranges in heads that overlap or leave gaps, rows whose numbers are out of order or missing."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.text import visible
from lexkz.amendment.content import row_number
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of


def ranges(draft: DraftAct) -> Iterator[Finding]:
    """Yield neighbouring heads of a table whose ranges overlap («51-ге дейін», «50-100») or leave a gap.

    "Up to 20" beside "20-50" overlaps at 20: the text does not say to which of them 20 belongs. "From 50 to 100" beside
    "from 100 to 150", written in words on both sides, is the usual way to part ranges.
    """
    for table in draft.root.iter(q("table")):
        for row in _heads(table):
            cells = [" ".join(visible(cell).split()) for cell in row if local(cell) in ("td", "th")]
            for left, right in pairwise(cells):
                code = _held(_range(draft, left), _range(draft, right), left, right)
                if code is not None:
                    yield quoting(code, f"{left} / {right}", draft.at(row))


_HEAD_ROWS = 2
"""Rows of a head that nothing marks."""


def _heads(table: etree._Element) -> Iterator[etree._Element]:
    rows = table.findall(q("tr"))
    marked = [row for row in rows if row.find(q("th")) is not None]
    for row in marked or rows[:_HEAD_ROWS]:
        if not marked and row_number(row) is not None:
            return
        yield row


def _range(draft: DraftAct, text: str) -> tuple[float | None, float | None] | None:
    folded = fold_spaces(text)
    for pattern in words_of(draft.lang).values.ranges:
        match = pattern.fullmatch(folded)
        if match:
            found = match.groupdict()
            return _number(found.get("min")), _number(found.get("max"))
    return None


def _number(text: str | None) -> float | None:
    return float(text.replace(" ", "").replace(",", ".")) if text else None


_IN_FIGURES = re.compile(r"[\d\s,]+[-–—][\d\s,]+\D*")


def _held(
    left: tuple[float | None, float | None] | None, right: tuple[float | None, float | None] | None, *printed: str
) -> str | None:
    if left is None or right is None or left[1] is None or right[0] is None:
        return None
    if right[1] is not None and right[1] < left[1]:
        return None
    if right[0] < left[1]:
        return "check.range_overlap"
    if right[0] == left[1]:
        # "Over 300" begins above 300; "from … to" in words on both sides parts ranges by custom.
        figures = any(_IN_FIGURES.fullmatch(text) for text in printed)
        return "check.range_overlap" if figures and right[1] is not None else None
    whole = left[1].is_integer() and right[0].is_integer()
    return "check.range_gap" if whole and right[0] > left[1] + 1 else None


def rows(draft: DraftAct) -> Iterator[Finding]:
    """Yield row numbers that do not follow those before them. New rows that are quoted need only be in order."""
    for table in draft.root.iter(q("table")):
        numbered = [(row, number) for row in table.findall(q("tr")) if (number := _own_number(row)) is not None]
        if len(numbered) < 2 or not _counts(draft, table, numbered):
            continue
        quoted = any(local(parent) == "quotedStructure" for parent in table.iterancestors())
        for (_, before), (row, after) in pairwise(numbered):
            code = _step(_key(before), _key(after), quoted=quoted)
            if code is not None:
                yield quoting(code, f"{before} / {after}", draft.at(row))


def _own_number(row: etree._Element) -> str | None:
    number = row_number(row)
    if number is None:
        return None
    cells = [visible(cell).strip() for cell in row if local(cell) in ("td", "th")]
    # "1 2 3 4" under the head numbers the columns.
    if len(cells) > 2 and cells == [str(count) for count in range(1, len(cells) + 1)]:
        return None
    return number


def _counts(draft: DraftAct, table: etree._Element, numbered: Sequence[tuple[etree._Element, str]]) -> bool:
    """True where the first column numbers the rows: its head says so, or it has none and begins like numbers do."""
    head = next((" ".join(visible(cell).split()) for cell in table.iter(q("th"))), None)
    if head is not None:
        return words_of(draft.lang).values.number_head.fullmatch(fold_spaces(head)) is not None
    return all(len(number) <= 6 for _, number in numbered)


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _step(before: tuple[int, ...], after: tuple[int, ...], *, quoted: bool) -> str | None:
    if after <= before:
        # Numbering may begin anew under the next group.
        return "check.row_order" if quoted or after != (1,) else None
    if quoted:
        return None
    if len(after) == 1:
        return "check.row_missing" if after[0] > before[0] + 1 else None
    parent, last = after[:-1], after[-1]
    follows = (before == parent and last == 1) or (before[:-1] == parent and last == before[-1] + 1)
    begins = last == 1 and len(before) >= len(parent) and before[: len(parent)][:-1] == parent[:-1]
    return None if follows or begins else "check.row_missing"
