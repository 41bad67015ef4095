"""The proofs of a consolidated file, run again: its base and the acts that amended it are found in the workspace."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lxml import etree

from lexkz.akn.canonical import lacking, without_remarks
from lexkz.akn.meta import of, read_identity, textual_mods
from lexkz.akn.namespace import LEXKZ, NAMESPACES
from lexkz.amendment.annotate import annotate
from lexkz.consolidation import Proofs, Ruling, prove_again
from lexkz.findings import Finding
from lexkz.reading.blocks import SourceError
from lexkz.reading.card import read_card
from lexkz.structure import load, stored
from lexkz.workspace import beside_file
from lexkz.workspace.akn_file import read_akn
from lexkz.workspace.decided import beside, read
from lexkz.workspace.doubts import Doubts
from lexkz.workspace.layout import CARD, Workspace, own


def prove_file(
    file: Path,
    root: Path | None,
    *,
    base: Path | None = None,
    amending: Sequence[Path] = (),
    published: date | None = None,
    at: date | None = None,
    rulings: Path | None = None,
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Return the proofs of a consolidated file, and a finding for each that fails; the report beside the file must be
    the one that comes out again, and its name must be that of its expression.

    What it was made from is ``base`` and ``amending``, or else is found in the workspace ``root``: the base by the
    file's work IRI, the amending acts by the build's own records or else by those that its metadata name, their
    publication dates in their cards, or else in the file's own records. What the last build of the workspace doubted in
    an act of it is doubted here as well.
    ``published`` is the publication date of all amending acts; ``rulings`` the file with the decisions of persons, else
    that of the workspace, else that beside ``base``. Raises SourceError where the file is no consolidated text, or
    where what it was made from is not found.
    """
    tree = without_remarks(read_akn(file))
    lack = lacking(tree)
    if lack is not None:
        raise SourceError(f"{file.name} cannot be proved. {lack}")
    identity = read_identity(tree)
    named = _amending(tree)
    # Where no command could be applied, the file is the base itself: what it was made from must be given.
    given = base is not None and bool(amending)
    if not given and (identity.expression_kind != "Consolidation" or not named):
        raise SourceError(f"{file.name} is not a consolidated text: give what lexkz consolidate or lexkz build wrote.")
    there = _works(Workspace(root), identity.lang) if root is not None and (base is None or not amending) else {}
    doubts = Doubts.of(root, file, identity)
    built = doubts.amending(file) if base is None else ()
    paths = tuple(amending) or built or tuple(_found(there, work, file, "--by") for work in named)
    acts = [annotate(load(path)) for path in paths]
    works = [read_identity(act.root).work for act, _reading in acts]
    cards = {work: day for work, path in zip(works, paths, strict=True) if (day := _published(root, path)) is not None}
    days = _recorded_days(tree) | cards
    readings = [(act, doubts.upon(reading, path)) for (act, reading), path in zip(acts, paths, strict=True)]
    readings.sort(key=lambda pair: read_identity(pair[0].root).date or "9999")
    text = load(base or _found(there, identity.work, file, "--base"))
    day = at or (_day(tree, identity.expression_date) if named else None)
    proved = prove_again(
        stored(tree),
        text,
        readings,
        at=day,
        published={"*": published} if published else days,
        rulings=_rulings(tree, file, root, base, rulings),
        lacking=doubts.lacking(None if _is_newest(file) else day),
    )
    return proved.proofs, (*proved.findings, *beside_file.differing(file, identity, proved.report))


def _rulings(
    tree: etree._Element, file: Path, root: Path | None, base: Path | None, given: Path | None
) -> tuple[Ruling, ...]:
    """Return the decisions that the file was made with; those that it records must be found somewhere."""
    if given is not None:
        return read(given)
    inside = own(Workspace(root).rulings(file.resolve().parent.name), root) if root is not None else None
    found = read(inside) if inside is not None and inside.is_file() else beside(base, None) if base is not None else ()
    if not found and next(of(tree).iter(f"{{{LEXKZ}}}ruling"), None) is not None:
        raise SourceError(f"{file.name} was made with decisions of persons: name their file with --rulings.")
    return found


def _is_newest(file: Path) -> bool:
    """True where no text of a later day lies beside a file: it is the last that a build made."""
    head, at, _ = file.stem.partition("@")
    beside = [other.stem for other in file.parent.glob(f"{head}@*.xml")] if at else []
    return not beside or file.stem >= max(beside)


def _recorded_days(tree: etree._Element) -> dict[str, date]:
    """Return the publication days that the file was made with, by the work IRI of the amending act."""
    entries = of(tree).iter(f"{{{LEXKZ}}}entry")
    said = ((entry.get("by"), entry.get("published")) for entry in entries)
    return {work: date.fromisoformat(day) for work, day in said if work and day}


def _day(tree: etree._Element, expression: str | None) -> date | None:
    """The day of an expression whose days are all known: what enters into force later is no part of it."""
    events = of(tree).findall("akn:lifecycle/akn:eventRef", NAMESPACES)
    known = all(event.get("refersTo") for event in events if event.get("type") != "generation")
    return date.fromisoformat(expression) if known and expression else None


def _amending(tree: etree._Element) -> tuple[str, ...]:
    """Return the work IRIs of the acts that amended a text, in the order of its metadata.

    An act whose changes held for a time and hold no more has left no modification, but its record.
    """
    mods = textual_mods(of(tree), "passive")
    found = [source.partition("/!")[0] for mod in mods for source in mod.sources]
    found += [entry.get("by", "") for entry in of(tree).iter(f"{{{LEXKZ}}}entry") if entry.get("until")]
    return tuple(dict.fromkeys(found))


def _works(workspace: Workspace, lang: str) -> dict[str, Path]:
    return {read_identity(read_akn(path)).work: path for path in workspace.all_acts(lang)}


def _found(there: dict[str, Path], work: str, file: Path, option: str) -> Path:
    if work not in there:
        raise SourceError(f"{file.name} was made from {work}, which is not in xml/ here: name its file with {option}.")
    return there[work]


def _published(root: Path | None, path: Path) -> date | None:
    card = own(Workspace(root).corpus / path.parent.name / CARD, root) if root is not None else None
    return read_card(card).published if card is not None and card.is_file() else None
