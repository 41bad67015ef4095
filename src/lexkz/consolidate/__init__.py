"""Consolidate: an act and the acts that amend it give a new expression of it, proved; unknown texts as outlines."""

from lexkz.consolidate.consolidation import Consolidation, consolidate
from lexkz.consolidate.outline import outline
from lexkz.consolidate.prove import prove
from lexkz.consolidate.report import CommandOutcome, InForce, Outcome, Proofs, Report

__all__ = [
    "CommandOutcome",
    "Consolidation",
    "InForce",
    "Outcome",
    "Proofs",
    "Report",
    "consolidate",
    "outline",
    "prove",
]
