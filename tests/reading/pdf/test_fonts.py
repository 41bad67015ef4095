"""Fonts that tell other letters than they print: read by a table, or said to be wrong, never rubbish in silence."""

import pytest

pytest.importorskip("reportlab")

from lexkz.languages.language import words_of
from lexkz.languages.letters import is_rubbish, words_of_letters
from lexkz.languages.old_fonts import old_font
from lexkz.reading.blocks import Lang
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, put, read, texts

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")


_KAZAKH = (*KAZ, "4. Ұйымдардың үйлері мен әр шаһардың өзге ғимараттары туралы.")
_MAPS = [("kaz", _KAZAKH, at) for at in range(5)] + [("rus", RUS, 0)]


@pytest.mark.parametrize(("lang", "lines", "place"), _MAPS)
@pytest.mark.parametrize("given", [True, False], ids=["given", "told"])
def test_a_text_in_an_old_font_is_read_by_its_table_and_said_to_be(
    lang: Lang, lines: tuple[str, ...], place: int, given: bool
) -> None:
    back = {new: old for old, new in words_of(lang).old_fonts.maps[place].items()}
    old = ["".join(back.get(letter, letter) for letter in line) for line in lines]
    assert old != list(lines)
    source = read(lambda canvas: put(canvas, old), lang if given else None)
    assert " ".join(texts(source)) == " ".join(lines)
    assert [(finding.code, finding.severity) for finding in source.findings] == [("read.font_map", "warning")]


_LONG = (
    "1. Настоящие Правила определяют порядок предоставления специальных социальных услуг организациями,",
    "независимо от формы собственности и ведомственной подчинённости, а также требования к условиям проживания",
    "получателей, к численности работников и к документам, которые заявитель подаёт в уполномоченный орган.",
    "2. Руководитель обеспечивает хранение журналов учёта, ежегодное обследование помещений комиссией и",
    "размещение сведений на интернет-ресурсе министерства в течение десяти календарных дней после утверждения.",
    "3. Контроль за исполнением возлагается на курирующего заместителя; изменения вносятся согласно приложению.",
)


def test_letters_mixed_up_are_an_error() -> None:
    alphabet = "абвгдежзийклмнопрстуфхцчшщыьэюя"
    turned = str.maketrans(alphabet, alphabet[11:] + alphabet[:11])
    source = read(lambda canvas: put(canvas, [line.translate(turned) for line in _LONG], 20, size=9), "rus")
    assert ("read.font_map", "error") in {(finding.code, finding.severity) for finding in source.findings}


def test_letters_that_the_file_does_not_tell_are_counted_and_are_an_error() -> None:
    source = read(lambda canvas: put(canvas, [*RUS, "Ут\ufffdрдить Пр\ufffdвила учёта образцов."]), "rus")
    (told,) = (found for found in source.findings if found.code == "read.unmapped_characters")
    assert (told.severity, told.place.page) == ("error", 1)
    assert " 2 " in told.message.rus


def test_right_text_is_in_no_old_font_and_no_rubbish() -> None:
    for lines in (KAZ, RUS, _LONG):
        text = "\n".join(lines)
        assert old_font(text) is None
        assert not is_rubbish(words_of_letters(text))
    assert not is_rubbish(words_of_letters("Директор " * 100))
