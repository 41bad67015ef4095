"""eIds by the Akoma Ntoso naming convention: short names of elements, numbers as printed, parents as prefix."""

import re
from collections.abc import Container
from itertools import count

ABBREVIATIONS = {
    "alinea": "al",
    "article": "art",
    "attachment": "att",
    "chapter": "chp",
    "paragraph": "para",
    "quotedStructure": "qstr",
    "quotedText": "qtext",
    "section": "sec",
    "subchapter": "subchp",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "tr": "row",
}
"""Element name to its short name in eIds; elements not listed are written whole."""

TRANSPARENT = frozenset({"section", "subsection", "chapter", "subchapter"})
"""Divisions through which numbering runs on: their eIds do not prefix the articles and points below them."""


def number_part(num: str) -> str:
    """Return a printed number as an eId has it: ``"29."`` → ``"29"``, ``"3-1)"`` → ``"3-1"``, ``"§ 1"`` → ``"1"``.

    Letters stay as printed (``"а)"`` → ``"а"``); inner dots become hyphens (``"2.1."`` → ``"2-1"``).
    """
    bare = re.sub(r"[\s()§№.]+$|^[\s()§№]+", "", num)
    return re.sub(r"[\s./]+", "-", bare)


def eid(element: str, number: str | None, parent: str = "") -> str:
    """Return the eId of ``element`` numbered ``number`` (already bare) below the element with eId ``parent``."""
    own = ABBREVIATIONS.get(element, element)
    if number:
        own = f"{own}_{number}"
    return f"{parent}__{own}" if parent else own


def distinct(eid: str, taken: Container[str]) -> str:
    """Return ``eid``, or where it is taken the first free of ``eid_2``, ``eid_3`` …

    Some sources number two units alike; a second number with an underscore tells them apart, since hyphens belong to
    printed numbers (``para_5-2``).
    """
    if eid not in taken:
        return eid
    return next(free for free in (f"{eid}_{again}" for again in count(2)) if free not in taken)
