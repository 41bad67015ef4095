"""What the editors' notes of an official edition tell of its history, as metadata: which unit, how, by which act.

Each note is tied to the unit that it speaks of (``placementBase``), and each change that it tells is a passive
modification marked ``incomplete``: that the unit was changed is known, what was changed is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.meta.events import TOLD
from lexkz.akn.meta.modifications import Destination, TextualMod
from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.languages.detect import Lang
from lexkz.languages.edition_notes import NotedAct, NotedChange, noted_changes
from lexkz.languages.notes import NotedUnit, NoteKind

_TYPES: dict[NoteKind, str] = {
    "replaced": "substitution",
    "inserted": "insertion",
    "repealed": "repeal",
    "void": "repeal",
    "act_repealed": "repeal",
    "changed": "substitution",
    "everywhere": "substitution",
    "renumbered": "renumbering",
    "moved": "substitution",
    "suspended": "substitution",
    "resumed": "substitution",
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change that a note of an official edition tells of."""

    note: str
    """eId of the note."""
    eid: str | None
    """eId of the changed unit; None where the note speaks of one that is not in the text, or of the act."""
    unit: tuple[NotedUnit, ...]
    """Its address as the note says it; empty for the unit that the note stands at."""
    change: NotedChange
    text: str
    """The note."""


def told_changes(root: etree._Element, lang: Lang) -> tuple[ToldChange, ...]:
    """Return the changes that the editors' notes of an act tell of, in the order of the notes."""
    meta = akn_meta.of(root)
    units = {element.get("eId", ""): element for element in root.iter(etree.Element) if element.get("eId")}
    marked = {
        (mark.get("href") or "")[1:]: next((up.get("eId") for up in mark.iterancestors() if up.get("eId")), None)
        for mark in root.iter(q("noteRef"))
    }
    out: list[ToldChange] = []
    for note in meta.iterfind(f"{q('notes')}/{q('note')}"):
        own = note.get("eId") or ""
        at = (note.get("placementBase") or "")[1:] or marked.get(own) or ""
        text = " ".join(paragraphs(note))
        for change in noted_changes(text, lang):
            for unit in change.units or ((),):
                out.append(ToldChange(own, _found(unit, at, units, root), unit, change, text))
    return tuple(out)


def tell(root: etree._Element, lang: Lang) -> None:
    """Write what the notes of an act tell into its metadata, in place."""
    meta = akn_meta.of(root)
    notes = {note.get("eId"): note for note in meta.iterfind(f"{q('notes')}/{q('note')}")}
    identity = akn_meta.read_identity(root)
    for told in told_changes(root, lang):
        note = notes[told.note]
        if told.eid and note.get("placementBase") is None:
            note.set("placementBase", f"#{told.eid}")
        destination = f"#{told.eid}" if told.eid else iris.component(identity.expression, "main")
        for act in told.change.acts:
            work = iris.work(type=act.type, author=act.author, date=act.date, number=act.number)
            reference = akn_meta.act_reference(meta, "passiveRef", work, _shown(act))
            akn_meta.event(meta, date=act.date, type="amendment", source=f"#{reference}", refers_to=TOLD)
            kind = _TYPES[told.change.kind]
            change = TextualMod(kind, (work,), (Destination(destination),), told=True)
            akn_meta.textual_mod(meta, "passive", change)


def located(unit: tuple[NotedUnit, ...], root: etree._Element) -> str | None:
    """Return the eId of a unit by the address that a note gives it; None where there is none such, or several."""
    units = {element.get("eId", ""): element for element in root.iter(etree.Element) if element.get("eId")}
    return _found(unit, "", units, root) if unit else None


def _shown(act: NotedAct) -> str:
    return f"{act.date} № {act.number}"


def _found(unit: tuple[NotedUnit, ...], at: str, units: dict[str, etree._Element], root: etree._Element) -> str | None:
    """The eId of a unit by its address, near the unit that the note stands at: the smallest division around that has
    one such unit, and no other."""
    if not unit:
        return at or None
    steps = [step for step in unit if step.kind not in ("instrument",)]
    if not steps:
        return _document(units.get(at))
    if steps[-1].kind == "heading":
        steps = steps[:-1]  # the heading of a chapter is told at the chapter, that of the act at its title
        if not steps:
            return at or ("longTitle" if "longTitle" in units else None)
    for scope in _scopes(units.get(at), root):
        found = list(_under(scope, tuple(steps)))
        if len(found) == 1:
            return _eid(found[0])
        if found:
            return None
    return None


def _eid(element: etree._Element) -> str | None:
    """The eId of an element; of a preamble, which has none, that of its first line."""
    return element.get("eId") or next((child.get("eId") for child in element if child.get("eId")), None)


def _document(element: etree._Element | None) -> str | None:
    """The annex or the approved act around an element."""
    while element is not None and local(element) != "attachment":
        element = element.getparent()
    return element.get("eId") if element is not None else None


def _scopes(element: etree._Element | None, root: etree._Element) -> Iterator[etree._Element]:
    """The documents around an element, from the innermost out; then the whole act with all that is attached."""
    while element is not None:
        if local(element) in ("doc", "act"):
            yield element
        element = element.getparent()
    yield root


def _under(scope: etree._Element, steps: tuple[NotedUnit, ...]) -> Iterator[etree._Element]:
    first, *rest = steps
    for element in _own(scope, deep=local(scope) == "akomaNtoso"):
        if _is(element, first):
            if rest:
                yield from _under(element, tuple(rest))
            else:
                yield element


def _own(scope: etree._Element, *, deep: bool) -> Iterator[etree._Element]:
    """The elements of a document or unit, in order, without quoted text; those in its annexes only if ``deep``."""
    for child in scope:
        if local(child) in ("meta", "quotedStructure", ""):
            continue
        yield child
        if deep or local(child) != "attachment":
            yield from _own(child, deep=deep)


def _is(element: etree._Element, unit: NotedUnit) -> bool:
    name = local(element)
    if unit.kind == "preamble":
        return name == "preamble"
    if unit.kind == "annex":
        if name != "attachment":
            return False
        return unit.number is None or _number(element) == order_key(unit.number)
    return (
        name == unit.kind
        and name in HIERARCHY
        and unit.number is not None
        and _number(element) == order_key(unit.number)
    )


def _number(element: etree._Element) -> object:
    own = (element.get("eId") or "").rpartition("__")[2].partition("_")[2]
    return order_key(own)
