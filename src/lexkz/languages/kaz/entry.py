"""Kazakh clauses: «Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа
енгізіледі.»"""

import re
from datetime import date

from lexkz.languages.entry import EntryPart, EntryRule, EntryWords, RuleKind, Span, number
from lexkz.languages.folding import fold
from lexkz.languages.kaz.entry_parts import main_clause, parts, tells_of_parts
from lexkz.languages.kaz.months import month

_CLAUSE = re.compile(r"^(?:осы|мына)\s+\S.*(?:қолданысқа енгізіл|күшіне енеді|күшіне енгізіл)")
_SUBJECT = re.compile(
    r"^(?:осы|мына)\s+(?:конституциялық\s+)?"
    r"(?:бұйрық|заң|кодекс|қаулы|жарлық|шешім|өкім|нормативтік құқықтық акт)\w*\s+"
)
_SIGNED = re.compile(r"қол қойыл\w+\s+күн\w*\s+бастап|қол қойылғаннан бастап")
_PUBLISHED = r"жариялан\w+(?:\s+күн\w*)?"
_AFTER = re.compile(
    rf"{_PUBLISHED}\s+(?:кейін\s+|бастап\s+)?(?P<span>[^.;]*?)\s+(?:өткен\s*(?:соң|кейін)|өткеннен кейін)"
)
_SINCE = re.compile(rf"{_PUBLISHED}\s+бастап")
_NEXT = re.compile(rf"{_PUBLISHED}\s+(?:кейін|кейінгі)")
_FIXED = re.compile(r"(?P<year>\d{4})\s+жылғы\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?:бастап|қолданысқа)")
_NUMERIC = re.compile(r"(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})\s*(?:ж\.|бастап)")
_BACK = re.compile(
    r"(?P<year>\d{4})\s+жылғы\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+бастап\s+(?:туындаған|пайда болған|басталған)"
)
_PARTS = re.compile(r"қоспағанда")
_CARDINALS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
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
    if "жұмыс" in words:
        return "working_day"
    if re.search(r"\bай\b", words):
        return "month"
    return "year" if re.search(r"\bжыл\b", words) else "calendar_day"


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
    unknown="қолданысқа енгізу туралы тармақ табылмады",
)
