"""What stands in the margin of a text: which act changed a unit, or which unit of which act a command changes."""

from collections.abc import Sequence
from functools import lru_cache

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.amendment.model import Address
from lexkz.consolidation.naming import address_name
from lexkz.consolidation.standing import standing
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.names import change_page, link, step_page
from lexkz.workspace.site.steps import outcomes_in
from lexkz.workspace.site.wording import change_kind
from lexkz.workspace.site.words import _


def short_name(text: Text) -> str:
    """Return the number of an act as printed, or its folder where it has none."""
    number = text.known.number
    return f"№ {number}" if number else text.id


Marks = dict[str, list[Markup]]
"""What stands in the margin of a unit, by its eId: HTML, one mark after the other."""


@lru_cache(maxsize=256)
def eids(text: Text) -> frozenset[str]:
    """Return all eIds of a text."""
    return frozenset(eid for element in text.act.root.iter() if (eid := element.get("eId")))


@lru_cache(maxsize=256)
def commands_by_mod(text: Text) -> dict[str, str]:
    """Return the ids of an act's commands by the eId of the ``mod`` that says them."""
    if text.reading is None:
        return {}
    elements = {element.get("eId"): element for element in text.act.root.iter() if element.get("eId")}
    found: dict[str, str] = {}
    of_units: dict[str, list[str]] = {}
    for command in text.reading.commands:
        element = elements.get(command.source.eid)
        while element is not None and local(element) != "mod":
            element = element.getparent()
        if element is not None:
            found.setdefault(element.get("eId", ""), command.id)
        else:
            of_units.setdefault(command.source.eid, []).append(command.id)
    for unit, commands in of_units.items():
        found.setdefault(unit, commands[0])
        within = elements[unit].iter(q("mod")) if unit in elements else ()
        mods = [eid for one in within if (eid := one.get("eId", "")) not in found]
        # A command whose place is its line is the one of the mods of that line, in order, where there are as many.
        if len(commands) in (1, len(mods)):
            found.update(zip(mods, commands * len(mods) if len(commands) == 1 else commands, strict=False))
    return found


def changed_by(source: str, text: Text, texts: Library) -> tuple[str, str | None]:
    """Return the name of the act that changed ``text``, by the IRI of its ``mod``, and where its change is shown."""
    lang, here = text.lang, text.page
    work, _component, mod = iris.split(source)
    amending = texts.find(work, lang)
    if amending is None:
        return work.rpartition("/")[2], None
    amending = texts.of(amending.id, amending.lang)[0]
    name = _named(amending)
    command = commands_by_mod(amending).get(mod or "")
    if command is not None:
        return name, link(here, _change_page(amending, command, text, texts), command)
    return name, link(here, amending.page)


def _named(amending: Text) -> str:
    day_of = official_date(amending.known.date)
    return " · ".join(part for part in (short_name(amending), day_of) if part)


def _change_page(amending: Text, command: str, text: Text, texts: Library) -> str:
    """Return the page that shows the step in which a command changed an act; where none is, that of all commands."""
    steps, before = 0, frozenset[tuple[str, str]]()
    for after in texts.of(text.id, amending.lang):
        due = outcomes_in(amending.work, after)
        if any(one == command and outcome in ("applied", "ruled") for one, outcome in due - before):
            return step_page(amending.id, text.id, amending.lang, after.date if steps else None)
        steps += bool(due - before)
        before = due
    return change_page(amending.id, amending.lang)


def passive_marks(text: Text, texts: Library) -> Marks:
    """Return the marks of units that were changed, by eId; of a unit changed more than once, one after the other."""
    found: Marks = {}
    for change in akn_meta.textual_mods(akn_meta.of(text.act.root), "passive"):
        if not change.sources:
            continue
        name, address = changed_by(change.sources[0], text, texts)
        mark = _mark(change_kind(change.type), name, address, change.type)
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if eid and mark not in found.setdefault(eid, []):
                found[eid].append(mark)
    return found


def missing_marks(text: Text, texts: Library) -> Marks:
    """Return the marks of units that a command addresses and the text does not contain, by eId.

    It waits for a person, was left out by one, or is not yet in force on the day of the text; each leads to its
    command.
    """
    found: Marks = {}
    for one in standing(text.act.root).open:
        said = _("waits for a person") if one.outcome == "refused" else _("left out by a person")
        _missing(found, text, texts, one.by, one.command, one.units[:1], said, one.outcome)
    for later in text.told.commands if text.told is not None else ():
        if later.outcome == "not_yet":
            known = official_date(later.day.isoformat()) if later.day is not None else None
            said = _("from {day}").format(day=known) if known else _("not yet in force")
            _missing(found, text, texts, later.by, later.command, later.targets[:1], said, later.outcome)
    return found


def _missing(
    found: Marks,
    text: Text,
    texts: Library,
    by: str,
    command: str,
    units: Sequence[str],
    said: str,
    outcome: str,
) -> None:
    amending = texts.find(by, text.lang)
    name, address = by.rpartition("/")[2], None
    if amending is not None:
        amending = texts.of(amending.id, amending.lang)[0]
        name = _named(amending)
        address = link(text.page, card_page(amending, command, text, texts), command)
    mark = _mark(said, name, address, outcome)
    for eid in units:
        if mark not in found.setdefault(eid, []):
            found[eid].append(mark)


def card_page(amending: Text, command: str, text: Text, texts: Library) -> str:
    """Return the page of the step in which a command was applied or refused; where none is, that of all commands."""
    steps, before = 0, frozenset[tuple[str, str]]()
    for after in texts.of(text.id, amending.lang):
        due = outcomes_in(amending.work, after)
        if any(one == command for one, _outcome in due - before):
            return step_page(amending.id, text.id, amending.lang, after.date if steps else None)
        steps += bool(due - before)
        before = due
    return change_page(amending.id, amending.lang)


def in_margin(*several: Marks) -> dict[str, Markup]:
    """Return what stands in the margin by eId: the marks of all kinds, those of one unit one after the other."""
    found: Marks = {}
    for marks in several:
        for eid, made in marks.items():
            found.setdefault(eid, []).extend(made)
    return {eid: Markup(SITE.pieces("act").marks(made)) for eid, made in found.items()}


def active_marks(text: Text, texts: Library) -> Marks:
    """Return the marks of the lines of an amending act that command something, by eId of their unit."""
    if text.reading is None:
        return {}
    elements = {element.get("eId"): element for element in text.act.root.iter() if element.get("eId")}
    found: Marks = {}
    for command in text.reading.commands:
        element = elements.get(command.source.eid)
        while element is not None and (local(element) not in HIERARCHY or _quoted(element)):
            element = element.getparent()
        if element is None:
            continue
        base = texts.find(command.base.iri, text.lang) if command.base.iri else None
        act = short_name(base) if base is not None else (f"№ {command.base.number}" if command.base.number else "")
        target = "; ".join(_place(each, text.lang) for each in command.targets[:2])
        name = " · ".join(part for part in (act, target) if part) or command.id
        address = link(text.page, change_page(text.id, text.lang), command.id)
        kind = "refused" if command.refused else command.action
        action = _("not understood") if command.refused else ""
        mark = _mark(action, name, address, kind, lang=words_of(text.lang).layout.code)
        found.setdefault(element.get("eId", ""), []).append(mark)
    return found


def _place(address: Address, lang: Lang) -> str:
    """Name the unit without the document that holds it, where it is not that document itself."""
    within = tuple(step for step in address if step.kind != "instrument")
    return address_name(within or address, lang) if address else ""


def _quoted(element: object) -> bool:
    ancestors = element.iterancestors(q("quotedStructure"))  # type: ignore[attr-defined]
    return next(ancestors, None) is not None


def _mark(kind: str, name: str, address: str | None, type_: str, *, lang: str = "") -> Markup:
    return Markup(SITE.pieces("act").mark(kind, name, address, type_, lang))
