"""Russian number words in all case forms, and those that are the head of an adjective: «двухмесячный»."""

import re

from lexkz.languages.folding import fold
from lexkz.languages.number_words import NumberWords

_FORMS = {
    1: "один одна одно одного одной одному одним одном одну",
    2: "два две двух двум двумя двое двоих",
    3: "три трех трем тремя трое троих",
    4: "четыре четырех четырем четырьмя",
    8: "восемь восьми восемью восьмью",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    1000: "тысяча тысячи тысяче тысячу тысячей тысяч тысячам тысячами тысячах",
    10**6: "миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах",
    10**9: "миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами",
}
_SOFT = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат",
    14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат",
}  # fmt: skip
"""Numbers that decline like «пять»: -ь, -и, -ью."""
_UNITS = {5: "пят", 6: "шест", 7: "сем", 8: "восем", 9: "девят"}
_GENITIVES = {5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти"}
_MEASURES = (
    "дневн|суточн|недельн|месячн|квартальн|годичн|годов|летн|кратн|часов|минутн|процентн|балльн|этажн|местн|метров"
)
"""What adjectives with a number count, cut before the ending."""


def _forms() -> dict[str, int]:
    out = {form: value for value, forms in _FORMS.items() for form in forms.split()}
    for value, stem in _SOFT.items():
        out.update({stem + ending: value for ending in ("ь", "и", "ью")})
    for value, stem in _UNITS.items():
        genitive = _GENITIVES[value]
        out.update(dict.fromkeys((f"{stem}ьдесят", f"{genitive}десяти", f"{stem}ьюдесятью"), value * 10))
        out.update(dict.fromkeys((f"{stem}ьсот", f"{genitive}сот", f"{genitive}стам", f"{stem}ьюстами"), value * 100))
    out.update({"одно": 1, "дважды": 2, "вдвое": 2, "трижды": 3, "втрое": 3, "четырежды": 4})
    return {fold(form): value for form, value in out.items()}


_VALUES = _forms()
_HEADS = "|".join(
    sorted((re.escape(form) for form in _VALUES if form[-1] in "иоха"), key=lambda form: (-len(form), form))
)

NUMBER_WORDS = NumberWords(_VALUES, re.compile(rf"(?P<number>{_HEADS})(?:{_MEASURES})"))
