"""What lies with a consolidated file: its report and its name, held against what comes out when it is made again."""

import json
import re
from pathlib import Path
from typing import Any

from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.akn.meta import Identity
from lexkz.consolidation import Report
from lexkz.findings import Finding, finding
from lexkz.publication.report_json import report_data

_EXPRESSION = re.compile(r"(?:kaz|rus|eng)@\d{4}-\d\d-\d\d")
"""How a workspace names consolidated texts: language and day. Other names are the user's own."""
_SHORTENED = re.compile("«[^»]*…»")
_OF_SOURCE = ("read.", "structure.", "workspace.")
"""Findings that depend on the format of the source, which may be another one now, or on what lies beside it. All others
are those of applying commands, or are none of lexkz's."""


def differing(file: Path, identity: Identity, again: Report) -> tuple[Finding, ...]:
    """Return a finding where the report beside ``file`` is not ``again``, and one where its name is not its own."""
    found = [_report(file, again), _name(file, identity)]
    return tuple(one for one in found if one is not None)


def _report(file: Path, again: Report) -> Finding | None:
    path = file.with_suffix(".report.json")
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return finding("workspace.report_missing", what=path.name)
    except ValueError:
        return finding("workspace.report_differs", what=f"{path.name}: JSON")
    other = differences(said, report_data(again).as_json())
    return finding("workspace.report_differs", what=f"{path.name}: {', '.join(other)}") if other else None


def differences(said: Any, again: dict[str, Any]) -> list[str]:
    """Return the names of the fields in which a report is not what it should be."""
    if not isinstance(said, dict):
        return ["JSON"]
    out = [name for name in again if name != "findings" and said.get(name) != again[name]]
    out += [name for name in said if name not in again]
    if _findings(said.get("findings")) != _findings(again["findings"]):
        out.append("findings")
    return out


def _findings(told: Any) -> list[str]:
    """Findings as they are compared: where they stand in a source depends on the source."""
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        return ["?"]
    kept = ("code", "severity", "command", "candidates")
    own = [one for one in told if not str(one.get("code", "")).startswith(_OF_SOURCE)]
    return sorted(
        json.dumps([*(one.get(name) for name in kept), _message(one.get("message"))], sort_keys=True) for one in own
    )


def _message(told: Any) -> Any:
    """A message without white space and without beginnings of the source's text, which sources space differently."""
    if not isinstance(told, dict):
        return told
    return {lang: "".join(_SHORTENED.sub("…", str(text)).split()) for lang, text in told.items()}


def _name(file: Path, identity: Identity) -> Finding | None:
    wanted = f"{identity.lang}@{identity.expression_date or UNKNOWN_DATE}"
    if file.stem == wanted or not (_EXPRESSION.fullmatch(file.stem) or file.parent.parent.name == "consolidated"):
        return None
    return finding("workspace.name_differs", what=f"{file.name} ({wanted}.xml)")
