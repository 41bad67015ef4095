"""Kazakh number words in all case forms."""

from lexkz.languages.folding import fold
from lexkz.languages.kaz.declension import decline
from lexkz.languages.number_words import NumberWords

_STEMS = {
    1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз", 10: "он",
    20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу", 60: "алпыс", 70: "жетпіс", 80: "сексен", 90: "тоқсан",
    100: "жүз", 1000: "мың", 10**6: "миллион", 10**9: "миллиард",
}  # fmt: skip

NUMBER_WORDS = NumberWords({fold(form): value for value, stem in _STEMS.items() for form in (stem, *decline(stem))})
