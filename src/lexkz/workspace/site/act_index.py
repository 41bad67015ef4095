"""The list of acts: each with how it stands and how much is open."""

from collections.abc import Iterator
from itertools import groupby

from lexkz.consolidation.standing import standing as open_of
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.act_head import counted, findings_of
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.names import ACTS, change_page, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.standing import standing
from lexkz.workspace.site.wording import message_key, text_language
from lexkz.workspace.site.words import _


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give the list of all acts of ``workspace``, a row each, by the year of the act, the latest first."""
    texts = library(workspace)
    each = sorted(((_known(act_id, texts), act_id) for act_id in texts.ids), reverse=True)
    sections = tuple(
        Section(
            f"year-{year or 'unknown'}", year or _("The day is not known"), _rows([one for _key, one in same], texts)
        )
        for year, same in groupby(each, key=lambda one: one[0][:4])
    )
    lead = (
        SITE.pieces("changes").filter(len(each))
        if each
        else SITE.pieces("parts").said(
            _("There are no acts yet: run “lexkz build” in the workspace, then build this site again.")
        )
    )
    yield Page(ACTS, str(_("Acts")), None, lead, sections)


def _known(act_id: str, texts: Library) -> str:
    return texts.of(act_id)[0].known.date or ""


def _rows(ids: list[str], texts: Library) -> str:
    return str(SITE.pieces("act").rows(Markup("\n").join(row_of(act_id, texts, ACTS) for act_id in ids)))


def row_of(act_id: str, texts: Library, here: str) -> Markup:
    """Return an act as a row of a list on the page ``here``: one for all of its languages."""
    found = [text for lang in LANGUAGES if (text := texts.in_force(act_id, lang)) is not None]
    text, *others = sorted(found, key=lambda one: one.lang != message_key())
    known = text.known
    said = [words_of(text.lang).notes.short(known.type, known.number), official_date(known.date)]
    said += [_("last changed {day}").format(day=official_date(text.first_day))] if text.first_day else []
    return Markup(
        SITE.pieces("act").row(
            title=known.title or text.id,
            name=[part for part in said if part],
            lang=words_of(text.lang).layout.code,
            badge=badge_of(text, texts),
            address=link(here, text.page),
            ways=[(text_language(one.lang), link(here, one.page), words_of(one.lang).layout.code) for one in others],
            open=counted(findings_of(text, texts)),
            changes=link(here, change_page(text.id, text.lang)) if text.reading is not None else "",
        )
    )


def badge_of(text: Text, texts: Library) -> tuple[str, str]:
    """Return in a word or two how a text stands, after the name of that for style sheets."""
    state = standing(text.act)
    if state.lost:
        return "lost", _("lost force")
    if state.suspended:
        return "suspended", _("suspended")
    if state.outline:
        return "outline", _("outline")
    if text.reading is not None:
        return "amending", _("amending act")
    if not open_of(text.act.root).whole or texts.elsewhere(text):
        return "open", _("not full")
    return "full", _("full text")
