"""What an amending act tells of a base act's build: the units that its commands name, as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lexkz.amendment.model import Address, Command, Kind, Step
from lexkz.consolidation.tree import act_documents as documents

_UNKNOWABLE: frozenset[Kind] = frozenset(
    {"part", "sentence", "column", "note", "footnote", "contents", "corner_mark", "form"}
)
"""Kinds whose place in a text that is not at hand cannot be shown: the unit around them is."""


@dataclass(slots=True)
class Known:
    """A unit that is named, with the units named in it, in the order in which they are."""

    step: Step | None
    """None for the act itself."""
    below: list["Known"] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list["Known"]:
        """Return the units of these kinds right below."""
        return [item for item in self.below if item.step is not None and item.step.kind in kinds]

    def has(self, kind: Kind) -> bool:
        """True where a unit of ``kind`` is named right below."""
        return bool(self.of(kind))


def known_units(commands: Iterable[Command]) -> Known:
    """Return the units that ``commands`` on one base act name; of a new unit, what it goes into."""
    root = Known(None)
    for command in commands:
        for address in command.targets:
            _enter(root, address[:-1] if command.action == "insert" else address)
        if command.anchor is not None:
            _enter(root, command.anchor)
    return root


def _enter(root: Known, address: Address) -> None:
    place = root
    for step in address:
        if step.kind in _UNKNOWABLE or (step.kind == "annex" and step.number == "all"):
            return
        if step.kind in ("annex", "instrument"):
            found = _document(place, step)
        elif step.number is None and step.name is None and step.kind not in ("heading", "title", "preamble", "table"):
            return
        else:
            found = next((item for item in place.below if _same(item.step, step)), None)
        if found is None:
            found = Known(step)
            place.below.append(found)
        place = found


def _same(one: Step | None, two: Step) -> bool:
    return one is not None and one.kind == two.kind and one.number == two.number and _names_agree(one.name, two.name)


def _names_agree(one: str | None, two: str | None) -> bool:
    return one is None or two is None or bool(documents.named(two, [one]) or documents.named(one, [two]))


def _document(place: Known, step: Step) -> Known | None:
    """The instrument or annex that ``step`` means; a name that is the end of a longer one names the same instrument."""
    same_kind = place.of(step.kind)
    if step.kind == "annex":
        return next((item for item in same_kind if item.step is not None and item.step.number == step.number), None)
    if step.name is None:
        return same_kind[0] if len(same_kind) == 1 else None
    names = [item.step.name or "" for item in same_kind if item.step is not None]
    found = documents.named(step.name, names)
    if len(found) == 1:
        return same_kind[found[0]]
    longer = [item for item, name in zip(same_kind, names, strict=True) if documents.named(name, [step.name])]
    if len(longer) == 1:
        longer[0].step = replace(step)
        return longer[0]
    return None
