"""A step: one change in one place of the tree. Every command is made of steps; each kind stands with its action."""

from typing import ClassVar

from lxml import etree

from lexkz.consolidation.tree.change import Change
from lexkz.consolidation.tree.unit_index import Index
from lexkz.languages.notes import NoteKind


class TreeStep:
    """What all steps can tell and do. A kind of step is a frozen dataclass, compared by identity."""

    __slots__ = ()

    rank: ClassVar[int]
    """When it is taken among the steps of an act, lower ranks first: words (10), numbers (20 to 30), wordings and
    repeals (40 to 90), what is new (100 to 140), columns (150 to 160), states (170)."""
    note: ClassVar[NoteKind]
    """How the editors' note calls what it does."""

    def perform(self, index: Index) -> tuple[Change, ...]:
        """Change the tree, keep the index true, and return what changed."""
        raise NotImplementedError

    def told_as(self) -> NoteKind:
        """Return how the editors' note calls what this very step does."""
        return self.note

    def order(self) -> tuple[object, ...]:
        """Return what steps of one rank are sorted by; those that give nothing keep the order of their commands."""
        return ()

    def claims(self) -> tuple[etree._Element, ...]:
        """Return what it sets, takes out or moves as a whole: no other step of the command may touch that."""
        return ()

    def brings(self) -> tuple[etree._Element, ...]:
        """Return the new elements that it puts into the tree: no other command may bring units of their names."""
        return ()

    def shapes(self, table: etree._Element) -> bool:
        """Return True where it sets, adds or takes out rows or columns of ``table``."""
        del table
        return False
