"""How a text stands: lost force, suspended, outline or full, as of which day; read from its metadata."""

from dataclasses import dataclass

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import LEXKZ, q
from lexkz.publication.sheet.amendments import amendments
from lexkz.structure import Act


@dataclass(frozen=True, slots=True)
class ShownState:
    """The act or a unit of it lost force, or stands still."""

    kind: str
    """``repealed`` or ``suspended``."""
    eid: str
    """The unit; empty for the whole act."""
    by: str
    """Work IRI of the act that says it."""


@dataclass(frozen=True, slots=True)
class EntryDay:
    """When an amending act enters into force."""

    by: str
    """Its work IRI."""
    rule: str
    """Its clause, as printed."""
    day: str | None
    """ISO day; None while it is not known."""
    published: str | None
    """ISO day of first official publication; None while it is not known."""


@dataclass(frozen=True, slots=True)
class ShownStanding:
    """The state of a text."""

    outline: bool
    amended: bool
    states: tuple[ShownState, ...]
    entries: tuple[EntryDay, ...]

    @property
    def lost(self) -> ShownState | None:
        """That the whole act lost force; None where it did not."""
        return next((state for state in self.states if state.kind == "repealed" and not state.eid), None)

    @property
    def suspended(self) -> ShownState | None:
        """That the whole act stands still; None where it does not."""
        return next((state for state in self.states if state.kind == "suspended" and not state.eid), None)


def standing(act: Act) -> ShownStanding:
    """Return the state of the text of ``act`` as its metadata have it."""
    meta = akn_meta.of(act.root)
    records = meta.find(q("proprietary"))
    states: list[ShownState] = []
    entries: list[EntryDay] = []
    for record in records if records is not None else ():
        by = record.get("by", "")
        if record.tag == f"{{{LEXKZ}}}state":
            states.append(ShownState(record.get("is", ""), (record.get("href") or "").removeprefix("#"), by))
        elif record.tag == f"{{{LEXKZ}}}entry":
            entries.append(EntryDay(by, record.get("rule", ""), record.get("from"), record.get("published")))
    return ShownStanding(akn_meta.is_outline(meta), bool(amendments(act)), tuple(states), tuple(entries))
