"""The pages of both languages: the texts of an act beside each other, each disagreement at its unit."""

from collections.abc import Iterator

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.beside import beside_sheet
from lexkz.publication.sheet.model import SheetTable
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import both_page, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.words import interface


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give a page for each text of an act that is there in both languages, as of the same day."""
    texts = library(workspace)
    for act_id in texts.ids:
        by_day: dict[str | None, dict[Lang, Text]] = {}
        for text in texts.of(act_id):
            by_day.setdefault(text.date, {})[text.lang] = text
        for both in by_day.values():
            if len(both) > 1:
                yield _page(both["kaz"], both["rus"])


def _page(kaz: Text, rus: Text) -> Page:
    first, other = (rus, kaz) if interface() == "ru" else (kaz, rus)
    here = both_page(kaz.id, kaz.date)
    grid = next(block for block in beside_sheet(first.act, other.act).flow if isinstance(block, SheetTable))
    marked = len(grid.rows[0].cells) > 2
    notes = [row.cells[2].lines if marked else () for row in grid.rows[1:]]
    html, parts = SITE.pieces("both"), SITE.pieces("parts")
    ways = [parts.item(words_of(text.lang).layout.name, link(here, text.page)) for text in (first, other)]
    lead = html.lead(
        f"{short_name(first)} · {version_name(first)}",
        [line.text for lines in notes for line in lines],
        ways,
        words_of(first.lang).layout.code,
    )
    langs = [words_of(text.lang).layout for text in (first, other)]
    rows = [(tuple(zip(row.cells, langs, strict=False)), said) for row, said in zip(grid.rows[1:], notes, strict=True)]
    title = first.known.title or short_name(first)
    sections = (Section("both", None, html.table(rows, langs)),)
    return Page(here, title, first.lang, lead, sections, searched=False, wide=True)
