"""Our text held against an official edition, as a table for those who sign: one unit a row that a person must see."""

from lxml import etree

from lexkz.comparison.told import ToldAct
from lexkz.comparison.verify import VerifiedText, VerifiedUnit, differences, untold
from lexkz.consolidation.naming import unit_name
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Block, Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.publication.sheet.open_state import open_state
from lexkz.structure.model import Act

_WIDTHS = (4, 18, 14, 26, 26, 24)


def verification_sheet(ours: Act, official: Act, found: VerifiedText) -> Sheet:
    """Return the units that differ, or that were changed by an act of which one of the texts alone knows.

    Columns: number, unit, state, the official words, ours, the acts. Without any unit a line says that all is the same.
    """
    lang = language(ours.root)
    words = words_of(lang).layout
    known = identity(ours)
    title = known.title or (f"№ {known.number}" if known.number else "")
    head: list[Block] = [SheetLine("caption", (SheetRun(words.verified),))]
    if title:
        head.append(SheetLine("state", (SheetRun(title),)))
    head += [SheetLine("state", (SheetRun(said),)) for said in open_state(ours)]
    elements = {
        eid: unit for act in (official, ours) for unit in act.root.iter(etree.Element) if (eid := unit.get("eId"))
    }
    shown = [*differences(found.units), *(unit for unit in found.units if untold(unit.told))]
    order = {id(unit): place for place, unit in enumerate(found.units)}
    units = sorted({id(unit): unit for unit in shown}.values(), key=lambda unit: order[id(unit)])
    rows = [_unit(unit, elements, lang) for unit in units]
    rows += [(_named(one.eid, elements, lang), "", "", "", _act(one, lang)) for one in untold(found.told)]
    if not rows:
        flow = (*head, SheetLine("text", (SheetRun(words.verifies),)))
        return Sheet(lang, f"{words.verified}: {title}", flow, landscape=True, date=known.date)
    columns = SheetRow(tuple(SheetCell((_line(column),), head=True) for column in words.verified_columns))
    table = [SheetRow(tuple(_cell(text) for text in (str(number), *row))) for number, row in enumerate(rows, start=1)]
    flow = (*head, SheetTable((columns, *table), widths=_WIDTHS))
    return Sheet(lang, f"{words.verified}: {title}", flow, landscape=True, date=known.date)


def _unit(unit: VerifiedUnit, elements: dict[str, etree._Element], lang: Lang) -> tuple[str, str, str, str, str]:
    acts = "\n".join(_act(one, lang) for one in unit.told)
    state = words_of(lang).layout.verified_states[unit.state]
    return _named(unit.eid, elements, lang), state, unit.official or "", unit.ours or "", acts


def _named(eid: str | None, elements: dict[str, etree._Element], lang: Lang) -> str:
    element = elements.get(eid) if eid else None
    return eid or "" if element is None else unit_name(element, lang)


def _act(one: ToldAct, lang: Lang) -> str:
    words = words_of(lang).layout
    return f"{words.day(one.date)}, {words_of(lang).notes.short(one.type, one.number)} – {words.told_states[one.state]}"


def _cell(text: str) -> SheetCell:
    return SheetCell(tuple(_line(line) for line in text.replace("\t", " | ").split("\n") if line))


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
