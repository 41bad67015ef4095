"""An act as chapters of HTML: each unit has its eId as id and a link to itself, annexes and chapters have headings.

How its lines and tables are written stands in ``templates/text.html``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lexkz.consolidation.naming import unit_name
from lexkz.publication.markup import TEMPLATES, Markup, PageIds
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import Block, SheetCell, SheetLine, SheetRun
from lexkz.publication.sheet.open_state import missing_notes
from lexkz.publication.sheet.signing import signed
from lexkz.publication.web.model import Beside, Chapter
from lexkz.publication.web.units import Units, is_first, units_of
from lexkz.structure import Act

_LONG_BLANK = re.compile("_{12,}")
"""A blank longer than a line is as long as the line: its underscores are no words to be read."""


_ABOVE = frozenset({"corner", "form", "addressee"})
"""Roles of lines that a form or another annex has above its heading."""


def chapters(act: Act, beside: Beside) -> tuple[Chapter, ...]:
    """Return the text of ``act`` as chapters, without its title, which is the page's.

    The first holds what stands under no heading, and has no title. Words are those of ``akn.text.paragraphs``, with
    a mark where text is not known; every one is escaped.
    """
    flow = lay(act.root, lang=language(act.root), references=True)
    writer = _Writer(act, units_of(act.root, flow), beside)
    for block in signed(flow):
        writer.write(block)
    return writer.done()


@dataclass(slots=True)
class _Open:
    """A chapter that is being written."""

    id: str
    level: int
    title: str | None
    parts: list[Markup] = field(default_factory=list)
    within: list[Chapter] = field(default_factory=list)
    titled: bool = False
    """Its own title was met."""
    above: list[Markup] = field(default_factory=list)
    """Lines that stand above the title in the source."""

    def closed(self) -> Chapter:
        text, above = Markup("\n").join(self.parts), Markup("\n").join(self.above)
        return Chapter(self.id, self.title, text, tuple(self.within), above, self.titled or not self.title)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line of the text as its template takes it."""

    eid: str
    """Its id; empty where another element has it."""
    kinds: list[str]
    mark: Markup | str
    begun: list[str]
    """Ids of units that begin on it without a line of their own."""
    number: str
    """The number of its unit, which is the link to the unit; empty where the line does not begin with it."""
    link: str
    """The fragment of the link; empty for a line that has none."""
    name: str
    """What its unit is called, where its number is a link."""
    runs: tuple[SheetRun, ...]
    """Its words after the number."""


class _Writer:
    def __init__(self, act: Act, units: Units, beside: Beside) -> None:
        self.units = units
        self.beside = beside
        self.lang = language(act.root)
        self.elements = {
            element.get("eId", ""): element for element in act.root.iter("{*}attachment") if element.get("eId")
        }
        self.named = {element.get("eId", ""): element for element in act.root.iter("{*}*") if element.get("eId")}
        self.found: list[Chapter] = []
        self.open: list[_Open] = [_Open("", 0, None)]
        self.chain: list[str] = []
        self.attachment = ""
        self.ids = PageIds()
        self.html = TEMPLATES.pieces("text")
        self.opened = ""
        """The unit whose block was opened just before: the next line is its first."""
        self.missing = {one for _unit, texts in missing_notes(act) for one in texts}
        """Notes that are to be seen unfolded, in print too: what they tell of is not in the text."""
        self.heading: str | None = None
        """eId of the heading that the last line was of."""

    def done(self) -> tuple[Chapter, ...]:
        """Close what is open and return the chapters."""
        self._close_to(0)
        return tuple(chapter for chapter in self.found if chapter.html or chapter.title or chapter.chapters)

    def write(self, block: Block) -> None:
        if block.eid:
            self._into(self.units.attachments.get(block.eid, ""))
        if isinstance(block, SheetLine) and block.role in ("heading", "article"):
            self._heading(block)
            return
        if isinstance(block, SheetLine) and block.role == "title":
            return
        self.heading = None
        if isinstance(block, SheetLine) and block.role == "editors_note":
            self._put(self.html.note(block.runs, block.text in self.missing, self.beside))
            return
        self._units(self.units.chains.get(block.eid, ()))
        if isinstance(block, SheetLine):
            (self._put_above if self._is_above(block) else self._put)(self._line(block))
        elif block.borders:
            self._put(self.html.table(block, self.beside))
        else:
            self._put(self.html.signature(block, self.beside))

    def _put(self, html: Markup) -> None:
        self.opened = ""
        self.open[-1].parts.append(html)

    def _is_above(self, line: SheetLine) -> bool:
        """True for what stands on paper between the top of an annex and its heading."""
        chapter = self.open[-1]
        return line.role in _ABOVE and not self.chain and not chapter.titled and chapter.id == self.attachment != ""

    def _put_above(self, html: Markup) -> None:
        self.open[-1].above.append(html)

    def _into(self, attachment: str) -> None:
        if attachment == self.attachment:
            return
        self.attachment = attachment
        if not attachment:
            return
        name = unit_name(self.elements[attachment], self.lang)
        self._begin(_Open(self._id(attachment), self.units.depths[attachment], name))
        # What stands above the text of an annex has no line of its own, and is referred to all the same.
        prefaces = self.elements[attachment].iterfind("{*}doc/{*}preface")
        begun = self.html.anchors([self.ids.once(eid) for one in prefaces if (eid := one.get("eId"))])
        above = (begun, self.beside.marks.get(attachment, ""), self.beside.links.get(attachment, ""))
        if any(above):
            self._put(Markup().join(above))

    def _begin(self, chapter: _Open) -> None:
        self._close_to(chapter.level)
        self.open.append(chapter)
        self.ids.once(chapter.id)

    def _close_to(self, level: int) -> None:
        self._units(())
        while self.open and self.open[-1].level >= level:
            chapter = self.open.pop().closed()
            (self.open[-1].within if self.open else self.found).append(chapter)
        if self.open and self.open[-1].level == 0:
            # What stands under no heading holds no chapters.
            self.found.append(self.open.pop().closed())

    def _heading(self, line: SheetLine) -> None:
        if self.heading == line.eid and self.open[-1].title is not None:
            self.open[-1].title = f"{self.open[-1].title} {line.text}"
            return
        self.heading = line.eid
        chapter = self.open[-1] if self.open else None
        its_own = chapter is not None and not chapter.titled and chapter.id == self.attachment
        if chapter is not None and its_own and line.eid == f"{self.attachment}__longTitle":
            chapter.title, chapter.titled = line.text, True
        else:
            self._begin(_Open(self._id(line.eid), max(line.level, 1), line.text, titled=True))
        mark = self.beside.marks.get(line.eid)
        if mark:
            self._put(mark)

    def _id(self, eid: str) -> str:
        return eid if eid not in self.ids.taken else ""

    def _units(self, chain: tuple[str, ...]) -> None:
        """Open and close units of several lines, so that those of ``chain`` are open."""
        wanted = [eid for eid in chain if self.units.lines[eid] > 1]
        same = 0
        while same < min(len(wanted), len(self.chain)) and wanted[same] == self.chain[same]:
            same += 1
        for _ in self.chain[same:]:
            self._put(Markup("</div>"))
        for eid in wanted[same:]:
            own = self.ids.once(eid)
            self._put(self.html.opened(own, self._kinds(eid), self.beside.marks.get(eid, "")))
            self.opened = own
        self.chain = wanted

    def _kinds(self, eid: str, *more: str) -> list[str]:
        kinds = [*more]
        if eid in self.beside.marks:
            kinds.append("lx-changed")
        if eid in self.units.quoted and _is_quote(eid):
            kinds.append("lx-quoted")
        return kinds

    def _line(self, line: SheetLine) -> Markup:
        if line.role == "gap":
            return Markup(self.html.gap(self.ids.once(line.eid), line.runs, self.beside))
        chain = self.units.chains.get(line.eid, ())
        unit = chain[-1] if chain and chain[-1] == line.eid else ""
        # A quote that opens before a row is a line of its own, and so is the name of a table: row or table bears the id
        # and the mark.
        of_table = line.eid in self.units.rows
        mark = "" if of_table or line.eid in self.ids.taken else self.beside.marks.get(line.eid, "")
        own = "" if of_table else self.ids.once(line.eid)
        single = [eid for eid in chain if eid != unit and self.units.lines[eid] <= 1]
        begun = [eid for eid in (*single, *self.units.anchors.get(line.eid, ())) if self.ids.once(eid)]
        kinds = [] if line.role == "text" else [f"lx-{line.role}"]
        if any(_is_quote(eid) for eid in single):
            kinds.append("lx-quoted")
        linked = bool(unit) and (bool(own) or self.opened == unit)
        number = self.units.numbers.get(unit) if linked else None
        number = number if number and is_first(line, number) else ""
        shown = _Shown(
            own,
            self._kinds(line.eid if mark else "", *kinds),
            mark,
            begun,
            number,
            line.eid if linked else "",
            unit_name(self.named[unit], self.lang) if number else "",
            tuple(_after(line.runs, len(number))) if number else line.runs,
        )
        return Markup(self.html.line(shown, self.beside))


def _after(runs: tuple[SheetRun, ...], length: int) -> Iterator[SheetRun]:
    """Give the runs without their first ``length`` characters."""
    for run in runs:
        if length < len(run.text):
            yield replace(run, text=run.text[length:])
        length = max(length - len(run.text), 0)


def _has_gap(cell: SheetCell) -> bool:
    return any(run.look == "gap" for line in cell.lines for run in line.runs)


def _is_quote(eid: str) -> bool:
    return eid.rpartition("__")[2].startswith("qstr")


TEMPLATES.know(has_gap=_has_gap, is_long=lambda words: _LONG_BLANK.search(words) is not None)
