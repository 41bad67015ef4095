"""Numbers and words of commands that are written in other ways than the grammar has them."""

import pytest

from lexkz.languages.chunks import Named
from lexkz.languages.commands import read_sentence
from lexkz.languages.spelling import respelled
from lexkz.languages.tokens import scan

SLIPS = [
    ("rus", "пункт 6 дополнить подпунктом 3) следущего содержания:", ("amend.spelling", "следущего")),
    ("rus", 'в пункте 5 слово "а" заменить слвоом "б";', ("amend.spelling", "слвоом")),
    ("kaz", '5-тармақтағы "а" деген сездер алып тасталсын;', ("amend.spelling", "сездер")),
    ("rus", "абзац второй изложить следующей редакции:", ("amend.spelling", "следующей редакции")),
    ("rus", "пункт7 исключить;", ("amend.space_missing", "пункт7")),
    ("rus", "подпункты 1), 2), пункта 3 исключить;", ("amend.comma_stray", "2), пункта")),
    ("kaz", "3-тармақтың 1), 2), тармақшалары алып тасталсын;", ("amend.comma_stray", "2), тармақшалары")),
    ("rus", "пункт 7 -1 исключить;", ("amend.space_in_number", "7 -1")),
    ("kaz", "7 -1-тармақ алып тасталсын;", ("amend.space_in_number", "7 -1")),
]


@pytest.mark.parametrize(("lang", "sentence", "slip"), SLIPS)
def test_a_slip_is_read_and_told(lang: str, sentence: str, slip: tuple[str, str]) -> None:
    read = read_sentence(sentence, lang)
    assert read.trees
    assert slip in read.slips


@pytest.mark.parametrize(("lang", "sentence"), [("rus", "пункт 7 исключить;"), ("kaz", "7-тармақ алып тасталсын;")])
def test_what_is_written_well_has_no_slip(lang: str, sentence: str) -> None:
    assert read_sentence(sentence, lang).slips == ()


def test_words_typed_without_the_letters_of_a_language_are_read_and_told() -> None:
    read = read_sentence('7-тармактагы "хат" деген соз "жүк" деген созбен ауыстырылсын;', "kaz")
    assert read.trees
    assert [words for code, words in read.slips if code == "amend.spelling"] == ["тармактагы", "соз", "созбен"]


def test_words_of_a_name_stay_as_printed_but_for_the_noun_that_ends_it() -> None:
    read = read_sentence("көрсетілген бұйрықпен бекітілген Қазандыктарды тіркеу қағидаларынын 4-тармагында:", "kaz")
    names = [token.value.name for token in read.tokens if isinstance(token.value, Named)]
    assert names == ["Қазандыктарды тіркеу қағидалары"]


def test_a_range_that_rises_is_none_of_a_number() -> None:
    assert read_sentence("пункты 5 -7 исключить;", "rus").slips == ()


def test_words_within_quotes_are_left_as_they_are() -> None:
    assert respelled(scan('слова "следущего" исключить'), "rus") is None


def test_a_word_with_two_neighbours_is_left_alone() -> None:
    assert respelled(scan("пункти исключить"), "rus") is None


@pytest.mark.parametrize(
    ("words", "numbers"), [("приложение ХС", ["ХС"]), ("ХС қосымша", ["ХС"]), ("С 1 января", ["1"])]
)
def test_a_roman_number_may_have_a_cyrillic_letter_but_does_not_begin_with_the_word_of_that_letter(
    words: str, numbers: list[str]
) -> None:
    assert [token.text for token in scan(words) if token.type == "NUM"] == numbers
