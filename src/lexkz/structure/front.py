"""The front of an act: title, requisites, preamble and enacting formula, and where the body begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lexkz.languages.clauses import opens_changes
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying
from lexkz.languages.structure import Structure
from lexkz.reading.blocks import Table
from lexkz.structure.labels import DIVISIONS, label
from lexkz.structure.lines import Line
from lexkz.structure.notes import is_editors
from lexkz.structure.quotation import Flow

Role = Literal["title", "requisites", "text", "formula", "note"]

_SPACED = re.compile(r"(?<![^\W_])([^\W\d_]) (?=[^\W\d_](?![^\W_]))")
_LONGEST_TITLE = 1500
_LONGEST_ABOVE = 300
_MOST_ABOVE = 12
"""Lines below which no requisites in columns are looked for."""
_LONGEST_CELL = 60
"""Characters of a day, a number or a place: more is a table of another kind."""


@dataclass(frozen=True, slots=True)
class Front:
    """The lines before the body, each with what it is."""

    lines: tuple[tuple[Role, Line], ...]
    body: int
    """Index of the first item of the body."""


def front(items: Sequence[Flow], lang: Lang) -> Front:
    """Return the front of ``items``; a fragment that begins with a unit or a command has none."""
    words = words_of(lang).structure
    formula = _formula(items, words, lang)
    first = _first_unit(items, lang)
    limit = formula if formula is not None else first if first is not None else len(items)
    lines: list[tuple[Role, Line]] = []
    evidence = formula is not None or first is not None
    entitled = _entitled(items[:limit], words, lang)
    place = 0
    titled = False
    while place < limit:
        item = items[place]
        if not isinstance(item, Line):
            break
        if entitled is not None and place < entitled and not is_editors(item, lang):
            # What stands above a title that its words show: the body that made the act, kind, date, place.
            lines.append(("requisites", item))
            place += 1
            continue
        role = _role(item, words, lang, titled=titled, evidence=evidence, more=place + 1 < len(items))
        if role is None:
            break
        if role == "title":
            titled = True
        lines.append((role, item))
        place += 1
        if role == "title":
            continue_at = _title_end(items, place, limit, item, words, lang)
            lines.extend(("title", line) for line in items[place:continue_at] if isinstance(line, Line))
            place = continue_at
    return _with_preamble(items, lines, place, formula, first, lang)


def with_requisites_as_lines(items: Sequence[Flow], lang: Lang) -> tuple[Flow, ...]:
    """Return ``items`` with the requisites that a source sets in columns above the body as lines.

    «12 июня 2024 года | № 77 | город Астана», parted by tabs or in the cells of a table: one line a row.
    """
    words = words_of(lang).structure
    out: list[Flow] = []
    for place, item in enumerate(items):
        if isinstance(item, Table) and _are_requisites(item, words):
            out.extend(
                Line(" ".join(" ".join(cell.text for cell in row.cells).split()), row.place) for row in item.rows
            )
            continue
        if not isinstance(item, Line) or label(item.text, lang) is not None or len(out) > _MOST_ABOVE:
            return (*out, *items[place:])
        out.append(item)
    return tuple(out)


def _are_requisites(table: Table, words: Structure) -> bool:
    """Tell whether a table is a row or two with the day and the number of an act, and else a place at most."""
    cells = [fold_spaces(cell.text) for row in table.rows for cell in row.cells if cell.text.strip()]
    dated = [cell for cell in cells if words.date.search(cell)]
    numbered = [cell for cell in cells if re.search(r"(?:№|(?<![^\W_])n)\s*\S*\d", cell)]
    rest = [cell for cell in cells if cell not in dated and cell not in numbered]
    marked = any(row.header or any(cell.controls for cell in row.cells) for row in table.rows)
    return (
        len(table.rows) <= 2
        and len(dated) == 1
        and len(numbered) == 1
        and len(rest) <= 1
        and all(len(cell) <= _LONGEST_CELL for cell in cells)
        and not marked
    )


def _entitled(items: Sequence[Flow], words: Structure, lang: Lang) -> int | None:
    """Return the index of the first line that is a title by its words, with nothing but short lines above it."""
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            return None
        folded = fold_spaces(item.text)
        if _is_title(folded, words) and _could_be_title(item, lang) and not is_editors(item, lang):
            return place + 1 if _titled_below(items, place + 1, words, lang) else place
        if item.heading is not None or item.text[-1] in ":;" or len(item.text) > _LONGEST_ABOVE:
            return None
    return None


def _titled_below(items: Sequence[Flow], place: int, words: Structure, lang: Lang) -> bool:
    """Tell whether the line at ``place`` is the act's own title: a title by its words with the requisites right below.

    A site sets a short name of its own above an act: «Правила хранения», then «Об утверждении Правил хранения», then
    «Приказ … № 280».
    """
    if place + 1 >= len(items):
        return False
    own, below = items[place], items[place + 1]
    if not isinstance(own, Line) or not isinstance(below, Line):
        return False
    folded, under = fold_spaces(own.text), fold_spaces(below.text)
    titled = _is_title(folded, words) and _could_be_title(own, lang)
    return bool(titled and words.requisite.match(under) and not _is_title(under, words))


def _with_preamble(
    items: Sequence[Flow],
    lines: list[tuple[Role, Line]],
    place: int,
    formula: int | None,
    first: int | None,
    lang: Lang,
) -> Front:
    if formula is not None:
        between = items[place:formula]
        if all(isinstance(item, Line) for item in between):
            lines.extend((_note_or_text(item, lang), item) for item in between if isinstance(item, Line))
            last = items[formula]
            assert isinstance(last, Line)
            return Front((*lines, ("formula", last)), formula + 1)
        return Front(tuple(lines), place)
    if first is not None and _opens_law(items[first], lang):
        between = items[place:first]
        sentences = all(isinstance(item, Line) and item.text[-1] not in ":" for item in between)
        if sentences:
            lines.extend((_note_or_text(item, lang), item) for item in between if isinstance(item, Line))
            return Front(tuple(lines), first)
    return Front(tuple(lines), place)


def _note_or_text(line: Line, lang: Lang) -> Role:
    return "note" if is_editors(line, lang) else "text"


def _opens_law(item: Flow, lang: Lang) -> bool:
    found = label(item.text, lang) if isinstance(item, Line) else None
    return found is not None and found.kind in (*DIVISIONS, "article")


def _formula(items: Sequence[Flow], words: Structure, lang: Lang) -> int | None:
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            return None
        # Lines in capitals with a space between letters: «П Р И К А З Ы В А Ю:».
        folded = fold_spaces(_SPACED.sub(r"\1", item.text))
        match = words.formula.match(folded)
        if match is not None and not folded[match.end() :].strip():
            whole = match.end() - len(folded.lstrip()) >= 0 and " " not in folded.rstrip(": ")
            if folded.endswith(":") or whole:
                return place
        if label(item.text, lang) is not None:
            return None
    return None


def _first_unit(items: Sequence[Flow], lang: Lang) -> int | None:
    for place, item in enumerate(items):
        if isinstance(item, Line) and label(item.text, lang) is not None:
            return place
    return None


def _role(line: Line, words: Structure, lang: Lang, *, titled: bool, evidence: bool, more: bool) -> Role | None:
    folded = fold_spaces(line.text)
    if is_editors(line, lang):
        return "note"
    entitled = _is_title(folded, words)
    if not titled and more and _could_be_title(line, lang):
        marked = line.heading is not None or line.align == "center" or entitled
        requisite = bool(words.requisite.match(folded)) and not entitled
        if not requisite and (marked or (evidence and not line.text[0].islower())):
            return "title"
    # «… № 140 қаулысына мынадай өзгерістер енгізілсін: … қағидаларында:» begins the body, with a header glued to it.
    commands = saying(line.text, lang).commands or opens_changes(line.text, lang)
    if words.requisite.match(folded) and not commands:
        return "requisites"
    return None


def _is_title(folded: str, words: Structure) -> bool:
    """Tell a title by its words («… туралы», «О …»); a remark in brackets may end it."""
    return words.title.fullmatch(re.sub(r"\s*\([^()]*\)$", "", folded)) is not None


def _could_be_title(line: Line, lang: Lang) -> bool:
    if len(line.text) > _LONGEST_TITLE or saying(line.text, lang).commands:
        return False
    return line.heading is not None or line.text[-1] not in ".;:,"


def _title_end(items: Sequence[Flow], place: int, limit: int, first: Line, words: Structure, lang: Lang) -> int:
    """Return the index after the title's last line: centred or heading lines go on, and lines in lower case do."""
    before = first
    while place < limit:
        item = items[place]
        if not isinstance(item, Line) or is_editors(item, lang) or words.requisite.match(fold_spaces(item.text)):
            break
        alike = (item.align == "center" and first.align == "center") or (
            item.heading is not None and item.heading == first.heading
        )
        capitals = item.text.isupper() and before.text.isupper()
        ends = before.text[-1] in ".;:" or item.text[-1] in ".;:"
        goes_on = (item.text[0].islower() or capitals) and not ends
        if not alike and not goes_on:
            break
        before = item
        place += 1
    return place
