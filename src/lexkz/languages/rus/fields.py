"""Russian words of forms: «(фамилия, имя, отчество (при его наличии)) (подпись)», «"__" ______ 20__ года»."""

import re

from lexkz.languages.fields import DateForm, Fields
from lexkz.languages.rus.months import OF_MONTHS

_BODY = (
    r"(?:организаци|учреждени|предприяти|орган|министерств|ведомств|субъект|юридическо|банк|подразделени|"
    r"товариществ|акимат|центр|школ|поликлиник|больниц|фонд|агентств|комитет)"
)
_YEAR = re.compile(r"\s*(?:г\.?|год\w*)(?!\w)")

FIELDS = Fields(
    remark=re.compile(
        r"\((?:при (?:его |ее |их |наличии )?наличии|если имеется|если есть|в случае наличия|при налич\w*)\)"
    ),
    placeholder=re.compile(
        r"Место для ввода (?:текста|даты)\.|Щ[её]лкните(?: или коснитесь)?(?: здесь)?, чтобы ввести (?:текст|дату)\.|"
        r"Выберите (?:элемент|дату)\.|"
        r"(?:Click|Tap)(?: here| or tap| or tap here)? to enter (?:text|a date)\.|Choose an item\.",
        re.IGNORECASE,
    ),
    definition=re.compile(r"(?:в дальнейшем|далее)(?:\s+по тексту)?(?:\s+именуем\w+)?\s*[-:]?\s*(?P<term>.*)"),
    signature_last=re.compile(r"(?P<first>.+?)(?:\s*[,;/]\s*|\s+и\s+)(?P<signature>(?:личная )?подпись)"),
    signature_first=re.compile(r"(?P<signature>(?:личная )?подпись)(?:\s*[,;/]\s*|\s+и\s+)(?P<rest>.+)"),
    goes_on=re.compile(r"\s*(?:[,;/]|(?:и|или|либо|подпись)(?!\w))"),
    kinds={
        "signature": re.compile(r"(?<!\w)подпис[ьи](?!\w)"),
        "date": re.compile(r"(?<!\w)(?:дата|число,? месяц,? год|день,? месяц,? год)(?!\w)"),
        "person": re.compile(r"(?<!\w)(?:фамили[яию]|имя,? отчество|инициалы)(?!\w)|ф\.\s?и\.\s?о|(?<!\w)фио(?!\w)"),
        "organisation": re.compile(rf"(?:полное |сокращенное )?наименование\s(?:.*\s)?{_BODY}|^{_BODY}\w*$"),
        "number": re.compile(r"(?<!\w)(?:количество|число|сумма|размер|возраст|цена|стоимость|площадь|тенге)(?!\w)"),
    },
    identity_number=re.compile(r"(?<!\w)(?:иин|бин)(?!\w)|идентификационный номер"),
    in_words=re.compile(r"прописью|словами"),
    counted=re.compile(
        r"\s*(?:человек\w*|детей|тенге|тиын|штук\w*|единиц\w*|час(?:ов|а)?|дн(?:ей|я)|месяц(?:ев|а)?|лет|мест\w*|"
        r"ко(?:ек|йки)|процент\w*|кв\. ?м)(?!\w)"
    ),
    dates=(
        DateForm(
            ("day", "month", "year2"),
            re.compile(r"\"\s*$"),
            (re.compile(r"\s*\"\s*"), re.compile(r"\s*20\s*")),
            re.compile(r""),
        ),
        DateForm(
            ("day", "month", "year"),
            re.compile(r"\"\s*$"),
            (re.compile(r"\s*\"\s*"), re.compile(r"\s*")),
            _YEAR,
        ),
        DateForm(
            ("year2", "day", "month"),
            re.compile(r"(?<!\d)20\s*$"),
            (re.compile(r"\s*(?:г\.?|год|года)\s*\"\s*"), re.compile(r"\s*\"\s*")),
            re.compile(r""),
        ),
    ),
    months=OF_MONTHS,
    journal=re.compile(r"журнал|карточк|карта(?!\w)|реестр|книга|ведомость|анкета|опросник|паспорт|отчет"),
    date="Дата",
    yes=frozenset({"да", "есть"}),
    no=frozenset({"нет"}),
    blank="Место для записи",
)
"""The words of forms in Russian."""
