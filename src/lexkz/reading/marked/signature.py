"""Signatures set on one line: the post, then the name, parted by tabs or a wide space."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Lang
from lexkz.reading.marked.inline import Piece
from lexkz.reading.marked.tables import is_name

_GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{5,}")
_LONGEST = 300


def parted(pieces: Sequence[Piece], lang: Lang) -> list[Piece]:
    """Return ``pieces`` with a line break for the last gap where a post stands before it and a name behind it."""
    text = "".join(piece.text for piece in pieces)
    if len(text) > _LONGEST or "\n" in text.strip():
        return list(pieces)
    gaps = [gap for gap in _GAP.finditer(text) if text[: gap.start()].strip() and text[gap.end() :].strip()]
    if not gaps or not is_name(" ".join(text[gaps[-1].end() :].split())):
        return list(pieces)
    if not words_of(lang).structure.post.search(fold_spaces(text[: gaps[-1].start()])):
        return list(pieces)
    return _broken(pieces, gaps[-1].start(), gaps[-1].end())


def _broken(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    out: list[Piece] = []
    place = 0
    for piece in pieces:
        kept = "".join(char for offset, char in enumerate(piece.text, place) if not start <= offset < end)
        if place <= start < place + len(piece.text):
            kept = kept[: start - place] + "\n" + kept[start - place :]
        out.append(replace(piece, text=kept))
        place += len(piece.text)
    return out
