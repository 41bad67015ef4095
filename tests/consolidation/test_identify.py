"""Which act a command is about, by what acts call themselves and by how they are cited."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

import lexkz
from lexkz.akn.meta import Identity
from lexkz.akn.namespace import q
from lexkz.amendment.model import BaseAct
from lexkz.consolidation.identify import NamedBase, is_base, is_nearly, same_base
from lexkz.languages.detect import Lang
from tests.consolidation.written import case

LAW = {
    "rus": (
        "{title}\nЗакон Республики Казахстан от 5 июня 2011 года № 440-IV\n"
        "Статья 1. Колодцы\nКолодцы открыты.\nПрезидент Республики Казахстан\n",
        "О внесении изменения в Закон Республики Казахстан «{cited}»\n"
        "Статья 1. Внести в Закон Республики Казахстан от {day} июня 2011 года «{cited}» следующее изменение:\n"
        "в статье 1 слово «открыты» заменить словом «закрыты».\n"
        "Статья 2. Настоящий Закон вводится в действие со дня его подписания.\n",
        "закрыты",
    ),
    "kaz": (
        "{title}\nҚазақстан Республикасының 2011 жылғы 5 маусымдағы № 440-IV Заңы\n"
        "1-бап. Құдықтар\nҚұдықтар ашық болады.\nҚазақстан Республикасының Президенті\n",
        "«{cited}» Қазақстан Республикасының Заңына өзгеріс енгізу туралы\n"
        "1-бап. «{cited}» 2011 жылғы {day} маусымдағы Қазақстан Республикасының Заңына мынадай өзгеріс енгізілсін:\n"
        "1-баптағы «ашық» деген сөз «жабық» деген сөзбен ауыстырылсын.\n"
        "2-бап. Осы Заң қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
        "жабық",
    ),
}


def _made(lang: Lang, title: str, cited: str, day: str = "5") -> tuple[str, list[str]]:
    base, order, _ = LAW[lang]
    act = lexkz.read_text(base.format(title=title), lang=lang)
    done = lexkz.consolidate(act, lexkz.read_text(order.format(cited=cited, day=day), lang=lang))
    return done.to_text(), [found.code for found in done.report.findings if found.severity == "error"]


@pytest.mark.parametrize(
    ("lang", "title", "cited"),
    [
        ("rus", "О колодцах (вымышленный)", "О колодцах"),
        ("rus", "О колодцах (с изменениями и дополнениями на 1 января)", "О колодцах"),
        ("rus", "О колодцах", "О колодцах (новая редакция)"),
        ("rus", "О колодцах и родниках (утратил силу)", "О колодцах и родниках"),
        ("kaz", "Құдықтар туралы (ойдан шығарылған)", "Құдықтар туралы"),
        ("kaz", "Құдықтар туралы (1 қаңтардағы өзгерістермен)", "Құдықтар туралы"),
        ("kaz", "Құдықтар туралы", "Құдықтар туралы (жаңа редакция)"),
        ("rus", "Закон Республики Казахстан «О колодцах» (вымышленный)", "О колодцах"),
        ("kaz", "«Құдықтар туралы» Қазақстан Республикасының Заңы (ойдан шығарылған)", "Құдықтар туралы"),
    ],
)
def test_of_a_law_cited_by_day_and_title_a_remark_in_brackets_makes_no_other(
    lang: Lang, title: str, cited: str
) -> None:
    text, errors = _made(lang, title, cited)
    assert LAW[lang][2] in text
    assert errors == []


@pytest.mark.parametrize(
    ("lang", "title", "cited", "day"),
    [
        ("rus", "О колодцах (часть первая)", "О колодцах (часть вторая)", "5"),
        ("rus", "О колодцах (вымышленный)", "О мостах", "5"),
        ("rus", "О колодцах (вымышленный)", "О колодцах", "6"),
        ("kaz", "Құдықтар туралы (бірінші бөлік)", "Құдықтар туралы (екінші бөлік)", "5"),
        ("kaz", "Құдықтар туралы (ойдан шығарылған)", "Көпірлер туралы", "5"),
        ("kaz", "Құдықтар туралы (ойдан шығарылған)", "Құдықтар туралы", "6"),
        ("rus", "О введении в действие Закона «О колодцах»", "О колодцах", "5"),
        ("kaz", "«Құдықтар туралы» Заңды қолданысқа енгізу туралы", "Құдықтар туралы", "5"),
    ],
)
def test_another_law_is_not_changed_and_that_is_an_error(lang: Lang, title: str, cited: str, day: str) -> None:
    text, errors = _made(lang, title, cited, day)
    assert LAW[lang][2] not in text
    assert errors == ["consolidate.no_command"]


CODE = {
    "rus": (
        "{title}\nКодекс Республики Казахстан от 5 июня 2011 года № 440-IV\n"
        "Статья 1. Колодцы\nКолодцы открыты.\nПрезидент Республики Казахстан\n",
        "О внесении изменений в некоторые законодательные акты\nЗакон Республики Казахстан от 6 марта 2021 года № 12\n"
        "Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:\n"
        "1. В Водный кодекс Республики Казахстан от 5 июня 2011 года:\n"
        "в статье 1 слово «открыты» заменить словом «закрыты».\n"
        "Статья 2. Настоящий Закон вводится в действие со дня его подписания.\n",
        "закрыты",
    ),
    "kaz": (
        "{title}\nҚазақстан Республикасының 2011 жылғы 5 маусымдағы № 440-IV Кодексі\n"
        "1-бап. Құдықтар\nҚұдықтар ашық болады.\nҚазақстан Республикасының Президенті\n",
        "Кейбір актілерге өзгерістер енгізу туралы\nҚазақстан Республикасының 2021 жылғы 6 наурыздағы № 12 Заңы\n"
        "1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер енгізілсін:\n"
        "1. 2011 жылғы 5 маусымдағы Қазақстан Республикасының Су кодексіне:\n"
        "1-баптағы «ашық» деген сөз «жабық» деген сөзбен ауыстырылсын.\n"
        "2-бап. Осы Заң қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
        "жабық",
    ),
}


@pytest.mark.parametrize(
    ("lang", "title", "found"),
    [
        ("rus", "Водный кодекс Республики Казахстан", True),
        ("rus", "ВОДНЫЙ КОДЕКС", True),
        ("rus", "Лесной кодекс", False),
        ("kaz", "Қазақстан Республикасының Су кодексі", True),
        ("kaz", "СУ КОДЕКСІ", True),
        ("kaz", "Орман кодексі", False),
    ],
)
def test_a_code_is_one_with_and_without_the_name_of_the_state(lang: Lang, title: str, found: bool) -> None:
    base, order, changed = CODE[lang]
    done = lexkz.consolidate(lexkz.read_text(base.format(title=title), lang=lang), lexkz.read_text(order, lang=lang))
    assert (changed in done.to_text()) is found


CITED = BaseAct("order", "О колодцах", "2011-06-05", "440", "/akn/kz/act/order/2011-06-05/440", "19900")
OTHER = BaseAct("order", "О мостах", "2012-07-06", "550", "/akn/kz/act/order/2012-07-06/550", "19911")
_STATES = tuple(product(("same", "other", "unknown"), repeat=4))


def _cited(fields: tuple[str, ...], states: tuple[str, ...]) -> tuple[BaseAct, set[str], set[str]]:
    """What is cited in this state, and the names of the fields that are the same and that are other ones."""
    said: dict[str, Any] = {
        name: getattr({"same": CITED, "other": OTHER}[state], name) if state != "unknown" else None
        for name, state in zip(fields, states, strict=True)
    }
    known = {state: {name for name, each in zip(fields, states, strict=True) if each == state} for state in states}
    blank = BaseAct("order", None, None, None)
    return replace(blank, **said), known.get("same", set()), known.get("other", set())


@pytest.mark.parametrize("states", _STATES, ids=" ".join)
def test_a_citation_means_an_act_where_all_agrees_that_is_enough_to_tell_it(states: tuple[str, ...]) -> None:
    base, same, other = _cited(("registration", "number", "date", "title"), states)
    act = NamedBase(
        Identity(lang="rus", type="order", date=CITED.date, number=CITED.number), CITED.title, CITED.registration
    )
    if "registration" in same:
        wanted = True
    elif {"number", "date"} <= same | other:
        wanted = {"number", "date"} <= same
    else:
        wanted = "title" in same and not other
    assert is_base(base, act) is wanted
    assert is_nearly(base, act) is ("title" in same and len(same & {"number", "date"}) == 1)
    # What the act does not know of itself is no difference.
    nameless = replace(act, title=None, registration=None)
    assert is_base(base, nameless) is ({"number", "date"} <= same)


@pytest.mark.parametrize("states", _STATES, ids=" ".join)
def test_two_citations_mean_one_act_by_its_iri_else_by_number_and_day_else_by_title(states: tuple[str, ...]) -> None:
    base, same, other = _cited(("iri", "number", "date", "title"), states)
    if "iri" in same | other:
        wanted = "iri" in same
    elif {"number", "date"} <= same | other:
        wanted = {"number", "date"} <= same
    else:
        wanted = "title" in same
    assert same_base(CITED, base) is same_base(base, CITED) is wanted
    assert same_base(base, base)


def test_each_document_of_a_text_bears_the_expression_of_the_whole() -> None:
    made, _ = case(
        "",
        "rus",
        "пункт 1 исключить.\n--- rules\n1. Первый.\n2. Второй.\n--- after\n1. исключен\n2. Второй.\n",
    ).consolidated()
    said = [each.get("value", "") for each in made.act.root.iterfind(f".//{q('FRBRExpression')}/{q('FRBRthis')}")]
    assert len(said) > 1
    assert all(each.startswith(f"{made.report.expression}/!") for each in said), said
