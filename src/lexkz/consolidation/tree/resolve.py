"""From an address to the unit of the tree that it names. Never to the nearest: what is missing or ambiguous is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from lxml import etree

from lexkz.akn.namespace import AKN, local, q
from lexkz.akn.numbers import before
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Kind, Step
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.block_words import block_text
from lexkz.consolidation.tree.counted_lines import own
from lexkz.consolidation.tree.note_lines import note_lines
from lexkz.consolidation.tree.resolve_lines import (
    Resolved,
    alinea,
    begins,
    column,
    column_heading,
    is_direct,
    one,
    part,
    scope_of,
    sentence,
)
from lexkz.consolidation.tree.table_rows import (
    SECTION_KINDS,
    find_row,
    find_section,
    find_table,
    head_rows,
    rows_said,
    tables,
)
from lexkz.consolidation.tree.target import Target, Unresolved, spell
from lexkz.consolidation.tree.unit_index import (
    MAIN,
    NUMBERED,
    NUMBERED_TAGS,
    Index,
    body_of,
    document_of,
    number_key,
    printed_number,
    row_number,
)
from lexkz.languages.folding import fold_spaces
from lexkz.languages.table_heads import heads_table


def resolve(index: Index, address: Address) -> Resolved:
    """Return the target that ``address`` leads to on the indexed tree, or why there is none."""
    place: Resolved = Target(address[:0], None, index.act)
    start = 0
    if address and (address[0].name or "").startswith("#"):
        # A ruling names the unit itself.
        place, start = _by_eid(index, address), 1
    for depth in range(start, len(address)):
        if isinstance(place, Unresolved):
            return place
        place = _step(index, place, address[depth], address[: depth + 1])
    return place


def _by_eid(index: Index, address: Address) -> Resolved:
    found = index.element((address[0].name or "")[1:])
    if found is None:
        return Unresolved("target_missing", spell(address[:1]))
    if found.tag == q("alinea"):
        line = own(found)[:1]
        return Target(address[:1], "alinea", found, line) if line else Unresolved("target_missing", spell(address[:1]))
    name = local(found)
    kind = _KIND_OF.get(name, name)
    number = printed_number(found) if found.tag in NUMBERED_TAGS else None
    return Target(address[:1], cast("Kind", kind), found, number=number)


_KIND_OF = {"attachment": "annex", "tr": "row", "td": "column", "longTitle": "title", "container": "corner_mark"}


def resolve_parent(index: Index, address: Address) -> Resolved:
    """Return the unit that a new unit with ``address`` goes into. Only the steps before the last must exist."""
    return resolve(index, address[:-1])


def _step(index: Index, place: Target, step: Step, so_far: Address) -> Resolved:
    if place.lines and step.kind in NUMBERED and len(place.lines) > 1:
        inside = tuple(line.unit for line in place.lines if line.first and _is_numbered(line.unit, step))
        found = one(tuple(dict.fromkeys(inside)))
        return (
            replace(found, address=so_far, kind=step.kind, number=step.number)
            if isinstance(found, Target)
            else (replace(found, what=spell(so_far)))
        )
    if place.lines and step.kind not in ("alinea", "sentence"):
        return Unresolved("action_unsupported", spell(so_far))
    if place.rows and step.kind not in ("row", "heading", "title"):
        return Unresolved("action_unsupported", spell(so_far))
    if step.kind in _OF_UNITS and of_units(place.element):
        return Unresolved("unit_unplaced", spell(so_far))
    if step.kind in _OF_UNITS and place.in_cells > 1:
        return Unresolved("cell_unclear", spell(so_far))
    way = _WAYS.get(step.kind)
    if way is None:
        return Unresolved("action_unsupported", spell(so_far))
    found = way(index, place, step)
    if isinstance(found, Target) and step.number is not None and not _begins(found, step):
        found = Unresolved("target_missing", "", (found.eid,))
    if isinstance(found, Target):
        return replace(
            found,
            address=so_far,
            kind=step.kind,
            number=step.number,
            widened=found.widened or place.widened,
            titled=found.titled or place.titled,
            former=found.former or place.former,
        )
    return replace(found, what=spell(so_far))


def _begins(found: Target, step: Step) -> bool:
    """True unless an address says how its unit begins, and it does not: «пункт 11, начинающийся словами "…"»."""
    if not step.name or step.kind not in _BEGUN:
        return True
    if found.lines:
        return begins(block_text(found.lines[0].block), step.name)
    num = found.element.find(q("num"))
    printed = " ".join(paragraphs(found.element))
    own = " ".join("".join(map(str, num.itertext())).split()) if num is not None else ""
    return begins(printed, step.name) or begins(printed.removeprefix(own), step.name)


_BEGUN = frozenset({"article", "paragraph", "subparagraph", "part", "alinea"})


_OF_UNITS = frozenset({"part", "alinea", "sentence"})
"""What stands in points and articles, and is counted there."""
_HOLDERS = frozenset(q(name) for name in ("act", "attachment", "section", "subsection", "chapter", "subchapter"))


def of_units(element: etree._Element) -> bool:
    """Return whether a document or division is made of points or articles, so that lines are counted in these."""
    if element.tag not in _HOLDERS:
        return False
    body = body_of(element) if element.tag in (q("act"), q("attachment")) else element
    return body is not None and any(
        is_direct(unit, body) for name in ("paragraph", "article") for unit in body.iter(q(name))
    )


def _is_numbered(unit: etree._Element, step: Step) -> bool:
    """True for the unit of a line within a part: «подпункт 2) части второй пункта 1»."""
    printed = printed_number(unit) if unit.tag == q(NUMBERED[step.kind]) else None
    return printed is not None and step.number is not None and number_key(printed) == number_key(step.number)


def _numbered(index: Index, place: Target, step: Step) -> Resolved:
    """A section, chapter, article, point, subpoint: within the scope, directly below it first."""
    if step.number is None:
        return _by_heading(place, step)
    scope = scope_of(place.element)
    found = index.units(scope, numbered_kind(step, place.element), step.number)
    direct = tuple(unit for unit in found if is_direct(unit, place.element))
    if direct:
        return one(direct)
    if found and step.kind == "subparagraph" and of_units(place.element):
        return Unresolved("unit_unplaced", "", tuple(unit.get("eId", "") for unit in found)[:5])
    if found:
        return one(found)
    in_table = _section_of_table(place, step)
    if in_table is not None:
        return in_table
    candidates = near(index, scope, step)
    if scope == MAIN:
        # An order's command may leave the instrument unnamed where the order approves only one.
        elsewhere = tuple(
            unit
            for item in documents.all_attachments(index.act)
            for unit in index.units(item.get("eId", ""), NUMBERED[step.kind], step.number)
        )
        if len(elsewhere) == 1 and len(documents.attachments(index.act)) == 1:
            if step.kind == "subparagraph" and of_units(document_of(elsewhere[0])):
                return Unresolved("unit_unplaced", "", (elsewhere[0].get("eId", ""),))
            return one(elsewhere, widened=True)
        candidates = tuple(unit.get("eId", "") for unit in elsewhere) + candidates
    return Unresolved("target_missing", "", candidates[:5])


def _by_heading(place: Target, step: Step) -> Resolved:
    """A chapter or section that a command calls by its heading: «в разделе "Почва"»."""
    if step.name and step.kind in SECTION_KINDS:
        tag = q(NUMBERED[step.kind])
        document = document_of(place.element)
        units = [unit for unit in place.element.iter(tag) if document_of(unit) is document]
        headed = [(unit, head) for unit in units if (head := unit.find(q("heading"))) is not None]
        found = documents.named(step.name, [" ".join(paragraphs(head)) for _, head in headed])
        if found:
            return one(tuple(headed[at][0] for at in found))
        in_table = _section_of_table(place, step)
        if in_table is not None:
            return in_table
    return Unresolved("target_missing", "")


def _section_of_table(place: Target, step: Step) -> Resolved | None:
    """A section of a table: a row of one cell and the rows below it; None where there is none."""
    found = find_section(place.element, step) if step.kind in SECTION_KINDS else ()
    if len(found) == 1:
        return Target((), None, found[0][0], rows=found[0][1])
    return one(tuple(row for row, _ in found)) if found else None


def numbered_kind(step: Step, parent: etree._Element) -> str:
    """Return the kind of unit that ``step`` means below ``parent``.

    The parts of a code's article are numbered like points, and what stands in them is called «пункт 1)» or «тармақ»:
    within a point a point is a subpoint, and within an article a part is a point.
    """
    inside = parent.tag == q("paragraph")
    if step.kind == "part":
        return "subparagraph" if inside else "paragraph"
    return "subparagraph" if step.kind == "paragraph" and inside else step.kind


def near(index: Index, scope: str, step: Step) -> tuple[str, ...]:
    """Return eIds of units below ``scope`` whose number is near the one that was not found, nearest first.

    Near are the number before it, that which it hangs on (8 for 8-3), the one after it, those with a digit less.
    """
    number = number_key(step.number or "")
    head, _, last = number.rpartition("-")
    following = f"{head}-" * bool(head) + str(int(last) + 1) if last.isdigit() else ""
    tries = (before(number), head, following, f"{number}-1", number[:-1].rstrip("-"), number[1:].lstrip("-"))
    found = (unit.get("eId", "") for one in tries if one for unit in index.units(scope, NUMBERED[step.kind], one))
    return tuple(dict.fromkeys(found))


def _instrument(index: Index, place: Target, step: Step) -> Resolved:
    if step.name is None:
        below = documents.attachments(place.element) if place.element.tag in (q("act"), q("attachment")) else ()
        return one(below, tuple(item.get("eId", "") for item in below))
    found = documents.by_name(index.act, step.name) or documents.by_noun(index.act, step.name)
    if step.number is not None:
        # «утвержденном приложением 2 к указанному приказу»: name and number must mean one document.
        numbered = documents.by_number(index.act, step.number)
        both = tuple(item for item in found if item in numbered)
        found = both or (*found, *numbered)
    if len(found) == 1:
        printed = documents.title(found[0]) or ""
        # A bare noun («указанные Правила») is no name, and a name word for word is not worth a word.
        loose = " " in step.name.strip() and fold_spaces(printed) != fold_spaces(step.name)
        return Target((), None, found[0], titled=printed if loose else "")
    before = documents.named(step.name, list(index.former_titles.values())) if not found else ()
    known = index.element(list(index.former_titles)[before[0]]) if len(before) == 1 else None
    if known is not None:
        return Target((), None, known, titled=documents.title(known) or "", former=True)
    return one(found, tuple(item.get("eId", "") for item in documents.attachments(index.act))[:5])


def _annex(index: Index, place: Target, step: Step) -> Resolved:
    document = document_of(place.element)
    found = documents.by_number(document, step.number) if step.number or not step.name else ()
    if not found and step.name:
        found = documents.by_name(document, step.name)
    if not found and document is index.act and step.number:
        nested = tuple(
            item for outer in documents.attachments(document) for item in documents.by_number(outer, step.number)
        )
        if len(nested) == 1:
            return one(nested, widened=True)
    return one(found, tuple(item.get("eId", "") for item in documents.attachments(document))[:5])


def _form(index: Index, place: Target, step: Step) -> Resolved:
    if step.name:
        return one(documents.by_name(document_of(place.element), step.name))
    if place.element.tag == q("attachment"):
        # «в приложении 3: в форме:» is the annex itself; rules are none, and the number of a form is not an annex's.
        return one((place.element,) if place.kind in ("annex", "form") and step.number is None else ())
    return _annex(index, place, step)


def _table(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    return one(find_table(place.element, step))


def _row(index: Index, place: Target, step: Step) -> Resolved:
    if step.number is None:
        found = rows_said(place.element, place.rows, step.name) if step.name else ()
        if not found and heads_table(step.name):
            # «в шапке таблицы слово "а" …»: the row above the first numbered one; of several, which is not told.
            found = tuple(row for table in tables(place.element) for row in head_rows(table))
        return one(found)
    if place.rows:
        key = number_key(step.number)
        return one(tuple(row for row in place.rows if (known := row_number(row)) and number_key(known) == key))
    return one(find_row(index, place.element, step.number))


def _title(index: Index, place: Target, step: Step) -> Resolved:
    document = document_of(place.element)
    if place.element is not document:
        return _heading(index, place, step)
    holder = document if document.tag == q("act") else document.find(q("doc"))
    found = None if holder is None else holder.find(f"{{{AKN}}}preface/{{{AKN}}}longTitle")
    return one(() if found is None else (found,))


def _heading(index: Index, place: Target, step: Step) -> Resolved:
    if place.kind == "column":
        return column_heading(place)
    if place.rows:
        cell = next(place.element.iterchildren(q("td"), q("th")))
        return Target((), None, cell, cells=(cell,))
    if place.element.tag in (q("act"), q("attachment")):
        return _title(index, place, step)
    found = place.element.find(q("caption" if local(place.element) == "table" else "heading"))
    return one(() if found is None else (found,))


def _preamble(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    document = document_of(place.element)
    holder = document if document.tag == q("act") else document.find(q("doc"))
    found = None if holder is None else holder.find(q("preamble"))
    return one(() if found is None else (found,))


def _corner_mark(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    path = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"
    found = document_of(place.element).find(path)
    return one(() if found is None else (found,))


def _note(index: Index, place: Target, step: Step) -> Resolved:  # noqa: ARG001
    """The one note of a unit, with all lines that may be its: which are, is asked where it is changed as a whole."""
    found = one(tuple(block for block in place.element.iter(q("block")) if block.get("name") == "note"))
    known = note_lines(found.element, index.lang) if isinstance(found, Target) else None
    if isinstance(found, Target) and known is not None:
        return replace(found, lines=(*known.own, *known.further))
    return found


_WAYS: dict[str, Callable[[Index, Target, Step], Resolved]] = {
    **dict.fromkeys(NUMBERED, _numbered),
    "instrument": _instrument,
    "annex": _annex,
    "form": _form,
    "table": _table,
    "row": _row,
    "alinea": alinea,
    "part": part,
    "sentence": sentence,
    "column": column,
    "title": _title,
    "heading": _heading,
    "preamble": _preamble,
    "corner_mark": _corner_mark,
    "note": _note,
}
