"""An act's own notes, done again: which lines a note has, and where a new one goes."""

import re
from dataclasses import dataclass

from lexkz.consolidation.content_proof.text_tree import (
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    body_of,
    document_of,
)
from lexkz.languages.folding import fold_spaces

_NOTE = re.compile(r"^(?:примечани[ея]|сноска|ескерт(?:пе|пелер|у|улер))\s*[.:–-]\s*")
_ENDS_AT = frozenset({"table", "attachments", "section", "chapter", "article", "gap"})


@dataclass(frozen=True, slots=True)
class _Seen:
    line: PrintedLine | None
    """None for a border: a table, a heading, another note."""
    within: tuple[PrintedUnit, ...]
    """What the line stands in, innermost first."""


def _flow(unit: PrintedUnit, within: tuple[PrintedUnit, ...], out: list[_Seen]) -> None:
    for item in unit.items:
        if isinstance(item, PrintedUnit):
            if item.tag in _ENDS_AT:
                out.append(_Seen(None, within))
            if item.tag not in ("table", "attachments", "gap"):
                _flow(item, (item, *within), out)
        elif item.role == "heading":
            out.append(_Seen(None, within))
        elif item.role in ("p", "block", "note", "closing"):
            out.append(_Seen(item, within))


def _numbered(within: tuple[PrintedUnit, ...]) -> PrintedUnit | None:
    return next((unit for unit in within if unit.tag in NUMBERED), None)


def lines_after(note: PrintedLine) -> tuple[list[_Seen], list[_Seen]]:
    """Return what follows a note up to the next table, heading or note: within the unit that holds it; and, where that
    ends with it, in the units beside."""
    assert note.unit is not None
    flow: list[_Seen] = []
    _flow(body_of(document_of(note.unit)), (), flow)
    at = next((place for place, seen in enumerate(flow) if seen.line is note), None)
    if at is None:
        raise Unjudged("a note outside of the text")
    holder = _numbered(flow[at].within)
    inside: list[_Seen] = []
    beside: list[_Seen] = []
    for seen in flow[at + 1 :]:
        if seen.line is None or seen.line.role == "note":
            break
        if holder is None or holder in seen.within:
            inside.append(seen)
        elif inside:
            break
        else:
            beside.append(seen)
    return inside, [] if inside else beside


def all_of(note: PrintedLine) -> tuple[PrintedLine, ...]:
    """Return every line that a command on a part of the note can mean."""
    inside, beside = lines_after(note)
    run = _run(beside, note)
    return (note, *(seen.line for seen in (inside or run) if seen.line is not None))


def _run(found: list[_Seen], note: PrintedLine) -> list[_Seen]:
    """The list below a note: units numbered on from 1 (from 2, where 1 stands in the note's own line), or dashes."""
    wanted = 2 if re.match(r"1[.)]", _said(note)) else 1
    out: list[_Seen] = []
    last: PrintedUnit | None = None
    for seen in found:
        assert seen.line is not None
        unit = _numbered(seen.within)
        if last is not None and last in seen.within:
            out.append(seen)
            continue
        begins = unit is not None and seen.line is next(
            (one for one in unit.items if isinstance(one, PrintedLine)), None
        )
        if unit is None or not begins or unit.number != str(wanted):
            break
        out.append(seen)
        last, wanted = unit, wanted + 1
    if out or wanted == 2:
        return out
    for seen in found:
        if seen.line is None or seen.line.words[:1] not in "-–—•*":
            break
        out.append(seen)
    return out


def _said(note: PrintedLine) -> str:
    return _NOTE.sub("", fold_spaces(note.words))


def whole(note: PrintedLine) -> tuple[PrintedLine, ...]:
    """Return the lines of a note. Raises Unjudged where it is not plain which they are."""
    said, (inside, beside) = _said(note), lines_after(note)
    opens = not said or said.endswith(":")
    found, run = inside, []
    if opens or re.match(r"1[.)]", said):
        run = _run(inside, note)
        if not run and not inside:
            found, run = beside, [seen for seen in _run(beside, note) if _numbered(seen.within) is not None]
            found = found if run else []
    rest = found[len(run) :]
    if opens and not run and len(rest) == 1:
        return (note, *(seen.line for seen in rest if seen.line is not None))
    if run and rest and not _begins_number(rest[0]):
        raise Unjudged("lines below the list of a note")
    if opens and not run and rest:
        raise Unjudged("which lines the note has")
    return (note, *(seen.line for seen in run if seen.line is not None))


def _begins_number(seen: _Seen) -> bool:
    unit = _numbered(seen.within)
    return unit is not None and seen.line is next((one for one in unit.items if isinstance(one, PrintedLine)), None)
