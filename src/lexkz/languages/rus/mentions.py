"""Russian mentions: «30 сентября 2024 года», «пунктами 6 и 7», «десять календарных дней»."""

import re

from lexkz.languages.mentions import ACT_NUMBER, NUMERIC_DATE, UNIT_NUMBER, Mentions, any_of
from lexkz.languages.rus.months import month
from lexkz.languages.rus.references import REFERENCES
from lexkz.languages.rus.values import VALUES
from lexkz.languages.values import NUMBER

_MONTH = r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}"
_CARDINALS = (
    r"од(?:ин|на|но|ного|ной|ному|ним|ну)|дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:е|[её]х|[её]м|ьмя)"
    r"|(?:пят|шест|сем|девят|десят|двадцат|тридцат|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат)(?:ьюдесятью|ь|и|ью)"
    r"|вос(?:емь|ьми|емью)|сорока?|(?:пять|пяти|шесть|шести|семь|семи|восемь|восьми)десят(?:и)?|девяност[оа]|ст[оа]|тысяч[аиу]?"
)
_WORDS = rf"(?:(?:{_CARDINALS})\s)*(?:{_CARDINALS})"
_QUALITY = r"(?:(?:календарн|рабоч|полн|месячн|расчетн|расчётн)[а-я]+\s)"
_MEASURE = rf"(?:{any_of(VALUES.units)}|{REFERENCES.measures.pattern})(?!\w)"
_AND = r"\s*(?:,|и|или|[-–])\s*"

MENTIONS = Mentions(
    dates=re.compile(
        rf"\b\d{{1,2}}\s+{_MONTH}\s+\d{{4}}(?:\s*(?:года?|году|г\.))?|(?<![\d.])(?:{NUMERIC_DATE})(?:\s*(?:года|г\.))?"
        r"|\b(?:1[89]|20)\d\d(?:\s*[-–]\s*(?:1[89]|20)\d\d)?\s*(?:год[а-я]*|гг?\.)",
        re.IGNORECASE,
    ),
    month=month,
    references=re.compile(
        rf"{ACT_NUMBER}|(?<!\w)(?:{REFERENCES.numbered.pattern})(?:{_AND}{UNIT_NUMBER}(?!\d))*(?!\w)", re.IGNORECASE
    ),
    quantities=re.compile(
        rf"(?<![\w,.-])(?:{NUMBER}(?:\s*\({_WORDS}\))?|{_WORDS})\s*{_QUALITY}{{0,2}}{_MEASURE}|\d\s*%", re.IGNORECASE
    ),
)
"""The mentions of Russian acts."""
