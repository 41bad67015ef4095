"""Tables of an extraction: head, rows and cells rebuilt from lines, by the evidence that the table itself gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.references import References
from lexkz.reading.blocks import Cell, Place, Repair, Row, Table
from lexkz.reading.extraction.cells import ExtractedCell, ExtractedColumn, cell_text, column
from lexkz.reading.extraction.columns import Head, cells, head, is_value
from lexkz.reading.extraction.pages import ExtractLine, Group
from lexkz.reading.extraction.rows import RawRow, raw_rows, starts_at_one


def begins_table(groups: Sequence[Group], words: References) -> bool:
    """Tell whether a table begins with the first of ``groups``: by the head of its row numbers, or by rows that
    count up."""
    text = groups[0].lines[0].text
    number = words.row_number.match(text)
    if number:
        # "№ 391" is the number of an act.
        after = text[number.end() :]
        return not after.strip() or (after[:1] == " " and after.strip()[0].isalpha())
    if not starts_at_one(groups[0]):
        return False
    before, rows = raw_rows(groups, quoted=False)
    return not before and len(rows) >= 3


@dataclass(frozen=True, slots=True)
class _CellTexts:
    """A raw row with the texts of its parts."""

    raw: RawRow
    parts: tuple[ExtractedCell, ...]


def table(
    groups: Sequence[Group], words: References, known: frozenset[str], *, quoted: bool
) -> tuple[Table, tuple[Finding, ...]]:
    """Return the table that ``groups`` hold, and a finding for each row whose cells cannot be told beyond doubt.

    ``known``: words of the document, which tell a cut word from two. ``quoted``: the table stands between quotes,
    has no
    head, and its row numbers need not begin with 1.
    """
    before, raws = raw_rows(groups, quoted=quoted)
    before, opening = (before, ()) if quoted else _opening_group_row(before, words)
    rows = [_texts(raw, raws, known) for raw in raws]
    made_head = None if quoted or not before else head(before, words)
    alone = frozenset(part.text for row in rows for part in row.parts[1:])
    if made_head is None or not _agrees(made_head, rows, alone, words):
        built = _Built.without_head(rows, alone, words)
    else:
        built = _Built(made_head.columns - 1, max(len(made_head.leaves), 1), made_head)
    doubts: list[Finding] = []
    out: list[Row] = list(_head_rows(before, built, doubts))
    out.extend(_group_row(group.lines, built.target + 1) for group in opening)
    repairs: list[Repair] = []
    for row in rows:
        out.extend(_rows(row, built, alone, words, doubts))
        repairs.extend(row.raw.repairs)
        repairs.extend(repair for part in row.parts for repair in part.repairs)
    lines = [line for group in groups for line in group.lines]
    place = Place(lines[0].page, lines[0].number, lines[-1].number)
    return Table(tuple(out), place, tuple(repairs)), tuple(doubts)


@dataclass(frozen=True, slots=True)
class _Built:
    """How the rows of a table are cut."""

    target: int
    """Columns after the row number."""
    leaves: int
    head: Head | None

    @staticmethod
    def without_head(rows: Sequence[_CellTexts], alone: frozenset[str], words: References) -> "_Built":
        """Take the number of columns in which most rows can be read; of several such numbers the largest."""
        votes: dict[int, int] = {}
        for row in rows:
            for target in range(1, 9):
                if cells([part.text for part in row.parts], target, 1, alone, words) is not None:
                    votes[target] = votes.get(target, 0) + 1
        best = max(votes, key=lambda target: (votes[target], target), default=1)
        return _Built(best, 1, None)


def _texts(raw: RawRow, raws: Sequence[RawRow], known: frozenset[str]) -> _CellTexts:
    return _CellTexts(raw, tuple(cell_text(part, _width(raws, index), known) for index, part in enumerate(raw.parts)))


def _width(raws: Sequence[RawRow], index: int) -> ExtractedColumn:
    """Return the width of the column that the parts at ``index`` stand in; parts that hold several cells do not show
    it."""
    several = [part for raw in raws for part in raw.parts[index : index + 1] if len(part) > 1]
    return column(line for part in several for line in part)


def _opening_group_row(before: tuple[Group, ...], words: References) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Part the row that names the first group of rows from the head above it.

    It is one line, begins with a capital, and stands after the ranges of the head or is far longer than all labels.
    """
    last = before[-1] if before else None
    if last is None or len(before) < 2 or len(last.lines) > 1 or not last.lines[0].text[:1].isupper():
        return before, ()
    widest = max(len(line.text) for group in before[:-1] for line in group.lines)
    after_ranges = bool(head(before[:-1], words).leaves) and not head(before, words).leaves
    return (before[:-1], (last,)) if after_ranges or len(last.lines[0].text) > max(2 * widest, 50) else (before, ())


def _agrees(made: Head, rows: Sequence[_CellTexts], alone: frozenset[str], words: References) -> bool:
    """Tell whether at least half of the rows can be read in the columns of the head."""
    if made.counted and len(made.counted) != made.columns:
        return False
    leaves = max(len(made.leaves), 1)
    fitting = sum(
        any(
            cells([part.text for part in kept], made.columns - 1, leaves, alone, words)
            for kept in (row.parts, row.parts[:-1])
            if kept
        )
        for row in rows
    )
    return 2 * fitting >= len(rows)


def _head_rows(before: Sequence[Group], built: _Built, doubts: list[Finding]) -> list[Row]:
    lines = [line for group in before for line in group.lines]
    if not lines:
        return []
    place = Place(lines[0].page, lines[0].number, lines[-1].number)
    made = built.head
    if made is None:
        text = " ".join(line.text.strip() for line in lines)
        doubts.append(_uncertain(lines[0], text))
        return [Row((Cell(text, colspan=built.target + 1),), place, header=True)]
    if not made.leaves:
        out = [Row(tuple(Cell(text) for text in (made.number, *made.labels)), place, header=True)]
    else:
        deep = [Cell(text, rowspan=2) for text in (made.number, *made.labels[:-1])]
        spanning = Cell(made.labels[-1], colspan=len(made.leaves))
        out = [
            Row((*deep, spanning), place, header=True),
            Row(tuple(Cell(text) for text in made.leaves), place, header=True),
        ]
    if made.counted:
        out.append(Row(tuple(Cell(text) for text in made.counted), place, header=True))
    return out


def _rows(row: _CellTexts, built: _Built, alone: frozenset[str], words: References, doubts: list[Finding]) -> list[Row]:
    """Return a numbered row, and the row below it that names the next group of rows, where there is one."""
    texts = [part.text for part in row.parts]
    named = len(texts) > 1 and _names_group(row.raw.parts[-1], texts[-1], alone, words)
    made: tuple[tuple[str, int], ...] | None = None
    parts, group = row.parts, []
    # What is surer comes first: values are parted from names before a last part is taken for one more cell.
    for forced, grouped in ((True, False), (True, True), (False, False), (False, True)):
        if grouped and not named:
            continue
        kept = texts[:-1] if grouped else texts
        made = cells(kept, built.target, built.leaves, alone, words, forced=forced)
        if made is not None:
            if grouped:
                parts, group = row.parts[:-1], [_group_row(row.raw.parts[-1], built.target + 1)]
            break
    own = [row.raw.first, *(line for part in row.raw.parts[: len(parts)] for line in part)]
    place = Place(row.raw.first.page, row.raw.first.number, max(line.number for line in own))
    if made is None:
        spare = built.target - len(texts)
        made = tuple((text, 1 + max(spare, 0) if index == len(texts) - 1 else 1) for index, text in enumerate(texts))
        doubts.append(_uncertain(row.raw.first, " ".join([row.raw.number or "", *texts]).strip()))
    elif row.raw.torn or any(part.doubts for part in parts):
        told = tuple(doubt for part in parts for doubt in part.doubts)
        doubts.append(_uncertain(row.raw.first, " ".join([row.raw.number or "", *texts]).strip(), told))
    cells_made = tuple(Cell(text, colspan=span) for text, span in made)
    return [Row((Cell(row.raw.number or ""), *cells_made), place), *group]


def _names_group(lines: Sequence[ExtractLine], text: str, alone: frozenset[str], words: References) -> bool:
    """Tell whether a part can be the row that names a group: a capital, no value, and not seen as a cell twice."""
    return text[:1].isupper() and not is_value(text, alone - {text}, words) and not lines[0].text.endswith("-")


def _group_row(lines: Sequence[ExtractLine], columns: int) -> Row:
    text = " ".join(line.text.strip() for line in lines)
    return Row((Cell(text, colspan=columns),), Place(lines[0].page, lines[0].number, lines[-1].number))


def _uncertain(line: ExtractLine, text: str, candidates: tuple[str, ...] = ()) -> Finding:
    return finding(
        "read.cells_uncertain",
        FindingPlace(page=line.page, line=line.number),
        case="row",
        text=text,
        candidates=candidates,
    )
