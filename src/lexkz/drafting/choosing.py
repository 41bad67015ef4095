"""Which commands make one text into the other: as drafters choose, the fewest printed characters first.

The cost of a command is what a reader has to read of it: the sentence, and all that it quotes. Words are changed where
that is cheaper than to word the unit anew, units where that is cheaper than to word what holds them (docs/decisions).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, BaseAct, Command, Step
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import NUMBERED
from lexkz.drafting.edited_units import (
    DIVISIONS,
    LineOfText,
    RowOfText,
    UnitOfText,
    as_read,
    document,
    pairs,
    row_pairs,
    step,
    table_rows,
)
from lexkz.drafting.word_edits import WordEdit, word_edits
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_line_of_repeal
from lexkz.languages.writing import writer

Grain = Literal["words", "unit"]
SENTENCE = 80
"""Characters of a command without what it quotes: about as many as «подпункт 3) пункта 2 изложить в следующей
редакции:» with the line that opens its place."""
_SHARED = 40
"""Characters of them that a command saves where a line opens its point for several."""
_MUCH = 0.6
"""Share of a line from which its change is a new wording, however short the quotation: a reader of «слова "…" заменить
словами "…"» must still know the sentence again."""
_DIVISION = 3
"""How many times dearer a division is than its letters when it is worded anew."""
WORDS, LINES, UNIT = 0, 1, 2
"""How finely the change of a unit is told: by words, by lines, by its whole text."""


_MARK = f"{q('doc')}/{q('preface')}/{q('container')}[@name='cornerMark']"


@dataclass(frozen=True, slots=True)
class ChosenCommand:
    """A command that is to be written, and the unit of the text in force that it is about."""

    command: Command
    unit: str
    """eId of the unit whose change it tells, in the text in force, or in the edited one where it is new."""
    brings: tuple[etree._Element, ...] = ()
    """Elements of the edited text that are quoted, where there is more in them than lines."""

    @property
    def cost(self) -> int:
        """Printed characters."""
        quoted = (*self.command.old, *self.command.new, *self.command.content)
        return SENTENCE + sum(map(len, quoted))


class Chooser:
    """Walks two texts and chooses; ``levels`` says for units by eId what did not do, so that they are told whole."""

    def __init__(self, base: BaseAct, levels: Mapping[str, int], grain: Grain, lang: Lang) -> None:
        self.base = base
        self.lang = lang
        self.levels = levels
        self.grain = grain

    def act(self, old: etree._Element, new: etree._Element) -> tuple[ChosenCommand, ...]:
        """Return the commands for an act (element ``act``) and all that is attached to it."""
        found = list(self._document(old, new, ()))
        found.extend(self._attached(old, new, ()))
        # What no line opens a place for stands before the first such line: behind it, it would be read as said of what
        # that line names («в Правилах …: дополнить приложением 3»).
        found.sort(key=_is_opened)
        annexed = iter(range(1, len(found) + 1))
        return tuple(
            replace(one, command=replace(one.command, annex=(str(next(annexed)),))) if one.command.annex else one
            for one in found
        )

    def _attached(self, old: etree._Element, new: etree._Element, prefix: Address) -> Iterator[ChosenCommand]:
        before, after = documents.attachments(old), documents.attachments(new)
        partners = _partners(before, after)
        for one in before:
            other = partners.get(one)
            address = self._address(one, prefix, len(before))
            if other is None:
                if not _is_gone(one):
                    whole = self._address(one, prefix, len(before), whole=True)
                    yield self._chosen("repeal", (whole,), one.get("eId", ""))
                continue
            if self.levels.get(one.get("eId", ""), 0) >= UNIT:
                whole = self._address(one, prefix, len(before), whole=True)
                yield self._annexed("replace", whole, one.get("eId", ""), other)
                continue
            yield from self._document(one, other, address)
            yield from self._attached(one, other, address)
        for other in after:
            if other not in partners.values():
                yield self._annexed(
                    "insert", self._address(other, prefix, len(after), whole=True), other.get("eId", ""), other
                )

    def _annexed(self, action: str, address: Address, unit: str, document: etree._Element) -> ChosenCommand:
        """A document that an annex of the order sets anew or brings."""
        chosen = self._chosen(action, (address,), unit, brings=(document,))
        return replace(chosen, command=replace(chosen.command, annex=("1",)))

    def _address(self, attachment: etree._Element, prefix: Address, siblings: int, *, whole: bool = False) -> Address:
        """Approved rules go by their name; by the number of their annex where they are told ``whole``, or where the
        name cannot be declined."""
        number = documents.annex_number(attachment)
        title = documents.title(attachment)
        printed = documents.printed_number(attachment)
        if not prefix and (whole or not self._is_named(title)):
            if printed is not None:
                return (Step("annex", printed),)
            if siblings == 1 and self._is_annex(attachment):
                return (Step("annex"),)
        doc = attachment.find(q("doc"))
        named = doc is not None and doc.get("name") not in ("annex", "form", "list", "table")
        if not prefix and title and (named or printed is None):
            return (Step("instrument", None, title),)
        if number is None and siblings > 1 and title:
            return (*prefix, Step("annex", None, title))
        return (*prefix, Step("annex", number))

    def _is_annex(self, attachment: etree._Element) -> bool:
        """Return whether a corner mark makes its document an annex, as against «Утверждены приказом …»."""
        annex = words_of(self.lang).structure.annex
        return any(annex.search(fold_spaces(line)) for line in _mark_lines(attachment))

    def _is_named(self, title: str | None) -> bool:
        """Return whether the language declines a name."""
        try:
            return title is not None and bool(writer(self.lang).opening(title, None, self.base.type))
        except LookupError:
            return False

    def _document(self, old: etree._Element, new: etree._Element, address: Address) -> Iterator[ChosenCommand]:
        left, right = document(old), document(new)
        eid = left.eid
        if left.heading and right.heading and as_read(left.heading) != as_read(right.heading):
            yield from self._line_of(left.heading, right.heading, (*address, Step("title")), eid or "longTitle")
        if old.tag == q("act"):
            yield from self._front(old.find(q("preamble")), new.find(q("preamble")), (*address, Step("preamble")))
        else:
            yield from self._mark(old, new, address)
        yield from self._entries(left, right, address)

    def _mark(self, old: etree._Element, new: etree._Element, address: Address) -> Iterator[ChosenCommand]:
        """A corner mark is set anew as a whole: its lines are layout."""
        before, after = map(_mark_lines, (old, new))
        if [*map(as_read, before)] != [*map(as_read, after)]:
            target = (*address, Step("corner_mark"))
            yield self._chosen("replace", (target,), old.get("eId", ""), content=tuple(after))

    def _front(
        self, old: etree._Element | None, new: etree._Element | None, address: Address
    ) -> Iterator[ChosenCommand]:
        before = "\n".join(paragraphs(old)) if old is not None else ""
        after = "\n".join(paragraphs(new)) if new is not None else ""
        if as_read(before) == as_read(after):
            return
        if not before or not after:
            # No command puts in a preamble or takes it out: what differs is told.
            return
        yield from self._line_of(before, after, address, "preamble")

    def _line_of(self, old: str, new: str, address: Address, unit: str) -> Iterator[ChosenCommand]:
        """A heading, title or preamble: one line with an address of its own."""
        level = self.levels.get(unit, 0)
        worded = self._words(old, new, address, unit, (old,)) if level < LINES else None
        if worded is not None:
            yield from worded
        else:
            yield self._chosen("replace", (address,), unit, content=tuple(new.split("\n")))

    def _unit(self, old: UnitOfText, new: UnitOfText, address: Address) -> tuple[ChosenCommand, ...]:
        if old.read == new.read:
            return ()
        if new.removed and not old.removed:
            return (self._chosen("repeal", (address,), old.eid),)
        whole = self._chosen("replace", (address,), old.eid, content=new.text, brings=(new.element,))
        if self.levels.get(old.eid, 0) >= UNIT or old.removed:
            return (whole,)
        found: list[ChosenCommand] = []
        if as_read(old.heading or "") != as_read(new.heading or ""):
            if not old.heading or not new.heading:
                return (whole,)
            found.extend(self._line_of(old.heading, new.heading, (*address, Step("heading")), old.eid))
        found.extend(self._entries(old, new, address))
        if any(one.command.action == "none" for one in found) or _counts_twice(found):
            return (whole,)
        # A chapter worded anew says again all that stays in it: it must be much cheaper to be chosen.
        price = whole.cost * (_DIVISION if old.kind in DIVISIONS else 1)
        return (whole,) if _price(found) > price or not found else tuple(found)

    def _entries(self, old: UnitOfText, new: UnitOfText, address: Address) -> Iterator[ChosenCommand]:
        """What changed in the lines and units of a unit; a command ``none`` where lines cannot tell it."""
        around = [entry.text for entry in _lines(old)]
        found = list(pairs(old, new))
        several = len(around) > 1 or len(found) > 1
        place = 0
        while place < len(found):
            one, other = found[place]
            place += 1
            if isinstance(one, UnitOfText) and isinstance(other, UnitOfText):
                if one.kind == "table":
                    if one.read != other.read:
                        yield from self._table(one, other, old, address)
                    continue
                yield from self._unit(one, other, self._below(address, one))
            elif isinstance(one, LineOfText) and isinstance(other, LineOfText):
                if as_read(one.text) != as_read(other.text):
                    yield from self._line(one, other, old, address, around, several)
            elif other is None:
                if isinstance(one, LineOfText):
                    yield self._chosen("repeal", ((*address, Step("alinea", str(one.place))),), old.eid)
                elif isinstance(one, UnitOfText) and one.kind == "table":
                    yield self._chosen("none", (address,), old.eid)
                elif isinstance(one, UnitOfText) and not one.removed:
                    yield self._chosen("repeal", (self._below(address, one),), one.eid)
            elif isinstance(other, LineOfText):
                run = [other]
                while place < len(found) and found[place][0] is None and isinstance(found[place][1], LineOfText):
                    run.append(found[place][1])  # type: ignore[arg-type]
                    place += 1
                targets = tuple((*address, Step("alinea", str(line.place))) for line in run)
                yield self._chosen("insert", targets, old.eid, content=tuple(line.text for line in run))
            elif other.kind == "table":
                yield self._chosen("none", (address,), old.eid)
            else:
                units = [other]
                while (
                    place < len(found)
                    and found[place][0] is None
                    and isinstance(more := found[place][1], UnitOfText)
                    and more.kind == other.kind
                ):
                    units.append(more)
                    place += 1
                edge = old.kind in DIVISIONS and other.kind not in DIVISIONS and _is_at_edge(units, new)
                inside = (*address, step(old)) if edge and (not address or address[-1] != step(old)) else address
                targets = tuple((*self._outer(inside, unit, keep=edge), step(unit)) for unit in units)
                yield self._chosen(
                    "insert",
                    targets,
                    other.eid,
                    content=tuple(line for unit in units for line in unit.text),
                    brings=tuple(unit.element for unit in units),
                )

    def _table(self, old: UnitOfText, new: UnitOfText, holder: UnitOfText, address: Address) -> Iterator[ChosenCommand]:
        """What changed in the numbered rows of the only table of its unit; else the unit is told whole."""
        before, after = table_rows(old.element), table_rows(new.element)
        rows = row_pairs(before, after)
        if rows is None or sum(isinstance(e, UnitOfText) and e.kind == "table" for e in holder.entries) > 1:
            yield self._chosen("none", (address,), holder.eid)
            return
        for one, other in rows:
            number = (one or other).number  # type: ignore[union-attr]
            target = (*address, Step("row", number))
            if one is None and other is not None:
                yield self._chosen("insert", (target,), holder.eid, brings=(other.element,))
            elif other is None:
                yield self._chosen("repeal", (target,), holder.eid)
            elif one is not None and one.read != other.read:
                told = self._cells(one, other, target, holder.eid)
                yield told or self._chosen("replace", (target,), holder.eid, brings=(other.element,))

    def _cells(self, old: RowOfText, new: RowOfText, target: Address, unit: str) -> ChosenCommand | None:
        """The change of a row by words, where one cell holds all of it."""
        changed = [pair for pair in zip(old.cells, new.cells, strict=False) if as_read(pair[0]) != as_read(pair[1])]
        if len(old.cells) != len(new.cells) or len(changed) != 1 or self.levels.get(unit, 0) >= LINES:
            return None
        found = self._words(*changed[0], target, unit, old.cells)
        return found[0] if found is not None and len(found) == 1 else None

    def _below(self, address: Address, unit: UnitOfText) -> Address:
        return (*self._outer(address, unit), step(unit))

    def _outer(self, address: Address, unit: UnitOfText, *, keep: bool = False) -> Address:
        """The address of what holds a unit: without the divisions that its eId does not have, as numbers run on."""
        if keep or unit.kind in DIVISIONS:
            return address
        named = unit.eid.split("__")
        while (
            address
            and address[-1].kind in DIVISIONS
            and not any(part.startswith(("chp_", "sec_", "subchp_", "subsec_")) for part in named)
        ):
            address = address[:-1]
        return address

    def _line(
        self,
        old: LineOfText,
        new: LineOfText,
        unit: UnitOfText,
        address: Address,
        around: Sequence[str],
        several: bool,
    ) -> Iterator[ChosenCommand]:
        level = self.levels.get(unit.eid, 0)
        own = (*address, Step("alinea", str(old.place))) if several else address
        found: tuple[ChosenCommand, ...] | None = None
        if level < LINES:
            found = self._words(old.text, new.text, address, unit.eid, around) if several else None
            if found is None or (several and any(len(one.command.old) > 3 for one in found)):
                found = self._words(old.text, new.text, own, unit.eid, (old.text,))
        reworded = self._chosen("replace", (own,), unit.eid, content=(new.text,))
        if found is not None and sum(one.cost for one in found) <= reworded.cost + SENTENCE:
            yield from found
        elif several:
            yield reworded
        else:
            yield self._chosen("none", (address,), unit.eid)

    def _words(
        self, old: str, new: str, address: Address, unit: str, around: Sequence[str]
    ) -> tuple[ChosenCommand, ...] | None:
        """The change of a line by words, one command a kind of change; None where it is too much or cannot be told."""
        edits = word_edits(old, new, around) if self.grain == "words" else None
        if not edits:
            return None
        touched = sum(len(edit.old) if edit.action != "insert_words" else 0 for edit in edits)
        if touched > _MUCH * len(old):
            return None
        return tuple(self._worded(run, address, unit) for run in _runs(edits))

    def _worded(self, edits: Sequence[WordEdit], address: Address, unit: str) -> ChosenCommand:
        first = edits[0]
        command = replace(
            self._chosen(first.action, (address,), unit).command,
            old=tuple(edit.old for edit in edits),
            new=tuple(edit.new for edit in edits) if first.action != "delete_words" else (),
            position="after" if first.action == "insert_words" else None,
        )
        return ChosenCommand(command, unit)

    def _chosen(
        self,
        action: str,
        targets: tuple[Address, ...],
        unit: str,
        *,
        content: tuple[str, ...] = (),
        brings: tuple[etree._Element, ...] = (),
    ) -> ChosenCommand:
        return ChosenCommand(Command("", action, self.base, targets, "", content), unit, brings)  # type: ignore[arg-type]


def _counts_twice(found: Sequence[ChosenCommand]) -> bool:
    """True where lines of one unit go and others come: which абзац is the second would depend on the command read."""
    actions = {(one.command.action, one.unit) for one in found if one.command.targets[0][-1].kind == "alinea"}
    return any(("repeal", unit) in actions and ("insert", unit) in actions for _, unit in actions)


def _price(found: Sequence[ChosenCommand]) -> int:
    """What the commands within one unit cost together."""
    return sum(one.cost for one in found) - _SHARED * max(0, len(found) - 1)


def _lines(unit: UnitOfText) -> Iterator[LineOfText]:
    for entry in unit.entries:
        if isinstance(entry, LineOfText):
            yield entry
        elif entry.kind in NUMBERED:
            yield from _lines(entry)


def _runs(edits: Sequence[WordEdit]) -> Iterator[list[WordEdit]]:
    """Edits that one command tells: replacements together, deletions together, each insertion by itself."""
    run: list[WordEdit] = []
    for edit in edits:
        if run and (edit.action != run[0].action or edit.action == "insert_words"):
            yield run
            run = []
        run.append(edit)
    if run:
        yield run


def _partners(old: Sequence[etree._Element], new: Sequence[etree._Element]) -> dict[etree._Element, etree._Element]:
    """Attachments of one number and title, then of one number, then of one title, then in one place."""
    found: dict[etree._Element, etree._Element] = {}
    ways = (
        lambda item: (documents.annex_number(item), fold_spaces(documents.title(item) or "")),
        lambda item: ("number", documents.annex_number(item)) if documents.annex_number(item) else None,
        lambda item: ("title", fold_spaces(documents.title(item) or "")) if documents.title(item) else None,
        lambda item: item.get("eId"),
    )
    for way in ways:
        free = {way(item): item for item in reversed(new) if item not in found.values()}
        for item in old:
            partner = free.get(way(item)) if item not in found and way(item) is not None else None
            if partner is not None and partner not in found.values():
                found[item] = partner
    return found


def _mark_lines(attachment: etree._Element) -> list[str]:
    return [text for mark in attachment.iterfind(_MARK) for text in paragraphs(mark)]


def _is_at_edge(units: Sequence[UnitOfText], division: UnitOfText) -> bool:
    """Return whether units are the first or the last of a division: a number alone would not say which one holds them.

    Between two units of one division a number says it, and the division is not named.
    """
    held = [entry for entry in division.entries if isinstance(entry, UnitOfText) and entry.kind == units[0].kind]
    return not held or held[0] is units[0] or held[-1] is units[-1]


def _is_gone(attachment: etree._Element) -> bool:
    """True where nothing is left of an annex but its corner mark and the words that it was taken out."""
    if attachment.get("status") == "removed":
        return True
    body = attachment.find(f"{q('doc')}/{q('mainBody')}")
    said = paragraphs(body) if body is not None else ()
    return (
        documents.title(attachment) is None
        and all(map(is_line_of_repeal, said))
        and attachment.find(f".//{q('tr')}") is None
    )


def _is_opened(chosen: ChosenCommand) -> bool:
    """True where lines of the order open the place of a command."""
    first = chosen.command.targets[0]
    return len(first) > 1 and first[0].kind in ("instrument", "annex")
