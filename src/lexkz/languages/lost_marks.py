"""Quoted words that have lost one of their marks: «слова "торговый ряд заменить словами "торговое место"».

Where the words of the command go on tells where the quotation ended: Kazakh says «деген» or what the words are behind
them, Russian goes on with its verb; and Russian says what the words are before them. Only a mark that can stand in one
place alone is put there, and it is told. At the end of a line nothing tells whether the words end there.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from lexkz.languages.tokens import Token, scan

_MARKS = '"«»“”„'


def with_lost_mark(
    sentence: str, known: Callable[[tuple[Token, ...]], tuple[Token, ...]], *, said_first: bool
) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of ``sentence``, scanned anew, with the mark that it lacks in each place where it can stand.

    ``known`` gives scanned tokens the terminals of the vocabulary. ``said_first``: what the words are stands before
    them, as in Russian. Nothing where no mark is lost, or more than one.
    """
    if sentence.count('"') % 2 and not any(mark in sentence for mark in "«»“”„"):
        opening, closing, both = '"', '"', True
    elif '"' not in sentence and abs(sentence.count("«") - sentence.count("»")) == 1:
        opening, closing, both = "«", "»", False
    else:
        return
    bare = known(scan("".join(" " if char in _MARKS else char for char in sentence)))
    if both or sentence.count(opening) > sentence.count(closing):
        for before, token in pairwise(bare):
            if _goes_on(before, token, said_first=said_first) and sentence[before.end : token.start].isspace():
                yield _scanned(sentence, before.end, closing)
    if said_first and (both or sentence.count(closing) > sentence.count(opening)):
        for token, after in pairwise(bare):
            if token.type.startswith("W_") and sentence[token.end : after.start].isspace():
                yield _scanned(sentence, after.start, opening)


def _goes_on(before: Token, token: Token, *, said_first: bool) -> bool:
    if said_first:
        return token.type in ("EXCHANGE", "REMOVE", "SUPPLEMENT", "ADD")
    return token.type == "DEGEN" or (token.type.startswith("W_") and before.type != "DEGEN")


def _scanned(sentence: str, place: int, mark: str) -> tuple[Token, ...]:
    """The tokens of ``sentence`` with ``mark`` at ``place``; their places are those of the sentence as printed."""

    def printed(at: int) -> int:
        return at - (at > place)

    return tuple(
        replace(token, start=printed(token.start), end=printed(token.end))
        for token in scan(f"{sentence[:place]}{mark}{sentence[place:]}")
    )
