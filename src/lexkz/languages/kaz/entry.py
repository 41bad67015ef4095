"""Kazakh clauses: «Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа
енгізіледі.»"""

import re

from lexkz.languages.entry_rule import EntryPatterns, entry_words
from lexkz.languages.kaz.entry_parts import main_clause, parts, tells_of_parts
from lexkz.languages.kaz.months import month

_PUBLISHED = r"жариялан\w+(?:\s+күн\w*)?"
_CARDINALS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
}  # fmt: skip

ENTRY = entry_words(
    EntryPatterns(
        clause=re.compile(r"^(?:осы|мына)\s+\S.*(?:қолданысқа енгізіл|күшіне енеді|күшіне енгізіл)"),
        subject=re.compile(
            r"^(?:осы|мына)\s+(?:конституциялық\s+)?"
            r"(?:бұйрық|заң|кодекс|қаулы|жарлық|шешім|өкім|нормативтік құқықтық акт)\w*\s+"
        ),
        signed=re.compile(r"қол қойыл\w+\s+күн\w*\s+бастап|қол қойылғаннан бастап"),
        since=re.compile(rf"{_PUBLISHED}\s+бастап"),
        following=re.compile(rf"{_PUBLISHED}\s+(?:кейін|кейінгі)"),
        after=re.compile(
            rf"{_PUBLISHED}\s+(?:кейін\s+|бастап\s+)?(?P<span>[^.;]*?)\s+(?:өткен\s*(?:соң|кейін)|өткеннен кейін)"
        ),
        fixed=(
            re.compile(r"(?P<year>\d{4})\s+жылғы\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+(?:бастап|қолданысқа)"),
            re.compile(r"(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})\s*(?:ж\.|бастап)"),
        ),
        back=re.compile(
            r"(?P<year>\d{4})\s+жылғы\s+(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)\s+бастап\s+"
            r"(?:туындаған|пайда болған|басталған)"
        ),
        excepts=re.compile(r"қоспағанда"),
        cardinals=_CARDINALS,
        spans=(
            ("working_day", re.compile("жұмыс")),
            ("month", re.compile(r"\bай\b")),
            ("year", re.compile(r"\bжыл\b")),
        ),
        one=re.compile(r"ай|жыл"),
        month=month,
        main_clause=main_clause,
    ),
    parts,
    tells_of_parts,
    unknown="қолданысқа енгізу туралы тармақ табылмады",
)
