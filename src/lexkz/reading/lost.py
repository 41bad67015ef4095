"""Letters that were lost before the file was read: a program that did not know them wrote «?» or � in their place."""

import re
from dataclasses import replace

from lexkz.findings import FindingPlace, finding
from lexkz.reading.blocks import Source
from lexkz.reading.misread import texts

_WORD = re.compile("[\\w?\ufffd]*(?:\ufffd|(?<=[\u0400-\u04ff])[?]+(?=[\u0400-\u04ff]))[\\w?\ufffd]*")
_FEW = 3
"""So many words with «?» in them at least: a single one can be a question without a space behind it."""
_QUOTED = 5
"""Words that the finding quotes."""
_TOLD = frozenset({"pdf", "html"})
"""Formats whose readers tell of � by themselves, page by page."""


def with_lost_letters(source: Source) -> Source:
    """Return ``source`` with a finding that counts and quotes words whose letters are lost; no word is guessed."""
    found = [
        (match[0], place)
        for text, place in texts(source)
        if "?" in text or "\ufffd" in text
        for match in _WORD.finditer(text)
    ]
    sure = source.format not in _TOLD and any("\ufffd" in word for word, _ in found)
    if not sure and sum("?" in word for word, _ in found) < _FEW:
        return source
    first = found[0][1]
    words = " ".join(word for word, _ in found[:_QUOTED])
    at = FindingPlace(page=first.page, line=first.line)
    return replace(source, findings=(*source.findings, finding("read.letters_lost", at, text=words, count=len(found))))
