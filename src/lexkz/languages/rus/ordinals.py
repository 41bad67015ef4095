"""Russian ordinals as words, of any size that acts use: «девятый», «двадцать пятого», «сто тридцать второй»."""

from functools import cache

from lexkz.languages.folding import fold
from lexkz.languages.rus.declension import ordinal_forms

_ORDINALS = {
    "первый": 1,
    "второй": 2,
    "третий": 3,
    "четвертый": 4,
    "пятый": 5,
    "шестой": 6,
    "седьмой": 7,
    "восьмой": 8,
    "девятый": 9,
    "десятый": 10,
    "одиннадцатый": 11,
    "двенадцатый": 12,
    "тринадцатый": 13,
    "четырнадцатый": 14,
    "пятнадцатый": 15,
    "шестнадцатый": 16,
    "семнадцатый": 17,
    "восемнадцатый": 18,
    "девятнадцатый": 19,
    "двадцатый": 20,
    "тридцатый": 30,
    "сороковой": 40,
    "пятидесятый": 50,
    "шестидесятый": 60,
    "семидесятый": 70,
    "восьмидесятый": 80,
    "девяностый": 90,
    "сотый": 100,
    "двухсотый": 200,
    "трехсотый": 300,
    "четырехсотый": 400,
    "пятисотый": 500,
    "шестисотый": 600,
    "семисотый": 700,
    "восьмисотый": 800,
    "девятисотый": 900,
}
_TENS = {
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "семьдесят": 70,
    "восемьдесят": 80,
    "девяносто": 90,
}
_HUNDREDS = {
    "сто": 100,
    "двести": 200,
    "триста": 300,
    "четыреста": 400,
    "пятьсот": 500,
    "шестьсот": 600,
    "семьсот": 700,
    "восемьсот": 800,
    "девятьсот": 900,
}


@cache
def _forms() -> dict[str, int]:
    return {fold(form): value for word, value in _ORDINALS.items() for form in ordinal_forms(word)}


def ordinal(words: tuple[str, ...]) -> tuple[int, int, str] | None:
    """Return the ordinal at the head of ``words`` (folded): its number, how many words it takes, ``"any"`` case.

    ``("двадцать", "пятого")`` gives ``(25, 2, "any")``; None where no ordinal begins.
    """
    total, least = 0, 1000
    for count, word in enumerate(words[:4], start=1):
        value = _forms().get(word)
        if value is not None:
            return (total + value, count, "any") if value < least else None
        value = _HUNDREDS.get(word) or _TENS.get(word)
        if value is None or value >= least:
            return None
        total, least = total + value, 100 if value >= 100 else 10
    return None


def spell(number: int) -> str:
    """Return the ordinal of ``number`` (1 to 999), nominative masculine: 25 gives «двадцать пятый»."""
    if not 1 <= number <= 999:
        raise ValueError(f"no ordinal word for {number}")
    by_value = {value: word for word, value in _ORDINALS.items()}
    names = {value: word for word, value in (_HUNDREDS | _TENS).items()}
    words: list[str] = []
    hundreds, rest = number - number % 100, number % 100
    if hundreds and rest:
        words.append(names[hundreds])
    elif hundreds:
        return by_value[hundreds]
    if rest in by_value:
        words.append(by_value[rest])
    else:
        words += [names[rest - rest % 10], by_value[rest % 10]]
    return " ".join(words)
