"""Layers of a PDF (optional content): which of them the file shows, as it opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral

_DEEP = 4
"""Memberships within memberships are followed so far."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Object numbers of the layers that are on or off, where the file tells."""

    off: frozenset[int] = frozenset()
    on: frozenset[int] = frozenset()
    base_off: bool = False
    """True where every layer that is not named is off."""

    def hides(self, owner: object, depth: int = 0) -> bool:
        """Tell whether what belongs to ``owner``, a layer or a membership of several, is not shown (PDF 32000-1,
        8.11); what cannot be made out is shown."""
        if isinstance(owner, PDFObjRef):
            if owner.objid in self.off:
                return True
            if owner.objid in self.on:
                return False
        value = resolve1(owner)
        if not isinstance(value, dict) or depth > _DEEP:
            return False
        kind = value.get("Type")
        if not (isinstance(kind, PSLiteral) and kind.name == "OCMD"):
            return self.base_off and isinstance(owner, PDFObjRef)
        groups = value.get("OCGs")
        groups = groups if isinstance(groups, PDFObjRef) else resolve1(groups)
        if isinstance(groups, PDFObjRef) and isinstance(resolve1(groups), list):
            groups = resolve1(groups)
        members = groups if isinstance(groups, list) else [groups] if groups is not None else []
        hidden = [self.hides(member, depth + 1) for member in members]
        if not hidden:
            return False
        policy = value.get("P")
        name = str(policy.name) if isinstance(policy, PSLiteral) else "AnyOn"
        return {"AllOn": any(hidden), "AnyOff": not any(hidden), "AllOff": not all(hidden)}.get(name, all(hidden))


def layers(catalog: Mapping[str, Any]) -> Layers:
    """Return the layers of a file, from its catalog, as its default configuration shows them."""
    properties = resolve1(catalog.get("OCProperties"))
    shown = resolve1(properties.get("D")) if isinstance(properties, dict) else None
    if not isinstance(shown, dict):
        return Layers()
    base = resolve1(shown.get("BaseState"))
    return Layers(
        _numbers(shown.get("OFF")), _numbers(shown.get("ON")), isinstance(base, PSLiteral) and base.name == "OFF"
    )


def _numbers(listed: object) -> frozenset[int]:
    found = resolve1(listed)
    entries = found if isinstance(found, list) else []
    return frozenset(entry.objid for entry in entries if isinstance(entry, PDFObjRef))
