"""Render: the tree of units as Akoma Ntoso elements with eIds."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.eids import TRANSPARENT, eid
from lexkz.akn.namespace import E
from lexkz.findings import finding
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_removed
from lexkz.reading.blocks import Table
from lexkz.structure import corner_marks
from lexkz.structure.findings import at
from lexkz.structure.inline import append, fill
from lexkz.structure.lines import Line
from lexkz.structure.quoted import Block, Quoted
from lexkz.structure.record import Record
from lexkz.structure.tables import table
from lexkz.structure.tree import GrowingUnit, Mode, Note, Own, Tree, grow, line_of

_OPEN = TRANSPARENT | {"hcontainer", "root"}


def units(
    flow: tuple[Line | Table | Quoted, ...], record: Record, mode: Mode, prefix: str = "", *, heads: bool = False
) -> list[etree._Element]:
    """Return the elements of ``flow``: units, lines and tables, in order.

    ``prefix`` is the eId of what they stand in (an attachment's, a quoted structure's, ``""`` for the body).
    ``heads`` says that an article's line is its heading, as where a command sets a new heading.
    This is the recogniser for bodies, annexes and quoted content alike.
    """
    tree = grow(flow, record.lang, mode, heads=heads)
    return _Renderer(tree, record, mode, prefix).render()


class _Renderer:
    def __init__(self, tree: Tree, record: Record, mode: Mode, prefix: str) -> None:
        self.tree = tree
        self.record = record
        self.mode: Mode = mode
        self.prefix = prefix
        self.repeated = _repeated(tree.root)

    def render(self) -> list[etree._Element]:
        self.tree.root.eid = self.prefix
        made = self._below(self.tree.root)
        for note in self.tree.notes:
            self.record.editors_note(note.line.text, self._noted(note))
        return made

    def _below(self, unit: GrowingUnit) -> list[etree._Element]:
        made: list[etree._Element] = []
        for child in unit.below:
            if isinstance(child, GrowingUnit):
                made.append(self._unit(child, unit))
            else:
                made.extend(self._own(child, unit))
        return made

    def _unit(self, unit: GrowingUnit, parent: GrowingUnit) -> etree._Element:
        assert unit.first is not None
        unit.eid = self._eid(unit, parent)
        self.record.stands(unit.eid, unit.first)
        made = E(unit.kind, eId=unit.eid)
        if unit.kind == "hcontainer":
            made.set("name", "heading")
        if unit.label is not None and unit.label.num:
            made.append(E.num(unit.label.num))
        if unit.headings:
            notes = tuple(note for line in unit.headings for note in line.notes)
            text = " ".join(line.text for line in unit.headings)
            made.append(fill(E.heading(), text, self.record, self.prefix, notes=notes))
            for line in unit.headings:
                if line.place != unit.first.place:
                    self.record.repaired(unit.eid, line)
        below = self._below(unit)
        if unit.head is not None:
            holder = E.intro() if below else E.content()
            holder.extend(self._lines(unit.head, unit.eid))
            made.append(holder)
        made.extend(below)
        return made

    def _eid(self, unit: GrowingUnit, parent: GrowingUnit) -> str:
        number = unit.label.number if unit.label is not None else None
        if unit.kind in ("part", "hcontainer"):
            return self.record.ordinal(unit.kind, parent.eid if unit.kind == "hcontainer" else self.prefix)
        within = unit.kind in ("subsection", "subchapter") or parent.kind not in _OPEN
        base = parent.eid if within or (unit.kind, number) in self.repeated else self.prefix
        return self.record.claim(eid(unit.kind, number, base))

    def _own(self, own: Own, unit: GrowingUnit) -> list[etree._Element]:
        if unit.kind == "root" and self.mode == "mainBody":
            return self._plain(own)
        if unit.kind == "root" and self.mode == "quoted" and own.line is None:
            return [table(found, self.record, self.prefix) for found in own.tables]
        ordinal = str(own.ordinal) if own.line is not None else f"t{len(self.record.taken)}"
        own_eid = self.record.claim(eid("alinea", ordinal, unit.eid))
        self.record.stands(own_eid, line_of(own.line) if own.line is not None else own.tables[0])
        return [E.alinea(E.content(*self._lines(own, own_eid)), eId=own_eid)]

    def _plain(self, own: Own) -> list[etree._Element]:
        made: list[etree._Element] = []
        if own.line is not None:
            own_eid = self.record.ordinal("p", self.prefix)
            line = line_of(own.line)
            self.record.stands(own_eid, line)
            block = self._text(own, own_eid)
            block.set("eId", own_eid)
            if line.align in ("right", "center") and not own.note:
                block.set("class", line.align)
            made.append(block)
            made.extend(fill(E.p(), later, self.record, self.prefix) for later in own.more)
        made.extend(table(found, self.record, self.prefix) for found in own.tables)
        return made

    def _lines(self, own: Own, owner: str) -> list[etree._Element]:
        made = [self._text(own, owner)] if own.line is not None else []
        for line in own.more:
            made.append(fill(E.p(), line, self.record, self.prefix))
            self.record.repaired(owner, line)
        made.extend(table(found, self.record, self.prefix) for found in own.tables)
        return made

    def _text(self, own: Own, owner: str) -> etree._Element:
        if isinstance(own.line, Quoted):
            return E.p(self._mod(own.line, owner))
        assert own.line is not None
        holder = E.block(name="note") if own.note else E.p()
        return fill(holder, own.line, self.record, self.prefix)

    def _mod(self, quoted: Quoted, owner: str) -> etree._Element:
        mod_eid = self.record.claim(eid("mod", "1", owner))
        mod = E.mod(eId=mod_eid)
        fill(mod, quoted.instruction, self.record, self.prefix)
        for number, block in enumerate(quoted.blocks, start=1):
            mod.append(self._block(quoted, block, self.record.claim(eid("quotedStructure", str(number), mod_eid))))
            append(mod, block.tail)
        return mod

    def _block(self, quoted: Quoted, block: Block, quoted_eid: str) -> etree._Element:
        structure_ = E.quotedStructure(eId=quoted_eid)
        if block.start is not None:
            structure_.set("startQuote", block.start)
        else:
            self._doubt("structure.quote_unopened", quoted, quoted_eid)
        if block.end is not None:
            structure_.set("endQuote", block.end)
        else:
            self._doubt("structure.quote_unclosed", quoted, quoted_eid)
        self.record.places.append((quoted_eid, block.content[0].place))
        structure_.extend(self._content(quoted.instruction, block, quoted_eid))
        return structure_

    def _doubt(self, code: str, quoted: Quoted, quoted_eid: str) -> None:
        self.record.findings.append(
            finding(code, at(quoted.instruction.place, quoted_eid), text=quoted.instruction.text)
        )

    def _content(self, instruction: Line, block: Block, prefix: str) -> Iterator[etree._Element]:
        mark = corner_marks.at(block.content, 0, self.record.lang)
        if mark is None:
            words = words_of(self.record.lang).structure
            heads = words.heading_word.search(fold(instruction.text)) is not None
            yield from units(block.content, self.record, "quoted", prefix, heads=heads)
            return
        # A whole annex is quoted: its corner mark, then its lines as in an annex.
        yield corner_marks.container(mark, self.record, prefix)
        yield from units(block.content[mark.end :], self.record, "mainBody", prefix)

    def _noted(self, note: Note) -> str | None:
        """Return the eId of the unit that an editors' note speaks of: by its words, else by where it stands."""
        named = words_of(self.record.lang).structure.noted_unit.search(fold(note.line.text))
        open_units = [unit for unit in note.open if unit.kind != "root"]
        if open_units and _is_removed(open_units[-1]):
            # «3) исключен» and the note that says by which act.
            return open_units[-1].eid
        if named is None:
            return open_units[-1].eid if open_units else None
        if named.group("whole"):
            return None
        kind = "article" if named.group("article") else "paragraph"
        for unit in reversed(open_units):
            if unit.kind == kind and unit.label is not None and unit.label.number == named.group(kind):
                return unit.eid
        return next((unit.eid for unit in reversed(open_units) if unit.kind == kind), None)


def _is_removed(unit: GrowingUnit) -> bool:
    head = unit.head.line if unit.head is not None else None
    lines = [head] if isinstance(head, Line) else unit.headings
    if unit.below or unit.label is None or len(lines) != 1:
        return False
    return is_removed(f"{unit.label.num} {lines[0].text}")


def _repeated(root: GrowingUnit) -> set[tuple[str, str | None]]:
    """Return kind and number of the units that occur more than once across divisions: these are prefixed by theirs."""
    counts: Counter[tuple[str, str | None]] = Counter()
    waiting = [root]
    while waiting:
        unit = waiting.pop()
        for child in unit.below:
            if isinstance(child, GrowingUnit):
                if child.kind in _OPEN:
                    waiting.append(child)
                if child.label is not None:
                    counts[child.kind, child.label.number] += 1
    return {key for key, count in counts.items() if count > 1}
