"""Quotation marks that nothing closes: their cost grows with the line, and what they close stays told."""

from time import process_time

import pytest

from lexkz.languages.tokens import scan


@pytest.mark.parametrize("line", ["слово « ", "«а» слово, «б "])
def test_eight_times_the_unclosed_quotes_take_about_eight_times_as_long(line: str) -> None:
    small, large = line * 1_500, line * 12_000
    assert _cost(large) < 3 * 8 * _cost(small), "each unclosed mark looks through the whole line again"


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ('"Законом "О музеях" заменить', ['Законом "О музеях"']),
        ('слова "а, "б" исключить', ["б"]),
        ('слова ""а заменить', []),
        ("слова «а», «б исключить", ["а"]),
        ("слова «а „б“ исключить", ["а „б“"]),
    ],
)
def test_one_mark_closes_two_quotations_but_not_words_in_a_row(sentence: str, quoted: list[str]) -> None:
    found = [token.text for token in scan(sentence, shared=True) if token.type == "QUOTED"]
    assert found == quoted


def _cost(line: str) -> float:
    """The least processor time of three scans, in seconds."""
    taken = []
    for _ in range(3):
        begun = process_time()
        scan(line, shared=True)
        taken.append(process_time() - begun)
    return min(taken)
