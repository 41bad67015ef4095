"""What a build did, and what was added or fetched into the corpus, as published data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from lexkz.publication.comparison_json import told_data, verified_units
from lexkz.publication.finding_json import finding_data, findings_data
from lexkz.publication.witness_json import AccuracyData, EditionAloneData, TellingData, WitnessedTextData
from lexkz.publication.workspace_json import (
    AddedData,
    BuildData,
    BuiltData,
    FetchData,
    FetchedData,
    ImportData,
    ImportedTextData,
)
from lexkz.workspace.result import BuildResult, Built

if TYPE_CHECKING:
    from lexkz.workspace.accuracy import Witnessed, WitnessedText
    from lexkz.workspace.fetch import Fetched
    from lexkz.workspace.intake import Imported, ImportedText


def built_json(built: BuildResult) -> str:
    """Return a build as JSON text (schema ``build/1``)."""
    items = tuple(_item(item) for item in built.items)
    graph = findings_data(built.graph)
    return BuildData(items=items, removed=built.removed, stray=built.stray, graph=graph).json_text()


def added_json(act_id: str, files: Sequence[str], unknown: Sequence[str]) -> str:
    """Return what was put into the corpus as JSON text, in one line (schema ``added/1``)."""
    return AddedData(id=act_id, files=tuple(files), unknown=tuple(unknown)).json_line()


def fetched_json(acts: "Iterable[Fetched]") -> str:
    """Return acts that were fetched as JSON text (schema ``fetched/1``)."""
    return FetchData(acts=tuple(FetchedData(**asdict(one)) for one in acts)).json_text()


def imported_json(done: "Imported") -> str:
    """Return what an import did as JSON text (schema ``import/1``)."""
    return ImportData(
        kind=done.kind,
        taken=len(done.of_state("taken")),
        there=len(done.of_state("there")),
        refused=len(done.of_state("refused")),
        passed=done.passed,
        texts=tuple(_imported(one) for one in done.texts),
        findings=findings_data(done.findings),
        lacking=done.lacking,
    ).json_text()


def _imported(one: "ImportedText") -> ImportedTextData:
    return ImportedTextData(
        where=one.where,
        state=one.state,
        id=one.id,
        lang=one.lang,
        day=one.day.isoformat() if one.day else None,
        by=one.by,
        file=one.file,
        finding=finding_data(one.finding) if one.finding else None,
    )


def witnessed_json(found: "Witnessed") -> str:
    """Return texts that were held against official editions as JSON text (schema ``witness/1``)."""
    return AccuracyData(
        held=len(found.held),
        units=found.units,
        same=found.same,
        share=round(found.same / found.units, 4) if found.units else None,
        told=_telling(found.told),
        texts=tuple(_witnessed(one) for one in found.texts),
        editions_alone=tuple(
            EditionAloneData(
                id=one.id,
                lang=one.lang,
                day=one.day.isoformat(),
                file=f"corpus/{one.id}/{one.file.name}",
                by=one.by,
            )
            for one in found.editions_alone
        ),
    ).json_text()


def _witnessed(one: "WitnessedText") -> WitnessedTextData:
    return WitnessedTextData(
        id=one.id,
        lang=one.lang,
        day=one.day,
        file=one.file,
        edition=one.edition,
        edition_day=one.edition_day.isoformat() if one.edition_day else None,
        by=one.by,
        units=one.units,
        same=one.same,
        told=_telling(dict(one.told)) if one.told else None,
        differences=verified_units(one.differences),
        untold=told_data(one.untold),
        finding=finding_data(one.finding) if one.finding else None,
    )


def _telling(counts: Mapping[str, int]) -> TellingData:
    return TellingData(
        both=counts.get("both", 0),
        note_without_command=counts.get("official", 0),
        in_base=counts.get("unrecorded", 0),
        command_without_note=counts.get("ours", 0),
    )


def _item(item: Built) -> BuiltData:
    return BuiltData(
        id=item.id,
        lang=item.lang,
        kind=item.kind,
        state=item.state,
        outline=item.outline,
        commands=item.commands,
        outcomes=dict(item.outcomes),
        files=item.outputs,
        findings=findings_data(item.findings),
    )
