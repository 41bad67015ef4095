"""References of Russian acts. Case forms are made by declension tables, not listed."""

import re
from collections.abc import Iterable

from lexkz.languages.alternatives import any_of
from lexkz.languages.references import References
from lexkz.languages.rus.declension import decline
from lexkz.languages.rus.units import ACTS, INSTRUMENTS, UNITS

_POINTED_AT = (
    ("конституция", "инструкция", None),
    ("лист", "пункт", None),
    ("форма", "глава", None),
    ("концепция", "инструкция", None),
    ("соглашение", "приложение", None),
    ("преамбула", "глава", None),
)
"""Documents that a text points at besides acts and what acts approve: noun, model noun, fleeting genitive plural."""
MEASURES = (
    ("штука", "строка", None),
    ("единица", "таблица", None),
    ("ставка", "строка", "ставок"),
    ("пара", "глава", None),
    ("комплект", "пункт", None),
    ("метр", "пункт", None),
    ("килограмм", "пункт", None),
    ("грамм", "пункт", None),
    ("литр", "пункт", None),
    ("процент", "пункт", None),
    ("час", "пункт", None),
    ("минута", "глава", None),
    ("месяц", "абзац", None),
    ("год", "пункт", None),
    ("раз", "пункт", None),
    ("человек", "порядок", None),
    ("место", "слово", "мест"),
    ("упаковка", "строка", "упаковок"),
    ("рулон", "пункт", None),
    ("флакон", "пункт", None),
)
_UNDECLINED = ("тенге", "день", "дня", "дню", "дней", "дням")
_ORDINALS = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "надцат", "двадцат",
             "тридцат", "сороков", "последн")  # fmt: skip
_ADJECTIVE = "ый|ой|ий|ого|его|ьего|ому|ему|ьему|ым|им|ьим|ом|ем|ьем|ая|ья|ую|ью|ьей|ей|ое|ье|ые|ие|ьи|ых|их|ыми|ими"


def noun_forms(noun: str, like: str, fleeting: str | None) -> frozenset[str]:
    """Return the forms of a noun in both numbers and all cases. See :func:`lexkz.languages.rus.declension.decline`."""
    return frozenset(decline(noun, like, fleeting=fleeting))


def _any(nouns: Iterable[tuple[str, str, str | None]], others: tuple[str, ...] = ()) -> str:
    forms = {form for noun in nouns for form in noun_forms(*noun)} | set(others)
    return any_of(forms)


_NUMBERED = tuple(
    noun
    for kind, nouns in UNITS.items()
    if kind not in ("form", "heading", "preamble", "note", "footnote", "contents")
    for noun in nouns
)
_ACTS = tuple((noun, like, None) for noun, like in ACTS.values())
_NUMBER = r"\d+(?:-\d+)*(?:\.\d+)*"
_ORDINAL = rf"(?:[а-яё]+\s)?(?:[а-яё]*(?:{'|'.join(_ORDINALS)}))(?:{_ADJECTIVE})"
# Only adjectives stand before the noun of a title: "Трудового кодекса".
_CAPITALISED = rf"(?:[А-ЯЁ][\w-]*(?:{_ADJECTIVE})\s){{0,2}}"

REFERENCES = References(
    numbered=re.compile(
        rf"{_any(_NUMBERED)}\s?(?:(?:№\s?)?{_NUMBER}\)?|{_ORDINAL}|[IVX]+)|{_ORDINAL}\s{_any(_NUMBERED)}", re.IGNORECASE
    ),
    instrument=re.compile(rf"{_CAPITALISED}(?:(?i:{_any((*_ACTS, *INSTRUMENTS, *_POINTED_AT))}))"),
    number=re.compile(rf"{_NUMBER}\)?"),
    number_side="after",
    measures=re.compile(rf"{_any(MEASURES, _UNDECLINED)}|шт\.?|кг\.?|ед\.?", re.IGNORECASE),
    distributive=re.compile(r"на|кажд(?:ый|ую|ое|ые|ого|ой|ых)|по", re.IGNORECASE),
    receiver=re.compile(r"[а-яё-]+"),
    opened=True,
    per=re.compile(r"(?:на|в|за)\s\w[\w\s-]*"),
    ranges=re.compile(
        r"\d+(?:[.,]\d+)?\s?[-–]\s?\d+(?:[.,]\d+)?|(?:до|менее|свыше|более|от)\s\d+(?:\s(?:до\s\d+|и\s(?:более|выше|свыше)))?"
        r"|\d+\sи\s(?:более|выше|свыше)"
    ),
    annex=re.compile(rf"^{_any(UNITS['annex'])}", re.IGNORECASE),
    form=re.compile(r"форма", re.IGNORECASE),
    row_number=re.compile(r"№(?:\s?п\s?/\s?п\.?)?|номер|п\s?/\s?п", re.IGNORECASE),
)
