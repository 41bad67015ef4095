"""An act as plain text: the act's own words, one paragraph a line."""

from lexkz.akn.text import paragraphs
from lexkz.structure import Act


def export_text(act: Act) -> str:
    """Return the text of an act, one paragraph a line, a table row one line with its cells parted by tabs.

    No notes, no running heads, no site footers; a repealed unit keeps its number and the official words.
    """
    return "".join(f"{paragraph}\n" for paragraph in paragraphs(act.root))
