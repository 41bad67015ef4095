"""An act as plain text: the act's own words, one paragraph a line."""

from itertools import groupby

from lexkz.akn.text import paragraphs
from lexkz.languages.layout import GAP
from lexkz.structure import Act


def export_text(act: Act) -> str:
    """Return the text of an act, one paragraph a line, a table row one line with its cells parted by tabs.

    No notes, no running heads, no site footers; a repealed unit keeps its number and the official words. What is not
    known of an outline is :data:`GAP`, once for each stretch: else its points would read as if they were neighbours.
    """
    lines = paragraphs(act.root, omissis=GAP)
    shown = (line for line, same in groupby(lines) for line in ((line,) if line == GAP else same))
    return "".join(f"{paragraph}\n" for paragraph in shown)
