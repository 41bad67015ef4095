"""Lists of the new text: a number that is left out or stands twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.text import visible
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting

_ITEM = re.compile(r"(\d+)\)")


def gaps(draft: DraftAct) -> Iterator[Finding]:
    """Yield places in lists «1), 2), 3)» of new texts and annexes where a number is left out or does not go up.

    Units that a command sets singly («подпункты 1) и 3) изложить …») are no list: they stand side by side in the
    quotation, not in one unit.
    """
    for unit in draft.root.iter(q("paragraph"), q("article"), q("subparagraph"), q("hcontainer"), q("part")):
        around = {local(parent) for parent in unit.iterancestors()}
        if not around & {"quotedStructure", "attachment"}:
            continue
        items = [(child, number) for child in unit.iterchildren(q("subparagraph")) if (number := _number(child))]
        for (before, first), (after, second) in pairwise(items):
            if before.getnext() is after and second != first + 1:
                yield quoting("check.list_gap", f"{first}) … {second})", draft.at(after), candidates=(f"{first + 1})",))


def _number(unit: etree._Element) -> int | None:
    num = unit.find(q("num"))
    match = _ITEM.fullmatch(visible(num).strip()) if num is not None else None
    return int(match[1]) if match else None
