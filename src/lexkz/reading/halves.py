"""Sentences that a copy of a printed page has cut in two: by the number of the page, or by the end of one line."""

import re
from collections.abc import Sequence

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Furniture, Lang, Place
from lexkz.reading.extraction.join import join
from lexkz.reading.wrapping import begins_unit

PAGE = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:стр|бет|page)\w*\.?\s*\d{1,4}\s*(?:из|of|/)\s*\d{1,4}|\d{1,4}\s*беттің\s*\d{1,4}-?\s*беті",
    re.IGNORECASE,
)
"""The number of a page that was copied with the text: «- 2 -», «Стр. 2 из 9», «9 беттің 2-беті»."""
_NUMBER = re.compile(r"\d{1,4}")
_LONG = 40
"""Characters from which a line is one of a paragraph; shorter ones are cells, entries of lists, lines of a mark."""
_INSIDE = re.compile(r"[\w,)\]–—-]$")
"""How a line ends that ends no sentence."""
_DIVIDED = re.compile(r"[^\W\d_]{2}[-\u2010\u2011]$")
"""How a line ends that breaks off inside a word, however short it is."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_DONE = re.compile(r"[.;:]$")
_POINT = re.compile(r"\d{1,3}(?:-\d{1,2})?[.)]\s")
"""How the line of a point or a subpoint begins."""
_DASHES = ("-", "–", "—")
"""How the line of an offence ends, below which its sanction stands: «…, – / влечёт штраф …»."""
_KEPT = 40
"""Characters of each half that a finding quotes."""

Printed = tuple[int, int, str]
"""First and last line of what stands in a text as one line, and its words."""


def made_whole(lines: Sequence[Printed], lang: Lang, furniture: list[Furniture], said: list[Finding]) -> list[Printed]:
    """Return ``lines`` with sentences that were cut as one line each.

    The numbers of pages that cut them go to ``furniture``, what was done or left undone to ``said``. A line that ends
    with a word that must go on («… в соответствии с») is joined with the next; where only the small letter below tells,
    both are kept and told.
    """
    out: list[Printed] = []
    above: int | None = None
    known: frozenset[str] | None = None
    cut, touching, whole = False, False, False
    for at, (first, last, printed) in enumerate(lines):
        text, place = printed.strip(), FindingPlace(line=first)
        if not text:
            out.append((first, last, printed))
            touching = False
            continue
        before = out[above][2].strip() if above is not None and "\t" not in out[above][2].strip() else ""
        if cut and above is not None:
            out[above] = (out[above][0], last, join(before, text))
            cut, touching = False, True
            continue
        if before and (_NUMBER.fullmatch(text) or PAGE.fullmatch(text)):
            below = next((lines[low][2].strip() for low in range(at + 1, len(lines)) if lines[low][2].strip()), "")
            cut = _halves(before, below)
            if cut or (_between(before, below) and _NUMBER.fullmatch(text)):
                furniture.append(Furniture(text, "page_number", Place(None, first, last)))
                quoted = f"{before[-_KEPT:]} | {text} | {below[:_KEPT]}"
                said.append(finding("read.sentence_cut", place, case="page", text=quoted, number=text))
                continue
        if before and touching and _halves(before, text):
            quoted = f"{before[-_KEPT:]} | {text[:_KEPT]}"
            if _DIVIDED.search(before):
                known = known if known is not None else _words(lines)
                if _only_divides(before, text, known):
                    out[above or 0] = (out[above or 0][0], last, before[:-1] + text)
                    said.append(finding("read.sentence_cut", place, case="joined", text=quoted))
                    continue
            if words_of(lang).structure.unended.search(fold(before)):
                out[above or 0] = (out[above or 0][0], last, join(before, text))
                said.append(finding("read.sentence_cut", place, case="joined", text=quoted))
                continue
            unit = begins_unit(before) and not before.endswith((",", ")"))
            begun = whole and before[0].isupper() and _ends_sentence(lines, at)
            offence = before.endswith(_DASHES) and words_of(lang).structure.sanction.match(fold(text))
            if (unit or begun) and not offence:
                said.append(finding("read.sentence_cut", place, case="kept", text=quoted))
        if before and touching and _can_go_on(before, text):
            quoted = f"{before[-_KEPT:]} | {text[:_KEPT]}"
            words = words_of(lang).structure
            point, long = _POINT.match(before) is not None, len(before) >= _LONG
            own = words.goes_on.match(fold(text)) and (
                point or (long and whole and before[0].isupper() and _ends_sentence(lines, at))
            )
            unended = point and long and words.unended.search(fold(before)) and not text.isupper()
            if own or unended:
                out[above or 0] = (out[above or 0][0], last, join(before, text))
                said.append(finding("read.sentence_cut", place, case="joined", text=quoted))
                continue
            if point and long and _ends_sentence(lines, at) and not words.post_start.match(fold(text)):
                said.append(finding("read.sentence_cut", place, case="capital", text=quoted))
        # A line below a sentence that is whole begins a paragraph; lines of titles and marks follow one without a stop.
        whole = _DONE.search(before) is not None
        above, touching = len(out), True
        out.append((first, last, printed))
    return out


def _words(lines: Sequence[Printed]) -> frozenset[str]:
    return frozenset(word.lower() for *_, line in lines for word in _WORD.findall(line))


def _only_divides(above: str, below: str, known: frozenset[str]) -> bool:
    """Tell whether the hyphen at a line's end divides a word only: it stands whole elsewhere, never with the hyphen."""
    one, two = _WORD.findall(above)[-1], _WORD.findall(below)[0]
    return f"{one}{two}".lower() in known and f"{one}-{two}".lower() not in known


def _halves(above: str, below: str) -> bool:
    """Tell whether a line breaks off inside a sentence and the next one goes on in small letters."""
    if (
        (len(above) < _LONG and not _DIVIDED.search(above))
        or "\t" in below
        or not below[:1].islower()
        or begins_unit(below)
    ):
        return False
    return _INSIDE.search(above) is not None


def _can_go_on(above: str, below: str) -> bool:
    """Tell whether a line breaks off inside a sentence, and the next begins with a capital and no number: it can go on
    («… Закона / Республики Казахстан …»)."""
    if "\t" in below or not below[:1].isupper() or begins_unit(below):
        return False
    return _INSIDE.search(above) is not None and not above.endswith(_DASHES)


def _ends_sentence(lines: Sequence[Printed], at: int) -> bool:
    """Tell whether the lines that go on in small letters from ``at`` end as a sentence does, which no title does."""
    while at + 1 < len(lines) and (below := lines[at + 1][2].strip())[:1].islower() and not begins_unit(below):
        at += 1
    return _DONE.search(lines[at][2].strip()) is not None


def _between(above: str, below: str) -> bool:
    """Tell whether a number stands between two paragraphs that are whole, the lower one with a number of its own."""
    prose = len(above) >= _LONG or begins_unit(above)
    return prose and _DONE.search(above) is not None and "\t" not in below and begins_unit(below)
