"""The language of a text is told by its words, however often it says them."""

import pytest

from lexkz.languages.detect import detect


@pytest.mark.parametrize("count", [1, 100, 3000])
@pytest.mark.parametrize(
    ("lang", "command"),
    [
        ("rus", "пункт 1 изложить в следующей редакции:"),
        ("rus", "ПУНКТ 1 ИСКЛЮЧИТЬ;"),
        ("rus", "слово «а» заменить словом «б»;"),
        ("kaz", "«а» деген сөз «б» деген сөзбен ауыстырылсын;"),
        ("kaz", "1-тармақ алып тасталсын;"),
    ],
)
def test_one_command_said_often_is_of_its_language(lang: str, command: str, count: int) -> None:
    assert detect(f"{command}\n" * count) == lang
