"""Word differences lose nothing and never cut a word."""

from hypothesis import given
from hypothesis import strategies as st

from lexkz.compare.words import word_diff

TEXTS = st.text(alphabet="абәі  1,5.;()-\n", max_size=60)


@given(TEXTS, TEXTS)
def test_kept_and_gone_runs_are_the_old_text_kept_and_come_runs_the_new(old: str, new: str) -> None:
    found = word_diff(old, new)
    assert "".join(text for mark, text in found if mark in "=-") == old
    assert "".join(text for mark, text in found if mark in "=+") == new


def test_a_word_that_changes_its_ending_is_marked_whole() -> None:
    assert word_diff("екі күндік мерзім", "екі күннен мерзім") == (
        ("=", "екі "),
        ("-", "күндік"),
        ("+", "күннен"),
        ("=", " мерзім"),
    )


def test_a_number_with_spaces_between_its_thousands_is_one_word() -> None:
    assert ("-", "2 450 000") in word_diff("2019 жыл – 2 450 000 теңге", "2019 жыл – 2 700 000 теңге")
