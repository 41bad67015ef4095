"""Two languages of an act side by side, unit by unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lexkz.consolidate.standing import standing
from lexkz.languages.layout import layout
from lexkz.publish.act_json import identity
from lexkz.publish.redline.missing import with_marks
from lexkz.publish.redline.pairing import Item, pair
from lexkz.publish.sheet.act import short_state
from lexkz.publish.sheet.lay import language, lay
from lexkz.publish.sheet.model import Block, Cell, Grid, Line, Row, Run, Sheet
from lexkz.publish.sheet.open_state import open_state
from lexkz.structure import Act


@dataclass(slots=True)
class _Unit:
    eid: str
    lines: list[Line]


def beside_sheet(left: Act, right: Act) -> Sheet:
    """Return two expressions of one act as a table of two columns, the same unit in the same row.

    Units are told by their eIds, which are the same in both languages; one that only one text has stands alone in its
    row. A row of a table is one row here, its cells parted by a bar. Editors' notes are left out, but for
    those that mark a missing change.
    """
    langs = language(left.root), language(right.root)
    sides = [
        _units(with_marks(lay(act.root, lang=lang, notes=False), act))
        for act, lang in zip((left, right), langs, strict=True)
    ]
    first, second = sides
    items = [[Item("unit", unit.eid, "") for unit in side] for side in sides]
    rows = [Row(tuple(Cell((_line(layout(lang).name),), head=True, lang=lang) for lang in langs))]
    for here, there in pair(items[0], items[1], by_text=False):
        found = (first[here] if here is not None else None, second[there] if there is not None else None)
        rows.append(
            Row(
                tuple(
                    Cell(tuple(unit.lines) if unit else (), lang=lang) for unit, lang in zip(found, langs, strict=True)
                )
            )
        )
    known = identity(left)
    title = known.title or (f"№ {known.number}" if known.number else "")
    grid = Grid(tuple(rows), widths=(1, 1))
    # What is missing in one of the two texts is said above both, each in its language.
    head = (Line("state", (Run(said),)) for act in (left, right) for said in open_state(act))
    running = short_state(left if standing(right.root).whole else right)
    return Sheet(langs[0], title, (*head, grid), running, landscape=True, date=known.date)


def _units(flow: Sequence[Block]) -> list[_Unit]:
    """Gather the lines of each unit; what has no eId is told by what it is and its place."""
    units: list[_Unit] = []
    for eid, line in _lines(flow):
        if units and units[-1].eid == eid:
            units[-1].lines.append(line)
        else:
            units.append(_Unit(eid, [line]))
    return units


def _lines(flow: Sequence[Block]) -> Iterator[tuple[str, Line]]:
    last = ""
    for block in flow:
        if isinstance(block, Grid):
            for row in block.rows:
                last = row.eid or block.eid
                yield last, _line(row.text.replace("\t", " | "))
        else:
            # A mark of what is missing belongs to the unit that it stands after.
            last = last if block.role == "editors_note" else block.eid or f"#{block.role}"
            yield last, _plain(block)


def _plain(line: Line) -> Line:
    """A line as a cell has it: its place on the page is the row, a heading is bold."""
    strong = line.role in ("title", "heading", "article", "formula", "post", "signature")
    runs = tuple(replace(run, strong=strong) for run in line.runs)
    return replace(line, role="cell", runs=runs, starts=False)


def _line(text: str) -> Line:
    return Line("cell", (Run(text),))
