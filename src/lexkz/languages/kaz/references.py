"""References of Kazakh acts. Case forms are grown from stems by vowel harmony, not listed."""

import re
from collections.abc import Iterable

from lexkz.languages.alternatives import any_of
from lexkz.languages.kaz.declension import decline
from lexkz.languages.kaz.units import ACTS, FRONT, INSTRUMENTS, UNITS
from lexkz.languages.references import References

_POINTED_AT = ("жарғы", "конституция", "парақ", "нысан", "тұжырымдама", "келісім", "кіріспе")
"""Documents that a text points at besides acts and what acts approve."""
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


def noun_forms(stem: str) -> frozenset[str]:
    """Return the forms of a noun that acts use: both numbers, with and without the possessive, in all cases."""
    return frozenset(decline(stem, front=FRONT.get(stem)))


def _any(stems: Iterable[str]) -> str:
    forms = {
        f"{stem[: -len(last)]}{form}" for stem in stems for last in (stem.split()[-1],) for form in noun_forms(last)
    }
    return any_of(forms)


_NUMBERED = tuple(
    noun
    for kind, nouns in UNITS.items()
    if kind not in ("form", "heading", "preamble", "note", "footnote", "contents", "corner_mark")
    for noun in nouns
)
_NUMBER = r"\d+(?:-\d+)*(?:\.\d+)*"
_ORDINAL = r"(?:[а-яәғқңөұүһі]+\s)?[а-яәғқңөұүһі]+(?:ншы|нші)"
_CAPITALISED = r"(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w-]*\s){0,3}"

REFERENCES = References(
    numbered=re.compile(
        rf"(?:(?:№\s?)?{_NUMBER}(?:\)\s?|\s?[-–]\s?|\s)|{_ORDINAL}\s|[IVX]+\s?[-–]?\s?){_any(_NUMBERED)}", re.IGNORECASE
    ),
    instrument=re.compile(rf"{_CAPITALISED}(?:(?i:{_any((*ACTS.values(), *INSTRUMENTS, *_POINTED_AT))}))"),
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
