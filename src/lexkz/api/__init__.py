"""The interface: what a Python user imports, and what the command line is built on. ``import lexkz`` offers it."""

from typing import TYPE_CHECKING, Any

from lexkz.amendment.model import Command
from lexkz.api.act import Act
from lexkz.api.agreeing import Agreement, agree
from lexkz.api.amending import Commands, Explained, action_words, address_words, commands, explain
from lexkz.api.annexes import FormDataError, Forms, Tables
from lexkz.api.checking import Check, catalogue_json, check, validate, validation_json
from lexkz.api.comparing import (
    Comparison,
    OwnRedline,
    Verification,
    comparative_table,
    compare,
    marked,
    new_text,
    redline,
    redline_own,
    side_by_side,
    verify,
)
from lexkz.api.consolidating import Consolidated, Proved, consolidate, prove, read_rulings
from lexkz.api.order_drafting import Draft, draft
from lexkz.api.packing import Pack, pack
from lexkz.api.reading import read, read_text
from lexkz.api.schemas_of_data import schema, schema_names
from lexkz.api.unit import Unit, UnknownUnitError
from lexkz.findings import Finding
from lexkz.reading.blocks import Lang, SourceError

if TYPE_CHECKING:
    from lexkz.consolidation.rulings import Ruling

__all__ = [
    "Act",
    "Agreement",
    "Check",
    "Command",
    "Commands",
    "Comparison",
    "Consolidated",
    "Draft",
    "Explained",
    "Finding",
    "FormDataError",
    "Forms",
    "Lang",
    "OwnRedline",
    "Pack",
    "Proved",
    "Ruling",
    "SourceError",
    "Tables",
    "Unit",
    "UnknownUnitError",
    "Verification",
    "action_words",
    "address_words",
    "agree",
    "catalogue_json",
    "check",
    "commands",
    "comparative_table",
    "compare",
    "consolidate",
    "draft",
    "explain",
    "marked",
    "new_text",
    "pack",
    "prove",
    "read",
    "read_rulings",
    "read_text",
    "redline",
    "redline_own",
    "schema",
    "schema_names",
    "side_by_side",
    "validate",
    "validation_json",
    "verify",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        # With it come all of consolidate, which most commands do without.
        if name == "Ruling":
            from lexkz.consolidation.rulings import Ruling

            return Ruling
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
