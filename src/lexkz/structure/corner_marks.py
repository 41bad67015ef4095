"""Corner marks: the lines, top right, that say to what an annex belongs and which number it has."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.eids import eid
from lexkz.akn.namespace import E
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.structure import Structure, structure
from lexkz.structure.inline import fill
from lexkz.structure.labels import label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow
from lexkz.structure.record import Record

_LONGEST = 14
"""Lines of the longest corner mark that is looked for."""
_WIDEST = 160
"""Characters of its longest line, where it has more than one."""


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
    words = structure(lang)
    first = items[place]
    if not isinstance(first, Line) or first.text[0] in '"«“„':
        return None
    aligned = first.align == "right"
    end = _aligned(items, place, words) if aligned else _plain(items, place, words, lang)
    if end is None:
        return None
    lines = tuple(item for item in items[place:end] if isinstance(item, Line))
    joined = fold_spaces(" ".join(line.text for line in lines))
    number = next((match["number"] for line in lines if (match := words.annex.fullmatch(fold_spaces(line.text)))), None)
    return CornerMark(lines, end, number, _belongs(joined, words))


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
    """Return the mark as a ``container`` of its printed lines."""
    own = record.claim(eid("container", "1", prefix))
    record.stands(own, mark.lines[0])
    for line in mark.lines[1:]:
        record.repaired(own, line)
    return E.container(*(fill(E.p(), line.text, record, prefix) for line in mark.lines), name="cornerMark", eId=own)


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
        if words.form.fullmatch(fold_spaces(item.text)) or "__" in item.text:
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
    if not words.mark_start.match(fold_spaces(first.text)) and not _names_annex(first, words):
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
        if len(item.text) > (_WIDEST if count else 3 * _WIDEST) or "__" in item.text:
            break
        count += 1
    return count


def _suffixed(items: Sequence[Flow], place: int, run: int, words: Structure) -> int | None:
    """Read a mark whose lines end with the annex's number (Kazakh)."""
    texts = [fold_spaces(item.text) for item in items[place : place + run] if isinstance(item, Line)]
    named = [index for index, text in enumerate(texts) if words.annex.fullmatch(text) or words.approved.fullmatch(text)]
    if not named:
        return None
    end = named[0]
    if end and not _is_one_mark(texts[: end + 1], words):
        return None
    if not end and words.annex.fullmatch(texts[0]) is None and not words.dated.search(texts[0]):
        return None
    # The document and annex that are replaced may follow: «… қағидаларына 8-қосымша».
    for later in named[1:]:
        between = texts[end + 1 : later + 1]
        if any(words.form.fullmatch(text) for text in between):
            break
        belongs = words.belongs.search(" ".join(between))
        own_mark = len(between) > 1 and words.belongs.search(between[-1]) is not None
        if belongs is None or own_mark or any(belongs["noun"].startswith(stem) for stem in words.act_words):
            break
        return place + later + 1
    return place + end + 1


def _is_one_mark(texts: list[str], words: Structure) -> bool:
    joined = " ".join(texts)
    if not words.dated.search(joined) and not words.belongs.search(joined):
        return False
    # A signature or an approval above must not be drawn in: the mark begins at the nearest name of a body.
    dated = next((index for index, text in enumerate(texts) if words.dated.search(text)), len(texts) - 1)
    return not any(words.mark_authority.match(text) and text.startswith(texts[0][:9]) for text in texts[1:dated])


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
            or _names_annex_of(texts[end], words)
        )
        if not goes_on:
            break
        end += 1
    return place + end


def _names_annex_of(text: str, words: Structure) -> bool:
    return bool(words.annex.fullmatch(text) and words.belongs.search(text))
