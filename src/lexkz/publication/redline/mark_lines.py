"""Corner marks that say in other lines what they said: where their lines break is layout, no change."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lexkz.publication.sheet.model import Block, SheetLine


def in_the_lines_of(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``new`` with each corner mark that says what it said in the lines that it has in ``old``."""
    before = {eid: tuple(blocks) for eid, blocks in groupby(old, key=_mark) if eid}
    made: list[Block] = []
    for eid, blocks in groupby(new, key=_mark):
        after = tuple(blocks)
        known = before.get(eid, ())
        made.extend(_as(known, after) if known and _said(known) == _said(after) else after)
    return tuple(made)


def _mark(block: Block) -> str:
    """The eId of the corner mark that a line is of, "" for all else."""
    return block.eid if isinstance(block, SheetLine) and block.role == "corner" else ""


def _said(blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(block.text for block in blocks).split())


def _as(known: Sequence[Block], after: Sequence[Block]) -> tuple[Block, ...]:
    first, begins = known[0], after[0]
    assert isinstance(first, SheetLine)
    assert isinstance(begins, SheetLine)
    return (replace(first, starts=begins.starts), *known[1:])
