"""Russian words of values: «4 единицы на учреждение», «5,25 ставки на каждые 50 коек», «до 51»."""

import re

from lexkz.languages.values import NUMBER, Values, unit_pattern

_COUNTED = """единица единицы единиц единице единицу|ставка ставки ставок ставке ставку|штука штуки штук штуке штуку|
    человек человека|место места мест месту|койка койки коек койку|комплект комплекта комплектов комплекту|
    пара пары пар паре пару|рубль рубля рублей|тенге|процент процента процентов|час часа часов|минута минуты минут|
    день дня дней|сутки суток|неделя недели недель|месяц месяца месяцев|год года лет|метр метра метров|
    литр литра литров|килограмм килограмма килограммов|грамм грамма граммов|тонна тонны тонн|гектар гектара гектаров|
    километр километра километров|сантиметр сантиметра сантиметров|рулон рулона рулонов|упаковка упаковки упаковок|
    флакон флакона флаконов|экземпляр экземпляра экземпляров|раз раза|должность должности должностей|
    ребенок ребенка детей"""
_SIGNS = (
    "%",
    "кг",
    "г",
    "мг",
    "л",
    "мл",
    "м",
    "м2",
    "м²",
    "м3",
    "м³",
    "см",
    "мм",
    "км",
    "га",
    "шт.",
    "шт",
    "чел.",
)
_UNITS = {sign: sign for sign in _SIGNS}
_UNITS.update({form: forms.split()[0] for forms in _COUNTED.split("|") for form in forms.split()})

_SPANS = {
    "смену": "смена",
    "сутки": "сутки",
    "день": "день",
    "неделю": "неделя",
    "месяц": "месяц",
    "квартал": "квартал",
    "год": "год",
    "час": "час",
}
_ANIMATE = {"ребенка": "ребенок", "человека": "человек", "получателя": "получатель", "работника": "работник"}
_BREAKS = frozenset(
    (
        "и",
        "или",
        "либо",
        "при",
        "если",
        "не",
        "более",
        "менее",
        "но",
        "а",
        "для",
        "в",
        "на",
        "по",
        "с",
        "за",
        "из",
        "от",
        "до",
    )
)
"""Words that show that more is said than what the norm is for."""
_MOST_WORDS = 6


def _nominative(printed: str, folded: str) -> str | None:
    """Give «учреждение», «50 коек» as they are, «учебную группу» as «учебная группа», «ребенка» as «ребенок»."""
    words, forms = printed.split(), folded.split()
    if len(forms) > _MOST_WORDS or _BREAKS.intersection(forms) or not re.fullmatch(r"(?:\d+ )?[^\W\d][\w \-]*", folded):
        return None
    if re.search(r"\D\d", folded):
        return None
    numbered = forms[0].isdigit()
    if numbered and not (forms[0].endswith("1") and not forms[0].endswith("11")):
        return " ".join(words)
    made = [words[0]] if numbered else []
    for place in range(len(made), len(words)):
        word, form = words[place], forms[place]
        if form.endswith(("ого", "его")):
            return None
        if form.endswith(("ую", "юю")):
            made.append(word[:-2] + ("ая" if form.endswith("ую") else "яя"))
            continue
        if form.endswith(("ый", "ий", "ой", "ое", "ее", "ие", "ые")) and place + 1 < len(words) and form[-2:] != "ие":
            made.append(word)
            continue
        head = _head(word, form)
        return None if head is None else " ".join((*made, head, *words[place + 1 :]))
    return None


def _head(word: str, form: str) -> str | None:
    """Give the noun that all depends on; None where its ending leaves more than one reading."""
    if form in _ANIMATE:
        return _ANIMATE[form]
    if form.endswith(("у", "ю")):
        return word[:-1] + ("а" if form.endswith("у") else "я")
    return None if form.endswith(("а", "я", "ы", "и")) else word


def _per(printed: str, folded: str) -> str | None:
    return _SPANS.get(folded) or _nominative(printed, folded)


_UNIT = unit_pattern(_UNITS)
_EACH = r"(?:на (?:кажд(?:ые|ый|ую|ое|ого) )?|в (?=(?:" + "|".join(_SPANS) + r")\b))"
_OF = rf"(?: {_UNIT})?"

VALUES = Values(
    units=_UNITS,
    measures=(
        re.compile(rf"(?:по )?(?P<number>{NUMBER}) ?(?P<unit>{_UNIT})"),
        re.compile(rf"(?:по )?(?P<number>{NUMBER}) ?(?P<unit>{_UNIT}) {_EACH}(?P<per>\S.*)"),
        re.compile(rf"{_EACH}(?P<per>\S.*?) ?[-:]? (?:по )?(?P<number>{NUMBER}) ?(?P<unit>{_UNIT})"),
    ),
    nominative=_per,
    ranges=(
        re.compile(rf"(?:от |с )?(?P<min>{NUMBER}) ?- ?(?P<max>{NUMBER}){_OF}"),
        re.compile(rf"(?:от|с) (?P<min>{NUMBER}){_OF} (?:до|по) (?P<max>{NUMBER}){_OF}"),
        re.compile(rf"(?:до|менее|меньше|не более|не свыше|ниже) (?P<max>{NUMBER}){_OF}"),
        re.compile(rf"(?:свыше|более|больше|не менее|от|выше) (?P<min>{NUMBER}){_OF}"),
        re.compile(rf"(?P<min>{NUMBER}){_OF} и (?:более|больше|свыше|выше){_OF}"),
        re.compile(rf"(?P<max>{NUMBER}){_OF} и (?:менее|меньше|ниже){_OF}"),
    ),
    follows=re.compile(r"(?:согласно|в соответствии с[о]?) (?P<norm>[^;:]{3,}?)(?: \(.*\))?\.?"),
    number_head=re.compile(
        r"№(?: ?(?:п/п|пп|п\.п\.|р/с|строки|по порядку))?|(?:п/п|р/с)(?: ?№)?|n(?: п/п)?|порядковый номер|"
        r"номер(?: по порядку| строки)?|код строки"
    ),
    label=re.compile(r"таблица(?: ?№? ?\d{1,3}(?:[.-]\d{1,2})?)?\.?"),
    group="Группа",
)
"""The words of values in Russian."""
