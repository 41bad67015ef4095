"""The two jobs of a build, as values: an act of the corpus, and a base act with all that amends it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lexkz.akn import canonical
from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.akn.meta import read_identity
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import Consolidation, Ruling, history
from lexkz.consolidation.entry_days import Days, misdated, read_entry, registered
from lexkz.consolidation.standing import Elsewhere
from lexkz.findings import Finding, finding
from lexkz.publication import act_json, identity, reading_json, report_json
from lexkz.reading.card import read_card
from lexkz.structure import Act, load
from lexkz.workspace import bases
from lexkz.workspace.building import values
from lexkz.workspace.layout import CorpusEntry, Workspace
from lexkz.workspace.manifest import JobRecord, digest
from lexkz.workspace.outlines import combined_outline
from lexkz.workspace.witnesses import differing

Files = dict[str, bytes]
"""Path below the workspace to the bytes of a file."""


@dataclass(frozen=True, slots=True)
class Product:
    """An act of the corpus, read."""

    act: Act
    """With its commands marked."""
    reading: Reading
    published: date | None
    """Day of first official publication, where the card has it."""
    witnesses: tuple[Finding, ...] = ()
    """Where other sources of the act say something else."""


@dataclass(frozen=True, slots=True)
class BaseProduct:
    """A base act, consolidated."""

    outline: Act | None
    """The outline that was consolidated; None where the base act itself is in the corpus."""
    consolidation: Consolidation
    earlier: tuple[Consolidation, ...] = ()
    """The expressions before it, where all days of entry into force are known."""


def act(entry: CorpusEntry, *, witnessed: bool = True) -> Product:
    """Read an act of the corpus, and hold its other sources against it unless ``witnessed`` is False.

    Raises SourceError where its source cannot be read.
    """
    marked, reading = annotate(load(entry.source, lang=entry.lang))
    return Product(marked, reading, published(entry), differing(marked, entry.others) if witnessed else ())


def published(entry: CorpusEntry) -> date | None:
    """Return the day of first official publication of an act, where its card has it."""
    return read_card(entry.card).published if entry.card else None


def act_outputs(workspace: Workspace, entry: CorpusEntry, product: Product) -> Files:
    """Return the files of an act: path below the workspace to bytes."""
    files = _act_files(workspace, entry.id, entry.lang, product.act)
    if product.reading.commands:
        path = workspace.published(entry.id, f"{entry.lang}.commands.json")
        files[path] = reading_json(product.reading).encode()
        files[workspace.reading(entry.id, entry.lang)] = values.dump(product.reading)
    return _named(workspace, files)


def act_record(workspace: Workspace, entry: CorpusEntry, product: Product, inputs: str, outputs: Files) -> JobRecord:
    """Return what the manifest keeps of an act; its outputs are added when they are written."""
    known = identity(product.act)
    lost = bases.homeless(product.reading)
    unknown = [finding("workspace.unknown_base", command=lost[0], listed=", ".join(lost))] if lost else []
    said = read_card(entry.card).id if entry.card else None
    misplaced = (
        [finding("workspace.other_id", text=said, said=said, act=entry.id)]
        if said is not None and said != entry.id
        else []
    )
    if not product.reading.commands:
        # Where it amends, the consolidation tells it, and counts no day from it.
        signed = date.fromisoformat(known.date) if known.date else None
        wrong = misdated(Days(signed, registered(product.act.root), product.published))
        misplaced += [wrong] if wrong is not None else []
    findings = (*misplaced, *product.act.findings, *product.reading.findings, *product.witnesses, *unknown)
    # What is published of an act is made of these; consolidations read nothing else.
    read = (workspace.act(entry.id, entry.lang), workspace.reading(entry.id, entry.lang))
    parts = [outputs.get(path.relative_to(workspace.root).as_posix(), b"") for path in read]
    return JobRecord(
        id=entry.id,
        lang=entry.lang,
        kind="act",
        inputs=inputs,
        product=digest(*parts, str(product.published)),
        work=known.work,
        marked_work=read_identity(product.act.root).work,
        date=known.date,
        title=known.title,
        in_force=_in_force(product, entry.lang, known.date) if product.reading.commands else None,
        bases=bases.named(product.reading),
        commands=len(product.reading.commands),
        findings=tuple(dict.fromkeys(findings)),
    )


def _in_force(product: Product, lang: str, signed: str | None) -> str | None:
    day = date.fromisoformat(signed) if signed else None
    entry = read_entry(product.act, product.reading, lang, signed=day, published=product.published)
    return entry.day.isoformat() if entry.day is not None else None


def consolidated(
    act_id: str,
    base: Act | None,
    amending: Sequence[Product],
    known: Mapping[str, str],
    rulings: Sequence[Ruling] = (),
    elsewhere: Sequence[Elsewhere] = (),
) -> BaseProduct:
    """Consolidate the base act of the folder ``act_id`` with the acts ``amending``, in their order.

    ``base`` is None where it is not in the corpus: its outline is made from what the amending acts say of it. ``known``
    maps work IRIs of the corpus to their folders; ``rulings`` are what persons decided;
    ``elsewhere`` are acts that amend it and are in the corpus in the other language only.
    """
    acts = tuple((one.act, one.reading) for one in amending)
    made = None if base is not None else combined_outline(act_id, acts, known, rulings)
    days = {identity(one.act).work: one.published for one in amending}
    published = {work: day for work, day in days.items() if work is not None and day is not None}
    text = base or made
    assert text is not None
    *earlier, last = history(text, acts, published=published, rulings=rulings, elsewhere=elsewhere)
    return BaseProduct(made, last, tuple(earlier))


def consolidated_outputs(workspace: Workspace, act_id: str, lang: str, product: BaseProduct) -> Files:
    """Return the files of a base act: its outline if it is one, the consolidated text, report, published data."""
    files = _act_files(workspace, act_id, lang, product.outline) if product.outline is not None else {}
    for one in (*product.earlier, product.consolidation):
        made, report = one.act, report_json(one.report).encode()
        path = workspace.expression(act_id, lang, read_identity(made.root).expression_date or UNKNOWN_DATE)
        files[path] = canonical.serialise(made.root)
        files[path.with_suffix(".report.json")] = report
        files[workspace.published(act_id, f"{path.stem}.json")] = act_json(made).encode()
        files[workspace.published(act_id, f"{path.stem}.report.json")] = report
    return _named(workspace, files)


def consolidated_record(act_id: str, lang: str, product: BaseProduct, inputs: str) -> JobRecord:
    """Return what the manifest keeps of a consolidation; its outputs are added when they are written."""
    report = product.consolidation.report
    return JobRecord(
        id=act_id,
        lang=lang,
        kind="consolidated",
        inputs=inputs,
        outline=product.outline is not None,
        commands=sum(one.outcome != "other_base" for one in report.commands),
        outcomes=tuple(sorted(Counter[str](one.outcome for one in report.commands).items())),
        findings=tuple(dict.fromkeys(report.findings)),
    )


def _act_files(workspace: Workspace, act_id: str, lang: str, act: Act) -> dict[Path, bytes]:
    return {
        workspace.act(act_id, lang): canonical.serialise(act.root),
        workspace.published(act_id, f"{lang}.json"): act_json(act).encode(),
    }


def _named(workspace: Workspace, files: Mapping[Path, bytes]) -> Files:
    return {path.relative_to(workspace.root).as_posix(): data for path, data in files.items()}
