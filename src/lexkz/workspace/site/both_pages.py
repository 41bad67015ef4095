"""The pages of both languages: the texts of an act beside each other, each disagreement at its unit."""

from collections.abc import Iterator

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.beside import beside_sheet
from lexkz.publication.sheet.model import Cell, Grid
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import escape, item, listed
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import both_page, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.words import _, interface


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
    grid = next(block for block in beside_sheet(first.act, other.act).flow if isinstance(block, Grid))
    marked = len(grid.rows[0].cells) > 2
    said = [line.text for row in grid.rows[1:] for line in row.cells[2].lines] if marked else []
    told = len(said)
    kicker = f'<p class="lx-kicker">{escape(short_name(first))} · {escape(version_name(first))}</p>'
    words = _("Places where the two texts do not say the same: {count}").format(count=told)
    none = _("The two texts say the same in all that was compared: units, numbers, days, references, tables.")
    look = "lx-state lx-state-outline" if told else "lx-state"
    state = f'<div class="{look}" role="note">{escape(words if told else none)}</div>'
    ways = (item(words_of(text.lang).layout.name, link(here, text.page)) for text in (first, other))
    code = words_of(first.lang).layout.code
    each = "".join(
        f'<li lang="{code}"><a href="#d-{place}">{escape(words)}</a></li>' for place, words in enumerate(said, start=1)
    )
    if each:
        state += f'<ol class="lx-rows">{each}</ol>'
    lead = kicker + state + listed(_("Language of the text"), ways, "lx-languages")
    known = identity(first.act)
    html = _table(grid, (first.lang, other.lang), marked=marked)
    title = known.title or short_name(first)
    return Page(here, title, first.lang, lead, (Section("both", None, html),), wide=True)


def _table(grid: Grid, langs: tuple[Lang, Lang], *, marked: bool) -> str:
    heads = "".join(
        f'<th scope="col" lang="{words_of(lang).layout.code}">{escape(words_of(lang).layout.name)}</th>'
        for lang in langs
    )
    rows = []
    count = 0
    for row in grid.rows[1:]:
        cells = "".join(_cell(cell, words_of(lang).layout.code) for cell, lang in zip(row.cells, langs, strict=False))
        notes = row.cells[2].lines if marked else ()
        words = "".join(
            f'<p id="d-{count + place}"><strong>{escape(line.text)}</strong></p>'
            for place, line in enumerate(notes, start=1)
        )
        count += len(notes)
        mark = (
            f'<tr class="lx-group"><td colspan="2" lang="{words_of(langs[0]).layout.code}">{words}</td></tr>'
            if notes
            else ""
        )
        rows.append(f"<tr>{cells}</tr>{mark}")
    return (
        f'<div class="lx-scroll"><table class="lx-table lx-both"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(cell: Cell, code: str) -> str:
    return f'<td lang="{code}">{"".join(f"<p>{escape(line.text)}</p>" for line in cell.lines)}</td>'
