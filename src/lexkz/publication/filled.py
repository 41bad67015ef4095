"""A form filled in: its wording untouched, each value in its blank; and the way back from blanks to data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from lexkz.annex.form_model import Blank, BlankPart, Field, Form, FormLine, FormTable, Style
from lexkz.annex.marked_fields import TICKED, UNTICKED, is_ticked
from lexkz.annex.values import number
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of

_LEAST = 6
"""Underscores that are left for a hand to write, where the value before them takes the blank's room."""


@dataclass(frozen=True, slots=True)
class BlankEntry:
    """One blank, or a share of one."""

    tag: str
    """Name of the field, with the part of a date (``kuni.month``) or the row and column (``zhurnal.0.c2``)."""
    label: str
    text: str
    given: bool
    """False where no value was given, and the blank stands as it is printed."""
    values: tuple[str, ...] = ()
    """What can be chosen instead."""
    other: bool = True
    """False where nothing but one of ``values`` can stand there."""
    ticks: bool = False
    """True for a box, ticked or not."""


@dataclass(frozen=True, slots=True)
class FilledLine:
    """One paragraph: words as printed, and entries."""

    pieces: tuple[str | BlankEntry, ...]
    style: Style
    depth: int


@dataclass(frozen=True, slots=True)
class FilledCell:
    """One cell of a table."""

    lines: tuple[FilledLine, ...]
    column: int
    rows: int
    columns: int
    header: bool


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A table; a merged cell stands once, where it begins."""

    rows: tuple[tuple[FilledCell, ...], ...]
    width: int


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with its values."""

    title: str | None
    lang: Lang
    blocks: tuple[FilledLine | FilledSheet, ...]


_EMPTY_ROWS = 5
"""Rows of a journal that a form to be filled in by hand has at least."""
_ROOM = "\u2002" * 4
"""What an empty cell of such a form shows: something to click on."""


def empty(form: Form) -> FilledForm:
    """Return ``form`` with each of its blanks to be filled in, the rows of its journals, too."""
    filler = _Filler(form, {})
    filler.empty = True
    return filler.fill()


def fill(form: Form, data: Mapping[str, Any]) -> FilledForm:
    """Return ``form`` filled in with ``data``, in which :func:`.form_schema.problems` finds no fault.

    A blank for which there is no value stays as printed. A value that is written over several lines is parted between
    words; a blank that holds several fields holds them in their order.
    """
    return _Filler(form, data).fill()


class _Filler:
    def __init__(self, form: Form, data: Mapping[str, Any]) -> None:
        self.form = form
        self.data = data
        self.empty = False
        """Rows of journals are to be written into."""
        self.months = words_of(form.lang).fields.months
        self.printed = {
            piece.id: piece.text for line in _lines(form) for piece in line.pieces if isinstance(piece, Blank)
        }
        self.room = {blank: len(text) for blank, text in self.printed.items()}
        self.entries: dict[str, list[BlankEntry]] = {}
        for field in form.fields:
            if field.kind != "table":
                for blank, entry in self._entries(field):
                    self.entries.setdefault(blank, []).append(entry)

    def fill(self) -> FilledForm:
        blocks = tuple(
            self._line(block) if isinstance(block, FormLine) else self._sheet(block) for block in self.form.blocks
        )
        return FilledForm(self.form.title, self.form.lang, blocks)

    def _entries(self, field: Field) -> list[tuple[str, BlankEntry]]:
        value = self.data.get(field.name)
        if any(part.role for part in field.parts):
            return [
                (part.blank, _entry(field, f"{field.name}.{part.role}", _date(value, part.role or "", self.months)))
                for part in field.parts
            ]
        if field.kind == "check" or any(part.option is not None for part in field.parts):
            return [
                (part.blank, _box(field, place, part, value, self.printed.get(part.blank, UNTICKED)))
                for place, part in enumerate(field.parts)
            ]
        text = _written(field, value)
        if field.marked:
            entry = _entry(field, field.name, text if text is not None else _there(field))
            return [(part.blank, entry) for part in field.parts]
        pieces = _parted(text, [self.room[part.blank] for part in field.parts]) if text else []
        return [
            (part.blank, _entry(field, field.name, pieces[place] if place < len(pieces) else None))
            for place, part in enumerate(field.parts)
        ]

    def _line(self, line: FormLine) -> FilledLine:
        made: list[str | BlankEntry] = []
        for piece in line.pieces:
            if isinstance(piece, Blank):
                made.extend(self._blank(piece))
            else:
                made.append(piece.text)
        return FilledLine(tuple(made), line.style, line.depth)

    def _blank(self, blank: Blank) -> list[str | BlankEntry]:
        entries = self.entries.get(blank.id)
        if not entries:
            return [blank.text]
        given = [entry for entry in entries if entry.given]
        if not given:
            # One share of the blank for each field, so that each can be written into later.
            each, rest = divmod(len(blank.text), len(entries))
            return [
                replace(entry, text=blank.text[: each + (rest if not place else 0)])
                for place, entry in enumerate(entries)
            ]
        waiting = [entry for entry in entries if not entry.given]
        left = max(len(blank.text) - sum(len(entry.text) for entry in given), _LEAST * len(waiting))
        made: list[str | BlankEntry] = []
        for entry in entries:
            share = BlankEntry(entry.tag, entry.label, "_" * (left // max(len(waiting), 1)), False)
            made.extend(([" "] if made else []) + [entry if entry.given else share])
        return made

    def _sheet(self, sheet: FormTable) -> FilledSheet:
        rows = [tuple(self._cell(cell.lines, cell) for cell in row) for row in sheet.rows]
        field = next((one for one in self.form.fields if one.kind == "table" and one.eid == sheet.id), None)
        given = self.data.get(field.name) if field is not None else None
        if field is not None and self.empty:
            given = [{}] * max(_EMPTY_ROWS, len(rows) - sheet.heads)
        if field is not None and given:
            rows[sheet.heads :] = [
                tuple(
                    FilledCell((self._table_entry(field, place, key.key, row),), column, 1, 1, False)
                    for column, key in enumerate(field.columns)
                )
                for place, row in enumerate(given)
            ]
        return FilledSheet(tuple(rows), len(sheet.columns))

    def _cell(self, lines: tuple[FormLine, ...], cell: Any) -> FilledCell:
        return FilledCell(tuple(self._line(line) for line in lines), cell.column, cell.rows, cell.columns, cell.header)

    def _table_entry(self, field: Field, place: int, key: str, row: Mapping[str, str]) -> FilledLine:
        text = row.get(key)
        room = _ROOM if self.empty else ""
        label = next(one.label for one in field.columns if one.key == key)
        return FilledLine((BlankEntry(f"{field.name}.{place}.{key}", label, text or room, bool(text)),), "text", 0)


def read_back(form: Form, entries: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the data that a filled ``form`` holds, given the tag and text of each entry in it.

    It is what :func:`fill` was given, a number written otherwise apart (``1.0`` and ``1``). What a hand wrote that
    is not what the field holds stays as it was written, for :func:`.form_schema.problems` to say so.
    """
    months = words_of(form.lang).fields.months
    known: dict[str, list[tuple[str, str]]] = {}
    for tag, text in entries:
        name, _dot, role = tag.partition(".")
        known.setdefault(name, []).append((role, text))
    made: dict[str, Any] = {}
    for field in form.fields:
        given = known.get(field.name)
        if not given:
            continue
        if field.kind == "table":
            made[field.name] = _rows(given)
        elif any(part.role for part in field.parts):
            made[field.name] = _iso(dict(given), months)
        elif field.kind == "check":
            made[field.name] = is_ticked(given[0][1])
        elif any(part.option is not None for part in field.parts):
            ticked = [int(role) for role, text in given if is_ticked(text)]
            if ticked and ticked[0] < len(field.parts):
                made[field.name] = field.parts[ticked[0]].option
        elif field.marked:
            made[field.name] = value_in(field, given[0][1])
        else:
            made[field.name] = value_in(field, _joined([text for _role, text in given]))
    return made


def _joined(pieces: list[str]) -> str:
    """The lines of one value: a hand leaves no space at the end of a line."""
    text = pieces[0]
    for piece in pieces[1:]:
        text += piece if not text or text[-1].isspace() or piece[:1].isspace() else f" {piece}"
    return text


def _rows(given: list[tuple[str, str]]) -> list[dict[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for role, text in given:
        place, _dot, key = role.partition(".")
        rows.setdefault(int(place), {})[key] = text
    return [rows[place] for place in sorted(rows)]


def _entry(field: Field, tag: str, text: str | None) -> BlankEntry:
    return BlankEntry(tag, field.label, text or "", text is not None, field.values, field.other or not field.values)


def _box(field: Field, place: int, part: BlankPart, value: Any, printed: str) -> BlankEntry:
    """Return a box to tick: as the data say, else as it is ``printed``."""
    tag = f"{field.name}.{place}" if part.option is not None else field.name
    if value is None:
        return BlankEntry(tag, field.label, printed, True, ticks=True)
    ticked = value is True if part.option is None else value == part.option
    return BlankEntry(tag, field.label, TICKED if ticked else UNTICKED, True, ticks=True)


def _there(field: Field) -> str | None:
    """Return what a field of the file holds already."""
    return field.value if isinstance(field.value, str) else None


def _written(field: Field, value: Any) -> str | None:
    if value is None:
        return None
    if field.kind == "number":
        return format(Decimal(repr(value)), "f").replace(".", ",")
    if field.kind == "date":
        year, month, day = str(value).split("-")
        return f"{day}.{month}.{year}"
    return str(value)


_NUMBER = re.compile(r"\s*[-+]?\d[\d\s]*(?:[.,]\d+)?\s*")
_DAY = re.compile(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*")


def value_in(field: Field, text: str) -> Any:
    """Return the number or day that ``text`` writes in a field of that kind, as ISO date; else the text."""
    if field.kind == "number":
        return number(text) if _NUMBER.fullmatch(text) else text
    if field.kind == "date":
        day = _DAY.fullmatch(text)
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else text
    return text


def _date(value: Any, role: str, months: tuple[str, ...]) -> str | None:
    if value is None:
        return None
    year, month, day = str(value).split("-")
    return {"year": year, "year2": year[2:], "day": day, "month": months[int(month) - 1]}[role]


def _iso(given: Mapping[str, str], months: tuple[str, ...]) -> str:
    parts = {role: text.strip() for role, text in given.items()}
    year = parts["year"] if "year" in parts else f"20{parts.get('year2', '')}"
    month, day = parts.get("month", "").casefold(), parts.get("day", "")
    if month not in months or not day.isdecimal() or not year.isdecimal():
        return " ".join(parts.values())
    return f"{year}-{months.index(month) + 1:02}-{int(day):02}"


def _parted(text: str, rooms: list[int]) -> list[str]:
    """Part ``text`` over blanks with room for so many letters each; the last takes what is left, nothing is lost."""
    made: list[str] = []
    rest = text
    for room in rooms[:-1]:
        if len(rest) <= room:
            break
        cut = rest.rfind(" ", 0, room + 1) + 1
        if not cut:
            break
        made.append(rest[:cut])
        rest = rest[cut:]
    return [*made, rest] if rest else made


def _lines(form: Form) -> Iterable[FormLine]:
    for block in form.blocks:
        if isinstance(block, FormLine):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)
