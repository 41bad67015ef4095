"""Fields that a file marks as fields (of PDF, of Word): what can be written there, kept beside the printed text."""

import json
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Control:
    """A field of a form as its file describes it; what is printed there stands in the text."""

    kind: Literal["text", "choice", "check"]
    """``choice``: one of ``values``; ``check``: a box to tick."""
    name: str = ""
    """As the file names it, ``""`` where it does not."""
    label: str = ""
    """What the file tells a reader of the field, ``""`` where it tells nothing."""
    values: tuple[str, ...] = ()
    """What can be chosen, as it is shown."""
    other: bool = False
    """True where a value that is none of ``values`` can be given, too."""
    required: bool | None = None
    """None where the file does not say."""
    option: str | None = None
    """Of a box of which one among several of the same name is ticked: what it stands for."""


def written(control: Control) -> str:
    """Return a field as the text of its attribute: JSON with what is told of it and nothing else."""
    told = {
        "kind": control.kind,
        "name": control.name or None,
        "label": control.label or None,
        "values": list(control.values) or None,
        "other": control.other or None,
        "required": control.required,
        "option": control.option,
    }
    return json.dumps({key: value for key, value in told.items() if value is not None}, ensure_ascii=False)


def control_of(text: str | None) -> Control | None:
    """Return the field that an attribute holds; None where there is none or another hand made it unreadable."""
    try:
        told = json.loads(text or "null")
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("kind") not in ("text", "choice", "check"):
        return None
    values = told.get("values")
    required = told.get("required")
    option = told.get("option")
    return Control(
        told["kind"],
        str(told.get("name") or ""),
        str(told.get("label") or ""),
        tuple(map(str, values)) if isinstance(values, list) else (),
        told.get("other") is True,
        required if isinstance(required, bool) else None,
        None if option is None else str(option),
    )
