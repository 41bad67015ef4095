"""Units run together: points and lists whose line breaks a source has lost, «1. … 2. …», «1) …; 2) …»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexkz.akn.numbers import follows
from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.languages.saying import saying
from lexkz.structure.findings import at
from lexkz.structure.labels import label
from lexkz.structure.lines import Line
from lexkz.structure.notes import is_editors
from lexkz.structure.quotation import Flow

_INNER = re.compile(r"(?P<end>[.;:])\s+(?P<num>(?P<number>\d{1,2}|[а-яәіңғүұқөһё])(?P<sign>[.)]))\s+(?=[^\W\d_«\"“])")
"""The number of a unit within a line, behind the mark that ends what stands before it."""
_SENTENCE = re.compile(r"(?:[^\W\d_]{4}|[)»”\"])[.]\s+(?=[^\W\d_a-zа-яәіңғүұқөһё])")
"""The end of a sentence within a line: behind no short word, which can be shortened («ст.», «тыс.»)."""
_LONGEST = 20_000
"""Characters beyond which a line is not searched."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    """Where the number stands in its line."""
    end: str
    """The mark of punctuation before it."""
    number: str
    style: str
    """As a label has it: ``1.``, ``1)``, ``а)``."""
    sentence: bool
    """True where a sentence ends before it."""


def parted(flow: Sequence[Flow], lang: Lang, findings: list[Finding]) -> tuple[Flow, ...]:
    """Return ``flow`` with units that stand on one line as lines of their own, where that is certain; that is told.

    It is certain where the numbers go on exactly, each behind the end of a sentence (points) or a semicolon (lists,
    which begin at 1 behind a colon), and the next line goes on with them or begins something else. A whole list within
    a sentence («в случаях: 1) …; 2) ….») is printed so in acts, too: it is parted only where the line has lost other
    breaks, or the next line goes on with it. Else the line stays, and :mod:`lexkz.structure.numbering` says so.
    """
    out: list[Flow] = []
    for place, item in enumerate(flow):
        pieces = _lines(item, flow, place, lang) if isinstance(item, Line) else ()
        if len(pieces) > 1:
            assert isinstance(item, Line)
            findings.append(finding("structure.breaks_lost", at(item.place), case="units", text=item.text))
            out.extend(item.with_text(piece) for piece in pieces)
        else:
            out.append(item)
    return tuple(out)


def _lines(line: Line, flow: Sequence[Flow], place: int, lang: Lang) -> tuple[str, ...]:
    if len(line.text) > _LONGEST or line.notes or line.controls or _INNER.search(line.text) is None:
        return ()
    if line.heading is not None or line.align in ("center", "right") or is_editors(line, lang):
        return ()
    # Commands are parted where they are read; what stands in quotes is a piece of another act.
    if any(mark in line.text for mark in '«»“”„"') and not _is_balanced(line.text):
        return ()
    if saying(line.text, lang).commands:
        return ()
    following = next((one for one in flow[place + 1 :] if isinstance(one, Line)), None)
    after = label(following.text, lang) if following is not None else None
    return tuple(_pieces(line.text, lang, (after.style, after.number) if after is not None else None))


def _is_balanced(text: str) -> bool:
    return text.count("«") == text.count("»") and text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _pieces(text: str, lang: Lang, after: tuple[str, str] | None, lost: bool = False) -> Iterator[str]:
    """Yield the units of a line, or the line.

    ``after`` is the style and number of what stands below it; ``lost`` tells that the line has lost other breaks.
    """
    own = label(text, lang)
    # A date or a number of another kind begins no unit.
    known = own if own is not None and own.style in ("1.", "1)", "а)") else None
    marks = list(_marks(text))
    cuts: list[_Mark] = []
    if known is not None:
        cuts = _chain(known.number, [mark for mark in marks if mark.style == known.style], known.style, after)
    elif own is not None and own.kind == "article":
        # The points of an article, from the first on, behind its heading.
        points = [mark for mark in marks if mark.style == "1."]
        cuts = _chain("0", points, "1.", after) if len(points) > 1 else []
    if not cuts and (known is None or known.style != "а)"):
        cuts = _list(text, marks, "а)" if known is not None and known.style == "1)" else "1)", after, lost)
    if not cuts:
        yield text
        return
    begin = 0
    for number, mark in enumerate([*cuts, None]):
        end = mark.start if mark is not None else len(text)
        below = (mark.style, mark.number) if mark is not None else after
        piece = text[begin:end].strip()
        # The head of a list has been read; each of its items, and each point, can hold a list of its own.
        if number or cuts[0].end != ":":
            yield from _pieces(piece, lang, below, lost=True)
        else:
            yield piece
        begin = end


def _marks(text: str) -> Iterator[_Mark]:
    ends = {found.end() for found in _SENTENCE.finditer(text)}
    for found in _INNER.finditer(text):
        if _quoted(text, found.start("num")):
            continue
        digit = found["number"].isdecimal()
        style = "1." if found["sign"] == "." else "1)" if digit else "а)"
        if digit or style == "а)":
            sentence = found["end"] == "." and bool(re.search(r"(?:[^\W\d_]{4}|[)»”\"])$", text[: found.start("end")]))
            yield _Mark(found.start("num"), found["end"], found["number"], style, sentence or found.end() in ends)


def _quoted(text: str, place: int) -> bool:
    """Tell whether a place stands within quotes."""
    before = text[:place]
    return any(before.count(one) > before.count(two) for one, two in ("«»", "“”")) or before.count('"') % 2 == 1


def _chain(number: str, marks: list[_Mark], style: str, after: tuple[str, str] | None) -> list[_Mark]:
    """Return the marks that go on from the unit's own number; none where one of them does not."""
    last = number
    for mark in marks:
        whole = mark.sentence if style == "1." else mark.end == ";"
        if not whole or not _next(last, mark.number):
            return []
        last = mark.number
    goes_on = after is None or after[0] != style or _next(last, after[1]) or (style != "1." and after[1] in ("1", "а"))
    return marks if goes_on else []


def _list(text: str, marks: list[_Mark], style: str, after: tuple[str, str] | None, lost: bool) -> list[_Mark]:
    """Return the marks of a list that begins behind a colon in the line and goes to its end; none for no such list."""
    items = [mark for mark in marks if mark.style == style]
    if not items or items[0].end != ":" or items[0].number not in ("1", "а"):
        return []
    if any(two.end != ";" or not _next(one.number, two.number) for one, two in pairwise(items)):
        return []
    if _SENTENCE.search(text, items[-1].start + 3) is not None or any(
        mark.start > items[0].start and mark.style == "1." for mark in marks
    ):
        # Whether what stands behind the last item belongs to it cannot be told.
        return []
    if after is not None and after[0] == style:
        return items if _next(items[-1].number, after[1]) else []
    return items if lost and len(items) > 1 else []


def _next(number: str, later: str) -> bool:
    return later.isdecimal() == number.isdecimal() and "-" not in later and follows(number, later)
