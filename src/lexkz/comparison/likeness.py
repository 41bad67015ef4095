"""How much two texts are alike: by the words that they have in common."""

from lexkz.languages.folding import fold_spaces
from lexkz.languages.own_numbers import own_number


def body(text: str) -> str:
    """Return the text of a unit or row without the number that it begins with."""
    return text[own_number(text) :]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(fold_spaces(text).split())


def likeness(left: str, right: str) -> float:
    """Return the share of words that two texts have in common, 0 to 1."""
    one, other = word_set(left), word_set(right)
    return len(one & other) / max(1, len(one | other))
