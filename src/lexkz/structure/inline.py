"""Inline text: a line as mixed content, its blanks marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.control import Control, written
from lexkz.akn.namespace import CONTROL, E
from lexkz.languages.language import words_of
from lexkz.reading.blocks import StandingControl
from lexkz.structure.lines import Footnote, Line, borne
from lexkz.structure.record import Record

_SIGNS = "☐☑☒□❏❑❒◻⬜"
_BLANK = re.compile(rf"[|│](?:_+[|│]){{2,}}|_{{2,}}|[{_SIGNS}]+|\[[ \u00a0]{{1,3}}\]")
"""Underscores, places for single signs («|_|_|_|», «□□□□»), and a box to tick."""
_BOX = re.compile(rf"(?:(?<=^)|(?<=[\s(;:,/]))(?:[{_SIGNS}](?![{_SIGNS}])|\[[ \u00a0]{{1,3}}\])(?=\s?[^\W_])")
"""A box to tick with words behind it."""


@dataclass(frozen=True, slots=True)
class _Blank:
    """Where something is filled in, from one character of a text to another."""

    start: int
    end: int
    control: Control | None = None


def fill(
    element: etree._Element,
    text: str | Line,
    record: Record,
    part: str,
    *,
    notes: tuple[Footnote, ...] = (),
    controls: tuple[StandingControl, ...] = (),
) -> etree._Element:
    """Append ``text`` to ``element``, each run of underscores and each field of the file in a ``fillIn`` of its own;
    return ``element``.

    ``part`` is the eId prefix of the document part, within which blanks are counted. The footnotes of a line (or
    ``notes``) follow their marks, which stay in the text as they are printed; its fields (or ``controls``) are those
    that the file marks.
    """
    words = text if isinstance(text, str) else text.text
    notes = notes or (() if isinstance(text, str) else text.notes)
    shown = words_of(record.lang).fields.placeholder
    blanks = _blanks(words, controls or (() if isinstance(text, str) else text.controls), shown)
    start = 0
    for end, note in sorted(((_after(words, note), note) for note in notes), key=lambda found: found[0]):
        _fill(element, words, blanks, (start, end), record, part)
        element.append(footnote(note, record, part))
        start = end
    _fill(element, words, blanks, (start, len(words)), record, part)
    return element


def _blanks(words: str, controls: tuple[StandingControl, ...], placeholder: re.Pattern[str]) -> list[_Blank]:
    """Return the blanks of a text in order: underscores, boxes, what Word shows in empty fields, and what is printed in
    fields of the file."""
    boxes = list(_boxes(words))
    every = (_Blank(*match.span()) for pattern in (_BLANK, placeholder) for match in pattern.finditer(words))
    plain = [one for one in every if not any(one.start < box.end and box.start < one.end for box in boxes)]
    plain = sorted((*plain, *boxes), key=lambda blank: blank.start)
    own = [found for standing in controls if (found := _standing(words, standing)) is not None]
    if not own:
        return plain
    made: list[_Blank] = []
    for one in own:
        # Underscores that are printed on around a field's own are the same blank.
        around = [blank for blank in plain if blank.start <= one.start and one.end <= blank.end]
        wide = _Blank(around[0].start, around[0].end, one.control) if around else one
        if not made or wide.start >= made[-1].end:
            made.append(wide)
    made.extend(blank for blank in plain if not any(blank.start < one.end and one.start < blank.end for one in made))
    return sorted(made, key=lambda blank: blank.start)


def _boxes(words: str) -> Iterator[_Blank]:
    """Yield the boxes of a line, each with the words behind it; those before the first say of what it is one:
    «Пол: ☐ мужской ☐ женский»."""
    found = list(_BOX.finditer(words))
    behind = words.rstrip(" .;,")[-1:] in _SIGNS and words.strip()[:1] not in _SIGNS
    if not found or behind:
        # «мужской ☐ женский ☐»: what a box stands for is said before it.
        return
    lead = _NUMBER.sub("", words[: found[0].start()]).strip(" :–-")
    for place, box in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(words)
        said = _BLANK.split(words[box.end() : end])[0].strip(" ;,.:()")
        yield _Blank(*box.span(), Control("check", label=f"{lead}: {said}" if lead else said))


_NUMBER = re.compile(r"^\s*\d+(?:[.)]|\.\d+\.?)\s*")
"""The number of the line."""


def _standing(words: str, standing: StandingControl) -> _Blank | None:
    """Return where a field stands in a text, counted from its end; None where that part of the text is gone."""
    end = len(words)
    for _ in range(standing.behind + 1):
        start = words.rfind(standing.text, 0, end)
        if start < 0:
            return None
        end = start
    return _Blank(start, start + len(standing.text), standing.control)


def footnote(note: Footnote, record: Record, part: str) -> etree._Element:
    """Return a footnote as ``authorialNote``: its mark, that it stands at the foot of the page, and its paragraphs."""
    own = record.ordinal("authorialNote", part)
    record.stands(own, note.lines[0])
    made = E.authorialNote(marker=note.mark, placement="bottom", eId=own)
    made.extend(fill(E.p(), line.text, record, part) for line in note.lines)
    return made


def _after(text: str, note: Footnote) -> int:
    found = borne(text, note.mark)
    return found.end() if found else len(text)


def _fill(
    element: etree._Element, text: str, blanks: list[_Blank], within: tuple[int, int], record: Record, part: str
) -> None:
    at, end = within
    for blank in blanks:
        if not within[0] <= blank.start < end:
            continue
        append(element, text[at : blank.start])
        made = E.fillIn(text[blank.start : blank.end], eId=record.ordinal("fillIn", part))
        if blank.control is not None:
            made.set(CONTROL, written(blank.control))
        element.append(made)
        at = blank.end
    append(element, text[at:end])


def append(element: etree._Element, text: str) -> None:
    """Append plain text to mixed content."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
