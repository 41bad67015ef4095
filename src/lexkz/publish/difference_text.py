"""A comparison as text for people: one unit a block, words that fell away and came marked in it."""

from collections.abc import Iterable

from lexkz.compare.diff import Hunk
from lexkz.compare.words import Words

_FRAMES = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def marked(words: Words) -> str:
    """Return runs of words in one string: ``kept [-gone-] {+come+}``."""
    return "".join(_FRAMES[mark].format(text) for mark, text in words)


def diff_text(hunks: Iterable[Hunk]) -> str:
    """Return a comparison: a line with eId and kind for each unit, then its text with the changes marked."""
    blocks = []
    for hunk in hunks:
        by = f" ({hunk.command})" if hunk.command else ""
        blocks.append(f"{hunk.eid} {hunk.kind}{by}\n{marked(hunk.words)}\n")
    return "\n".join(blocks)
