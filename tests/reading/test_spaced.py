"""Letters set apart for show are put together where the gaps show the words, and nowhere else."""

import pytest

from lexkz.reading import read_text
from lexkz.reading.blocks import Paragraph
from lexkz.reading.spaced import together


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("П р и л о ж е н и е", "Приложение"),
        ("П р и л о ж е н и е   к   п р и к а з у", "Приложение к приказу"),
        ("Б Ұ Й Ы Р А М Ы Н :", "БҰЙЫРАМЫН:"),
        ("Қ а ғ и д а л а р ғ а\u00a0\u00a0 қ о с ы м ш а", "Қағидаларға қосымша"),
        ("о т   15   м а я   2020   г о д а   № 5", "от 15 мая 2020 года № 5"),
    ],
)
def test_a_line_of_single_letters_is_its_words(line: str, words: str) -> None:
    assert together(line) == words


@pytest.mark.parametrize("line", ["А Б В", "1 2 3 4 5 6", "Министр А. Алмов"])
def test_initials_numbers_and_words_stay(line: str) -> None:
    assert together(line) is None


def test_the_line_says_that_it_was_put_together() -> None:
    block = read_text("П р и л о ж е н и е   к   П р а в и л а м\n", lang="rus").blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.text, [repair.rule for repair in block.repairs]) == ("Приложение к Правилам", ["letter_spaced"])
