"""Russian names of structural units, kinds of act, approved acts and quoted things, in all their case forms."""

from dataclasses import replace
from functools import cache

from lexkz.languages.folding import fold
from lexkz.languages.rus.declension import NounForm, decline
from lexkz.languages.vocabulary import Noun, WordEntry

UNITS: dict[str, tuple[tuple[str, str, str | None], ...]] = {
    "annex": (("приложение", "приложение", None),),
    "section": (("раздел", "пункт", None),),
    "subsection": (("подраздел", "пункт", None),),
    "chapter": (("глава", "глава", None),),
    "subchapter": (("параграф", "пункт", None),),
    "article": (("статья", "статья", None),),
    "paragraph": (("пункт", "пункт", None),),
    "subparagraph": (("подпункт", "пункт", None),),
    "part": (("часть", "часть", None),),
    "alinea": (("абзац", "абзац", None),),
    "sentence": (("предложение", "приложение", None),),
    "table": (("таблица", "таблица", None),),
    "row": (
        ("строка", "строка", None),
        ("позиция", "инструкция", None),
        ("шапка", "строка", "шапок"),
        ("головка", "строка", "головок"),
    ),
    "column": (("графа", "глава", None), ("столбец", "столбец", None), ("колонка", "строка", "колонок")),
    "form": (("форма", "глава", None),),
    "heading": (
        ("заголовок", "заголовок", None),
        ("наименование", "приложение", None),
        ("название", "приложение", None),
    ),
    "preamble": (("преамбула", "глава", None),),
    "note": (("примечание", "приложение", None),),
    "footnote": (("сноска", "строка", "сносок"),),
    "contents": (("оглавление", "приложение", None), ("содержание", "приложение", None)),
}
"""Kind of unit (legal-technique.md) to its nouns: the noun, the noun it declines like, a fleeting genitive plural."""

UNITS_RARELY = frozenset({"позиция"})
"""Those of them that are units only with a number or a name beside them; elsewhere words like others."""

ABBREVIATED = {
    "ст": "article",
    "п": "paragraph",
    "пп": "subparagraph",
    "подп": "subparagraph",
    "абз": "alinea",
    "ч": "part",
    "гл": "chapter",
    "прил": "annex",
    "разд": "section",
}
"""Nouns cut short before a dot and a number («п. 2 ст. 6»), to their kinds."""
_ALL_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
ABBREVIATION = "_".join(("U", *(case.upper() for case in _ALL_CASES)))
"""Terminal of such a noun: it can be any case."""

LEAD = "вводная часть"
LEADS = {
    "nom": "вводная часть",
    "acc": "вводную часть",
    "gen": "вводной части",
    "ins": "вводной частью",
    "loc": "вводной части",
}
"""The words of a point before its list, by case: its first line. One form is two cases; the genitive is looked up."""

CORNER_MARKS = {
    "acc": ("правый верхний угол", "верхний правый угол", "нумерационный заголовок", "гриф утверждения", "гриф"),
    "gen": ("правого верхнего угла", "верхнего правого угла", "нумерационного заголовка", "грифа утверждения", "грифа"),
    "dat": ("правому верхнему углу", "верхнему правому углу", "нумерационному заголовку", "грифу утверждения", "грифу"),
    "ins": ("правым верхним углом", "верхним правым углом", "нумерационным заголовком", "грифом утверждения", "грифом"),
    "loc": ("правом верхнем углу", "верхнем правом углу", "нумерационном заголовке", "грифе утверждения", "грифе"),
}
"""The corner of an annex where its mark stands, or the mark itself, by case; the nominative is like the accusative."""

ACTS = {
    "order": ("приказ", "пункт"),
    "law": ("закон", "пункт"),
    "code": ("кодекс", "пункт"),
    "resolution": ("постановление", "приложение"),
    "decree": ("указ", "пункт"),
    "decision": ("решение", "приложение"),
    "directive": ("распоряжение", "приложение"),
    "constitution": ("конституция", "инструкция"),
}
"""Slug of a kind of act to its noun and the noun it declines like."""

INSTRUMENTS = (
    ("правило", "слово", "правил"),
    ("стандарт", "пункт", None),
    ("положение", "приложение", None),
    ("инструкция", "инструкция", None),
    ("перечень", "перечень", None),
    ("реестр", "пункт", None),
    ("методика", "строка", "методик"),
    ("порядок", "заголовок", None),
    ("регламент", "пункт", None),
    ("требование", "приложение", None),
    ("норматив", "пункт", None),
    ("норма", "глава", None),
    ("указание", "приложение", None),
    ("программа", "глава", None),
    ("план", "пункт", None),
    ("состав", "пункт", None),
    ("договор", "пункт", None),
    ("устав", "пункт", None),
    ("размер", "пункт", None),
    ("лимит", "пункт", None),
    ("тариф", "пункт", None),
    ("критерий", "критерий", None),
    ("показатель", "показатель", None),
    ("классификатор", "пункт", None),
    ("номенклатура", "глава", None),
    ("классификация", "инструкция", None),
    ("табель", "показатель", None),
    ("паспорт", "пункт", None),
    ("алгоритм", "пункт", None),
    ("расписание", "приложение", None),
    ("декларация", "инструкция", None),
    ("ведомость", "часть", None),
    ("календарь", "показатель", None),
    ("структура", "глава", None),
    ("ставка", "строка", "ставок"),
    ("концепция", "инструкция", None),
    ("стратегия", "инструкция", None),
    ("график", "порядок", None),
    ("схема", "глава", None),
    ("условие", "приложение", None),
    ("руководство", "слово", "руководств"),
    ("протокол", "пункт", None),
    ("соглашение", "приложение", None),
    ("коэффициент", "пункт", None),
    ("справочник", "порядок", None),
    ("образец", "столбец", None),
    ("квота", "глава", None),
    ("объем", "пункт", None),
    ("цена", "глава", None),
    ("доктрина", "глава", None),
    ("список", "заголовок", None),
    ("описание", "приложение", None),
    ("профиль", "показатель", None),
    ("надбавка", "строка", "надбавок"),
    ("величина", "глава", None),
)
"""Nouns that name an act approved by an order."""

_ONLY_PLURAL = frozenset({"правило"})
"""An approved act is «Правила», never «правило»."""

QUOTED_THINGS = (
    ("слово", "слово", "слов"),
    ("цифра", "глава", None),
    ("число", "слово", "чисел"),
    ("словосочетание", "приложение", None),
    ("аббревиатура", "глава", None),
    ("буква", "глава", None),
    ("знак", "порядок", None),
    ("символ", "пункт", None),
    ("обозначение", "приложение", None),
    ("сокращение", "приложение", None),
)
"""What a quotation is said to be: «слова "А"»."""

QUOTED_RARELY = (
    ("формула", "глава", None),
    ("выражение", "приложение", None),
    ("фраза", "глава", None),
    ("индекс", "пункт", None),
    ("дата", "глава", None),
    ("термин", "пункт", None),
    ("понятие", "приложение", None),
    ("сумма", "глава", None),
    ("дробь", "часть", None),
    ("код", "пункт", None),
    ("литера", "глава", None),
    ("фамилия", "инструкция", None),
    ("союз", "пункт", None),
    ("предлог", "порядок", None),
    ("частица", "глава", None),
)
"""What a quotation is said to be, too, right beside it; elsewhere a word like others."""


def nouns() -> dict[str, WordEntry]:
    """Return every form of the nouns above as grammar entries; keys are folded."""
    table: dict[str, WordEntry] = {}
    for kind, stems in UNITS.items():
        for noun, like, fleeting in stems:
            _add(table, "U", kind, decline(noun, like, fleeting=fleeting))
    for slug, (noun, like) in ACTS.items():
        _add(table, "A", slug, decline(noun, like))
    for noun, like, fleeting in INSTRUMENTS:
        forms = decline(noun, like, fleeting=fleeting)
        if noun in _ONLY_PLURAL:
            forms = {form: replace(found, plural=True, nominative="правила") for form, found in forms.items()}
            forms = {
                form: found
                for form, found in forms.items()
                if form not in ("правило", "правилу", "правилом", "правиле")
            }
            forms["правила"] = NounForm(("nom", "acc"), True, "правила")
        _add(table, "I", noun, forms)
    for noun, like, fleeting in (*QUOTED_THINGS, *QUOTED_RARELY):
        _add(table, "W", noun, decline(noun, like, fleeting=fleeting))
    _add(table, "W", "знак", {f"{form} препинания": found for form, found in decline("знак", "порядок").items()})
    for short, kind in ABBREVIATED.items():
        table[f"{short}."] = WordEntry(ABBREVIATION, Noun(kind, "nom", False, False, short))
    _add(table, "T", "text", decline("текст", "пункт"))
    for case, phrase in LEADS.items():
        table[fold(phrase)] = WordEntry(terminal("U", (case,)), Noun("alinea", case, False, False, LEAD))
    for case, phrases in CORNER_MARKS.items():
        for phrase in phrases:
            table[fold(phrase)] = WordEntry(terminal("U", (case,)), Noun("corner_mark", case, False, False, phrase))
    return table


def terminal(prefix: str, cases: tuple[str, ...]) -> str:
    """Return the terminal of a form that can be any of ``cases``: ``U_GEN``, ``U_NOM_ACC``."""
    return "_".join((prefix, *(case.upper() for case in cases)))


@cache
def case_sets() -> tuple[tuple[str, ...], ...]:
    """Return all sets of cases that one form of a noun above can be."""
    found = {tuple(entry.terminal.split("_")[1:]) for entry in nouns().values()}
    return tuple(sorted(tuple(case.lower() for case in cases) for cases in found))


def _add(table: dict[str, WordEntry], prefix: str, meaning: str, forms: dict[str, NounForm]) -> None:
    for form, found in forms.items():
        noun = Noun(meaning, "/".join(found.cases), found.plural, False, found.nominative)
        table.setdefault(fold(form), WordEntry(terminal(prefix, found.cases), noun))
