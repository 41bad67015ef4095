"""How the commands are marked up in the amending act: modifications that name their old and new text by eId."""

import pytest
from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.amendment.annotate import annotate
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build

ORDERS: dict[Lang, str] = {
    "rus": """О внесении изменений (тестовый приказ)
ПРИКАЗЫВАЮ:
1. Внести в приказ Министра финансов Республики Казахстан от 5 октября 2020 года № 115 «О тарифах» следующие изменения:
пункт 2 изложить в следующей редакции:
"2. Два.";
пункты 3 и 4 изложить в следующей редакции:
"3. Три.
4. Четыре.";
в пункте 5 слова "а", "б" заменить соответственно словами "в", "г";
пункт 6 исключить;
приложения 1 и 2 изложить в новой редакции согласно приложениям 1 и 2 к настоящему приказу.
2. Настоящий приказ вводится в действие со дня подписания.
Министр А. Тестов
Приложение 1
к приказу Министра финансов
от 5 марта 2021 года № 11
Перечень
1. Раз.
Приложение 2
к приказу Министра финансов
от 5 марта 2021 года № 11
Список
1. Раз.
""",
    "kaz": """Өзгерістер енгізу туралы (сынақ бұйрығы)
БҰЙЫРАМЫН:
1. «Тарифтер туралы» Қазақстан Республикасы Қаржы министрінің 2020 жылғы 5 қазандағы № 115 бұйрығына мынадай \
өзгерістер енгізілсін:
2-тармақ мынадай редакцияда жазылсын:
"2. Екі.";
3 және 4-тармақтар мынадай редакцияда жазылсын:
"3. Үш.
4. Төрт.";
5-тармақтағы "а", "б" деген сөздер тиісінше "в", "г" деген сөздермен ауыстырылсын;
6-тармақ алып тасталсын;
1 және 2-қосымшалар осы бұйрыққа 1 және 2-қосымшаларға сәйкес жаңа редакцияда жазылсын.
2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
Министр А. Сынақов
Қаржы министрінің
2021 жылғы 5 наурыздағы
№ 11 бұйрығына
1-қосымша
Тізбе
1. Бір.
Қаржы министрінің
2021 жылғы 5 наурыздағы
№ 11 бұйрығына
2-қосымша
Тізім
1. Бір.
""",
}


def _texts(root: etree._Element, href: str) -> str:
    (found,) = (each for each in root.iter(etree.Element) if f"#{each.get('eId')}" == href)
    return f"{etree.QName(found).localname}: {' '.join(''.join(map(str, found.itertext())).split())}"


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_modification_names_the_whole_of_one_new_text_and_of_several_each_its_own(lang: Lang) -> None:
    root = annotate(build(read_text(ORDERS[lang], lang=lang)))[0].root
    found = [
        (
            mod.get("type"),
            mod.find(q("destination")).get("href", "").rpartition("#")[2],  # type: ignore[union-attr]
            [_texts(root, old.get("href", "")).split(":")[1].strip() for old in mod.iter(q("old"))],
            [_texts(root, new.get("href", "")).split(":")[0] for new in mod.iter(q("new"))],
        )
        for mod in root.iter(q("textualMod"))
    ]
    assert found[:5] == [
        ("substitution", "para_2", [], ["quotedStructure"]),
        ("substitution", "para_3", [], ["paragraph"]),
        ("substitution", "para_4", [], ["paragraph"]),
        ("substitution", "para_5", ["а", "б"], ["quotedText", "quotedText"]),
        ("repeal", "para_6", [], []),
    ]
    assert [new for _, _, _, new in found[5:]] == [["attachment"], ["attachment"]]
    annexes = [new.get("href") for mod in list(root.iter(q("textualMod")))[5:] for new in mod.iter(q("new"))]
    assert annexes == ["#att_1", "#att_2"]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_an_act_without_an_operative_part_commands_nothing_and_all_of_it_is_read(lang: Lang) -> None:
    act = build(read_text(ORDERS[lang], lang=lang))
    (inner,) = act.root
    for part in inner.findall(q("body")) + inner.findall(q("attachments")):
        inner.remove(part)
    reading = annotate(Act(E.akomaNtoso(inner)))[1]
    assert (reading.commands, reading.coverage.characters, reading.coverage.claimed) == ((), 0, 0)
