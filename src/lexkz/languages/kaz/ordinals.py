"""Kazakh ordinals as words, of any size that acts use: «тоғызыншы», «жиырма бесінші», «жүз отыз екінші»."""

_ONES = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
}
_TENS = {
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
}
_HUNDRED = {"жүз": 100}
_ORDINALS = {
    "бірінші": 1,
    "екінші": 2,
    "үшінші": 3,
    "төртінші": 4,
    "бесінші": 5,
    "алтыншы": 6,
    "жетінші": 7,
    "сегізінші": 8,
    "тоғызыншы": 9,
    "оныншы": 10,
    "жиырмасыншы": 20,
    "отызыншы": 30,
    "қырқыншы": 40,
    "елуінші": 50,
    "алпысыншы": 60,
    "жетпісінші": 70,
    "сексенінші": 80,
    "тоқсаныншы": 90,
    "жүзінші": 100,
}


def ordinal(words: tuple[str, ...]) -> tuple[int, int, str] | None:
    """Return the ordinal at the head of ``words`` (folded): its number, how many words it takes, its case.

    ``("жиырма", "бесінші", "абзацы")`` gives ``(25, 2, "nom")``; None where no ordinal begins.
    """
    total, least = 0, 1000
    for count, word in enumerate(words[:4], start=1):
        counted_hundreds = 0 < total < 10
        if word in _ORDINALS:
            value = _ORDINALS[word]
            if counted_hundreds:
                return (total * 100, count, "nom") if value == 100 else None
            return (total + value, count, "nom") if value < least else None
        if word == "жүз" and counted_hundreds:
            total, least = total * 100, 100
            continue
        value = (_HUNDRED | _TENS | _ONES).get(word, 0)
        if not value or value >= least or counted_hundreds or (value < 10 and total):
            return None
        total, least = total + value, 100 if value == 100 else 10
        if value < 10:
            least = 1000
    return None


def words_of_ordinals() -> frozenset[str]:
    """Return the words that ordinals are made of, but for the short ones of units, which are too near to others."""
    return frozenset(_ORDINALS) | frozenset(_TENS)


def spell(number: int) -> str:
    """Return the ordinal of ``number`` (1 to 999) in words: 25 gives «жиырма бесінші»."""
    if not 1 <= number <= 999:
        raise ValueError(f"no ordinal word for {number}")
    by_value = {value: word for word, value in _ORDINALS.items()}
    names = {value: word for word, value in (_ONES | _TENS).items()}
    words: list[str] = []
    hundreds, rest = divmod(number, 100)
    if hundreds and rest == 0 and hundreds == 1:
        return by_value[100]
    if hundreds > 1:
        words.append(names[hundreds])
    if hundreds and rest:
        words.append("жүз")
    elif hundreds:
        words.append(by_value[100])
    if rest:
        tens, ones = divmod(rest, 10)
        if tens and ones:
            words.append(names[tens * 10])
        words.append(by_value[ones or tens * 10])
    return " ".join(words)
