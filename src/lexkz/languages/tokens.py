"""Tokens of a sentence: quoted words, numbers, words, marks; the same for both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lexkz.languages.act_numbers import SIGN, act_number
from lexkz.languages.folding import fold

OPENING = {"«": "»", "“": "”", "„": "“"}
_NUMBER = re.compile(r"(?:\d+(?:[.]\d+)+|\d+)(?:[-–]\d+)*(?!\d)")
_LETTER_NUMBER = re.compile(r"[а-яәіңғүұқөһ](?:\)|(?=\s?[-–]\s?[а-яәіңғүұқөһ]\)))", re.IGNORECASE)
"""«а)», and the «ж» of «ж-л)»."""
_ROMAN = re.compile(r"[IVXLCІХ]+(?=[-\s.,:;]|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+)*")
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence, with its place in it."""

    type: str
    """``QUOTED``, ``NUM``, ``WORD``, ``COMMA``, … or, once the vocabulary has spoken, a terminal of the grammar."""
    text: str
    """As printed; for QUOTED without its quotes."""
    start: int
    end: int
    value: object = field(default=None, compare=False)
    """What the vocabulary says of the word: a unit's form, a number, a case."""
    joined: bool = False
    """True for a word that hangs on the number before it by a hyphen: ``29-тармақ``."""


def scan(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of ``sentence``; white space separates and is not a token; nothing else is left out."""
    return tuple(_scan(sentence))


def _scan(sentence: str) -> Iterator[Token]:
    place, size, brackets = 0, len(sentence), 0
    while place < size:
        char = sentence[place]
        if char.isspace():
            place += 1
            continue
        signed = _signed(sentence, place)
        if signed:
            yield from signed
            place = signed[-1].end
            continue
        token = _quoted(sentence, place) or _number(sentence, place, brackets) or _word(sentence, place)
        if token is None:
            token = _mark(sentence, place)
        brackets = max(0, brackets + {"OPEN": 1, "CLOSE": -1}.get(token.type, 0))
        yield token
        place = token.end
        # "29-тармақ": the hyphen belongs to the number, the word follows at once.
        if token.type == "NUM" and place + 1 < size and sentence[place] in _DASHES and sentence[place + 1].isalpha():
            word = None if _LETTER_NUMBER.match(sentence, place + 1) else _WORD.match(sentence, place + 1)
            if word:
                yield Token("WORD", word.group(), place + 1, word.end(), joined=True)
                place = word.end()


def _signed(sentence: str, place: int) -> tuple[Token, ...]:
    """«№ 91/ЦД»: the sign and the number after it, whole; nothing where no number can be told.

    A number that units bear, too («№ 5-жол», «приложение № 2»), is left to be read as theirs.
    """
    sign = SIGN.match(sentence, place)
    if sign is None or (place and sentence[place - 1].isalpha()):
        return ()
    begin = sign.end()
    while begin < len(sentence) and sentence[begin].isspace():
        begin += 1
    found = act_number(sentence, begin)
    if found is None:
        return ()
    number, end = found
    plain = _number(sentence, begin, 0)
    if plain is not None and plain.end >= end:
        return (Token("NO", sign.group().strip(), place, sign.end()),)
    return (
        Token("NO", sign.group().strip(), place, sign.end()),
        Token("NUM", sentence[begin:end], begin, end, value=(number, False)),
    )


def _quoted(sentence: str, place: int) -> Token | None:
    char = sentence[place]
    if char in OPENING:
        end = _matching(sentence, place, char, OPENING[char])
    elif char == '"' and not _only_closes(sentence, place):
        end = _straight(sentence, place)
    else:
        return None
    if end is None:
        return None
    return Token("QUOTED", sentence[place + 1 : end], place, end + 1, value=(char, sentence[end]))


def _only_closes(sentence: str, place: int) -> bool:
    """«… туралы" Қазақстан …»: a mark behind a word and before a blank opens nothing."""
    return place > 0 and sentence[place - 1].isalnum() and (place + 1 == len(sentence) or sentence[place + 1].isspace())


def _matching(sentence: str, place: int, opening: str, closing: str) -> int | None:
    depth = 0
    for index in range(place, len(sentence)):
        if sentence[index] == opening:
            depth += 1
        elif sentence[index] == closing:
            depth -= 1
            if depth == 0:
                return index
    return None


def _straight(sentence: str, place: int) -> int | None:
    """The end of a straight quotation: an inner quote opens after a space or bracket, closes before a space or mark."""
    depth = 0
    for index in range(place, len(sentence)):
        if sentence[index] != '"':
            continue
        before = sentence[index - 1] if index else " "
        after = sentence[index + 1] if index + 1 < len(sentence) else " "
        opens = index == place or (before in ' \u00a0("«' and not after.isspace() and after not in '.,;:)"')
        if opens:
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return index
    return None


def _number(sentence: str, place: int, brackets: int) -> Token | None:
    match = _NUMBER.match(sentence, place) or _LETTER_NUMBER.match(sentence, place) or _ROMAN.match(sentence, place)
    if match is None:
        return None
    if place and sentence[place - 1].isalpha():
        return Token("GLUED", match.group(), place, match.end()) if match.group()[0].isdigit() else None
    if brackets and match.group().endswith(")"):
        # "(далее – а)": the bracket closes the remark.
        return None
    text, end = match.group().replace("–", "-"), match.end()
    bracket = text.endswith(")")
    # Within "(… ст. 103)" the bracket closes the remark; elsewhere "3)" is the number of a subpoint.
    if end < len(sentence) and sentence[end] == ")" and not brackets:
        end, bracket = end + 1, True
    number = text.rstrip(")")
    letter = number.isalpha() and (bracket or not _ROMAN.match(number))
    return Token(
        "NUM",
        sentence[place:end],
        place,
        end,
        value=(fold(number) if letter else number, bracket or letter),
    )


def _word(sentence: str, place: int) -> Token | None:
    match = _WORD.match(sentence, place)
    return Token("WORD", match.group(), place, match.end()) if match else None


_MARKS = {
    ",": "COMMA",
    ";": "SEMI",
    ":": "COLON",
    ".": "DOT",
    "(": "OPEN",
    ")": "CLOSE",
    "№": "NO",
    "§": "PARAGRAPH_SIGN",
}


def _mark(sentence: str, place: int) -> Token:
    char = sentence[place]
    if char in _DASHES:
        return Token("DASH", char, place, place + 1)
    return Token(_MARKS.get(char, "MARK"), char, place, place + 1)
