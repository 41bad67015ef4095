"""What a language's words are to the grammar of commands: each known form with its terminal and value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lexkz.languages.folding import fold
from lexkz.languages.tokens import Token


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in one of its forms, as the grammar sees it."""

    meaning: str
    """Kind of unit (``paragraph``), slug of a kind of act (``order``) or the noun's own name."""
    case: str
    plural: bool
    possessive: bool
    nominative: str
    """The same number and possession in the nominative, in small letters."""


@dataclass(frozen=True, slots=True)
class WordEntry:
    """What one written form is: the terminal of the grammar, and the value that goes with it."""

    terminal: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language. Keys are folded forms; keys of ``phrases`` are folded words joined by one space."""

    words: Mapping[str, WordEntry]
    phrases: Mapping[str, WordEntry]
    ordinal: Callable[[tuple[str, ...]], tuple[int, int, str] | None]
    """Given folded words, the ordinal at their head: its number, how many words it takes, its case; else None."""
    ordinals: frozenset[str] = frozenset()
    """Folded words of which ordinals are made, for finding misprints of them."""
    heads: Mapping[str, int] = field(default_factory=dict)
    """Each word that begins a phrase, with the words in the longest of these."""


def classify(tokens: tuple[Token, ...], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Return ``tokens`` with each known word, phrase and ordinal as its terminal; unknown words stay ``WORD``."""
    folded = tuple(fold(token.text) for token in tokens)
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        taken = _phrase(tokens, folded, place, vocabulary) or _ordinal(tokens, folded, place, vocabulary)
        if taken is None:
            taken = _single(tokens[place], folded[place], vocabulary), 1
        out.append(taken[0])
        place += taken[1]
    return tuple(out)


def _phrase(
    tokens: tuple[Token, ...], folded: tuple[str, ...], place: int, vocabulary: Vocabulary
) -> tuple[Token, int] | None:
    end = place
    longest = place + vocabulary.heads.get(folded[place], 0)
    while end < len(tokens) and end < longest and tokens[end].type in ("WORD", "DASH"):
        end += 1
    for count in range(end - place, 1, -1):
        entry = vocabulary.phrases.get(" ".join(folded[place : place + count]))
        if entry is not None:
            return _merge(tokens[place : place + count], entry.terminal, entry.value), count
    return None


def _ordinal(
    tokens: tuple[Token, ...], folded: tuple[str, ...], place: int, vocabulary: Vocabulary
) -> tuple[Token, int] | None:
    if tokens[place].type != "WORD":
        return None
    words: list[str] = []
    for token, form in zip(tokens[place : place + 4], folded[place : place + 4], strict=True):
        if token.type != "WORD":
            break
        words.append(form)
    found = vocabulary.ordinal(tuple(words))
    if found is None:
        return None
    number, count, _case = found
    return _merge(tokens[place : place + count], "ORD", str(number)), count


def _single(token: Token, folded: str, vocabulary: Vocabulary) -> Token:
    if token.type != "WORD":
        return token
    entry = vocabulary.words.get(folded)
    if entry is None:
        return token
    return Token(entry.terminal, token.text, token.start, token.end, entry.value, token.joined)


def _merge(tokens: tuple[Token, ...], terminal: str, value: object) -> Token:
    text = " ".join(token.text for token in tokens)
    return Token(terminal, text, tokens[0].start, tokens[-1].end, value, tokens[0].joined)


def assemble(
    entries: Mapping[str, WordEntry],
    ordinal: Callable[[tuple[str, ...]], tuple[int, int, str] | None],
    ordinals: frozenset[str] = frozenset(),
) -> Vocabulary:
    """Return the vocabulary of ``entries``, whose keys are folded words or phrases of words parted by one space."""
    words = {key: entry for key, entry in entries.items() if " " not in key}
    phrases = {key: entry for key, entry in entries.items() if " " in key}
    heads: dict[str, int] = {}
    for key in phrases:
        head, _, rest = key.partition(" ")
        heads[head] = max(heads.get(head, 0), rest.count(" ") + 2)
    return Vocabulary(words, phrases, ordinal, ordinals, heads)


_BEFORE_A_LIST = frozenset({"вводная часть", "кіріспе бөлік", "кіріспе бөлігі"})


def leads_in(nominative: str) -> bool:
    """Return whether a noun, in the nominative, means the words of a point before its list: its first line."""
    return nominative in _BEFORE_A_LIST
