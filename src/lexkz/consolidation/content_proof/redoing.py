"""What the commands of one amending act make of a text tree: found on the text before the act, then done at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lexkz.akn.numbers import as_roman, roman
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.content_proof.addressed import (
    Spot,
    decided,
    find,
    mark_lines,
    tables,
    title,
)
from lexkz.consolidation.content_proof.ground import Done, Order, claim, groups
from lexkz.consolidation.content_proof.insertions import DOCUMENT_KINDS, Insertions
from lexkz.consolidation.content_proof.meant import by_numbers_before, each_alone
from lexkz.consolidation.content_proof.new_text import Bringing, flat_lines, numbered_units, with_followers
from lexkz.consolidation.content_proof.order import beside, put_in_order
from lexkz.consolidation.content_proof.own_notes import whole
from lexkz.consolidation.content_proof.table_columns import cells_of, take_column, width
from lexkz.consolidation.content_proof.text_tree import (
    DIVISIONS,
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    all_documents,
    all_lines,
    all_units,
    attachments,
    counted_lines,
    number_key,
    place_of,
)
from lexkz.consolidation.content_proof.words_again import do_words, settle
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_only_removed

_WORDS = frozenset({"replace_words", "insert_words", "delete_words"})


@dataclass(slots=True)
class Redone:
    """What came of redoing."""

    unjudged: dict[str, str] = field(default_factory=dict)
    """Command name to why it is not judged."""
    cut: set[str] = field(default_factory=set)
    """eIds of units that are not compared."""


def redo(root: PrintedUnit, bringing: Bringing, orders: Sequence[Order], lang: str, out: Redone) -> None:
    """Do ``orders`` of one act on ``root``; what cannot be judged goes to ``out``."""
    work = _Work(root, bringing, lang)
    for unit in all_documents(root):
        unit.former = (*unit.former, title(unit))
    later: list[tuple[int, Order, Done]] = []
    commands = [order.command for order in orders]
    # Looking at all commands for each of thousands is for acts that give units other numbers.
    renumbers = any(command.action == "renumber" for command in commands)
    for each in orders:
        order = replace(each, command=by_numbers_before(each.command, commands, work.has)) if renumbers else each
        try:
            later.append((_rank(order.command), order, work.plan(order)))
        except Unjudged as why:
            _leave(out, order, str(why))
    for _, order, do in sorted(later, key=lambda item: item[0]):
        try:
            do()
        except Unjudged as why:
            _leave(out, order, str(why))
    try:
        settle(work.edited)
    except Unjudged as why:
        for order in orders:
            if order.command.action in _WORDS:
                _leave(out, order, str(why))
        for line in work.edited:
            line.edits.clear()


def _leave(out: Redone, order: Order, why: str) -> None:
    out.unjudged[order.name] = why
    out.cut.update(order.targets)


def _rank(command: Command) -> int:
    """Words first, since they are found in the text as it was; new units last, when numbers are as they will be."""
    if command.action in _WORDS:
        return 0
    return {"renumber": 1, "replace": 2, "repeal": 3, "move": 4, "insert": 5}.get(command.action, 6)


def _all_of(parts: Sequence[Done]) -> None:
    for part in parts:
        part()


class _Work(Insertions):
    """All that the commands of one act can do."""

    def plan(self, order: Order) -> Done:
        """Find all that ``order`` names; return what does it."""
        command = order.command
        if command.action in ("none", "repeal_act", "resume") or (command.action == "suspend" and not command.content):
            return lambda: None
        if not command.targets:
            raise Unjudged("no target")
        addresses = command.targets
        if order.target:
            addresses = tuple(decided(one, order.target, inserts=command.action == "insert") for one in addresses)
            addresses = addresses if command.action == "insert" else addresses[:1]
        alone = each_alone(command) if not order.target else ()
        if len(alone) > 1:
            parts = [self.plan(replace(order, command=one)) for one in alone]
            return lambda: _all_of(parts)
        if command.action == "insert":
            return self.insert(order, addresses)
        if command.action == "replace" and addresses == ((),):
            return self._replace_act(order)
        named = [(spot, address) for address in addresses for spot in self._spots(address)]
        spots, addresses = [spot for spot, _ in named], tuple(address for _, address in named)
        if command.action in _WORDS:
            excepted = [spot for address in command.excepted for spot in self._spots(address)]
            return lambda: self._words(order, spots, excepted)
        if command.action == "repeal":
            return self._repeal(order, spots, addresses)
        if command.action == "renumber" and not _elsewhere(command):
            return self._renumber(order, spots)
        if command.action in ("move", "renumber"):
            return self._move(order, spots)
        if command.action in ("replace", "suspend"):
            return self._replace(order, spots, addresses)
        raise Unjudged(f"what {command.action} does")

    def has(self, address: Address) -> bool:
        """Return whether the act as it was has a unit of this address."""
        try:
            find(self.root, address, self.lang)
        except Unjudged:
            return False
        return True

    def _spots(self, address: Address) -> list[Spot]:
        if not address or (address[-1].kind, address[-1].number) != ("annex", "all"):
            return [find(self.root, address, self.lang)]
        document = find(self.root, address[:-1], self.lang).unit
        return [Spot(unit) for unit in all_units(document) if unit.tag == "attachment"]

    def _words(self, order: Order, spots: list[Spot], excepted: list[Spot]) -> None:
        changed = do_words(order.command, spots, order.chosen, excepted)
        for line in changed:
            if order.command.everywhere and self._is_set(line):
                line.edits.clear()
                continue
            line.by = (*line.by, order.name)
            self.edited.append(line)

    def _is_set(self, line: PrintedLine) -> bool:
        unit = line.unit
        return line in self.set or (unit is not None and any(one in self.set for one in (unit, *unit.outer())))

    # New wordings.

    def _replace(self, order: Order, spots: list[Spot], addresses: Sequence[Address]) -> Done:
        kinds = {_kind(spot, address) for spot, address in zip(spots, addresses, strict=True)}
        kind = next(iter(kinds))
        if len(kinds) != 1 or kind is None:
            raise Unjudged("targets of several kinds")
        for spot in spots:
            if spot.rows:
                raise Unjudged("a section of a table as a whole")
            self.set.update(spot.lines or (spot.unit,))
        if kind in DOCUMENT_KINDS or spots[0].unit.tag == "attachment":
            return lambda: self._replace_documents(order, spots)
        items = self.bringing.quoted(order.command)
        if kind == "note" and len(spots) == 1:
            old = whole(spots[0].lines[0])
            self.set.update(old)
            return lambda: self._set_lines(order, old, items)
        if kind in ("alinea", "part") and spots[0].lines:
            return lambda: self._replace_lines(order, spots, items)
        if spots[0].span is not None:
            return lambda: self._replace_sentence(order, spots[0], items)
        if spots[0].unit.tag in NUMBERED and not spots[0].lines:
            return lambda: self._replace_units(order, spots, items, addresses)
        if kind == "row":
            table = next(unit for unit in spots[0].unit.outer() if unit.tag == "table")
            return lambda: self._pair(order, spots, self.bringing.rows(order.command, addresses, table))
        if kind == "table" and len(spots) == 1:
            found = [one for item in items if isinstance(item, PrintedUnit) for one in tables(item)]
            within = {line for one in found for line in all_lines(one)}
            near = [line.words for line in all_lines(place_of(spots[0].unit)[0])]
            lines = [line for item in items for line in (all_lines(item) if isinstance(item, PrintedUnit) else (item,))]
            if not all(line in within or line.words in near for line in lines):
                raise Unjudged("text beside a new table")
            return lambda: self._pair(order, spots, found)
        if kind == "column" and len(spots) == 1:
            if spots[0].column is not None:
                return self._replace_column(order, spots[0])
            return lambda: self._replace_cell(order, spots[0], items)
        if len(spots) == 1:
            return lambda: self._replace_block(order, spots[0], items)
        raise Unjudged(f"replace {kind}")

    def _replace_act(self, order: Order) -> Done:
        title, preamble, text, annexes = self.bringing.whole_act(order.command)
        if attachments(self.root) and not annexes:
            raise Unjudged("a new act without the annexes of the old one")

        def part(tag: str, items: "Sequence[PrintedUnit | PrintedLine]", holder: PrintedUnit) -> None:
            found = next((unit for unit in holder.units() if unit.tag == tag), None)
            if found is None:
                found = PrintedUnit(tag)
                holder.add(found, 1 if tag == "preamble" else None)
            found.items.clear()
            for item in items:
                found.add(item)
            claim(found, order.name)

        def do() -> None:
            preface = next((unit for unit in self.root.units() if unit.tag == "preface"), None)
            if preface is None:
                raise Unjudged("an act without a title")
            part("longTitle", [title], preface)
            part("preamble", preamble, self.root)
            part("body", text, self.root)
            if annexes:
                part("attachments", annexes, self.root)

        return do

    def _replace_units(
        self, order: Order, spots: list[Spot], items: "list[PrintedUnit | PrintedLine]", addresses: Sequence[Address]
    ) -> None:
        units = numbered_units(items, spots[0].unit.tag)
        if len(units) != len(spots):
            raise Unjudged(f"{len(units)} new texts for {len(spots)} units")
        pairs = []
        for spot, address in zip(spots, addresses, strict=True):
            number = number_key(address[-1].number or "") if len(units) > 1 else units[0].number
            if order.target and number != spot.unit.number:
                raise Unjudged("new text with another number, by a person's decision")
            found = [unit for unit in units if unit.number == number]
            if len(found) != 1:
                raise Unjudged(f"new text for {number}")
            pairs.append((spot.unit, with_followers(items, found[0])))
        for old, new in pairs:
            self.put(order, old, new)

    def _pair(self, order: Order, spots: list[Spot], new: list[PrintedUnit]) -> None:
        if len(new) != len(spots):
            raise Unjudged(f"{len(new)} new texts for {len(spots)} units")
        if len(new) == 1:
            self.put(order, spots[0].unit, new[0])
            return
        for spot in spots:
            found = [unit for unit in new if unit.number is not None and unit.number == spot.unit.number]
            if len(found) != 1:
                raise Unjudged("rows without numbers")
            self.put(order, spot.unit, found[0])

    def _replace_documents(self, order: Order, spots: list[Spot]) -> None:
        for place, spot in enumerate(spots):
            new = self.document(order, place, len(spots))
            old_mark = tuple(line.words for line in mark_lines(spot.unit))
            new.marks = (*new.marks, old_mark)
            self.put(order, spot.unit, new)

    def _replace_lines(self, order: Order, spots: list[Spot], items: "list[PrintedUnit | PrintedLine]") -> None:
        shares = groups(items, len(spots), by_part=order.command.targets[0][-1].kind == "part")
        for spot, group in zip(spots, shares, strict=True):
            self._set_lines(order, spot.lines, group)

    def _set_lines(self, order: Order, lines: Sequence[PrintedLine], group: "list[PrintedUnit | PrintedLine]") -> None:
        """Give the lines new text: the first its first paragraph, what follows stands below it, further ones go."""
        first, rest = lines[0], list(group[1:])
        unit, _ = place_of(first)
        head = group[0]
        if isinstance(head, PrintedUnit) and head.tag in NUMBERED:
            if unit.number is None or head.number != unit.number:
                raise Unjudged("a number that the line has not")
            own = [item for item in head.items if not (isinstance(item, PrintedLine) and item.role == "heading")]
            if not own or not isinstance(own[0], PrintedLine):
                raise Unjudged("a unit without a first line")
            text, rest = own[0], [*own[1:], *rest]
        else:
            known = [head] if isinstance(head, PrintedLine) else counted_lines(head)
            if not known:
                raise Unjudged("no line in the new text")
            text, rest = known[0], [*known[1:], *rest]
        self._drop(lines[1:])
        first.words, first.refs, first.known, first.loose = text.words, text.refs, True, False
        first.signs = text.signs
        first.by = (*first.by, order.name)
        first.edits.clear()
        holder, place = place_of(unit if unit.tag == "alinea" else first)
        for offset, item in enumerate(rest, start=1):
            holder.add(item, place + offset)
            claim(item, order.name)

    def _drop(self, lines: Sequence[PrintedLine]) -> None:
        for line in lines:
            unit, place = place_of(line)
            first_of_unit = unit.tag in NUMBERED and next(iter(counted_lines(unit)), None) is line
            if not first_of_unit:
                del unit.items[place]
            elif all(one in lines for one in counted_lines(unit)):
                # A part that opens a list falls with its subpoints.
                holder, at = place_of(unit)
                del holder.items[at]
            else:
                raise Unjudged("a unit of which only the first line falls")

    def _replace_sentence(self, order: Order, spot: Spot, items: "list[PrintedUnit | PrintedLine]") -> None:
        new = flat_lines(items)
        if len(new) != 1 or spot.span is None:
            raise Unjudged("several lines for a sentence")
        line = spot.lines[0]
        line.edits.append((*spot.span, new[0].words))
        self.changed(order, line)

    def _replace_cell(self, order: Order, spot: Spot, items: "list[PrintedUnit | PrintedLine]") -> None:
        cells = [
            unit for item in items if isinstance(item, PrintedUnit) for unit in all_units(item) if unit.tag == "td"
        ]
        if len(cells) > 1:
            raise Unjudged("several cells for one")
        lines = list(all_lines(cells[0])) if cells else flat_lines(items)
        self._refill(order, spot.unit, lines)

    def _replace_column(self, order: Order, spot: Spot) -> Done:
        assert spot.column is not None
        cells, texts = cells_of(spot.unit, spot.column), self.bringing.texts(order.command)
        if len(cells) != len(texts):
            raise Unjudged(f"{len(texts)} new texts for {len(cells)} cells")

        def do() -> None:
            for cell, text in zip(cells, texts, strict=True):
                self._refill(order, cell, [PrintedLine(text)])

        return do

    def _refill(self, order: Order, holder: PrintedUnit, lines: Sequence[PrintedLine]) -> None:
        holder.items.clear()
        for line in lines:
            holder.add(line)
        claim(holder, order.name)

    def _replace_block(self, order: Order, spot: Spot, items: "list[PrintedUnit | PrintedLine]") -> None:
        """A heading, a title, a note, a preamble, a corner mark."""
        kind = _kind(spot, order.command.targets[0] if not order.target else decided((), order.target, inserts=False))
        head = items[0] if items else None
        if isinstance(head, PrintedUnit) and head.tag in NUMBERED and len(items) == 1:
            lines = [item for item in head.items if isinstance(item, PrintedLine)]
            if head.number != spot.unit.number:
                raise Unjudged("a heading with another number")
        else:
            lines = flat_lines(items)
        if spot.lines:
            if len(lines) != 1:
                raise Unjudged("several lines for one")
            line = spot.lines[0]
            line.words, line.refs, line.known, line.signs = lines[0].words, lines[0].refs, True, lines[0].signs
            line.by = (*line.by, order.name)
        elif kind in ("title", "heading", "corner_mark"):
            for line in lines:
                line.role = "p"
            self._refill(order, spot.unit, lines)
        elif kind == "preamble":
            # The enacting formula («ПРИКАЗЫВАЮ:») ends it: the new one, else the old stays.
            formula = [line for unit in spot.unit.units() if unit.tag == "formula" for line in all_lines(unit)]
            self._refill(order, spot.unit, lines if lines[-1].words.endswith(":") else [*lines, *formula])
        else:
            raise Unjudged(f"replace {kind}")

    # What falls away.

    def _repeal(self, order: Order, spots: list[Spot], addresses: Sequence[Address]) -> Done:
        for spot in spots:
            if spot.span is None:
                self.set.update(cells_of(spot.unit, spot.column) if spot.column is not None else ())
                self.set.update(spot.lines or (spot.unit,))
                if not spot.lines and spot.unit.tag in NUMBERED:
                    self.repealed.add(spot.unit)

        def do() -> None:
            gone: dict[PrintedLine, list[tuple[int, int]]] = {}
            for spot, address in zip(spots, addresses, strict=True):
                if spot.span is None:
                    self._repeal_one(order, spot, address)
                else:
                    gone.setdefault(spot.lines[0], []).append(spot.span)
            for line, spans in gone.items():
                self._without_sentences(order, line, spans)

        return do

    def _repeal_one(self, order: Order, spot: Spot, address: Address) -> None:
        kind = _kind(spot, address) or "act"
        official = words_of(self.lang).notes.repealed(kind, order.command.instruction)
        unit = spot.unit
        if spot.column is not None:
            take_column(unit, spot.column, order.name)
        elif spot.lines:
            first = spot.lines[0]
            self._drop((whole(first) if kind == "note" else spot.lines)[1:])
            first.words, first.refs, first.known, first.by = official, (), True, (*first.by, order.name)
            first.signs = ()
        elif unit.tag in NUMBERED:
            unit.items.clear()
            unit.add(PrintedLine(official))
            claim(unit, order.name)
        elif unit.tag == "tr":
            made = PrintedUnit("td", across=max(1, sum(cell.across for cell in unit.units()[1:])))
            unit.items[:] = unit.units()[:1]
            made.add(PrintedLine(official))
            unit.add(made)
            claim(unit, order.name)
        elif unit.tag == "table":
            head = next((row for row in unit.units() if row.tag == "tr"), None)
            if head is None:
                raise Unjudged("a table without rows")
            made = PrintedUnit("td", across=width(unit))
            made.add(PrintedLine(official))
            head.items.clear()
            head.add(made)
            unit.items[:] = [head]
            claim(unit, order.name)
        elif unit.tag == "attachment":
            preface = next((item for item in unit.units() if item.tag == "preface"), None)
            body = next((item for item in unit.units() if item.tag == "mainBody"), PrintedUnit("mainBody"))
            unit.items.clear()
            if preface is not None:
                preface.items[:] = [item for item in preface.units() if item.tag == "mark"]
                unit.add(preface)
            body.items.clear()
            body.add(PrintedLine(official))
            unit.add(body)
            claim(unit, order.name)
        else:
            raise Unjudged(f"repeal {unit.tag}")

    def _without_sentences(self, order: Order, line: PrintedLine, spans: Sequence[tuple[int, int]]) -> None:
        kept = line.words
        for start, end in sorted(set(spans), reverse=True):
            kept = kept[:start] + kept[end:]
            line.edits.append((start, end, ""))
        if not kept.strip():
            raise Unjudged("no sentence of the line stays")
        self.changed(order, line)

    # Numbers and places.

    def _renumber(self, order: Order, spots: list[Spot]) -> Done:
        command = order.command
        if len(command.renumber_to) != len(spots) or any(spot.lines or not spot.unit.printed for spot in spots):
            raise Unjudged("numbers that are not pairs")
        made = []
        for spot, address in zip(spots, command.renumber_to, strict=True):
            number, old = address[-1].number, spot.unit.printed
            found = re.findall(r"\d+(?:-\d+)*|\b[IVXLCІХ][IVXLCІХС]+\b|\b[^\W\d_]\b", old)
            if number is None or len(found) != 1:
                raise Unjudged(f"the number in {old}")
            if spot.unit.tag in DIVISIONS and roman(found[0]) is not None:
                number = as_roman(number, like=found[0])
            made.append((spot.unit, old.replace(found[0], number)))
        self.renumbered.update(unit for unit, _ in made)
        holders = [
            unit
            for (one, _), address in zip(made, command.renumber_to, strict=True)
            for unit in place_of(one)[0].units()
            if unit.tag == one.tag and unit.number == number_key(address[-1].number or "")
        ]

        wanted = {number_key(address[-1].number or "") for address in command.renumber_to}
        exchanged = len(made) == 2 and {unit.number for unit, _ in made} == wanted

        def do() -> None:
            for unit in holders:
                if unit not in self.renumbered and (unit in self.repealed or _is_shell(unit)):
                    holder, place = place_of(unit)
                    del holder.items[place]
            for unit, text in made:
                unit.print_number(text)
                unit.by = (*unit.by, order.name)
            if exchanged:
                # Two that take each the number of the other stand each where the other stood.
                (one, at), (two, then) = (place_of(unit) for unit, _ in made)
                if one is two:
                    one.items[at], one.items[then] = one.items[then], one.items[at]

        return do

    def _move(self, order: Order, spots: list[Spot]) -> Done:
        command = order.command
        if _elsewhere(command):
            return self._move_to_unit(order, spots[0])
        if command.anchor is None and len(command.renumber_to) == 1:
            return self._move_into(order, spots, find(self.root, command.renumber_to[0], self.lang).unit)
        if len(spots) != 1 or command.anchor is None:
            raise Unjudged("where to move")
        unit, anchor = spots[0].unit, find(self.root, command.anchor, self.lang).unit
        numbered = self._renumber(order, spots) if command.renumber_to else None

        def do() -> None:
            if numbered is not None:
                numbered()
            holder, place = place_of(unit)
            if anchor is unit or unit in anchor.outer():
                raise Unjudged("a unit beside itself")
            del holder.items[place]
            beside(anchor, unit, after=command.position != "before")
            claim(unit, order.name)

        return do

    def _move_to_unit(self, order: Order, spot: Spot) -> Done:
        """A unit goes into another one and takes its new number there."""
        holder = find(self.root, order.command.renumber_to[0][:-1], self.lang).unit
        numbered = self._renumber(order, [spot])
        number = number_key(order.command.renumber_to[0][-1].number or "")
        if holder in spot.unit.outer() or any(
            each.tag == spot.unit.tag and each.number == number for each in holder.units()
        ):
            raise Unjudged("a number that another unit has")

        def do() -> None:
            numbered()
            before, place = place_of(spot.unit)
            del before.items[place]
            put_in_order(holder, spot.unit, number)
            claim(spot.unit, order.name)

        return do

    def _move_into(self, order: Order, spots: list[Spot], division: PrintedUnit) -> Done:
        """Units go into a chapter, each to the place of its number."""

        def do() -> None:
            for spot in spots:
                unit = spot.unit
                if unit is division:
                    raise Unjudged("a unit into itself")
                if division in unit.outer():
                    continue
                holder, place = place_of(unit)
                del holder.items[place]
                put_in_order(division, unit, unit.number or "")
                claim(unit, order.name)

        return do


def _elsewhere(command: Command) -> bool:
    """True where one unit gets the number that the command tells among the units of another one."""
    if command.anchor is not None or len(command.targets) != 1 or len(command.renumber_to) != 1:
        return False
    to, own = command.renumber_to[0], command.targets[0]
    return bool(to[-1].number) and len(to) > 1 and to[-1].kind == own[-1].kind and to[:-1] != own[:-1]


def _is_shell(unit: PrintedUnit) -> bool:
    """True for a unit of which a repeal has left its number and the words that say so."""
    return (
        len(unit.items) == 1
        and isinstance(unit.items[0], PrintedLine)
        and is_only_removed(unit.printed, unit.items[0].words)
    )


_KINDS = {"attachment": "annex", "tr": "row", "td": "column", "longTitle": "title", "mark": "corner_mark"}


def _kind(spot: Spot, address: Address) -> str | None:
    """The kind of unit that an address names; where a person named it by its eId, what stands there."""
    if not address:
        return None
    if (address[-1].name or "").startswith("#"):
        return _KINDS.get(spot.unit.tag, spot.unit.tag)
    return address[-1].kind
