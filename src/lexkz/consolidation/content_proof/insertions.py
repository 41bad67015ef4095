"""Commands that bring new units, rows, lines, sentences and documents, done again on a text tree."""

import re
from collections.abc import Sequence

from lexkz.amendment.model import Address, Step
from lexkz.consolidation.content_proof.addressed import (
    Spot,
    annex_number,
    find,
    mark_lines,
    parts,
    sentence_spans,
    tables,
    tag_of,
)
from lexkz.consolidation.content_proof.ground import Done, Ground, Order, claim, groups
from lexkz.consolidation.content_proof.new_text import flat_lines, numbered_units, with_followers
from lexkz.consolidation.content_proof.order import beside, near, put_in_order, sort_key
from lexkz.consolidation.content_proof.own_notes import whole
from lexkz.consolidation.content_proof.table_columns import (
    cells_of,
    column_at,
    heads,
    is_across,
    numbering_row,
    put_column,
    rows_with_cells,
    width,
)
from lexkz.consolidation.content_proof.text_tree import (
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    all_lines,
    all_units,
    attachments,
    body_of,
    counted_lines,
    document_of,
    has_gap,
    number_key,
    place_of,
    printed,
)

DOCUMENT_KINDS = frozenset({"annex", "instrument", "form"})


class Insertions(Ground):
    """What new text can do."""

    def insert(self, order: Order, addresses: Sequence[Address]) -> Done:
        command = order.command
        kinds = {address[-1].kind if address else "act" for address in addresses}
        kind = next(iter(kinds))
        if len(kinds) != 1:
            raise Unjudged("new units of several kinds")
        parents = [find(self.root, address[:-1], self.lang) for address in addresses]
        if kind in DOCUMENT_KINDS:
            return lambda: self._insert_documents(order, parents, addresses)
        items = self.bringing.quoted(command)
        if kind == "sentence":
            if command.anchor is not None and command.anchor[-1].kind != "sentence":
                raise Unjudged("a sentence beside what is none")
            return lambda: self._insert_sentence(order, parents[0], addresses, items)
        if kind == "row":
            anchor = find(self.root, command.anchor, self.lang).unit if command.anchor is not None else None
            return lambda: self._insert_rows(order, parents, addresses, anchor)
        if kind == "note":
            return lambda: self._insert_note(order, parents, items)
        if len(addresses[0]) > 1 and addresses[0][-2].kind == "note":
            return self._insert_in_note(order, whole(parents[0].lines[0]), items)
        if kind == "column":
            return self._insert_columns(order, parents, addresses)
        if any(spot.unit.tag in ("table", "tr") or spot.column is not None for spot in parents):
            # Units and lines stand in cells; a row, a column or a table has no place for them.
            raise Unjudged(f"{kind} in a table")
        numbered = kind == "part" and parents[0].unit.tag == "article" and bool(numbered_units(items, "paragraph"))
        if kind in ("alinea", "part") and not numbered:
            after = self._line_anchor(order, parents, addresses)
            return lambda: self._insert_lines(order, parents, addresses, items, after)
        if kind not in NUMBERED and not numbered:
            raise Unjudged(f"insert {kind}")
        return lambda: self._insert_units(order, parents, addresses, items)

    def _insert_units(
        self, order: Order, parents: list[Spot], addresses: Sequence[Address], items: "list[PrintedUnit | PrintedLine]"
    ) -> None:
        tag = tag_of(addresses[0][-1], parents[0].unit)
        units = numbered_units(items, tag)
        if len(units) != len(addresses) or parents[0].lines:
            raise Unjudged(f"{len(units)} new texts for {len(addresses)} units")
        for place, (parent, address) in enumerate(zip(parents, addresses, strict=True)):
            wanted = address[-1].number
            found = [unit for unit in units if unit.number == number_key(wanted)] if wanted else [units[place]]
            if len(found) != 1 or found[0].number is None:
                raise Unjudged(f"new text for {wanted}")
            new = with_followers(items, found[0]) if len(units) == 1 else found[0]
            present = near(parent.unit, tag).with_number.get(new.number or "", [])
            if len(present) == 1:
                self.put(order, present[0], new)
            else:
                put_in_order(parent.unit, new, new.number or "")
                claim(new, order.name)

    def _insert_rows(
        self,
        order: Order,
        parents: list[Spot],
        addresses: Sequence[Address],
        anchor: PrintedUnit | None,
    ) -> None:
        if parents[0].rows:
            table = _table(parents[0].unit)
            self._insert_in_section(order, parents[0], self.bringing.rows(order.command, addresses, table))
            return
        known = tables(parents[0].unit)
        new = self.bringing.rows(order.command, addresses, known[0] if known else parents[0].unit)
        if len(known) != 1:
            raise Unjudged(f"{len(known)} tables")
        if addresses[0][-1].number is not None:
            if len(new) != len(addresses):
                raise Unjudged(f"{len(new)} new rows for {len(addresses)}")
            for row in new:
                if row.number is None:
                    raise Unjudged("a new row without a number")
                same = [one for one in known[0].units() if one.tag == "tr" and one.number == row.number]
                if len(same) == 1:
                    self.put(order, same[0], row)
                    continue
                put_in_order(known[0], row, row.number)
                claim(row, order.name)
            return
        there = [unit for unit in known[0].units() if unit.tag == "tr"]
        if any(unit.tag == "gap" for unit in known[0].units()) or not there:
            raise Unjudged("rows of an outline")
        at, before = anchor or there[-1], anchor is not None and order.command.position == "before"
        for row in new if before else reversed(new):
            beside(at, row, after=not before)
            claim(row, order.name)

    def _insert_note(self, order: Order, parents: list[Spot], items: "list[PrintedUnit | PrintedLine]") -> None:
        spot = parents[0]
        if len(parents) != 1 or spot.lines or spot.rows or spot.column is not None:
            raise Unjudged("where the note goes")
        present = [line for line in all_lines(spot.unit) if line.role == "note"]
        if present:
            self._say_again(order, whole(present[0]), items)
            return
        for item in items:
            claim(item, order.name)
        first = next(iter(flat_lines(items[:1])))
        first.role = "note"
        if spot.unit.tag == "table":
            holder, place = place_of(spot.unit)
            for offset, item in enumerate(items, start=1):
                holder.add(item, place + offset)
        else:
            holder = body_of(spot.unit)
            for item in items:
                holder.add(item)
        holder.by = (*holder.by, order.name)

    def _say_again(self, order: Order, own: Sequence[PrintedLine], items: "list[PrintedUnit | PrintedLine]") -> None:
        """A note that stands there already must say what the command says."""
        made = PrintedUnit("mainBody")
        for item in items:
            made.add(item)
        said = printed(made)
        if len(said) != len(own):
            raise Unjudged("another note stands there")
        for line, new in zip(own, said, strict=True):
            number = line.unit.printed if line.unit is not None and line.unit.tag in NUMBERED else ""
            line.words, line.by = new.text.removeprefix(number).strip(), (*line.by, order.name)

    def _insert_in_note(
        self, order: Order, own: Sequence[PrintedLine], items: "list[PrintedUnit | PrintedLine]"
    ) -> Done:
        """The next point or line of a note."""
        if len(items) != 1:
            raise Unjudged("several new lines of a note")
        new = items[0]
        if isinstance(new, PrintedLine) or new.tag not in NUMBERED:
            return lambda: self._line_into_note(order, own[-1], new)
        known = [line.unit for line in own if line.unit is not None and line.unit.tag == new.tag]
        if not known or known[-1].number is None or sort_key(new.number or "") <= sort_key(known[-1].number):
            raise Unjudged("a number of a note out of order")
        number, (holder, _) = known[-1].number, place_of(known[-1])

        def do() -> None:
            # The point before may have a new wording by now.
            there = [unit for unit in holder.units() if unit.tag == new.tag and unit.number == number]
            if not there:
                raise Unjudged("the point before is gone")
            beside(there[-1], new, after=True)
            claim(new, order.name)

        return do

    def _line_into_note(self, order: Order, last: PrintedLine, new: "PrintedUnit | PrintedLine") -> None:
        unit, _ = place_of(last)
        holder, place = place_of(unit if unit.tag in ("alinea", *NUMBERED) else last)
        holder.add(new, place + 1)
        claim(new, order.name)

    def _insert_columns(self, order: Order, parents: list[Spot], addresses: Sequence[Address]) -> Done:
        known = tables(parents[0].unit)
        if len(known) != 1 or any(parent.unit is not parents[0].unit for parent in parents):
            raise Unjudged("columns of several tables")
        table, count = known[0], len(addresses)
        given = [text.split("\t") for text in self.bringing.texts(order.command)]
        there = [int(number) - 1 for address in addresses if (number := address[-1].number or "").isdigit()]
        if there and max(there) < width(table):
            return lambda: self._columns_there(order, table, there, given)
        at = self._column_place(order, table, addresses)
        rows = [row for row, _ in rows_with_cells(table) if not is_across(row)]
        if any(len(texts) != count for texts in given):
            raise Unjudged("new cells that do not fit the new columns")
        if len(given) == 1 and len(heads(table)) == 1:
            # The heading alone: below it nothing but, in the row of numbers, the numbers of the new columns.
            head, numbers = heads(table)[0][0], numbering_row(table)
            own = [address[-1].number or str(at + 1 + nth) for nth, address in enumerate(addresses)]
            given = [given[0] if row is head else own if row is numbers else [""] * count for row in rows]
        texts = [[cell.strip() for cell in line] for line in given]
        return lambda: put_column(table, at, texts, order.name)

    def _columns_there(self, order: Order, table: PrintedUnit, there: list[int], given: list[list[str]]) -> None:
        """Columns that stand there already: they must say what the command says."""
        for nth, at in enumerate(there):
            for cell, texts in zip(cells_of(table, at), given, strict=False):
                cell.items.clear()
                cell.add(PrintedLine(texts[nth].strip(), by=(order.name,)))

    def _column_place(self, order: Order, table: PrintedUnit, addresses: Sequence[Address]) -> int:
        command, count = order.command, width(table)
        places = set()
        if command.anchor is not None:
            near = find(self.root, command.anchor, self.lang)
            if near.unit is not table or near.column is None:
                raise Unjudged("a column beside what is none")
            places.add(near.column + (command.position == "after"))
        for nth, address in enumerate(addresses):
            number = address[-1].number
            if number is None:
                places.update(() if places else (count,))
            elif number.isdigit():
                places.add(int(number) - 1 - nth)
            else:
                places.add(column_at(table, Step("column", number.partition("-")[0])) + 1)
        if len(places) != 1 or not 0 < max(places) <= count:
            raise Unjudged("the place of a new column")
        return places.pop()

    def _insert_in_section(self, order: Order, section: Spot, new: list[PrintedUnit]) -> None:
        for row in new:
            if row.number is None:
                raise Unjudged("a new row without a number")
            known = [one for one in section.rows if one.number is not None and one.parent is not None]
            known += [one for one in new[: new.index(row)] if one.parent is not None]
            same = [one for one in known if one.number == row.number]
            if len(same) == 1:
                self.put(order, same[0], row)
                continue
            known.sort(key=lambda one: one.parent.items.index(one) if one.parent is not None else 0)
            lower = [one for one in known if sort_key(one.number or "") < sort_key(row.number)]
            if not known or lower != known[: len(lower)]:
                raise Unjudged("numbers of a section out of order")
            beside(lower[-1] if lower else known[0], row, after=bool(lower))
            claim(row, order.name)

    def _line_anchor(
        self, order: Order, parents: list[Spot], addresses: Sequence[Address]
    ) -> "list[PrintedLine | None]":
        """The line after which each new line goes, None for the end of the unit; found on the text as it was."""
        command = order.command
        out: list[PrintedLine | None] = []
        for spot, address in zip(parents, addresses, strict=True):
            step, unit = address[-1], spot.unit
            beside_it = command.anchor is not None and command.position in ("after", "before")
            if beside_it and not (step.number is not None and order.by_number):
                out.append(self._line_beside(order, unit))
            elif step.number is None:
                out.append(None)
            elif step.kind == "alinea" and step.number.isdigit() and has_gap(unit) and not spot.lines:
                out.append(_known_before(unit, int(step.number)))
            elif not step.number.isdigit() or has_gap(unit) or spot.lines:
                raise Unjudged("lines that cannot be counted")
            elif step.kind == "part":
                known, place = parts(unit), int(step.number) - 2 - len([one for one in out if one is not None])
                if not 0 <= place < len(known):
                    raise Unjudged(f"part {step.number} of {len(known)}")
                out.append(known[place][-1])
            else:
                counted = counted_lines(unit)
                place = int(step.number) - 2 - len([one for one in out if one is not None])
                if not 0 <= place < len(counted):
                    raise Unjudged(f"alinea {step.number} of {len(counted)}")
                out.append(counted[place])
        return out

    def _line_beside(self, order: Order, unit: PrintedUnit) -> PrintedLine:
        """The line after which new text goes that stands beside what the command names."""
        assert order.command.anchor is not None
        named = find(self.root, order.command.anchor, self.lang)
        own = list(named.lines) or counted_lines(named.unit)
        known = counted_lines(unit)
        if not own or own[0] not in known or own[-1] not in known:
            raise Unjudged("a neighbour that is not in the unit")
        if order.command.position == "after":
            return own[-1]
        if known.index(own[0]) == 0:
            raise Unjudged("nothing stands before the first line")
        return known[known.index(own[0]) - 1]

    def _insert_lines(
        self,
        order: Order,
        parents: list[Spot],
        addresses: Sequence[Address],
        items: "list[PrintedUnit | PrintedLine]",
        after: "list[PrintedLine | None]",
    ) -> None:
        shares = groups(items, len(addresses), by_part=addresses[0][-1].kind == "part")
        last: PrintedUnit | PrintedLine | None = None
        for spot, group, line in zip(parents, shares, after, strict=True):
            unit = spot.unit
            if spot.lines or unit.tag in ("act", "attachment"):
                raise Unjudged("lines into lines")
            if line is None:
                for item in group:
                    unit.add(item)
            else:
                anchor = last if last is not None and after.count(line) > 1 else _top(line, unit)
                for item in group:
                    holder, place = place_of(anchor)
                    holder.add(item, place + 1)
                    anchor = last = item
            for item in group:
                claim(item, order.name)
            unit.by = (*unit.by, order.name)

    def _insert_sentence(
        self, order: Order, parent: Spot, addresses: Sequence[Address], items: "list[PrintedUnit | PrintedLine]"
    ) -> None:
        known = list(parent.lines) or counted_lines(body_of(parent.unit))
        new = flat_lines(items)
        if not known or len(new) != 1:
            raise Unjudged("which line the sentence goes into")
        line, number = known[0], addresses[0][-1].number
        spans = sentence_spans(line.words, self.lang)
        if any(line.words[start:end].strip() == new[0].words.strip() for start, end in spans):
            return
        wanted = len(spans) + 1 if number is None else int(number) if number.isdigit() else 0
        beside = order.command.anchor
        if beside is not None:
            said = beside[-1].number or ""
            nth = len(spans) if said == "last" else int(said) if said.isdigit() else 0
            if beside[:-1] != addresses[0][:-1] or not 1 <= nth <= len(spans):
                raise Unjudged("which place the sentence has")
            wanted = nth + (1 if order.command.position == "after" else 0)
        if not 1 <= wanted <= len(spans) + 1 or (number is None and beside is None and len(known) > 1):
            raise Unjudged("which place the sentence has")
        if wanted == 1:
            line.edits.append((0, 0, f"{new[0].words} "))
        else:
            place = spans[wanted - 2][1]
            line.edits.append((place, place, f" {new[0].words}"))
        self.changed(order, line)

    def _insert_documents(self, order: Order, parents: list[Spot], addresses: Sequence[Address]) -> None:
        for place, (spot, address) in enumerate(zip(parents, addresses, strict=True)):
            document = document_of(spot.unit)
            new = self.document(order, place, len(addresses))
            below = attachments(document)
            number = address[-1].number
            present = [one for one in below if number and annex_number(one) == number_key(number)]
            if len(present) == 1:
                self.put(order, present[0], new)
                continue
            new.eid, new.called = "", number_key(number or "")
            if self.bringing.marks_itself(new):
                marks = [mark for each in below for mark in (each.marks or (_mark(each),))]
                new.marks = tuple(
                    mark
                    for each in marks
                    if not self.bringing.names_itself(" ".join(each)) and (mark := _with_number(each, number or ""))
                )
            if not below:
                group = PrintedUnit("attachments")
                document.add(group)
                group.add(new)
            elif number is None:
                beside(below[-1], new, after=True)
            else:
                wanted = sort_key(number_key(number))
                lower = [one for one in below if (known := annex_number(one)) is None or sort_key(known) < wanted]
                if lower:
                    beside(lower[-1], new, after=True)
                else:
                    beside(below[0], new, after=False)
            claim(new, order.name)


def _mark(annex: PrintedUnit) -> tuple[str, ...]:
    return tuple(line.words for line in mark_lines(annex))


def _with_number(mark: tuple[str, ...], number: str) -> tuple[str, ...]:
    """The corner mark of the annex beside a new one, with the number of the new one; ``()`` where it has no number."""
    lines = "\n".join(mark)
    figures = re.findall(r"(?i)приложение\s*(?:№\s*)?(\d+(?:-\d+)*)|(\d+(?:-\d+)*)\s*[-–‑]?\s*қосымша", lines)
    if len(figures) != 1 or not number:
        return ()
    old = "".join(figures[0])
    said = re.sub(rf"(?i)(приложение\s*(?:№\s*)?){old}\b", rf"\g<1>{number}", lines)
    said = re.sub(rf"(?i)(?<!\S){old}(\s*[-–‑]?\s*қосымша)", rf"{number}\g<1>", said)
    return tuple(said.split("\n"))


def _table(row: PrintedUnit) -> PrintedUnit:
    return next(unit for unit in row.outer() if unit.tag == "table")


def _known_before(unit: PrintedUnit, wanted: int) -> PrintedLine:
    """The last line of an outline's unit whose number is known to be lower than ``wanted``."""
    begins = f"{unit.eid}__al_"
    for item in reversed(list(all_units(unit))):
        number = item.eid.removeprefix(begins)
        if item.eid.startswith(begins) and number.isdigit() and int(number) < wanted and counted_lines(item):
            return counted_lines(item)[-1]
    first = next((item for item in unit.items if isinstance(item, PrintedLine)), None)
    if first is None:
        raise Unjudged("no line is known")
    return first


def _top(line: PrintedLine, unit: PrintedUnit) -> "PrintedUnit | PrintedLine":
    """What a new line of ``unit`` goes after: the subunit that ends with ``line``, else the line itself."""
    found: PrintedUnit | PrintedLine = line
    holder = line.unit
    while holder is not None and holder is not unit and counted_lines(holder)[-1:] == [line]:
        found, holder = holder, holder.parent
    if holder is not unit and isinstance(found, PrintedLine) and holder is not None and holder.tag == "alinea":
        return holder
    return found
