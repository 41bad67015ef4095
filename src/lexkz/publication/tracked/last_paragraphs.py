"""The last paragraph of a cell or of the text cannot go: what comes after it takes its end over.

Word also joins tables that touch, and needs a paragraph after the last one.
"""

from dataclasses import replace

from lxml import etree

from lexkz.publication.docx.names import qw
from lexkz.publication.docx.order import put
from lexkz.publication.sheet.model import Revision, SheetLine
from lexkz.publication.tracked.changes import Changes
from lexkz.publication.tracked.counting import CountedParagraph, base_properties
from lexkz.publication.tracked.paragraphs import follows, mark_end, new_paragraph, properties_of, unmark_end


def take_over(changes: Changes) -> None:
    for grid in [one for one in changes.body.iter(qw("tbl")) if _is_new(one)]:
        following = grid.getnext()
        if following is None or following.tag != qw("p"):
            grid.addnext(_empty_after(changes, grid))
        ahead = grid.getprevious()
        if ahead is not None and ahead.tag == qw("tbl"):
            grid.addprevious(_empty_after(changes, grid))
    for made in changes.came:
        if follows(made) or made.getparent() is None:
            continue
        chain = [made]
        while (ahead := chain[-1].getprevious()) is not None and ahead in changes.came:
            chain.append(ahead)
        before = chain[-1].getprevious()
        while before is not None and before.tag != qw("p"):
            before = before.getprevious() if before.tag != qw("tbl") else None
        if before is None:
            continue
        revision = changes.wanted[made].revision
        properties = properties_of(before)
        if not any(properties.find(f"{qw('rPr')}/{qw(name)}") is not None for name in ("ins", "moveTo")):
            mark_end(before, changes.ids.change(replace(revision, move="")))
        unmark_end(made)
        # Its end was there before: what becomes of its numbering is a change as well.
        changes.wanted[made] = replace(changes.wanted[made], new=False)
        _as_before(changes, made, before, revision)


def _is_new(grid: etree._Element) -> bool:
    rows = grid.findall(qw("tr"))
    return bool(rows) and all(row.find(f"{qw('trPr')}/{qw('ins')}") is not None for row in rows)


def _empty_after(changes: Changes, grid: etree._Element) -> etree._Element:
    change = next(grid.iter(qw("ins")))
    date = (change.get(qw("date")) or "")[:10] or None
    revision = Revision("+", change.get(qw("author")) or "", date)
    made = new_paragraph(SheetLine("text", ()), revision, changes.ids, None, exact=True)
    changes.wanted[made] = CountedParagraph(made, "", revision, new=True)
    return made


def _as_before(changes: Changes, made: etree._Element, before: etree._Element, revision: Revision) -> None:
    """Where all is rejected the end of ``made`` is that of ``before``: its properties are told as a change."""
    theirs, own = base_properties(before), base_properties(made)
    if etree.tostring(theirs) == etree.tostring(own):
        return
    change = changes.ids.named("pPrChange", revision)
    change.append(theirs)
    put(properties_of(made), change)
