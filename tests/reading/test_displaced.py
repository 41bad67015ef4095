"""Displaced words: one line as the extraction gives it, and as it reads."""

import pytest

from lexkz.reading.extraction.displaced import restore

BODY = " " * 6


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        (
            " екінші абзацы мынадай редакцияда жазылсын:2-тармақтың",
            "2-тармақтың екінші абзацы мынадай редакцияда жазылсын:",
        ),
        (" және  жаңа редакцияда жазылсын:6 7-тармақтар", "6 және 7-тармақтар жаңа редакцияда жазылсын:"),
        (":Бағалау парағында", "Бағалау парағында:"),
        (
            "20-тармақтың  жаңа редакцияда жазылсын:7) тармақшасы",
            "20-тармақтың 7) тармақшасы жаңа редакцияда жазылсын:",
        ),
        ("ұйымдар қызметінің :қағидаларында", "ұйымдар қызметінің қағидаларында:"),
        ("осы бұйрыққа  сәйкес жаңа 8-қосымшаға", "осы бұйрыққа 8-қосымшаға сәйкес жаңа "),
        (" төртінші бөлігі алып тасталсын;5-баптың", "5-баптың төртінші бөлігі алып тасталсын;"),
        (
            "  жаңа редакцияда жазылсын:37-тармақтың 3) тармақшасы",
            "37-тармақтың 3) тармақшасы жаңа редакцияда жазылсын:",
        ),
        (" изложить в следующей редакции:пункт 29", "пункт 29 изложить в следующей редакции:"),
        (" и  изложить в новой редакции:пункты 6 7", "пункты 6 и 7 изложить в новой редакции:"),
        ("абзац второй  исключить;пункта 2", "абзац второй пункта 2 исключить;"),
        ("в Правилах, утвержденных указанным :приказом", "в Правилах, утвержденных указанным приказом:"),
    ],
)  # fmt: skip
def test_a_displaced_word_goes_back_into_its_slot(line: str, reads: str) -> None:
    done = restore(BODY + line)
    assert done.text == reads
    assert done.moved
    assert not done.candidates


@pytest.mark.parametrize(
    "line",
    [
        "осы Қағидаларға  сәйкес нысан бойынша жасалады.",
        "Ұйым басшысы  ______________________",
        "осы стандартқа сәйкес 3-қосымшаға",
        "утвердить прилагаемые  Правила работы.",
        "көрсетілген бұйрыққа  сәйкес 3-қосымшаға ",
        "бағасы 1 000  теңге , 5 құрайды",
    ],
)
def test_a_line_without_a_slot_or_without_a_fitting_end_stays_as_it_is(line: str) -> None:
    done = restore(BODY + line)
    assert done.text == line
    assert not done.moved
    assert not done.candidates


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        # One slot, two references at the end: which of them was displaced?
        ("көрсетілген Қағидаларға  сәйкес жаңа 8-қосымша 1-қосымшаға", 2),
        # Two slots, one reference.
        ("көрсетілген Қағидаларға  осы бұйрыққа  сәйкес 1-қосымшаға", 1),
        # The name of the code may stand in its place or not.
        ("Қазақстан Республикасының  12-бабына сәйкес Еңбек кодексінің", 2),
    ],
)
def test_where_more_than_one_reading_is_possible_none_is_taken(line: str, candidates: int) -> None:
    done = restore(BODY + line)
    assert done.text == line
    assert not done.moved
    assert len(done.candidates) >= candidates


def test_a_link_cut_over_two_lines_is_put_together() -> None:
    above = restore(
        BODY + "кодекстің , , 11 13 14 – ", below=" сәйкес тиесілі жеңілдіктерді, өтемақыларды, тарауларына"
    )
    assert above.text == "кодекстің 11, 13, 14 – "
    rest = restore(" сәйкес тиесілі жеңілдіктерді, өтемақыларды, тарауларына", head=True, before=above.text)
    assert rest.text == "тарауларына сәйкес тиесілі жеңілдіктерді, өтемақыларды, "


def test_the_bracket_of_a_cut_number_goes_back_with_its_noun() -> None:
    above = restore("осы тармақтың  және 1) 2", below=" көзделген іс-шаралар ) тармақшаларында")
    assert above.text == "осы тармақтың 1) және 2"
    rest = restore(" көзделген іс-шаралар ) тармақшаларында", head=True, before=above.text)
    assert rest.text == ") тармақшаларында көзделген іс-шаралар "


def test_a_russian_number_completes_the_noun_that_the_line_above_ended_with() -> None:
    rest = restore(" к настоящему приказу. 1", head=True, before="согласно приложению ")
    assert rest.text == "1 к настоящему приказу. "


def test_a_whole_reference_at_the_end_is_in_doubt_where_it_could_go_on_below_as_well_as_go_back() -> None:
    """Once the word before it went into the slot, and nothing was said."""
    line = "приказ пункт 29 утвержденных приказ пункт 29  приказ приказ абзац второй"
    below = " утвержденных утвержденных  утвержденных приказ алушы.приказ абзац второй"
    restored = restore(line, head=True, before="утвержденных", below=below)
    assert restored.text == line
    assert not restored.moved
    assert {"приказ пункт 29 утвержденных приказ пункт 29 абзац второй приказ приказ "} < set(restored.candidates)
