"""The pages of tables: the newest text of a table as data, what changed in its cells, its files."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.annex.table_model import AnnexCell, AnnexColumn, AnnexRow, AnnexTable
from lexkz.comparison.cells import CellChange, cell_changes
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import downloads
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import file_link, link, table_page
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.words import _

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
    found = text.tables
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
            sections.append(Section("notes", str(_("Notes")), _html().notes(table.notes, text.lang)))
        title = table.title or table.label or _("Table") + f" {place}"
        yield Page(
            here, title, text.lang if table.title or table.label else None, _head(here, table, text), tuple(sections)
        )


def _html() -> Any:
    return SITE.pieces("table")


def _head(here: str, table: AnnexTable, text: Text) -> Any:
    version = f"{short_name(text)} · {version_name(text)}"
    files = [(one, file_link(here, one.path)) for one in downloads.of_table(text, table)]
    return _html().head(table, text.lang, version, link(here, text.page, table.id), files)


def _data(table: AnnexTable, text: Text) -> Any:
    """Return the rows under a head of one line, which can be sorted and filtered."""
    groups = [(group, [_row(row) for row in rows]) for group, rows in groupby(table.rows, key=lambda row: row.group)]
    return _html().data(table, [_head_of(column) for column in table.columns], groups, text.lang)


def _row(row: AnnexRow) -> list[tuple[int, AnnexCell, bool]]:
    """The cells of a row: over how many columns, the cell, and whether it is a number that is set at the right."""
    cells = []
    for _text, same in groupby(enumerate(row.cells), key=_sameness):
        run = [cell for _, cell in same]
        short = run[0].value.kind in ("number", "none") and len(run[0].text) <= _SHORT
        cells.append((len(run), run[0], short))
    return cells


def _sameness(placed: tuple[int, AnnexCell]) -> tuple[str, int]:
    """Tell cells apart, those of one merged cell not: it stands once, over its columns."""
    place, cell = placed
    return cell.text, -1 if cell.merged else place


def _head_of(column: AnnexColumn) -> tuple[str, ...]:
    return column.path or (column.number or column.key,)


def _between(old: Text, new: Text) -> str:
    return _("Changed cells") + f": {version_name(old)} → {version_name(new)}"


def _unknown(cells: tuple[CellChange, ...], table: AnnexTable, old: Text, new: Text) -> frozenset[CellChange]:
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


def _changes(cells: tuple[CellChange, ...], table: AnnexTable, text: Text, unknown: frozenset[CellChange]) -> Any:
    """Return the cells that differ, one a row: which row, which column, before, after; ``unknown`` ones are counted."""
    known = [one for one in cells if one not in unknown]
    return _html().changes(known, len(unknown), table.title or "", text.lang)
