"""Lay: an act's tree as lines and tables in reading order, each with what it is on the page."""

from dataclasses import replace

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.cells import span
from lexkz.akn.elements import HIERARCHY, INLINE, MARKERS, NUMBERED_LINES
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.languages.detect import Lang
from lexkz.languages.layout import GAP
from lexkz.publication.sheet.closing import closed
from lexkz.publication.sheet.flow import Flow, FlowContext
from lexkz.publication.sheet.formula import with_bold_verb
from lexkz.publication.sheet.model import Block, Look, Role, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.publication.sheet.noted import STANDS_AFTER, at_one_place, place_of

_DIVISIONS = frozenset({"part", "section", "subsection", "chapter", "subchapter", "title", "book", "tome"})
_QUOTED_BLOCKS = frozenset({"embeddedStructure", "quotedStructure"})
_QUOTED_INLINE = frozenset({"embeddedText", "quotedText"})
_REFERENCES = frozenset({"ref", "rref", "mref"})
_HIDDEN = frozenset({"meta", "toc", "img", "marker", "eop"})
_LOOKS: dict[str, Look] = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "sup": "sup",
    "sub": "sub",
    "fillIn": "fill",
}
_CLASSES: dict[str, Role] = {"form": "form", "addressee": "addressee", "center": "center", "right": "right"}
_DEEPEST = 6


def lay(root: etree._Element, *, lang: Lang, notes: bool = True, references: bool = False) -> tuple[Block, ...]:
    """Return the act in ``root`` as lines and tables. ``notes``: with the editors' notes, one after each point.
    ``references``: with what references point at, in the runs' ``href``.

    The words of the lines are those of ``akn.text.paragraphs``, with :data:`GAP` for what is not known. Where the same
    eId stands on several lines they are lines of one unit.
    """
    walker = _Walker(root, lang, notes, references)
    walker.walk(root, FlowContext())
    walker.all_notes()
    walker.flow.flush()
    flow = (
        with_bold_verb(block, lang) if isinstance(block, SheetLine) and block.role == "formula" else block
        for block in walker.flow.blocks
    )
    return closed(tuple(flow), lang)


class _Walker:
    def __init__(self, root: etree._Element, lang: Lang, notes: bool, references: bool) -> None:
        self.root = root
        self.lang = lang
        self.references = references
        self.flows = [Flow()]
        self.rows: list[list[SheetRow]] = []
        self.cells: list[list[SheetCell]] = []
        self.depth = 0
        self.form = False
        self.before_quoted: list[int] = []
        self.waiting: list[tuple[etree._Element, int, str]] = []
        """Notes that were met: the element that they stand after, their place among all notes, a line of one."""
        self.notes: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.placed: dict[str, list[str]] = {}
        if notes:
            self._read_notes()

    @property
    def flow(self) -> Flow:
        return self.flows[-1]

    def _read_notes(self) -> None:
        for order, note in enumerate(self.root.iter(q("note"))):
            self.notes[note.get("eId", "")] = order, tuple(paragraphs(note))
            place = (note.get("placementBase") or "").removeprefix("#")
            if place:
                self.placed.setdefault(place, []).append(note.get("eId", ""))

    def walk(self, element: etree._Element, outer: FlowContext) -> None:
        name = local(element)
        if name == "omissis":
            self.flow.text(GAP, replace(outer, look="gap"))
            return
        if name == "noteRef":
            self._wait((element.get("href") or "").removeprefix("#"), place_of(element))
            return
        if name == "foreign":
            self.flow.text(" ".join("".join(map(str, element.itertext())).split()), outer)
            return
        if not name or name in _HIDDEN:
            return
        context = self._context(element, name, outer)
        before = self.depth, self.form
        self._open(element, name, context)
        self.flow.text(element.text, context)
        for child in element:
            self.walk(child, context)
            self.flow.text(child.tail, context)
        self._close(element, name, context)
        self.depth, self.form = before

    def _context(self, element: etree._Element, name: str, outer: FlowContext) -> FlowContext:
        eid = element.get("eId") or outer.eid
        if name in INLINE:
            href = element.get("href", "") if self.references and name in _REFERENCES else outer.href
            return replace(outer, look=_LOOKS.get(name, outer.look), href=href)
        if name in {"p", "block"}:
            role = _CLASSES.get(element.get("class") or "", outer.role)
            if name == "block" and element.get("name") == "note":
                role = "note"
            if role == "post" and element.find(q("signature")) is not None:
                role = "signature"
            if role == "text" and self.form and local_parent(element) == "mainBody":
                role = "form_line"
            return replace(outer, role=role, eid=eid)
        # What a command quotes is text of its act, no heading of it.
        if self.before_quoted and (name in HIERARCHY or name == "longTitle"):
            return FlowContext("text", 0, eid)
        if name in _DIVISIONS:
            return FlowContext("heading", min(self.depth + 1, _DEEPEST), eid)
        if name == "article":
            titled = element.find(q("heading")) is not None
            return FlowContext("article", min(self.depth + 1, _DEEPEST), eid) if titled else FlowContext("text", 0, eid)
        if name == "hcontainer" and element.get("name") == "heading":
            return FlowContext("heading", min(self.depth + 1, _DEEPEST), eid)
        if name in HIERARCHY or name in {"content", "intro", "wrapUp"}:
            return FlowContext("text" if outer.role not in {"cell", "note"} else outer.role, 0, eid)
        if name == "longTitle":
            within = any(local(above) == "doc" for above in element.iterancestors())
            return FlowContext("heading", min(self.depth, _DEEPEST), eid) if within else FlowContext("title", 0, eid)
        roles: dict[str, Role] = {
            "preface": "requisites",
            "preamble": "text",
            "formula": "formula",
            "conclusions": "post",
            "container": "corner",
            "mainBody": "text",
            "td": "cell",
            "th": "cell",
            "authorialNote": "footnote",
            "attachment": "text",
        }
        if name == "preface" and self.depth:
            return FlowContext("addressee", 0, eid)
        return FlowContext(roles[name], 0, eid) if name in roles else replace(outer, eid=eid)

    def _open(self, element: etree._Element, name: str, context: FlowContext) -> None:
        flow = self.flow
        if name in INLINE:
            if name in _QUOTED_INLINE:
                flow.text(element.get("startQuote"), context)
        elif name in MARKERS:
            flow.text(" ", context)
        elif name == "authorialNote":
            flow.mark(element.get("marker") or "")
            self.flows.append(Flow())
        elif name == "table":
            flow.line_break()
            self.rows.append([])
        elif name == "tr":
            self.cells.append([])
        elif name in {"td", "th"}:
            if not self.cells:
                self.cells.append([])
            self.flows.append(Flow())
        else:
            joins = flow.numbered is not None and (name not in HIERARCHY or flow.numbered in NUMBERED_LINES)
            if not joins:
                flow.line_break()
            if name in _DIVISIONS or name == "attachment":
                self.depth += 1
            if name == "attachment":
                flow.flush()
                flow.starts = True
                self.form = False
            if name == "doc":
                marks = element.iterfind(f"{q('preface')}/{q('p')}")
                self.form = element.get("name") == "form" or any(mark.get("class") == "form" for mark in marks)
            if name in _QUOTED_BLOCKS:
                flow.opening += element.get("startQuote") or ""
                self.before_quoted.append(flow.written)

    def _close(self, element: etree._Element, name: str, context: FlowContext) -> None:
        flow = self.flow
        if name in INLINE:
            if name in _QUOTED_INLINE:
                flow.text(element.get("endQuote"), context)
        elif name in MARKERS:
            pass
        elif name == "authorialNote":
            self.flows.pop()
            self.flow.notes.extend(flow.lines())
        elif name in {"td", "th"}:
            self._close_cell(element)
        elif name == "tr":
            self._close_row(element)
        elif name == "table":
            rows = tuple(self.rows.pop())
            if rows:
                flow.add(SheetTable(rows, element.get("eId") or "", element.get("border") != "0"))
            self._print_notes(element)
        elif name == "num":
            parent = element.getparent()
            if not flow.breaks:
                flow.numbered = local(parent) if parent is not None else ""
        elif name in _QUOTED_BLOCKS:
            self._close_quoted(element, context)
        else:
            flow.line_break()
            if name in STANDS_AFTER:
                self._print_notes(element)

    def _close_cell(self, element: etree._Element) -> None:
        flow = self.flows.pop()
        lines = flow.lines()
        columns, rows = span(element, "colspan"), span(element, "rowspan")
        self.cells[-1].append(SheetCell(tuple(map(_plain, lines)), columns, rows, local(element) == "th"))
        following = element.getnext()
        # Cells quoted without their row are a line, too.
        if local_parent(element) != "tr" and (following is None or local(following) not in {"td", "th"}):
            self._close_row(element)

    def _close_row(self, element: etree._Element) -> None:
        flow = self.flow
        row = SheetRow(tuple(self.cells.pop()), element.get("eId") or "", gap=element.get("class") == "omissis")
        flow.written += 1
        if flow.opening:
            flow.add(SheetLine("text", (SheetRun(flow.opening),), eid=row.eid))
            flow.opening = ""
        if self.rows:
            self.rows[-1].append(row)
        else:
            flow.add(SheetTable((row,), row.eid))

    def _close_quoted(self, element: etree._Element, context: FlowContext) -> None:
        flow, end = self.flow, element.get("endQuote") or ""
        if flow.written == self.before_quoted.pop():
            opening, flow.opening = flow.opening, ""
            flow.text(opening + end, context)
        else:
            flow.glue(end, context)
            flow.breaks = False
            flow.numbered = None

    def _wait(self, eid: str, place: etree._Element) -> None:
        order, texts = self.notes.pop(eid, (0, ()))
        self.waiting.extend((place, order, text) for text in texts)

    def _print_notes(self, element: etree._Element) -> None:
        """Print the notes that stand after an element, once its lines are written."""
        for eid in self.placed.get(element.get("eId") or "", ()):
            self._wait(eid, element)
        here = sorted((order, at) for at, (place, order, _) in enumerate(self.waiting) if place is element)
        if here:
            self.flow.flush()
            texts = at_one_place(element, [self.waiting[at][2] for _, at in here], self.lang)
            self.flow.blocks.extend(SheetLine("editors_note", (SheetRun(text),)) for text in texts)
            self.waiting = [one for one in self.waiting if one[0] is not element]

    def all_notes(self) -> None:
        """Print what has found no place: a note of the act as a whole."""
        for eid in tuple(self.notes):
            self._wait(eid, self.root)
        self.waiting = [(self.root, order, text) for _, order, text in self.waiting]
        self._print_notes(self.root)


def local_parent(element: etree._Element) -> str:
    """Return the local name of the element that ``element`` stands in."""
    parent = element.getparent()
    return local(parent) if parent is not None else ""


def _plain(line: SheetLine) -> SheetLine:
    runs = tuple(replace(run, text=run.text.replace("\t", " ")) for run in line.runs)
    return replace(line, runs=runs, role=line.role if line.role in {"center", "right"} else "cell")


def language(root: etree._Element) -> Lang:
    """Return the language of an act, ``kaz`` where its metadata say nothing."""
    try:
        return "rus" if akn_meta.read_identity(root).lang == "rus" else "kaz"
    except ValueError:
        return "kaz"
