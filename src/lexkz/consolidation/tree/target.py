"""The target: where in the tree an address leads."""

from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.model import Address, Kind
from lexkz.amendment.render import described
from lexkz.consolidation.tree.counted_lines import CountedLine
from lexkz.findings import Message

_CELLS = (q("td"), q("th"))


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A unit that an address leads to, or, for an insertion, the place where it will be."""

    address: Address
    kind: Kind | None
    """Kind of the last step; None for the whole act."""
    element: etree._Element
    """The unit; for lines and parts the unit that they are lines of; for an insertion the unit it goes into."""
    lines: tuple[CountedLine, ...] = ()
    """For an alinea one line, for a part its lines; else empty."""
    number: str | None = None
    """Number of the last step."""
    span: tuple[int, int] | None = None
    """For a sentence its place in the text of its line."""
    cells: tuple[etree._Element, ...] = ()
    """For a column of a table its cells; for a column of a row the one cell."""
    rows: tuple[etree._Element, ...] = ()
    """For a section of a table the rows below the row that heads it."""
    widened: bool = False
    """True where the unit was found elsewhere than the address says, as the only one that fits."""
    titled: str = ""
    """The title of the document that the address leads through, where the address does not give it word for word."""
    former: bool = False
    """True where the document had the name that the address gives it until another act of the same day changed it."""

    @property
    def in_cells(self) -> int:
        """How many cells of a table the target is: 1 for a cell, many for a row, column or table; 0 for what is none.

        Only words have a place in all of them: a line, a sentence or a point stands in one cell, and which one a
        command that names the row does not say.
        """
        if self.rows or self.lines:
            return 0
        if self.cells or self.element.tag in _CELLS:
            return len(self.cells) or 1
        return sum(1 for _ in self.element.iter(*_CELLS)) if self.element.tag in (q("table"), q("tr")) else 0

    @property
    def eid(self) -> str:
        """The eId of the unit that is changed: of the alinea or of the unit whose line it is."""
        if self.lines:
            line = self.lines[0]
            return line.unit.get("eId") or line.block.get("eId") or self.element.get("eId") or ""
        element: etree._Element | None = self.element
        while element is not None and not element.get("eId"):
            element = element.getparent()
        return (element.get("eId") if element is not None else None) or ""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An address that leads nowhere, or to several places."""

    code: str
    """Name of the finding, without its package."""
    what: str | Message
    candidates: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def spell(address: Address) -> Message:
    """Return an address for findings: «Қағидалар · 37-тармақ», «приложение 2 · «…»», ``annex 2 / table "…"``."""
    if not address:
        return Message(described(address, "kaz"), described(address, "rus"), "–")
    plain = " / ".join(
        " ".join(part for part in (step.kind, step.number, f'"{step.name}"' if step.name else None) if part)
        for step in address
    )
    return Message(described(address, "kaz"), described(address, "rus"), plain)


def spelled(pattern: str, *parts: Address | str) -> Message:
    """Return ``pattern`` with a part for each ``{}``: addresses in the words of each language, texts as they are."""
    said = tuple(Message(part, part, part) if isinstance(part, str) else spell(part) for part in parts)
    return Message(
        pattern.format(*(each.kaz for each in said)),
        pattern.format(*(each.rus for each in said)),
        pattern.format(*(each.eng for each in said)),
    )


def acting(action: str, what: Message) -> Message:
    """Return ``what`` with the name of an action, which only English says as the models do, before it."""
    return replace(what, eng=f"{action} {what.eng}")
