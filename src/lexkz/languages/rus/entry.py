"""Russian clauses: «Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого
официального опубликования.»"""

import re

from lexkz.languages.entry_rule import EntryPatterns, entry_words
from lexkz.languages.rus.entry_parts import main_clause, parts, tells_of_parts
from lexkz.languages.rus.months import month

_PUBLISHED = r"(?:его\s+)?(?:перв\w+\s+)?(?:официальн\w+\s+)?(?:опубликования|публикации)"
_CARDINALS = {
    "одного": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19, "двадцати": 20,
    "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80,
    "девяноста": 90, "ста": 100,
}  # fmt: skip

ENTRY = entry_words(
    EntryPatterns(
        clause=re.compile(r"^настоящ\w+\s+\S.*(?:вводится в действие|вступает в силу)"),
        subject=re.compile(
            r"^настоящ\w+\s+(?:конституционн\w+\s+)?(?:приказ|закон|кодекс|постановление|указ|решение|распоряжение)\w*\s+"
        ),
        signed=re.compile(r"со дня (?:его )?подписания"),
        since=re.compile(rf"(?:со дня|с момента|с даты)\s+{_PUBLISHED}"),
        following=re.compile(rf"(?:после дня|со дня, следующего за днем|после)\s+{_PUBLISHED}"),
        after=re.compile(
            rf"(?:по истечении|через|спустя)\s+(?P<span>[^.;,]*?)\s+(?:после|со|с)\s+(?:дня\s+)?{_PUBLISHED}"
        ),
        fixed=(
            re.compile(r"\bс\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})\s*(?:года|г\.)?"),
            re.compile(r"\bс\s+(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})"),
        ),
        back=re.compile(
            r"(?:отношения\S*|правоотношения\S*),?\s+возник\w+\s+с\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})"
            r"(?:\s*(?:года|г\.))?"
        ),
        excepts=re.compile(r"за исключением"),
        cardinals=_CARDINALS,
        spans=(
            ("working_day", re.compile("рабоч")),
            ("month", re.compile("месяц")),
            ("year", re.compile(r"\bгода\b|\bлет\b")),
        ),
        one=re.compile(r"месяца?|года?"),
        month=month,
        main_clause=main_clause,
    ),
    parts,
    tells_of_parts,
    unknown="пункт о введении в действие не найден",
)
