"""The Kazakh vocabulary of commands, put together once."""

from functools import cache

from lexkz.languages.folding import fold
from lexkz.languages.kaz.ordinals import ordinal, words_of_ordinals
from lexkz.languages.kaz.units import nouns
from lexkz.languages.kaz.words import FIRST, SIGNS, TERMINALS, TIMES
from lexkz.languages.vocabulary import Vocabulary, WordEntry, assemble


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; built at first use."""
    words = {
        fold(word): WordEntry(terminal, "last" if terminal == "ORD" else SIGNS.get(word))
        for terminal, forms in TERMINALS.items()
        for word in forms
    }
    words |= {fold(word): WordEntry("ORD", "1") for word in FIRST}
    counts = {fold(words_): WordEntry("TIMES", count) for words_, count in TIMES.items()}
    return assemble(nouns() | words | counts, ordinal, words_of_ordinals())
