"""Single letters that text recognition or a hand took for others: the act's own words show them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.letters import misread
from lexkz.reading.blocks import Block, Paragraph, Place, Source

_WORD = re.compile("(?<![-\u0400-\u04ff])[\u0400-\u04ff]+(?![-\u0400-\u04ff])")
_QUOTES = frozenset('"«»“”„')
_MANY = 20
"""So many doubted words are told; a text with more has been recognised badly as a whole."""


def with_doubted_letters(source: Source) -> Source:
    """Return ``source`` with a finding for each word that differs by one letter from one that the act has elsewhere.

    What stands in quotes by itself is left alone: a command can quote a misprint to mend it.
    """
    where: dict[str, Place] = {}
    words: list[str] = []
    for text, place in texts(source):
        for found in _WORD.finditer(text):
            word = found[0].lower()
            words.append(word)
            quoted = {text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]} <= _QUOTES
            if quoted:
                # Twice: a word that stands more than once is no slip of a letter.
                words.append(word)
            where.setdefault(word, place)
    doubts = [_finding(word, meant, where[word]) for word, meant in misread(words, source.lang)[:_MANY]]
    return replace(source, findings=(*source.findings, *doubts)) if doubts else source


def texts(source: Source) -> Iterator[tuple[str, Place]]:
    """Yield the text of each paragraph and cell, and where it stands."""
    for block in source.blocks:
        yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[tuple[str, Place]]:
    if isinstance(block, Paragraph):
        yield block.text, block.place
        return
    for row in block.rows:
        for cell in row.cells:
            yield cell.text, block.place


def _finding(word: str, meant: str, place: Place) -> Finding:
    at = FindingPlace(page=place.page, line=place.line)
    return finding("read.letter_doubtful", at, text=word, word=word, meant=meant)
