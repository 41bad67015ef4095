"""The corner mark of an annex that comes from an amending act: what it says of that act is not part of the base."""

import re
from copy import deepcopy

from lxml import etree

from lexkz.akn.iris import number_segment
from lexkz.akn.meta import Identity
from lexkz.akn.namespace import AKN, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.content import corner_mark as read_mark
from lexkz.consolidation.tree import act_documents as documents
from lexkz.languages.folding import fold_spaces
from lexkz.languages.names import shortens
from lexkz.languages.structure import structure

_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"
_NAMES_ANNEX = {
    # In Kazakh the annex's number ends its part of the mark, in Russian it begins it.
    "kaz": re.compile(r"(?:\d[\d-]*\s*-?\s*)?қосымша$"),
    "rus": re.compile(r"^приложение(?:\s*№?\s*\d[\d-]*)?(?:\s|$)"),
}


def keep(new: etree._Element, old: etree._Element | None, lang: str, *, as_there: bool = False) -> None:
    """Leave in the corner mark of ``new`` only what names its place in the base, as the official editions do.

    A mark of two parts ("… № 391 бұйрығына 1-қосымша … қағидаларына 8-қосымша") loses the first; a mark of one part is
    the amending act's alone and gives way to that of ``old``, where that has one. ``as_there``: a person has decided
    that the annex becomes ``old`` although its mark names another one; then the text bears the mark of what it now is.
    """
    marks = new.findall(_MARK)
    blocks = [block for mark in marks for block in mark.iterchildren(q("p"))]
    pattern = _NAMES_ANNEX.get(lang, _NAMES_ANNEX["kaz"])
    named = [place for place, block in enumerate(blocks) if pattern.search(fold_spaces(" ".join(paragraphs(block))))]
    before = old.find(_MARK) if old is not None else None
    if len(named) >= 2 and not (as_there and before is not None):
        first = named[0] + 1 if lang == "kaz" else named[1]
        for block in blocks[:first]:
            _drop(block)
    elif before is not None and marks:
        for child in list(marks[0]):
            marks[0].remove(child)
        marks[0].extend(_copies(before))
    for mark in marks:
        if not len(mark):
            _drop(mark)


def elsewhere(
    source: etree._Element, document: etree._Element, base: Identity, lang: str, former: str | None = None
) -> str | None:
    """Return the corner mark of ``source`` where it places that annex in another document than ``document``; else None.

    ``document`` is the act or the approved document that the command's annex belongs to; ``base`` names the act. A mark
    that says of its annex only whose it is in the amending act places it nowhere. ``former``: the title that the
    document had before the acts of the day, which another of them may have changed.
    """
    mark = read_mark(source, lang)
    if mark is None:
        return None
    if mark.act is not None:
        number = mark.act.number
        other = number and base.number and number_segment(number) != number_segment(base.number)
        return mark.text if other or document.tag != q("act") else None
    if mark.name is None or _cites(mark.name, lang):
        return None
    if document.tag == q("act"):
        return mark.text
    titles = [fold_spaces(title) for title in (documents.title(document), former) if title]
    fits = not titles or any(shortens(mark.name, title) or shortens(title, mark.name) for title in titles)
    return None if fits else mark.text


def _cites(name: str, lang: str) -> bool:
    """True where the name is that of an act, though not one that could be read whole."""
    known = structure("kaz" if lang == "kaz" else "rus").act_words
    return any(word.startswith(stem) for word in name.split() for stem in known)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copies(mark: etree._Element) -> list[etree._Element]:
    out = []
    for child in mark:
        copy = deepcopy(child)
        copy.tail = None
        out.append(copy)
    return out
