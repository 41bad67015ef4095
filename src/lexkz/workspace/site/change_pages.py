"""The pages of changes: for each amending act one that leads to its commands, and one for each act that it changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lexkz.akn.meta import read_identity
from lexkz.languages.layout import layout
from lexkz.publish.change import Change, Links, gather, lead, parts
from lexkz.publish.change.wording import ACTIONS, OUTCOMES, wording
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.names import CHANGES, change_page, file_link, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.reports import read_report
from lexkz.workspace.site.wording import message_key
from lexkz.workspace.site.words import _


@dataclass(frozen=True, slots=True)
class _Made:
    """A change, and the page that shows it."""

    name: str
    amending: Text
    before: Text
    after: Text
    change: Change


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give the pages of all changes of a workspace: of each amending act in each language, of each text it changed.

    A consolidated text has a report; its commands are those of the amending acts in the corpus. Where an amending act
    was applied in several steps, since its parts enter into force on different days, each step has a page.
    """
    texts = library(workspace)
    overviews: list[Page] = []
    for text in texts.texts:
        if text.reading is None:
            continue
        made = tuple(_changes(text, texts))
        if made:
            overviews.append(_overview(text, made))
            yield overviews[-1]
            yield from (_page(one) for one in made)
    if overviews:
        yield _index(overviews)


def _changes(amending: Text, texts: Library) -> Iterator[_Made]:
    assert amending.reading is not None
    for act_id in texts.ids:
        steps = 0
        for after in texts.of(act_id, amending.lang):
            if after.report is None:
                continue
            report = read_report(after.report)
            before = _expression(report.base, texts.of(act_id, amending.lang))
            concerned = any(one.by == amending.work and one.outcome != "other_base" for one in report.commands)
            if before is None or not concerned:
                continue
            name = f"changes/{amending.id}/{act_id}-{amending.lang}" + (f"@{after.date}" if steps else "")
            steps += 1
            yield _Made(
                name, amending, before, after, gather(amending.act, amending.reading, before.act, after.act, report)
            )


def _expression(iri: str, found: tuple[Text, ...]) -> Text | None:
    return next((text for text in found if read_identity(text.act.root).expression == iri), None)


def _page(made: _Made) -> Page:
    change, here = made.change, made.name
    files = (
        (_("Report (JSON)"), f"{made.after.page}.report.json"),
        (_("Commands (JSON)"), f"{made.amending.page}.commands.json"),
    )
    links = Links(
        order=link(here, made.amending.page),
        before=link(here, made.before.page),
        after=link(here, made.after.page),
        downloads=tuple((said, file_link(here, path)) for said, path in files),
    )
    title = f"{change.amending.name} → {change.base.name}"
    sections = tuple(
        Section(part.id, part.title, part.html) for part in parts(change, links, wording(message_key()), message_key())
    )
    return Page(here, title, None, lead(change, links, wording(message_key())), sections)


def _overview(amending: Text, made: tuple[_Made, ...]) -> Page:
    """All commands of an act in its order, each with the way to its place; fragments are the ids of commands."""
    here, say = change_page(amending.id, amending.lang), wording(message_key())
    code = layout(amending.lang).code
    rows: dict[str, tuple[str, str, str, str]] = {}
    for one in made:
        for entry in one.change.entries:
            name = entry.unit or entry.instrument or one.change.base.name
            known = (link(here, one.name, entry.id), name, say(ACTIONS[entry.action]), say(OUTCOMES[entry.outcome]))
            if entry.id not in rows or entry.outcome in ("applied", "ruled"):
                rows[entry.id] = known
    order = [command.id for command in amending.reading.commands] if amending.reading is not None else []
    body = "".join(_row(command, rows[command], code) for command in order if command in rows)
    heads = "".join(f'<th scope="col">{escape(say(said))}</th>' for said in ("Command", "Unit", "Action", "Outcome"))
    ways = "".join(
        f'<li><a href="{escape(link(here, one.name))}" lang="{code}">{escape(_title(one.change))}</a></li>'
        for one in made
    )
    title = _("Changes") + f": {made[0].change.amending.name}"
    table = f'<table class="lxc-list"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'
    return Page(here, title, None, f"<ul>{ways}</ul>{table}", (), tuple(one.name for one in made))


def _row(command: str, known: tuple[str, str, str, str], code: str) -> str:
    address, name, action, outcome = known
    return (
        f'<tr id="{escape(command)}"><td><a href="{escape(address)}">{escape(command)}</a></td>'
        f'<td lang="{code}">{escape(name)}</td><td>{escape(action)}</td><td>{escape(outcome)}</td></tr>'
    )


def _title(change: Change) -> str:
    return " ".join(part for part in dict.fromkeys((change.base.name, change.base.title)) if part)


def _index(overviews: list[Page]) -> Page:
    items = "".join(
        f'<li><a href="{escape(link(CHANGES, page.name))}">{escape(page.title)}</a></li>' for page in overviews
    )
    return Page(CHANGES, _("Changes"), None, f"<ul>{items}</ul>", (), tuple(page.name for page in overviews))
