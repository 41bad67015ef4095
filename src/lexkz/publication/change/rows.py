"""The rows of a comparison: a paragraph or a piece of a table before and after; what did not change is folded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lexkz.comparison.words import Mark, Words
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.change.marks import MarkedWords, Say, both, cells, side
from lexkz.publication.change.model import ChangedLine
from lexkz.publication.markup import TEMPLATES, Markup, PageIds, joined

TableMark = Mark | Literal["±"]
"""Which side of a row is shown; ``±``: both in one, what is gone before what has come."""
_LONG, _FIRST = 12, 4
"""Lines from which a text alone is folded, and how many of them are seen."""


@dataclass(frozen=True, slots=True)
class _TableCell:
    said: str
    pieces: tuple[MarkedWords, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class _TableRow:
    eid: str
    head: bool
    cells: tuple[_TableCell, ...]


class Rows:
    """Writes rows; an eId becomes the id of an element once on a page, at its first place."""

    def __init__(self, say: Say, lang: Lang) -> None:
        self.say = say
        self.code = words_of(lang).layout.code
        self.ids = PageIds()
        self.html = TEMPLATES.pieces("rows")

    def compared(self, lines: Sequence[ChangedLine]) -> Markup:
        """Return lines before and after, those that did not change folded."""
        return joined(
            self._changed(tuple(group)) if changed else self.folded(tuple(group))
            for changed, group in groupby(lines, key=lambda line: bool(line.types))
        )

    def unknown(self, lines: Sequence[ChangedLine]) -> Markup:
        """Return lines after, where what stood before is not known; of a long text only the first are unfolded."""
        there = [line for line in lines if line.new is not None]
        after = self._plain(there[:_FIRST] if len(there) > _LONG else there) or self.html.absent(self.say("fell away"))
        eid = self.ids.once(lines[0].eid) if lines else ""
        made = Markup(self.html.only(after, eid, self.code))
        if len(there) <= _LONG:
            return made
        rest = self.html.in_language(self.code, self._plain(there[_FIRST:]))
        said = self.say("More paragraphs: {count}").format(count=len(there) - _FIRST)
        return made + Markup(self.html.folded(said, rest))

    def folded(self, lines: Sequence[ChangedLine], *, far: int = 0, after: Sequence[ChangedLine] = ()) -> Markup:
        """Return lines that did not change, folded; ``far`` others, which are counted only, stand before ``after``."""
        rows = all(line.row for line in (*lines, *after))
        said = self.say("Unchanged rows: {count}" if rows else "Unchanged paragraphs: {count}")
        ends = [self.html.in_language(self.code, self._plain(each)) if each else "" for each in (lines, after)]
        inner = Markup(self.html.far(far, self.say) if far else "").join(ends)
        return Markup(self.html.folded(said.format(count=len(lines) + far + len(after)), inner))

    def around(self, around: tuple[ChangedLine | None, ChangedLine | None]) -> Markup:
        """Return the neighbours of a change, folded; nothing where none is known."""
        if around == (None, None):
            return Markup()
        before, after = (self._plain(() if line is None else (line,)) for line in around)
        return Markup(self.html.around(before, after, self.code, self.say))

    def _changed(self, lines: Sequence[ChangedLine]) -> Markup:
        made: list[Markup] = []
        for row, group in groupby(lines, key=lambda line: line.row):
            if row:
                made.append(self._tables(tuple(group)))
            else:
                made.extend(self._paragraphs(tuple(same)) for same in _runs(group))
        return joined(made)

    def _paragraphs(self, lines: Sequence[ChangedLine]) -> Markup:
        """One paragraph in both texts, or several that came or went one after another."""
        eid = self.ids.once(lines[0].eid)
        old = None if lines[0].old is None else self.html.unlinked([side(line.words, "-") for line in lines])
        new = None
        if lines[0].new is not None:
            own = ["", *(self.ids.once(line.eid) for line in lines[1:])]
            each = [(side(line.words, "+"), line.eid, at) for line, at in zip(lines, own, strict=True)]
            new = self.html.linked(each, self.say)
        return self._row(old, new, eid)

    def _tables(self, lines: Sequence[ChangedLine]) -> Markup:
        old = [line for line in lines if line.old is not None]
        new = [line for line in lines if line.new is not None]
        if all(_has_same_cells(line) for line in lines):
            return Markup(self.html.together(self._table(lines, "±"), self.code))
        before, after = self._table(old, "-") if old else None, self._table(new, "+") if new else None
        return self._row(before, after, "", kind="lxc-row lxc-rows")

    def _plain(self, lines: Sequence[ChangedLine]) -> Markup:
        """Lines as they are, no words marked."""
        return joined(
            self._table(tuple(group), "=")
            if row
            else self.html.paragraphs([line.new or line.old or "" for line in group])
            for row, group in groupby(lines, key=lambda line: line.row)
        )

    def _table(self, lines: Sequence[ChangedLine], mark: TableMark) -> Markup:
        # A piece out of a table says again what its columns are.
        above = () if any(line.head for line in lines) else lines[0].above
        heads = [self._table_row(line, "=", len(above) - at, linked=False) for at, line in enumerate(above)]
        rest = [self._table_row(line, mark, len(lines) - at) for at, line in enumerate(lines)]
        return Markup(self.html.table_of([*heads, *rest], self.say))

    def _table_row(self, line: ChangedLine, mark: TableMark, left: int, *, linked: bool = True) -> _TableRow:
        said = line.old if mark == "-" else line.new if line.new is not None else line.old
        spans = line.old_spans if mark == "-" else line.new_spans or line.old_spans
        words: Words = (("=", said or ""),) if mark == "=" else line.words
        sign: Mark = mark if mark != "±" else "+" if line.new is not None else "-"
        own = tuple(cells(words, sign))
        # Of rows that a cell spans only as many as are shown.
        taken = (
            [(columns, min(rows, left)) for columns, rows in spans] if len(spans) == len(own) else [(1, 1)] * len(own)
        )
        eid = self.ids.once(line.eid) if mark != "-" and linked else ""
        shown = [both(one) if mark == "±" else side(one, sign) for one in own]
        made = (_TableCell(_said(one, sign), pieces, *at) for one, pieces, at in zip(own, shown, taken, strict=True))
        return _TableRow(eid, line.head, tuple(made))

    def _row(self, old: Markup | None, new: Markup | None, eid: str, kind: str = "lxc-row") -> Markup:
        before = self.html.absent(self.say("was not there")) if old is None else old
        after = self.html.absent(self.say("fell away")) if new is None else new
        langs = tuple("" if one is None else self.code for one in (old, new))
        return Markup(self.html.row(before, after, eid, langs, kind))


def _has_same_cells(line: ChangedLine) -> bool:
    """True for a row whose cells stand over one another, so that each can show what changed in it."""
    if line.old is None or line.new is None:
        return True
    return line.old.count("\t") == line.new.count("\t") and line.old_spans == line.new_spans


def _said(words: Words, mark: Mark) -> str:
    return "".join(said for kind, said in words if kind in ("=", mark))


def _runs(lines: Iterable[ChangedLine]) -> Iterator[list[ChangedLine]]:
    """Give lines one by one, but those that only came, or only went, as one."""
    run: list[ChangedLine] = []
    for line in lines:
        if run and line.types == run[0].types and line.types in (("added",), ("removed",)):
            run.append(line)
            continue
        if run:
            yield run
        run = [line]
    if run:
        yield run
