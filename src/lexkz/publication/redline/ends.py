"""Where a change runs from the end of one line into whole lines after it, it is one change, as a writer would make it.

Word marks a line's end as changed with the line. "…, [new words]" and then a whole new line would be two changes that
touch with an unchanged line end between them; LibreOffice takes that end for a part of them, and rejecting them joins
the line to what follows. Written as one change, the line's own end is new and that of the last new line is the old one.
"""

from collections.abc import Sequence
from dataclasses import replace

from lexkz.publication.sheet.model import Block, Revision, SheetLine, marked


def run_on(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with such changes written as one; the text, accepted or rejected, is the same."""
    made: list[Block] = list(blocks)
    place = 0
    while place < len(made):
        line = made[place]
        revision = _last(line)
        end = place + 1
        while revision is not None and end < len(made) and _whole(made[end], revision):
            end += 1
        last = made[end - 1]
        if revision is None or end == place + 1 or not isinstance(line, SheetLine) or not isinstance(last, SheetLine):
            place += 1
        elif (last.role, last.level) == (line.role, line.level):
            made[place] = replace(line, revision=revision)
            made[end - 1] = replace(last, revision=None)
            place = end
        else:
            # The end of the last line has another style, which the line must not get: the line is changed as a whole.
            made[place : place + 1] = _in_two(line)
            place = end + 1
    return tuple(made)


def _last(block: Block) -> Revision | None:
    if not isinstance(block, SheetLine) or block.revision is not None or not block.runs:
        return None
    return block.runs[-1].revision


def _whole(block: Block, revision: Revision) -> bool:
    own = block.revision if isinstance(block, SheetLine) else None
    return own is not None and own.mark == revision.mark and not own.move


def _in_two(line: SheetLine) -> tuple[SheetLine, SheetLine]:
    """The line as it was and as it is, each whole."""
    sides: list[SheetLine] = []
    authors = {run.revision.mark: run.revision for run in line.runs if run.revision is not None}
    some = next(iter(authors.values()))
    for mark, other in (("-", "+"), ("+", "-")):
        runs = tuple(run for run in line.runs if run.revision is None or run.revision.mark != other)
        revision = Revision("-" if mark == "-" else "+", some.author, some.date)
        sides.append(marked(replace(line, runs=runs), revision))
    return sides[0], sides[1]
