"""Rows of a table: the groups of its lines gathered under the row numbers that run through it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lexkz.reading.blocks import Repair
from lexkz.reading.extraction.pages import ExtractLine, Group

_NUMBER = re.compile(r"(\d+(?:[-.]\d+)*)[.)]?(?=\s|$)\s*")


@dataclass(frozen=True, slots=True)
class RawRow:
    """The lines of one row, not yet cut into cells."""

    number: str | None
    """As printed; None for a row without a number."""
    parts: tuple[tuple[ExtractLine, ...], ...]
    """What stood apart, in order: a part holds one cell or several, but no cell stands in two parts."""
    first: ExtractLine
    """Line that the row begins on."""
    last: ExtractLine
    repairs: tuple[Repair, ...] = ()
    torn: bool = False
    """True where a rest over a page break could belong to more than one part."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    group: int
    number: str
    rest: ExtractLine | None
    """What follows the number on its line."""
    weight: int


def raw_rows(groups: Sequence[Group], *, quoted: bool) -> tuple[tuple[Group, ...], tuple[RawRow, ...]]:
    """Return the groups of the head and the rows under their numbers.

    Row numbers count up from 1, with rows like 6-1 between; in a quoted table they only rise. Groups before the first
    number are the head. A number centred in a cell that runs over a page break stands inside the cell's text; the text
    above the break belongs to it.
    """
    ordered, moved = _centred(groups)
    anchors = _chain(_candidates(ordered, quoted=quoted), quoted=quoted)
    if not anchors:
        return tuple(ordered), ()
    rows: list[RawRow] = []
    for index, anchor in enumerate(anchors):
        end = anchors[index + 1].group if index + 1 < len(anchors) else len(ordered)
        rows.append(_row(anchor, ordered[anchor.group : end], moved))
    return tuple(ordered[: anchors[0].group]), tuple(rows)


def _centred(groups: Sequence[Group]) -> tuple[list[Group], frozenset[int]]:
    """Put numbers that stand inside their cell, right after a page break, before the cell; return the lines of those
    numbers."""
    ordered: list[Group] = []
    moved: set[int] = set()
    for group in groups:
        first = group.lines[0]
        above = ordered[-1] if ordered else None
        inside = (
            group.over_page
            and above is not None
            and above.lines[-1].open
            and len(group.lines) > 1
            and group.lines[1].text[:1].islower()
            and _alone(first)
            and not _NUMBER.match(above.lines[0].text)
        )
        if inside and above is not None:
            ordered[-1] = replace(above, lines=(first, *above.lines, *group.lines[1:]))
            moved.add(first.number)
        else:
            ordered.append(group)
    return ordered, frozenset(moved)


def _alone(line: ExtractLine) -> bool:
    return _NUMBER.fullmatch(line.text.strip()) is not None


def starts_at_one(group: Group) -> bool:
    """Tell whether a group begins with the row number 1."""
    number = _NUMBER.match(group.lines[0].text)
    return number is not None and _key(number.group()) in ((1,), (1, 1))


def _candidates(groups: Sequence[Group], *, quoted: bool) -> list[_Anchor]:
    found: list[_Anchor] = []
    for index, group in enumerate(groups):
        line = group.lines[0]
        number = _NUMBER.match(line.text)
        if number is None:
            continue
        rest = line.text[number.end() :]
        printed = number.group().strip()
        if not rest.strip():
            if index == len(groups) - 1 and len(group.lines) == 1:
                # A number that nothing follows is the last value, not the number of an empty row.
                continue
            found.append(_Anchor(index, printed, None, 2 if len(group.lines) > 1 else 1))
        elif rest[:1].isupper() or rest[:1] in '"«(' or (quoted and index == 0):
            found.append(_Anchor(index, printed, replace(line, text=rest), 2))
    return found


def _chain(candidates: list[_Anchor], *, quoted: bool) -> list[_Anchor]:
    """Return the longest run of candidates that count on, of several the one with more words after its numbers."""
    runs: list[tuple[int, int, int]] = []
    keys = [_key(anchor.number) for anchor in candidates]
    ending: dict[tuple[int, ...], int] = {}
    for index, (anchor, key) in enumerate(zip(candidates, keys, strict=True)):
        first = quoted or key in ((1,), (1, 1))
        run = (1, anchor.weight, -1) if first else (0, 0, -1)
        for earlier in _predecessors(key, keys[:index] if quoted else [], ending):
            count, weight, _ = runs[earlier]
            if count:
                run = max(run, (count + 1, weight + anchor.weight, earlier), key=lambda one: one[:2])
        runs.append(run)
        for depth in range(1, len(key) + 1):
            # A later candidate of the same number replaces an earlier one only with a longer run behind it.
            known = ending.get(key[:depth])
            if run[0] and (known is None or run[:2] >= runs[known][:2]):
                ending[key[:depth]] = index
    at = max(range(len(runs)), key=lambda index: runs[index][:2], default=-1)
    chain: list[_Anchor] = []
    while at >= 0 and runs[at][0]:
        chain.append(candidates[at])
        at = runs[at][2]
    return chain[::-1]


def _predecessors(
    key: tuple[int, ...], earlier: list[tuple[int, ...]], ending: dict[tuple[int, ...], int]
) -> list[int]:
    """Return the candidates after which ``key`` can stand: 6 and 6-2 before 7, 6 before 6-1; in a quoted table all
    smaller ones."""
    if earlier:
        return [index for index, one in enumerate(earlier) if one < key]
    wanted = [(*key[:-1], key[-1] - 1)]
    if len(key) > 1 and key[-1] == 1:
        wanted.append(key[:-1])
    return [ending[one] for one in wanted if one in ending]


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _row(anchor: _Anchor, groups: Sequence[Group], moved: frozenset[int]) -> RawRow:
    first = groups[0].lines[0]
    own = (*((anchor.rest,) if anchor.rest else ()), *groups[0].lines[1:])
    parts: list[tuple[ExtractLine, ...]] = [own] if own else []
    repairs = [Repair("row_over_page", anchor.number, first.number)] if first.number in moved else []
    torn = False
    for group in groups[1:]:
        if not group.over_page or not group.lines[0].text[:1].islower() or not parts:
            parts.append(group.lines)
            continue
        # The rest of a cell over a page break: it goes on with the part whose last line was left open.
        unfinished = [index for index, part in enumerate(parts) if part[-1].open]
        if not unfinished and len(parts) == 1:
            unfinished = [0]
        torn = torn or len(unfinished) != 1
        at = unfinished[-1] if unfinished else len(parts) - 1
        parts[at] = (*parts[at], *group.lines)
        repairs.append(
            Repair("row_over_page", " ".join(line.text.strip() for line in group.lines), group.lines[0].number)
        )
    lines = [line for group in groups for line in group.lines]
    return RawRow(
        anchor.number, tuple(parts), min(lines, key=lambda line: line.number), lines[-1], tuple(repairs), torn
    )
