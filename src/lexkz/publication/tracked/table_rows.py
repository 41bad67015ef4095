"""Tables that both texts have: rows that go and come, cells whose words change."""

from collections.abc import Mapping, Sequence

from lxml import etree

from lexkz.publication.docx.names import qw
from lexkz.publication.redline.pairing import Item, pair
from lexkz.publication.sheet.model import Revision, SheetCell, SheetLine, SheetRow, SheetTable
from lexkz.publication.tracked.changes import Changes, Untouched
from lexkz.publication.tracked.coming import new_line, renumber, take
from lexkz.publication.tracked.counting import CountedParagraph
from lexkz.publication.tracked.letters import ink
from lexkz.publication.tracked.paragraphs import new_row, take_row
from lexkz.publication.tracked.places import CellSpot, LineSpot, RowSpot, TableSpot, goes_on
from lexkz.publication.tracked.runs import check_all, new_run, plain
from lexkz.publication.tracked.words import LineChange, UnsafeError, line_change, numbered

_Beside = tuple[int | None, int | None]
"""Places of the rows before and after."""


def table(changes: Changes, spot: TableSpot | None, before: SheetTable, after: SheetTable) -> None:
    items = (
        [Item("row", row.eid, row.text) for row in before.rows],
        [Item("row", row.eid, row.text) for row in after.rows],
    )
    rows = spot.rows if spot is not None else {}
    near = next(spot.element.iter(qw("p")), None) if spot is not None else None
    steps: list[tuple[int | None, int | None]] = []
    for here, there in pair(*items):
        same = here is not None and there is not None and _shape(before.rows[here]) == _shape(after.rows[there])
        steps.extend([(here, there)] if same or here is None or there is None else [(here, None), (None, there)])
    place = 0
    last: int | None = None
    while place < len(steps):
        here, there = steps[place]
        if here is not None and there is not None:
            _row(changes, rows.get(here), before.rows[here], after.rows[there], near)
            last = here
            place += 1
            continue
        end = place
        while end < len(steps) and None in steps[end]:
            end += 1
        gone = [at for at, _ in steps[place:end] if at is not None]
        came = [at for _, at in steps[place:end] if at is not None]
        following = steps[end][0] if end < len(steps) else None
        try:
            _row_group(changes, rows, before, after, (gone, came), (gone[-1] if gone else last, following))
            changes.expected.extend(said for at in came if (said := " ".join(after.rows[at].text.split())))
        except UnsafeError:
            changes.expected.extend(said for at in gone if (said := " ".join(before.rows[at].text.split())))
            changes.untouched.extend(
                Untouched(row.eid, row.text, near)
                for row in ([after.rows[at] for at in came] or [before.rows[at] for at in gone])
            )
        last = gone[-1] if gone else last
        place = end


def _row_group(
    changes: Changes,
    rows: Mapping[int, RowSpot],
    before: SheetTable,
    after: SheetTable,
    which: tuple[Sequence[int], Sequence[int]],
    beside: _Beside,
) -> None:
    gone, came = which
    ahead = rows.get(beside[0]) if beside[0] is not None else None
    behind = rows.get(beside[1]) if beside[1] is not None else None
    for at in gone:
        if at not in rows:
            raise UnsafeError
        for paragraph in rows[at].element.iter(qw("p")):
            check_all(paragraph)
    if came and ahead is None and behind is None:
        raise UnsafeError
    models = [_model(rows, before, after.rows[at], beside) for at in came]
    made = []
    for at, model in zip(came, models, strict=True):
        revision = changes.revision(after.rows[at].eid or after.eid, True)
        row = new_row(after.rows[at], revision, changes.ids, model)
        made.append(row)
        _count_cells(changes, row, model, revision)
    for at in gone:
        element = rows[at].element
        take_row(element, changes.revision(before.rows[at].eid or before.eid, False), changes.ids)
        changes.gone.update(element.iter(qw("p")))
    if ahead is not None:
        for row in reversed(made):
            ahead.element.addnext(row)
    elif behind is not None:
        for row in made:
            behind.element.addprevious(row)


def _count_cells(changes: Changes, row: etree._Element, model: etree._Element, revision: Revision) -> None:
    """Let a row whose numbers Word counts bear the right ones: its number is no text then."""
    models = [each for each in model if each.tag == qw("tc")]
    for place, cell in enumerate(each for each in row if each.tag == qw("tc")):
        like = models[min(place, len(models) - 1)]
        counted = next((changes.numbers.get(one, "").strip() for one in like.iter(qw("p"))), "")
        for paragraph in cell.iter(qw("p")):
            said = "".join(part.text or "" for part in paragraph.iter(qw("t")))
            number, rest = numbered(said, counted)
            if number:
                for change in paragraph.findall(qw("ins")):
                    paragraph.remove(change)
                if rest:
                    raise UnsafeError
            changes.wanted[paragraph] = CountedParagraph(paragraph, number, revision, new=True)


def _model(rows: Mapping[int, RowSpot], before: SheetTable, row: SheetRow, beside: _Beside) -> etree._Element:
    """The row of the table that a new one looks like: the nearest with cells of the same widths that is no head, else
    the nearest with as many columns."""
    at = next((place for place in beside if place is not None), 0)
    spans = _spans(row)

    def far(place: int) -> tuple[bool, bool, int, int]:
        head = any(cell.head for cell in before.rows[place].cells)
        return _spans(before.rows[place]) != spans, head, abs(place - at), place

    like = [
        place
        for place in rows
        if sum(cell.colspan for cell in before.rows[place].cells) == sum(cell.colspan for cell in row.cells)
        and not any(cell.merge == "filler" for cell in before.rows[place].cells)
    ]
    if not like:
        raise UnsafeError
    return rows[min(like, key=far)].element


def _spans(row: SheetRow) -> list[int]:
    return [cell.colspan for cell in row.cells if cell.merge != "filler"]


def _shape(row: SheetRow) -> tuple[tuple[int, str], ...]:
    return tuple((cell.colspan, cell.merge) for cell in row.cells)


def _row(
    changes: Changes, spot: RowSpot | None, before: SheetRow, after: SheetRow, near: etree._Element | None
) -> None:
    if before.text == after.text:
        changes.expected.extend(filter(None, [" ".join(after.text.split())]))
        return
    said: list[str] = []
    old = [cell for cell in before.cells if cell.merge != "filler"]
    new = [cell for cell in after.cells if cell.merge != "filler"]
    for place, (left, right) in enumerate(zip(old, new, strict=True)):
        try:
            if left.text != right.text:
                if spot is None:
                    raise UnsafeError
                _cell(changes, spot.cells[place], left, right, after.eid)
            said.append(right.text if right.merge != "on" else "")
        except UnsafeError:
            said.append(left.text)
            changes.untouched.append(Untouched(after.eid, right.text or left.text, near))
    whole = " ".join(" ".join(said).split())
    changes.expected.extend([whole] if whole else [])


def _cell(changes: Changes, spot: CellSpot, before: SheetCell, after: SheetCell, eid: str) -> None:
    gone, came = changes.revision(eid, False), changes.revision(eid, True)
    if goes_on(spot.element):
        raise UnsafeError
    old = [line for line in before.lines if ink(line.text)]
    new = [line for line in after.lines if ink(line.text)]
    edits: list[tuple[LineSpot, LineChange]] = []
    away: list[LineSpot] = []
    fresh: list[tuple[etree._Element | None, SheetLine]] = []
    last: etree._Element | None = None
    items = [Item("line", "", line.text) for line in old], [Item("line", "", line.text) for line in new]
    pairs = pair(*items) if len(old) != 1 or len(new) != 1 else ((0, 0),)
    for here, there in pairs:
        own = spot.lines[here] if here is not None else None
        if own is not None and there is not None and here is not None:
            edits.append((own, line_change(own, old[here], new[there], (gone, came))))
        elif own is not None:
            if not own.whole:
                raise UnsafeError
            for paragraph in own.paragraphs:
                check_all(paragraph)
            away.append(own)
        elif there is not None:
            fresh.append((last, new[there]))
        if own is not None:
            last = own.paragraphs[-1]
    for _, change in edits:
        changes.marks.check(change)
    if any(not own.whole for own in spot.lines) and fresh:
        raise UnsafeError
    for own, change in edits:
        changes.marks.add(change)
        renumber(changes, own, change, came)
    for own in away:
        take(changes, own, gone)
    _fresh_in_cell(changes, spot, fresh, came)


def _fresh_in_cell(
    changes: Changes, spot: CellSpot, fresh: Sequence[tuple[etree._Element | None, SheetLine]], came: Revision
) -> None:
    first = next(spot.element.iterchildren(qw("p")), None)
    after: dict[etree._Element | None, etree._Element] = {}
    for anchor, line in fresh:
        if anchor is None and first is not None and not spot.lines and first not in after:
            # An empty cell has a paragraph already: the words come into it.
            end = first.find(f"{qw('pPr')}/{qw('rPr')}")
            change = changes.ids.change(came)
            change.append(new_run(line.text, "", plain(end) if end is not None else None))
            first.append(change)
            after[first] = after[None] = first
            continue
        like = anchor if anchor is not None else first
        made = new_line(changes, line, came, like, exact=True)
        place = after.get(anchor, anchor)
        if place is not None:
            place.addnext(made)
        elif first is not None:
            first.addprevious(made)
        after[anchor] = made
