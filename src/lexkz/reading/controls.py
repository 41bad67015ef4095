"""Fields that a file marks as such, on their way to the blocks: two signs around what is printed in each.

Readers join, cut and move text; the signs go with it. They are taken out of all that a reader returns, and stand in no
text that leaves this package.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lexkz.akn.control import Control
from lexkz.findings import Finding
from lexkz.reading.blocks import Block, Cell, Paragraph, Run, Source, StandingControl

_FIRST = 0xF0000
_LAST = 0xFFFFD
"""Private use of the sixteenth plane: no font of an act has letters there."""
_SIGN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_MOST = (_LAST - _FIRST) // 2


class Controls:
    """The fields of one file, in the order in which the reader comes to them."""

    def __init__(self) -> None:
        self._found: list[Control] = []

    def marked(self, control: Control, printed: str) -> str:
        """Return what is printed in a field between the signs that tell which it is."""
        if len(self._found) >= _MOST or not printed:
            return printed
        sign = _FIRST + 2 * len(self._found)
        self._found.append(control)
        return f"{chr(sign)}{printed}{chr(sign + 1)}"

    def told(self, source: Source) -> Source:
        """Return a source without signs, its runs and cells with the fields that stand in them."""
        if not self._found:
            return source
        return replace(
            source,
            blocks=tuple(self._block(block) for block in source.blocks),
            furniture=tuple(replace(one, text=bare(one.text)) for one in source.furniture),
            findings=tuple(map(_finding, source.findings)),
        )

    def _block(self, block: Block) -> Block:
        repairs = tuple(replace(one, text=bare(one.text)) for one in block.repairs)
        if isinstance(block, Paragraph):
            return replace(block, runs=tuple(self._runs(block.runs)), repairs=repairs)
        rows = tuple(replace(row, cells=tuple(map(self._cell, row.cells))) for row in block.rows)
        return replace(block, rows=rows, repairs=repairs)

    def _runs(self, runs: Iterable[Run]) -> Iterator[Run]:
        """Yield runs parted where a field begins or ends; one that does not end in its paragraph ends with it."""
        open_: Control | None = None
        for run in runs:
            if not _SIGN.search(run.text):
                yield replace(run, control=open_) if open_ else run
                continue
            for piece in re.split(f"({_SIGN.pattern})", run.text):
                if _SIGN.fullmatch(piece):
                    open_ = self._opened(piece)
                elif piece:
                    yield replace(run, text=piece, control=open_)

    def _opened(self, sign: str) -> Control | None:
        place, ends = divmod(ord(sign) - _FIRST, 2)
        return None if ends or place >= len(self._found) else self._found[place]

    def _cell(self, cell: Cell) -> Cell:
        if not _SIGN.search(cell.text):
            return cell
        runs = tuple(self._runs((Run(cell.text),)))
        return replace(cell, text="".join(run.text for run in runs), controls=standings(runs))


def standings(runs: Iterable[Run]) -> tuple[StandingControl, ...]:
    """Return the fields of runs, each with what is printed there and how often the same stands behind it."""
    kept = tuple(runs)
    made: list[StandingControl] = []
    at = 0
    while at < len(kept):
        control, end = kept[at].control, at + 1
        while control is not None and end < len(kept) and kept[end].control is control:
            end += 1
        text = "".join(run.text for run in kept[at:end]).strip()
        if control is not None and text:
            made.append(StandingControl(control, text, "".join(run.text for run in kept[end:]).count(text)))
        at = end
    return tuple(made)


def bare(text: str) -> str:
    """Return a text without signs."""
    return _SIGN.sub("", text)


def _finding(finding: Finding) -> Finding:
    return replace(finding, text=bare(finding.text)) if finding.text else finding
