"""A comparison as text for people: one unit a block, words that fell away and came marked in it."""

from collections.abc import Iterable

from lexkz.compare.cells import CellChange
from lexkz.compare.diff import Hunk
from lexkz.compare.words import Words

_FRAMES = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def marked(words: Words) -> str:
    """Return runs of words in one string: ``kept [-gone-] {+come+}``."""
    return "".join(_FRAMES[mark].format(text) for mark, text in words)


def diff_text(hunks: Iterable[Hunk], cells: Iterable[CellChange] = ()) -> str:
    """Return a comparison: a line with eId and kind for each unit, then its text with the changes marked.

    After the units, the cells of tables that differ, one a line.
    """
    blocks = []
    for hunk in hunks:
        by = f" ({hunk.command})" if hunk.command else ""
        blocks.append(f"{hunk.eid} {hunk.kind}{by}\n{marked(hunk.words)}\n")
    lines = [
        f"{cell.table} · {cell.row} · {' / '.join(cell.head) or cell.column}: "
        f"{cell.old if cell.old is not None else '∅'} → {cell.new if cell.new is not None else '∅'}\n"
        for cell in cells
    ]
    return "\n".join((*blocks, "".join(lines))) if lines else "\n".join(blocks)
