"""Tokens of a sentence: quoted words, numbers, words, marks; the same for both languages."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lexkz.languages.act_numbers import SIGN, act_number
from lexkz.languages.folding import cleaned, fold, is_plain

OPENING = {"«": "»", "“": "”", "„": "“"}
_NUMBER = re.compile(r"(?:\d{1,3}[а-яәіңғүұқөһ](?![^\W_])(?!\.)|(?:\d+(?:[.]\d+)+|\d+)(?:[-–]\d+)*(?!\d))")
"""Also «1а», as older acts number what they put in; «5г.» is a year or a weight."""
_LETTER_NUMBER = re.compile(
    r"([а-яәіңғүұқөһaceop])(?:\)|(?=\s?[-–]\s?[а-яәіңғүұқөһaceop]\))|(?<![іх])\1{1,2}\))", re.IGNORECASE
)
"""«а)», the «ж» of «ж-л)», and «бб)»; Latin letters of one look with Cyrillic ones are these."""
_ROMAN = re.compile(r"[IVXLCІХ][IVXLCІХС]*(?:-\d{1,2}(?!\d))?(?=[-\s.,:;]|$)")
"""A Cyrillic «С» is one of its letters, but for the first: «С 1 января» begins a sentence."""
_WORD = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+)*")
_SEAM = re.compile(r"[а-яёәғқңөұүһі]{4}(?=[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2})")
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


def scan(sentence: str, *, shared: bool = False) -> tuple[Token, ...]:
    """Return the tokens of ``sentence``; white space separates and is not a token; nothing else is left out.

    Letters in two characters, soft hyphens and other characters that no reader sees are passed over; the places of
    tokens and quoted words are those of the sentence as printed. With ``shared`` a quotation that nothing closes ends
    with the first mark that closes one within it: «"Законом "О музеях" заменить …», where one mark closes both.
    """
    if is_plain(sentence):
        return tuple(_scan(sentence, shared))
    plain, begins, ends = cleaned(sentence)
    return tuple(
        replace(token, start=begins[token.start], end=ends[token.end - 1])
        if token.type != "QUOTED"
        else _as_printed(token, sentence, begins[token.start], ends[token.end - 1])
        for token in _scan(plain, shared)
    )


def _as_printed(token: Token, sentence: str, start: int, end: int) -> Token:
    closing = token.value[1] if isinstance(token.value, tuple) else ""
    return replace(token, text=sentence[start + 1 : end - len(closing)], start=start, end=end)


def _scan(sentence: str, shared: bool) -> Iterator[Token]:
    place, size, brackets = 0, len(sentence), 0
    closing = _pairs(sentence)
    marks = _marks(sentence) if shared else None
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
        token = _quoted(sentence, place, closing, marks) or _number(sentence, place, brackets) or _word(sentence, place)
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


_QUOTES = re.compile('["«»“”„]')
QUOTE_MARKS = frozenset('"«»“”„')
_CLOSING = frozenset('"»”“')


@dataclass(frozen=True, slots=True)
class _Marks:
    """Places of a sentence's quotes, in rising order, so that none of them is looked for twice."""

    closing: list[int]
    inner: list[int]
    """Those that can open a quotation."""
    listing: list[int]
    """Those behind a comma, before no capital: see :func:`_lists`."""


def _marks(sentence: str) -> _Marks:
    found = [(match.start(), match.group()) for match in _QUOTES.finditer(sentence)]
    return _Marks(
        closing=[place for place, mark in found if mark in _CLOSING and not _opens(sentence, place)],
        inner=[place for place, mark in found if mark in OPENING or mark == '"'],
        listing=[place for place, _ in found if _lists(sentence, place)],
    )


def _after(places: list[int], place: int) -> int | None:
    """The first of ``places``, which rise, that lies behind ``place``."""
    found = bisect_right(places, place)
    return places[found] if found < len(places) else None


def _between(places: list[int], start: int, end: int) -> bool:
    found = _after(places, start)
    return found is not None and found < end


def _quoted(sentence: str, place: int, closing: dict[int, int], marks: _Marks | None) -> Token | None:
    char = sentence[place]
    if char != '"' and char not in OPENING:
        return None
    end = closing.get(place)
    if end is not None:
        return Token("QUOTED", sentence[place + 1 : end], place, end + 1, value=(char, sentence[end]))
    # A mark right behind the opening one closes nothing.
    end = _after(marks.closing, place + 1) if marks is not None else None
    if marks is None or end is None:
        return None
    if not _between(marks.inner, place, end):
        return Token("QUOTED", sentence[place + 1 : end], place, end + 1, value=(char, sentence[end]))
    if _between(marks.listing, place, end):
        return None
    # The mark closes the inner quotation, too, so that it belongs to the words.
    return Token("QUOTED", sentence[place + 1 : end + 1], place, end + 1, value=(char, ""))


def _only_closes(sentence: str, place: int) -> bool:
    """«… туралы" Қазақстан …»: a mark behind a word and before a blank opens nothing."""
    return place > 0 and sentence[place - 1].isalnum() and (place + 1 == len(sentence) or sentence[place + 1].isspace())


def _lists(sentence: str, place: int) -> bool:
    """«"а, "б"»: words in a row, one of which has lost its mark; a title («…, "О музеях"») begins with a capital."""
    before = place
    while before and sentence[before - 1].isspace():
        before -= 1
    return before > 0 and sentence[before - 1] == "," and not sentence[place + 1 : place + 2].isupper()


def _pairs(sentence: str) -> dict[int, int]:
    """Each opening quote's place to that of the one that closes it: quotes within quotes are counted, in one pass."""
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {}
    for found in _QUOTES.finditer(sentence):
        place, char = found.start(), found.group()
        if char == '"':
            _straight(sentence, place, waiting.setdefault(char, []), pairs)
            continue
        for opening, end in OPENING.items():
            if char == opening:
                waiting.setdefault(opening, []).append(place)
            elif char == end and waiting.get(opening):
                pairs[waiting[opening].pop()] = place
    return pairs


def _straight(sentence: str, place: int, waiting: list[int], pairs: dict[int, int]) -> None:
    """An inner straight quote opens after a space or bracket, closes before a space or mark; the first one opens."""
    if (not waiting and not _only_closes(sentence, place)) or _opens(sentence, place):
        waiting.append(place)
    elif waiting:
        pairs[waiting.pop()] = place


def _opens(sentence: str, place: int) -> bool:
    """True where a mark can open a quotation within another one."""
    if sentence[place] in OPENING and sentence[place] != "“":
        return True
    before = sentence[place - 1] if place else " "
    after = sentence[place + 1] if place + 1 < len(sentence) else " "
    return before in ' \u00a0("«' and not after.isspace() and after not in '.,;:)"'


_TWO = frozenset({")", "))"})


def _number(sentence: str, place: int, brackets: int) -> Token | None:
    match = _NUMBER.match(sentence, place) or _LETTER_NUMBER.match(sentence, place) or _ROMAN.match(sentence, place)
    if match is None:
        return None
    if place and sentence[place - 1].isalpha():
        return Token("GLUED", match.group(), place, match.end()) if match.group()[0].isdigit() else None
    # «(кроме подпункта 5))»: of two brackets one closes the remark.
    held = brackets == 1 and sentence[match.end() : match.end() + (1 if match.group().endswith(")") else 2)] in _TWO
    if brackets and match.group().endswith(")") and not held:
        # "(далее – а)": the bracket closes the remark.
        return None
    text, end = match.group().replace("–", "-"), match.end()
    bracket = text.endswith(")")
    # Within "(… ст. 103)" the bracket closes the remark; elsewhere "3)" is the number of a subpoint.
    if not bracket and end < len(sentence) and sentence[end] == ")" and (not brackets or held):
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
    if match is None:
        return None
    # «РеспубликасыныңЗаңына»: a capital within a word begins the next one, whose blank was lost.
    seam = _SEAM.search(match.group())
    end = place + seam.end() if seam else match.end()
    return Token("WORD", sentence[place:end], place, end)


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
