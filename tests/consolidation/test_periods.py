"""Where a changed text says from when it holds: at the line, heading, row or unit that a command changed."""

import pytest
from lxml import etree

from lexkz.akn.namespace import local
from tests.consolidation.written import case

BASE = """1. Срок пункта.
2. Дни:
1) срок подпункта;
срок строки.
Глава 1. Срок главы
3. По таблице:
№\tСрок
1\tсрок ячейки"""


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ('в пункте 1 слово "Срок" заменить словом "День".', "content in para_1"),
        ('в подпункте 1) пункта 2 слово "подпункта" исключить.', "intro in para_2__subpara_1"),
        ('в абзаце третьем пункта 2 слово "срок" исключить.', "alinea para_2__subpara_1__al_2"),
        ("абзац третий пункта 2 исключить.", "alinea para_2__subpara_1__al_2"),
        ('абзац первый пункта 2 изложить в следующей редакции:\n"2. Дни недели:".', "intro in para_2"),
        ('в заголовке главы 1 слово "Срок" заменить словом "День".', "heading in chp_1"),
        ('заголовок главы 1 изложить в следующей редакции:\n"Глава 1. Дни".', "heading in chp_1"),
        ('в пункте 3 в строке, порядковый номер 1, слово "срок" заменить словом "день".', "tr table_1__row_1"),
        ("пункт 1 исключить.", "paragraph para_1"),
        ('пункт 1 изложить в следующей редакции:\n"1. Новый.".', "paragraph para_1"),
        ('дополнить пунктом 4 следующего содержания:\n"4. Новый.".', "paragraph para_4"),
        ('пункт 1 дополнить абзацем следующего содержания:\n"строка".', "alinea para_1__al_2"),
        ('пункт 1 дополнить вторым предложением следующего содержания:\n"Ещё.".', "content in para_1"),
    ],
)
def test_a_changed_text_has_its_period_and_its_note_where_it_was_changed(sentence: str, marked: str) -> None:
    made, found = case("", "rus", f"{sentence}\n--- base\n{BASE}\n--- after\n1.").consolidated()
    assert found == ()
    (body,) = made.act.root.iter("{*}body")
    there = [element for element in body.iter(etree.Element) if element.get("period")]
    assert [_shown(element) for element in there] == [marked]
    assert [note.get("marker") for note in there[0].iter("{*}noteRef")] == ["*"]
    assert len(list(body.iter("{*}noteRef"))) == 1


def _shown(element: etree._Element) -> str:
    if element.get("eId"):
        return f"{local(element)} {element.get('eId')}"
    return f"{local(element)} in {next(outer.get('eId') for outer in element.iterancestors() if outer.get('eId'))}"
