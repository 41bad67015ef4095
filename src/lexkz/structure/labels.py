"""Labels: the number with which a line begins a unit, told from numbers that only stand at the head of a line."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lexkz.akn.eids import number_part
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying
from lexkz.languages.structure import Structure

DIVISIONS = ("part", "section", "subsection", "chapter", "subchapter")
"""Divisions above articles and points, outermost first."""

_FIRST = r"\d{1,3}(?:-\d{1,3}|[¹²³⁴-⁹⁰]{1,2})*"
_LETTERED = r"\d{1,3}[а-яәіңғүұқөһa-z]"
"""«1а.», «2б)», as older acts number what they put in."""
_PARTED = r"(?:\s(?=[.)](?:$|\s*[«\"“(]?[^\W\d_])))?"
"""A blank before the mark of a number, as hands type: «1 . Утвердить», «2 ) көшет»; words must follow."""
_POINT = re.compile(rf"(?P<num>(?P<number>{_FIRST}(?:\.\d{{1,3}}(?:-\d{{1,3}})*)*){_PARTED}\.)(?=$|[^\d.])")
_LARGE = re.compile(r"(?P<num>(?P<number>[1-9]\d{3,4}(?:-\d{1,3})*)\.)(?=$|[^\d.])")
"""The number of a point from 1000 on: a year can stand so, too ("2024. год"), so that only the sequence tells."""
_DECIMAL = re.compile(r"(?P<num>(?P<number>\d{1,2}(?:\.\d{1,2})+))\s+(?=[^\W\d_])")
_BRACKET = re.compile(rf"(?P<num>(?P<number>{_FIRST}(?:\.\d{{1,3}}(?:-\d{{1,3}})*)*){_PARTED}\))")
_LARGE_BRACKET = re.compile(r"(?P<num>(?P<number>[1-9]\d{3}(?:-\d{1,3})*)\))")
_LETTER = re.compile(rf"(?P<num>(?P<number>[^\W\d_](?:-\d{{1,2}})?){_PARTED}\))")
_DOUBLED = re.compile(rf"(?P<num>(?P<number>(?P<letter>[а-яәіңғүұқөһa-z])(?<![ivxіх])(?P=letter){{1,2}}){_PARTED}\))")
"""«бб)», put in later behind «б)»; «ii)», «хх)» can be small Roman numbers."""
_ROMAN = re.compile(rf"(?P<num>(?P<number>[IVXLCІХ]{{1,6}}(?:-\d{{1,2}})?){_PARTED}\.)(?=\s|$)")
_LETTERED_POINT = re.compile(rf"(?P<num>(?P<number>{_LETTERED})\.)(?=\s+[^\W\d_a-zа-яәіңғүұқөһ])")
_LETTERED_BRACKET = re.compile(rf"(?P<num>(?P<number>{_LETTERED})\))(?=\s)")
_LARGES = (_LARGE, _LARGE_BRACKET)
_DASHED = re.compile(r"(?P<dash>[-–—])\s+(?=[^\W\d_a-zа-яәіңғүұқөһ])")
_DASHES = str.maketrans("–—‑−", "----")


@dataclass(frozen=True, slots=True)
class Label:
    """A number that begins a unit."""

    kind: str
    """Element name: ``section`` … ``article``, ``paragraph``, ``subparagraph``."""
    style: str
    """How it is numbered; units of one style are siblings: ``article``, ``1.``, ``1)``, ``а)``."""
    num: str
    """As printed, with its mark: ``29.``, ``3-1)``, ``1-бап.``; empty for "ЖАЛПЫ БӨЛІМ", which is a heading only."""
    number: str
    """Bare, as it stands in an eId: ``29``, ``3-1``, ``2-1`` for ``2.1.``."""
    rest: str
    """The line without the number."""
    complete: bool = True
    """False where the number stands without its full stop or bracket, so that it is weaker evidence."""
    large: bool = False
    """True for a point or subpoint from 1000 on, which can be a year: a unit only where the numbers before it lead
    there."""


def label(text: str, lang: Lang, *, large: bool = False) -> Label | None:
    """Return the label that the line ``text`` begins with, or None for a line without one.

    «1) тармақшасы …», «а) және б) тармақшаларында …» speak of units and begin none; nor do dates ("01.01.2019 …").
    Numbers of points from 1000 on are labels for who asks for ``large`` ones and looks at the sequence.
    """
    found = _label(text.strip(), lang)
    return None if found is not None and found.large and not large else found


@lru_cache(maxsize=1024)
def _label(text: str, lang: Lang) -> Label | None:
    # Each line is asked for its label by several of those that read it, one soon after the other.
    return _division(text, lang) or _number(text, lang)


def _division(text: str, lang: Lang) -> Label | None:
    words = words_of(lang).structure
    folded = fold(text)
    if words.large_division.fullmatch(folded):
        return Label("part", "part", "", folded, text)
    match = words.divisions.match(folded)
    spelled = _spelled(folded, words) if match is None else None
    if match is None and spelled is None:
        return None
    end = match.end("num") if match is not None else spelled[0] if spelled is not None else 0
    num, rest = text[:end].rstrip(), text[end:].strip()
    if dash := _DASHED.match(rest):
        # «Глава 1 – Общие положения»: the dash stands for the full stop.
        num, rest = f"{num} {dash['dash']}", rest[dash.end() :]
    complete = num.endswith((".", "-", "–", "—"))
    if rest and not complete:
        # Without a full stop only a heading can follow: a capital, and not the end of a sentence or of a command.
        if not rest[0].isupper() or rest[-1] in ":;" or words.no_division.match(fold(rest)):
            return None
    elif rest and rest[0].islower() and (saying(text, lang).commands or words.no_division.match(fold(rest))):
        return None
    if match is None:
        assert spelled is not None
        return Label(spelled[1], spelled[1], num, str(spelled[2]), rest, complete or not rest)
    kind = words.division_kinds[re.sub(r"\s+", " ", match.group("word") or "§")]
    printed = text[match.start("number") : match.end("number")] if match.group("number") else ""
    if not printed:
        printed = text[match.start("sign") : match.end("sign")]
    return Label(kind, kind, num, number_part(printed.translate(_DASHES)), rest, complete or not rest)


def _spelled(folded: str, words: Structure) -> tuple[int, str, int] | None:
    """Return end, kind and number of a division that an ordinal in words numbers: «Бірінші тарау», «Глава первая»."""
    match = words.spelled_division.match(folded)
    if match is None:
        return None
    found = words.ordinal(tuple(match["ordinal"].split()))
    if found is None:
        return None
    number, count, _ = found
    if words.annex_ends_mark:
        # The ordinal stands before the word: all of it must be one.
        if count != len(match["ordinal"].split()):
            return None
        end = match.end()
    else:
        counted = re.match(rf"(?:\S+?(?:\s+|(?=\.)|$)){{{count}}}", match["ordinal"])
        end = match.start("ordinal") + (len(counted.group().rstrip()) if counted else 0)
    dot = re.match(r"\s?\.", folded[end:])
    return end + (dot.end() if dot else 0), words.division_kinds[re.sub(r"\s+", " ", match["word"])], number


def _number(text: str, lang: Lang) -> Label | None:
    plain = text.translate(_DASHES)
    for pattern, kind, style in (
        (_POINT, "paragraph", "1."),
        (_LETTERED_POINT, "paragraph", "1."),
        (_LARGE, "paragraph", "1."),
        (_DECIMAL, "paragraph", "1."),
        (_BRACKET, "subparagraph", "1)"),
        (_LETTERED_BRACKET, "subparagraph", "1)"),
        (_LARGE_BRACKET, "subparagraph", "1)"),
        (_LETTER, "subparagraph", "а)"),
        (_DOUBLED, "subparagraph", "а)"),
        (_ROMAN, "section", "section"),
    ):
        match = pattern.match(plain)
        if match is None:
            continue
        num, rest = text[: match.end("num")], text[match.end("num") :].strip()
        if style in ("1)", "а)") and words_of(lang).structure.mention.match(fold(rest)):
            return None
        if pattern is _DECIMAL and not rest[0].isupper():
            return None
        number = match.group("number")
        style = _depth_style(style, number)
        return Label(kind, style, num, number_part(number), rest, pattern is not _DECIMAL, pattern in _LARGES)
    return None


def _depth_style(style: str, number: str) -> str:
    # "2.1." follows "2." as its sibling, but its own numbers are another sequence.
    return style if "." not in number else style.replace("1", "1" + ".1" * number.count("."))
