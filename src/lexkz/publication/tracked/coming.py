"""Blocks of a text that go from the file, and new ones that look as their neighbours do."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from lexkz.publication.docx.names import make, qw
from lexkz.publication.sheet.model import Block, Revision, SheetLine, SheetTable
from lexkz.publication.tracked.changes import Changes
from lexkz.publication.tracked.counting import CountedParagraph
from lexkz.publication.tracked.paragraphs import new_paragraph, new_table, properties_of, take_away, take_row
from lexkz.publication.tracked.places import BlockSpot, LineSpot, TableSpot
from lexkz.publication.tracked.words import LineChange, all_gone, numbered

_KIND = re.compile(r"[a-z]+")


def take(changes: Changes, spot: BlockSpot, revision: Revision) -> None:
    if isinstance(spot, TableSpot):
        for row in spot.element.iter(qw("tr")):
            take_row(row, revision, changes.ids)
        changes.gone.update(spot.element.iter(qw("p")))
    elif spot.whole:
        for paragraph in spot.paragraphs:
            take_away(paragraph, revision, changes.ids)
            if _end_goes(paragraph):
                changes.gone.add(paragraph)
            else:
                changes.wanted[paragraph] = CountedParagraph(paragraph, "", revision)
    else:
        changes.marks.add(all_gone(spot, revision))


def _end_goes(paragraph: etree._Element) -> bool:
    return any(paragraph.find(f"{qw('pPr')}/{qw('rPr')}/{qw(name)}") is not None for name in ("del", "moveFrom"))


def ranges(changes: Changes, blocks: Sequence[tuple[object, str, Block]], kind: str) -> None:
    """Mark where moved paragraphs stand, one range a name."""
    by_name: dict[str, list[etree._Element]] = {}
    for spot, name, _ in blocks:
        if name:
            found = spot.paragraphs if isinstance(spot, LineSpot) else (spot,)
            by_name.setdefault(name, []).extend(one for one in found if isinstance(one, etree._Element))
    for name, paragraphs in by_name.items():
        first, last = paragraphs[0], paragraphs[-1]
        change = next(first.iter(qw(kind)))
        start = make(f"{kind}RangeStart", id=changes.ids.next(), author=change.get(qw("author")) or "", name=name)
        if change.get(qw("date")):
            start.set(qw("date"), change.get(qw("date")) or "")
        properties_of(first).addnext(start)
        last.addnext(make(f"{kind}RangeEnd", id=start.get(qw("id")) or ""))


def new_block(changes: Changes, block: Block, revision: Revision, old: Sequence[Block], at: int) -> etree._Element:
    if isinstance(block, SheetTable):
        made = new_table(block, revision, changes.ids, _nearest_table(changes, at))
        for paragraph in made.iter(qw("p")):
            changes.wanted[paragraph] = CountedParagraph(paragraph, "", revision, new=True)
        return made
    like, exact = _like(changes, block, old, at)
    return new_line(changes, block, revision, like, exact=exact)


def _nearest_table(changes: Changes, at: int) -> etree._Element | None:
    tables = {place: spot.element for place, spot in changes.places.items() if isinstance(spot, TableSpot)}
    return tables[min(tables, key=lambda place: (abs(place - at), place))] if tables else None


def new_line(
    changes: Changes, line: SheetLine, revision: Revision, like: etree._Element | None, *, exact: bool
) -> etree._Element:
    number, rest = numbered(line.text, changes.numbers.get(like, "").strip() if like is not None else "")
    own = _without(line, len(line.text) - len(rest)) if number else line
    made = new_paragraph(own, revision, changes.ids, like, exact=exact)
    changes.wanted[made] = CountedParagraph(made, number, revision, new=True)
    changes.came.append(made)
    return made


def _without(line: SheetLine, count: int) -> SheetLine:
    runs = []
    for run in line.runs:
        if run.look != "marker":
            runs.append(replace(run, text=run.text[count:]))
            count = max(0, count - len(run.text))
    return replace(line, runs=tuple(runs))


def _like(changes: Changes, line: SheetLine, old: Sequence[Block], at: int) -> tuple[etree._Element | None, bool]:
    """The nearest paragraph of the same kind, and True; else the nearest of the text, and False."""
    order = sorted(range(len(old)), key=lambda place: (abs(place - at), place))
    found: dict[int, etree._Element] = {}
    for place in order:
        block, spot = old[place], changes.places.get(place)
        if (
            not isinstance(block, SheetLine)
            or not isinstance(spot, LineSpot)
            or not spot.whole
            or in_cell(spot.paragraphs[0])
        ):
            continue
        same = block.role == line.role
        rank = 0 if same and block.level == line.level and _kind(block) == _kind(line) else 1 if same else 2
        if rank == 2 and block.role != "text":
            continue
        found.setdefault(rank, spot.paragraphs[0])
        if rank == 0:
            break
    if not found:
        return None, False
    best = min(found)
    return found[best], best < 2


def _kind(line: SheetLine) -> str:
    found = _KIND.match(line.eid.rpartition("__")[2])
    return found[0] if found else ""


def in_cell(element: etree._Element) -> bool:
    return next(element.iterancestors(qw("tc")), None) is not None


def renumber(changes: Changes, spot: LineSpot, change: LineChange, revision: Revision) -> None:
    if change.number is not None:
        paragraph = spot.paragraphs[0]
        changes.wanted[paragraph] = CountedParagraph(paragraph, change.number, revision)
