"""Letters set apart for show: «П р и л о ж е н и е   к   п р и к а з у», «П Р И К А З Ы В А Ю:»."""

import re

_LEAST = 5
"""Letters in a line that count as set apart: fewer may be initials or labels («А Б В»)."""
_LONGEST_WORD = 24
"""Letters of a word; in a longer row with even gaps several words run together, and nothing shows where."""
_SPACES = " \u00a0\u2002\u2003\u2009\t"
_WORD_GAP = re.compile(f"[{_SPACES}]{{2,}}")
_LETTER = re.compile(r"[^\W_][.,:;)»\"]?|[№(«\"–-]")


def together(line: str) -> str | None:
    """Return ``line`` with its letters put together, or None where it is not a line of letters set apart.

    Each letter stands alone, and wider gaps part the words: only then it is known where a word ends.
    """
    words = [re.split(f"[{_SPACES}]", word) for word in _WORD_GAP.split(line.strip())]
    letters = [letter for word in words for letter in word]
    alone = [letter for letter in letters if _LETTER.fullmatch(letter)]
    # A number or a name in the row («№ 15») may stand unspaced; nearly all of the rest is single letters.
    if (
        sum(letter[0].isalpha() for letter in alone) < max(_LEAST, 0.6 * len(alone))
        or len(alone) < 0.8 * len(letters)
        or not any(len(word) >= 3 for word in words)
    ):
        return None
    if len(words) == 1 and len(letters) > _LONGEST_WORD:
        return None
    return " ".join(_joined(word) for word in words).replace("№", "№ ").replace("№  ", "№ ")


def _joined(letters: list[str]) -> str:
    made = ""
    for letter in letters:
        # What is longer than a letter is a word of its own: «о т 15 м а я».
        whole = len(letter) > 1 and not _LETTER.fullmatch(letter)
        made += f" {letter} " if whole else letter
    return " ".join(made.split())
