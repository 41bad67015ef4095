"""The card of an act."""

from datetime import date
from pathlib import Path

import pytest

from lexkz.reading.blocks import SourceError
from lexkz.reading.card import Card, read_card

CORPUS = Path(__file__).parents[2] / "corpus" / "V2400035172"


def test_the_card_of_the_order_says_what_the_order_says() -> None:
    card = read_card(CORPUS / "act.toml")
    assert card.id == "V2400035172"
    assert (card.type, card.author, card.number, card.lang) == ("order", "enbek", "391", "kaz")
    assert (card.date, card.registration_number, card.registration_date) == (
        date(2024, 9, 30),
        "35172",
        date(2024, 9, 30),
    )
    assert card.published is None
    assert card.title is not None
    assert "".join(card.title.split()) in "".join((CORPUS / "kaz.txt").read_text(encoding="utf-8").split())


def test_every_field_of_a_card_may_be_missing(tmp_path: Path) -> None:
    (tmp_path / "act.toml").write_text("", encoding="utf-8")
    assert read_card(tmp_path / "act.toml") == Card()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "not valid TOML"),
        ('titel = "Сынақ"', "unknown key 'titel'"),
        ("date = 0001-01-01", "cannot be 0001-01-01"),
        ("registration_date = 9999-12-31", "cannot be 9999-12-31"),
        ('date = "2024-09-30"', "date written without quotes"),
        ("date = 2024-09-30T10:00:00", "date written without quotes"),
        ('lang = "eng"', '"kaz" or "rus"'),
        ('author = "Министр"', "slug"),
        ("title = 5", "text in quotes"),
        (r'title = "Сынақ\u0001"', "title holds the control character U+0001"),
        ('[title]\neng = "Test"', 'in "kaz" and "rus", not in \'eng\''),
        ("[title]\nkaz = 5", "text in quotes"),
        ('[type]\nkaz = "заң"\nrus = "приказ"', "means two things, law and order"),
        ('[type]\nkaz = "кітап"', "slug"),
        ('[number]\nkaz = "7"', "text in quotes"),
        (r'author_name = "Министр\u0085"', "author_name holds the control character U+0085"),
    ],
)
def test_a_wrong_card_is_refused_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "act.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_card(tmp_path / "act.toml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("act.toml")


BILINGUAL = """number = "7"
[title]
kaz = "Сынақ қағидаларын бекіту туралы"
rus = "Об утверждении Тестовых правил"
[type]
kaz = "бұйрық"
rus = "Приказ"
[author]
kaz = "Еңбек министрі"
rus = "Министр труда"
"""


def test_a_card_of_two_languages_says_its_words_in_each(tmp_path: Path) -> None:
    (tmp_path / "act.toml").write_text(BILINGUAL, encoding="utf-8")
    card = read_card(tmp_path / "act.toml")
    kaz, rus = card.in_language("kaz"), card.in_language("rus")
    assert (kaz.title, rus.title) == ("Сынақ қағидаларын бекіту туралы", "Об утверждении Тестовых правил")
    assert (kaz.author_name, rus.author_name) == ("Еңбек министрі", "Министр труда")
    assert (kaz.type, rus.type, kaz.number, rus.number) == ("order", "order", "7", "7")


@pytest.mark.parametrize(
    ("plain", "lang", "kaz", "rus"),
    [
        ("Сынақ қағидалары туралы", "", True, False),
        ("О тестовых правилах", "", False, True),
        # Where the words show nothing the card's language does; without one they are of either text.
        ("ТМК", 'lang = "kaz"', True, False),
        ("ТМК", "", True, True),
        # A card of the first source that came, in a folder that has another by now.
        ("О тестовых правилах", 'lang = "kaz"', False, True),
    ],
)
def test_a_plain_title_is_that_of_the_text_in_its_language(
    tmp_path: Path, plain: str, lang: str, kaz: bool, rus: bool
) -> None:
    (tmp_path / "act.toml").write_text(f'title = "{plain}"\n{lang}', encoding="utf-8")
    card = read_card(tmp_path / "act.toml")
    assert (card.in_language("kaz").title == plain, card.in_language("rus").title == plain) == (kaz, rus)


def test_a_byte_order_mark_before_a_card_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "act.toml").write_text('number = "7"', encoding="utf-8-sig")
    assert read_card(tmp_path / "act.toml").number == "7"


def test_a_title_may_run_over_lines(tmp_path: Path) -> None:
    (tmp_path / "act.toml").write_text('title = """Сынақ\nактісі"""', encoding="utf-8")
    assert read_card(tmp_path / "act.toml").title == "Сынақ\nактісі"


def test_a_missing_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        read_card(tmp_path / "act.toml")
