"""Lines that are being gathered, by the rules of the visible text (``akn.text``), with what each line is."""

import re
from dataclasses import dataclass, replace

from lexkz.publication.sheet.model import Block, Look, Role, SheetLine, SheetRow, SheetRun

_LAYOUT = re.compile("[ ]*[\t\n\r\x85\u2028\u2029][ \t\n\r\x85\u2028\u2029]*")
"""White space that XML layout made, as in ``akn.text``."""

_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class FlowContext:
    """What a line is that begins here."""

    role: Role = "text"
    level: int = 0
    eid: str = ""
    look: Look = ""
    href: str = ""


class Flow:
    """The lines of a document, of a cell or of a footnote."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.rows: list[SheetRow] = []
        """Rows that were read outside a table, as commands quote them."""
        self.notes: list[SheetLine] = []
        self.opening = ""
        self.written = 0
        self.breaks = False
        self.numbered: str | None = None
        self.starts = False
        """The next line begins a page."""
        self._runs: list[SheetRun] = []
        self._context = FlowContext()

    def text(self, text: str | None, context: FlowContext) -> None:
        """Add text that stands where the walk is now."""
        if not text:
            return
        if (self.breaks or self.numbered is not None or not self._runs) and not text.strip():
            return
        if self.breaks:
            self.flush()
        if not self._runs:
            self._context = context
        elif self.numbered is not None:
            self._runs.append(SheetRun(" "))
        self.numbered = None
        if self.opening:
            self._runs.append(SheetRun(self.opening))
            self.opening = ""
        self._runs.append(SheetRun(text, context.look, href=context.href))
        self.written += 1

    def mark(self, text: str) -> None:
        """Add the mark of a footnote to the line that is being written, unless the text itself prints it there."""
        printed = "".join(run.text for run in self._runs[-2:]).translate(_LOWERED)
        if self._runs and text and not printed.endswith(text.translate(_LOWERED)):
            self._runs.append(SheetRun(text, "marker"))

    def glue(self, text: str, context: FlowContext) -> None:
        """Add text to the line that was last written, whatever break was due."""
        if text:
            self.breaks = False
            self.numbered = None
            if not self._runs:
                self._context = context
            self._runs.append(SheetRun(text))

    def line_break(self) -> None:
        """Let the next text begin a line."""
        self.breaks = True
        self.numbered = None

    def add(self, block: Block) -> None:
        """Add a block that is whole, after the line that is being written."""
        self.flush()
        self.blocks.append(block)

    def flush(self) -> None:
        """End the line that is being written."""
        runs = _trimmed(self._runs)
        if runs:
            context = self._context
            role: Role = "gap" if all(run.look == "gap" for run in runs) and context.role != "cell" else context.role
            self.blocks.append(SheetLine(role, runs, context.level, context.eid, starts=self.starts))
            self.starts = False
        self._runs = []
        self.breaks = False
        self.numbered = None
        self.blocks.extend(self.notes)
        self.notes.clear()

    def lines(self) -> tuple[SheetLine, ...]:
        """Return the lines, tables left out: those of a cell, which can hold none."""
        self.flush()
        return tuple(block for block in self.blocks if isinstance(block, SheetLine))


def _trimmed(runs: list[SheetRun]) -> tuple[SheetRun, ...]:
    """Return the runs of a line without the white space of layout, neighbours of one look joined."""
    made: list[SheetRun] = []
    for run in runs:
        text = _LAYOUT.sub(" ", run.text)
        if made and (made[-1].look, made[-1].href) == (run.look, run.href):
            made[-1] = replace(made[-1], text=made[-1].text + text)
        else:
            made.append(replace(run, text=text))
    while made and not made[0].text.strip():
        made.pop(0)
    while made and not made[-1].text.strip():
        made.pop()
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(made)
