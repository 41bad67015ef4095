"""Texts in old fonts of eight bits: the font is told by what it makes of the text, and right texts are in none."""

import pytest

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.old_fonts import in_letters, old_font

KAZ = (
    "Қазақстан Республикасы Президентінің 2000 жылғы 10 наурыздағы № 357 Жарлығына толықтырулар енгізу туралы. "
    "2-тармақтың 3) тармақшасы алып тасталсын. Үкімет пен өзге де ұйымдар үшін әр шаһарда өткізіледі және жүктелсін."
)
RUS = "О внесении дополнений в Указ Президента Республики Казахстан от 10 марта 2000 года. Подъезд и объём – исключить."
FONTS: list[tuple[Lang, int, str]] = [("kaz", place, KAZ) for place in range(len(words_of("kaz").old_fonts.maps))]
FONTS.append(("rus", 0, RUS))


@pytest.mark.parametrize(("lang", "place", "text"), FONTS)
def test_each_font_is_known_by_its_text(lang: Lang, place: int, text: str) -> None:
    back = {letter: code for code, letter in words_of(lang).old_fonts.maps[place].items()}
    old = "".join(back.get(letter, letter) for letter in text)
    assert old != text
    letters = old_font(old)
    assert letters is not None
    assert in_letters(old, letters) == text


@pytest.mark.parametrize(
    "text",
    [
        KAZ,
        RUS,
        "Погрешность ±5 µм, ±6 µм, ±7 µм, ±8 µм; таблица № 3.",
        "Соглашение с Україною: «Про приєднання України до Угоди про співробітництво» вступило в силу.",
        "Règlement général: décision numéro 5 à l’égard des États.",
        "Қазақстан Республикасының Україна елімен келісімі туралы.",
    ],
)
def test_right_text_is_in_no_old_font(text: str) -> None:
    assert old_font(text) is None
