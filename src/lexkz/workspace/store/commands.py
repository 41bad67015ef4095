"""The commands of an amending act, and what became of the commands about a base act, as rows of the store."""

import json
from collections.abc import Sequence
from typing import Any, cast

from pydantic import ValidationError

from lexkz.akn.namespace import q
from lexkz.amendment.model import Step
from lexkz.consolidation.naming import address_name
from lexkz.languages.detect import Lang
from lexkz.publication.data import known_iri
from lexkz.publication.reading_json import CommandData
from lexkz.structure import Act
from lexkz.workspace.store.expressions import ParsedExpression
from lexkz.workspace.store.files import Files, report
from lexkz.workspace.store.rows import CommandRow, OutcomeRow


def command_rows(files: Files, read: Sequence[ParsedExpression]) -> tuple[CommandRow, ...]:
    """Return the commands of the act: those that the build published, else those read now from its marked text.

    Raises ValueError where the published data are no JSON of that form.
    """
    if files.commands.is_file():
        said = _object(files.commands.read_bytes(), files.commands.name).get("commands", ())
        try:
            for one in said:
                CommandData.model_validate(one)
        except ValidationError:
            raise ValueError(f"{files.commands.name} is not what a build writes: run lexkz build.") from None
    elif read and read[0].root.find(f".//{q('mod')}") is not None:
        said = _read_now(read[0])
    else:
        said = ()
    return tuple(_command(one, cast(Lang, files.lang)) for one in said)


def outcome_rows(files: Files) -> tuple[OutcomeRow, ...]:
    """Return what became of each command about this act, by the reports beside its expressions, the newest last word.

    Raises ValueError where a report is no JSON of that form.
    """
    found: dict[tuple[str, str], OutcomeRow] = {}
    for path in map(report, files.consolidated):
        if not path.is_file():
            continue
        data = _object(path.read_bytes(), path.name)
        codes = _codes(data)
        for one in data.get("commands", ()):
            if one.get("by") and one["outcome"] != "other_base":
                found[one["by"], one["command"]] = OutcomeRow(
                    one["by"],
                    one["command"],
                    one["outcome"],
                    tuple(one.get("targets", ())),
                    one.get("note"),
                    tuple(dict.fromkeys(codes.get(one["command"], ()))),
                )
    return tuple(found.values())


def _codes(report: dict[str, Any]) -> dict[str, list[str]]:
    """Codes of the findings about each command; none where two amending acts have a command of that id."""
    acts: dict[str, set[str | None]] = {}
    for one in report.get("commands", ()):
        acts.setdefault(one["command"], set()).add(one.get("by"))
    codes: dict[str, list[str]] = {}
    for finding in report.get("findings", ()):
        if len(acts.get(finding.get("command"), ())) == 1:
            codes.setdefault(finding["command"], []).append(finding["code"])
    return codes


def _read_now(read: ParsedExpression) -> Sequence[dict[str, Any]]:
    from lexkz.amendment.reader import read_commands
    from lexkz.publication import reading_data

    found = reading_data(read_commands(Act(read.root))).as_json()["commands"]
    return cast("Sequence[dict[str, Any]]", found)


def _command(said: dict[str, Any], lang: Lang) -> CommandRow:
    base, source = said["base"], said["source"]
    addresses = [
        tuple(Step(step["kind"], step.get("number"), step.get("name")) for step in target["address"])
        for target in said["targets"]
    ]
    return CommandRow(
        command=said["id"],
        action=said["action"],
        base=known_iri(base["iri"]),
        base_title=base["title"],
        instruction=said["instruction"],
        address="\n".join(address_name(address, lang) for address in addresses),
        page=source.get("page"),
        eid=source.get("eId"),
        codes=tuple(dict.fromkeys(finding["code"] for finding in said["findings"])),
        data=json.dumps(said, ensure_ascii=False, separators=(",", ":")),
    )


def _object(data: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ValueError(f"{name} is not what a build writes: run lexkz build.")
    return found
