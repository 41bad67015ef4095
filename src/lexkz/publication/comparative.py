"""The comparative table that drafts travel with: wording in force and proposed wording, changed words in bold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.numbers import order_key
from lexkz.amendment.model import Command, Reading
from lexkz.consolidation.naming import document_of, targets_in_words, unit_in_words, unit_name
from lexkz.consolidation.report import CommandOutcome, Report
from lexkz.consolidation.standing import standing
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.layout import GAP, Amendment
from lexkz.publication.act_json import identity
from lexkz.publication.redline.merge import merge
from lexkz.publication.sheet.amendments import amendments, named
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import (
    Block,
    Revision,
    Role,
    Sheet,
    SheetCell,
    SheetLine,
    SheetRow,
    SheetRun,
    SheetTable,
)
from lexkz.publication.sheet.open_state import open_state
from lexkz.publication.why import said, unread, why
from lexkz.reading.blocks import SourceError
from lexkz.structure import Act

_WIDTHS = (4, 18, 32, 32, 14)
_SIDES: dict[Role, Role] = {
    "corner": "right",
    "form": "right",
    "addressee": "right",
    "right": "right",
    "title": "center",
    "requisites": "center",
    "heading": "center",
    "center": "center",
    "gap": "center",
}
"""What stands at the right or in the middle of a page does so in a cell; all other lines begin at the left."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a structural element in both wordings."""

    element: str
    """In words: «абзац второй пункта 2»."""
    old: tuple[Block, ...]
    """Lines and tables, what falls away in bold; empty where the wording in force has it not."""
    new: tuple[Block, ...]
    reason: str = ""
    """Empty: the drafter's to write. Of a command that waits, why."""
    document: str = ""
    """Approved document or annex of the act that the element stands in; "" for the act itself."""
    waits: bool = False
    """True for a command that the new text does not contain, and for a sentence that was not understood."""


@dataclass(slots=True)
class _UnitGroup:
    key: str
    blocks: list[Block] = field(default_factory=list)


def comparative_sheet(
    old: Act,
    new: Act,
    *,
    amending: Sequence[tuple[Act, Reading]] = (),
    report: Report | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Sheet:
    """Return the comparative table of two texts of an act: No., structural element, old and new wording, reason.

    What a command of an amending act set is one row, its whole unit in both wordings; other changes are a row for each
    unit. The act, and each approved document and annex, is named once, in a row across. Commands that the new text does
    not contain and sentences that were not understood stand at the end, with why: by ``report``, else by what the file
    of ``new`` carries. ``reasons``: number or element of a row, as the table prints them, to the drafter's reason; one
    that fits no row raises SourceError, whose text says so.
    """
    lang = language(new.root)
    words = words_of(lang).layout
    missing = _missing(old, amending, report, lang) if report is not None else _open(old, new, lang)
    rows = _reasoned((*compared(old, new), *missing), reasons or {})
    head = SheetRow(tuple(SheetCell((_line(column),), head=True) for column in words.comparative_columns))
    known = identity(new)
    act = words.full_name(Amendment(known.type, known.date, known.number), known.title)
    captions = [SheetLine("caption", (SheetRun(words.comparative),))]
    drafts = words.comparative_of(_amending(new, amending))
    if drafts:
        captions.insert(0 if words.comparative_last else 1, SheetLine("center", (SheetRun(drafts),)))
    captions += [SheetLine("state", (SheetRun(said),)) for said in open_state(new)]
    grid = SheetTable((head, *_rows(rows, act, lang)), widths=_WIDTHS)
    return Sheet(lang, f"{words.comparative}: {known.title or act}", (*captions, grid), landscape=True, date=known.date)


def compared(old: Act, new: Act) -> tuple[Compared, ...]:
    """Return the rows of the table, in the order of the new text."""
    lang = language(new.root)
    units = {unit.get("eId", ""): unit for act in (old, new) for unit in act.root.iter() if unit.get("eId")}
    commanded = _set_by_commands(new)
    outline = akn_meta.is_outline(akn_meta.of(old.root))
    made = []
    for group in _groups(_merged(old, new, lang), frozenset(commanded)):
        if outline and group.key not in commanded and all(map(_only_gaps, group.blocks)):
            continue  # nothing is said of it but that it is not known
        before, after = _side(group.blocks, "-"), _side(group.blocks, "+")
        if outline and not before and commanded.get(group.key, "insertion") != "insertion":
            before = (_line(GAP),)  # it was there, and nobody knows how it read
        unit = units.get(group.key)
        if unit is None:
            made.append(Compared(words_of(lang).layout.text, before, after))
        else:
            made.append(Compared(unit_in_words(unit, lang), before, after, document=document_of(unit, lang)))
    return tuple(made)


def _merged(old: Act, new: Act, lang: Lang) -> tuple[Block, ...]:
    """Both texts in one flow, in which what fell away and what came carries a revision of nobody's."""
    before, after = (lay(act.root, lang=lang, notes=False) for act in (old, new))
    return merge(before, after, lambda _, came: Revision("+" if came else "-", ""), ends=False)


def _set_by_commands(act: Act) -> dict[str, str]:
    """The units that commands changed, each with the kind of its first change."""
    found: dict[str, str] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if eid and change.sources:
                found.setdefault(eid, change.type)
    return found


def _groups(flow: Iterable[Block], commanded: frozenset[str]) -> list[_UnitGroup]:
    """Gather what is one row: all that one command set in one unit; else what changed in a unit, with what came or went
    with the unit above it."""
    blocks = tuple(part for block in flow for part in _apart(block, commanded))
    changed = {key for key, block in blocks if _differs(block)}
    groups: dict[str, _UnitGroup] = {}
    last: _UnitGroup | None = None
    for key, block in blocks:
        if key not in changed:
            continue
        if key in groups:
            if all(_mark(each) == "-" for each in groups[key].blocks) and _mark(block) != "-":
                # What went stands above all that came beside it; the row stands where the unit does in the new text.
                groups[key] = groups.pop(key)
            groups[key].blocks.append(block)
        elif last is not None and key not in commanded and key.startswith(f"{last.key}__") and _goes_with(last, block):
            last.blocks.append(block)
            continue
        else:
            groups[key] = _UnitGroup(key, [block])
        last = groups[key]
    return _by_number(groups.values())


def _by_number(groups: Iterable[_UnitGroup]) -> list[_UnitGroup]:
    """What went stands above what came in its place; a new 6-1 stands before the 7 that is no more all the same."""
    made: list[_UnitGroup] = []
    for group in groups:
        at = len(made)
        while at and _comes_before(group, made[at - 1]):
            at -= 1
        made.insert(at, group)
    return made


def _comes_before(came: _UnitGroup, gone: _UnitGroup) -> bool:
    """True for a new unit whose number is lower than that of a sibling that went."""
    (kind, _, new), (other, _, old) = came.key.rpartition("_"), gone.key.rpartition("_")
    moved = all(_mark(each) == "+" for each in came.blocks) and all(_mark(each) == "-" for each in gone.blocks)
    return moved and kind == other and order_key(new) < order_key(old)


def _apart(block: Block, commanded: frozenset[str]) -> Iterator[tuple[str, Block]]:
    """Give a block with the unit whose row it belongs to; a table of which only rows changed, row by row below its
    head."""
    key = _commanded(block.eid, commanded)
    if (
        isinstance(block, SheetLine)
        or key
        or _other_columns(block)
        or all(row.revision is not None for row in block.rows)
    ):
        yield key or block.eid, block
        return
    heads = _heads(block)
    for at, row in enumerate(block.rows):
        if _row_differs(row):
            part = block.rows[: max(heads, 1)] if at >= heads else ()
            yield _commanded(row.eid, commanded) or row.eid or block.eid, replace(block, rows=(*part, row))


def _other_columns(grid: SheetTable) -> bool:
    """Whether columns came or went: such a table is one row, since no row of it stayed as it was."""
    return any(cell.revision is not None for row in grid.rows for cell in row.cells)


def _commanded(eid: str, commanded: frozenset[str]) -> str:
    while eid and eid not in commanded:
        eid = eid.rpartition("__")[0]
    return eid


def _heads(grid: SheetTable) -> int:
    """How many rows at the top name the columns; one where none is marked as such."""
    marked = 0
    while marked < len(grid.rows) and grid.rows[marked].cells and all(cell.head for cell in grid.rows[marked].cells):
        marked += 1
    return marked or 1


def _differs(block: Block) -> bool:
    if isinstance(block, SheetTable):
        return any(_row_differs(row) for row in block.rows)
    return block.revision is not None or any(run.revision is not None and run.text.strip() for run in block.runs)


def _only_gaps(block: Block) -> bool:
    """True where all that came or went is «[…]», what an outline does not know."""
    if isinstance(block, SheetTable):
        return all(
            _only_gaps(replace(line, revision=line.revision or row.revision))
            for row in block.rows
            for cell in row.cells
            for line in cell.lines
        )
    runs = (run.text for run in block.runs if block.revision is not None or run.revision is not None)
    return "".join(runs).replace(GAP, "").strip() == ""


def _row_differs(row: SheetRow) -> bool:
    return row.revision is not None or any(_differs(line) for cell in row.cells for line in cell.lines)


def _goes_with(group: _UnitGroup, block: Block) -> bool:
    """True where a whole unit came, or went, and ``block`` with it."""
    marks = {_mark(each) for each in (*group.blocks, block)}
    return len(marks) == 1 and None not in marks


def _mark(block: Block) -> str | None:
    if isinstance(block, SheetTable):
        marks = {row.revision.mark if row.revision is not None else None for row in block.rows}
        return marks.pop() if len(marks) == 1 else None
    return block.revision.mark if block.revision is not None else None


def _side(blocks: Sequence[Block], mark: str) -> tuple[Block, ...]:
    """One wording of a row: ``-`` the one in force, ``+`` the proposed one."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, SheetLine):
            line = _side_line(block, mark)
            made.extend([line] if line is not None else [])
            continue
        rows = [_side_row(row, mark) for row in block.rows if row.revision is None or row.revision.mark == mark]
        before = made[-1] if made else None
        if isinstance(before, SheetTable) and before.eid == block.eid:
            # Rows of one table that one command set: its head stands above them once.
            known = set(before.rows)
            made[-1] = replace(before, rows=(*before.rows, *(row for row in rows if row not in known)))
        elif len(rows) > _heads(block) or not _partly(block):
            made.extend([replace(block, rows=tuple(rows))] if rows else [])
    return tuple(made)


def _partly(grid: SheetTable) -> bool:
    """True for rows that came or went below a head that did not."""
    return any(row.revision is not None for row in grid.rows) and grid.rows[0].revision is None


def _side_line(line: SheetLine, mark: str) -> SheetLine | None:
    if line.revision is not None and line.revision.mark != mark:
        return None
    runs = tuple(
        replace(run, revision=None, strong=run.revision is not None)
        for run in line.runs
        if run.revision is None or run.revision.mark == mark
    )
    if not runs and line.runs:
        return None
    return SheetLine(_SIDES.get(line.role, "cell"), runs, eid="")


def _side_row(row: SheetRow, mark: str) -> SheetRow:
    cells = (
        replace(
            cell,
            lines=tuple(found for line in cell.lines if (found := _side_line(line, mark)) is not None),
            colspan=cell.spans["-+".index(mark)] or cell.colspan,
            revision=None,
        )
        for cell in row.cells
        if cell.revision is None or cell.revision.mark == mark
    )
    return replace(row, cells=tuple(cells), eid="", revision=None)


def _amending(new: Act, amending: Sequence[tuple[Act, Reading]]) -> tuple[tuple[Amendment, str | None], ...]:
    """The acts that make the proposed wording, with their titles where they are known."""
    if not amending:
        return tuple((one, None) for one in amendments(new))
    known = (identity(act) for act, _ in amending)
    return tuple((Amendment(one.type, one.date, one.number), one.title) for one in known)


def _missing(old: Act, amending: Sequence[tuple[Act, Reading]], report: Report, lang: Lang) -> Iterator[Compared]:
    """The commands that the new text does not contain, and the sentences that were not understood, as rows."""
    wanted = ("refused", "skipped", "not_yet")
    outcomes = {(one.by, one.command): one for one in report.commands if one.outcome in wanted}
    words, before = words_of(lang).layout, _Before(old, lang)
    for act, reading in amending:
        known = akn_meta.read_identity(act.root)
        short = words_of(lang).notes.short(known.type, known.number)
        for command in reading.commands:
            outcome = outcomes.get((known.work, command.id))
            if outcome is not None:
                there = () if command.action == "insert" else before(outcome.targets)
                yield _not_applied(command, outcome, report, short, there, lang)
        for found in unread(report, known.work):
            page = f", {words.page(found.place.page)}" if found.place.page is not None else ""
            new = (_line(found.text),) if found.text else ()
            reason = f"{short}{page}: {words.unread_outcome}."
            yield Compared(words.unread, (_line(GAP),), new, reason, waits=True)


def _open(old: Act, new: Act, lang: Lang) -> Iterator[Compared]:
    """The same rows from what the file of the new text says of itself."""
    stands, words, before = standing(new.root), words_of(lang).layout, _Before(old, lang)
    elements = {unit.get("eId"): unit for unit in new.root.iter() if unit.get("eId")}
    for one in stands.open:
        made = named(new, one.by)
        short = words_of(lang).notes.short(made.type, made.number)
        units = "; ".join(unit_name(elements[eid], lang) for eid in one.units if eid in elements)
        told = " ".join(dict.fromkeys(said(found, lang) for found in stands.why(one)))
        reason = f"{short}: {words.outcomes[one.outcome]}. {told}".strip()
        yield Compared(units or words.unread, before(one.units), (_line(one.instruction),), reason, waits=True)
    for found in stands.unread:
        made = named(new, found.of or "")
        new_side = (_line(found.text),) if found.text else ()
        short = words_of(lang).notes.short(made.type, made.number)
        yield Compared(words.unread, (_line(GAP),), new_side, f"{short}: {words.unread_outcome}.", waits=True)


class _Before:
    """The wording in force of units, by their eIds; the mark of a gap where it is not known."""

    def __init__(self, act: Act, lang: Lang) -> None:
        self.flow = lay(act.root, lang=lang, notes=False)

    def __call__(self, eids: Sequence[str]) -> tuple[Block, ...]:
        found = tuple(part for block in self.flow for eid in eids for part in _within(block, eid))
        return _side(found, "-") or (_line(GAP),)


def _within(block: Block, eid: str) -> Iterator[Block]:
    def holds(other: str) -> bool:
        return other == eid or other.startswith(f"{eid}__")

    if holds(block.eid):
        yield block
    elif isinstance(block, SheetTable):
        rows = tuple(row for row in block.rows if holds(row.eid))
        if rows:
            yield replace(block, rows=(*block.rows[: _heads(block)], *rows))


def _not_applied(
    command: Command, outcome: CommandOutcome, report: Report, short: str, old: tuple[Block, ...], lang: Lang
) -> Compared:
    words = words_of(lang).layout
    document, element = targets_in_words(command.targets, lang)
    page = f", {words.page(command.source.page)}" if command.source.page is not None else ""
    reason = f"{short}{page}: {words.outcomes[outcome.outcome]}. {why(command, outcome, report, lang)}".strip()
    new = tuple(_content((command.instruction, *command.content)))
    return Compared(element, old, new, reason, document, waits=True)


def _content(texts: Iterable[str]) -> Iterator[Block]:
    """Give the paragraphs of a command; those whose parts are set apart by tabs are rows of a table."""
    for is_row, together in groupby(texts, key=lambda text: "\t" in text):
        if is_row:
            yield SheetTable(
                tuple(SheetRow(tuple(SheetCell((_line(cell),)) for cell in text.split("\t"))) for text in together)
            )
        else:
            yield from map(_line, together)


def _reasoned(rows: Sequence[Compared], reasons: Mapping[str, str]) -> tuple[Compared, ...]:
    left = {fold_spaces(key).casefold().strip(): key for key in reasons}
    made = []
    for number, row in enumerate(rows, start=1):
        names = (str(number), row.element, f"{row.document}: {row.element}")
        key = next((found for name in names if (found := fold_spaces(name).casefold().strip()) in left), None)
        made.append(row if key is None else replace(row, reason=reasons[left[key]]))
        left.pop(key or "", None)
    if left:
        named = "; ".join(row.element for row in rows)
        raise SourceError(f"The table has no row {next(iter(left.values()))} for a reason; its rows are: {named}.")
    return tuple(made)


def _rows(rows: Sequence[Compared], act: str, lang: Lang) -> Iterator[SheetRow]:
    """The rows of the table, and across it once the name of what the rows below stand in."""
    words = words_of(lang).layout
    above, waits = act, False
    if rows:
        yield _across(act)
    for number, row in enumerate(rows, start=1):
        if row.waits and not waits:
            yield _across(words.waits)
            above, waits = act, True
        if (row.document or act) != above:
            above = row.document or act
            yield _across(above)
        reason = (_line(row.reason),) if row.reason else ()
        sides = (_cell(side or (_line(words.absent),)) for side in (row.old, row.new))
        yield SheetRow((SheetCell((_line(str(number)),)), SheetCell((_line(row.element),)), *sides, SheetCell(reason)))


def _across(text: str) -> SheetRow:
    return SheetRow((SheetCell((SheetLine("center", (SheetRun(text, strong=True),)),), colspan=len(_WIDTHS)),))


def _cell(blocks: tuple[Block, ...]) -> SheetCell:
    lines = tuple(block for block in blocks if isinstance(block, SheetLine))
    return SheetCell(lines, blocks=blocks if len(lines) < len(blocks) else ())


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
