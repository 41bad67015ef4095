"""Who amends whom: the acts of a corpus as a graph, walked in the order in which they enter into force."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from lexkz.comparison.witness.second_language import other_language
from lexkz.consolidation.standing import Elsewhere
from lexkz.findings import Finding, finding
from lexkz.languages.notes import official_date
from lexkz.workspace import bases
from lexkz.workspace.manifest import JobRecord

Key = tuple[str, str]
"""Folder of an act, and language."""
_LAST = "9999"
"""What an act whose day is not known is sorted by: it comes last."""


@dataclass(frozen=True, slots=True)
class Vertex:
    """What the graph knows of an act of the corpus."""

    key: Key
    work: str | None
    date: str | None
    in_force: str | None
    """Day of entry into force of an amending act, None while it is not known."""
    folders: tuple[str, ...] = ()
    """Base acts that its commands name, in the order of the text."""
    title: str | None = None

    @property
    def said(self) -> Elsewhere:
        """What a text that lacks its changes says of it."""
        number = (self.work or "").rpartition("/")[2]
        # Of a number with letters the IRI has another spelling than the act.
        called = f"№ {number}" if number.isdecimal() else f"«{self.title}»" if self.title else self.key[0]
        name = ", ".join(one for one in (called, official_date(self.date)) if one)
        return Elsewhere(self.work or self.key[0], name, date.fromisoformat(self.in_force) if self.in_force else None)

    @property
    def day(self) -> str:
        """The day by which it is walked: of entry into force where that is known, else its own."""
        return self.in_force or self.date or _LAST


@dataclass(frozen=True, slots=True)
class Graph:
    """The acts of a corpus, and the base acts that they amend."""

    acts: Mapping[Key, Vertex]
    amended: Mapping[Key, tuple[Key, ...]]
    """Each base act, and those that amend it in the order in which they apply: that of their dates."""
    order: tuple[Key, ...]
    """The base acts in the order of the walk: each before the acts that amend it, the earlier first."""
    findings: tuple[Finding, ...]
    """Cycles, base acts that are missing, folders that hold the same act."""

    def elsewhere(self, base: Key) -> tuple[Vertex, ...]:
        """Return the acts that amend the same base in the other language and were not read in this one."""
        there = self.amended.get((base[0], other_language(base[1])), ())
        return tuple(self.acts[key] for key in there if (key[0], base[1]) not in self.acts)

    def doubts(self, base: Key, amending: Key) -> tuple[Finding, ...]:
        """Return what is doubtful in ``amending`` amending ``base``: that others amended it before it was in force.

        What applies then is its amended text, which is not what was read: where the days show it, its commands wait
        for a person; where a day is not known, that is said.
        """
        act = self.acts[amending]
        found = []
        for key in self.amended.get(amending, ()):
            other = self.acts[key]
            if key == amending or base == amending:
                continue
            if act.in_force is None or other.in_force is None:
                found.append(_overtaken("workspace.amending_act_amended", amending, key))
            elif other.in_force <= act.in_force:
                found.append(_overtaken("workspace.amended_before_force", amending, key))
        return tuple(found)


def graph(records: Iterable[JobRecord]) -> tuple[Graph, dict[str, str]]:
    """Return the graph of the acts of a corpus, and the work IRIs by which they are cited with their folders."""
    kept = sorted(records, key=lambda record: record.key)
    known: dict[str, str] = {}
    twice: list[Finding] = []
    for record in kept:
        if record.work is not None and known.setdefault(record.work, record.id) != record.id:
            twice.append(_same_act(record.work, (known[record.work], record.id)))
    named = ((record, record.work or record.marked_work) for record in kept)
    acts_said = [(work, record.title, record.id, record.lang) for record, work in named if work is not None]
    by_title = bases.cited_by_title(((record.lang, base) for record in kept for base in record.bases), acts_said)
    known = by_title | known
    acts = {(record.id, record.lang): _vertex(record, known) for record in kept}
    amended: defaultdict[Key, list[Key]] = defaultdict(list)
    for act in sorted(acts.values(), key=lambda act: (act.date or _LAST, act.key)):
        for folder in act.folders:
            amended[folder, act.key[1]].append(act.key)
    order, cycles = _walk(acts, amended)
    found = (
        *dict.fromkeys(twice),
        *map(_cycle, cycles),
        *(_missing(base, amended[base]) for base in sorted(set(amended) - set(acts))),
    )
    made = Graph(acts, {base: tuple(keys) for base, keys in amended.items()}, order, found)
    alone = {key: made.elsewhere(key) for key in sorted(acts) if key not in made.amended}
    told = tuple(_only_elsewhere(key, there) for key, there in alone.items() if there)
    return replace(made, findings=(*found, *told)), known


def _overtaken(code: str, amending: Key, by: Key) -> Finding:
    act, other = _said(amending), _said(by)
    return finding(code, text=act, candidates=(other,), amending=act, by=other)


def _same_act(work: str, folders: tuple[str, str]) -> Finding:
    return finding("workspace.same_act", candidates=folders, work=work, first=folders[0], second=folders[1])


def _cycle(keys: Sequence[Key]) -> Finding:
    """Return the finding for acts that amend each other in a circle: who amends, then whom, back to the first."""
    acts = tuple(map(_said, keys))
    return finding("workspace.cycle", candidates=acts, circle=" → ".join((*acts, acts[0])))


def _missing(base: Key, amending: Sequence[Key]) -> Finding:
    """Return the finding for a base act that acts of the corpus amend and that is not in it."""
    named = _said(base)
    return finding("workspace.base_missing", text=named, candidates=tuple(map(_said, amending)), base=named)


def _only_elsewhere(base: Key, amending: Sequence[Vertex]) -> Finding:
    """Return the finding for a base act all of whose amending acts were read in the other language only."""
    named, acts = _said(base), tuple(_said(act.key) for act in amending)
    return finding("workspace.other_language", text=named, candidates=acts, base=named, listed=", ".join(acts))


def _vertex(record: JobRecord, known: Mapping[str, str]) -> Vertex:
    folders = dict.fromkeys(bases.folder(base, known) for base in record.bases)
    names = tuple(name for name in folders if name is not None)
    return Vertex((record.id, record.lang), record.work, record.date, record.in_force, names, record.title)


def _walk(
    acts: Mapping[Key, Vertex], amended: Mapping[Key, Sequence[Key]]
) -> tuple[tuple[Key, ...], tuple[tuple[Key, ...], ...]]:
    """The base acts in order, and the cycles, of which no two share a step."""
    edges = {(base, key) for base, keys in amended.items() for key in keys}
    found: list[tuple[Key, ...]] = []
    order: list[Key] = []
    while True:
        sorter: TopologicalSorter[Key] = TopologicalSorter()
        for base in sorted(amended):  # one whose every step was in a circle is walked all the same
            sorter.add(base)
        for base, key in sorted(edges):
            sorter.add(key, base)
        try:
            sorter.prepare()
        except CycleError as error:
            # Node after node to the first again: each is a predecessor, that is a base, of the one after it.
            cycle: list[Key] = error.args[1]
            found.append(tuple(cycle[:-1]))
            edges.difference_update(pairwise(cycle))
            continue
        order = list(_ready(sorter, acts))
        break
    return tuple(key for key in order if key in amended), tuple(_from_least(cycle) for cycle in found)


def _ready(sorter: "TopologicalSorter[Key]", acts: Mapping[Key, Vertex]) -> Iterator[Key]:
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=lambda key: (acts[key].day if key in acts else "", key))
        yield from ready
        sorter.done(*ready)


def _from_least(cycle: Sequence[Key]) -> tuple[Key, ...]:
    """A cycle told from its first act by name, whatever the search began with; who amends first, then whom."""
    turned = tuple(reversed(cycle))
    start = turned.index(min(turned))
    return (*turned[start:], *turned[:start])


def _said(key: Key) -> str:
    return "/".join(key)
