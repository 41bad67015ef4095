"""Metadata of an act: builders that keep the XSD's order whatever the order of calls, and readers for them."""

from lexkz.akn.meta.events import Event, event, events, temporal_group
from lexkz.akn.meta.identity import (
    Identity,
    component_meta,
    identification,
    main_meta,
    read_identity,
    replace_identification,
)
from lexkz.akn.meta.modifications import Destination, TextualMod, textual_mod, textual_mods
from lexkz.akn.meta.open_findings import record_findings, recorded_findings, replace_findings
from lexkz.akn.meta.records import (
    FurnitureRecord,
    Registration,
    RepairRecord,
    boxes,
    furniture,
    is_outline,
    mark_outline,
    places,
    record_furniture,
    record_place,
    record_registration,
    record_repair,
    registration,
    repairs,
)
from lexkz.akn.meta.references import act_reference, concept, reference
from lexkz.akn.meta.sections import OWN_SOURCE, ensure, note, note_ref, of, publication

__all__ = [
    "OWN_SOURCE",
    "Destination",
    "Event",
    "FurnitureRecord",
    "Identity",
    "Registration",
    "RepairRecord",
    "TextualMod",
    "act_reference",
    "boxes",
    "component_meta",
    "concept",
    "ensure",
    "event",
    "events",
    "furniture",
    "identification",
    "is_outline",
    "main_meta",
    "mark_outline",
    "note",
    "note_ref",
    "of",
    "places",
    "publication",
    "read_identity",
    "record_findings",
    "record_furniture",
    "record_place",
    "record_registration",
    "record_repair",
    "recorded_findings",
    "reference",
    "registration",
    "repairs",
    "replace_findings",
    "replace_identification",
    "temporal_group",
    "textual_mod",
    "textual_mods",
]
