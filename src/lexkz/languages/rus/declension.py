"""Russian nouns by rule: the six cases in both numbers of the few types that unit and instrument nouns belong to.

One written form is often several cases («статьи»: genitive, or nominative plural), so a form tells a set of cases.
Source: any school grammar; every form is met in published acts.
"""

from dataclasses import dataclass

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


@dataclass(frozen=True, slots=True)
class NounForm:
    """What one written form can be."""

    cases: tuple[str, ...]
    """In the order of :data:`CASES`."""
    plural: bool
    """True where it can only be plural."""
    nominative: str
    """The nominative of the number that the form most likely has."""


_ENDINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # Word: endings of the singular, endings of the plural, in the order of CASES
    "пункт": (("", "а", "у", "", "ом", "е"), ("ы", "ов", "ам", "ы", "ами", "ах")),
    "абзац": (("", "а", "у", "", "ем", "е"), ("ы", "ев", "ам", "ы", "ами", "ах")),
    "заголовок": (("ок", "ка", "ку", "ок", "ком", "ке"), ("ки", "ков", "кам", "ки", "ками", "ках")),
    "порядок": (("", "а", "у", "", "ом", "е"), ("и", "ов", "ам", "и", "ами", "ах")),
    "перечень": (("ень", "ня", "ню", "ень", "нем", "не"), ("ни", "ней", "ням", "ни", "нями", "нях")),
    "показатель": (("ь", "я", "ю", "ь", "ем", "е"), ("и", "ей", "ям", "и", "ями", "ях")),
    "часть": (("ь", "и", "и", "ь", "ью", "и"), ("и", "ей", "ям", "и", "ями", "ях")),
    "глава": (("а", "ы", "е", "у", "ой", "е"), ("ы", "", "ам", "ы", "ами", "ах")),
    "таблица": (("а", "ы", "е", "у", "ей", "е"), ("ы", "", "ам", "ы", "ами", "ах")),
    "строка": (("а", "и", "е", "у", "ой", "е"), ("и", "", "ам", "и", "ами", "ах")),
    "статья": (("ья", "ьи", "ье", "ью", "ьей", "ье"), ("ьи", "ей", "ьям", "ьи", "ьями", "ьях")),
    "инструкция": (("ия", "ии", "ии", "ию", "ией", "ии"), ("ии", "ий", "иям", "ии", "иями", "иях")),
    "приложение": (("ие", "ия", "ию", "ие", "ием", "ии"), ("ия", "ий", "иям", "ия", "иями", "иях")),
    "слово": (("о", "а", "у", "о", "ом", "е"), ("а", "", "ам", "а", "ами", "ах")),
    "столбец": (("ец", "ца", "цу", "ец", "цом", "це"), ("цы", "цов", "цам", "цы", "цами", "цах")),
    "критерий": (("й", "я", "ю", "й", "ем", "и"), ("и", "ев", "ям", "и", "ями", "ях")),
}
_STEMS = {
    "пункт": "",
    "абзац": "",
    "заголовок": "ок",
    "порядок": "",
    "перечень": "ень",
    "показатель": "ь",
    "часть": "ь",
    "глава": "а",
    "таблица": "а",
    "строка": "а",
    "статья": "ья",
    "инструкция": "ия",
    "приложение": "ие",
    "слово": "о",
    "столбец": "ец",
    "критерий": "й",
}


def singular_and_plural(
    noun: str, like: str, *, fleeting: str | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forms of ``noun`` in both numbers, in the order of :data:`CASES`. See :func:`decline`."""
    singular, plural = _ENDINGS[like]
    stem = noun.removesuffix(_STEMS[like])
    many = [stem + ending for ending in plural]
    if fleeting is not None:
        many[1] = fleeting
    return tuple(stem + ending for ending in singular), tuple(many)


def decline(noun: str, like: str, *, fleeting: str | None = None) -> dict[str, NounForm]:
    """Return every form of ``noun`` (small letters, nominative singular), declined like the model noun ``like``.

    ``fleeting`` is the genitive plural where a vowel comes in («сносок»). Raises KeyError for an unknown model.
    """
    one, many = singular_and_plural(noun, like, fleeting=fleeting)
    found: dict[str, tuple[set[str], bool, bool]] = {}
    for forms, is_plural in ((one, False), (many, True)):
        for case, form in zip(CASES, forms, strict=True):
            cases, in_one, in_many = found.get(form, (set(), False, False))
            found[form] = (cases | {case}, in_one or not is_plural, in_many or is_plural)
    return {
        form: NounForm(tuple(case for case in CASES if case in cases), not in_one, one[0] if in_one else many[0])
        for form, (cases, in_one, _) in found.items()
    }


_ADJECTIVE = {
    "ый": (
        "ый",
        "ого",
        "ому",
        "ый",
        "ым",
        "ом",
        "ая",
        "ой",
        "ой",
        "ую",
        "ой",
        "ой",
        "ое",
        "ого",
        "ому",
        "ое",
        "ым",
        "ом",
    ),
    "ой": (
        "ой",
        "ого",
        "ому",
        "ой",
        "ым",
        "ом",
        "ая",
        "ой",
        "ой",
        "ую",
        "ой",
        "ой",
        "ое",
        "ого",
        "ому",
        "ое",
        "ым",
        "ом",
    ),
}


def ordinal_forms(ordinal: str) -> tuple[str, ...]:
    """Return all forms of an ordinal (nominative masculine): «второй» → «второго», «вторую», …; «третий» as well."""
    if ordinal.endswith("третий"):
        head = ordinal.removesuffix("ий")
        ends = ["ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье", "ьи", "ьих", "ьими"]
        return tuple(head + end for end in ends)
    stem, ending = ordinal[:-2], ordinal[-2:]
    singular = tuple(stem + end for end in _ADJECTIVE[ending])
    return tuple(dict.fromkeys((*singular, *(stem + end for end in ("ые", "ых", "ым", "ыми")))))
