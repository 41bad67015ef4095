"""What the commands of one act work on, and what all ways of redoing them share."""

from collections.abc import Callable
from dataclasses import dataclass

from lexkz.amendment.model import Command
from lexkz.consolidation.content_proof.addressed import parts
from lexkz.consolidation.content_proof.new_text import Bringing
from lexkz.consolidation.content_proof.order import put_in_place
from lexkz.consolidation.content_proof.text_tree import PrintedLine, PrintedUnit, Unjudged, all_lines

Done = Callable[[], None]
"""What does a command, once all that it names is found."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command that was applied, with what a person decided on it."""

    command: Command
    target: str = ""
    """The unit that a person put for the one that the command names."""
    chosen: tuple[str, int] = ("", 0)
    """``("times", 2)`` or ``("occurrence", 1)``: which of several occurrences of the words a person chose."""
    by_number: bool = False
    """A person decided that the command is right although its number and the neighbour that it names disagree."""
    name: str = ""
    """What tells the command from those of other acts."""
    targets: tuple[str, ...] = ()
    """eIds that the report names for it: what is left out of the comparison where the command is not judged."""


class Ground:
    """The text tree that one act works on."""

    def __init__(self, root: PrintedUnit, bringing: Bringing, lang: str) -> None:
        self.root = root
        self.bringing = bringing
        self.lang = lang
        self.edited: list[PrintedLine] = []
        self.set: set[PrintedUnit | PrintedLine] = set()
        """What gets a new wording as a whole: words "everywhere" do not reach into it."""
        self.repealed: set[PrintedUnit] = set()
        """Units that fall as a whole."""
        self.renumbered: set[PrintedUnit] = set()

    def put(self, order: Order, old: PrintedUnit, new: PrintedUnit) -> None:
        """Put ``new`` in the place of ``old``, under the eId that the place has."""
        put_in_place(old, new)
        new.eid = old.eid
        claim(new, order.name)

    def document(self, order: Order, place: int, count: int) -> PrintedUnit:
        command = order.command
        if command.annex:
            if len(command.annex) != count:
                raise Unjudged("annexes and targets are not pairs")
            return self.bringing.annex(command, place)
        if count != 1:
            raise Unjudged("one quotation for several documents")
        made, body = PrintedUnit("attachment"), PrintedUnit("mainBody")
        made.add(body)
        for item in self.bringing.quoted(command):
            body.add(item)
        return made

    def changed(self, order: Order, line: PrintedLine) -> None:
        line.loose = True
        line.by = (*line.by, order.name)
        self.edited.append(line)


def claim(item: "PrintedUnit | PrintedLine", name: str) -> None:
    """Say of all that ``item`` holds which command it is of."""
    item.by = (*item.by, name)
    if isinstance(item, PrintedUnit):
        for inner in item.items:
            claim(inner, name)


def groups(
    items: "list[PrintedUnit | PrintedLine]", count: int, *, by_part: bool
) -> "list[list[PrintedUnit | PrintedLine]]":
    """Part new text among ``count`` targets: by its parts, else a line each."""
    if count == 1:
        if not items:
            raise Unjudged("no new text")
        return [items]
    if by_part:
        items = _beside_lists(items)
        probe = PrintedUnit("article")
        for item in items:
            probe.add(item)
        starts = [part[0] for part in parts(probe)]
        tops = [next(place for place, item in enumerate(items) if _holds(item, line)) for line in starts]
        if len(tops) == count and tops[0] == 0:
            return [items[one:two] for one, two in zip(tops, [*tops[1:], len(items)], strict=True)]
    elif len(items) == count:
        return [[item] for item in items]
    raise Unjudged(f"{len(items)} lines for {count}")


def _beside_lists(items: "list[PrintedUnit | PrintedLine]") -> "list[PrintedUnit | PrintedLine]":
    """Lines of the last subpoint of a list that begin a sentence of their own stand beside the list."""
    out: list[PrintedUnit | PrintedLine] = []
    for item in items:
        lines = list(all_lines(item)) if isinstance(item, PrintedUnit) and item.printed and out else []
        ends = bool(lines) and lines[0].words.rstrip('"»”)]')[-1:] in ".!?…"
        if isinstance(item, PrintedUnit) and ends and len(lines) > 1 and lines[1].words[:1].isupper():
            further = item.items[1:]
            if all(isinstance(one, PrintedLine) or one.tag == "alinea" for one in further):
                del item.items[1:]
                out += [item, *further]
                continue
        out.append(item)
    return out


def _holds(item: "PrintedUnit | PrintedLine", line: PrintedLine) -> bool:
    return item is line or (isinstance(item, PrintedUnit) and line in list(all_lines(item)))
