"""The body that an amending act says adopted the base, where no list of bodies knows either of the two."""

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build

BASE = {
    "rus": """О тестовых правилах
Решение маслихата Тестового района от 3 февраля 2022 года № 201
1. Раз.
2. Два.""",
    "kaz": """Сынақ қағидалары туралы
Сынақ аудандық мәслихатының 2022 жылғы 3 ақпандағы № 201 шешімі
1. Бір.
2. Екі.""",
}
AMENDING = {
    "rus": """О внесении изменений
Решение маслихата Тестового района от 1 марта 2024 года № 301
1. Внести в решение {body} от 3 февраля 2022 года № 201 "О тестовых правилах" следующее изменение:
пункт 2 исключить.
2. Настоящее решение вводится в действие со дня подписания.""",
    "kaz": """Өзгерістер енгізу туралы
Сынақ аудандық мәслихатының 2024 жылғы 1 наурыздағы № 301 шешімі
1. "Сынақ қағидалары туралы" {body} 2022 жылғы 3 ақпандағы № 201 шешіміне мынадай өзгеріс енгізілсін:
2-тармақ алып тасталсын.
2. Осы шешім қол қойылған күнінен бастап қолданысқа енгізіледі.""",
}


def _act(text: str, lang: Lang) -> Act:
    return build(read_text("\n\n".join(text.split("\n")), lang=lang))


@pytest.mark.parametrize(
    ("lang", "body", "code"),
    [
        ("rus", "маслихата Тестового района", None),
        ("rus", "Тестового районного маслихата", None),
        ("rus", "маслихата Другого района", "consolidate.citation_differs"),
        ("kaz", "Сынақ аудандық мәслихатының", None),
        ("kaz", "Басқа қалалық мәслихатының", "consolidate.citation_differs"),
    ],
)
def test_an_act_of_another_body_with_the_same_day_and_number_is_not_the_base(
    lang: Lang, body: str, code: str | None
) -> None:
    # Bodies of one kind give the same number on one day; in the register each act has its own.
    base = _act(BASE[lang], lang)
    amending = annotate(_act(AMENDING[lang].format(body=body), lang))
    report = consolidate(base, [amending]).report
    assert [one.code for one in report.findings if one.severity == "error"] == ([code] if code else [])
    assert [one.outcome for one in report.commands] == ["refused" if code else "applied"]


RENAMED = {
    "rus": (
        "О тестовых правилах\nПриказ Министра культуры и спорта Республики Казахстан от 3 февраля 2022 года № 201. "
        "Зарегистрирован в Министерстве юстиции Республики Казахстан 9 февраля 2022 года № 26750\n1. Раз.\n2. Два.",
        "О внесении изменений\nПриказ Министра культуры и информации Республики Казахстан от 1 марта 2024 года № 301\n"
        '1. Внести в приказ {body} от 3 февраля 2022 года № 201 "О тестовых правилах" (зарегистрирован в Реестре '
        "государственной регистрации нормативных правовых актов под № 26750) следующее изменение:\nпункт 2 исключить.\n"
        "2. Настоящий приказ вводится в действие со дня подписания.",
    ),
    "kaz": (
        "Сынақ қағидалары туралы\nҚазақстан Республикасы Мәдениет және спорт министрінің 2022 жылғы 3 ақпандағы № 201 "
        "бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2022 жылғы 9 ақпанда № 26750 болып тіркелді\n"
        "1. Бір.\n2. Екі.",
        "Өзгерістер енгізу туралы\nҚазақстан Республикасы Мәдениет және ақпарат министрінің 2024 жылғы 1 наурыздағы "
        '№ 301 бұйрығы\n1. "Сынақ қағидалары туралы" {body} 2022 жылғы 3 ақпандағы № 201 бұйрығына (Нормативтік '
        "құқықтық актілерді мемлекеттік тіркеу тізілімінде № 26750 болып тіркелген) мынадай өзгеріс енгізілсін:\n"
        "2-тармақ алып тасталсын.\n2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.",
    ),
}


@pytest.mark.parametrize(
    ("lang", "body", "outcome"),
    [
        ("rus", "Министра культуры и информации Республики Казахстан", "applied"),
        ("rus", "МКС РК", "applied"),
        ("rus", "исполняющего обязанности Министра культуры и спорта Республики Казахстан", "applied"),
        ("rus", "Министра обороны Республики Казахстан", "refused"),
        ("kaz", "Қазақстан Республикасы Мәдениет және ақпарат министрінің", "applied"),
        ("kaz", "Қазақстан Республикасы Қорғаныс министрінің", "refused"),
    ],
)
def test_of_one_number_in_the_register_a_body_of_a_like_name_is_the_same_and_another_is_not(
    lang: Lang, body: str, outcome: str
) -> None:
    base, amending = RENAMED[lang]
    report = consolidate(_act(base, lang), [annotate(_act(amending.format(body=body), lang))]).report
    assert [one.outcome for one in report.commands] == [outcome], report.findings


@pytest.mark.parametrize(
    ("lang", "cited", "outcome"),
    [
        ("rus", "О тестовых правилах лицензий на импорт товаров и сырья для них", "applied"),
        ("rus", "О тестовых правилах лицензий на импотр товаров и сырья для них", "applied"),
        ("rus", "О тестовых правилах лицензий на экспорт товаров и сырья для них", "refused"),
        ("kaz", "Тауарлар мен шикізат импортын лицензиялаудың сынақ қағидалары туралы", "applied"),
        ("kaz", "Тауарлар мен шикізат импортын лицензиялаудыңсынақ қағидалары туралы", "applied"),
        ("kaz", "Тауарлар мен шикізат экспортын лицензиялаудың сынақ қағидалары туралы", "refused"),
    ],
)
def test_a_title_with_a_slip_is_the_same_and_one_with_another_word_is_not(lang: Lang, cited: str, outcome: str) -> None:
    own = {"rus": ("О тестовых правилах", "О тестовых правилах лицензий на импорт товаров и сырья для них")}
    own["kaz"] = ("Сынақ қағидалары туралы", "Тауарлар мен шикізат импортын лицензиялаудың сынақ қағидалары туралы")
    base, amending = (text.replace(*own[lang]) for text in RENAMED[lang])
    body = {"rus": "Министра культуры и спорта Республики Казахстан"}
    body["kaz"] = "Қазақстан Республикасы Мәдениет және спорт министрінің"
    text = amending.format(body=body[lang]).replace(own[lang][1], cited)
    report = consolidate(_act(base, lang), [annotate(_act(text, lang))]).report
    assert [one.outcome for one in report.commands] == [outcome], report.findings


@pytest.mark.parametrize(
    ("lang", "was", "cited", "outcome"),
    [
        ("rus", "образования и науки", "просвещения", "applied"),
        ("rus", "образования и науки", "обороны", "refused"),
        ("kaz", "Білім және ғылым", "Оқу-ағарту", "applied"),
        ("kaz", "Білім және ғылым", "Қорғаныс", "refused"),
    ],
)
def test_a_ministry_cited_by_the_name_of_its_heir_is_the_same(lang: Lang, was: str, cited: str, outcome: str) -> None:
    known = {"rus": ("культуры и спорта", "Министра {} Республики Казахстан")}
    known["kaz"] = ("Мәдениет және спорт", "Қазақстан Республикасы {} министрінің")
    base, amending = RENAMED[lang][0].replace(known[lang][0], was), RENAMED[lang][1]
    text = amending.format(body=known[lang][1].format(cited))
    report = consolidate(_act(base, lang), [annotate(_act(text, lang))]).report
    assert [one.outcome for one in report.commands] == [outcome], report.findings
