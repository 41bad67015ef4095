"""Where the two languages of an act disagree, as a table for those who sign: one disagreement a row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lexkz.languages.detect import Lang
from lexkz.languages.layout import layout
from lexkz.publish.act_json import identity
from lexkz.publish.sheet.model import Block, Cell, Grid, Line, Row, Run, Sheet
from lexkz.publish.sheet.open_state import open_state
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lexkz.compare.witness.disagreement import Disagreement

_WIDTHS = (4, 32, 32, 32)


def agreement_sheet(kaz: Act, rus: Act, found: "Sequence[Disagreement]", lang: Lang) -> Sheet:
    """Return the disagreements of two texts as a sheet in ``lang``: number, what, the Kazakh words, the Russian words.

    Without any, a line says that none was found.
    """
    words = layout(lang)
    known = identity(kaz if lang == "kaz" else rus)
    title = known.title or (f"№ {known.number}" if known.number else "")
    head: list[Block] = [Line("caption", (Run(words.agreement),))]
    if title:
        head.append(Line("state", (Run(title),)))
    head += [Line("state", (Run(said),)) for act in (kaz, rus) for said in open_state(act)]
    if not found:
        flow = (*head, Line("text", (Run(words.agrees),)))
        return Sheet(lang, f"{words.agreement}: {title}", flow, landscape=True, date=known.date)
    columns = Row(tuple(Cell((_line(column),), head=True) for column in words.agreement_columns))
    rows = [
        Row((
            Cell((_line(str(number)),)),
            Cell((_line(getattr(one.finding.message, lang), strong=one.finding.severity == "error"),)),
            _words(one.kaz.text, "kaz"),
            _words(one.rus.text, "rus"),
        ))
        for number, one in enumerate(found, start=1)
    ]  # fmt: skip
    flow = (*head, Grid((columns, *rows), widths=_WIDTHS))
    return Sheet(lang, f"{words.agreement}: {title}", flow, landscape=True, date=known.date)


def _words(text: str, lang: Lang) -> Cell:
    return Cell(tuple(_line(line) for line in text.split("\n") if line), lang=lang)


def _line(text: str, *, strong: bool = False) -> Line:
    return Line("cell", (Run(text, strong=strong),))
