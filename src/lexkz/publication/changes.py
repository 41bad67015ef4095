"""The list of changes: one row a command, with what became of it and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from lexkz.akn import meta as akn_meta
from lexkz.amendment.model import Command, Reading
from lexkz.consolidation.naming import address_name
from lexkz.consolidation.report import CommandOutcome, Report
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Block, Cell, Grid, Line, Row, Run, Sheet
from lexkz.publication.sheet.open_state import open_state
from lexkz.publication.why import said, unread, why
from lexkz.structure import Act

_WIDTHS = (4, 30, 13, 17, 13, 23)


def changes_sheet(act: Act, amending: Sequence[tuple[Act, Reading]], report: Report) -> Sheet:
    """Return the commands that ``amending`` acts address to ``act``, in their order, one row a command.

    ``act`` is the consolidated text, ``report`` tells what became of each command. Those for other acts are left out.
    """
    lang = language(act.root)
    words = words_of(lang).layout
    known = identity(act)
    title = known.title or (f"№ {known.number}" if known.number else "")
    head = Row(tuple(Cell((_line(column),), head=True) for column in words.changes_columns))
    body = (
        Row(tuple(Cell((_line(text),) if text else ()) for text in (str(number), *cells)))
        for number, cells in enumerate(_rows(amending, report, lang), start=1)
    )
    captions: list[Block] = [Line("caption", (Run(words.changes),))]
    if title:
        captions.append(Line("state", (Run(title),)))
    captions += [Line("state", (Run(said),)) for said in open_state(act)]
    flow = (*captions, Grid((head, *body), widths=_WIDTHS))
    return Sheet(lang, f"{words.changes}: {title}", flow, landscape=True, date=known.date)


def _rows(
    amending: Sequence[tuple[Act, Reading]], report: Report, lang: Lang
) -> Iterator[tuple[str, str, str, str, str]]:
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
            target = "; ".join(address_name(each, lang) for each in command.targets)
            page = command.source.page
            annexes = "".join(f" ({words.annex(number).strip()})" for number in command.annex)
            place = f"{short}{annexes}" + (f", {words.page(page)}" if page is not None else "")
            day = _day(outcome.day, lang) or unknown
            yield target, words.actions[command.action], day, place, _outcome(outcome, command, report, lang)
        for found in unread(report, known.work):
            page = found.place.page
            place = short + (f", {words.page(page)}" if page is not None else "")
            yield words.unread, "", "", place, f"{words.unread_outcome}: {found.text or said(found, lang)}"


def _day(day: date | None, lang: Lang) -> str:
    return words_of(lang).layout.day(day.isoformat()) if day is not None else ""


def _outcome(outcome: CommandOutcome, command: Command, report: Report, lang: Lang) -> str:
    told = words_of(lang).layout.outcomes[outcome.outcome]
    reason = why(command, outcome, report, lang)
    return f"{told}: {reason}" if reason else told


def _line(text: str) -> Line:
    return Line("cell", (Run(text),))
