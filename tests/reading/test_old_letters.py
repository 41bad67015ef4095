"""Texts in old fonts, in every format that holds text: read with the letters that they print, and said to be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Paragraph
from lexkz.reading.source import read_source
from tests.reading.docx.raw import p, word

LINES: dict[Lang, tuple[str, ...]] = {
    "kaz": (
        "Қазақстан Республикасы Президентінің 2000 жылғы 10 наурыздағы № 357 Жарлығына толықтырулар енгізу туралы",
        "1. 2-тармақтың 3) тармақшасы алып тасталсын.",
        "2. Үкімет пен өзге де ұйымдар үшін қаулы осы күннен бастап қолданысқа енгізіледі.",
    ),
    "rus": (
        "О внесении дополнений в Указ Президента Республики Казахстан от 10 марта 2000 года № 357",
        "1. Подпункт 3) пункта 2 исключить, подъезд и объём – изменить.",
    ),
}
FONTS = [("kaz", place) for place in range(len(words_of("kaz").old_fonts.maps))] + [
    ("rus", place) for place in range(len(words_of("rus").old_fonts.maps))
]


def _old(text: str, lang: Lang, place: int) -> str:
    back = {letter: code for code, letter in words_of(lang).old_fonts.maps[place].items()}
    return "".join(back.get(letter, letter) for letter in text)


def _text(path: Path, lines: list[str]) -> Path:
    path = path.with_suffix(".txt")
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def _page(path: Path, lines: list[str]) -> Path:
    path = path.with_suffix(".html")
    path.write_text(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>", encoding="utf-8")
    return path


def _markdown(path: Path, lines: list[str]) -> Path:
    path = path.with_suffix(".md")
    path.write_text("\n\n".join([f"# {lines[0]}", *lines[1:]]), encoding="utf-8")
    return path


def _word(path: Path, lines: list[str]) -> Path:
    path = path.with_suffix(".docx")
    path.write_bytes(word("".join(map(p, lines))))
    return path


@pytest.mark.parametrize("write", [_text, _page, _markdown, _word], ids=lambda write: write.__name__)
@pytest.mark.parametrize(("lang", "place"), FONTS)
@pytest.mark.parametrize("given", [False, True])
def test_a_file_in_an_old_font_is_read_with_the_letters_that_it_prints(
    tmp_path: Path, write: Callable[[Path, list[str]], Path], lang: Lang, place: int, given: bool
) -> None:
    path = write(tmp_path / "act", [_old(line, lang, place) for line in LINES[lang]])
    source = read_source(path, lang=lang if given else None)
    assert source.lang == lang
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == list(LINES[lang])
    assert [found.code for found in source.findings] == ["read.font_map"]
    assert "→" in (source.findings[0].text or "")


def test_bytes_of_an_old_font_are_told_from_those_of_the_countrys_code_page(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes("\n".join(_old(line, "kaz", 0) for line in LINES["kaz"]).encode("cp1251"))
    source = read_source(path)
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == list(LINES["kaz"])
    assert [found.code for found in source.findings] == ["read.font_map"]
    path.write_bytes("\n".join(LINES["kaz"]).encode("kz1048"))
    source = read_source(path)
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == list(LINES["kaz"])
    assert not source.findings


@pytest.mark.parametrize(("word", "signs"), [("б±йрық", "±"), ("¦лттық", "¦"), ("± 5 %", "")])
def test_signs_within_words_that_the_table_of_an_old_font_does_not_know_are_named(
    tmp_path: Path, word: str, signs: str
) -> None:
    path = _text(tmp_path / "act", [_old(line, "kaz", 0) for line in (*LINES["kaz"], f"3. Осы {word} жазылсын.")])
    (said,) = read_source(path).findings
    assert (f"({signs})" in said.message.kaz) is bool(signs)
