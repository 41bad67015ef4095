"""Which layout a plain text has: a paragraph a line, or the lines of a PDF's extraction."""

import re

from lexkz.reading.extraction.displaced import is_displaced_line

WIDEST = 130
"""Longest line of a printed page in characters; longer lines are whole paragraphs."""

_FIRST = re.compile(r" {6,}\S")
_LOWER = re.compile(r"[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


def is_extraction(text: str) -> bool:
    """Tell whether ``text`` is an extraction: printed lines, wrapped at a width, first lines indented by six spaces.

    A line that ends inside a sentence, at a space or at the full width, and goes on in lower case at the margin
    below is
    such a wrap; where the text has indents, one that goes on with a capital is too. Where no line wraps, a word
    glued to
    the end of its line tells.
    """
    lines = text.replace("\f", "\n\n\n\n").split("\n")
    indents = any(_FIRST.match(line) for line in lines)
    inside = False
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if not line.strip():
            inside = False
            continue
        inside = inside or bool(_FIRST.match(line))
        if not below.strip() or below.startswith(" ") or len(line) > WIDEST or line.rstrip()[-1] in ".;:":
            continue
        if line.endswith(" ") and (indents or _LOWER.match(below)):
            return True
        if inside and len(line) > 50 and _LOWER.match(below):
            return True
    return any(is_displaced_line(line) for line in lines if _FIRST.match(line) and len(line) <= WIDEST)
