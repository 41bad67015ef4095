"""A base and an amending act given in each other's place."""

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.reading.blocks import Lang
from tests.consolidation.written import Case, case

SENTENCES: dict[Lang, str] = {
    "rus": "пункт 1 исключить.\n--- base\n1. Раз.\n2. Два.\n--- after\n1. исключен\n2. Два.",
    "kaz": "1-тармақ алып тасталсын.\n--- base\n1. Бір.\n2. Екі.\n--- after\n1. алып тасталды\n2. Екі.",
}


@pytest.fixture(params=["kaz", "rus"])
def written(request: pytest.FixtureRequest) -> Case:
    lang: Lang = request.param
    return case("", lang, SENTENCES[lang])


def test_an_amending_act_in_the_place_of_its_base_is_an_error_that_names_both(written: Case) -> None:
    ((amending, _),) = written.amending()
    made = consolidate(amending, [annotate(written.base)])
    (found,) = (each for each in made.report.findings if each.code == "consolidate.swapped")
    assert found.severity == "error"
    assert "«" in found.message.rus
    assert "→" in found.message.rus


def test_acts_in_their_places_or_that_have_nothing_to_do_with_each_other_are_not_said_to_be_swapped(
    written: Case,
) -> None:
    right = consolidate(written.base, written.amending())
    alone = consolidate(written.base, [annotate(written.base)])
    for made in (right, alone):
        assert "consolidate.swapped" not in {found.code for found in made.report.findings}
