"""Russian clauses: «Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого
официального опубликования.»"""

import re
from datetime import date

from lexkz.languages.entry import EntryPart, EntryRule, EntryWords, RuleKind, Span, number
from lexkz.languages.folding import fold
from lexkz.languages.rus.entry_parts import main_clause, parts, tells_of_parts
from lexkz.languages.rus.months import month

_CLAUSE = re.compile(r"^настоящ\w+\s+\S.*(?:вводится в действие|вступает в силу)")
_SUBJECT = re.compile(
    r"^настоящ\w+\s+(?:конституционн\w+\s+)?(?:приказ|закон|кодекс|постановление|указ|решение|распоряжение)\w*\s+"
)
_SIGNED = re.compile(r"со дня (?:его )?подписания")
_PUBLISHED = r"(?:его\s+)?(?:перв\w+\s+)?(?:официальн\w+\s+)?(?:опубликования|публикации)"
_AFTER = re.compile(rf"(?:по истечении|через|спустя)\s+(?P<span>[^.;,]*?)\s+(?:после|со|с)\s+(?:дня\s+)?{_PUBLISHED}")
_SINCE = re.compile(rf"(?:со дня|с момента|с даты)\s+{_PUBLISHED}")
_NEXT = re.compile(rf"(?:после дня|со дня, следующего за днем|после)\s+{_PUBLISHED}")
_FIXED = re.compile(r"\bс\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})\s*(?:года|г\.)?")
_NUMERIC = re.compile(r"\bс\s+(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})")
_BACK = re.compile(
    r"(?:отношения\S*|правоотношения\S*),?\s+возник\w+\s+с\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})"
    r"(?:\s*(?:года|г\.))?"
)
_PARTS = re.compile(r"за исключением")
_CARDINALS = {
    "одного": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "четырнадцати": 14, "пятнадцати": 15, "двадцати": 20,
    "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80,
    "девяноста": 90, "ста": 100,
}  # fmt: skip


def _is_clause(line: str) -> bool:
    return _CLAUSE.search(" ".join(fold(line).split())) is not None


def _day(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    number_of = int(match["month"]) if match["month"].isdigit() else month(match["month"])
    try:
        return date(int(match["year"]), number_of or 0, int(match["day"]))
    except ValueError:
        return None


def _span(words: str) -> Span:
    if "рабоч" in words:
        return "working_day"
    if "месяц" in words:
        return "month"
    return "year" if re.search(r"\bгода\b|\bлет\b", words) else "calendar_day"


def _read(line: str) -> EntryRule:
    text = " ".join(line.split()).rstrip(" .")
    excepts = _PARTS.search(fold(text)) is not None
    folded = fold(main_clause(text))
    whole = _SUBJECT.match(fold(text))
    said = text[whole.end() :] if whole else text
    back = _BACK.search(folded)
    main = folded[: back.start()] + folded[back.end() :] if back else folded

    def rule(kind: RuleKind, count: int = 0, span: Span | None = None, day: date | None = None) -> EntryRule:
        return EntryRule(kind, said, count, span, day, _day(back), excepts)

    after = _AFTER.search(main)
    if after is not None:
        count = number(after["span"], _CARDINALS)
        if count is None and re.fullmatch(r"месяца?|года?", after["span"].strip()):
            count = 1
        return rule("after_publication", count, _span(after["span"])) if count is not None else rule("unread")
    if _SIGNED.search(main):
        return rule("signature")
    if _SINCE.search(main):
        return rule("publication")
    if _NEXT.search(main):
        return rule("after_publication", 0, "calendar_day")
    day = _day(_FIXED.search(main) or _NUMERIC.search(main))
    return rule("fixed", day=day) if day else rule("unread")


def _parts(line: str) -> tuple[EntryPart, ...] | None:
    found = parts(line)
    return None if found is None else tuple(EntryPart(addresses, _read(rule)) for addresses, rule in found)


ENTRY = EntryWords(
    is_clause=_is_clause,
    read=_read,
    parts=_parts,
    tells_of_parts=tells_of_parts,
    unknown="пункт о введении в действие не найден",
)
