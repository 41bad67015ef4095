"""The lines of an act's own note («Примечание:», «Ескертпе:»): what below the line that opens it belongs to it.

A note that says nothing before its colon goes on with the list below it, numbered from 1 or of dashes, or with one
line. Where more lines follow of which it cannot be told whose they are, the note is not sure.
"""

import re
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree.counted_lines import CountedLine, has_gap, lines
from lexkz.consolidation.tree.unit_index import (
    NUMBERED_TAGS,
    body_of,
    document_of,
    number_key,
    printed_number,
)
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of

_BORDERS = (q("table"), q("heading"), q("attachments"), *(q(name) for name in ("section", "chapter", "article")))
_DASH = re.compile(r"^[-–—•*]\s*\S")
_FIRST = re.compile(r"^1[.)]")


@dataclass(frozen=True, slots=True)
class NoteLines:
    """What a note is made of."""

    own: tuple[CountedLine, ...]
    """The lines that are certainly its."""
    further: tuple[CountedLine, ...]
    """Lines after these that may be its as well."""
    told: bool
    """False where it cannot be told whether the further lines belong to it."""


def note_lines(block: etree._Element, lang: str) -> NoteLines | None:
    """Return the lines of the note that ``block`` opens; None where it stands in no counted line."""
    body = body_of(document_of(block))
    if body is None:
        return None
    known = lines(body)
    at = next((place for place, line in enumerate(known) if line.block is block), None)
    if at is None:
        return None
    first = known[at]
    following, restarts = _following(first, known[at + 1 :], body)
    opened, inline = _opens(block, lang)
    run = _numbered(following, 2 if inline else 1) if opened or inline else ()
    if not run and (opened or inline):
        run = _numbered(restarts, 2 if inline else 1)
        if run:
            following = restarts
    run = run or (_dashes(following) if opened else ())
    run = _without_end(run)
    rest = following[len(run) :]
    told = not rest or bool(run and _is_numbered(rest[0]))
    if opened and not run and len(rest) == 1:
        return NoteLines((first, *rest), (), told=not has_gap(first.unit))
    if not opened and not run:
        # A whole sentence after the word: what is plain text below it stands apart from it, a list may be its.
        told = not rest or not (_DASH.match(_text(rest[0])) or _text(rest[0])[:1].islower())
    return NoteLines((first, *run), rest, told=told and not has_gap(first.unit))


def _following(
    first: CountedLine, after: tuple[CountedLine, ...], body: etree._Element
) -> tuple[tuple[CountedLine, ...], tuple[CountedLine, ...]]:
    """The lines up to the next note, table or heading: of the unit that the note stands in; and, where that unit ends
    with the note, those of the units beside it."""
    order = {element: place for place, element in enumerate(body.iter())}
    borders = [order[element] for element in body.iter(*_BORDERS)]
    unit = next((outer for outer in first.block.iterancestors() if outer.tag in NUMBERED_TAGS), None)
    inside: list[CountedLine] = []
    beside: list[CountedLine] = []
    last = order[first.block]
    for line in after:
        place = order[line.block]
        if line.block.get("name") == "note" or any(last < border < place for border in borders):
            break
        within = unit is None or unit in line.block.iterancestors()
        if not within and (inside or unit is None):
            break
        (inside if within else beside).append(line)
        last = place
    return tuple(inside), tuple(beside)


def _opens(block: etree._Element, lang: str) -> tuple[bool, bool]:
    """Whether the note's own line leaves all to the lines below it, and whether it holds the first of numbered ones."""
    text = fold_spaces(_words(block))
    match = words_of("kaz" if lang == "kaz" else "rus").structure.note.match(text)
    rest = text[match.end() :].strip() if match else text
    return not rest or rest.endswith(":"), _FIRST.match(rest) is not None


def _numbered(found: tuple[CountedLine, ...], start: int) -> tuple[CountedLine, ...]:
    """The lines of the units numbered from ``start`` on that follow each other, each with what is in it."""
    out: list[CountedLine] = []
    wanted, holder = start, None
    for line in found:
        unit = line.unit
        if holder is not None and any(outer is holder for outer in line.block.iterancestors()):
            out.append(line)
            continue
        number = printed_number(unit) if unit.tag in NUMBERED_TAGS and line.first else None
        if number is None or number_key(number) != str(wanted):
            break
        out.append(line)
        holder, wanted = unit, wanted + 1
    return tuple(out)


def _without_end(run: tuple[CountedLine, ...]) -> tuple[CountedLine, ...]:
    """Leave out what follows the last number as a sentence of its own: a line of that point, or what stands below the
    note, a signature perhaps."""
    last = next((place for place in range(len(run) - 1, -1, -1) if _is_numbered(run[place])), None)
    for place in range((len(run) if last is None else last) + 1, len(run)):
        before, text = _text(run[place - 1]).rstrip(' "»”)'), _text(run[place])
        if before[-1:] in ".!?…" and not text[:1].islower() and not _DASH.match(text):
            return run[:place]
    return run


def _is_numbered(line: CountedLine) -> bool:
    return line.first and line.unit.tag in NUMBERED_TAGS


def _dashes(found: tuple[CountedLine, ...]) -> tuple[CountedLine, ...]:
    out: list[CountedLine] = []
    for line in found:
        if not _DASH.match(_text(line)):
            break
        out.append(line)
    return tuple(out)


def _text(line: CountedLine) -> str:
    return _words(line.block)


def _words(block: etree._Element) -> str:
    return " ".join(paragraphs(block))


def is_note(element: etree._Element, lang: str) -> bool:
    """True for a line of new text that opens a note."""
    text = fold_spaces(_words(element))
    return local(element) in ("p", "block") and bool(
        words_of("kaz" if lang == "kaz" else "rus").structure.note.match(text)
    )
