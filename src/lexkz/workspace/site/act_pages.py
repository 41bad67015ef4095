"""The pages of acts: each text with what is known of it on top, its changes in the margin, its files beside it."""

from collections.abc import Callable, Iterator

from lexkz.akn import iris
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.web import Beside, Chapter, chapters
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import act_head, downloads
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.latest import changed_acts
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.machine_data import in_short, legislation
from lexkz.workspace.site.marks import active_marks, eids, in_margin, missing_marks, passive_marks, short_name
from lexkz.workspace.site.names import act_feed, form_page, link, table_page
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.wording import text_language
from lexkz.workspace.site.words import _, interface


def pages(workspace: Workspace, *, pdf: bool = True) -> Iterator[Page]:
    """Give a page for each text of ``workspace``; ``pdf``: with links to PDF files.

    Raises SourceError for a file that cannot be loaded.
    """
    texts = library(workspace)
    for text in texts.texts:
        yield act_page_of(text, texts, pdf=pdf)


def act_page_of(text: Text, texts: Library, *, pdf: bool = True) -> Page:
    """Return the page of one text."""
    marks = in_margin(passive_marks(text, texts), missing_marks(text, texts), active_marks(text, texts))
    known = text.known
    made = chapters(text.act, beside(text, texts, marks))
    files = downloads.of_text(text, pdf=pdf)
    return Page(
        name=text.page,
        title=known.title or short_name(text),
        lang=text.lang,
        lead=act_head.head(text, texts, files),
        sections=tuple(_sections(made, text.lang)),
        short=words_of(text.lang).notes.short(known.type, known.number) if known.number else "",
        head=_head(text),
        searched=texts.in_force(text.id, text.lang) is text,
        said=in_short(text, texts),
        data=legislation(text, texts),
        feed=act_feed(text.id) if text.id in changed_acts(texts) else "",
    )


def _head(text: Text) -> str:
    """What tells the page of a text from those of its other versions and languages: its name, its day, its language."""
    known = text.known
    name = words_of(text.lang).notes.short(known.type, known.number) if known.number else ""
    return " · ".join(part for part in (name, known.title, version_name(text), text_language(text.lang)) if part)


def beside(text: Text, texts: Library, marks: dict[str, Markup]) -> Beside:
    """Return what stands beside a text: marks, the ways to the pages of its tables and forms, where references lead."""
    newest = texts.newest(text.id, text.lang) or text
    here = text.tables
    with_page = {table.id for table in newest.tables}
    blanks = {form.id for form in newest.forms}
    links = {
        table.id: _way(_("Table as data"), link(text.page, table_page(text.id, text.lang, table.id)))
        for table in here
        if table.id in with_page
    }
    for form in text.forms:
        if form.id in blanks:
            links[form.id] = _way(_("Form: fields and blanks"), link(text.page, form_page(text.id, text.lang, form.id)))
    return Beside(
        marks=marks,
        links=links,
        names={table.id: table.title or table.label or _("Table") + f" {at}" for at, table in enumerate(here, 1)},
        resolve=_resolver(text, texts),
        gap=_("text not at hand"),
        note=_("Editors’ note"),
        lang=interface(),
    )


def _way(words: str, address: str) -> Markup:
    return Markup(SITE.pieces("act").way_to(address, words))


def _resolver(text: Text, texts: Library) -> Callable[[str], str | None]:
    known = eids(text)

    def resolve(href: str) -> str | None:
        base, _component, eid = iris.split(href)
        if not base:
            return f"#{eid}" if eid in known else None
        found = texts.find(base, text.lang) or texts.find(base.rpartition("/")[0], text.lang)
        if found is None:
            return None
        there = eid if eid and eid in eids(found) else ""
        return link(text.page, found.page, there)

    return resolve


def _sections(found: tuple[Chapter, ...], lang: Lang, above: str = "") -> Iterator[Section]:
    code = words_of(lang).layout.code
    for place, chapter in enumerate(found, start=1):
        html = SITE.pieces("act").text(chapter.html, code) if chapter.html else ""
        name = chapter.id or f"{above}part-{place}"
        within = tuple(_sections(chapter.chapters, lang, f"{name}-"))
        above = SITE.pieces("act").above(chapter.above, code) if chapter.above else ""
        yield Section(name, chapter.title, html, within, lang, above, chapter.printed)
