"""Kazakh nouns by rule: vowel harmony, the sounds at the seam, number, possession and case.

Only what unit and instrument nouns need: third person possession, and the seven cases with the attributive locative
(«тармақтағы», «тармағындағы»). Source: any school grammar; every form is met in published acts.
"""

from dataclasses import dataclass
from typing import Literal

Case = Literal["nom", "gen", "dat", "acc", "loc", "attr", "abl", "ins"]

_BACK = set("аоұыяуюё")
_FRONT = set("әеөүіэи")
_VOWELS = _BACK | _FRONT
_VOICELESS = set("пфкқтсшщчцхһбвгғд")
"""Sounds after which a suffix begins with a voiceless consonant (б, в, г, д in loan words are read so too)."""
_NASAL = set("мнң")
_GLIDES = "уй"
"""After a vowel these sound as consonants: «тарау» is declined «тараудың», «тарауы»."""
_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}


@dataclass(frozen=True, slots=True)
class NounForm:
    """One form of a noun."""

    case: Case
    plural: bool
    possessive: bool
    nominative: str
    """The form of the same number and possession in the nominative: «қағидаларында» → «қағидалары»."""


def decline(stem: str, *, front: bool | None = None) -> dict[str, NounForm]:
    """Return every form of the noun ``stem`` (small letters, nominative singular) with what it is.

    ``front`` overrides harmony where the last vowel misleads (loan words). Where two forms are written alike, the
    one without possession wins.
    """
    soft = _is_front(stem) if front is None else front
    forms: dict[str, NounForm] = {}
    for plural in (False, True):
        bare = stem + _plural(stem, soft) if plural else stem
        for possessive in (False, True):
            base = _possessed(bare, soft) if possessive else bare
            for case, form in _cases(base, soft, possessive):
                forms.setdefault(form, NounForm(case, plural, possessive, base))
    return forms


def _is_front(stem: str) -> bool:
    for char in reversed(stem):
        if char in _FRONT:
            return True
        if char in _BACK:
            return False
    return False


def _plural(stem: str, soft: bool) -> str:
    last = stem[-1]
    vowel = "е" if soft else "а"
    if last in _VOICELESS:
        return f"т{vowel}р"
    if last in _NASAL or last in "лжз":
        return f"д{vowel}р"
    return f"л{vowel}р"


_SYNCOPE = {"әріп": "әрпі"}
"""Nouns that lose a vowel before the suffix of possession."""


def _possessed(stem: str, soft: bool) -> str:
    if stem in _SYNCOPE:
        return _SYNCOPE[stem]
    vowel = "і" if soft else "ы"
    if stem[-1] in _VOWELS and not _ends_in_glide(stem):
        return f"{stem}с{vowel}"
    return f"{stem[:-1]}{_SOFTENED.get(stem[-1], stem[-1])}{vowel}"


def _ends_in_glide(stem: str) -> bool:
    return stem[-1] in _GLIDES and stem[-2:-1] in _VOWELS


def _cases(base: str, soft: bool, possessive: bool) -> list[tuple[Case, str]]:
    last = base[-1]
    a, y = ("е", "і") if soft else ("а", "ы")
    k, g = ("к", "г") if soft else ("қ", "ғ")
    if possessive:
        return [
            ("nom", base),
            ("gen", f"{base}н{y}ң"),
            ("dat", f"{base}н{a}"),
            ("acc", f"{base}н"),
            ("loc", f"{base}нд{a}"),
            ("attr", f"{base}нд{a}ғы" if not soft else f"{base}нд{a}гі"),
            ("abl", f"{base}н{a}н"),
            ("ins", f"{base}мен"),
        ]
    voiceless = last in _VOICELESS
    if voiceless:
        gen, acc, dental, ins = "т", "т", "т", "пен"
    elif last in _VOWELS and not _ends_in_glide(base):
        gen, acc, dental, ins = "н", "н", "д", "мен"
    elif last in _NASAL:
        gen, acc, dental, ins = "н", "д", "д", "мен"
    else:
        gen, acc, dental, ins = "д", "д", "д", "бен" if last in "жз" else "мен"
    return [
        ("nom", base),
        ("gen", f"{base}{gen}{y}ң"),
        ("dat", f"{base}{k if voiceless else g}{a}"),
        ("acc", f"{base}{acc}{y}"),
        ("loc", f"{base}{dental}{a}"),
        ("attr", f"{base}{dental}{a}{'гі' if soft else 'ғы'}"),
        ("abl", f"{base}{'н' if last in _NASAL else dental}{a}н"),
        ("ins", f"{base}{ins}"),
    ]
