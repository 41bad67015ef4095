"""Tables of contents, which official editions add: set aside, for they are no text of the act."""

import re
from collections.abc import Sequence

from lxml import etree

from lexkz.akn.eids import eid
from lexkz.akn.namespace import E
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Row, Table
from lexkz.reading.leaders import LEADER
from lexkz.structure.labels import DIVISIONS, Label, label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow
from lexkz.structure.record import Record

_FEWEST = 3
"""Lines of the shortest table of contents."""
_KINDS = (*DIVISIONS, "article")
_PAGE = re.compile(r"\s+\d{1,4}$")
_BULLET = re.compile(r"^[-–•*]\s+")
_WRAPPED = 2
"""Lines at most before the one of an entry that has its page."""
_LED = 2
"""Entries with a page at least that are a table of contents without a heading over them."""


def find(items: Sequence[Flow], lang: Lang) -> tuple[int, int] | None:
    """Return begin and end of the table of contents, or None.

    It is a run of numbered headings with nothing under them, near the beginning, whose numbers occur again below; or
    lines with the numbers of pages behind dots, whose words do; or what stands under its heading and comes again.
    """
    found = _by_numbers(items, lang)
    return found if found is not None else _by_words(items, lang)


def _by_numbers(items: Sequence[Flow], lang: Lang) -> tuple[int, int] | None:
    labels = [label(item.text, lang) if isinstance(item, Line) else None for item in items]
    place = 0
    while place < len(items):
        end = place
        while end < len(items) and (found := labels[end]) is not None and found.kind in _KINDS:
            end += 1
        run = {(found.kind, found.number) for found in labels[place:end] if found is not None}
        if end - place >= _FEWEST:
            below = {(found.kind, found.number) for found in labels[end:] if found is not None}
            if len(run) == end - place and len(run & below) * 10 >= len(run) * 9:
                return _with_heading(items, place, lang), end
        # It stands before the first text of a unit.
        if any(found is not None and found.kind not in _KINDS for found in labels[place : end + 1]):
            return None
        place = end + 1
    return None


def _by_words(items: Sequence[Flow], lang: Lang) -> tuple[int, int] | None:
    """Return a table of contents that its heading or its dots show, and words that come again below it."""
    heading = words_of(lang).structure.contents
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            continue
        titled = bool(heading.fullmatch(fold(item.text)))
        led = LEADER.search(item.text) is not None
        if not titled and not led:
            if label(item.text, lang) is not None and not _leads(items, place):
                # It stands before the first text of a unit.
                return None
            continue
        begin = place + titled
        entries, end = _entries(items, begin, lang, titled=titled)
        below = {_words(one.text, lang) for one in items[end:] if isinstance(one, Line)}
        again = sum(any(words in below for words in entry) for entry in entries)
        enough = len(entries) >= (1 if titled else _LED) and 2 * again >= len(entries)
        return (place, end) if enough else None
    return None


def _leads(items: Sequence[Flow], place: int) -> bool:
    """Tell whether the page of an entry stands on one of the next lines: a long entry is wrapped."""
    near = items[place + 1 : place + 1 + _WRAPPED]
    return any(isinstance(item, Line) and LEADER.search(item.text) is not None for item in near)


def _words(text: str, lang: Lang) -> str:
    """Return the words of an entry or a heading, without its number and page, folded."""
    led = LEADER.search(text)
    bare = _BULLET.sub("", text[: led.start()] if led else text)
    found = label(bare, lang)
    return fold(found.rest if found is not None and found.rest else bare).strip(" .")


def _entries(items: Sequence[Flow], begin: int, lang: Lang, *, titled: bool) -> tuple[list[tuple[str, ...]], int]:
    """Return the words of each entry from ``begin`` on, wrapped ones as a whole and by their last line, and the place
    where the entries end."""
    if begin < len(items) and titled and isinstance(item := items[begin], Table):
        return [(_words(_PAGE.sub("", _entry(row)), lang),) for row in item.rows], begin + 1
    counts: dict[str, int] = {}
    for item in items[begin:]:
        if isinstance(item, Line):
            own = _words(item.text, lang)
            counts[own] = counts.get(own, 0) + 1
    entries: list[tuple[str, ...]] = []
    wrapped: list[str] = []
    place = end = begin
    page = 0
    while place < len(items):
        item = items[place]
        if not isinstance(item, Line):
            break
        led = LEADER.search(item.text)
        own, plain = _words(item.text, lang), _words(_PAGE.sub("", item.text), lang)
        if led is not None and int(led["page"]) >= page:
            page = int(led["page"])
            entries.append((_words(" ".join([*wrapped, item.text]), lang), own))
            wrapped, end = [], place + 1
        elif titled and not page and (counts[own] > 1 or (plain != own and counts.get(plain))):
            # Word writes a page behind a tab, which is white here.
            counts[own] -= 1
            entries.append((own, plain))
            end = place + 1
        elif len(wrapped) < _WRAPPED and _leads(items, place):
            wrapped.append(item.text)
        else:
            break
        place += 1
    return entries, end


def _entry(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells if cell.text.strip())


def toc(items: Sequence[Flow], record: Record) -> etree._Element:
    """Return a table of contents as a ``toc`` whose entries lead to the units, which must have their eIds already; one
    that names no unit, as the heading, leads to the table itself."""
    own = record.claim("toc_1")
    made = E.toc(eId=own)
    for text in (text for item in items for text in _lines_of(item)):
        found = label(_BULLET.sub("", text), record.lang)
        target = _target(found, record) if found is not None else ""
        level = 1 + _KINDS.index(found.kind) if found is not None and found.kind in _KINDS else 1
        made.append(E.tocItem(text, level=str(level), href=f"#{target or own}"))
    return made


def _lines_of(item: Flow) -> list[str]:
    if isinstance(item, Table):
        return [_entry(row) for row in item.rows]
    return [item.text] if isinstance(item, Line) else []


def _target(found: Label, record: Record) -> str:
    """Return the eId of the unit that an entry names, ``""`` where none has its number."""
    # A chapter's heading may have a number only, as the points under it do.
    kinds = (found.kind,) if found.kind in _KINDS else (*_KINDS, found.kind)
    for kind in kinds:
        target = eid(kind, found.number)
        if target in record.taken:
            return target
        # A chapter of a section bears its section's prefix.
        ends = f"__{target}"
        if inner := next((taken for taken in sorted(record.taken) if taken.endswith(ends)), ""):
            return inner
    return ""


def _with_heading(items: Sequence[Flow], place: int, lang: Lang) -> int:
    before = items[place - 1] if place else None
    return (
        place - 1
        if isinstance(before, Line) and words_of(lang).structure.contents.fullmatch(fold(before.text))
        else place
    )
