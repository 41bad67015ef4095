"""Russian words of structure. See :class:`lexkz.languages.structure.Structure` for what each of them means."""

import re

from lexkz.languages.rus.ordinals import ordinal
from lexkz.languages.structure import ARABIC, ROMAN, Structure

_WORD_END = r"(?![^\W\d_])"
_MONTHS = {
    "январ": 1,
    "феврал": 2,
    "март": 3,
    "апрел": 4,
    "ма": 5,
    "июн": 6,
    "июл": 7,
    "август": 8,
    "сентябр": 9,
    "октябр": 10,
    "ноябр": 11,
    "декабр": 12,
}
_DATE = r"(?P<day>\d{1,2})\s+(?P<month>" + "|".join(_MONTHS) + r")(?:я|а|ь)?\s+(?P<year>\d{4})\s*(?:года|г\.?)"
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", _DATE)
_ACT = r"(?:совместн\S+\s+)?(?:приказ|закон|конституционный закон|постановление|указ|решение|распоряжение|кодекс)"
_POST = (
    r"министр|президент|председател|аким|директор|руководител|начальник|прокурор|секретар|спикер|судья|"
    r"заведующ|ректор|премьер"
)
_REQUISITE = (
    "(?:"
    + "|".join(
        (
            # «Приказ Министра … от 1 марта 2022 года № 12. Зарегистрирован в Министерстве юстиции …»
            rf"{_ACT}\s.*(?:от\s+{_ANY_DATE}|(?:№|n)\s*\d).*",
            r"зарегистрирован[ао]?\s+в\s.*",
            rf"{_ACT}\W*",
            rf"{_ACT}\s.{{0,200}}республики\s+казахстан\W*",
            rf"от\s+{_ANY_DATE}.*",
            rf"(?:№|n)\s*\d\S*(?:\s+от\s+{_ANY_DATE})?\W*",
            rf"{_ANY_DATE}(?:\s*(?:№|n)\s*\S+)?\W*",
            r"(?:г\.|город)\s*\w+(?:-\w+)?(?:\s.*)?",
        )
    )
    + ")$"
)

STRUCTURE = Structure(
    divisions=re.compile(
        rf"(?P<num>(?:§\s*(?P<sign>{ARABIC}|{ROMAN})|(?P<word>подраздел|раздел|глава|параграф|статья){_WORD_END}\s*"
        rf"(?P<number>{ARABIC}|{ROMAN}))\s?\.?)(?![\d)])"
    ),
    spelled_division=re.compile(
        rf"(?P<word>подраздел|раздел|глава|параграф|статья){_WORD_END}\s+(?P<ordinal>[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})"
    ),
    ordinal=ordinal,
    large_division=re.compile(r"(?:общая|особенная)\s+часть"),
    division_kinds={
        "подраздел": "subsection",
        "раздел": "section",
        "глава": "chapter",
        "параграф": "subchapter",
        "§": "subchapter",
        "статья": "article",
    },
    no_division=re.compile(r"\s*(?:закон|кодекс|конституц|настоящ|исключ|изложить)"),
    mention=re.compile(r"\s*(?:,|и|или|-)\s*[\w-]+\)\s"),
    formula=re.compile(
        r"(?:^|.*\s)(?:приказываю|приказываем|приказывает|постановляет|постановляю|постановляем|постановил[аои]?|"
        r"решил[аои]?|решает|обязываю|распоряжаюсь)(?:\s*:|$)"
    ),
    contents=re.compile(r"(?:оглавление|содержание)\W*"),
    # «Кодекс Республики Казахстан» alone says what kind of act it is, as «Закон Республики Казахстан» does.
    title=re.compile(
        r"(?:об?\s.*|(?:.*\sкодекс|.*конституция)\sреспублики казахстан\W*|(?:правила|стандарты?|положение|инструкция|"
        r"перечень|регламент|методика|"
        r"устав|нормы|нормативы|требования|порядок|формы?|типов\S+)\s.*)"
    ),
    act_words={
        "приказ": "order",
        "постановлени": "resolution",
        "кодекс": "code",
        "закон": "law",
        "указ": "decree",
        "решени": "decision",
        "распоряжени": "directive",
    },
    instruments={
        "правил": "rules",
        "стандарт": "standard",
        "инструкци": "instruction",
        "положени": "regulation",
        "переч": "list",
        "реестр": "register",
        "методик": "methodology",
        "регламент": "procedure",
        "устав": "charter",
        "форма": "form",
    },
    requisite=re.compile(_REQUISITE),
    date=re.compile(_DATE),
    months=_MONTHS,
    registration=re.compile(
        r"зарегистрирован\S*\s+в\s+(?:министерстве|департаменте|"
        r"органах)\s+юстиции(?:\s+республики\s+казахстан)?(?:\s+(?P<date>\d{1,2}\s+\S+\s+\d{4})\s*(?:года|г\.))?"
        r"\s*(?:за\s+)?(?:№|n)\s*(?P<number>\d+)"
    ),
    editor_note=re.compile(r"сноска\s*[.:!]"),
    editor_office=re.compile(r"примечание\s+(?:рцпи|изпи|ипс|зқаи)\W|примечание\s+рцпи"),
    dated=re.compile(r"\d{1,2}\.\d{2}\.\d{4}|\d{4}\.\d{2}\.\d{2}|(?:№|n)\s*\d|от\s+\d{1,2}\s+\w+\s+\d{4}"),
    amended_by=re.compile(
        r"(?:законом|законами|приказом|постановлением|кодексом|указом|решением)(?![^\W\d_])|вводится\s+в\s+действие"
    ),
    note=re.compile(r"примечани[ея]\s*[.:–-]|сноска\s*[.:]"),
    noted_unit=re.compile(
        r"стат(?:ья|ьи|ье|ью|ьей)\s+(?P<article>\d+(?:-\d+)*)|пункт\S{0,3}\s+(?P<paragraph>\d+(?:-\d+)*)|"
        r"(?P<whole>заголов|преамбул|утратил|текст|вводится в действие)"
    ),
    form=re.compile(r"\W*форма(?:\s+\d+(?:-\d+)?)?\W*"),
    annex=re.compile(r"приложение(?:\s*(?:№|n)?\s*(?P<number>\d{1,3}(?:-\d{1,2})?))?(?=\s+к\s|\W*$).*"),
    annex_ends_mark=False,
    approved=re.compile(r"\W*утвержд(?:ен[аоы]?|ёны?|аю)(?![^\W\d_]).*"),
    mark_start=re.compile(r"\W*(?:приложение|утвержд(?:ен[аоы]?|аю)(?![^\W\d_]))"),
    mark_authority=re.compile(r"(?:приложение|утвержд)"),
    republic="республики казахстан",
    body_named=re.compile(
        r"(?:министерство|агентство|комитет|департамент|управление|банк)(?:\s+республики казахстан)?$"
    ),
    mark_goes_on=re.compile(
        r"к\s|министра|и\.\s?о\.|от\s+\S*\s?\d|республики|заместителя|премьер|правительства|председателя|"
        r"агентства|национального|"
        r"акима|постановлению|приказу|приказом|постановлением|закону|законом|решению|решением|(?:№|n)\s*\d"
    ),
    belongs=re.compile(r"приложение\s*(?:(?:№|n)?\s*\d\S*)?\s+к\s+(?:настоящ\S+\s+|совместн\S+\s+)?(?P<noun>\S+)"),
    form_stem="форм",
    self_reference=re.compile(
        r"(?<![^\W\d_])настоящ(?:ий|его|ему|им|ем|ее)\s+(?P<stem>приказ|постановлени|кодекс|закон|указ|решени|"
        r"распоряжени)"
    ),
    post=re.compile(rf"(?<![^\W\d_])(?:\S*-)?(?:{_POST})\S*"),
    post_start=re.compile(
        rf"(?:{_POST}|вице-|заместител|исполняющ|и\.\s?о\.|временно|первый\s|генеральн|главн|республики|глава\s|"
        rf"депутат)"
    ),
    approval=re.compile(r"\W*согласован(?:о|а|ы)?\W*"),
    heading_word=re.compile(r"(?<![^\W\d_])(?:заголов|наименовани)"),
    addressee=re.compile(
        r"(?:кому|от кого|(?:руководител|директор|председател|министр|начальник)(?:ю|у)(?![^\W\d_])|"
        r"в\s+(?:комисси|управлени|отдел|министерств))"
    ),
)
"""The words of structure in Russian."""
