"""Word differences lose nothing and never cut a word."""

import os
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lexkz.comparison.words import Words, tokens, word_diff
from lexkz.languages.folding import fold

TEXTS = st.text(alphabet="абәі  1,5.;()-\n\t№«»%", max_size=60)
ANY = st.text(max_size=40)
WORDS = st.lists(st.sampled_from(["29-тармақ", "№ 391", "6-1", "2,5", "қ-ң", ",", "сөз", "сөздің", " "]), max_size=40)


def side(words: Words, marks: str) -> str:
    return "".join(text for mark, text in words if mark in marks)


@given(TEXTS | ANY, TEXTS | ANY)
@example("a\u0301b", "ab\u0301")
def test_kept_and_gone_runs_are_the_old_text_kept_and_come_runs_the_new(old: str, new: str) -> None:
    found = word_diff(old, new)
    assert side(found, "=-") == old
    assert side(found, "=+") == new
    assert all(text for _, text in found)


@given(WORDS.map("".join), WORDS.map("".join))
def test_no_run_ends_within_a_token(old: str, new: str) -> None:
    found = word_diff(old, new)
    for text, marks in ((old, "=-"), (new, "=+")):
        pieces = [token for mark, run in found if mark in marks for token in tokens(run)]
        assert pieces == list(tokens(text))


@given(TEXTS, TEXTS)
def test_from_new_to_old_the_same_runs_are_marked_the_other_way(old: str, new: str) -> None:
    turned = {"=": "=", "-": "+", "+": "-"}
    there, back = word_diff(old, new), word_diff(new, old)
    assert sorted(there) == sorted((turned[mark], text) for mark, text in back)


@given(TEXTS, TEXTS)
def test_between_kept_runs_stands_what_is_gone_then_what_has_come(old: str, new: str) -> None:
    marks = "".join(mark for mark, _ in word_diff(old, new))
    assert all(pair not in marks for pair in ("==", "--", "++", "+-"))


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_order_of_hashes_does_not_count(seed: str) -> None:
    code = (
        "from lexkz.comparison.words import word_diff\n"
        "print(word_diff('бір екі үш төрт бес алты', 'екі бір төрт үш алты бес жеті'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True
    )
    assert done.stdout == f"{word_diff('бір екі үш төрт бес алты', 'екі бір төрт үш алты бес жеті')}\n"


@pytest.mark.parametrize(
    "word",
    ["29-тармақтың", "6-1", "№ 391", "№ ҚР-15/2020", "қ-ң", "2,5", "2 450 000", "төсек-орын", "м2", "10кг", "й"],
)
def test_it_is_one_word(word: str) -> None:
    assert tokens(f"({word}.") == ("(", word, ".")


def test_quotes_brackets_and_marks_are_words_of_their_own() -> None:
    assert tokens('«А», "б"; 3)') == ("«", "А", "»", ",", " ", '"', "б", '"', ";", " ", "3", ")")


def test_a_word_that_changes_its_ending_is_marked_whole() -> None:
    assert word_diff("екі күндік мерзім", "екі күннен мерзім") == (
        ("=", "екі "),
        ("-", "күндік"),
        ("+", "күннен"),
        ("=", " мерзім"),
    )


def test_a_number_with_spaces_between_its_thousands_is_one_word() -> None:
    assert ("-", "2 450 000") in word_diff("2019 жыл – 2 450 000 теңге", "2019 жыл – 2 700 000 теңге")


def test_where_only_spaces_differ_no_word_is_marked() -> None:
    found = word_diff("бір  екі  үш", "бір екі үш")
    assert all(not text.strip() for mark, text in found if mark != "=")


def test_texts_too_large_for_one_comparison_are_cut_at_words_that_stand_once() -> None:
    old = " ".join(f"сөз{number}" for number in range(3_000))
    new = old.replace("сөз1500", "басқа").replace("сөз2500 ", "")
    found = word_diff(old, new)
    assert (side(found, "=-"), side(found, "=+")) == (old, new)
    assert [run for run in found if run[0] != "="] == [("-", "сөз1500"), ("+", "басқа"), ("-", "сөз2500 ")]


def test_large_texts_without_a_word_that_stands_once_take_each_others_place() -> None:
    found = word_diff("а б " * 800, "в а " * 900)
    assert [mark for mark, _ in found] == ["-", "+"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "белгiленген айлық есептiк көрсеткiштiң мың еселенген мөлшерiнен",
            "белгіленген айлық есептік көрсеткіштің сегіз мың еселенген мөлшерінен",
            ["сегіз"],
        ),
        ("Cрок выдачи составляет oдин день", "Срок выдачи составляет один рабочий день", ["рабочий"]),
    ],
)
def test_letters_that_look_alike_do_not_drown_a_change_beside_them(old: str, new: str, shown: list[str]) -> None:
    found = word_diff(old, new)
    came = [text.strip() for mark, text in found if mark == "+"]
    gone = [text.strip() for mark, text in found if mark == "-"]
    assert [text for text in came if fold(text) not in {fold(one) for one in gone}] == shown
    # Each word of look-alike letters is beside its own like, and no word was taken along.
    assert len(gone) == len(came) - 1
    assert all(len(text.split()) == 1 for text in gone)
