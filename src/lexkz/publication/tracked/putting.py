"""The changes of a text put into the user's file, unit by unit: where one cannot be put safely, nothing is touched."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from lexkz.publication.docx.names import qw
from lexkz.publication.redline.pairing import Item, Pair, pair
from lexkz.publication.sheet.model import Block, Revision, SheetLine, SheetTable
from lexkz.publication.tracked.changes import Changes, Untouched, said_by
from lexkz.publication.tracked.coming import in_cell, new_block, ranges, renumber, take
from lexkz.publication.tracked.last_paragraphs import take_over
from lexkz.publication.tracked.letters import ink
from lexkz.publication.tracked.places import BlockSpot, LineSpot, TableSpot
from lexkz.publication.tracked.runs import check_all, runs_of
from lexkz.publication.tracked.table_rows import table
from lexkz.publication.tracked.words import Coming, Inserted, LineChange, UnsafeError, all_gone, line_change

_MOVED = 12
"""Letters from which words that go in one place and come in another are a move."""


@dataclass(slots=True)
class _Group:
    """Blocks that go, and blocks that come in their place."""

    gone: list[int]
    came: list[int]
    before: int | None
    """The old block that stands before them, in the order of the pairs."""
    after: int | None
    safe: bool = True


def put_in(changes: Changes, old: Sequence[Block], new: Sequence[Block]) -> None:
    """Put all that leads from ``old`` to ``new`` into the file of ``changes``."""
    items = [_item(block) for block in old], [_item(block) for block in new]
    steps = list(_steps(pair(*items), old, new))
    groups = [step for step in steps if isinstance(step, _Group)]
    moves = _moved(groups, old, new)
    while True:
        _check(changes, groups, old, new)
        broken = [(one, other) for one, other, _, _ in moves if one.safe != other.safe]
        if not broken:
            break
        for one, other in broken:
            one.safe = other.safe = False
    named = _named(changes, [move for move in moves if move[0].safe])
    for step in steps:
        if isinstance(step, _Group):
            _group(changes, step, old, new, named)
        else:
            _both(changes, step[0], old[step[0]], new[step[1]])
    take_over(changes)


def _item(block: Block) -> Item:
    return Item("table" if isinstance(block, SheetTable) else "line", block.eid, block.text)


def _steps(pairs: Sequence[Pair], old: Sequence[Block], new: Sequence[Block]) -> list["_Group | tuple[int, int]"]:
    made: list[_Group | tuple[int, int]] = []
    last: int | None = None
    group: _Group | None = None
    for here, there in pairs:
        if here is not None and there is not None and _alike(old[here], new[there]):
            if group is not None:
                group.after = here
                made.extend(_one_unit(group, old, new))
                group = None
            made.append((here, there))
            last = here
            continue
        group = group or _Group([], [], last, None)
        if here is not None:
            group.gone.append(here)
            last = here
        if there is not None:
            group.came.append(there)
    return [*made, *_one_unit(group, old, new)] if group is not None else made


def _one_unit(group: _Group, old: Sequence[Block], new: Sequence[Block]) -> list["_Group | tuple[int, int]"]:
    """A group, parted at the units that stay and only get other words: those are changed where they stand."""
    items = [_item(old[at]) for at in group.gone], [_item(new[at]) for at in group.came]
    made: list[_Group | tuple[int, int]] = []
    part = _Group([], [], group.before, None)
    for left, right in pair(*items, by_text=False):
        here = group.gone[left] if left is not None else None
        there = group.came[right] if right is not None else None
        if here is not None and there is not None and _alike(old[here], new[there]) and _open(old[here]):
            part.after = here
            made.extend([part] if part.gone or part.came else [])
            made.append((here, there))
            part = _Group([], [], here, None)
            continue
        if here is not None:
            part.gone.append(here)
        if there is not None:
            part.came.append(there)
    part.after = group.after
    return [*made, part] if part.gone or part.came else made


def _open(block: Block) -> bool:
    return isinstance(block, SheetLine) and bool(block.eid)


def _alike(before: Block, after: Block) -> bool:
    if isinstance(before, SheetTable) or isinstance(after, SheetTable):
        return isinstance(before, SheetTable) and isinstance(after, SheetTable) and _width(before) == _width(after)
    return before.role == after.role or before.text == after.text


def _width(grid: SheetTable) -> int:
    return max((sum(cell.colspan for cell in row.cells) for row in grid.rows), default=0)


# What goes in one place and comes in another.

_Move = tuple[_Group, _Group, int, int]


def _moved(groups: Sequence[_Group], old: Sequence[Block], new: Sequence[Block]) -> list[_Move]:
    gone = {_moving(old[at]): (group, at) for group in groups for at in group.gone}
    came = {_moving(new[at]): (group, at) for group in groups for at in group.came}
    counts = Counter(_moving(old[at]) for group in groups for at in group.gone)
    others = Counter(_moving(new[at]) for group in groups for at in group.came)
    return [
        (gone[said][0], came[said][0], gone[said][1], came[said][1])
        for said in gone
        if said in came and len(said) >= _MOVED and counts[said] == 1 == others[said]
    ]


def _moving(block: Block) -> str:
    return "" if isinstance(block, SheetTable) else ink(block.text)


def _named(changes: Changes, moves: Sequence[_Move]) -> tuple[dict[int, str], dict[int, str]]:
    """The names of moves by what goes and by what comes; neighbours that stay neighbours are one move."""
    gone: dict[int, str] = {}
    came: dict[int, str] = {}
    last: tuple[int, int] | None = None
    for _, _, here, there in sorted(moves, key=lambda move: move[2]):
        spot = changes.places.get(here)
        if not isinstance(spot, LineSpot) or not spot.whole:
            continue
        if last is None or (here, there) != (last[0] + 1, last[1] + 1):
            changes.moves += 1
        gone[here] = came[there] = f"move{changes.moves}"
        last = here, there
    return gone, came


# Groups.


def _check(changes: Changes, groups: Sequence[_Group], old: Sequence[Block], new: Sequence[Block]) -> None:
    """Find out for each group whether it can be put into the file."""
    for group in groups:
        if not group.safe:
            continue
        try:
            for at in group.gone:
                _check_gone(changes, at)
            if group.came and _shared(changes, group) is not None:
                _check_lines(changes, group, new)
            elif group.came:
                _place(changes, group, old, new[group.came[0]])
        except UnsafeError:
            group.safe = False


def _check_gone(changes: Changes, at: int) -> None:
    spot = changes.places.get(at)
    if isinstance(spot, TableSpot):
        for paragraph in spot.element.iter(qw("p")):
            check_all(paragraph)
    elif spot is None or not spot.letters:
        raise UnsafeError
    elif spot.whole:
        for paragraph in spot.paragraphs:
            check_all(paragraph)
    else:
        changes.marks.check(all_gone(spot, Revision("-", "")))


def _group(
    changes: Changes,
    group: _Group,
    old: Sequence[Block],
    new: Sequence[Block],
    named: tuple[dict[int, str], dict[int, str]],
) -> None:
    if not group.safe:
        near = _near(changes, group)
        for at in group.gone:
            changes.expected.extend(said_by(old[at]))
        told = [old[at] for at in group.gone] if not group.came else [new[at] for at in group.came]
        for block in told:
            if block.text.strip():
                changes.untouched.append(Untouched(block.eid, block.text, near))
        return
    shared = _shared(changes, group) if group.came else None
    where = _place(changes, group, old, new[group.came[0]]) if group.came and shared is None else None
    made: list[etree._Element] = []
    beside = next((at for at in (*group.gone, group.before, group.after) if at is not None), 0)
    # What comes is made before anything goes: it looks as what stands there now.
    for at in group.came if shared is None else ():
        revision = replace(changes.revision(new[at].eid, True), move=named[1].get(at, ""))
        made.append(new_block(changes, new[at], revision, old, beside))
        changes.expected.extend(said_by(new[at]))
    for at in group.gone:
        revision = replace(changes.revision(old[at].eid, False), move=named[0].get(at, ""))
        take(changes, changes.places[at], revision)
    if shared is not None:
        _lines_in(changes, group, shared, new)
        return
    if where is not None:
        _insert(where, made)
    ranges(changes, [(changes.places[at], named[0].get(at, ""), old[at]) for at in group.gone], "moveFrom")
    ranges(changes, [(one, named[1].get(at, ""), new[at]) for one, at in zip(made, group.came, strict=True)], "moveTo")


def _shared(changes: Changes, group: _Group) -> LineSpot | None:
    """The line after which a group comes, where more lines of the same paragraph follow it (soft line ends)."""
    last = group.gone[-1] if group.gone else group.before
    spot = changes.places.get(last) if last is not None else None
    after = changes.places.get(group.after) if group.after is not None else None
    if not isinstance(spot, LineSpot) or not isinstance(after, LineSpot) or spot.whole or not spot.letters:
        return None
    return spot if after.letters and after.letters[0].paragraph is spot.letters[-1].paragraph else None


def _check_lines(changes: Changes, group: _Group, new: Sequence[Block]) -> None:
    shared = _shared(changes, group)
    if shared is None or any(isinstance(new[at], SheetTable) for at in group.came):
        raise UnsafeError
    changes.marks.check(LineChange(come=(Coming(shared.letters[-1], Inserted("", "", Revision("+", ""))),)))


def _lines_in(changes: Changes, group: _Group, shared: LineSpot, new: Sequence[Block]) -> None:
    """Put lines into the paragraph that they share, each after a soft line end."""
    for at in group.came:
        words = Inserted(f"\n{new[at].text}", "", changes.revision(new[at].eid, True))
        changes.marks.add(LineChange(come=(Coming(shared.letters[-1], words),)))
        changes.expected.extend(said_by(new[at]))


Where = tuple[etree._Element, bool]
"""An element, and whether what comes stands before it."""


def _place(changes: Changes, group: _Group, old: Sequence[Block], first: Block) -> Where:
    """Return where the blocks of a group come."""
    last = group.gone[-1] if group.gone else group.before
    ahead = changes.places.get(last) if last is not None else None
    behind = changes.places.get(group.after) if group.after is not None else None
    one = _edge(ahead, last=True)
    other = _edge(behind, last=False)
    if group.gone and one is None:
        raise UnsafeError
    if one is not None and other is not None and one.getparent() is not other.getparent() and last is not None:
        role = first.role if isinstance(first, SheetLine) else ""
        beside, after = old[last], old[group.after] if group.after is not None else None
        if isinstance(beside, SheetLine) and beside.role == role and in_cell(one):
            return one, False
        if isinstance(after, SheetLine) and after.role == role and in_cell(other):
            return other, True
        if in_cell(one):
            return (other, True) if not in_cell(other) else (_outermost(one), False)
        return one, False
    if one is not None:
        # At the end of the text what comes stands in no cell of what was there.
        at_end = other is None and in_cell(one) and not group.gone
        return (_outermost(one), False) if at_end else (one if group.gone else _past_notes(changes, one), False)
    if other is not None:
        return other, True
    raise UnsafeError


def _past_notes(changes: Changes, element: etree._Element) -> etree._Element:
    """Return the last of the editors' notes that follow a unit: what comes after the unit comes after them."""
    while (following := element.getnext()) is not None and following in changes.notes:
        element = following
    return element


def _edge(spot: BlockSpot | None, *, last: bool) -> etree._Element | None:
    """The paragraph or table at which a block ends or begins, where nothing else shares it there."""
    if spot is None:
        return None
    if isinstance(spot, TableSpot):
        return spot.element
    if not spot.letters:
        return None
    paragraph = spot.paragraphs[-1 if last else 0]
    if spot.whole:
        return paragraph
    texts = [part for run in runs_of(paragraph) for part in run.iter(qw("t")) if (part.text or "").strip()]
    letter = spot.letters[-1 if last else 0]
    if not texts or texts[-1 if last else 0] is not letter.element:
        return None
    beyond = (letter.element.text or "")[letter.offset + 1 :] if last else (letter.element.text or "")[: letter.offset]
    return paragraph if not beyond.strip() else None


def _outermost(element: etree._Element) -> etree._Element:
    return [element, *(holder for holder in element.iterancestors(qw("tbl")))][-1]


def _insert(where: Where, made: Sequence[etree._Element]) -> None:
    element, before = where
    if before:
        for one in made:
            element.addprevious(one)
        return
    for one in reversed(made):
        element.addnext(one)


def _near(changes: Changes, group: _Group) -> etree._Element | None:
    for at in (*group.gone, group.before, group.after):
        spot = changes.places.get(at) if at is not None else None
        if isinstance(spot, LineSpot) and spot.letters:
            return spot.paragraphs[0]
        if isinstance(spot, TableSpot):
            return next(spot.element.iter(qw("p")), None)
    return None


def _both(changes: Changes, at: int, before: Block, after: Block) -> None:
    spot = changes.places.get(at)
    if isinstance(before, SheetTable) and isinstance(after, SheetTable):
        table(changes, spot if isinstance(spot, TableSpot) else None, before, after)
        return
    if not isinstance(before, SheetLine) or not isinstance(after, SheetLine):
        return
    revisions = changes.revision(after.eid or before.eid, False), changes.revision(after.eid or before.eid, True)
    try:
        if before.text != after.text:
            if not isinstance(spot, LineSpot) or not spot.letters:
                raise UnsafeError
            change = line_change(spot, before, after, revisions)
            changes.marks.add(change)
            renumber(changes, spot, change, revisions[1])
        changes.expected.extend(said_by(after))
    except UnsafeError:
        changes.expected.extend(said_by(before))
        near = spot.paragraphs[0] if isinstance(spot, LineSpot) and spot.letters else _neighbour(changes, at)
        changes.untouched.append(Untouched(after.eid or before.eid, after.text, near))


def _neighbour(changes: Changes, at: int) -> etree._Element | None:
    for place in sorted(changes.places, key=lambda place: (abs(place - at), place)):
        spot = changes.places[place]
        if isinstance(spot, LineSpot) and spot.letters:
            return spot.paragraphs[0]
    return None
