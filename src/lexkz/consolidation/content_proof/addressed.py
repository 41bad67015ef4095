"""Where an address leads on a text tree. What is not plain is not judged: :class:`Unjudged` says why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lexkz.akn.numbers import as_arabic
from lexkz.amendment.model import Address, Step
from lexkz.consolidation.content_proof.order import NumberedUnits, anywhere, below, near
from lexkz.consolidation.content_proof.own_notes import all_of
from lexkz.consolidation.content_proof.table_columns import (
    column_at,
    heading_cell,
    is_across,
    rows_with_cells,
    text_of,
)
from lexkz.consolidation.content_proof.text_tree import (
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    all_documents,
    all_lines,
    all_units,
    attachments,
    body_of,
    counted_lines,
    document_of,
    has_gap,
    number_key,
    own_units,
)
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.table_heads import heads_table

_SENTENCE_ENDS = re.compile(r"[.!?…][\"»”)\]]*$")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[\"»”)\]]*\s+(?=[«“\"(\[]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_CAPITAL = re.compile(r"^[\"«“„(]*([^\W\d_])")
_ROMAN = r"(?<![^\W\d_])[іvх][іvхlс]*(?![^\W\d_])"
_MARK_NUMBER = re.compile(rf"(\d+(?:-\d+)*|{_ROMAN})\s*-?\s*қосымша|приложение\s*(?:№\s*)?(\d+(?:-\d+)*|{_ROMAN})")
_DOCUMENT_KINDS = frozenset({"annex", "instrument", "form"})


@dataclass(frozen=True, slots=True)
class Spot:
    """What an address names: a unit, some of its lines, or a stretch of one line."""

    unit: PrintedUnit
    lines: tuple[PrintedLine, ...] = ()
    span: tuple[int, int] | None = None
    column: int | None = None
    """Of a column of a whole table: its place, from 0."""
    rows: tuple[PrintedUnit, ...] = ()
    """Of a section of a table the rows below the one that heads it, which is the unit."""


def find(root: PrintedUnit, address: Address, lang: str) -> Spot:
    """Return what ``address`` names in the act ``root``. Raises Unjudged where that is missing or not plain."""
    spot = Spot(root)
    for step in address:
        spot = _sentence(spot, step, lang) if step.kind == "sentence" else _step(root, spot, step)
    return spot


def _step(root: PrintedUnit, spot: Spot, step: Step) -> Spot:
    if (step.name or "").startswith("#"):
        return _by_eid(root, (step.name or "")[1:])
    if step.kind in _DOCUMENT_KINDS:
        return Spot(_document(root, spot.unit, step))
    if step.kind == "alinea":
        return _alinea(spot, step)
    if spot.column is not None:
        if step.kind != "heading":
            raise Unjudged(f"{step.kind} within a column")
        return Spot(heading_cell(spot.unit, spot.column))
    if spot.rows:
        return _in_section(spot, step)
    if spot.lines:
        return _within_lines(spot, step)
    if step.kind == "part":
        return _part(spot, step)
    if step.kind in NUMBERED:
        return _numbered(root, spot.unit, step)
    if step.kind == "row":
        said = _rows_meant(_rows(spot.unit), step)
        if not said and heads_table(step.name):
            said = [row for table in tables(spot.unit) for row in _above_numbers(table)]
        return Spot(_only(said, step))
    if step.kind == "table":
        return Spot(_table(spot.unit, step))
    if step.kind == "column":
        return _column(spot.unit, step)
    return _named_part(spot, step)


def _by_eid(root: PrintedUnit, eid: str) -> Spot:
    found = next((unit for unit in all_units(root) if unit.eid == eid), None)
    if found is None:
        raise Unjudged(f"#{eid}")
    if found.tag == "alinea":
        return Spot(found, tuple(counted_lines(found)[:1]))
    return Spot(found)


def _only(found: list[PrintedUnit], step: Step) -> PrintedUnit:
    if len(found) != 1:
        raise Unjudged(f"{step.kind} {step.number or step.name or ''}: {len(found)}")
    return found[0]


def _with_number(known: NumberedUnits, step: Step) -> list[PrintedUnit]:
    return [] if step.number is None else known.with_number.get(number_key(step.number), [])


def tag_of(step: Step, parent: PrintedUnit) -> str:
    """Return what a unit named by ``step`` is below ``parent``: a numbered part of an article is built as a point, and
    what stands in a point is a subpoint, whatever it is called."""
    inside = parent.tag == "paragraph"
    if step.kind == "part" or step.kind == "paragraph":
        return "subparagraph" if inside else "paragraph"
    return step.kind


def _numbered(root: PrintedUnit, scope: PrintedUnit, step: Step) -> Spot:
    tag = tag_of(step, scope)
    if step.number is None and step.name:
        headed = [unit for unit in own_units(scope) if unit.tag == tag and _heads(unit)]
        named = [unit for unit in headed if fold_spaces(_heads(unit)) == fold_spaces(step.name)]
        return Spot(_only(named, step)) if named else _section_of_table(scope, step)
    found = _with_number(near(scope, tag), step) or _with_number(below(scope, tag), step)
    if not found and scope is root and len(attachments(root)) == 1:
        # An order's command may leave the one document unnamed that the order approves.
        found = _with_number(anywhere(root, tag), step)
    if not found and step.kind in _SECTIONS:
        return _section_of_table(scope, step)
    return Spot(_only(found, step))


def _heads(unit: PrintedUnit) -> str:
    return " ".join(item.words for item in unit.items if isinstance(item, PrintedLine) and item.role == "heading")


_SECTIONS = frozenset({"section", "subsection", "chapter", "subchapter"})
_WORD_OF_SECTION = re.compile(r"(?:под)?раздел|глава|параграф|(?:кіші )?бөлім|тарау|№|[\s.):–-]+")


def _section_of_table(scope: PrintedUnit, step: Step) -> Spot:
    """A row of one cell that heads a section of a table, with the rows up to the next such row."""
    found: list[tuple[PrintedUnit, list[PrintedUnit]]] = []
    for table in tables(scope):
        current: list[PrintedUnit] | None = None
        for row, _ in rows_with_cells(table):
            if not is_across(row):
                if current is not None:
                    current.append(row)
                continue
            current = []
            words = fold_spaces(text_of(row))
            parts_of_words = re.split(r"[\s.):–]+|-(?!\d)", words)
            bare = [word for word in parts_of_words if word and not _WORD_OF_SECTION.fullmatch(word)]
            first = as_arabic(bare[0]) if bare else ""
            if number_key(first) == number_key(as_arabic(step.number)) if step.number else _says_name(words, step):
                found.append((row, current))
    if len(found) != 1:
        raise Unjudged(f"{step.kind} {step.number or step.name or ''} of a table: {len(found)}")
    return Spot(found[0][0], rows=tuple(found[0][1]))


def _says_name(words: str, step: Step) -> bool:
    name = fold_spaces(step.name or "")
    return words == name or words.endswith(f" {name}")


def _in_section(spot: Spot, step: Step) -> Spot:
    if step.kind == "row":
        return Spot(_only(_rows_meant(spot.rows, step), step))
    if step.kind in ("heading", "title"):
        return Spot(spot.unit.units()[0])
    raise Unjudged(f"{step.kind} within a section of a table")


def _document(root: PrintedUnit, scope: PrintedUnit, step: Step) -> PrintedUnit:
    document = document_of(scope)
    if step.kind == "annex" and (step.number or not step.name):
        below = attachments(document)
        if step.number is None:
            return _only(below, step)
        found = [item for item in below if annex_number(item) == number_key(step.number)]
        if not found and document is root:
            deeper = [item for outer in below for item in attachments(outer)]
            found = [item for item in deeper if annex_number(item) == number_key(step.number)]
        return _only(found, step)
    if not step.name:
        if step.kind == "form" and scope.tag == "attachment":
            return scope
        return _only(attachments(document), step)
    where = root if step.kind == "instrument" else document
    titled = [item for item in all_documents(where) if title(item)]
    found = _by_name(titled, step.name) or _by_former(titled, step.name)
    if step.kind == "instrument" and step.number is not None:
        numbered = [item for item in attachments(root) if annex_number(item) == number_key(step.number)]
        found = [item for item in found if item in numbered] or [*found, *numbered]
    return _only(found, step)


def _by_former(titled: list[PrintedUnit], name: str) -> list[PrintedUnit]:
    """The documents that another act of the day gave a new title, by their old one."""
    wanted = fold_spaces(name).split()
    return [item for item in titled if any(_alike_ends(fold_spaces(old).split(), wanted) for old in item.former)]


def _by_name(titled: list[PrintedUnit], name: str) -> list[PrintedUnit]:
    """The documents whose title is ``name``, or ends with its words, endings of words aside."""
    wanted = fold_spaces(name).split()
    same = [item for item in titled if fold_spaces(title(item)).split() == wanted]
    if same:
        return same
    whole = [item for item in titled if len(title(item).split()) == len(wanted) and _ends(item, wanted)]
    if whole:
        return whole
    found = [item for item in titled if _ends(item, wanted)]
    if not found and len(wanted) == 1:
        found = [item for item in titled if any(_alike(word, wanted[0]) for word in fold_spaces(title(item)).split())]
    return found


def _ends(item: PrintedUnit, wanted: list[str]) -> bool:
    return _alike_ends(fold_spaces(title(item)).split(), wanted)


def _alike(one: str, two: str) -> bool:
    """True for two forms of one word: the same beginning, and endings of six letters at most."""
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    return one == two or (shared >= 4 and max(len(one), len(two)) - shared <= 6)


def title(document: PrintedUnit) -> str:
    """Return the title of an act or attachment, ``""`` where it has none."""
    holder = next((unit for unit in document.units() if unit.tag == "preface"), None)
    found = next((unit for unit in holder.units() if unit.tag == "longTitle"), None) if holder is not None else None
    return " ".join(line.words for line in all_lines(found)) if found is not None else ""


def mark_lines(document: PrintedUnit) -> list[PrintedLine]:
    """Return the lines of the corner mark of an attachment."""
    prefaces = [unit for unit in document.units() if unit.tag == "preface"]
    return [line for preface in prefaces for unit in preface.units() if unit.tag == "mark" for line in all_lines(unit)]


def annex_number(attachment: PrintedUnit) -> str | None:
    """Return the number of an annex: the last one that its corner mark names, else that by which a command brought it,
    else that in its eId."""
    found = None
    for line in mark_lines(attachment):
        for match in _MARK_NUMBER.finditer(fold_spaces(line.words)):
            found = match.group(1) or match.group(2)
    if found is None and attachment.called:
        return attachment.called
    if found is None:
        last = re.search(r"(?:^|__)att_([^_]+)$", attachment.eid)
        found = last.group(1) if last else None
    return number_key(as_arabic(found)) if found else None


_LAST = "last"
"""What stands for the number of a unit that a command calls the last one."""


def _count(step: Step, known: int) -> int:
    """The number of a line, part or sentence among the ``known`` ones, "last" being the last of them."""
    if step.number == _LAST:
        return known
    if not (step.number or "").isdigit():
        raise Unjudged(f"{step.kind} without a number")
    return int(step.number or 0)


def _alinea(spot: Spot, step: Step) -> Spot:
    unit = body_of(spot.unit)
    if not spot.lines and has_gap(unit):
        return _known_alinea(unit, _count(step, 0))
    known = list(spot.lines) or counted_lines(unit)
    if step.number is None and step.name:
        said = [line for line in known if fold_spaces(line.words).startswith(fold_spaces(step.name))]
        if len(said) != 1:
            raise Unjudged(f"{len(said)} lines that begin so")
        return Spot(said[0].unit or unit, (said[0],))
    wanted = _count(step, len(known))
    if not 1 <= wanted <= len(known):
        raise Unjudged(f"alinea {wanted} of {len(known)}")
    line = known[wanted - 1]
    return Spot(line.unit or unit, (line,))


def _known_alinea(unit: PrintedUnit, wanted: int) -> Spot:
    """A line of an outline: it is known by its eId, since lines that are not known cannot be counted."""
    own = [item for item in unit.items if isinstance(item, PrintedLine) and item.role in ("p", "block")]
    if wanted == 1 and own:
        return Spot(unit, (own[0],))
    named = next((item for item in all_units(unit) if item.eid == f"{unit.eid}__al_{wanted}"), None)
    if named is None or not counted_lines(named):
        raise Unjudged(f"alinea {wanted} of an outline")
    return Spot(named, (counted_lines(named)[0],))


def _within_lines(spot: Spot, step: Step) -> Spot:
    """A subpoint of a part: «подпункт 2) части второй»."""
    if step.kind not in NUMBERED:
        raise Unjudged(f"{step.kind} within lines")
    units = [line.unit for line in spot.lines if line.unit is not None]
    tags = (tag_of(step, PrintedUnit("paragraph")), step.kind)
    found = _with_number(NumberedUnits.of(unit for unit in dict.fromkeys(units) if unit.tag in tags), step)
    return Spot(_only(found, step))


def _part(spot: Spot, step: Step) -> Spot:
    if step.number is None:
        raise Unjudged("part without a number")
    unit = body_of(spot.unit)
    if unit.tag == "article":
        numbered = _with_number(near(unit, "paragraph"), step)
        if numbered and isinstance(first := _first_in(unit), PrintedUnit) and first.tag == "paragraph":
            return Spot(_only(numbered, step))
        if numbered:
            raise Unjudged("parts with and without numbers")
    if has_gap(unit):
        raise Unjudged("parts cannot be counted")
    known = parts(unit)
    wanted = _count(step, len(known))
    if not 1 <= wanted <= len(known):
        raise Unjudged(f"part {wanted} of {len(known)}")
    return Spot(unit, tuple(known[wanted - 1]))


def _first_in(unit: PrintedUnit) -> "PrintedUnit | PrintedLine | None":
    return next((item for item in unit.items if isinstance(item, PrintedUnit) or item.role != "heading"), None)


def parts(unit: PrintedUnit) -> list[list[PrintedLine]]:
    """Return the parts of ``unit``: each begins with a capital after the end of a sentence, on the unit's own level."""
    out: list[list[PrintedLine]] = []
    ended = True
    for line in counted_lines(unit):
        own = line.unit is unit or (line.unit is not None and line.unit.tag == "alinea" and line.unit.parent is unit)
        first = _CAPITAL.match(line.words)
        if not out or (ended and own and first is not None and first.group(1).isupper()):
            out.append([])
        out[-1].append(line)
        ended = _SENTENCE_ENDS.search(line.words) is not None
    return out


def sentence_spans(text: str, lang: str) -> list[tuple[int, int]]:
    """Return where the sentences of a line are; raises Unjudged where a full stop may be that of an abbreviation."""
    out, start = [], 0
    for gap in _BETWEEN_SENTENCES.finditer(text):
        word = re.search(r"(\w+)\W*$", text[: gap.start()])
        short = word is not None and (len(word.group(1)) == 1 or fold(word.group(1)) in words_of(lang).abbreviations)
        opened = text[start : gap.start()]
        if short or any(opened.count(one) > opened.count(two) for one, two in ("()", "«»", "“”")):
            raise Unjudged("sentences are not plain")
        end = gap.start() + len(gap.group()) - len(gap.group().lstrip('"»”)]'))
        out.append((start, end))
        start = gap.end()
    out.append((start, len(text)))
    return out


def _sentence(spot: Spot, step: Step, lang: str) -> Spot:
    known = list(spot.lines) or counted_lines(body_of(spot.unit))
    if not known or (step.number == _LAST and len(known) > 1):
        raise Unjudged("sentences of several lines")
    spans = sentence_spans(known[0].words, lang)
    wanted = _count(step, len(spans))
    if not 1 <= wanted <= len(spans):
        raise Unjudged(f"sentence {wanted} of {len(spans)}")
    return Spot(known[0].unit or spot.unit, (known[0],), spans[wanted - 1])


def tables(scope: PrintedUnit) -> list[PrintedUnit]:
    """Return the tables of ``scope``, not those of documents attached to it."""
    return [scope] if scope.tag == "table" else [unit for unit in own_units(scope) if unit.tag == "table"]


def _rows(scope: PrintedUnit) -> list[PrintedUnit]:
    return [row for table in tables(scope) for row in own_units(table) if row.tag == "tr"]


def _above_numbers(table: PrintedUnit) -> list[PrintedUnit]:
    """The rows above the first that begins with a number; the first row where none does."""
    rows = [row for row in own_units(table) if row.tag == "tr" and not is_across(row)]
    firsts = [text_of(row.units()[0]).strip(" .)") if row.units() else "" for row in rows]
    end = next((at for at, words in enumerate(firsts) if words[:1].isdigit()), 1)
    return rows[:end]


def _rows_meant(rows: Iterable[PrintedUnit], step: Step) -> list[PrintedUnit]:
    """The rows with the number of ``step``; without one those that bear its words as their name or as all they say."""
    if step.number is not None or not step.name:
        return _with_number(NumberedUnits.of(rows), step)
    wanted = fold_spaces(step.name)
    said = [(row, [text for cell in row.units() if (text := fold_spaces(text_of(cell)))]) for row in rows]
    lettered = [(row, [text for text in cells if text.upper() != text.lower()]) for row, cells in said]
    return [row for row, cells in said if " ".join(cells) == wanted] or [
        row for row, cells in lettered if cells[:1] == [wanted]
    ]


def _words_above(table: PrintedUnit) -> str:
    """The name of a table: its caption, else the line right above it."""
    own = [item.words for item in table.items if isinstance(item, PrintedLine) and item.role == "heading"]
    if own:
        return " ".join(own)
    unit: PrintedUnit = table
    while unit.parent is not None and unit.tag not in ("body", "mainBody"):
        place = unit.parent.items.index(unit)
        if place:
            before = unit.parent.items[place - 1]
            found = [before] if isinstance(before, PrintedLine) else list(all_lines(before))
            return found[-1].words if found else ""
        unit = unit.parent
    return ""


def _alike_ends(words: list[str], wanted: list[str]) -> bool:
    last = words[-len(wanted) :]
    return len(last) == len(wanted) and all(map(_alike, last, wanted))


def _table(scope: PrintedUnit, step: Step) -> PrintedUnit:
    found = tables(scope)
    if step.name:
        if len(found) == 1:
            return found[0]
        named = [(table, fold_spaces(_words_above(table))) for table in found]
        wanted = fold_spaces(step.name)
        same = [table for table, name in named if name == wanted]
        same = same or [table for table, name in named if _alike_ends(name.split(), wanted.split())]
        return _only(same, step)
    if (step.number or "").isdigit() and len(found) > 1:
        found = found[int(step.number or 0) - 1 :][:1]
    return _only(found, step)


def _column(scope: PrintedUnit, step: Step) -> Spot:
    """A cell of a row, or the cells of a table that stand one below the other."""
    row = scope if scope.tag == "tr" else None
    if row is None and len(tables(scope)) != 1:
        raise Unjudged("a column of several tables")
    table = next(outer for outer in row.outer() if outer.tag == "table") if row is not None else tables(scope)[0]
    at = column_at(table, step)
    if row is None:
        cells = dict.fromkeys(cells[at] for _, cells in rows_with_cells(table) if at in cells)
        return Spot(table, tuple(line for cell in cells for line in all_lines(cell)), column=at)
    found = next(cells for each, cells in rows_with_cells(table) if each is row).get(at)
    if found is None or found.parent is not row or found.across > 1:
        raise Unjudged(f"column {step.number or step.name} of a row")
    return Spot(found)


def _named_part(spot: Spot, step: Step) -> Spot:
    unit = spot.unit
    document = unit if unit.tag in ("act", "attachment") else document_of(unit)
    if step.kind in ("heading", "title") and unit is not document:
        found = [item for item in unit.items if isinstance(item, PrintedLine) and item.role == "heading"]
        if len(found) == 1:
            return Spot(unit, (found[0],))
    elif step.kind in ("heading", "title"):
        preface = next((item for item in document.units() if item.tag == "preface"), None)
        titles = [item for item in preface.units() if item.tag == "longTitle"] if preface is not None else []
        return Spot(_only(titles, step))
    elif step.kind == "preamble":
        return Spot(_only([item for item in document.units() if item.tag == "preamble"], step))
    elif step.kind == "note":
        notes = [line for line in all_lines(unit) if line.role == "note"]
        if len(notes) == 1:
            return Spot(notes[0].unit or unit, all_of(notes[0]))
    elif step.kind == "corner_mark":
        found_marks = [
            mark
            for preface in document.units()
            if preface.tag == "preface"
            for mark in preface.units()
            if mark.tag == "mark"
        ]
        return Spot(_only(found_marks, step))
    raise Unjudged(step.kind)


def decided(address: Address, target: str, *, inserts: bool) -> Address:
    """Return the address that a person's decision ``target`` (an eId, then kinds and numbers) puts for ``address``."""
    eid, *rest = target.split()
    steps = tuple(Step(kind, number) for kind, number in zip(rest[::2], rest[1::2], strict=False))  # type: ignore[arg-type]
    head: Address = (Step("annex", None, f"#{eid}"), *steps)
    return (*head, replace(address[-1])) if inserts else head
