"""Kazakh mentions: «2024 жылғы 30 қыркүйек», «6 және 7-тармақтар», «он күнтізбелік күн»."""

import re

from lexkz.languages.kaz.months import MONTHS, month
from lexkz.languages.kaz.references import REFERENCES
from lexkz.languages.kaz.values import VALUES
from lexkz.languages.mentions import ACT_NUMBER, NUMERIC_DATE, UNIT_NUMBER, Mentions, any_of
from lexkz.languages.values import NUMBER

_MONTH = "(?:" + "|".join(name[:-1] if name[-1] in "қк" else name for name in MONTHS) + r")\w{0,6}"
_CARDINALS = "бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз|мың"
_WORDS = rf"(?:(?:{_CARDINALS})\s)*(?:{_CARDINALS})"
_QUALITY = r"(?:(?:күнтізбелік|жұмыс|айлық есептік|толық)\s)"
_ADJECTIVE = r"(?:[дтл][ыі][қк]\w{0,4})?"
_MEASURE = rf"(?:{any_of(VALUES.units)}|{REFERENCES.measures.pattern}){_ADJECTIVE}(?!\w)"

MENTIONS = Mentions(
    dates=re.compile(
        rf"\b\d{{4}}\s*(?:жылғы|жылдың|жылы|ж\.)\s*\d{{1,2}}\s*{_MONTH}|(?<![\d.])(?:{NUMERIC_DATE})(?:\s*ж\.)?"
        r"|\b(?:1[89]|20)\d\d(?:\s*[-–]\s*(?:1[89]|20)\d\d)?\s*(?:жыл\w*|жж?\.)",
        re.IGNORECASE,
    ),
    month=month,
    references=re.compile(
        rf"{ACT_NUMBER}|(?<![\w-])(?:{UNIT_NUMBER}\s*(?:,|және|немесе|мен|бен|пен|[-–])\s*)*{REFERENCES.numbered.pattern}(?!\w)",
        re.IGNORECASE,
    ),
    quantities=re.compile(
        rf"(?<![\w,.-])(?:{NUMBER}(?:\s*\({_WORDS}\))?|{_WORDS})\s*{_QUALITY}{{0,2}}{_MEASURE}|\d\s*%", re.IGNORECASE
    ),
)
"""The mentions of Kazakh acts."""
