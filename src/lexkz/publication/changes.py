"""The list of changes: one row a command, with what became of it and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lexkz.akn import meta as akn_meta
from lexkz.amendment.model import Command, Reading
from lexkz.amendment.render import action_name
from lexkz.consolidation.naming import targets_in_words
from lexkz.consolidation.report import CommandOutcome, Report
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Block, Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.publication.sheet.open_state import open_state
from lexkz.publication.why import said, unread, why
from lexkz.structure import Act

_WIDTHS = (4, 30, 13, 17, 13, 23)
_DAY = 3
"""Place of the column that says from when a change is in force."""


def changes_sheet(act: Act, amending: Sequence[tuple[Act, Reading]], report: Report) -> Sheet:
    """Return the commands that ``amending`` acts address to ``act``, in their order, one row a command.

    ``act`` is the consolidated text, ``report`` tells what became of each command. Those for other acts are left out.
    """
    lang = language(act.root)
    words = words_of(lang).layout
    known = identity(act)
    title = known.title or (f"№ {known.number}" if known.number else "")
    rows = tuple(_rows(amending, report, lang))
    days = {row.day for row in rows if row.told}
    # What is the same in every row is said once, above them.
    once = len(days) == 1 and len(rows) > 1
    columns = [column for place, column in enumerate(words.changes_columns) if not (once and place == _DAY)]
    widths = tuple(width for place, width in enumerate(_WIDTHS) if not (once and place == _DAY))
    captions: list[Block] = [SheetLine("caption", (SheetRun(words.changes),))]
    if title:
        captions.append(SheetLine("state", (SheetRun(title),)))
    captions += [SheetLine("state", (SheetRun(said),)) for said in open_state(act)]
    if once and any(days):
        captions.append(SheetLine("state", (SheetRun(_sentence(words.changes_columns[_DAY], *days)),)))
    head = SheetRow(tuple(SheetCell((_line(column),), head=True) for column in columns))
    grid = SheetTable((head, *_body(rows, title, len(columns), once=once)), widths=widths)
    return Sheet(lang, f"{words.changes}: {title}", (*captions, grid), landscape=True, date=known.date)


@dataclass(frozen=True, slots=True)
class _Change:
    """One row."""

    document: str
    """The approved document that it is in; empty for the act itself."""
    target: str
    action: str
    day: str
    place: str
    outcome: str
    told: bool = True
    """False for a sentence that was not understood: nothing is known of its day."""


def _body(rows: Sequence[_Change], title: str, width: int, *, once: bool) -> Iterator[SheetRow]:
    """The rows, below the name of the document that they are in, said once across the table."""
    document = ""
    for number, row in enumerate(rows, start=1):
        if row.document != document:
            document = row.document
            name = document or title
            if name:
                yield SheetRow((SheetCell((SheetLine("cell", (SheetRun(name, strong=True),)),), width),))
        cells = (str(number), row.target, row.action, *([] if once else [row.day]), row.place, row.outcome)
        yield SheetRow(tuple(SheetCell((_line(text),) if text else ()) for text in cells))


def _sentence(column: str, day: str) -> str:
    """«Вводится в действие по истечении …», «Вводится в действие: 12 октября 2024 года»."""
    said = day if fold(column) in fold(day) else f"{column}: {day}"
    return f"{said[:1].upper()}{said[1:]}."


def _rows(amending: Sequence[tuple[Act, Reading]], report: Report, lang: Lang) -> Iterator[_Change]:
    words = words_of(lang).layout
    # The report has the clause of one act; of several, it is not that of each.
    unknown = report.in_force.rule if len(amending) == 1 else words.in_force_unknown
    outcomes = {(one.by, one.command): one for one in report.commands if one.outcome != "other_base"}
    for source, reading in amending:
        known = akn_meta.read_identity(source.root)
        short = words_of(lang).notes.short(known.type, known.number)
        for command in reading.commands:
            outcome = outcomes.get((known.work, command.id))
            if outcome is None:
                continue
            document, target = targets_in_words(command.targets, lang)
            page = command.source.page
            annexes = "".join(f" ({words.annex(number).strip()})" for number in command.annex)
            place = f"{short}{annexes}" + (f", {words.page(page)}" if page is not None else "")
            day = _day(outcome.day, lang) or unknown
            action = action_name(command.action, command.instruction, lang)
            became = _outcome(outcome, command, report, lang)
            yield _Change(document, target, action, day, place, became)
        for found in unread(report, known.work):
            page = found.place.page
            place = short + (f", {words.page(page)}" if page is not None else "")
            became = f"{words.unread_outcome}: {found.text or said(found, lang)}"
            yield _Change("", words.unread, "", "", place, became, told=False)


def _day(day: date | None, lang: Lang) -> str:
    return words_of(lang).layout.day(day.isoformat()) if day is not None else ""


def _outcome(outcome: CommandOutcome, command: Command, report: Report, lang: Lang) -> str:
    told = words_of(lang).layout.outcomes[outcome.outcome]
    reason = why(command, outcome, report, lang)
    return f"{told}: {reason}" if reason else told


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
