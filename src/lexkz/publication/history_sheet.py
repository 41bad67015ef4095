"""What an official edition tells of its own history, as a table for those who sign."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from lexkz.amendment.model import Kind, Step
from lexkz.amendment.render import described
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lexkz.languages.edition_notes import NotedAct
    from lexkz.structure.edition_history import ToldChange

_WIDTHS = (4, 26, 20, 26, 24)


def history_sheet(act: Act, told: "Sequence[ToldChange]") -> Sheet:
    """Return the changes that the notes of ``act`` tell, one a row: number, the note's unit, act, its day, the note."""
    lang = language(act.root)
    words = words_of(lang).layout
    known = identity(act)
    title = known.title or (f"№ {known.number}" if known.number else "")
    head = SheetRow(tuple(SheetCell((_line(column),), head=True) for column in words.history_columns))
    rows = [
        SheetRow(tuple(SheetCell((_line(text),)) for text in (str(number), *_cells(one, lang))))
        for number, one in enumerate(told, start=1)
    ]
    captions = (
        SheetLine("caption", (SheetRun(words.history),)),
        *((SheetLine("state", (SheetRun(title),)),) if title else ()),
    )
    return Sheet(
        lang,
        f"{words.history}: {title}",
        (*captions, SheetTable((head, *rows), widths=_WIDTHS)),
        landscape=True,
        date=known.date,
    )


def _cells(one: "ToldChange", lang: Lang) -> tuple[str, str, str, str]:
    address = tuple(Step(cast("Kind", step.kind), step.number, step.name) for step in one.unit)
    unit = described(address, lang) if address else ""
    acts = "; ".join(_act(act, lang) for act in one.change.acts)
    entry = "; ".join(act.entry for act in one.change.acts if act.entry)
    return one.text, unit, acts, entry


def _act(act: "NotedAct", lang: Lang) -> str:
    return f"{words_of(lang).layout.day(act.date)}, {words_of(lang).notes.short(act.type, act.number)}"


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
