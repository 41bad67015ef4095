"""The pages that compare the texts of an act: each with the one before it, and by script any two of them."""

from collections.abc import Iterator
from itertools import pairwise

from lexkz.consolidation.naming import unit_name
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.history_pages import changed_units
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import compare_page, file_link, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.steps import made_by
from lexkz.workspace.site.unit_data import units_file
from lexkz.workspace.site.wording import text_language
from lexkz.workspace.site.words import _


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give a page for each act of which more than one full text is known, in each language."""
    texts = library(workspace)
    for act_id in texts.ids:
        for lang in LANGUAGES:
            found = texts.of(act_id, lang)
            if len(found) > 1 and not found[0].outline:
                yield _page(found, texts)


def _page(found: tuple[Text, ...], texts: Library) -> Page:
    newest = found[-1]
    here = compare_page(newest.id, newest.lang)
    code = words_of(newest.lang).layout.code
    current = texts.in_force(newest.id, newest.lang) or newest
    before = found[max(found.index(current) - 1, 0)]
    choices = [
        (
            text.date or "published",
            _period(text, texts),
            file_link(here, units_file(text)),
            link(here, text.page),
            text is before,
            text is current,
        )
        for text in found
    ]
    known = newest.known
    lead = SITE.pieces("compare").lead(known.title or short_name(newest), link(here, current.page), code, choices)
    sections = tuple(_between(old, new, found, here, texts) for old, new in reversed(tuple(pairwise(found))))
    title = _("Compare texts") + f": {short_name(newest)}"
    head = f"{title} · {text_language(newest.lang)}"
    return Page(here, title, None, lead, sections, head=head, searched=False, wide=True)


def _between(old: Text, new: Text, found: tuple[Text, ...], here: str, texts: Library) -> Section:
    """What differs between two texts that follow each other, unit by unit."""
    rows = [
        (unit_name((said or unit.last).element, new.lang), link(here, new.page, said.eid) if said else "", words)
        for unit in changed_units(found).values()
        for text, said, words in unit.wordings
        if text == new
    ]
    acts = [(short_name(act), link(here, page)) for act, page in made_by(new, texts)]
    html = SITE.pieces("compare").between(rows, acts, words_of(new.lang).layout.code)
    return Section(f"to-{new.date}", f"{version_name(old)} → {version_name(new)}", str(html))


def _period(text: Text, texts: Library) -> str:
    """From when to when a text is in force, where that is known; else what it is called."""
    first, last = official_date(text.first_day), official_date(texts.last_day(text))
    if not first and not last:
        return version_name(text)
    return f"{first or '…'} – {last or '…'}"
