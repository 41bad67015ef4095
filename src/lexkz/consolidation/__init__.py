"""Consolidate: an act and the acts that amend it give a new expression of it, proved; unknown texts as outlines."""

from lexkz.consolidation.base_outline import outline
from lexkz.consolidation.consolidation import Consolidation, consolidate, history
from lexkz.consolidation.proofs.prove import prove, prove_again
from lexkz.consolidation.report import CommandOutcome, InForce, Outcome, Proofs, Report
from lexkz.consolidation.rulings import Ruling, read_rulings, stubs

__all__ = [
    "CommandOutcome",
    "Consolidation",
    "InForce",
    "Outcome",
    "Proofs",
    "Report",
    "Ruling",
    "consolidate",
    "history",
    "outline",
    "prove",
    "prove_again",
    "read_rulings",
    "stubs",
]
