"""Two languages of an act side by side, unit by unit."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from lexkz.amendment.annotate import annotate
from lexkz.comparison.witness.agreement import disagreements
from lexkz.comparison.witness.command_agreement import holder, quotation_name
from lexkz.consolidation.standing import standing
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.redline.missing import with_marks
from lexkz.publication.redline.pairing import Item, pair
from lexkz.publication.sheet.act import short_state
from lexkz.publication.sheet.columns import place, rows_alone, shares
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import Block, Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.publication.sheet.open_state import open_state
from lexkz.structure import Act

_ENDS = r"(?!\d|,\d|-\d)"
"""After a number: «4» of «4-тармақ» is the 4 of «пункт 4», that of «4-1» is not."""
_NUMBER = re.compile(rf"(?<![\w,.-])\d+(?:-\d+)*(?:,\d+)?{_ENDS}")
_BY_PLACE = re.compile(r"al_[\d-]+")
"""The last part of the eId of a line without a number: which it is, is told by its place."""


@dataclass(slots=True)
class _Unit:
    eid: str
    blocks: list[Block]


def beside_sheet(left: Act, right: Act) -> Sheet:
    """Return two expressions of one act as a table of two columns, the same unit in the same row.

    Units are told by their eIds, which are the same in both languages, lines that command by what they command; one
    that only one text has stands alone in its row. A row of a table is one row here, its cells as a table of that one
    row, as wide as in the whole. Editors' notes are left out, but for those that mark a missing change. Where one text
    is Kazakh and the other Russian, each disagreement of the two is told in a third column, beside its unit, in the
    language of the first, and what differs is bold in both texts; what stands at no row is told below.
    """
    langs = language(left.root), language(right.root)
    sides = [
        _units(with_marks(lay(act.root, lang=lang, notes=False), act))
        for act, lang in zip((left, right), langs, strict=True)
    ]
    first, second = sides
    items = [
        [Item("unit", key, "") for key in _keys(act, side)] for act, side in zip((left, right), sides, strict=True)
    ]
    told = _told(left, right, *(frozenset(unit.eid for unit in side) for side in sides))
    marked = bool(told)
    rows = [
        SheetRow(
            tuple(SheetCell((_line(words_of(lang).layout.name),), head=True, lang=lang) for lang in langs)
            + _mark([words_of(langs[0]).layout.disagreement] if marked else None, head=True)
        )
    ]
    for here, there in pair(items[0], items[1], by_text=False):
        found = (first[here] if here is not None else None, second[there] if there is not None else None)
        words = [told.pop((side, unit.eid), ()) for side, unit in enumerate(found) if unit is not None]
        said = [word for each in words for word in each] if marked else None
        texts = [" ".join(map(_text, unit.blocks)) if unit is not None else None for unit in found]
        cells = tuple(
            _cell(unit, lang, differing(texts[side], texts[1 - side]) if said else None)
            for side, (unit, lang) in enumerate(zip(found, langs, strict=True))
        )
        rows.append(SheetRow(cells + _mark(said)))
    for rest in told.values():
        rows.append(SheetRow((SheetCell(()), SheetCell(()), *_mark(list(rest)))))
    known = identity(left)
    title = known.title or (f"№ {known.number}" if known.number else "")
    layout = words_of(langs[0]).layout
    captions = [SheetLine("caption", (SheetRun(layout.both_texts),))]
    captions += [
        SheetLine("state", (SheetRun(named.title or f"№ {named.number}"),))
        for named in (known, identity(right))
        if named.title or named.number
    ]
    grid = SheetTable(tuple(rows), widths=(4, 4, 2) if marked else (1, 1))
    # What is missing in one of the two texts is said above both, each in its language.
    head = (SheetLine("state", (SheetRun(said),)) for act in (left, right) for said in open_state(act))
    running = short_state(left if standing(right.root).whole else right)
    return Sheet(
        langs[0], f"{layout.both_texts}: {title}", (*captions, *head, grid), running, landscape=True, date=known.date
    )


def _told(left: Act, right: Act, *rows: frozenset[str]) -> dict[tuple[int, str], list[str]]:
    """What the two texts disagree in, by side and eId of the unit, or of the one around it that has a row; nothing
    where they are not Kazakh and Russian."""
    acts = {language(act.root): act for act in (left, right)}
    out: dict[tuple[int, str], list[str]] = defaultdict(list)
    if len(acts) < 2:
        return out
    for one in disagreements(acts["kaz"], acts["rus"]):
        sides = (one.kaz, one.rus) if language(left.root) == "kaz" else (one.rus, one.kaz)
        # What one text lacks is told beside the unit that the other has.
        order = (0, 1) if sides[0].text or not sides[1].text else (1, 0)
        side = next((side for side in order if sides[side].eid), order[0])
        eid = sides[side].eid or ""
        around = eid
        while around and around not in rows[side]:  # a command within its line, a cell within its row
            around = around.rpartition("__")[0]
        out[side, around or eid].append(getattr(one.finding.message, language(left.root)))
    return out


def _keys(act: Act, units: Sequence[_Unit]) -> list[str]:
    """By what each unit is found in the other text: its eId, where what stands at a place is told by what it says.

    A line that is missing in one text moves the count of all that follow it.
    """
    names = {holder(command): quotation_name(command) for command in annotate(act)[1].commands}
    counts: Counter[str] = Counter()
    known: dict[str, str] = {}
    return [_key(unit.eid, names, counts, known) for unit in units]


def _key(eid: str, names: Mapping[str, str], counts: Counter[str], known: dict[str, str]) -> str:
    if eid not in known:
        outer, _, last = eid.rpartition("__")
        begin = _key(outer, names, counts, known) if outer else ""
        if _BY_PLACE.fullmatch(last) is None:
            known[eid] = f"{begin}__{last}"
        elif eid in names:
            known[eid] = f"{begin}__{names[eid]}"
        else:
            counts[begin] += 1
            known[eid] = f"{begin}__line {counts[begin]}"
    return known[eid]


def _mark(words: Sequence[str] | None, *, head: bool = False) -> tuple[SheetCell, ...]:
    """The cell of the third column; none where the table has no such column."""
    if words is None:
        return ()
    return (SheetCell(tuple(SheetLine("cell", (SheetRun(word, strong=not head),)) for word in words), head=head),)


def _cell(unit: _Unit | None, lang: Lang, marked: re.Pattern[str] | None) -> SheetCell:
    """A side of a row; ``marked`` is what of it is bold since the other side has it otherwise."""
    if unit is None:
        return SheetCell((), lang=lang)
    blocks = [_marked(block, marked) if marked is not None else block for block in unit.blocks]
    lines = tuple(block if isinstance(block, SheetLine) else _line(_text(block)) for block in blocks)
    return SheetCell(
        lines, lang=lang, blocks=tuple(blocks) if any(isinstance(block, SheetTable) for block in blocks) else ()
    )


def differing(text: str | None, other: str | None) -> re.Pattern[str] | None:
    """Return a pattern of what differs in ``text``: the numbers that the other language does not have as often, all of
    it where there is no other text; None where neither tells."""
    if text is None or other is None:
        return None if text is None else re.compile(".+", re.DOTALL)
    more = Counter(_NUMBER.findall(text)) - Counter(_NUMBER.findall(other))
    return re.compile(rf"(?<![\w,.-])(?:{'|'.join(map(re.escape, more))}){_ENDS}") if more else None


def _marked(block: Block, pattern: re.Pattern[str]) -> Block:
    if isinstance(block, SheetLine):
        return replace(block, runs=tuple(part for run in block.runs for part in _parts(run, pattern)))
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, lines=tuple(cast("SheetLine", _marked(line, pattern)) for line in cell.lines))
                for cell in row.cells
            ),
        )
        for row in block.rows
    )
    return replace(block, rows=rows)


def _parts(run: SheetRun, pattern: re.Pattern[str]) -> Iterator[SheetRun]:
    place = 0
    for found in pattern.finditer(run.text):
        if found.start() > place:
            yield replace(run, text=run.text[place : found.start()])
        yield replace(run, text=found[0], strong=True)
        place = found.end()
    if place < len(run.text):
        yield replace(run, text=run.text[place:])


def _text(block: Block) -> str:
    """The words of a line, or of a row of a table, its cells parted by bars."""
    return block.text if isinstance(block, SheetLine) else block.text.replace("\t", " | ")


def _units(flow: Sequence[Block]) -> list[_Unit]:
    """Gather the lines of each unit; what has no eId is told by what it is and its place."""
    units: list[_Unit] = []
    for eid, block in _blocks(flow):
        if units and units[-1].eid == eid:
            units[-1].blocks.append(block)
        else:
            units.append(_Unit(eid, [block]))
    return units


def _blocks(flow: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    last = ""
    for block in flow:
        if isinstance(block, SheetTable):
            widths = tuple(round(1000 * share) for share in shares(block, place(block)))
            for row in rows_alone(block).rows:
                last = row.eid or block.eid
                yield last, SheetTable((row,), row.eid, block.borders, widths)
        else:
            # A mark of what is missing belongs to the unit that it stands after.
            last = last if block.role == "editors_note" else block.eid or f"#{block.role}"
            yield last, _plain(block)


def _plain(line: SheetLine) -> SheetLine:
    """A line as a cell has it: its place on the page is the row, a heading is bold."""
    strong = line.role in ("title", "heading", "article", "post", "signature")
    runs = tuple(replace(run, strong=strong or run.strong) for run in line.runs)
    return replace(line, role="cell", runs=runs, starts=False)


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
