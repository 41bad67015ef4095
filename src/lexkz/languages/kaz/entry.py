"""Kazakh clauses on entry into force: «Осы бұйрық, 2027 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-тармақтың
2) тармақшасын қоспағанда, алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі»."""

import re

from lexkz.languages.clauses import clause_kind
from lexkz.languages.entry_clause import EntryClauseWords, entry_words
from lexkz.languages.entry_parts import NamedParts, named
from lexkz.languages.entry_rule import RulePattern, Times
from lexkz.languages.kaz.months import month
from lexkz.languages.kaz.ordinals import ordinal

_ACT = (
    r"(?:бірлескен\s+)?(?:конституциялық\s+)?"
    r"(?:бұйрық|заң|кодекс|қаулы|жарлық|шешім|өкім|нормативтік\s+құқықтық\s+акт)"
)
_DAY = (
    r"(?:(?P<year>\d{4})\s*жыл(?:ғы|дың)\s*[\"«]?(?P<day>\d{1,2})[\"»]?\s*(?P<month>[^\W\d_]+)"
    r"|(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})\s*(?:ж\.|жыл\w*)?)"
)
_PUBLISHED = r"(?:оның\s+)?(?:алғаш(?:қы)?\s+)?(?:рет\s+)?(?:ресми\s+)?жариялан\w+(?:\s+күн\w*)?\s+"
_REGISTERED = (
    r"(?:оның\s+)?(?:(?:қазақстан\s+республикасы(?:ның)?\s+)?әділет\s+(?:министрлігінде|органдарында)\s+)?"
    r"мемлекеттік\s+тірке\w+(?:\s+өткен)?(?:\s+күн\w*)?\s+"
)
_LONG = r"(?:кейін\s+|бастап\s+)?(?P<span>[^.;,:]{1,60}?)\s+(?:өткен\s*соң|өткеннен\s+кейін|өткен\s+кейін|соң)"
_AFTER = r"(?:кейінгі\s+күн\w*\s+бастап|кейін)"
_FROM = r"бастап"
_IN_FORCE = r"(?:қолданысқа\s+енгізіл|күшіне\s+ен|күшіне\s+енгізіл)"
_HAS_ENTERED = rf"{_IN_FORCE}ген(?:нен)?(?:\s+күн\w*)?\s+"
_ENTERED = rf"(?:(?:осы|мына)\s+{_ACT}\s+|ол\s+){_HAS_ENTERED}"
_CARDINALS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100,
}  # fmt: skip
_KINDS = (
    ("тармақша", "subparagraph"), ("тармақ", "paragraph"), ("тармағ", "paragraph"), ("бап", "article"),
    ("баб", "article"), ("абзац", "alinea"), ("бөлім", "section"), ("бөлі", "part"), ("тарау", "chapter"),
    ("қосымша", "annex"),
)  # fmt: skip


def _kind(word: str) -> str | None:
    return next((kind for stem, kind in _KINDS if word.startswith(stem)), None)


def _plural(word: str) -> bool:
    return re.search(r"\w{3}(?:л|д|т)(?:ар|ер)", word) is not None


_OUTER = re.compile(r"(?:н|д|т)(?:ың|ің)$")


def _is_outer(word: str) -> bool:
    return _OUTER.search(word) is not None


def _units(text: str) -> NamedParts | None:
    return named(text, _kind, ordinal, inner_first=False, plural=_plural, outer=_is_outer)


_TIMES = Times(
    rules=(
        RulePattern("after_publication", re.compile(_PUBLISHED + _LONG)),
        RulePattern("after_registration", re.compile(_REGISTERED + _LONG)),
        RulePattern("after_entry", re.compile(_ENTERED + _LONG)),
        RulePattern("publication", re.compile(_PUBLISHED + _FROM)),
        RulePattern("registration", re.compile(_REGISTERED + _FROM)),
        RulePattern("after_publication", re.compile(_PUBLISHED + _AFTER)),
        RulePattern("after_registration", re.compile(_REGISTERED + _AFTER)),
        RulePattern("signature", re.compile(r"(?:оған\s+)?(?:қол\s+қой|қабылдан)\w+(?:\s+күн\w*)?\s+бастап")),
        RulePattern("fixed", re.compile(_DAY + rf"\s*(?:бастап|(?=\s{_IN_FORCE}))")),
    ),
    cardinals=_CARDINALS,
    spans=(
        (re.compile(r"күнтізбелік"), None),
        (re.compile(r"жұмыс"), "working_day"),
        (re.compile(r"күн(?:і)?"), "calendar_day"),
        (re.compile(r"ай(?:ы)?"), "month"),
        (re.compile(r"жыл(?:ы)?"), "year"),
    ),
    month=month,
)

# Units in a row, each with «осы бұйрықтың» or without.
_ROW = r"(?:O?,?U(?:,?A?O?U)*)"
# «… бастап қолданысқа енгізілетін (және … дейін қолданылатын) 1-тармақтың 2) тармақшасын»
_PART = rf"(?:I?(?:{_ROW}|O)?RN?P(?:A?T)?{_ROW};?|I?[TB]?{_ROW};?)"
_EXCEPT = rf"(?:{_PART}(?:,?A?{_PART})*X)"
# «ал 2) тармақшасы … бастап, 3) тармақшасы … бастап қолданысқа енгізіледі»
_NEXT = rf"(?:[,;]?A?{_ROW}D?R(?:,?N)?T?E?)"
_CONTRAST = rf"(?:,?C{_ROW}D?R(?:,?N)?T?E?(?:,?A?T)?{_NEXT}*|,?C{_ROW}F?[TB])"
_TAIL = r"(?:,?A?Q|,?A?B|,?A?T)"
# «(осы бұйрықтың) қалған бөлігі … енгізіледі»
_REST = rf"O?GD?R(?:,?N)?T?E{_TAIL}*L?"
_SHAPES = re.compile(
    rf"(?:S,?:?(?:{_EXCEPT},?)?|{_EXCEPT},?S,?:?)(?:QA,?|BA,?)?R(?:,?N)?T?(?:,?C{_ROW}RT?)*E{_TAIL}*L?(?:,{_EXCEPT})?{_CONTRAST}*L?"
    rf"|(?:C,?)?{_ROW}F?R(?:,?N)?T?(?:,?C{_ROW}RT?)*EL?(?:,?A?T)?(?:,?A?B)?{_CONTRAST}*L?"
    rf"|(?:C,?)?{_ROW}F?[TB]L?"
    rf"|{_ROW}F?D?R(?:,?N)?T?E?(?:[,;]?A?C?{_ROW}D?R(?:,?N)?T?E?)*[,;]?A?C?{_REST}"
    rf"|(?:{_EXCEPT},?)?{_REST}"
)

ENTRY = entry_words(
    EntryClauseWords(
        article=re.compile(r"\s*\d+(?:-\d+)?\s*-\s*бап\b\s*\.?\s*"),
        subject=re.compile(rf"(?:(?:осы|мына)\s+)?{_ACT}(?=[\s,:])(?!\s+{_HAS_ENTERED})"),
        pieces=(
            ("L", re.compile(r"деп\s+белгіленсін")),
            ("S", re.compile(rf"(?:осы|мына)\s+{_ACT}(?=[\s,:])(?!\s+{_HAS_ENTERED})")),
            ("O", re.compile(rf"(?:осы|мына)\s+{_ACT}(?:ның|нің|дың|дің|тың|тің|қа|ке|ға|ге|на|не)\b")),
            (
                "G",
                re.compile(
                    r"(?:қалған|өзге)\s+(?:бөліг(?:і|інде)|нормалары|ережелері|(?P<units>тармақ|бап)тары)(?=[\s,:])"
                ),
            ),
            (
                "B",
                re.compile(
                    rf"{_DAY}\s*бастап\s+(?:туындаған|пайда\s+болған|басталған)\s+(?:құқықтық\s+|құқық)?қатынастарға\s+"
                    r"(?:де\s+)?(?:қолданыл|тарал|қолданысты)\w*"
                ),
            ),
            (
                "T",
                re.compile(
                    rf"{_DAY}\s*дейін(?:\s+(?:қолданыл(?:ады|атын)|қолданыста\s+бола(?:ды|тын)|күшінде\s+бола(?:ды|тын)))?"
                ),
            ),
            (
                "T",
                re.compile(
                    rf"{_DAY}\s*(?P<through>қоса\s+алғанда)(?:\s+дейін)?"
                    r"(?:\s+(?:қолданыл(?:ады|атын)|қолданыста\s+бола(?:ды|тын)|күшінде\s+бола(?:ды|тын)))?"
                ),
            ),
            ("N", re.compile(rf"бірақ\s+{_DAY}\s*(?:ерте|бұрын)\s+емес")),
            (
                "Q",
                re.compile(
                    rf"(?:{_REGISTERED}|(?:оған\s+)?қол\s+қой\w+(?:\s+күн\w*)?\s+){_FROM}\s+күшіне\s+енеді(?=,?\s+және)"
                ),
            ),
            ("P", re.compile(rf"{_IN_FORCE}(?:етін|ген)\b")),
            ("E", re.compile(rf"{_IN_FORCE}(?:еді|сін|іледі)\b")),
            ("X", re.compile(r"(?:қоспағанда|басқа(?:сы)?)\b")),
            ("Q", re.compile(r"ресми\s+жариялан\w+\s+(?:тиіс|жатады)")),
            ("C", re.compile(r"(?:бұл\s+ретте|ал)\b")),
            ("A", re.compile(r"(?:және|сондай-ақ|мен|пен|бен)\b")),
            ("H", re.compile(r"(?:тоқтатыл|күшін\s+жо(?:й|я)|күші\s+жойыл)\w*")),
            ("F", re.compile(r"(?:қолданысы|нормалары|ережелері)\b")),
            ("D", re.compile(r"-(?=\s)")),
            ("I", re.compile(r"\d+\)(?=\s*(?:\d{4}\s*жыл|алғаш|ресми|қол\s+қой))")),
        ),
        times=_TIMES,
        units=_units,
        kind=_kind,
        shapes=_SHAPES,
        telling=re.compile(r"[SUO].*[ETBP]|R.*E|O.*H"),
        force=re.compile(
            r"\b(?:қолданыс|қолданыл|күші|күшт|таралад|таралы|осы|жаңа|бұйры|заң|кодекс|қаулы|шешім|жарлы|акті|норма|ереже|"
            r"тармақ|тармағ|тармақша|бап|бабы|абзац|бөлі|тарау|қосымша|өзгеріс|толықтыру|ол\b|олар|күн|ай\b|жыл)"
        ),
        rule_first=True,
        outer=_OUTER,
        other=lambda sentence: clause_kind(sentence, "kaz") not in (None, "entry_into_force"),
    ),
    unknown="қолданысқа енгізу туралы тармақ табылмады",
)
