"""A sentence that was not understood counts for every act that the order amends, or for the one it stands under."""

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.consolidation.standing import standing
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build

BASES = {
    "rus": """Об утверждении {name}
Приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № {number}
ПРИКАЗЫВАЮ:
1. Центр ведёт учёт.
2. Центр отчитывается.""",
    "kaz": """{name} бекіту туралы
Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы 10 қаңтардағы № {number} бұйрығы
БҰЙЫРАМЫН:
1. Орталық есеп жүргізеді.
2. Орталық есеп береді.""",
}
NAMES = {
    "rus": ("Тестовых правил учёта", "Тестовых норм выдачи"),
    "kaz": ("Есептің сынақ қағидаларын", "Берудің сынақ нормаларын"),
}
ORDERS = {
    "rus": """О внесении изменений в некоторые приказы
Приказ Министра здравоохранения Республики Казахстан от 5 марта 2021 года № 11
ПРИКАЗЫВАЮ:
1. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "Об утверждении Тестовых \
правил учёта" следующие изменения:
{first}
2. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 8 "Об утверждении Тестовых \
норм выдачи" следующие изменения:
{second}
{last}
3. Настоящий приказ вводится в действие со дня подписания.""",
    "kaz": """Кейбір бұйрықтарға өзгерістер енгізу туралы
Қазақстан Республикасы Денсаулық сақтау министрінің 2021 жылғы 5 наурыздағы № 11 бұйрығы
БҰЙЫРАМЫН:
1. "Есептің сынақ қағидаларын бекіту туралы" Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы \
10 қаңтардағы № 7 бұйрығына мынадай өзгерістер енгізілсін:
{first}
2. "Берудің сынақ нормаларын бекіту туралы" Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы \
10 қаңтардағы № 8 бұйрығына мынадай өзгерістер енгізілсін:
{second}
{last}
3. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.""",
}
DONE = {"rus": "пункт 1 исключить.", "kaz": "1-тармақ алып тасталсын."}
UNREAD = {"rus": "пункт 2 исключит.", "kaz": "2-тармақ алып тасталын."}


def _act(text: str, lang: Lang) -> Act:
    return build(read_text("\n\n".join(line for line in text.split("\n") if line.strip()), lang=lang))


def _unread(lang: Lang, *, first: str, second: str, last: str = "") -> tuple[bool, bool]:
    """Whether the text of each of the two acts says that a sentence was not understood."""
    order = annotate(_act(ORDERS[lang].format(first=first, second=second, last=last), lang))
    made = [
        consolidate(_act(BASES[lang].format(name=name, number=number), lang), [order])
        for name, number in zip(NAMES[lang], ("7", "8"), strict=True)
    ]
    assert {one.outcome for done in made for one in done.report.commands} <= {"applied", "other_base"}
    return tuple(bool(standing(done.act.root).unread) for done in made)  # type: ignore[return-value]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_among_the_commands_for_one_act_it_counts_for_that_act_only(lang: Lang) -> None:
    done, unread = DONE[lang], UNREAD[lang]
    assert _unread(lang, first=f"{done}\n{unread}", second=done) == (True, False)
    assert _unread(lang, first=f"{unread}\n{done}", second=done) == (True, False)
    assert _unread(lang, first=done, second=f"{done}\n{unread}") == (False, True)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_where_no_command_stands_beside_it_the_act_named_above_it_does(lang: Lang) -> None:
    assert _unread(lang, first=DONE[lang], second=UNREAD[lang]) == (False, True)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_sentence_that_names_an_act_itself_counts_for_both(lang: Lang) -> None:
    says = {
        "rus": "в приказе от 10 января 2020 года № 7 пункт 2 исключит.",
        "kaz": "2020 жылғы 10 қаңтардағы № 7 бұйрықта 2-тармақ алып тасталын.",
    }[lang]
    assert _unread(lang, first=DONE[lang], second=f"{DONE[lang]}\n{says}") == (True, True)
