"""A unit of an act: a view of a place in its tree."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lexkz.findings import FindingPlace

if TYPE_CHECKING:
    from lxml import etree

    from lexkz.publication.unit_list import Period, UnitEntry
    from lexkz.structure.model import Act as Tree


class UnknownUnitError(LookupError):
    """An act has no unit of that eId; the text is one sentence that names the nearest."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One unit of an act: an article, a point, a subparagraph, an alinea, an annex, a table row.

    >>> import lexkz
    >>> act = lexkz.read("xml/V2400035172/kaz.xml")
    >>> unit = act.unit("para_3")
    >>> unit.kind, unit.number
    ('paragraph', '3')
    >>> [child.eid for child in unit.children]
    ['para_3__subpara_1', 'para_3__subpara_2', 'para_3__subpara_3']
    >>> unit.children[0].parent.eid
    'para_3'
    """

    _entry: "UnitEntry" = field(repr=False)
    _index: "UnitsOfAct" = field(repr=False)

    def __repr__(self) -> str:
        return f"<Unit {self.eid or self.kind}>"

    def __reduce__(self) -> "tuple[Callable[..., Unit], tuple[Tree, int]]":
        from lexkz.structure.model import Act as Tree

        place = next(place for place, unit in enumerate(self._index.by_entry.values()) if unit is self)
        return _restored, (Tree(self.element.getroottree().getroot()), place)

    @property
    def eid(self) -> str | None:
        """Its eId in the act's XML, by the Akoma Ntoso naming convention; None where a file of others has none."""
        return self._entry.eid

    @property
    def iri(self) -> str | None:
        """The work's IRI with the eId, the same in every version; None where the act's date or number is unknown."""
        return self._entry.iri

    @property
    def kind(self) -> str:
        """Name of its Akoma Ntoso element: ``article``, ``paragraph``, ``subparagraph``, ``alinea``, ``tr`` …"""
        return self._entry.kind

    @property
    def number(self) -> str | None:
        """Bare number (``29-1``); None where it has none."""
        return self._entry.number

    @property
    def heading(self) -> str | None:
        """Heading as printed; of an annex, its title."""
        return self._entry.heading

    @property
    def label(self) -> str:
        """What it is called: its printed number and heading, else the last step of its eId."""
        return self._entry.label

    @property
    def text(self) -> str:
        """All that a reader sees of it, number, heading and the units below it included, a line a paragraph."""
        from lexkz.akn.text import paragraphs

        return "\n".join(paragraphs(self._entry.element))

    @property
    def own_text(self) -> str:
        """Its own lines, without those of the units below it; a table row is one line, its cells parted by tabs."""
        return "\n".join(self._entry.lines)

    @property
    def parent(self) -> "Unit | None":
        """The unit that holds it; None for the outermost."""
        above = self._entry.parent
        return self._index.by_entry[above] if above is not None else None

    @property
    def children(self) -> tuple["Unit", ...]:
        """The units directly below it, in the order of the text."""
        index = self._index
        return tuple(index.by_entry[entry] for entry in index.children.get(self._entry, ()))

    @property
    def quoted(self) -> bool:
        """True where it is new text for another act, which an amending act quotes."""
        return self._entry.quoted

    @property
    def status(self) -> str | None:
        """Akoma Ntoso status where it has one: ``removed`` (repealed), ``omissis`` (its text is not known) …"""
        return self._entry.element.get("status")

    @property
    def place(self) -> FindingPlace:
        """Page and line of the source at which it begins, as the reader recorded them; None where not known."""
        return self._entry.place

    @property
    def in_force(self) -> "Period | None":
        """Since when it reads so, where an amendment made it so and the day is known."""
        return self._entry.in_force

    @property
    def element(self) -> "etree._Element":
        """Its element in the act's tree. The tree is shared: read it, do not change it."""
        return self._entry.element


@dataclass(frozen=True, slots=True, eq=False)
class UnitsOfAct:
    """The units of an act, found by eId at once."""

    by_entry: "dict[UnitEntry, Unit]" = field(default_factory=dict)
    """In the order of the text."""
    by_eid: dict[str, Unit] = field(default_factory=dict)
    children: "dict[UnitEntry, list[UnitEntry]]" = field(default_factory=dict)

    @staticmethod
    def of(entries: "Iterable[UnitEntry]") -> "UnitsOfAct":
        """Return the index of units in the order of the text."""
        made = UnitsOfAct()
        for entry in entries:
            unit = made.by_entry[entry] = Unit(entry, made)
            if entry.eid:
                made.by_eid.setdefault(entry.eid, unit)
            if entry.parent is not None:
                made.children.setdefault(entry.parent, []).append(entry)
        return made

    def find(self, eid: str) -> Unit:
        """Return the unit of an eId, or of one behind a "#". Raises UnknownUnitError."""
        wanted = eid.removeprefix("#")
        found = self.by_eid.get(wanted)
        if found is not None:
            return found
        from difflib import get_close_matches

        near = get_close_matches(wanted, self.by_eid, n=3) or tuple(self.by_eid)[:3]
        said = f"; near it are {', '.join(near)}" if near else ""
        raise UnknownUnitError(f"There is no unit {wanted!r} in this act{said}.")


def _restored(tree: "Tree", place: int) -> Unit:
    """Return the unit at ``place`` of an act that was pickled with it."""
    from lexkz.publication.unit_list import unit_list

    return tuple(UnitsOfAct.of(unit_list(tree)).by_entry.values())[place]
