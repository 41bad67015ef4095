"""The text of an act as the content proof sees it: units with their printed numbers, and the lines in them.

It is read from Akoma Ntoso by a few rules of its own and is changed as a person with a pencil would change the text. It
shares nothing with the code that changes the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal

from lxml import etree

from lexkz.akn.eids import TRANSPARENT, bare_number, number_part
from lexkz.akn.elements import INLINE, NUMBERED_LINES, TEXT_BLOCKS
from lexkz.akn.namespace import AKN, local, q
from lexkz.akn.numbers import as_arabic
from lexkz.akn.text import paragraphs
from lexkz.languages.folding import fold

NUMBERED = frozenset({"section", "subsection", "chapter", "subchapter", "article", "paragraph", "subparagraph"})
"""Units that carry a number and are addressed by it."""
DIVISIONS = TRANSPARENT | {"body", "mainBody", "hcontainer"}
"""What points stand in without being of it: their numbers run on through chapters."""
DOCUMENTS = frozenset({"act", "attachment"})
if TYPE_CHECKING:
    from lexkz.consolidation.content_proof.order import NumberedUnits

_HOLDERS = frozenset({"content", "intro", "wrapUp", "doc"})
_HIDDEN = frozenset({"meta", "toc"})
_BLOCKS = TEXT_BLOCKS - {"num"}
_COUNTED = frozenset({"p", "block"})
_SIMPLE = frozenset({"p", "heading", "subheading", "caption"})
_NO_LINES = frozenset({"table", "attachments", "attachment", "preface", "gap"})
_IN_PATHS = frozenset({"attachment", *NUMBERED})
_PREFIX = f"{{{AKN}}}"

Role = Literal["p", "block", "heading", "note", "closing", "other", "continued"]
"""``closing``: a line that closes a unit after its subunits; ``continued``: a further paragraph of the line before."""


@dataclass(slots=True, eq=False)
class PrintedLine:
    """One paragraph of text."""

    words: str
    """Without white space at its ends, each run of white space one space."""
    role: Role = "p"
    unit: "PrintedUnit | None" = None
    refs: tuple[tuple[str, str], ...] = ()
    """Words and ``href`` of the references in it."""
    signs: tuple[str, ...] = ()
    """What the words alone do not say: raised, lowered and struck-out text, pictures."""
    known: bool = True
    """False where only ``omissis`` stands there."""
    by: tuple[str, ...] = ()
    """The commands that set or changed it."""
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """Changes of words that wait: ``words[start:end]`` becomes the new text."""
    loose: bool = False
    """Spaces beside punctuation do not count: words were put in, and how they join is a matter of typesetting."""


class PrintedItems(list["PrintedUnit | PrintedLine"]):
    """What stands in a unit. Where it changes, what is entered of the unit and of those around it is forgotten, however
    it is changed: no one has to remember it."""

    __slots__ = ("unit",)
    unit: "PrintedUnit"


def _forgetting(name: str) -> Any:
    change = getattr(list, name)

    def changed(self: PrintedItems, *given: Any) -> Any:
        self.unit.forget()
        return change(self, *given)

    return changed


_CHANGES = ("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse")
for _name in (*_CHANGES, "__setitem__", "__delitem__", "__iadd__", "__imul__"):
    setattr(PrintedItems, _name, _forgetting(_name))


@dataclass(slots=True, eq=False)
class PrintedUnit:
    """A unit, a document, a table, a row, a cell: what has parts."""

    tag: str
    eid: str = ""
    printed: str = ""
    """The number as it is printed: ``"5."``."""
    items: "list[PrintedUnit | PrintedLine]" = field(default_factory=list)
    parent: "PrintedUnit | None" = None
    by: tuple[str, ...] = ()
    """The commands that set it, put something into it or took something out of it."""
    across: int = 1
    """How many columns a cell reaches over."""
    down: int = 1
    """How many rows it reaches over."""
    marks: tuple[tuple[str, ...], ...] = ()
    """Of a new annex: what its corner mark may read."""
    name: str = ""
    called: str = ""
    """Of an annex: the bare number by which a command brought it."""
    former: tuple[str, ...] = ()
    """Of a document: the titles that it had before each act."""
    entered: "dict[tuple[str, str], NumberedUnits]" = field(default_factory=dict, repr=False)
    """Units of this one by their numbers, see :mod:`lexkz.consolidation.content_proof.order`."""

    def __post_init__(self) -> None:
        """Watch what stands in this unit."""
        # Made by itself it would be made by code in Python, as often as there are units.
        made = PrintedItems(self.items)
        made.unit = self
        self.items = made

    def forget(self) -> None:
        """Forget what is entered of this unit and of those around it: one of them changes."""
        unit: PrintedUnit | None = self
        while unit is not None:
            unit.entered.clear()
            unit = unit.parent

    def print_number(self, printed: str) -> None:
        """Give this unit another printed number."""
        self.forget()
        self.printed = printed

    @property
    def number(self) -> str | None:
        """The bare number that numbers are compared by; of a row, that in its first cell; None where there is none."""
        if self.tag == "tr":
            cell = next((item for item in self.items if isinstance(item, PrintedUnit)), None)
            bare = number_part(" ".join(line.words for line in all_lines(cell)).strip()) if cell is not None else ""
            return bare if bare and all(part.isdigit() for part in bare.split("-")) else None
        return compared(self.printed, in_figures=self.tag in DIVISIONS)

    def add(self, item: "PrintedUnit | PrintedLine", place: int | None = None) -> None:
        """Put ``item`` into this unit, at the end or at ``place``."""
        if isinstance(item, PrintedUnit):
            item.parent = self
        else:
            item.unit = self
        if place is None:
            self.items.append(item)
        else:
            self.items.insert(place, item)

    def units(self) -> "list[PrintedUnit]":
        """Return the units right below."""
        return [item for item in self.items if isinstance(item, PrintedUnit)]

    def outer(self) -> "Iterator[PrintedUnit]":
        """Yield what this unit stands in, innermost first."""
        found = self.parent
        while found is not None:
            yield found
            found = found.parent


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """Return a bare number as it is compared."""
    return fold(number_part(number))


# Most numbers are printed alike in very many units.
@lru_cache(maxsize=65536)
def compared(printed: str, *, in_figures: bool) -> str | None:
    """Return the bare number in what is printed before a unit as numbers are compared; None where there is none."""
    found = bare_number(printed) if printed else None
    if found is not None and in_figures:
        found = as_arabic(found)
    return number_key(found) if found is not None else None


def read_tree(element: etree._Element) -> PrintedUnit:
    """Return the text tree of an element of Akoma Ntoso (an act, a unit, quoted content)."""
    made = PrintedUnit(local(element), element.get("eId") or "")
    if made.tag in _BLOCKS:
        _read_block(element, made)
    else:
        _read_into(element, made)
    return made


def _read_into(element: etree._Element, unit: PrintedUnit) -> None:
    # Of a tree that is being read nothing is entered yet, so that nothing is to be forgotten.
    items: list[PrintedUnit | PrintedLine] = unit.items
    append = partial(list.append, items)
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or not tag.startswith(_PREFIX):
            continue
        name = tag[len(_PREFIX) :]
        if name in _HIDDEN:
            continue
        if name == "num":
            unit.printed = _plain("".join(map(str, child.itertext())) if len(child) else child.text or "")
        elif name in _HOLDERS:
            before = len(unit.items)
            _read_into(child, unit)
            if name == "wrapUp":
                for item in unit.items[before:]:
                    if isinstance(item, PrintedLine) and item.role == "p":
                        item.role = "closing"
        elif name == "p" and not len(child) and child.get("name") != "note":
            # Nearly all lines are such: what stands in them is their text.
            append(PrintedLine(_plain(child.text or ""), unit=unit))
        elif name in _BLOCKS:
            _read_block(child, unit)
        elif name in INLINE:
            unit.add(PrintedLine(_plain(" ".join(paragraphs(child))), "other"))
        else:
            made = PrintedUnit(_kind(child, name), child.get("eId") or "", name=child.get("name") or "")
            if name == "preamble" and not made.eid:
                # A changed preamble has the eId that one without a change may lack.
                outer = next((one.eid for one in (unit, *unit.outer()) if one.eid), "")
                made.eid = f"{outer}__preamble" if outer else "preamble"
            if name in ("td", "th"):
                made.tag, made.across, made.down = "td", _reach(child, "colspan"), _reach(child, "rowspan")
            made.parent = unit
            append(made)
            _read_into(child, made)


def _reach(cell: etree._Element, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return min(int(said), 1000) if said.isascii() and said.isdecimal() and len(said) < 10 and int(said) else 1


def _kind(element: etree._Element, name: str) -> str:
    if (name == "hcontainer" and element.get("name") == "omissis") or element.get("class") == "omissis":
        return "gap"
    return "mark" if name == "container" and element.get("name") == "cornerMark" else name


def _read_block(block: etree._Element, unit: PrintedUnit) -> None:
    name = local(block)
    role: Role = "heading" if name in ("heading", "subheading", "caption") else "other"
    if name in _COUNTED:
        role = "note" if block.get("name") == "note" else "block" if name == "block" else "p"
    if not len(block) and name in _SIMPLE:
        unit.add(PrintedLine(_plain(block.text or ""), role))
        return
    found = paragraphs(block)
    if not found:
        unknown = next(block.iter(q("omissis")), None) is not None
        unit.add(PrintedLine("", role, known=not unknown))
        return
    unit.add(PrintedLine(_plain(found[0]), role, refs=_refs(block) if len(block) else (), signs=_signs(block)))
    for further in found[1:]:
        unit.add(PrintedLine(_plain(further), "continued"))


_SIGNS = frozenset({"sup", "sub", "del", "ins", "img"})


def _signs(block: etree._Element) -> tuple[str, ...]:
    if not len(block):
        return ()
    found = [each for each in block.iter(f"{_PREFIX}*") if local(each) in _SIGNS]
    return tuple(f"{local(each)} {each.get('src') or ' '.join(paragraphs(each))}" for each in found)


def _refs(block: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((_plain("".join(map(str, ref.itertext()))), ref.get("href") or "") for ref in block.iter(q("ref")))


def _plain(text: str) -> str:
    return " ".join(text.split())


def all_lines(unit: PrintedUnit) -> Iterator[PrintedLine]:
    """Yield every line of ``unit`` and of what is in it."""
    for item in unit.items:
        if isinstance(item, PrintedLine):
            yield item
        else:
            yield from all_lines(item)


def all_units(unit: PrintedUnit) -> Iterator[PrintedUnit]:
    """Yield every unit below ``unit``, outer ones first."""
    waiting = [item for item in reversed(unit.items) if isinstance(item, PrintedUnit)]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(item for item in reversed(found.items) if isinstance(item, PrintedUnit))


def all_documents(unit: PrintedUnit) -> Iterator[PrintedUnit]:
    """Yield every document attached below ``unit``, outer ones first; none stands in a numbered unit or a table."""
    for item in unit.items:
        if isinstance(item, PrintedUnit) and item.tag not in NUMBERED and item.tag != "table":
            if item.tag == "attachment":
                yield item
            yield from all_documents(item)


def own_units(scope: PrintedUnit) -> Iterator[PrintedUnit]:
    """Yield the units below ``scope`` that are of its own document, not of one that is attached to it."""
    for item in scope.items:
        if isinstance(item, PrintedUnit) and item.tag not in ("attachments", "attachment"):
            yield item
            yield from own_units(item)


def document_of(unit: PrintedUnit) -> PrintedUnit:
    """Return the act or attachment that ``unit`` stands in, itself where it is one."""
    if unit.tag in DOCUMENTS:
        return unit
    return next((outer for outer in unit.outer() if outer.tag in DOCUMENTS), unit)


def body_of(unit: PrintedUnit) -> PrintedUnit:
    """Return the body of a document, and any other unit itself."""
    if unit.tag not in ("act", "attachment"):
        return unit
    return next((item for item in unit.units() if item.tag in ("body", "mainBody")), unit)


def counted_lines(unit: PrintedUnit) -> list[PrintedLine]:
    """Return the lines (абзацы) of ``unit`` as lawyers count them: those of its subunits too, no headings or tables."""
    out: list[PrintedLine] = []
    for item in unit.items:
        if isinstance(item, PrintedUnit):
            if item.tag not in _NO_LINES:
                out.extend(counted_lines(item))
        elif item.role in ("p", "block", "note", "closing"):
            out.append(item)
    return out


def has_gap(unit: PrintedUnit) -> bool:
    """True where lines of ``unit`` are not known, so that they cannot be counted."""
    return any(
        item.tag == "gap" if isinstance(item, PrintedUnit) else not item.known and item.role != "heading"
        for item in unit.items
    )


def attachments(document: PrintedUnit) -> list[PrintedUnit]:
    """Return the attachments right below a document."""
    groups = [item for item in document.units() if item.tag == "attachments"]
    return [item for group in groups for item in group.units() if item.tag == "attachment"]


class Unjudged(Exception):  # noqa: N818 (it never leaves the proof)
    """What a command should have done is not judged here; the text says why."""


def place_of(item: "PrintedUnit | PrintedLine") -> tuple[PrintedUnit, int]:
    """Return what ``item`` stands in, and at which place. Raises Unjudged where it is in nothing any more."""
    holder = item.parent if isinstance(item, PrintedUnit) else item.unit
    if holder is not None:
        # No two items are equal, so that looking for it tells whether it is there, too.
        try:
            return holder, holder.items.index(item)
        except ValueError:
            pass
    raise Unjudged("what the command names is gone")


@dataclass(frozen=True, slots=True)
class ProofParagraph:
    """A paragraph as it is printed, and where it stands."""

    text: str
    path: tuple[tuple[str, str | None], ...]
    """The numbered units that it stands in, outermost first."""
    unit: PrintedUnit
    lines: tuple[PrintedLine, ...]
    """The lines that it is made of: one, but in a row all of its cells."""


def printed(root: PrintedUnit, cut: frozenset[str] = frozenset()) -> list[ProofParagraph]:
    """Return the paragraphs of a tree. Of units whose eId is in ``cut`` only ``…eId…`` is there."""
    out: list[ProofParagraph] = []
    _print(root, (), "", cut, out)
    return out


def _print(
    unit: PrintedUnit,
    path: tuple[tuple[str, str | None], ...],
    waiting: str,
    cut: frozenset[str],
    out: list[ProofParagraph],
) -> str:
    """Print ``unit`` after the number ``waiting`` of the unit around it; return the number that still waits."""
    if unit.eid and unit.eid in cut:
        out.append(ProofParagraph(f"…{unit.eid}…", path, unit, ()))
        return waiting
    if unit.tag == "tr":
        cells = [tuple(all_lines(cell)) for cell in unit.units()]
        text = "\t".join(" ".join(line.words for line in cell if line.words) for cell in cells)
        if text:
            out.append(ProofParagraph(text, path, unit, tuple(line for cell in cells for line in cell)))
        return waiting
    if unit.tag in _IN_PATHS:
        path = (*path, (unit.tag, unit.number))
    if unit.printed:
        waiting = f"{waiting} {unit.printed}".strip()
    for item in unit.items:
        if isinstance(item, PrintedLine):
            text = f"{waiting} {item.words}".strip()
            if text:
                out.append(ProofParagraph(text, path, unit, (item,)))
            waiting = ""
        else:
            if waiting and unit.tag not in NUMBERED_LINES and item.printed:
                out.append(ProofParagraph(waiting, path, unit, ()))
                waiting = ""
            waiting = _print(item, path, waiting, cut, out)
    if waiting and unit.printed:
        out.append(ProofParagraph(waiting, path, unit, ()))
        waiting = ""
    return waiting
