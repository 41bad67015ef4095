"""Paragraphs and rows of the user's file that go, and new ones that look as their neighbours do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from lexkz.publication.docx.lines import TrackedIds
from lexkz.publication.docx.names import make, qw
from lexkz.publication.docx.order import put
from lexkz.publication.docx.tables import table
from lexkz.publication.sheet.model import Revision, Role, SheetCell, SheetLine, SheetRow, SheetTable
from lexkz.publication.tracked.runs import new_run, plain, runs_of, wrap_all

_NOT_COPIED = ("framePr", "pageBreakBefore", "sectPr", "pPrChange")
_STANDS: Mapping[str, frozenset[Role]] = {
    "center": frozenset({"title", "heading", "center", "caption", "requisites"}),
    "right": frozenset({"corner", "form", "right", "addressee"}),
    "left": frozenset({"form_line", "post"}),
}
"""How lines stand on the page that have no neighbour of their kind."""
_BOLD: frozenset[Role] = frozenset({"title", "heading", "article"})
_WIDTH = 9350
"""Of a new table, in twentieths of a point: the text of a page with usual margins."""


def take_away(paragraph: etree._Element, revision: Revision, ids: TrackedIds) -> None:
    """Track a whole paragraph as gone, with its end, unless nothing can take its place or its end ends a section.

    Raises UnsafeError, changing nothing, where that cannot be tracked.
    """
    wrap_all(paragraph, revision, ids)
    properties = paragraph.find(qw("pPr"))
    if follows(paragraph) and (properties is None or properties.find(qw("sectPr")) is None):
        mark_end(paragraph, ids.change(revision))


def follows(element: etree._Element) -> bool:
    """Tell whether a paragraph or a table follows in the same cell or body."""
    return any(later.tag in (qw("p"), qw("tbl"), qw("sdt")) for later in element.itersiblings())


def mark_end(paragraph: etree._Element, change: etree._Element) -> None:
    """Track the end of a paragraph as come or gone."""
    put(_properties_of_end(paragraph), change)


def unmark_end(paragraph: etree._Element) -> None:
    """Let the end of a paragraph be no change."""
    end = _properties_of_end(paragraph)
    for name in ("ins", "moveTo"):
        for old in end.findall(qw(name)):
            end.remove(old)


def _properties_of_end(paragraph: etree._Element) -> etree._Element:
    properties = properties_of(paragraph)
    end = properties.find(qw("rPr"))
    return put(properties, make("rPr")) if end is None else end


def properties_of(paragraph: etree._Element) -> etree._Element:
    """Return the properties of a paragraph, made where it has none."""
    found = paragraph.find(qw("pPr"))
    if found is None:
        found = make("pPr")
        paragraph.insert(0, found)
    return found


def new_paragraph(
    line: SheetLine, revision: Revision, ids: TrackedIds, like: etree._Element | None, *, exact: bool
) -> etree._Element:
    """Return a paragraph that comes, looking as ``like`` does; ``exact``: which is of the same kind.

    Of another kind of line only the font is taken, and how it stands on the page follows from what it is.
    """
    properties = _copied(like) if like is not None else make("pPr")
    if not exact:
        _by_role(properties, line)
    if line.starts:
        put(properties, make("pageBreakBefore"))
    made = make("p", properties)
    mark_end(made, ids.change(revision))
    look = usual_look(like)
    if not exact:
        for name in ("b", "bCs"):
            for old in look.findall(qw(name)):
                look.remove(old)
            if line.role in _BOLD:
                put(look, make(name))
    for run in line.runs:
        if run.text and run.look != "marker":
            change = ids.change(revision)
            change.append(new_run(run.text, run.look, look))
            made.append(change)
    return made


def _copied(like: etree._Element) -> etree._Element:
    found = like.find(qw("pPr"))
    if found is None:
        return make("pPr")
    made = deepcopy(found)
    made.tail = None
    for name in _NOT_COPIED:
        for old in made.findall(qw(name)):
            made.remove(old)
    end = made.find(qw("rPr"))
    if end is not None:
        made.replace(end, plain(end))
    return made


def _by_role(properties: etree._Element, line: SheetLine) -> None:
    for name in ("pStyle", "numPr", "outlineLvl", "keepNext"):
        for old in properties.findall(qw(name)):
            properties.remove(old)
    stands = next((jc for jc, roles in _STANDS.items() if line.role in roles), None)
    if stands is not None:
        for old in properties.findall(qw("ind")):
            properties.remove(old)
        put(properties, make("jc", val=stands))


def usual_look(paragraph: etree._Element | None) -> etree._Element:
    """Return the properties that most letters of a paragraph have, as new words take them."""
    if paragraph is None:
        return make("rPr")
    weights: Counter[bytes] = Counter()
    looks: dict[bytes, etree._Element] = {}
    for run in runs_of(paragraph):
        look = plain(run.find(qw("rPr")))
        key = etree.tostring(look)
        looks[key] = look
        weights[key] += sum(len(part.text or "") for part in run.iter(qw("t"), qw("delText")))
    if not weights:
        return make("rPr")
    return looks[weights.most_common(1)[0][0]]


def take_row(row: etree._Element, revision: Revision, ids: TrackedIds) -> None:
    """Track a row of a table as gone."""
    for paragraph in row.iter(qw("p")):
        wrap_all(paragraph, revision, ids)
        mark_end(paragraph, ids.change(revision))
    put(_properties_of_row(row), ids.change(revision))


def _properties_of_row(row: etree._Element) -> etree._Element:
    found = row.find(qw("trPr"))
    if found is None:
        found = make("trPr")
        before = row.find(qw("tblPrEx"))
        if before is not None:
            before.addnext(found)
        else:
            row.insert(0, found)
    return found


def new_row(row: SheetRow, revision: Revision, ids: TrackedIds, like: etree._Element) -> etree._Element:
    """Return a row that comes, its cells as those of ``like``, a row of the same table, in the same columns."""
    made = make("tr")
    for child in like:
        if child.tag in (qw("tblPrEx"), qw("trPr")):
            made.append(deepcopy(child))
    properties = _properties_of_row(made)
    for name in ("ins", "del", "trPrChange", "cnfStyle", "tblHeader"):
        for old in properties.findall(qw(name)):
            properties.remove(old)
    put(properties, ids.change(revision))
    models = [child for child in like if child.tag == qw("tc")]
    column = 0
    for cell in row.cells:
        if cell.merge != "filler":
            made.append(_new_cell(cell, revision, ids, _covered(models, column, cell.colspan)))
        column += cell.colspan
    return made


def _covered(models: Sequence[etree._Element], column: int, span: int) -> tuple[etree._Element, ...]:
    """The cells of a row that stand in the columns of a new cell, at least one."""
    made: list[etree._Element] = []
    at = 0
    for model in models:
        if at < column + span and at + spanned(model) > column:
            made.append(model)
        at += spanned(model)
    return tuple(made) or tuple(models[-1:])


def spanned(cell: etree._Element) -> int:
    """Return over how many columns a cell runs."""
    span = cell.find(f"{qw('tcPr')}/{qw('gridSpan')}")
    said = (span.get(qw("val")) or "") if span is not None else ""
    return int(said) if said.isdigit() and int(said) else 1


def _new_cell(cell: SheetCell, revision: Revision, ids: TrackedIds, models: Sequence[etree._Element]) -> etree._Element:
    model = models[0]
    properties = model.find(qw("tcPr"))
    own = deepcopy(properties) if properties is not None else make("tcPr")
    for name in ("vMerge", "hMerge", "gridSpan"):
        for old in own.findall(qw(name)):
            own.remove(old)
    if cell.colspan > 1:
        put(own, make("gridSpan", val=cell.colspan))
    width = _width(models)
    if [cell.colspan] != [spanned(each) for each in models] and width:
        put(own, make("tcW", w=width, type="dxa"))
    if cell.merge in ("start", "on"):
        put(own, make("vMerge", val="restart") if cell.merge == "start" else make("vMerge"))
    made = make("tc", own)
    like = next((found for found in model.iter(qw("p")) if runs_of(found)), model.find(qw("p")))
    lines: Sequence[SheetLine] = () if cell.merge == "on" else cell.lines
    for line in lines or (SheetLine("cell", ()),):
        made.append(new_paragraph(line, revision, ids, like, exact=True))
    return made


def _width(cells: Iterable[etree._Element]) -> int:
    """The width of cells together, in twentieths of a point; 0 where one of them does not say it so."""
    total = 0
    for cell in cells:
        width = cell.find(f"{qw('tcPr')}/{qw('tcW')}")
        if width is None or width.get(qw("type")) != "dxa" or not (width.get(qw("w")) or "").isdigit():
            return 0
        total += int(width.get(qw("w")) or "")
    return total


def new_table(grid: SheetTable, revision: Revision, ids: TrackedIds, like: etree._Element | None) -> etree._Element:
    """Return a table that comes, its look that of ``like``, a table of the same file, where it has one.

    Its first row looks as the first of ``like`` does, each other one as that in its place, or as the last.
    """
    made = table(grid, ids, width=_WIDTH)
    models = list(like.iterchildren(qw("tr"))) if like is not None else []
    properties = made.find(qw("tblPr"))
    theirs = like.find(qw("tblPr")) if like is not None else None
    if properties is not None:
        if theirs is not None:
            made.replace(properties, deepcopy(theirs))
        else:
            for style in properties.findall(qw("tblStyle")):
                properties.remove(style)
    for place, row in enumerate(made.iter(qw("tr"))):
        put(_properties_of_row(row), ids.change(revision))
        _row_like(row, models[min(place, len(models) - 1)] if models else None, revision, ids)
    return made


def _row_like(row: etree._Element, model: etree._Element | None, revision: Revision, ids: TrackedIds) -> None:
    models = list(model.iterchildren(qw("tc"))) if model is not None else []
    column = 0
    for cell in row.iterchildren(qw("tc")):
        beside = next(iter(_covered(models, column, spanned(cell))), None)
        like = next((found for found in beside.iter(qw("p")) if runs_of(found)), None) if beside is not None else None
        _as_neighbours(cell.iter(qw("p")), revision, ids, like)
        column += spanned(cell)


def _as_neighbours(
    paragraphs: Iterable[etree._Element], revision: Revision, ids: TrackedIds, model: etree._Element | None
) -> None:
    for paragraph in paragraphs:
        old = paragraph.find(qw("pPr"))
        own = _copied(model) if model is not None else make("pPr")
        for name in ("numPr",):
            for found in own.findall(qw(name)):
                own.remove(found)
        if old is not None:
            paragraph.replace(old, own)
        mark_end(paragraph, ids.change(revision))
        look = usual_look(model)
        for run in runs_of(paragraph):
            theirs = run.find(qw("rPr"))
            if theirs is not None:
                run.remove(theirs)
            if len(look):
                run.insert(0, deepcopy(look))
            if run.getparent() is paragraph:
                change = ids.change(revision)
                run.addprevious(change)
                change.append(run)
