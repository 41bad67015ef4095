"""A comparison as text for people: one unit a block, words that fell away and came marked in it."""

from collections.abc import Callable, Iterable

from lexkz.comparison.cells import CellChange
from lexkz.comparison.diff import Hunk
from lexkz.comparison.words import Words

_FRAMES = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
Style = Callable[[str, str], str]
"""From a mark (``=``, ``-``, ``+``; ``#`` for a heading) and text to the text as a terminal shows it."""


def plain(mark: str, said: str) -> str:
    """Return text with its marks in letters: ``[-gone-] {+come+}``."""
    return _FRAMES.get(mark, "{}").format(said)


def marked(words: Words, style: Style = plain) -> str:
    """Return runs of words in one string: ``kept [-gone-] {+come+}``."""
    return "".join(style(mark, text) for mark, text in words)


def diff_text(
    hunks: Iterable[Hunk],
    cells: Iterable[CellChange] = (),
    style: Style = plain,
    say: Callable[[str], str] = str,
) -> str:
    """Return a comparison: a line with eId and kind for each unit, then its text with the changes marked.

    After the kind stand the types of the change, where they say more than the kind; ``say`` gives the words for both,
    which are English. After the units, the cells of tables that differ, one a line.
    """
    blocks = []
    for hunk in hunks:
        by = f" ({hunk.command})" if hunk.command else ""
        types = ", ".join(say(kind) for kind in hunk.types if kind != hunk.kind)
        said = f"{say(hunk.kind)}: {types}" if types else say(hunk.kind)
        heading = style("#", f"{hunk.eid} {said}{by}")
        blocks.append(f"{heading}\n{marked(hunk.words, style)}\n")
    lines = [
        f"{cell.table} · {cell.row} · {' / '.join(cell.head) or cell.column}: "
        f"{cell.old if cell.old is not None else '∅'} → {cell.new if cell.new is not None else '∅'}\n"
        for cell in cells
    ]
    return "\n".join((*blocks, "".join(lines))) if lines else "\n".join(blocks)
