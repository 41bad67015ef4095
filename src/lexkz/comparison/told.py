"""What an official edition's notes tell of its history, held against what our text records of its own.

An act that the notes name for a unit, and that our text does not know there, was perhaps never applied; a change of
ours of which no note tells was perhaps applied to another unit. Acts are the same where date and number are: the words
for their kind and their author are the editors'.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import read_identity
from lexkz.languages.detect import Lang
from lexkz.structure import Act
from lexkz.structure.edition_history import located, told_changes

ToldState = Literal["both", "official", "ours", "unrecorded"]
"""``both``: the notes name the act for the unit, and our text records it there; ``official``: only the notes do, and
the unit does not read the same; ``unrecorded``: only the notes do, but the unit reads the same: our base was printed
with the change and without its note; ``ours``: our text alone records it."""

_WITHOUT_TYPE = 4
"""Segments before the date of a work's IRI that does not say its type: ``/akn/kz/act/…``."""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act that changed one unit, by the notes of the official edition or by our text."""

    eid: str | None
    """eId of the unit in our text, in the official edition where we have it not; None for the act itself."""
    type: str | None
    """Slug of the kind of act: ``order``; None where neither text says it."""
    date: str
    """ISO date."""
    number: str
    """As the note prints it; as the IRI has it where only our text knows the act."""
    state: ToldState
    note: str | None = None
    """The note; None where there is none."""


@dataclass(frozen=True, slots=True)
class _ToldChange:
    """One act that changed one unit, as one text knows it."""

    eid: str | None
    type: str | None
    date: str
    number: str
    note: str | None

    @property
    def act(self) -> tuple[str, str]:
        return self.date, iris.compared_number(self.number)


def told_acts(ours: Act, official: Act, names: dict[str, str], differing: Iterable[str]) -> tuple[ToldAct, ...]:
    """Return the acts that changed units by the notes of ``official``, then those that by ``ours`` alone did.

    ``names`` leads from eIds of the official edition to those of our text; ``differing`` are the units (eIds of our
    text, of the official edition for what we have not) that do not read the same. Empty where the official edition
    tells nothing of its history: then nothing can be held against it.
    """
    lang = _lang(official)
    told = tuple(_distinct(_noted(official, lang, ours, names)))
    if not told:
        return ()
    known = tuple(_distinct((*_made(ours), *_noted(ours, _lang(ours), None, {}))))
    apart = tuple(differing)
    out = []
    for change in told:
        state: ToldState = "both" if any(_same(change, other) for other in known) else "official"
        if state == "official" and not any(_related(change.eid, eid) for eid in apart):
            state = "unrecorded"
        out.append(ToldAct(change.eid, change.type, change.date, change.number, state, change.note))
    acts = {change.act for change in told if change.eid is None}
    for change in _made(ours):
        if change.act not in acts and not any(_same(change, other) for other in told):
            one = ToldAct(change.eid, change.type, change.date, change.number, "ours")
            out.extend([] if one in out else [one])
    return tuple(out)


def _lang(act: Act) -> Lang:
    return "kaz" if read_identity(act.root).lang == "kaz" else "rus"


def _noted(act: Act, lang: Lang, ours: Act | None, names: dict[str, str]) -> Iterator[_ToldChange]:
    """What the notes of ``act`` tell of its text in its language. A unit that is not in it is looked for in ``ours``:
    the edition may have left out the repealed one."""
    for told in told_changes(act.root, lang):
        if told.change.only not in (None, lang):
            continue
        eid = names.get(told.eid, told.eid) if told.eid else None
        if eid is None and told.unit and ours is not None:
            eid = located(told.unit, ours.root)
        for one in told.change.acts:
            yield _ToldChange(eid, one.type, one.date, one.number, told.text)


def _made(act: Act) -> Iterator[_ToldChange]:
    """What a text of ours records of the commands that made it."""
    for mod in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for source in mod.sources:
            *before, date, number = iris.split(source)[0].split("/")
            if date == iris.UNKNOWN_DATE:
                continue  # an act whose day nobody knows cannot be the one of a note, nor another
            kind = before[4] if len(before) > _WITHOUT_TYPE else None
            for target in mod.destinations:
                yield _ToldChange(iris.split(target.href)[2], kind, date, number, None)


def _distinct(changes: Iterable[_ToldChange]) -> Iterator[_ToldChange]:
    seen = set()
    for change in changes:
        if (change.eid, change.act) not in seen:
            seen.add((change.eid, change.act))
            yield change


def _same(one: _ToldChange, other: _ToldChange) -> bool:
    return one.act == other.act and _related(one.eid, other.eid)


def _related(one: str | None, other: str | None) -> bool:
    """Whether two units are one, or one stands in the other: editors put one note at a point of which subpoints were
    changed. What is said of the act itself is said of each unit."""
    if one is None or other is None:
        return True
    first, second = told_unit(one), told_unit(other)
    return first == second or first.startswith(f"{second}__") or second.startswith(f"{first}__")


def told_unit(eid: str) -> str:
    """Return the unit that is changed where ``eid`` is: a preamble has no eId, its lines have; a heading is its
    unit's."""
    return "preamble" if eid.lstrip("_").startswith("preamble") else eid.removesuffix("__heading")
