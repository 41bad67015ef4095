"""Russian clauses on entry into force: «Настоящий приказ вводится в действие по истечении десяти календарных дней после
дня его первого официального опубликования, за исключением подпункта 2) пункта 1, который вводится в действие с …»."""

import re

from lexkz.languages.clauses import clause_kind
from lexkz.languages.entry_clause import EntryClauseWords, entry_words
from lexkz.languages.entry_parts import NamedParts, named
from lexkz.languages.entry_rule import RulePattern, Times
from lexkz.languages.rus.months import month
from lexkz.languages.rus.ordinals import ordinal

_ACT = (
    r"(?:совместн\w+\s+)?(?:конституционн\w+\s+)?(?:нормативн\w+\s+правов\w+\s+)?"
    r"(?:приказ|закон|кодекс|постановлени|указ|решени|распоряжени|акт)"
)
_ENTER = r"(?:в\s+действие|в\s+силу)"
_DAY = (
    r"(?:[\"«]?(?P<day>\d{1,2})[\"»]?\s*(?P<month>[^\W\d_]+)\s*(?P<year>\d{4})|(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4}))"
    r"(?:\s*(?:года|г\.|г\b))?"
)
_PUBLISHED = r"(?:его\s*|ее\s*)?(?:первого\s*)?(?:официального\s*)?(?:опубликования|публикации)"
_REGISTERED = (
    r"(?:его\s+|ее\s+)?государственной\s+регистрации"
    r"(?:\s+в\s+(?:министерстве|органах)\s+юстиции(?:\s+республики\s+казахстан)?)?"
)
_ENTERED = (
    r"(?:введения\s+в\s+действие|вступления\s+в\s+силу)\s+(?:настоящ\w+\s+" + _ACT + r"\w*|его\b|ее\b)"
    r"|(?:его\s+|ее\s+)(?:введения\s+в\s+действие|вступления\s+в\s+силу)"
)
_SINCE = r"(?:со\s+дня|с\s+даты|с\s+момента)\s+"
_LONG_AFTER = (
    r"(?:по\s+истечении|через|спустя)\s+(?P<span>[^.;,:]{1,60}?)\s+(?:после|со|с)\s+(?:(?:дня|даты|момента)\s+)?"
)
_AFTER = r"(?:после\s+(?:дня\s+|даты\s+)?|(?:со\s+дня|с\s+даты),\s+следующ\w+\s+за\s+(?:днем|датой)\s+)"
_CARDINALS = {
    "одного": 1, "одному": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "пять": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "десять": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13,
    "четырнадцати": 14, "пятнадцати": 15, "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18,
    "девятнадцати": 19, "двадцати": 20, "двадцать": 20, "тридцати": 30, "тридцать": 30, "сорока": 40, "сорок": 40,
    "пятидесяти": 50, "пятьдесят": 50, "шестидесяти": 60, "шестьдесят": 60, "семидесяти": 70, "восьмидесяти": 80,
    "девяноста": 90, "ста": 100, "сто": 100, "один": 1, "два": 2, "три": 3, "четыре": 4, "шесть": 6, "семь": 7,
    "восемь": 8, "девять": 9, "двенадцать": 12, "пятнадцать": 15,
}  # fmt: skip
_KINDS = (
    ("подпункт", "subparagraph"), ("пункт", "paragraph"), ("стать", "article"), ("статей", "article"),
    ("абзац", "alinea"), ("част", "part"), ("глав", "chapter"), ("раздел", "section"), ("приложени", "annex"),
)  # fmt: skip


def _kind(word: str) -> str | None:
    return next((kind for stem, kind in _KINDS if word.startswith(stem)), None)


def _plural(word: str) -> bool:
    return re.search(r"(?:ов|ев|[ая]м|[ая]ми|[ая]х|ты|цы|лы)$|статей|частей|приложени[йя]$|глав$", word) is not None


def _is_outer(word: str) -> bool:  # noqa: ARG001 (in Russian what others stand in comes last)
    return False


def _units(text: str) -> NamedParts | None:
    return named(text, _kind, ordinal, inner_first=True, plural=_plural, outer=_is_outer)


_TIMES = Times(
    rules=(
        RulePattern("after_publication", re.compile(_LONG_AFTER + _PUBLISHED)),
        RulePattern("after_registration", re.compile(_LONG_AFTER + _REGISTERED)),
        RulePattern("after_entry", re.compile(_LONG_AFTER + f"(?:{_ENTERED})")),
        RulePattern("publication", re.compile(_SINCE + _PUBLISHED)),
        RulePattern("registration", re.compile(_SINCE + _REGISTERED)),
        RulePattern("after_publication", re.compile(_AFTER + _PUBLISHED)),
        RulePattern("after_registration", re.compile(_AFTER + _REGISTERED)),
        RulePattern("signature", re.compile(_SINCE + r"(?:его\s+|ее\s+)?(?:подписания|принятия)")),
        RulePattern("fixed", re.compile(r"(?:с\s+)?" + _DAY)),
    ),
    cardinals=_CARDINALS,
    spans=(
        (re.compile(r"календарн\w+"), None),
        (re.compile(r"рабоч\w+"), "working_day"),
        (re.compile(r"дн(?:я|ей|и)"), "calendar_day"),
        (re.compile(r"месяц(?:а|ев)?"), "month"),
        (re.compile(r"год(?:а)?|лет"), "year"),
    ),
    month=month,
)

# Units in a row, each with «настоящего приказа» or without.
_ROW = r"(?:UO?(?:,?A?UO?)*)"
# «который вводится в действие с … и действует до …», «вводимого в действие с …»
_WHICH = r"(?:,?(?:WE|P)R(?:,?N)?(?:A?T)?|,?W[TB])"
_EXCEPT = rf"(?:,?X:?(?:I?{_ROW}{_WHICH}?;?)(?:,?A?I?{_ROW}{_WHICH}?;?)*)"
# «а подпункт 2) … – с …, подпункт 3) – с …»: what follows the first has its own verb or dash.
_NEXT = rf"(?:[,;]?A?{_ROW}[ED]R(?:,?N)?(?:A?T)?)"
_CONTRAST = rf"(?:,?C{_ROW}[ED]?R(?:,?N)?(?:A?T)?{_NEXT}*|,?CF?{_ROW}[TB])"
_TAIL = r"(?:,?A?Q|,?A?B|,?A?T)"
# «остальная часть – …», «в остальной части настоящий приказ вводится …», «остальные пункты настоящего приказа …»
_REST = rf"G,?[OS]?,?[ED]?R(?:,?N)?T?{_TAIL}*"
_SHAPES = re.compile(
    rf"(?:L,?)?(?:S(?:{_EXCEPT},?)?|{_EXCEPT},?S)(?:QA|B,?A)?ER(?:,?N)?T?{_TAIL}*{_EXCEPT}?{_CONTRAST}*"
    rf"|(?:C,?|L,?)?F?{_ROW}ER(?:,?N)?(?:,?A?T)?(?:,?A?B)?{_CONTRAST}*"
    rf"|(?:C,?|L,?)?F?{_ROW}[TB]"
    rf"|(?:L,?)?F?{_ROW}ER(?:,?N)?(?:A?T)?(?:[,;]?A?C?{_ROW}[ED]?R(?:,?N)?(?:A?T)?)*[,;]?A?C?{_REST}"
    rf"|(?:{_EXCEPT},?)?{_REST}"
)

ENTRY = entry_words(
    EntryClauseWords(
        article=re.compile(r"\s*статья\s+\d+(?:-\d+)?\s*\.?\s*"),
        subject=re.compile(
            rf"(?:настоящ(?:ий|ее|ая)\s+)?(?!указанн){_ACT}(?:е|я|ь)?(?=\s+(?:ввод|вступ|подлеж|действ|не\s|и\s|распр))"
        ),
        pieces=(
            ("L", re.compile(r"(?:установить|определить),\s+что\b")),
            ("S", re.compile(rf"настоящ(?:ий|ее|ая)\s+{_ACT}(?:е|я|ь)?(?=[\s,]|$)")),
            ("O", re.compile(rf"(?:к\s+)?настоящ(?:его|ей|ему)\s+{_ACT}\w*")),
            (
                "G",
                re.compile(
                    r"(?:в\s+)?(?:остальн|прочи)\w+\s+"
                    r"(?:част[ьи]\b|норм[ыа]\w?\b|положени\w+|(?P<units>пункт|стать)[ыи]\b)|в\s+остальном\b"
                ),
            ),
            (
                "B",
                re.compile(
                    rf"распростран(?:яется|яются)\s+на\s+(?:право|правовые\s+)?отношения,?\s+возникш\w+\s+с\s+{_DAY}"
                ),
            ),
            ("T", re.compile(rf"действу\w+\s+(?:до\s+{_DAY}(?P<through>\s+включительно)?)")),
            ("T", re.compile(rf"действу\w+\s+(?P<through>по\s+){_DAY}(?:\s+включительно)?")),
            ("T", re.compile(rf"до\s+{_DAY}(?P<through>\s+включительно)?")),
            ("T", re.compile(rf"(?P<through>по\s+){_DAY}(?:\s+включительно)?")),
            ("N", re.compile(rf"но\s+не\s+ранее(?:,?\s+чем)?\s+(?:с\s+)?{_DAY}")),
            (
                "Q",
                re.compile(
                    rf"вступает\s+в\s+силу\s+{_SINCE}(?:{_REGISTERED}|(?:его\s+)?подписания)(?=,?\s+и\s+вводится)"
                ),
            ),
            ("P", re.compile(rf"(?:вводим|вступающ)\w+\s+{_ENTER}")),
            ("E", re.compile(rf"(?:вводи|вводя|вступа)(?:тся|ет|ют)\s+{_ENTER}")),
            ("W", re.compile(r"котор\w+\b")),
            ("X", re.compile(r"(?:за\s+исключением|кроме)\b")),
            ("Q", re.compile(r"подлежит\s+(?:обязательному\s+)?(?:официальному\s+)?опубликованию")),
            ("C", re.compile(r"(?:при\s+этом|а)\b(?!\s+также)")),
            ("A", re.compile(r"(?:и|а\s+также)\b")),
            ("H", re.compile(r"(?:прекраща|утрачива|утрат)\w+")),
            ("F", re.compile(r"действие\b|положения\b|нормы\b")),
            ("D", re.compile(r"-(?=\s)")),
            ("I", re.compile(r"\d+\)(?=\s*(?:абзац|подпункт|пункт|стат|част|глав|раздел|приложен))")),
        ),
        times=_TIMES,
        units=_units,
        kind=_kind,
        shapes=_SHAPES,
        telling=re.compile(r"[SUO].*[ETBP]|[ET].*[SUR]|O.*H"),
        force=re.compile(
            r"\b(?:ввод|введ|вступ|распростран|применя|применен|сил[ауыео]\b|настоящ|нов\w+\b|приказ|закон\w*\b|кодекс|"
            r"постановлен|решени|указ\w*\b|акт\w{0,3}\b|норм[аыуе]\w?\b|положени|пункт|подпункт|стать|статей|абзац|част[иьея]|"
            r"глав[аеуы]|раздел|приложени|изменени|дополнени|он[аои]?\b|дн[яейи]\w?\b|месяц|год\w*\b)"
        ),
        rule_first=False,
        outer=None,
        other=lambda sentence: clause_kind(sentence, "rus") not in (None, "entry_into_force"),
    ),
    unknown="пункт о введении в действие не найден",
)
