"""References of Russian acts. Case forms are made by declension tables, not listed."""

import re

from lexkz.languages.references import References

# Endings of both numbers by declension; "" is the bare stem.
_HARD = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_SIBILANT = ("", "а", "у", "ем", "е", "и", "ей", "ев", "ам", "ами", "ах")
_VELAR_M = ("", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах")
_SOFT_M = ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях")
_NEUTER_IE = ("ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях")
_FEMININE = ("а", "ы", "е", "у", "ой", "", "ам", "ами", "ах")
_FEMININE_VELAR = ("а", "и", "е", "у", "ой", "", "ам", "ами", "ах")
_FEMININE_IA = ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")
_FEMININE_SOFT = ("ь", "и", "ью", "ей", "ям", "ями", "ях")
_FEMININE_YA = ("ья", "ьи", "ье", "ью", "ьей", "ей", "ьям", "ьями", "ьях")
_PLURAL = ("а", "", "ам", "ами", "ах")

UNITS = (
    ("пункт", _HARD),
    ("подпункт", _HARD),
    ("абзац", (*_HARD, "ем", "ев")),
    ("част", _FEMININE_SOFT),
    ("стат", _FEMININE_YA),
    ("глав", _FEMININE),
    ("раздел", _HARD),
    ("подраздел", _HARD),
    ("параграф", _HARD),
    ("приложен", _NEUTER_IE),
    ("предложен", _NEUTER_IE),
    ("таблиц", (*_FEMININE, "ей")),
    ("строк", _FEMININE_VELAR),
    ("граф", _FEMININE),
)
INSTRUMENTS = (
    ("приказ", _HARD),
    ("постановлен", _NEUTER_IE),
    ("закон", _HARD),
    ("кодекс", _HARD),
    ("указ", _HARD),
    ("решен", _NEUTER_IE),
    ("распоряжен", _NEUTER_IE),
    ("правил", _PLURAL),
    ("стандарт", _HARD),
    ("положен", _NEUTER_IE),
    ("инструкц", _FEMININE_IA),
    ("переч", ("ень", "ня", "ню", "нем", "не", "ни", "ней", "ням", "нями", "нях")),
    ("поряд", ("ок", "ка", "ку", "ком", "ке")),
    ("регламент", _HARD),
    ("методик", _FEMININE_VELAR),
    ("устав", _HARD),
    ("конституц", _FEMININE_IA),
    ("норматив", _HARD),
    ("требован", _NEUTER_IE),
    ("лист", _HARD),
    ("форм", _FEMININE),
    ("программ", _FEMININE),
    ("концепц", _FEMININE_IA),
    ("план", _HARD),
    ("соглашен", _NEUTER_IE),
    ("преамбул", _FEMININE),
    ("реестр", _HARD),
)
MEASURES = (
    ("штук", _FEMININE_VELAR),
    ("единиц", (*_FEMININE, "ей")),
    ("ставк", _FEMININE_VELAR),
    ("став", ("ок",)),
    ("пар", _FEMININE),
    ("комплект", _HARD),
    ("метр", _HARD),
    ("килограмм", _HARD),
    ("грамм", _HARD),
    ("литр", _HARD),
    ("процент", _HARD),
    ("тенге", ("",)),
    ("час", _HARD),
    ("минут", _FEMININE),
    ("д", ("ень", "ня", "ню", "ней", "ням")),
    ("месяц", (*_HARD, "ев")),
    ("год", _HARD),
    ("раз", _HARD),
    ("человек", _VELAR_M),
    ("мест", ("о", "а", "у", "ом", "е", "", "ам")),
    ("упаков", ("ка", "ки", "ке", "ку", "ок")),
    ("рулон", _HARD),
    ("флакон", _HARD),
)
_ORDINALS = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "надцат", "двадцат",
             "тридцат", "сороков", "последн")  # fmt: skip
_ADJECTIVE = "ый|ой|ий|ого|его|ьего|ому|ему|ьему|ым|им|ьим|ом|ем|ьем|ая|ья|ую|ью|ьей|ей|ое|ье|ые|ие|ьи|ых|их|ыми|ими"


def noun_forms(stem: str, endings: tuple[str, ...]) -> frozenset[str]:
    """Return the forms of a noun in both numbers and all cases: its stem with the endings of its declension."""
    return frozenset(stem + ending for ending in endings)


def _any(nouns: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    forms = {form for stem, endings in nouns for form in noun_forms(stem, endings)}
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


_NUMBER = r"\d+(?:-\d+)*(?:\.\d+)*"
_ORDINAL = rf"(?:[а-яё]+\s)?(?:[а-яё]*(?:{'|'.join(_ORDINALS)}))(?:{_ADJECTIVE})"
# Only adjectives stand before the noun of a title: "Трудового кодекса".
_CAPITALISED = rf"(?:[А-ЯЁ][\w-]*(?:{_ADJECTIVE})\s){{0,2}}"

REFERENCES = References(
    numbered=re.compile(
        rf"{_any(UNITS)}\s?(?:(?:№\s?)?{_NUMBER}\)?|{_ORDINAL}|[IVX]+)|{_ORDINAL}\s{_any(UNITS)}", re.IGNORECASE
    ),
    instrument=re.compile(rf"{_CAPITALISED}(?:(?i:{_any(INSTRUMENTS)}))"),
    number=re.compile(rf"{_NUMBER}\)?"),
    number_side="after",
    measures=re.compile(rf"{_any(MEASURES)}|шт\.?|кг\.?|ед\.?", re.IGNORECASE),
    distributive=re.compile(r"на|кажд(?:ый|ую|ое|ые|ого|ой|ых)|по", re.IGNORECASE),
    receiver=re.compile(r"[а-яё-]+"),
    opened=True,
    per=re.compile(r"(?:на|в|за)\s\w[\w\s-]*"),
    ranges=re.compile(
        r"\d+(?:[.,]\d+)?\s?[-–]\s?\d+(?:[.,]\d+)?|(?:до|менее|свыше|более|от)\s\d+(?:\s(?:до\s\d+|и\s(?:более|выше|свыше)))?"
        r"|\d+\sи\s(?:более|выше|свыше)"
    ),
    annex=re.compile(rf"^{_any((('приложен', _NEUTER_IE),))}", re.IGNORECASE),
    form=re.compile(r"форма", re.IGNORECASE),
    row_number=re.compile(r"№(?:\s?п\s?/\s?п\.?)?|номер|п\s?/\s?п", re.IGNORECASE),
)
