"""Consolidate: an act and the acts that amend it give a new expression of it, proved; unknown texts as outlines."""

from lexkz.consolidate.consolidation import Consolidation, consolidate, history
from lexkz.consolidate.outline import outline
from lexkz.consolidate.prove import prove, prove_again
from lexkz.consolidate.report import CommandOutcome, InForce, Outcome, Proofs, Report
from lexkz.consolidate.ruling import Ruling
from lexkz.consolidate.rulings import read_rulings, stubs

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
