"""The pack that a department files with a consolidated text: text, redline, table, list of changes, report, data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lexkz.akn import canonical
from lexkz.amendment.model import Reading
from lexkz.consolidation.report import Report
from lexkz.findings import refusal
from lexkz.languages.language import words_of
from lexkz.languages.layout import Amendment
from lexkz.publication.act_json import identity
from lexkz.publication.changes import changes_sheet
from lexkz.publication.comparative import comparative_sheet
from lexkz.publication.document import write
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.redline import redline_sheet
from lexkz.publication.report_json import report_json
from lexkz.publication.sheet.act import act_sheet, state
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable
from lexkz.structure import Act

_WIDTHS = (6, 60, 34)
_PROOFS = ("untouched", "once", "replay", "text_balance", "content")


@dataclass(frozen=True, slots=True)
class _Paper:
    name: str
    """What it is called in the language of the act; its file has this name."""
    sheet: Sheet
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """The user's own Word file with tracked changes."""

    redline: bytes | None = None
    """None where it is not to be had."""
    said: tuple[str, ...] = ()
    """What the index says of it, in the language of the act."""


def pack(
    old: Act,
    new: Act,
    amending: Sequence[tuple[Act, Reading]],
    report: Report,
    *,
    reasons: Mapping[str, str] | None,
    own: OwnPaper = OwnPaper(),
) -> tuple[dict[str, bytes], str]:
    """Return the files of the pack by name, in the order of its index page, which comes first; and why there is no PDF
    among them, in English, "" where there is.

    The text is written as Word and as PDF; where PDF cannot be written, as Word alone, and the index says why. ``own``:
    the text with tracked changes in the user's own file, in place of that in the layout of lexkz. The same
    acts give the same files. Raises MissingExtraError where Word files cannot be written, SourceError for a reason that
    fits no row of the comparative table.
    """
    lang = language(new.root)
    words = words_of(lang).layout.pack
    papers = (
        _Paper(words.text, act_sheet(new), ("docx", "pdf")),
        _Paper(words.redline, redline_sheet(old, new), ("docx",)),
        _Paper(words.table, comparative_sheet(old, new, amending=amending, report=report, reasons=reasons), ("docx",)),
        _Paper(words.changes, changes_sheet(new, amending, report), ("docx",)),
    )
    files: dict[str, bytes] = {}
    missing: list[str] = list(own.said)
    unprinted = ""
    for number, paper in enumerate(papers, start=1):
        for form in paper.forms:
            try:
                made = own.redline if paper.name == words.redline else None
                name = f"{number}. {paper.name}.{form}"
                files[name] = made or write(paper.sheet, "pdf" if form == "pdf" else "docx")
            except MissingExtraError as error:
                if form != "pdf":
                    raise
                unprinted = str(error)
                missing.append(getattr(refusal(unprinted), lang))
    files[f"5. {words.data}.xml"] = canonical.serialise(new.root)
    files[f"6. {words.report}.json"] = report_json(report).encode()
    page = write(_index(new, report, tuple(files), missing), "html")
    return {f"{words.index}.html": page, **files}, unprinted


def _index(new: Act, report: Report, names: Sequence[str], missing: Sequence[str]) -> Sheet:
    lang = language(new.root)
    words = words_of(lang).layout
    known = identity(new)
    title = words.full_name(Amendment(known.type, known.date, known.number), known.title)
    head = SheetRow(tuple(SheetCell((_line(text),), head=True) for text in words.pack.columns))
    rows = (
        SheetRow((SheetCell((_line(str(place)),)), SheetCell((_link(name),)), SheetCell((_line(_kind(name, lang)),))))
        for place, name in enumerate(names, start=1)
    )
    counts = SheetTable(tuple(_counted(report, lang)), widths=(70, 30))
    proofs = [name for name in _PROOFS if not getattr(report.proofs, name)]
    proved = words.pack.proved if not proofs else words.pack.not_proved
    said = (*state(new), proved, *missing)
    flow = (SheetLine("caption", (SheetRun(title),)), *(SheetLine("state", (SheetRun(text),)) for text in said))
    return Sheet(lang, title, (*flow, SheetTable((head, *rows), widths=_WIDTHS), counts), date=known.date)


def _counted(report: Report, lang: str) -> Iterator[SheetRow]:
    """What became of the commands for this act, an outcome a row."""
    words = words_of(lang).layout
    yield SheetRow(tuple(SheetCell((_line(text),), head=True) for text in words.pack.outcomes))
    for outcome, said in words.outcomes.items():
        count = sum(one.outcome == outcome for one in report.commands)
        if count and outcome != "other_base":
            yield SheetRow((SheetCell((_line(said),)), SheetCell((_line(str(count)),))))


def _kind(name: str, lang: str) -> str:
    return words_of(lang).layout.pack.kinds[name.rpartition(".")[2]]


def _link(name: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(name, href=name),))


def _line(text: str) -> SheetLine:
    return SheetLine("cell", (SheetRun(text),))
