"""A corner mark can begin with a name in quotes: «"Рұқсат беру" мемлекеттік қызметін көрсету қағидаларына қосымша»."""

import pytest

import lexkz

ACT = """Маяктар туралы (ойдан шығарылған бұйрық)

Көлік министрінің 2023 жылғы 30 қарашадағы № 318 бұйрығы

БҰЙЫРАМЫН:

1. Қағидалар осы бұйрыққа қосымшаға сәйкес бекітілсін.

Көлік министрі Б. Маяков

Көлік министрінің 2023 жылғы 30 қарашадағы № 318 бұйрығына қосымша

«Маякқа рұқсат беру» мемлекеттік қызметін көрсету қағидалары

1. Қызмет көрсетіледі.

{mark}

Талаптар тізбесі

1. Талап.
"""


@pytest.mark.parametrize(
    "mark",
    [
        "«Маякқа рұқсат беру» мемлекеттік қызметін көрсету қағидаларына қосымша",
        '"Маякқа рұқсат беру" мемлекеттік қызметін көрсету қағидаларына қосымша',
        "«Маякқа рұқсат беру»\nмемлекеттік қызметін\nкөрсету қағидаларына\nқосымша",
        "«Маякқа рұқсат беру» мемлекеттік\nқызметін көрсету қағидаларына\nқосымша",
    ],
)
def test_the_annex_of_rules_that_are_named_in_quotes_is_an_annex(mark: str) -> None:
    act = lexkz.read_text(ACT.format(mark=mark), lang="kaz")
    assert "Талап." in act.unit("att_1__att_1__para_1").text
    assert act.unit("att_1__para_1").text.endswith("Қызмет көрсетіледі.")
    assert "Б. Маяков" in act.unit("conclusions__p_1").text


def test_a_quote_that_stays_open_opens_no_mark() -> None:
    act = lexkz.read_text(ACT.format(mark="«Маякқа рұқсат беру қағидаларына\nқосымша"), lang="kaz")
    assert "att_1__att_1" not in {unit.eid for unit in act.units}
