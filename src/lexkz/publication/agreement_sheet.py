"""Where the two languages of an act disagree, as a table for those who sign: one disagreement a row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from lexkz.consolidation.naming import unit_name
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.references import LANGS
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.model import Block, Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.publication.sheet.open_state import open_state
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lexkz.comparison.witness.disagreement import Disagreement

_WIDTHS = (4, 15, 25, 28, 28)


def agreement_sheet(kaz: Act, rus: Act, found: "Sequence[Disagreement]", lang: Lang) -> Sheet:
    """Return the disagreements of two texts as a sheet in ``lang``: number, unit, what, the words of both texts.

    Without any, a line says that none was found.
    """
    words = words_of(lang).layout
    known = identity(kaz if lang == "kaz" else rus)
    title = known.title or (f"№ {known.number}" if known.number else "")
    head: list[Block] = [SheetLine("caption", (SheetRun(words.agreement),))]
    if title:
        head.append(SheetLine("state", (SheetRun(title),)))
    head += [SheetLine("state", (SheetRun(said),)) for act in (kaz, rus) for said in open_state(act)]
    if not found:
        flow = (*head, SheetLine("text", (SheetRun(words.agrees),)))
        return Sheet(lang, f"{words.agreement}: {title}", flow, landscape=True, date=known.date)
    columns = SheetRow(tuple(SheetCell((_line(column),), head=True) for column in words.agreement_columns))
    units = [(_elements(act), language) for act, language in ((kaz, LANGS[0]), (rus, LANGS[1]))]
    rows = [
        SheetRow((
            SheetCell((_line(str(number)),)),
            SheetCell((_line(_unit(one, *(units if lang == "kaz" else units[::-1]))),)),
            SheetCell((_line(getattr(one.finding.message, lang), strong=one.finding.severity == "error"),)),
            _words(one.kaz.text, "kaz"),
            _words(one.rus.text, "rus"),
        ))
        for number, one in enumerate(found, start=1)
    ]  # fmt: skip
    flow = (*head, SheetTable((columns, *rows), widths=_WIDTHS))
    return Sheet(lang, f"{words.agreement}: {title}", flow, landscape=True, date=known.date)


def _elements(act: Act) -> dict[str, etree._Element]:
    return {eid: element for element in act.root.iter(etree.Element) if (eid := element.get("eId"))}


def _unit(one: "Disagreement", *texts: tuple[dict[str, etree._Element], Lang]) -> str:
    """The name of the unit in the text of the paper's language; in the other text, where that alone has it."""
    for elements, lang in texts:
        side = one.kaz if lang == "kaz" else one.rus
        eid = side.eid or ""
        while eid and eid not in elements:  # a command is marked in the text as it was read, not in the file
            eid = eid.rpartition("__")[0]
        if eid and side.text:
            return unit_name(elements[eid], lang)
    return ""


def _words(text: str, lang: Lang) -> SheetCell:
    return SheetCell(tuple(_line(line) for line in text.split("\n") if line), lang=lang)


def _line(text: str, *, strong: bool = False) -> SheetLine:
    return SheetLine("cell", (SheetRun(text, strong=strong),))
