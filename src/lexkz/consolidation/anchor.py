"""Where a note's mark stands."""

from lxml import etree

from lexkz.akn.namespace import AKN, q
from lexkz.consolidation.tree.counted_lines import own


def anchor(marked: etree._Element) -> etree._Element | None:
    """Return the block at whose end a note's mark stands: a unit's first line, an annex's title, a row's last cell."""
    if marked.tag in (q("p"), q("block"), q("heading"), q("caption")):
        return marked
    if marked.tag == q("act"):
        return marked.find(f"{{{AKN}}}preface/{{{AKN}}}longTitle/{{{AKN}}}p")
    if marked.tag == q("attachment"):
        title = marked.find(f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}longTitle/{{{AKN}}}p")
        if title is not None:
            return title
        return next(marked.iter(q("p")), None)
    if marked.tag in (q("tr"), q("table")):
        blocks = list(marked.iter(q("p")))
        return blocks[-1] if blocks else None
    first = own(marked)[:1]
    if first:
        return first[0].block
    for name in ("heading", "num"):
        found = marked.find(q(name))
        if found is not None:
            return found
    return next(marked.iter(q("p")), None)
