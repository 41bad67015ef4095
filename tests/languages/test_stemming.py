"""Stems: forms of a word meet, other words stay apart, by the language's own rule and by the joint one."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lexkz.languages.detect import Lang
from lexkz.languages.stemming import _snowball, stem, terms, words

STEMS = Path(__file__).parent / "stems"
LANGS: tuple[Lang, ...] = ("kaz", "rus")


def _groups(name: str) -> list[tuple[str, list[str], list[str]]]:
    lines = (STEMS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parts = [line.partition("≠") for line in lines if not line.startswith("#")]
    return [(forms.split()[0], forms.split()[1:], others.split()) for forms, _, others in parts]


def _recall(name: str, lang: Lang | None) -> float:
    met = [stem(form, lang) == stem(word, lang) for word, forms, _ in _groups(name) for form in forms]
    return sum(met) / len(met)


@pytest.mark.parametrize("lang", LANGS)
def test_the_fixtures_are_many_enough_to_measure_by(lang: Lang) -> None:
    assert sum(len(forms) for _, forms, _ in _groups(lang)) >= 150


@pytest.mark.parametrize("joint", [False, True])
@pytest.mark.parametrize("lang", LANGS)
def test_forms_of_a_word_have_its_stem(lang: Lang, joint: bool) -> None:
    missed = [
        f"{word} {form}: {stem(word, None if joint else lang)} {stem(form, None if joint else lang)}"
        for word, forms, _ in _groups(lang)
        for form in forms
        if stem(word, None if joint else lang) != stem(form, None if joint else lang)
    ]
    assert not missed


@pytest.mark.parametrize("joint", [False, True])
@pytest.mark.parametrize("lang", LANGS)
def test_words_that_are_no_forms_of_another_stay_apart(lang: Lang, joint: bool) -> None:
    same = {
        (word, other)
        for word, _, others in _groups(lang)
        for other in others
        if stem(word, None if joint else lang) == stem(other, None if joint else lang)
    }
    # Snowball itself cuts these to one stem.
    assert same <= {("статья", "стать"), ("закон", "законный")}


@pytest.mark.parametrize("joint", [False, True])
@pytest.mark.parametrize("lang", LANGS)
def test_words_that_the_endings_were_not_written_by_meet_their_forms_too(lang: Lang, joint: bool) -> None:
    assert _recall(f"{lang}_unseen", None if joint else lang) >= 0.9


def test_look_alike_letters_of_the_two_alphabets_give_one_stem() -> None:
    assert stem("тармағындa") == stem("тармағында")  # a Latin a
    assert stem("тiркеу") == stem("тіркеу")  # a Latin i
    assert stem("Hормативный") == stem("нормативный")  # a Latin capital H
    assert stem("əдiлет") == stem("әділет")  # the schwa of old fonts
    assert stem("TOO") == stem("ТОО")  # Latin letters alone


def test_numbers_survive_with_their_parts() -> None:
    assert words("6-1-тармақтың 29) тармақшасы, № 391 бұйрық, 30.09.2024, 6–1") == (
        "6-1",
        "тармақтың",
        "29",
        "тармақшасы",
        "391",
        "бұйрық",
        "30.09.2024",
        "6-1",
    )
    assert terms("статьи 6-1") == (stem("статья"), "6-1")


def test_a_negation_is_never_left_out() -> None:
    assert len(terms("не допускается және берілмеген емес")) == 5


def test_letters_written_in_two_characters_and_soft_hyphens_change_nothing() -> None:
    assert terms("поло\u00adжени\u0438\u0306") == terms("положений".replace("й", "ий"))
    assert terms("бұйры\u00adғы") == terms("бұйрығы")


def test_english_words_have_english_stems() -> None:
    assert stem("commands") == stem("command")
    assert stem("acts") == stem("act")


def test_latin_letters_inside_a_number_of_an_act_are_kept() -> None:
    assert words("V2400035172") == ("v2400035172",)


@given(st.text(alphabet="абвгғдеёжзиіклмнңоөпрстуұүфхһцчшщыэюяқaceikxHə-'", min_size=1, max_size=20))
@example("İ")
@example("у")
def test_a_stem_is_never_empty_and_is_the_same_for_capital_letters(word: str) -> None:
    assert stem(word)
    assert all(terms(word))
    for token in words(word):
        assert stem(token)


@given(st.text(alphabet="абғдежзиіклмнңоөпрстуұүшыэюяқ", min_size=1, max_size=16))
def test_the_kazakh_stem_of_a_stem_is_itself(word: str) -> None:
    once = stem(word, "kaz")
    assert stem(once, "kaz") == once


@pytest.mark.parametrize(
    "forms", ["күн күні күнін күніне күнінің", "сан саны санын санының", "мән мәні мәнін", "су суды"]
)
def test_the_possessive_of_a_short_word_is_no_accusative_of_a_shorter_one(forms: str) -> None:
    word, *others = forms.split()
    assert {stem(form, "kaz") for form in others} == {stem(word, "kaz")}


def test_threads_do_not_get_each_others_stems() -> None:
    words = [
        f"{start}{end}" for start in ("приказ", "правил", "договор") for end in ("ом", "ами", "ениями", "ного")
    ] * 40
    one = _snowball("russian")
    expected = [one(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _number: [one(word) for word in words], range(16)):
            assert found == expected
