"""The corner mark of an annex that comes from an amending act: what it says of that act is not part of the base."""

import re
from copy import deepcopy

from lxml import etree

from lexkz.akn.namespace import AKN, q
from lexkz.akn.text import paragraphs
from lexkz.languages.folding import fold_spaces

_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"
_NAMES_ANNEX = {
    # In Kazakh the annex's number ends its part of the mark, in Russian it begins it.
    "kaz": re.compile(r"(?:\d[\d-]*\s*-?\s*)?қосымша$"),
    "rus": re.compile(r"^приложение(?:\s*№?\s*\d[\d-]*)?(?:\s|$)"),
}


def keep(new: etree._Element, old: etree._Element | None, lang: str) -> None:
    """Leave in the corner mark of ``new`` only what names its place in the base, as the official editions do.

    A mark of two parts ("… № 391 бұйрығына 1-қосымша … қағидаларына 8-қосымша") loses the first; a mark of one part is
    the amending act's alone and gives way to that of ``old``, where that has one.
    """
    mark = new.find(_MARK)
    if mark is None:
        return
    blocks = list(mark.iterchildren(q("p")))
    pattern = _NAMES_ANNEX.get(lang, _NAMES_ANNEX["kaz"])
    named = [place for place, block in enumerate(blocks) if pattern.search(fold_spaces(" ".join(paragraphs(block))))]
    if len(named) >= 2:
        first = named[0] + 1 if lang == "kaz" else named[1]
        for block in blocks[:first]:
            mark.remove(block)
        return
    before = old.find(_MARK) if old is not None else None
    if before is not None and old is not None:
        for child in list(mark):
            mark.remove(child)
        mark.extend(_copies(before))


def _copies(mark: etree._Element) -> list[etree._Element]:
    out = []
    for child in mark:
        copy = deepcopy(child)
        copy.tail = None
        out.append(copy)
    return out
