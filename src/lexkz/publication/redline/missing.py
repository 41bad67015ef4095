"""Where a change is missing in the new text, the redline says so, too: beside the tracked changes, not among them."""

from collections.abc import Sequence

from lexkz.publication.remarks import within
from lexkz.publication.sheet.model import Block, SheetLine, SheetRun
from lexkz.publication.sheet.open_state import missing_notes
from lexkz.structure import Act


def with_marks(flow: Sequence[Block], new: Act) -> tuple[Block, ...]:
    """Return ``flow`` with the notes of ``new`` that mark missing changes, each after the last line of its unit."""
    made: list[Block] = list(flow)
    for unit, texts in missing_notes(new):
        last = max((place for place, block in enumerate(made) if within(block, unit)), default=len(made) - 1)
        made[last + 1 : last + 1] = [SheetLine("editors_note", (SheetRun(text),)) for text in texts]
    return tuple(made)
