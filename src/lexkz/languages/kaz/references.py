"""References of Kazakh acts. Case forms are grown from stems by vowel harmony, not listed."""

import re

from lexkz.languages.references import References

UNITS = (
    "тармақ",
    "тармақша",
    "абзац",
    "бөлік",
    "бап",
    "тарау",
    "бөлім",
    "параграф",
    "қосымша",
    "сөйлем",
    "кесте",
    "жол",
    "баған",
    "кіші бөлім",
)
INSTRUMENTS = (
    "бұйрық",
    "қаулы",
    "заң",
    "кодекс",
    "жарлық",
    "шешім",
    "өкім",
    "қағида",
    "стандарт",
    "ереже",
    "нұсқаулық",
    "тізбе",
    "тәртіп",
    "регламент",
    "әдістеме",
    "жарғы",
    "конституция",
    "норматив",
    "норма",
    "талап",
    "парақ",
    "нысан",
    "бағдарлама",
    "тұжырымдама",
    "жоспар",
    "келісім",
    "кіріспе",
    "тізілім",
)
MEASURES = (
    "дана",
    "бірлік",
    "ставка",
    "жұп",
    "комплект",
    "жиынтық",
    "метр",
    "килограмм",
    "грамм",
    "литр",
    "пайыз",
    "теңге",
    "сағат",
    "минут",
    "күн",
    "ай",
    "жыл",
    "рет",
    "адам",
    "орын",
    "төсек",
    "құты",
    "орам",
    "бума",
)

_VOWELS = "аоұыуяёэәөүіеиюi"
_VOICELESS = "кқпстфхцчшщ"
_VOICED = {"қ": "ғ", "к": "г", "п": "б"}


def _open(stem: str) -> bool:
    """Tell whether ``stem`` ends in a vowel; у and и after a vowel are consonants: "тарау" has "тарауы"."""
    return stem[-1] in _VOWELS and not (stem[-1] in "уи" and stem[-2] in _VOWELS)


def _front(stem: str) -> bool:
    """Tell whether the suffixes of ``stem`` have front vowels: the last decisive vowel says so."""
    for letter in reversed(stem):
        if letter in "әөүіеi":
            return True
        if letter in "аоұыяуэ":
            return False
    return False


def _cases(stem: str, *, possessed: bool) -> set[str]:
    """Return the case forms of one number of a noun; ``possessed`` for forms that end in the possessive -ы, -сы."""
    a, y = ("е", "і") if _front(stem) else ("а", "ы")
    hard, soft = ("к", "г") if a == "е" else ("қ", "ғ")
    last = stem[-1]
    if possessed:
        tails = [f"н{y}ң", f"н{a}", "н", f"нд{a}", f"н{a}н", "мен", f"нд{a}ғ{y}", f"нд{a}г{y}"]
    elif last in _VOICELESS:
        tails = [f"т{y}ң", f"{hard}{a}", f"т{y}", f"т{a}", f"т{a}н", "пен", f"т{a}ғ{y}", f"т{a}г{y}"]
    else:
        nasal = last in "мнң"
        genitive = f"н{y}ң" if nasal or _open(stem) else f"д{y}ң"
        accusative = f"н{y}" if _open(stem) else f"д{y}"
        ablative = f"н{a}н" if nasal else f"д{a}н"
        tails = [genitive, f"{soft}{a}", accusative, f"д{a}", ablative, "мен", "бен", f"д{a}ғ{y}", f"д{a}г{y}"]
    return {stem, *(stem + tail for tail in tails)}


def _possessed(stem: str) -> str:
    y = "і" if _front(stem) else "ы"
    if _open(stem):
        return stem + "с" + y
    return stem[:-1] + _VOICED.get(stem[-1], stem[-1]) + y


def noun_forms(stem: str) -> frozenset[str]:
    """Return the forms of a noun that acts use: both numbers, with and without the possessive, in all cases.

    ``"тармақ"`` gives "тармақтың", "тармағы", "тармақтарында" and so on. Suffixes follow vowel harmony and the
    assimilation of the first consonant; a final қ, к, п is voiced before the possessive.
    """
    a = "е" if _front(stem) else "а"
    plural = stem + ("т" if stem[-1] in _VOICELESS else "д" if stem[-1] in "мнңзж" else "л") + a + "р"
    forms: set[str] = set()
    for base in (stem, plural):
        forms |= _cases(base, possessed=False)
        forms |= _cases(_possessed(base), possessed=True)
    return frozenset(forms)


def _any(stems: tuple[str, ...]) -> str:
    forms = {form for stem in stems for form in noun_forms(stem)}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


_NUMBER = r"\d+(?:-\d+)*(?:\.\d+)*"
_ORDINAL = r"(?:[а-яәғқңөұүһі]+\s)?[а-яәғқңөұүһі]+(?:ншы|нші)"
_CAPITALISED = r"(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w-]*\s){0,3}"

REFERENCES = References(
    numbered=re.compile(
        rf"(?:(?:№\s?)?{_NUMBER}(?:\)\s?|\s?[-–]\s?|\s)|{_ORDINAL}\s|[IVX]+\s?[-–]?\s?){_any(UNITS)}", re.IGNORECASE
    ),
    instrument=re.compile(rf"{_CAPITALISED}(?:(?i:{_any(INSTRUMENTS)}))"),
    number=re.compile(rf"{_NUMBER}\)?(?:\s?[-–])?"),
    number_side="before",
    measures=re.compile(rf"{_any(MEASURES)}", re.IGNORECASE),
    distributive=re.compile(r"әрбір|әр|бір", re.IGNORECASE),
    receiver=re.compile(r"[\w-]+(?:ға|ге|қа|ке|на|не)"),
    opened=False,
    per=re.compile(r"(?!)"),
    ranges=re.compile(
        r"\d+(?:[.,]\d+)?\s?[-–]\s?\d+(?:[.,]\d+)?"
        r"|\d+\s?-?\s?(?:ға|ге|қа|ке|на|не)\s(?:дейін|шейін)"
        r"|\d+\s?-?\s?(?:дан|ден|тан|тен|нан|нен)\s(?:\d+\s?-?\s?(?:ға|ге|қа|ке|на|не)\sдейін|(?:астам|жоғары|көп|артық|кем|аз))"
        r"|\d+(?:\s(?:және|немесе)\sодан\s(?:да\s)?(?:астам|жоғары|көп|артық))"
    ),
    annex=re.compile(rf"(?:{_NUMBER}\s?[-–]?\s?)?{_any(('қосымша',))}$|\d[-–\s]+қосымша", re.IGNORECASE),
    form=re.compile(r"нысан[ыі]?", re.IGNORECASE),
    row_number=re.compile(r"(?:р\s?/\s?[сc]\s?)?№|(?:реттік\s)?нөмірі|р\s?/\s?[сc]", re.IGNORECASE),
)
