"""The pages of tables: the newest text of a table as data, what changed in its cells, its files."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.annex import tables
from lexkz.annex.table_model import Cell, Column, Row, Table
from lexkz.comparison.cells import CellChange, cell_changes
from lexkz.languages.language import words_of
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import downloads
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import escape, item, listed
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import file_link, link, table_page
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.words import _, interface

_SHORT = 8
"""Characters up to which a number is set at the right of its column; longer ones say more than a number."""


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give a page for each table of the newest text of each act, in each language."""
    texts = library(workspace)
    for act_id in texts.ids:
        for lang in ("kaz", "rus"):
            text = texts.newest(act_id, lang)
            if text is not None:
                yield from _of_text(text, texts)


def _of_text(text: Text, texts: Library) -> Iterator[Page]:
    found = tables(text.act)
    if not found:
        return
    versions = texts.of(text.id, text.lang)
    changes = [(old, new, cell_changes(old.act, new.act)) for old, new in pairwise(versions)]
    for place, table in enumerate(found, start=1):
        here = table_page(text.id, text.lang, table.id)
        own = [
            (old, new, tuple(one for one in cells if one.table == table.id)) for old, new, cells in reversed(changes)
        ]
        sections = [Section("data", str(_("Rows")), _data(table, text))]
        sections += [
            Section(f"changes-{at}", _between(old, new), _changes(cells, table, text, _unknown(cells, table, old, new)))
            for at, (old, new, cells) in enumerate(own, start=1)
            if cells
        ]
        if table.notes:
            code = words_of(text.lang).layout.code
            notes = "".join(f"<p>{escape(note)}</p>" for note in table.notes)
            sections.append(Section("notes", str(_("Notes")), f'<div lang="{code}">{notes}</div>'))
        title = table.title or table.label or _("Table") + f" {place}"
        yield Page(
            here, title, text.lang if table.title or table.label else None, _head(here, table, text), tuple(sections)
        )


def _head(here: str, table: Table, text: Text) -> str:
    code = words_of(text.lang).layout.code
    label = f'<span lang="{code}">{escape(table.label)}</span> · ' if table.label and table.title else ""
    words = _("in the text of the act")
    act = f'<a href="{escape(link(here, text.page, table.id))}">{escape(words)}</a>'
    facts = _("rows") + f": {len(table.rows)} · " + _("columns") + f": {len(table.columns)}"
    version = f"{escape(short_name(text))} · {escape(version_name(text))}"
    parts = [f'<p class="lx-kicker">{label}{version} · {act} · {escape(facts)}</p>']
    if table.partial:
        outline = _("Outline.")
        told = _("Only rows that amending acts give are known.")
        parts.append(
            f'<div class="lx-state lx-state-outline" role="note"><strong>{escape(outline)}</strong> '
            f"{escape(told)}</div>"
        )
    files = (
        item(one.label, file_link(here, one.path), attributes=f' type="{escape(one.media)}" download')
        for one in downloads.of_table(text, table)
    )
    choices = listed(_("Download"), files, "lx-files")
    parts.append(f'<div class="lx-choices">{choices}</div>')
    return "\n".join(parts)


def _data(table: Table, text: Text) -> str:
    """Return the rows under a head of one line, which can be sorted and filtered."""
    code = words_of(text.lang).layout.code
    heads = [f'<th scope="col">{_head_of(column)}</th>' for column in table.columns]
    bodies = []
    for group, rows in groupby(table.rows, key=lambda row: row.group):
        above = (
            f'<tr class="lx-of-group"><th scope="rowgroup" class="lx-group" colspan="{len(heads)}">'
            f"{escape(group)}</th></tr>"
            if group
            else ""
        )
        bodies.append(f"<tbody>{above}{''.join(_row(row) for row in rows)}</tbody>")
    said = {
        "filter": _("Filter rows"),
        "sort": _("Sort by this column"),
        "shown": _("Rows shown: {shown} of {all}"),
    }
    data = "".join(f' data-{name}="{escape(words)}"' for name, words in said.items())
    name = escape(table.title or table.label or _("Table"))
    return (
        f'<div class="lx-data" data-lang="{interface()}"{data}>'
        f'<div class="lx-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="lx-table lx-sortable" lang="{code}"><thead><tr>{"".join(heads)}</tr></thead>'
        f"{''.join(bodies)}</table></div></div>"
    )


def _row(row: Row) -> str:
    cells = []
    for (text, _merged), same in groupby(enumerate(row.cells), key=_sameness):
        run = [cell for _, cell in same]
        cell = run[0]
        span = f' colspan="{len(run)}"' if len(run) > 1 else ""
        number = f' data-value="{cell.value.value}"' if cell.value.kind == "number" else ""
        short = cell.value.kind in ("number", "none") and len(cell.text) <= _SHORT
        kind = ' class="lx-number"' if short else ""
        shown = "<br>".join(escape(part) for part in text.split("\n"))
        cells.append(f"<td{span}{kind}{number}>{shown}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _sameness(placed: tuple[int, Cell]) -> tuple[str, int]:
    """Tell cells apart, those of one merged cell not: it stands once, over its columns."""
    place, cell = placed
    return cell.text, -1 if cell.merged else place


def _head_of(column: Column) -> str:
    path = column.path or (column.number or column.key,)
    above = "".join(
        f'<span class="lx-above">{escape(part)}<span class="lx-slash"> / </span></span>' for part in path[:-1]
    )
    return f"{above}{escape(path[-1])}"


def _between(old: Text, new: Text) -> str:
    return _("Changed cells") + f": {version_name(old)} → {version_name(new)}"


def _unknown(cells: tuple[CellChange, ...], table: Table, old: Text, new: Text) -> frozenset[CellChange]:
    """The cells of which nobody here knows what stood there before: of an outline, all but those of new rows."""
    if not old.outline:
        return frozenset()
    kinds = {
        iris.split(target.href)[2] or "": change.type
        for change in akn_meta.textual_mods(akn_meta.of(new.act.root), "passive")
        for target in change.destinations
    }
    eids = {row.number: row.eid or "" for row in table.rows if row.number}
    return frozenset(
        one for one in cells if one.old is None and _kind(eids.get(one.row, table.id), kinds) != "insertion"
    )


def _kind(eid: str, kinds: Mapping[str, str]) -> str | None:
    """What was done to a unit, or to the nearest that holds it."""
    while eid and eid not in kinds:
        eid = eid.rpartition("__")[0]
    return kinds.get(eid)


def _changes(cells: tuple[CellChange, ...], table: Table, text: Text, unknown: frozenset[CellChange]) -> str:
    """Return the cells that differ, one a row: which row, which column, before, after; ``unknown`` ones are counted."""
    code = words_of(text.lang).layout.code
    missing = ""
    if unknown:
        words = _("Cells whose earlier text is not at hand, since the act is an outline: {count}")
        missing = "<p>" + escape(words.format(count=len(unknown))) + "</p>"
        cells = tuple(one for one in cells if one not in unknown)
    if not cells:
        return missing
    heads = (_("Row"), _("Column"), _("Before"), _("After"))
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heads)
    rows = "".join(
        f'<tr><th scope="row">{escape(_named(one.row))}</th>'
        f'<td lang="{code}">{escape(" / ".join(one.head) or one.column)}</td>'
        f'<td lang="{code}">{_cell(one.old, "del")}</td><td lang="{code}">{_cell(one.new, "ins")}</td></tr>'
        for one in cells
    )
    name = escape(_("Changed cells") + f": {table.title or ''}")
    summary = "<p>" + escape(_("cells")) + f": {len(cells)}</p>"
    return (
        f'{missing}{summary}<div class="lx-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="lx-table lx-cells"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _named(row: str) -> str:
    """The number of a row; of one without, its place: the interface has its own word for that."""
    place = row.removeprefix("row ")
    return row if place == row else _("Row") + f" {place}"


def _cell(words: str | None, tag: str) -> str:
    if words is None:
        said = _("did not exist") if tag == "del" else _("gone")
        return f'<span class="lx-none" lang="{interface()}">{escape(said)}</span>'
    return f"<{tag}>{escape(words)}</{tag}>" if words else ""
