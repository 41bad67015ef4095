"""Tables of the two languages of an act: how many, their rows and columns, the numbers in each row."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.comparison.witness.disagreement import Disagreement, WitnessSide, disagreement
from lexkz.comparison.witness.portions import Portion
from lexkz.comparison.witness.qualified import turned
from lexkz.comparison.witness.said import apart, said


@dataclass(frozen=True, slots=True)
class _Row:
    eid: str | None
    cells: tuple[str, ...]
    columns: int

    @property
    def text(self) -> str:
        return " | ".join(self.cells)

    @property
    def number(self) -> str:
        """What the first cell says, where that is a number: rows are known by it."""
        first = self.cells[0].strip(" .)") if self.cells else ""
        return first if first[:1].isdigit() and len(first) < 8 else ""


def table_disagreements(kaz: Portion, rus: Portion) -> Iterator[Disagreement]:
    """Yield where the tables of a portion disagree."""
    tables = [[_rows(table) for table in portion.tables] for portion in (kaz, rus)]
    if len(tables[0]) != len(tables[1]):
        sides = WitnessSide(kaz.eid), WitnessSide(rus.eid)
        yield disagreement("agree.tables", kaz.key, *sides, said=(str(len(tables[0])), str(len(tables[1]))))
        return
    for here, there in zip(*tables, strict=True):
        yield from _table(kaz, rus, here, there)


def _rows(table: etree._Element) -> list[_Row]:
    out = []
    for row in table.iter(q("tr")):
        cells = [cell for cell in row if cell.tag in (q("td"), q("th"))]
        texts = tuple(" ".join(paragraphs(cell)) for cell in cells)
        if any(texts):
            out.append(_Row(row.get("eId"), texts, sum(span(cell, "colspan") for cell in cells)))
    return out


def _table(kaz: Portion, rus: Portion, here: list[_Row], there: list[_Row]) -> Iterator[Disagreement]:
    columns = [max((row.columns for row in rows), default=0) for rows in (here, there)]
    if columns[0] != columns[1]:
        sides = _side(kaz, here[:1]), _side(rus, there[:1])
        yield disagreement("agree.table_columns", kaz.key, *sides, said=(str(columns[0]), str(columns[1])))
    numbers = [[row.number for row in rows] for rows in (here, there)]
    alone = (
        [row for row in here if row.number and row.number not in numbers[1]],
        [row for row in there if row.number and row.number not in numbers[0]],
    )
    if len(here) != len(there) or alone[0] or alone[1]:
        sides = _side(kaz, alone[0] or here[-1:]), _side(rus, alone[1] or there[-1:])
        told = [
            f"{len(rows)} ({', '.join(row.number for row in only)})" if only else str(len(rows))
            for rows, only in zip((here, there), alone, strict=True)
        ]
        yield disagreement("agree.table_rows", kaz.key, *sides, said=(told[0], told[1]))
    for one, other in _pairs(here, there):
        say = said("\n".join(one.cells), "kaz"), said("\n".join(other.cells), "rus")
        values = apart(say[0], say[1])
        sides = WitnessSide(one.eid or kaz.eid, one.text), WitnessSide(other.eid or rus.eid, other.text)
        if values[0] or values[1]:
            told = [", ".join(each) for each in values]
            yield disagreement("agree.number", _unit(kaz, one), *sides, said=(told[0], told[1]))
        else:
            for code, *words in turned(one.text, other.text):
                yield disagreement(code, _unit(kaz, one), *sides, said=(words[0], words[1]))
        if len(one.cells) != len(other.cells) and columns[0] == columns[1]:
            told = [str(len(row.cells)) for row in (one, other)]
            yield disagreement("agree.table_cells", _unit(kaz, one), *sides, said=(told[0], told[1]))


def _unit(portion: Portion, row: _Row) -> str:
    """The key of a row: below that of its portion, which for quoted text is not its eId."""
    inner = (row.eid or "").removeprefix(portion.eid) if portion.eid else ""
    return f"{portion.key}{inner}" if inner.startswith("__") else row.eid or portion.key


def _pairs(here: list[_Row], there: list[_Row]) -> Iterator[tuple[_Row, _Row]]:
    """The same row of both tables: by place where there are as many, else by number."""
    if len(here) == len(there):
        yield from zip(here, there, strict=True)
        return
    by_number = {row.number: row for row in there if row.number}
    for row in here:
        if row.number in by_number:
            yield row, by_number.pop(row.number)


def _side(portion: Portion, rows: list[_Row]) -> WitnessSide:
    row = rows[0] if rows else None
    return WitnessSide((row.eid if row else None) or portion.eid, row.text if row else "")
