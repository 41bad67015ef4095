"""Kazakh words of values: «мекемеге 4 бірлік», «әрбір 50 төсекке 5,25 ставкадан», «51-ге дейін»."""

import re

from lexkz.languages.kaz.declension import decline
from lexkz.languages.values import NUMBER, Values, unit_pattern

_COUNTED = (
    "адам",
    "бала",
    "бөлме",
    "дана",
    "дана-жиын",
    "жиынтық",
    "жұп",
    "бірлік",
    "бөлім",
    "данасы",
    "карта",
    "кітап",
    "көлік",
    "қап",
    "құты",
    "метр",
    "орама",
    "орын",
    "пар",
    "рет",
    "ставка",
    "төсек",
    "топ",
    "түп",
    "тонна",
    "теңге",
    "тиын",
    "пайыз",
    "сағат",
    "минут",
    "күн",
    "апта",
    "ай",
    "жыл",
    "жас",
    "бала-орын",
    "койка",
    "килограмм",
    "грамм",
    "литр",
    "миллилитр",
    "километр",
    "сантиметр",
    "гектар",
    "айлық",
    "қызметкер",
    "маман",
)
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
    "дн.",
    "шт.",
    "айлық",
)
_UNITS = {sign: sign for sign in _SIGNS}
for _word in _COUNTED:
    for _form, _known in decline(_word).items():
        if _known.case in ("nom", "abl") and not _known.plural and not _known.possessive:
            _UNITS.setdefault(_form, _word)

_SPANS = {
    "жылына": "жыл",
    "айына": "ай",
    "күніне": "күн",
    "аптасына": "апта",
    "сағатына": "сағат",
    "тәулігіне": "тәулік",
}
"""Spans of time with the possession that means "a": «жылына» is "a year"."""
_DATIVE = ("ға", "ге", "қа", "ке", "на", "не")
_BREAKS = frozenset(
    [
        "және",
        "немесе",
        "не",
        "мен",
        "пен",
        "бен",
        "бойынша",
        "үшін",
        "кейін",
        "дейін",
        "бастап",
        "туралы",
        "ретінде",
        "арқылы",
        "кезінде",
        "жағдайда",
        "болса",
        "болған",
        "бірақ",
        "емес",
        "ғана",
        "тиіс",
        "кемінде",
        "артық",
        "аса",
        "көп",
        "аз",
    ]
)
"""Words that show that more is said than what the norm is for."""
_MOST_WORDS = 6


def _nominative(printed: str, folded: str) -> str | None:
    """Give «мекемеге» as «мекеме», «50 төсекке» as «50 төсек», «көлік құралына» as «көлік құралы»."""
    words, forms = printed.split(), folded.split()
    last = forms[-1]
    if len(forms) > _MOST_WORDS or _BREAKS.intersection(forms) or not re.fullmatch(r"(?:\d+ )?[^\W\d][\w \-]*", folded):
        return None
    if any(form.endswith(_DATIVE) for form in forms[:-1]) or re.search(r"\D\d", folded):
        return None
    if last in _SPANS:
        return " ".join((*words[:-1], _SPANS[last]))
    stem = last[:-2]
    if len(stem) < 2 or not last.endswith(_DATIVE):
        return None
    if last.endswith(("на", "не")):
        certain = stem[-1] == ("ы" if last.endswith("на") else "і")
    else:
        known = decline(stem).get(last)
        certain = known is not None and known.case == "dat"
    return " ".join((*words[:-1], words[-1][:-2])) if certain else None


_UNIT = unit_pattern(_UNITS)
_EACH = r"(?:(?:әрбір|әр) )?"
_ABLATIVE = r" ?-? ?(?:дан|ден|тан|тен|нан|нен)"
_TO = r" ?-? ?(?:ға|ге|қа|ке|на|не)"
_OF = rf"(?: {_UNIT})?"

VALUES = Values(
    units=_UNITS,
    measures=(
        re.compile(rf"(?P<number>{NUMBER}) ?(?P<unit>{_UNIT})"),
        re.compile(rf"{_EACH}(?P<per>\S.*?) (?P<number>{NUMBER}) ?(?P<unit>{_UNIT})"),
        re.compile(rf"(?P<number>{NUMBER}) ?(?P<unit>{_UNIT}) {_EACH}(?P<per>\S.*)"),
    ),
    nominative=_nominative,
    ranges=(
        re.compile(rf"(?P<min>{NUMBER}) ?- ?(?P<max>{NUMBER}){_OF}"),
        re.compile(rf"(?P<min>{NUMBER}){_ABLATIVE}(?: бастап)? (?P<max>{NUMBER}){_TO} дейін(?:гі)?{_OF}"),
        re.compile(rf"(?P<max>{NUMBER})(?:{_TO})? дейін(?:гі)?{_OF}"),
        re.compile(rf"(?P<min>{NUMBER})(?:{_ABLATIVE})? (?:астам|артық|көп|жоғары|аса){_OF}"),
        re.compile(rf"(?P<min>{NUMBER}){_OF} (?:және|немесе|не) одан (?:да )?(?:астам|артық|көп|жоғары){_OF}"),
        re.compile(rf"(?P<max>{NUMBER})(?:{_ABLATIVE})? (?:кем|аз|төмен){_OF}"),
    ),
    follows=re.compile(r"(?P<norm>[^;:]{3,}?(?:ға|ге|қа|ке|на|не)) сәйкес(?: \(.*\))?\.?"),
    number_head=re.compile(
        r"№(?: ?(?:р/с|р/н|р/б|п/п|рет))?|(?:р/с|р/б|р/н|п/п|т/б)(?: ?№)?|n|реттік (?:нөмірі|саны|№)|"
        r"(?:рет )?нөмірі|рет №|№ (?:рет|жол)\w*|жол (?:коды|нөмірі)"
    ),
    label=re.compile(r"(?:\d{1,3}(?:-\d{1,2})? ?-? ?кесте|кесте(?: ?№? ?\d{1,3})?)\.?"),
    group="Топ",
)
"""The words of values in Kazakh."""
