"""The pages of changes: for each amending act one that leads to its commands, and one for each act that it changed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.publication.change import Links, lead, parts, unread_note
from lexkz.publication.change.wording import ACTIONS, OUTCOMES, wording
from lexkz.publication.dating import dating
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import downloads
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.latest import LatestChange, rows
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.machine_data import change_in_short
from lexkz.workspace.site.names import CHANGES, change_page, compare_page, current_address, file_link, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.steps import ExpressionStep, steps
from lexkz.workspace.site.wording import message_key, text_language
from lexkz.workspace.site.words import _


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
        made = tuple(steps(text, texts))
        if made:
            overviews.append(_overview(text, made))
            yield overviews[-1]
            yield from map(_page, made)
    if overviews:
        yield _index(rows(texts))


def _page(step: ExpressionStep) -> Page:
    """The page of a step."""
    change, here = step.change, step.name
    say, interface = wording(message_key()), message_key()
    scan = downloads.facsimile(step.amending)
    links = Links(
        order=link(here, step.amending.page),
        before=link(here, step.before.page),
        after=link(here, step.after.page),
        downloads=tuple((one.label, file_link(here, one.path)) for one in downloads.of_step(step)),
        source=None if scan is None else lambda page: f"{file_link(here, scan.path)}#page={page}",
    )
    title = _("{base}: what {act} changes").format(base=change.base.name, act=change.amending.name)
    days = [official_date(step.after.first_day)] if step.after.first_day else []
    head = " · ".join(part for part in (title, change.base.title, *days, text_language(step.after.lang)) if part)
    sections = tuple(Section(part.id, part.title, part.html) for part in parts(change, links, say, interface))
    if not step.before.outline:
        sections += (Section("further", None, _further(step)),)
    return Page(here, title, None, lead(change, links, say), sections, head=head, said=change_in_short(step), wide=True)


def _further(step: ExpressionStep) -> str:
    """Ways on at the foot of a page: the same two texts as a whole beside any others, and the text in force."""
    here, after = step.name, step.after
    compare = link(here, compare_page(after.id, after.lang), f"to-{after.date}")
    current = link(here, current_address(after.id, after.lang))
    return str(SITE.pieces("changes").further(compare, current))


def _overview(amending: Text, made: tuple[ExpressionStep, ...]) -> Page:
    """All commands of an act in its order, each with the way to its place; fragments are the ids of commands."""
    here, say = change_page(amending.id, amending.lang), wording(message_key())
    code = words_of(amending.lang).layout.code
    rows: dict[str, tuple[str, str, str, str, str]] = {}
    for one in made:
        for entry in one.change.entries:
            name = entry.unit or entry.instrument or one.change.base.name
            address = link(here, one.name, entry.id)
            # That a language of an act changes nothing is applied to nothing.
            said = "–" if entry.action == "none" and entry.outcome == "applied" else say(OUTCOMES[entry.outcome])
            known = (address, name, say(ACTIONS[entry.action]), entry.outcome, said)
            # What was not yet in force in one step is what a later step made of it.
            if entry.id not in rows or rows[entry.id][3] == "not_yet" or entry.outcome in ("applied", "ruled"):
                rows[entry.id] = known
    order = [command.id for command in amending.reading.commands] if amending.reading is not None else []
    body = [(command, rows[command]) for command in order if command in rows]
    ways = [(one.change.base, link(here, one.name), _since(one)) for one in made]
    unread = tuple(dict.fromkeys(found for one in made for found in one.change.unread))
    title = _("Changes") + f": {made[0].change.amending.name}"
    act = made[0].change.amending.title, link(here, amending.page)
    note = Markup(unread_note(unread, amending.lang, say))
    html = SITE.pieces("changes").overview(act, ways, note, body, code, say)
    return Page(here, title, None, html, searched=False)


def _since(step: ExpressionStep) -> str:
    """The day of a step, where it is that of entry into force."""
    day = dating(step.after.act.root).in_force
    return (official_date(day) or day) if day else ""


def _index(found: list[LatestChange]) -> Page:
    """All changes, the latest first, by the year of the day on which they entered into force."""
    html = SITE.pieces("changes")
    sections = [
        Section(
            f"year-{year or 'unknown'}", year or _("The day of entry into force is not known"), listed(each, CHANGES)
        )
        for year, each in groupby(found, key=lambda row: row.day[:4])
    ]
    return Page(CHANGES, _("Changes"), None, html.filter(len(found)), tuple(sections), wide=False)


def listed(found: Iterable[LatestChange], here: str) -> str:
    """Return changes as rows, each a way to its page."""
    each = [(row, link(here, row.step.name), [(one, link(here, one.name)) for one in row.others]) for row in found]
    return str(SITE.pieces("changes").rows(each))
