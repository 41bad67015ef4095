"""Corner marks: the lines, top right, that say to what an annex belongs and which number it has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.eids import eid
from lexkz.akn.namespace import E
from lexkz.akn.numbers import as_arabic
from lexkz.languages.clauses import of_list_of_changes
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_line_of_repeal
from lexkz.languages.structure import Structure
from lexkz.reading.extraction.join import join
from lexkz.structure.closing import is_signature
from lexkz.structure.inline import fill, footnote
from lexkz.structure.labels import label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow
from lexkz.structure.record import Record

_LONGEST = 14
"""Lines of the longest corner mark that is looked for."""
_WIDEST = 160
"""Characters of its longest line, where it has more than one."""

_NAMED = re.compile(r"(?:\"[^\"]+\"|[«“„][^«»“”„]+[»”“])(?:\s+[^\W\d_]|\s*$)")
"""A mark that begins with a name in quotes: «"Рұқсат беру" мемлекеттік қызметін көрсету қағидаларына». A quote that
stays open opens new text."""


_ROMAN = re.compile(r"[IVXІХ][IVXLCІХС]{0,5}(?=[\s-])")
"""A number of an annex, which is no beginning of a phrase for all its capitals: «IV-қосымша»."""
_UNSIGNED = re.compile(r"\b20_+|№\s*_+")
"""Blanks for the day and the number of an act that is not signed yet: «20__ жылғы "__" _____ № ____ бұйрығына»."""


def _is_form_line(text: str) -> bool:
    """A line to be filled in belongs to a form; blanks for the day and number of a draft do not make it one."""
    return "__" in text and _UNSIGNED.search(text) is None


@dataclass(frozen=True, slots=True)
class CornerMark:
    """The corner mark of an annex or of an approved document."""

    lines: tuple[Line, ...]
    end: int
    """Index of the item after it."""
    number: str | None
    """Number of the annex, the first that the mark gives; None where it gives none."""
    belongs: str
    """``act``, ``instrument`` (an approved document) or ``form``: what it is an annex of."""


def at(items: Sequence[Flow], place: int, lang: Lang) -> CornerMark | None:
    """Return the corner mark that begins at ``place``, or None.

    Right-aligned lines that name an annex are one. Where nothing is aligned, short lines without an end of sentence
    are, which begin and end as corner marks do in the language.
    """
    words = words_of(lang).structure
    first = items[place]
    if not isinstance(first, Line) or (first.text[0] in '"«“„' and not _NAMED.match(first.text)):
        return None
    aligned = first.align == "right"
    end = _aligned(items, place, words) if aligned else _plain(items, place, words, lang)
    if end is None:
        return None
    lines = tuple(item for item in items[place:end] if isinstance(item, Line))
    said = parts(lines, lang)
    joined = fold_spaces(" ".join(said))
    number = next((match["number"] for part in said if (match := words.annex.fullmatch(fold_spaces(part)))), None)
    number = as_arabic(number) if number is not None else None
    return CornerMark(lines, end, number, _belongs(joined, words))


def parts(lines: Sequence[Line], lang: Lang) -> tuple[str, ...]:
    """Return what a corner mark says, one string for each document that the annex belongs to.

    Where its lines break is layout: an edition, a Word file and a page set the same mark in other lines. What it says
    is one phrase a document: "… министрінің 2024 жылғы 30 қыркүйектегі № 391 бұйрығына 5-қосымша", and then perhaps
    "… көрсету стандартына 3-қосымша".
    """
    words = words_of(lang).structure
    said: list[str] = []
    begins = True
    for line in lines:
        named = bool(words.annex.fullmatch(fold_spaces(line.text)))
        if not words.annex_ends_mark:
            begins = begins or named or bool(words.approved.fullmatch(fold_spaces(line.text)))
        if begins:
            said.append(line.text)
        else:
            said[-1] = join(said[-1], line.text)
        begins = named and words.annex_ends_mark
    return tuple(said)


def find(items: Sequence[Flow], lang: Lang) -> tuple[tuple[int, CornerMark], ...]:
    """Return all corner marks among ``items`` with the index of each."""
    found = []
    place = 0
    while place < len(items):
        mark = at(items, place, lang)
        if mark is None:
            place += 1
        else:
            found.append((place, mark))
            place = mark.end
    return tuple(found)


def container(mark: CornerMark, record: Record, prefix: str) -> etree._Element:
    """Return the mark as a ``container``: a paragraph for each document that it names, or for each line of a source
    whose lines are paragraphs."""
    own = record.claim(eid("container", "1", prefix))
    record.stands(own, mark.lines[0])
    for line in mark.lines[1:]:
        record.repaired(own, line)
    lines = tuple(line.text for line in mark.lines)
    said = parts(mark.lines, record.lang) if record.wrapped else lines
    made = E.container(*(fill(E.p(), text, record, prefix) for text in said), name="cornerMark", eId=own)
    made[-1].extend(footnote(note, record, prefix) for line in mark.lines for note in line.notes)
    return made


def _belongs(joined: str, words: Structure) -> str:
    match = words.belongs.search(joined)
    if match is None:
        return "act"
    noun = match["noun"]
    if any(noun.startswith(stem) for stem in words.act_words):
        return "act"
    return "form" if noun.startswith(words.form_stem) else "instrument"


def _names_annex(line: Line, words: Structure) -> bool:
    folded = fold_spaces(line.text)
    return bool(words.annex.fullmatch(folded) or words.approved.fullmatch(folded))


def _aligned(items: Sequence[Flow], place: int, words: Structure) -> int | None:
    end = place
    last = None
    while end < len(items):
        item = items[end]
        if not isinstance(item, Line) or item.align != "right":
            break
        if words.form.fullmatch(fold_spaces(item.text)) or _is_form_line(item.text) or is_line_of_repeal(item.text):
            break
        if last is not None and (item.text.startswith("(") or words.addressee.match(fold_spaces(item.text))):
            break
        if _names_annex(item, words):
            last = end
        end += 1
    if last is None:
        return None
    return last + 1 if words.annex_ends_mark else end


def _plain(items: Sequence[Flow], place: int, words: Structure, lang: Lang) -> int | None:
    first = items[place]
    assert isinstance(first, Line)
    begins = words.annex_ends_mark or words.mark_start.match(fold_spaces(first.text))
    if not begins and not _names_annex(first, words):
        return None
    run = _short_lines(items, place, lang)
    if not run:
        return None
    return _suffixed(items, place, run, words) if words.annex_ends_mark else _prefixed(items, place, run, words)


def _short_lines(items: Sequence[Flow], place: int, lang: Lang) -> int:
    """Return how many lines from ``place`` on could be lines of a corner mark."""
    count = 0
    for item in items[place : place + _LONGEST]:
        if not isinstance(item, Line) or item.text[-1] in ".;:" or label(item.text, lang) is not None:
            break
        # The name of a document can fill a line: the first in Kazakh, the second in Russian, below «Приложение».
        if count and is_line_of_repeal(item.text):
            break
        if len(item.text) > (_WIDEST if count > 1 else 3 * _WIDEST) or _is_form_line(item.text):
            break
        count += 1
    return count


def _suffixed(items: Sequence[Flow], place: int, run: int, words: Structure) -> int | None:
    """Read a mark whose lines end with the annex's number (Kazakh)."""
    lines = [item.text for item in items[place : place + run] if isinstance(item, Line)]
    texts = [fold_spaces(line) for line in lines]
    named = [index for index, text in enumerate(texts) if words.annex.fullmatch(text) or words.approved.fullmatch(text)]
    if not named:
        return None
    end = named[0]
    if end and _start(lines, texts, end, words) != 0:
        return None
    if not end and words.annex.fullmatch(texts[0]) is None and not words.dated.search(texts[0]):
        return None
    of_list = of_list_of_changes(" ".join(texts[: end + 1]), "kaz") is not None
    # The document and annex that are replaced may follow: «… қағидаларына 8-қосымша».
    for later in named[1:]:
        between = texts[end + 1 : later + 1]
        if of_list and _start(lines[end + 1 :], between, later - end - 1, words) == 0:
            # What an annex of a list of changes is in the base stands right below.
            return place + later + 1
        if any(words.form.fullmatch(text) for text in between):
            break
        if words.approved.fullmatch(texts[later]) and _start(lines[end + 1 :], between, later - end - 1, words) == 0:
            return place + later + 1
        belongs = words.belongs.search(" ".join(between))
        # A capital on the way begins a mark of its own, below a title.
        phrases = any(_begins_phrase(line) for line in lines[end + 2 : later + 1])
        own_mark = phrases and words.belongs.search(between[-1]) is not None
        if belongs is not None and _replaces(lines, texts, end, later, words):
            return place + later + 1
        if belongs is None or own_mark or any(belongs["noun"].startswith(stem) for stem in words.act_words):
            break
        return place + later + 1
    return place + end + 1


def _replaces(lines: list[str], texts: list[str], end: int, later: int, words: Structure) -> bool:
    """Tell whether the lines right below a mark are all of another one, of another act: the annex that is replaced.

    «… 2025 жылғы 9 маусымдағы № 180 бұйрығына 1-қосымша», «… 2020 жылғы 6 шілдедегі № 210 бұйрығына 2-қосымша».
    """
    below = texts[end + 1 : later + 1]
    if later - end < 2 or _start(lines[end + 1 :], below, later - end - 1, words) != 0:
        return False
    dates = [next((text for text in part if words.dated.search(text)), None) for part in (texts[: end + 1], below)]
    return None not in dates and dates[0] != dates[1]


def _start(lines: list[str], texts: list[str], end: int, words: Structure) -> int | None:
    """Return where the mark begins whose annex is named in the line ``end``; None where the lines are no mark.

    It is read backwards: what stands above may be a line of the point before, a signature or an approval.
    """
    joined = " ".join(texts[: end + 1])
    dated = next((index for index in range(end, -1, -1) if words.dated.search(texts[index])), None)
    if dated is None and not words.belongs.search(joined):
        return None
    place = _phrase(lines, texts, end if dated is None else dated, words)
    if dated is None:
        return place
    named_body = bool(words.mark_authority.match(texts[place]))
    while place and not _is_closed(lines[place - 1], texts[place - 1], words):
        above = texts[place - 1]
        if texts[place].startswith(words.republic) or (named_body and not words.mark_authority.match(above)):
            break
        named_body = named_body or bool(words.mark_authority.match(above))
        place = _phrase(lines, texts, place - 1, words)
    return place


def _phrase(lines: list[str], texts: list[str], place: int, words: Structure) -> int:
    """Return the line at or above ``place`` that begins its phrase by a capital: "Қызмет / көрсету / стандартына"."""
    while place and not _begins_phrase(lines[place]) and not _is_closed(lines[place - 1], texts[place - 1], words):
        place -= 1
    return place


def _begins_phrase(line: str) -> bool:
    return (line[0].isupper() and line[0] not in "№N" and not _ROMAN.match(line)) or _NAMED.match(line) is not None


def _is_closed(line: str, text: str, words: Structure) -> bool:
    """Tell whether a line ends what stands above a mark: a signature, an approval, a post or a body's name in the
    nominative."""
    closing = words.approval.fullmatch(text) or words.body_named.search(text) or words.post_alone.fullmatch(text)
    return is_signature(line, words) or bool(closing)


def _prefixed(items: Sequence[Flow], place: int, run: int, words: Structure) -> int:
    """Read a mark whose first line holds the annex's number (Russian)."""
    texts = [fold_spaces(item.text) for item in items[place : place + run] if isinstance(item, Line)]
    lines = [item.text for item in items[place : place + run] if isinstance(item, Line)]
    end = 1
    while end < len(texts):
        if words.form.fullmatch(texts[end]):
            break
        goes_on = (
            lines[end][0].islower()
            or words.mark_goes_on.match(texts[end])
            or texts[end - 1].endswith((" к", ",", " и"))
            or words.annex.fullmatch(texts[end])
            or (words.approved.fullmatch(texts[end]) and not words.approved.fullmatch(texts[0]))
        )
        if not goes_on:
            break
        end += 1
    return place + end
