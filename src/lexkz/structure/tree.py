"""The tree of units: which line begins a unit, to which unit each other line belongs, what is a heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from lexkz.akn.numbers import follows
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Table
from lexkz.reading.limits import tick
from lexkz.structure.bare_chapters import bare_chapters
from lexkz.structure.labels import DIVISIONS, Label, label
from lexkz.structure.large_numbers import by_sequence
from lexkz.structure.lines import Line
from lexkz.structure.notes import is_continued, is_editors, is_own
from lexkz.structure.quotation import Flow
from lexkz.structure.quoted import Quoted
from lexkz.structure.quotes import goes_on

Mode = Literal["body", "mainBody", "quoted"]
"""What stands around the units; it decides what an unnumbered line at the top is."""

_RANKS = {"root": -1, **{kind: rank for rank, kind in enumerate(DIVISIONS)}}
_RANKS |= {"hcontainer": len(DIVISIONS), "article": 6, "paragraph": 7, "subparagraph": 8}


@dataclass(slots=True)
class Own:
    """A line of a unit that carries no number, with its ordinal among the unit's абзацы, and the tables under it."""

    line: Line | Quoted | None
    """None: tables stand here before any line."""
    ordinal: int
    tables: list[Table] = field(default_factory=list)
    note: bool = False
    more: list[Line] = field(default_factory=list)
    """Lines that go on in the middle of quoted words, which a source broke in two."""


@dataclass(slots=True)
class GrowingUnit:
    """A unit while the tree grows."""

    kind: str
    label: Label | None = None
    headings: list[Line] = field(default_factory=list)
    head: Own | None = None
    """The unit's text on the line of its number."""
    below: list["Own | GrowingUnit"] = field(default_factory=list)
    count: int = 0
    """Абзацы so far, those of its subunits included."""
    first: Line | None = None
    """The line with which it begins."""
    awaits_heading: bool = False
    eid: str = ""

    @property
    def rank(self) -> int:
        """Place of its kind among the kinds, outermost first."""
        return _RANKS[self.kind]


@dataclass(slots=True)
class Note:
    """An editors' note, and the units that were open where it stands, innermost last."""

    line: Line
    open: tuple[GrowingUnit, ...]


@dataclass(slots=True)
class Tree:
    """The units of one stretch of text."""

    root: GrowingUnit
    notes: list[Note]


def grow(flow: Sequence[Flow], lang: Lang, mode: Mode, *, heads: bool = False) -> Tree:
    """Return the tree of ``flow``, the lines of a body, of an annex or of quoted content.

    Абзацы are counted by the rule of legal technique: the line with the number is the first, lines of subunits count,
    so do quoted lines of an amending act; a heading is not counted. A line in capitals after a list that ended with a
    full stop belongs to the unit that holds the list, not to its last item. With ``heads`` the line of an article is
    its heading even where nothing stands under it.
    """
    return _Grower(flow, lang, mode, heads).grow()


def text_of(item: Line | Quoted) -> str:
    """Return the printed line: of a quotation, its instruction."""
    return item.text if isinstance(item, Line) else item.instruction.text


def line_of(item: Line | Quoted) -> Line:
    """Return the line itself: of a quotation, its instruction."""
    return item if isinstance(item, Line) else item.instruction


class _Grower:
    def __init__(self, flow: Sequence[Flow], lang: Lang, mode: Mode, heads: bool) -> None:
        self.flow = flow
        self.lang: Lang = lang
        self.words = words_of(lang).structure
        self.mode = mode
        self.heads = heads
        found = [None if isinstance(item, Table) else label(text_of(item), lang, large=True) for item in flow]
        self.labels = by_sequence(found, begins=mode == "quoted")
        if mode != "quoted":
            self.labels = bare_chapters(flow, self.labels, self._is_note_at)
        self.root = GrowingUnit("root")
        self.stack = [self.root]
        self.notes: list[Note] = []
        self.ended = False
        """The last line ended a sentence."""
        self.seen: set[str] = set()
        """Numbers of the points so far, and of those that they stand under ("3" of "3-1")."""

    def grow(self) -> Tree:
        for place, item in enumerate(self.flow):
            tick()
            if isinstance(item, Table):
                self._table(item)
            elif isinstance(item, Line) and self._is_editors(item, place):
                self.notes.append(Note(item, tuple(self.stack)))
            else:
                found = self.labels[place]
                if found is not None and not self._spoken_of(found):
                    self._open(found, item, place)
                else:
                    self._line(item, place)
                if found is not None and found.kind == "paragraph":
                    self.seen |= {found.number, found.number.rpartition("-")[0]}
        return Tree(self.root, self.notes)

    def _is_editors(self, item: Line, place: int) -> bool:
        if self.mode == "quoted":
            return False
        if is_editors(item, self.lang):
            return True
        before = self.flow[place - 1] if place else None
        if self.labels[place] is not None or not isinstance(before, Line):
            return False
        return is_continued(item.text, before.text, self.lang)

    def _is_note_at(self, place: int) -> bool:
        item = self.flow[place]
        return isinstance(item, Line) and self._is_editors(item, place)

    def _spoken_of(self, found: Label) -> bool:
        """Tell whether a weak label ("2.5 млн", "Статья 5 Закона") is no unit here: nothing before it calls for it."""
        if found.complete or found.kind != "paragraph":
            return False
        return found.number.rpartition("-")[0] not in self.seen

    def _open(self, found: Label, item: Line | Quoted, place: int) -> None:
        unit = GrowingUnit(found.kind, found, first=line_of(item))
        self._descend(unit)
        self.stack[-1].below.append(unit)
        self.stack.append(unit)
        rest = _with_text(item, found.rest)
        inner = label(found.rest, self.lang) if found.kind in ("article", "paragraph", "subparagraph") else None
        if inner is not None and inner.rest and _RANKS[inner.kind] > unit.rank and inner.number in ("1", "а", "a"):
            # The list begins on the line of the unit's own number: «3. 1) бір;».
            nested = GrowingUnit(inner.kind, inner, first=line_of(item))
            unit.below.append(nested)
            self.stack.append(nested)
            self._count(item)
            nested.head = Own(_with_text(rest, inner.rest), 1)
            self._note_end(item)
            return
        headed = found.kind in DIVISIONS or (found.kind == "article" and self._is_heading(found, place))
        if headed and isinstance(item, Line):
            unit.awaits_heading = not found.rest
            unit.headings = [line_of(rest)] if found.rest else []
        else:
            self._count(item)
            unit.head = Own(rest, 1)
        self._note_end(item)

    def _descend(self, unit: GrowingUnit) -> None:
        """Close the open units that ``unit`` does not belong to."""
        if unit.kind != "subparagraph":
            while len(self.stack) > 1 and self.stack[-1].rank >= unit.rank:
                self.stack.pop()
            return
        assert unit.label is not None
        for depth in range(len(self.stack) - 1, 0, -1):
            open_label = self.stack[depth].label
            if (
                self.stack[depth].kind == "subparagraph"
                and open_label is not None
                and open_label.style == unit.label.style
            ):
                del self.stack[depth:]
                return

    def _is_heading(self, found: Label, place: int) -> bool:
        """Tell whether what stands behind an article's number is its heading (else it is the article's text)."""
        if not found.rest:
            return True
        end = found.rest.rstrip('"»”) ')[-1:]
        if end in ":;":
            return False
        following = self._following(place)
        if following is None:
            return self.heads
        below = self.labels[following]
        if below is not None and below.style == "1.":
            return True
        if end == "." and not found.rest.endswith(")"):
            return False
        nothing_below = below is not None and below.kind in ("article", *DIVISIONS)
        return not nothing_below

    def _following(self, place: int) -> int | None:
        for later in range(place + 1, len(self.flow)):
            item = self.flow[later]
            if not (isinstance(item, Line) and self._is_editors(item, later)):
                return later
        return None

    def _line(self, item: Line | Quoted, place: int) -> None:
        top = self.stack[-1]
        text = text_of(item)
        if isinstance(item, Line):
            if self._goes_to_heading(top, item):
                top.headings.append(item)
                top.awaits_heading = False
                return
            headed = item.heading is not None and any(map(str.isalpha, text))
            if self.mode != "quoted" and headed and not text.endswith((":", ";", ".")):
                self._open_unnumbered(item)
                return
            last = top.below[-1] if top.below else top.head
            if isinstance(last, Own) and isinstance(last.line, Line) and not last.tables:
                before = last.more[-1] if last.more else last.line
                if goes_on(before.text, item.text):
                    last.more.append(item)
                    self._note_end(item)
                    return
        top.awaits_heading = False
        note = isinstance(item, Line) and is_own(item.text, self.lang)
        if note and any(unit.kind == "article" for unit in self.stack):
            # A note closes its article, whatever point stands before it.
            while self.stack[-1].kind != "article":
                self.stack.pop()
        self._leave_lists(text, place)
        top = self.stack[-1]
        if top.label is not None and top.head is not None and top.head.line is not None and top.count == 1:
            head = top.head.line
            if isinstance(head, Line) and not head.text and not top.below:
                # The number stands on a line of its own: this is the text that it numbers.
                top.head.line = item
                self._note_end(item)
                return
        first = self._count(item)
        own = Own(item, first[id(top)], note=note)
        top.below.append(own)
        self._note_end(item)

    def _goes_to_heading(self, top: GrowingUnit, item: Line) -> bool:
        if top.awaits_heading:
            return top.kind in DIVISIONS or item.text[-1] not in ".;:"
        if not top.headings or top.below or top.head is not None or top.kind == "hcontainer":
            return False
        before = top.headings[-1].text
        if before[-1] in ".:;":
            return False
        if item.text[0].islower():
            return True
        return top.kind in DIVISIONS and before.isupper() and item.text.isupper()

    def _open_unnumbered(self, item: Line) -> None:
        unit = GrowingUnit("hcontainer", headings=[item], first=item)
        self._descend(unit)
        self.stack[-1].below.append(unit)
        self.stack.append(unit)

    def _leave_lists(self, text: str, place: int) -> None:
        capital = next((char.isupper() for char in text if char.isalpha()), False)
        while self.stack[-1].kind == "subparagraph" and capital and self.ended:
            parent = self.stack[-2]
            if (parent.kind == "root" and self.mode == "quoted") or self._has_successor(self.stack[-1], place):
                return
            self.stack.pop()

    def _has_successor(self, unit: GrowingUnit, place: int) -> bool:
        """Tell whether the list of ``unit`` goes on below: then a line in between belongs to the unit."""
        assert unit.label is not None
        for found in self.labels[place + 1 :]:
            if found is None:
                continue
            if found.kind != "subparagraph":
                return False
            if found.style == unit.label.style:
                return follows(unit.label.number, found.number)
        return False

    def _table(self, table: Table) -> None:
        top = self.stack[-1]
        top.awaits_heading = False
        last = top.below[-1] if top.below else top.head
        if isinstance(last, Own) and (top.kind != "root" or self.mode == "body"):
            last.tables.append(table)
        else:
            top.below.append(Own(None, 0, [table]))
        self.ended = True

    def _count(self, item: Line | Quoted) -> dict[int, int]:
        """Count the lines of ``item`` in all open units; return the ordinal of its first line in each of them."""
        size = 1 if isinstance(item, Line) else 1 + sum(isinstance(part, Line) for part in item.content)
        first = {}
        for unit in self.stack:
            first[id(unit)] = unit.count + 1
            unit.count += size
        return first

    def _note_end(self, item: Line | Quoted) -> None:
        end = item.text if isinstance(item, Line) else item.ending
        self.ended = end.rstrip('"»”) ')[-1:] in ("", ".", "!", "?")


def _with_text(item: Line | Quoted, text: str) -> Line | Quoted:
    if isinstance(item, Line):
        return item.with_text(text)
    return replace(item, instruction=item.instruction.with_text(text))
