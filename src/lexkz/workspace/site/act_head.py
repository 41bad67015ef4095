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
from lexkz.languages.notes import official_date
from lexkz.publication.act_json import identity
from lexkz.publication.dating import dating
from lexkz.publication.finding_json import finding_data
from lexkz.publication.sheet.open_state import open_state
from lexkz.workspace.site.downloads import Download
from lexkz.workspace.site.html import escape, folded, item, listed
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.marks import changed_by, short_name
from lexkz.workspace.site.names import both_page, change_page, file_link, link
from lexkz.workspace.site.standing import Standing, State, standing
from lexkz.workspace.site.wording import change_kind, day, message_key, severity, since, text_language
from lexkz.workspace.site.words import _, interface


def head(text: Text, texts: Library, files: tuple[Download, ...]) -> str:
    """Return the HTML between the title of an act's page and its text."""
    parts = (
        _kicker(text),
        _state(text, standing(text.act), texts),
        '<div class="lx-choices">',
        _versions(text, texts),
        _languages(text, texts),
        _files(text, files),
        "</div>",
        _changes(text, texts),
        _findings(text, texts),
    )
    return "\n".join(part for part in parts if part)


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
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(found, key=lambda one: order.get(one["severity"], 3)))


def counted(found: tuple[Mapping[str, Any], ...]) -> str:
    """Return how many findings there are of each severity: «2 not applied, 9 slips»."""
    counts = Counter(one["severity"] for one in found)
    return ", ".join(f"{severity(name)}: {counts[name]}" for name in ("error", "warning", "info") if counts[name])


def version_name(text: Text) -> str:
    """Return what a version is called in a switch."""
    if text.date is None:
        return _("as published")
    return official_date(text.date) or text.date


def _kicker(text: Text) -> str:
    known = identity(text.act)
    words = words_of(text.lang).layout
    said = [words_of(text.lang).notes.short(known.type, known.number)]
    said += [words.day(known.date)] if known.date else []
    said += [known.author_name] if known.author_name and known.author_name != known.author else []
    shown = escape(" · ".join(said))
    register = known.registration_number or ""
    name = escape(_("register"))
    registered = f' · <span lang="{interface()}">{name}</span> {escape(register)}' if register else ""
    return f'<p class="lx-kicker" lang="{words.code}">{shown}{registered}</p>'


def _state(text: Text, state: Standing, texts: Library) -> str:
    said: list[str] = []
    kind = "plain"
    versions, whole = texts.of(text.id, text.lang), open_of(text.act.root).whole
    if state.lost:
        kind = "lost"
        said.append(_strong(_("This act has lost force.")) + _by(state.lost, text, texts))
    elif state.suspended:
        kind = "suspended"
        said.append(_strong(_("This act is suspended.")) + _by(state.suspended, text, texts))
    if state.outline:
        kind = "outline" if kind == "plain" else kind
        told = _("Only what amending acts say of this act is known. The mark […] stands where text is not at hand.")
        said.append(_strong(_("Outline.")) + f" {escape(told)}")
    elif state.amended and whole and not texts.elsewhere(text):
        kind = "full" if kind == "plain" else kind
        told = _("All changes that were in force by then are applied.")
        newest = versions[-1] is text
        told = _("All changes of the acts in this collection are applied.") if newest else told
        said.append(_strong(_("Full text.")) + f" {escape(told)}")
    if not whole:
        lines = "".join(f"<li>{escape(line)}</li>" for line in open_state(text.act))
        code = words_of(text.lang).layout.code
        said.insert(0, _strong(_("Not full: changes are missing.")) + f'<ul lang="{code}">{lines}</ul>')
    told_already = any(one.code == CODE for one in open_of(text.act.root).errors)
    for other in texts.elsewhere(text) if versions[-1] is text else ():
        told = _("This text may lack changes: the act that makes them is in this collection in another language only:")
        way = f'<a href="{escape(link(text.page, other.page))}">{escape(short_name(other))}</a>'
        # The file of a consolidated text says it itself; then the way there is what is left to say.
        said.insert(1 if told_already else 0, way if told_already else f"{_strong(told)} {way}")
        kind = "suspended" if kind in ("plain", "full") else kind
    if versions[-1] is not text:
        # Whoever comes here by a link is told first that this is no longer the text.
        after = versions[versions.index(text) + 1]
        words = _("the newest text is here")
        way = f'<a href="{escape(link(text.page, versions[-1].page))}">{escape(words)}</a>'
        known = dating(after.act.root).in_force
        until = (
            _("This text was superseded on {day}:").format(day=day(known)) if known else _("This text was superseded:")
        )
        said.insert(0, f"{_strong(until)} {way}")
        kind = "suspended" if kind == "full" else kind
    said += _days(text, state, texts)
    units = [one for one in state.states if one.eid]
    if units:
        each = "".join(
            item(f"{_state_word(one)}: {_unit(text, one.eid)}", f"#{iris_fragment(one.eid)}") for one in units
        )
        said.append(escape(_("Parts of it are not in force:")) + f"<ul>{each}</ul>")
    said.append(escape(_("Not an official publication.")))
    lines = "".join(f"<div>{line}</div>" for line in said)
    open_ = "" if whole else " lx-state-open"
    return f'<div class="lx-state lx-state-{kind}{open_}" role="note">{lines}</div>'


def iris_fragment(eid: str) -> str:
    """Return an eId as a fragment."""
    return link("", "", eid).removeprefix("#")


def _strong(words: str) -> str:
    return f"<strong>{escape(words)}</strong>"


def _by(state: State, text: Text, texts: Library) -> str:
    found = texts.find(state.by, text.lang)
    if found is None:
        return f" {escape(state.by)}" if state.by else ""
    first = texts.of(found.id, found.lang)[0]
    known = identity(first.act)
    name = " · ".join(part for part in (short_name(first), official_date(known.date)) if part)
    return f' <a href="{escape(link(text.page, first.page))}">{escape(name)}</a>'


def _state_word(state: State) -> str:
    return _("lost force") if state.kind == "repealed" else _("suspended")


def _days(text: Text, state: Standing, texts: Library) -> Iterator[str]:
    code = words_of(text.lang).layout.code
    of = escape(_("Changes of"))
    for entry in state.entries:
        name, _address = changed_by(entry.by, text, texts)
        if entry.day:
            told = _("in force from {day}").format(day=since(entry.day))
            if entry.published:
                first = _("first published {day}").format(day=day(entry.published))
                told += f" ({first})"
            yield f"{of} {escape(name)}: {escape(told)}."
        else:
            told = _("the day of entry into force is not known, since the day of publication is not known")
            rule = f' <q lang="{code}">{escape(entry.rule)}</q>' if entry.rule else ""
            yield f"{of} {escape(name)}: {escape(told)}.{rule}"


def _versions(text: Text, texts: Library) -> str:
    found = texts.of(text.id, text.lang)
    each = (item(version_name(one), link(text.page, one.page), current=one is text) for one in found)
    return listed(_("Version"), each if len(found) > 1 else (), "lx-versions")


def _languages(text: Text, texts: Library) -> str:
    found = [one for one in texts.of(text.id) if one.date == text.date]
    if len(found) < 2:
        return ""
    each = (
        item(
            text_language(one.lang),
            link(text.page, one.page),
            current=one is text,
            attributes=f' hreflang="{words_of(one.lang).layout.code}"' if one is not text else "",
        )
        for one in found
    )
    both = item(_("both, side by side"), link(text.page, both_page(text.id, text.date)))
    return listed(_("Language of the text"), (*each, both), "lx-languages")


def _files(text: Text, files: tuple[Download, ...]) -> str:
    each = (
        item(one.label, file_link(text.page, one.path), attributes=f' type="{escape(one.media)}" download')
        for one in files
    )
    return listed(_("Download"), each, "lx-files")


def _changes(text: Text, texts: Library) -> str:
    """Return the list of changes: of a consolidated text what was changed, of an amending act the way to its page."""
    if text.reading is not None:
        count = len(text.reading.commands)
        words = _("See what it changes, paragraph by paragraph ({count})").format(count=count)
        address = link(text.page, change_page(text.id, text.lang))
        return f'<p class="lx-way lx-way-main"><a href="{escape(address)}">{escape(words)}</a></p>'
    elements = {element.get("eId", ""): element for element in text.act.root.iter() if element.get("eId")}
    rows: dict[str, None] = {}
    for change in akn_meta.textual_mods(akn_meta.of(text.act.root), "passive"):
        name, there = changed_by(change.sources[0], text, texts) if change.sources else ("", None)
        by = f'<a href="{escape(there)}">{escape(name)}</a>' if there else escape(name)
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if eid in elements:
                code = words_of(text.lang).layout.code
                unit = f'<a href="#{iris_fragment(eid)}" lang="{code}">{escape(_unit(text, eid))}</a>'
                rows.setdefault(f"<li>{unit} – {escape(change_kind(change.type))} – {by}</li>")
    if not rows:
        return ""
    summary = _("Changes in this text") + f": {len(rows)}"
    return folded(summary, f'<ul class="lx-rows">{"".join(rows)}</ul>', "lx-changes")


def _unit(text: Text, eid: str) -> str:
    element = next((found for found in text.act.root.iter() if found.get("eId") == eid), None)
    return unit_name(element, text.lang) if element is not None else eid


def _findings(text: Text, texts: Library) -> str:
    found = findings_of(text, texts)
    if not found:
        return ""
    key = message_key()
    rows = []
    for one in found:
        where = (one.get("source") or {}).get("page")
        said = _("page {number}").format(number=where)
        page = f' <span class="lx-where">{escape(said)}</span>' if where else ""
        rows.append(
            f'<li class="lx-{escape(one["severity"])}"><span class="lx-severity">{escape(severity(one["severity"]))}'
            f"</span> {escape(one['message'][key])}{page} <code>{escape(one['code'])}</code></li>"
        )
    summary = _("Open findings") + f": {counted(found)}"
    grave = any(one["severity"] == "error" for one in found)
    kind = "lx-findings lx-grave" if grave else "lx-findings"
    return folded(summary, f'<ul class="lx-rows">{"".join(rows)}</ul>', kind)
