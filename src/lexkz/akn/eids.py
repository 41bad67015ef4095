"""eIds by the Akoma Ntoso naming convention: short names of elements, numbers as printed, parents as prefix."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
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

TRANSPARENT = frozenset({"part", "section", "subsection", "chapter", "subchapter"})
"""Divisions through which numbering runs on: their eIds do not prefix the articles and points below them."""


_HYPHENS = {**dict.fromkeys(map(ord, "\u2010\u2011\u2012–—\u2212"), "-"), **dict.fromkeys((0xAD, 0x200B, 0x2060), None)}
"""Signs that stand for a hyphen, and what nobody sees."""

_RAISED = re.compile(r"(?<=\d)[¹²³⁴-⁹⁰]+")


@lru_cache(maxsize=65536)
def number_part(num: str) -> str:
    """Return a printed number as an eId has it: ``"29."`` → ``"29"``, ``"3-1)"`` → ``"3-1"``, ``"§ 1"`` → ``"1"``.

    Letters stay as printed (``"а)"`` → ``"а"``); inner dots become hyphens (``"2.1."`` → ``"2-1"``).
    """
    # A number inserted later is raised in old acts: «Статья 5¹.» is article 5-1.
    plain = _RAISED.sub(lambda found: "-" + unicodedata.normalize("NFKC", found[0]), num.translate(_HYPHENS))
    bare = re.sub(r"[\s()§№.]+$|^[\s()§№]+", "", plain)
    return re.sub(r"[\s./]*-[\s./-]*|[\s./]+", "-", bare)


@lru_cache(maxsize=65536)
def bare_number(printed: str) -> str | None:
    """Return the number within a printed one that may have words around it; None where there is no number.

    ``"5-бап."`` → ``"5"``, ``"Статья 5-1."`` → ``"5-1"``, ``"Глава II"`` → ``"II"``, ``"3-1)"`` → ``"3-1"``; an ordinal
    in words (``"Глава первая"``) is no number here.
    """
    parts = number_part(printed).split("-")
    return "-".join(part for part in parts if not _is_word(part)) or None


def _is_word(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    doubled = len(set(letters)) == 1 and letters[0].islower()
    return len(letters) > 1 and not doubled and not all(char in "IVXLCІХС" for char in letters)


def own_number(eid: str | None) -> str | None:
    """Return the number that the last step of an eId has: ``"chp_2__subchp_1"`` → ``"1"``; None where it has none."""
    step = (eid or "").rpartition("__")[2].split("_")
    return step[1] if len(step) > 1 else None


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
