"""Where each line, row and cell of a text stands in the Word file that it was read from.

Found by the words themselves, in the order of both, and, where the same words stand twice, by the place that the reader
recorded for the unit. What is not found beyond doubt has no place: nothing is changed there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from lexkz.comparison.words import rising
from lexkz.publication.docx.names import qw
from lexkz.publication.sheet.model import Block, SheetLine, SheetRow, SheetTable
from lexkz.publication.tracked.letters import Letter, ink, letters
from lexkz.reading.docx.document import Traced
from lexkz.reading.docx.names import below, local

_SURE = 40
"""Letters from which a paragraph that holds a line, or a line that holds a paragraph, is no chance."""


@dataclass(frozen=True, slots=True, eq=False)
class LineSpot:
    """Where one line stands."""

    letters: tuple[Letter, ...]
    """Its letters, from the first that is seen to the last, with the white space between them."""
    whole: bool
    """Its paragraphs hold nothing else that is seen."""

    @property
    def paragraphs(self) -> tuple[etree._Element, ...]:
        """The ``w:p`` that it stands in, in order."""
        return tuple(dict.fromkeys(letter.paragraph for letter in self.letters))


@dataclass(frozen=True, slots=True, eq=False)
class CellSpot:
    """Where a cell stands."""

    element: etree._Element
    lines: tuple[LineSpot, ...]
    """The places of its lines, in order."""


@dataclass(frozen=True, slots=True, eq=False)
class RowSpot:
    """Where a row stands."""

    element: etree._Element
    cells: tuple[CellSpot, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TableSpot:
    """Where a table stands."""

    element: etree._Element
    rows: Mapping[int, RowSpot]
    """By place of the row in the table of the text; a row that is not found beyond doubt is missing."""


BlockSpot = LineSpot | TableSpot


@dataclass(slots=True, eq=False)
class _Item:
    """A paragraph, or a table whose words are those of one table of the text."""

    ink: str
    number: int
    """Of the paragraph in its file, as readers count them."""
    letters: tuple[Letter, ...] = ()
    table: etree._Element | None = None


@dataclass(slots=True, eq=False)
class _Wanted:
    """A line or a table of the text."""

    place: int
    ink: str
    table: bool
    recorded: int | None = None
    """Number of the paragraph that its unit begins in, where the reader recorded it."""


@dataclass(slots=True)
class _Found:
    items: Sequence[_Item]
    wanted: Sequence[_Wanted]
    spots: dict[int, BlockSpot] = field(default_factory=dict)


def places(traced: Traced, flow: Sequence[Block], recorded: Mapping[str, int]) -> Mapping[int, BlockSpot]:
    """Return the places of the blocks of ``flow`` in the file, by their place in ``flow``.

    ``flow`` holds tables whose rows stand for themselves. ``recorded``: eId to number of the paragraph in the file.
    """
    inks = [ink(block.text) for block in flow]
    grids = Counter(own for own, block in zip(inks, flow, strict=True) if isinstance(block, SheetTable))
    items = tuple(_items(traced, grids))
    wanted: list[_Wanted] = []
    seen: set[str] = set()
    for place, (block, own) in enumerate(zip(flow, inks, strict=True)):
        if own:
            known = recorded.get(block.eid) if block.eid not in seen else None
            seen.add(block.eid)
            wanted.append(_Wanted(place, own, isinstance(block, SheetTable), known))
    found = _Found(items, wanted)
    _align(found, 0, len(items), 0, len(wanted))
    for place, spot in found.spots.items():
        block = flow[place]
        if isinstance(block, SheetTable) and isinstance(spot, TableSpot):
            found.spots[place] = TableSpot(spot.element, _rows(spot.element, block.rows, traced))
    return found.spots


def _items(traced: Traced, grids: Mapping[str, int]) -> Iterator[_Item]:
    """Yield the paragraphs of the body in order; a table that is a table of the text is one item."""
    body = traced.root.find(qw("body"))
    tables: dict[etree._Element, list[tuple[str, tuple[Letter, ...]]]] = {}
    order: list[tuple[etree._Element | None, str, tuple[Letter, ...], int]] = []
    for one in traced.printed:
        holders = list(one.element.iterancestors())
        if body is None or body not in holders or any(local(holder) == "txbxContent" for holder in holders):
            continue  # notes, and what hangs on a paragraph: not changed here
        own = letters(one)
        seen = "".join(letter.ink for letter in own)
        outer = next((holder for holder in reversed(holders) if holder.tag == qw("tbl")), None)
        if outer is not None:
            tables.setdefault(outer, []).append((seen, own))
        order.append((outer, seen, own, one.paragraph))
    whole = {
        table: said
        for table, parts in tables.items()
        if grids.get(said := "".join(seen for seen, own in parts if not _covered(own, table)))
    }
    done: set[etree._Element] = set()
    for outer, seen, own, number in order:
        if outer is not None and outer in whole:
            if outer not in done:
                done.add(outer)
                yield _Item(whole[outer], number, table=outer)
        elif seen:
            yield _Item(seen, number, own)


def _covered(found: Sequence[Letter], table: etree._Element) -> bool:
    """Tell whether letters stand in a cell that a merged one covers."""
    cell = next((holder for holder in found[0].paragraph.iterancestors(qw("tc"))), None) if found else None
    return cell is not None and goes_on(cell) and table is not None


def goes_on(cell: etree._Element) -> bool:
    """Tell whether a cell only goes on with a merged one above it."""
    merge = cell.find(f"{qw('tcPr')}/{qw('vMerge')}")
    return merge is not None and merge.get(qw("val")) != "restart"


def _align(found: _Found, a: int, b: int, c: int, d: int) -> None:
    """Place what of the wanted ``c:d`` stands in the items ``a:b``."""
    items, wanted = found.items, found.wanted
    if a == b or c == d:
        return
    if b - a == d - c and all(_same(items[a + at], wanted[c + at]) for at in range(b - a)):
        for at in range(b - a):
            _take(found, a + at, c + at)
        return
    anchors = _anchors(found, a, b, c, d)
    if not anchors:
        _pieces(found, a, b, c, d)
        return
    here, there = a, c
    for left, right in (*anchors, (b, d)):
        _align(found, here, left, there, right)
        if left < b and right < d:
            _take(found, left, right)
        here, there = left + 1, right + 1


def _same(item: _Item, wanted: _Wanted) -> bool:
    return item.ink == wanted.ink and (item.table is not None) == wanted.table


def _take(found: _Found, item: int, wanted: int) -> None:
    one, place = found.items[item], found.wanted[wanted].place
    found.spots[place] = TableSpot(one.table, {}) if one.table is not None else _spot([one.letters])


def _spot(parts: Sequence[Sequence[Letter]], *, whole: bool = True) -> LineSpot:
    own = tuple(chain.from_iterable(parts))
    seen = [place for place, letter in enumerate(own) if letter.ink]
    return LineSpot(own[seen[0] : seen[-1] + 1] if seen else (), whole)


def _anchors(found: _Found, a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """Pairs that are sure, in the order of both: words that stand once in both, or whose place was recorded."""
    keys = [(found.items[at].ink, found.items[at].table is not None) for at in range(a, b)]
    others = [(found.wanted[at].ink, found.wanted[at].table) for at in range(c, d)]
    counts, there = Counter(keys), Counter(others)
    at_number = {found.items[at].number: at for at in range(a, b)}
    where = {key: a + at for at, key in enumerate(keys)}
    pairs = []
    for at, key in enumerate(others):
        known = found.wanted[c + at].recorded
        item = at_number.get(known) if known is not None else None
        if counts[key] == 1 == there[key]:
            pairs.append((where[key], c + at))
        elif item is not None and keys[item - a] == key:
            pairs.append((item, c + at))
    return _rising(sorted(pairs))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that keep the order of both; where some cross, the longest run of those that do."""
    kept = [pairs[at] for at in rising([there for _, there in pairs])]
    return [pair for at, pair in enumerate(kept) if not at or kept[at - 1][0] < pair[0]]


def _pieces(found: _Found, a: int, b: int, c: int, d: int) -> None:
    """Place lines that share a paragraph, and lines that were read from several: all letters must go up, in order."""
    items = [at for at in range(a, b) if found.items[at].table is None]
    own = list(chain.from_iterable(found.items[at].letters for at in items))
    lines = [found.wanted[at] for at in range(c, d)]
    if any(line.table for line in lines):
        return
    seen = "".join(letter.ink for letter in own)
    said = "".join(line.ink for line in lines)
    begin = 0
    if seen != said:
        # Paragraphs that are no text of the act (contents, editors' notes) stand beside it: it must be found just once.
        begin = seen.find(said)
        if len(said) < _SURE or begin < 0 or seen.find(said, begin + 1) >= 0:
            return
    at_ink = [place for place, letter in enumerate(own) if letter.ink]
    sizes = Counter(letter.paragraph for letter in own if letter.ink)
    for line in lines:
        part = own[at_ink[begin] : at_ink[begin + len(line.ink) - 1] + 1]
        held = Counter(letter.paragraph for letter in part if letter.ink)
        whole = all(sizes[paragraph] == count for paragraph, count in held.items())
        found.spots[line.place] = _spot([part], whole=whole)
        begin += len(line.ink)


def _rows(table: etree._Element, rows: Sequence[SheetRow], traced: Traced) -> Mapping[int, RowSpot]:
    by_paragraph = {one.element: one for one in traced.printed}
    elements = [row for row in below(table) if local(row) == "tr"]
    if len(elements) != len(rows):
        return {}
    made: dict[int, RowSpot] = {}
    for place, (element, row) in enumerate(zip(elements, rows, strict=True)):
        cells = [cell for cell in below(element) if local(cell) == "tc"]
        wanted = [cell for cell in row.cells if cell.merge != "filler"]
        if len(cells) != len(wanted):
            continue
        spots: list[CellSpot] = []
        for tc, cell in zip(cells, wanted, strict=True):
            lines = [] if cell.merge == "on" else [line for line in cell.lines if ink(line.text)]
            held = [
                letters(by_paragraph[paragraph])
                for paragraph in ([] if goes_on(tc) else tc.iter(qw("p")))
                if paragraph in by_paragraph
            ]
            spot = _cell(tc, lines, [own for own in held if any(letter.ink for letter in own)])
            if spot is None:
                break
            spots.append(spot)
        else:
            made[place] = RowSpot(element, tuple(spots))
    return made


def _cell(element: etree._Element, lines: Sequence[SheetLine], held: Sequence[Sequence[Letter]]) -> CellSpot | None:
    own = list(chain.from_iterable(held))
    if "".join(letter.ink for letter in own) != "".join(ink(line.text) for line in lines):
        return None
    at_ink = [place for place, letter in enumerate(own) if letter.ink]
    sizes = Counter(letter.paragraph for letter in own if letter.ink)
    spots: list[LineSpot] = []
    begin = 0
    for line in lines:
        size = len(ink(line.text))
        part = own[at_ink[begin] : at_ink[begin + size - 1] + 1]
        counts = Counter(letter.paragraph for letter in part if letter.ink)
        spots.append(_spot([part], whole=all(sizes[paragraph] == count for paragraph, count in counts.items())))
        begin += size
    return CellSpot(element, tuple(spots))
