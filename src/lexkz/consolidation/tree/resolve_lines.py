"""From an address to lines, parts, sentences and columns: what has no number of its own and is counted."""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.model import Step
from lexkz.consolidation.tree.block_words import block_text
from lexkz.consolidation.tree.counted_lines import CountedLine, has_gap, lines, own, parts, sentences
from lexkz.consolidation.tree.table_rows import cell_at, column_cells, column_place, heading, tables
from lexkz.consolidation.tree.target import Target, Unresolved
from lexkz.consolidation.tree.unit_index import MAIN, Index, body_of
from lexkz.languages.folding import fold_spaces

Resolved = Target | Unresolved
_TRANSPARENT = frozenset(
    q(name) for name in ("body", "mainBody", "part", "section", "subsection", "chapter", "subchapter", "hcontainer")
)


def one(found: tuple[etree._Element, ...], candidates: tuple[str, ...] = (), *, widened: bool = False) -> Resolved:
    if len(found) == 1:
        return Target((), None, found[0], widened=widened)
    if found:
        return Unresolved("target_ambiguous", "", tuple(unit.get("eId", "") for unit in found))
    return Unresolved("target_missing", "", candidates)


def scope_of(element: etree._Element) -> str:
    return MAIN if element.tag == q("act") else element.get("eId", "")


def is_direct(unit: etree._Element, scope: etree._Element) -> bool:
    for parent in unit.iterancestors():
        if parent is scope:
            return True
        if parent.tag in (q("doc"), q("act")):
            continue
        if parent.tag not in _TRANSPARENT:
            return False
    return False


def _line_eid(line: CountedLine) -> str:
    return line.unit.get("eId") or line.block.get("eId") or ""


def begins(text: str, words_: str) -> bool:
    """Return whether a text begins with whole words that an act quotes; without case, quotes and spaces."""
    printed, said = fold_spaces(text).strip(' "«'), fold_spaces(words_)
    return printed.startswith(said) and not printed[len(said) : len(said) + 1].isalnum()


LAST = "last"
"""The number of a unit that a command calls the last one."""


def alinea(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    if step.number == LAST:
        within = place.lines or lines(_lines_of(place.element))
        if not within or has_gap(within[0].unit) or has_gap(_lines_of(place.element)):
            return Unresolved("target_missing", "")
        return Target((), None, within[-1].unit, (within[-1],))
    if step.number is None and step.name and not has_gap(_lines_of(place.element)):
        # «абзац, начинающийся словами "…"»
        within = place.lines or lines(_lines_of(place.element))
        said = tuple(line for line in within if begins(block_text(line.block), step.name))
        if len(said) == 1:
            return Target((), None, said[0].unit, said)
        return Unresolved("target_ambiguous" if said else "target_missing", "", tuple(map(_line_eid, said)))
    if step.number is None or not step.number.isdigit():
        return Unresolved("target_missing", "")
    wanted = int(step.number)
    if place.lines:
        within = place.lines
    else:
        unit = _lines_of(place.element)
        if has_gap(unit):
            return _known_line(unit, wanted)
        within = lines(unit)
    if 1 <= wanted <= len(within):
        return Target((), None, within[wanted - 1].unit, (within[wanted - 1],))
    return Unresolved("target_missing", "", tuple(_line_eid(line) for line in within[-2:]))


def _lines_of(element: etree._Element) -> etree._Element:
    if element.tag in (q("act"), q("attachment")):
        body = body_of(element)
        return element if body is None else body
    return element


def _known_line(unit: etree._Element, wanted: int) -> Resolved:
    """A line of an outline: by the number in its eId, since lines that are not known cannot be counted."""
    if wanted == 1:
        first = own(unit)[:1] or tuple(line for line in lines(unit) if line.unit.get("eId", "").endswith("__al_1"))
        if first:
            return Target((), None, first[0].unit, (first[0],))
    name = f"{unit.get('eId', '')}__al_{wanted}"
    for line in lines(unit):
        if line.unit.get("eId") == name:
            return Target((), None, line.unit, (line,))
    return Unresolved("target_missing", "", tuple(_line_eid(line) for line in lines(unit)))


def part(index: Index, place: Target, step: Step) -> Resolved:
    if step.number is None:
        return Unresolved("target_missing", "")
    unit = _lines_of(place.element)
    if step.number == LAST:
        if has_gap(unit) or not parts(unit):
            return Unresolved("target_missing", "")
        if unit.tag == q("article") and next(unit.iterchildren(q("paragraph")), None) is not None:
            return Unresolved("counting_differs", "", (_line_eid(parts(unit)[-1][0]),))
        return Target((), None, unit, parts(unit)[-1])
    numbered = numbered_parts(index, unit, step.number)
    known = parts(unit) if step.number.isdigit() and not has_gap(unit) else ()
    counted = known[int(step.number) - 1 : int(step.number)] if known else ()
    if numbered and (not _has_lines(unit) or (counted and counted[0][0].unit in numbered)):
        # In codes the parts of an article carry numbers: "1.", "3-1.".
        return one(numbered)
    if numbered:
        others = tuple(_line_eid(line) for line in (counted[0][:1] if counted else lines(unit)[:1]))
        candidates = (numbered[0].get("eId", ""), *others)
        return Unresolved("counting_differs", "", candidates)
    if not counted or step.number == "0":
        return Unresolved("target_missing", "", tuple(_line_eid(part[0]) for part in known))
    return Target((), None, unit, counted[0])


def numbered_parts(index: Index, unit: etree._Element, number: str) -> tuple[etree._Element, ...]:
    """Return the units right below an article that carry ``number`` and are parts in the sense of codes."""
    if unit.tag != q("article"):
        return ()
    return tuple(item for item in index.units(scope_of(unit), "paragraph", number) if is_direct(item, unit))


def _has_lines(unit: etree._Element) -> bool:
    """True where lines without a number stand before the numbered parts of an article, so that they count otherwise."""
    first = next((child for child in unit if child.tag in (q("intro"), q("alinea"), q("paragraph"))), None)
    return first is not None and first.tag != q("paragraph")


def sentence(index: Index, place: Target, step: Step) -> Resolved:
    known = place.lines or lines(_lines_of(place.element))
    if step.number == LAST and known and not has_gap(known[0].unit):
        return _last_sentence(index, known)
    if step.number is None or not step.number.isdigit() or not known or has_gap(known[0].unit):
        return Unresolved("target_missing", "")
    line, wanted = known[0], int(step.number)
    found = sentences(block_text(line.block), index.lang)
    if not 1 <= wanted <= len(found):
        # Sentences are counted through the first line: further lines may begin anew.
        return Unresolved("target_missing", "", (_line_eid(line),))
    if not all(sentence.sure for sentence in found[:wanted]):
        return Unresolved("sentence_unclear", "", (_line_eid(line),))
    chosen = found[wanted - 1]
    return Target((), None, line.unit, (line,), span=(chosen.start, chosen.end))


def _last_sentence(index: Index, known: tuple[CountedLine, ...]) -> Resolved:
    """The last sentence of a unit of one line; of several, which line is meant is for a person to say."""
    found = sentences(block_text(known[0].block), index.lang)
    if len(known) > 1 or not found or not all(sentence.sure for sentence in found):
        return Unresolved("sentence_unclear", "", tuple(_line_eid(line) for line in known))
    return Target((), None, known[0].unit, (known[0],), span=(found[-1].start, found[-1].end))


def column(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    row = place.element if place.element.tag == q("tr") else None
    table = place.element if row is None else row.getparent()
    if row is None:
        found = tables(place.element)
        if len(found) != 1:
            return one(found)
        table = found[0]
    assert table is not None
    at = column_place(table, step)
    if at is None:
        return Unresolved("target_missing", "", tuple(filter(None, (table.get("eId"),))))
    if row is None:
        return Target((), None, table, cells=column_cells(table, at))
    cell = cell_at(table, row, at)
    return Unresolved("target_missing", "") if cell is None else Target((), None, cell, cells=(cell,))


def column_heading(place: Target) -> Resolved:
    """The cell that heads a column: «наименование графы 3»."""
    if place.element.tag != q("table"):
        return Unresolved("target_missing", "")
    at = column_place(place.element, place.address[-1])
    cell = None if at is None else heading(place.element, at)
    if cell is None:
        return Unresolved("target_missing", "", tuple(filter(None, (place.element.get("eId"),))))
    return Target((), None, cell, cells=(cell,))
