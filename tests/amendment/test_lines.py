"""Which lines of an act may command, told by their words alone."""

import pytest
from lxml import etree

from lexkz.akn.namespace import E
from lexkz.amendment.lines import OperativeLine, may_command

_QUOTED = E.quotedStructure()
LINES = {
    "rus": (
        ("Внести следующие изменения:", True),
        ("Признать утратившими силу некоторые приказы:", True),
        ("Изменения вносятся в установленном порядке", False),
        ("Уполномоченный орган вправе исключить склад из реестра", False),
        ("исключить из реестра пункт", False),
        ("пункт 5 исключить", True),
        ("исключить пункт", False),
        ("слово «склад» исключить", True),
        ("пункт 5 устанавливает срок", False),
        ("слово «склад» стоит в реестре", False),
        ("Склад:", False),
    ),
    "kaz": (
        ("Мынадай өзгерістер енгізілсін:", True),
        ("Кейбір бұйрықтардың күші жойылды деп танылсын:", True),
        ("Өзгерістер белгіленген тәртіппен енгізіледі", False),
        ("Уәкілетті орган қойманы тізілімнен алып тастауға құқылы", False),
        ("5-тармақ алып тасталсын", True),
        ("тармақ алып тасталсын", False),
        ("«қойма» деген сөз алып тасталсын", True),
        ("5-тармақ мерзімді белгілейді", False),
        ("Қойма:", False),
    ),
}


def _line(sentence: str, quoted: etree._Element | None = None) -> OperativeLine:
    return OperativeLine(E.paragraph(), E.p(sentence), sentence, quoted, "")


@pytest.mark.parametrize(("lang", "words", "may"), [(lang, *row) for lang, rows in LINES.items() for row in rows])
def test_a_line_may_command_that_orders_a_change_of_a_numbered_unit_or_of_words(
    lang: str, words: str, may: bool
) -> None:
    assert may_command(_line(words), lang) is may
    assert may_command(_line(words, _QUOTED), lang), "with new text every line may"
