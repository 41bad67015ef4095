"""Which act a command is about, by what acts call themselves and by how they are cited."""

import pytest

import lexkz
from lexkz.languages.detect import Lang

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
    ],
)
def test_another_law_is_not_changed_and_that_is_an_error(lang: Lang, title: str, cited: str, day: str) -> None:
    text, errors = _made(lang, title, cited, day)
    assert LAW[lang][2] not in text
    assert errors == ["consolidate.no_command"]
