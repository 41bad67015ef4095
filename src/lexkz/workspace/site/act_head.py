"""What stands above an act's text: what it is, how it stands, its versions, languages and files, what is open."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.consolidation.naming import unit_name
from lexkz.consolidation.standing import CODE
from lexkz.consolidation.standing import standing as open_of
from lexkz.languages.language import words_of
from lexkz.languages.layout import Amendment
from lexkz.languages.notes import official_date
from lexkz.publication.finding_json import finding_data
from lexkz.publication.sheet.open_state import open_state
from lexkz.workspace.site.downloads import Download
from lexkz.workspace.site.history_pages import changed_units
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.marks import card_page, changed_by, short_name
from lexkz.workspace.site.names import (
    both_page,
    change_page,
    compare_page,
    current_address,
    file_link,
    history_page,
    link,
)
from lexkz.workspace.site.standing import ShownStanding, ShownState, standing
from lexkz.workspace.site.steps import made_by
from lexkz.workspace.site.wording import change_kind, day, message_key, period_of, severity, since, text_language
from lexkz.workspace.site.words import _


def head(text: Text, texts: Library, files: tuple[Download, ...]) -> str:
    """Return the HTML between the title of an act's page and its text."""
    parts = SITE.pieces("parts")
    shown = (
        _kicker(text),
        _state(text, standing(text.act), texts),
        _versions(text, texts),
        parts.choices([_languages(text, texts), _files(text, files)]),
        _changes(text, texts),
        _findings(text, texts),
        unit_menu(text, texts),
    )
    return "\n".join(part for part in shown if part)


def unit_menu(text: Text, texts: Library) -> Any:
    """Return what the script shows at the number of a unit: its link, its citation, its history, its other language."""
    known, words = text.known, words_of(text.lang).layout
    cited = words.full_name(Amendment(known.type, known.date, known.number), known.title)
    if text.first_day:
        # The wording that is cited is that of a day.
        said = _("wording of {day}").format(day=official_date(text.first_day))
        cited = f"{cited} ({said})"
    other = next((one for one in texts.of(text.id) if one.date == text.date and one.lang != text.lang), None)
    changed = changed_units(texts.of(text.id, text.lang))
    return _act().unit_menu(
        cited,
        link(text.page, other.page) if other is not None else "",
        link(text.page, history_page(text.id, text.lang)) if changed else "",
        list(changed),
    )


def findings_of(text: Text, texts: Library) -> tuple[Mapping[str, Any], ...]:
    """Return what is open in a text, as published data, the gravest first."""
    if text.report is not None:
        found = list(text.report["findings"])
    else:
        kept = texts.read.get(f"act:{text.id}/{text.lang}") if text.date is None else None
        if kept is not None and not text.outline:
            found = [finding_data(one).model_dump() for one in kept.findings]
        else:
            found = [finding_data(one).model_dump() for one in text.reading.findings] if text.reading else []
    if text.reading is None:
        # That an act amends nothing is no news of one that does not say it does.
        found = [one for one in found if one["code"] != "amend.none_found" or one["severity"] == "error"]
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(found, key=lambda one: order.get(one["severity"], 3)))


def counted(found: tuple[Mapping[str, Any], ...]) -> str:
    """Return how many findings there are of each severity: «2 not applied, 9 slips»."""
    counts = Counter(one["severity"] for one in found)
    return ", ".join(f"{severity(name)}: {counts[name]}" for name in ("error", "warning", "info") if counts[name])


def version_name(text: Text) -> str:
    """Return what a version is called in a switch."""
    if text.date is None:
        # Of an outline nothing is as it was published.
        return _("earlier text: not at hand") if text.outline else _("as published")
    return official_date(text.date) or text.date


def _kicker(text: Text) -> Any:
    known = text.known
    words = words_of(text.lang).layout
    said = [words_of(text.lang).notes.short(known.type, known.number)]
    said += [words.day(known.date)] if known.date else []
    said += [known.author_name] if known.author_name and known.author_name != known.author else []
    return _act().kicker(" · ".join(said), words.code, known.registration_number, text.id)


def _act() -> Any:
    """Return the templates of the page."""
    return SITE.pieces("act")


def _state(text: Text, state: ShownStanding, texts: Library) -> Any:
    html, parts = _act(), SITE.pieces("parts")
    said: list[str | Markup] = []
    kind = "plain"
    versions, whole = texts.of(text.id, text.lang), open_of(text.act.root).whole
    if state.lost:
        kind = "lost"
        said.append(html.told(_("This act has lost force."), *_by(state.lost, text, texts)))
    elif state.suspended:
        kind = "suspended"
        said.append(html.told(_("This act is suspended."), *_by(state.suspended, text, texts)))
    if state.outline:
        kind = "outline" if kind == "plain" else kind
        told = _("Only what amending acts say of this act is known. The mark […] stands where text is not at hand.")
        said.append(html.told(_("Outline."), told))
    elif state.amended and whole and not texts.elsewhere(text):
        kind = "full" if kind == "plain" else kind
        told = _("All changes that were in force by then are applied.")
        newest = versions[-1] is text
        told = _("All changes of the acts in this collection are applied.") if newest else told
        said.append(html.told(_("Full text."), told))
    code = words_of(text.lang).layout.code
    if whole and open_of(text.act.root).later:
        said.append(html.lines_below(_("Not all of it is in force on this day:"), open_state(text.act), code))
    if not whole:
        said.insert(0, html.lines_below(_("Not full: changes are missing."), open_state(text.act), code))
    told_already = any(one.code == CODE for one in open_of(text.act.root).errors)
    for other in texts.elsewhere(text) if versions[-1] is text else ():
        told = _("This text may lack changes: the act that makes them is in this collection in another language only:")
        way = short_name(other), link(text.page, other.page)
        # The file of a consolidated text says it itself; then the way there is what is left to say.
        said.insert(1, parts.way(*way)) if told_already else said.insert(0, html.told(told, *way))
        kind = "suspended" if kind in ("plain", "full") else kind
    current = texts.in_force(text.id, text.lang) or text
    if current is not text:
        # Whoever comes here by a link is told first that this is not the text in force.
        said.insert(0, html.told(period_of(text, texts), _("the text in force is here"), link(text.page, current.page)))
        kind = "suspended" if kind in ("plain", "full") else kind
    elif text.first_day and not state.outline and not state.lost:
        said.insert(0, html.told(_("Text in force from {day}.").format(day=since(text.first_day))))
    said += _days(text, state, texts)
    units = [one for one in state.states if one.eid]
    if units:
        each = [parts.item(f"{_state_word(one)}: {_unit(text, one.eid)}", f"#{_fragment(one.eid)}") for one in units]
        said.append(html.items_below(_("Parts of it are not in force:"), each))
    said.append(_("Not an official publication."))
    return html.state(kind, whole, said)


def _fragment(eid: str) -> str:
    """Return an eId as a fragment."""
    return link("", "", eid).removeprefix("#")


def _by(state: ShownState, text: Text, texts: Library) -> tuple[str, str | None]:
    """The act that says it, and the way to its page, where it is here."""
    found = texts.find(state.by, text.lang)
    if found is None:
        return state.by, None
    first = texts.of(found.id, found.lang)[0]
    known = first.known
    name = " · ".join(part for part in (short_name(first), official_date(known.date)) if part)
    return name, link(text.page, first.page)


def _state_word(state: ShownState) -> str:
    return _("lost force") if state.kind == "repealed" else _("suspended")


def _days(text: Text, state: ShownStanding, texts: Library) -> Iterator[str]:
    code = words_of(text.lang).layout.code
    for entry in state.entries:
        name, _address = changed_by(entry.by, text, texts)
        if entry.day:
            told = _("in force from {day}").format(day=since(entry.day))
            if entry.published:
                first = _("first published {day}").format(day=day(entry.published))
                told += f" ({first})"
            yield _act().day(name, told, "", code)
        else:
            told = _("the day of entry into force is not known, since the day of publication is not known")
            yield _act().day(name, told, entry.rule, code)


def _versions(text: Text, texts: Library) -> Any:
    """The texts of an act by their days, each with the acts that made it and the way to what they changed."""
    found = texts.of(text.id, text.lang)
    if len(found) < 2:
        return ""
    current = texts.in_force(text.id, text.lang)
    each = [
        (
            version_name(one),
            "" if one is text else link(text.page, one.page),
            one is current,
            [(short_name(act), link(text.page, page)) for act, page in made_by(one, texts)],
        )
        for one in found
    ]
    compare = link(text.page, compare_page(text.id, text.lang)) if not found[0].outline else ""
    return _act().timeline(each, link(text.page, current_address(text.id, text.lang)), compare)


def _languages(text: Text, texts: Library) -> Any:
    parts = SITE.pieces("parts")
    found = [one for one in texts.of(text.id) if one.date == text.date]
    if len(found) < 2:
        return ""
    each = [
        parts.item(text_language(one.lang), link(text.page, one.page), one is text, words_of(one.lang).layout.code)
        for one in found
    ]
    both = parts.item(_("both, side by side"), link(text.page, both_page(text.id, text.date)))
    return parts.listed(_("Language of the text"), (*each, both), "lx-languages")


def _files(text: Text, files: tuple[Download, ...]) -> Any:
    return SITE.pieces("parts").files([(one, file_link(text.page, one.path)) for one in files])


def _changes(text: Text, texts: Library) -> Any:
    """Return the list of changes: of a consolidated text what was changed, of an amending act the way to its page."""
    if text.reading is not None:
        return _act().to_changes(link(text.page, change_page(text.id, text.lang)), len(text.reading.commands))
    elements = {element.get("eId", ""): element for element in text.act.root.iter() if element.get("eId")}
    rows: dict[tuple[str, str, str, str, str | None], None] = {}
    for change in akn_meta.textual_mods(akn_meta.of(text.act.root), "passive"):
        name, there = changed_by(change.sources[0], text, texts) if change.sources else ("", None)
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if eid in elements:
                rows.setdefault(
                    (_fragment(eid), unit_name(elements[eid], text.lang), change_kind(change.type), name, there)
                )
    return _act().changes(tuple(rows), words_of(text.lang).layout.code) if rows else ""


def _unit(text: Text, eid: str) -> str:
    element = next((found for found in text.act.root.iter() if found.get("eId") == eid), None)
    return unit_name(element, text.lang) if element is not None else eid


def _findings(text: Text, texts: Library) -> Any:
    found = [(one, _card(one, text, texts)) for one in findings_of(text, texts)]
    return _act().findings(found, counted(tuple(one for one, _way in found)), message_key()) if found else ""


def _card(found: Mapping[str, Any], text: Text, texts: Library) -> str:
    """The way from a finding to its command, where there is a page of it."""
    command, work = str(found.get("command") or ""), str(found.get("act") or "")
    amending = texts.find(work, text.lang) if command and work else None
    if amending is None or text.report is None:
        return ""
    amending = texts.of(amending.id, amending.lang)[0]
    return link(text.page, card_page(amending, command, text, texts), command)


SITE.know(severity=severity)
