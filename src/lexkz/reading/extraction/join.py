"""How two pieces of running text that were parted by a line end go together."""

import re

_CLOSING = tuple(",;.:)!?»”")
_DIVIDED = re.compile("[^\\W\\d_][\u2010\u00ac\u00ad]$")
"""A word that a program divided: it puts signs there that nobody types."""
_OPENING = tuple("(«“[")


def join(left: str, right: str) -> str:
    """Return ``left`` and ``right`` as one text: with a space, unless a hyphen, a bracket or a stop stood at the
    line's end.

    A line that ends in a space ended between words. A hyphen without a space after it is part of a word cut there
    ("4-" and "қосымшаға"); the hyphen of typesetters and the signs of text recognition only divide it. A run of
    underscores is one blank of a form; a bracket or a stop that opens the next line belongs to the word before it.
    """
    bare, following = left.rstrip(), right.lstrip()
    if not bare or not following:
        return bare + following
    if following.startswith(_CLOSING) or bare.endswith(_OPENING):
        return bare + following
    if left.endswith("_") and following.startswith("_"):
        return bare + following
    if left.endswith(" ") and not bare.endswith('"'):
        return bare + " " + following
    if _DIVIDED.search(bare) and following[0].islower() and not left.endswith(" "):
        return bare[:-1] + following
    if bare.endswith(("-", "‑")) and re.search(r"[\w)][-‑]$", bare) and not left.endswith(" "):
        return bare + following
    if bare.endswith('"') and re.search(r'(?:^|[\s(])"$', bare):
        return bare + following
    return bare + " " + following
