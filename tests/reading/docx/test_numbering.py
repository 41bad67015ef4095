"""Numbers that Word generates are read as it prints them."""

import pytest

from lexkz.reading import docx
from lexkz.reading.blocks import Lang, Paragraph
from tests.reading.docx.raw import lvl, num, numbering, p, word

STYLES = (
    '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="P1"><w:name w:val="Пункт"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="P2"><w:name w:val="Подпункт"/><w:basedOn w:val="P1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def _lines(
    body: str, levels: str, nums: dict[str, str] | None = None, styles: str = "", lang: Lang = "kaz"
) -> list[str]:
    parts = {"numbering": numbering({"1": levels}, nums), **({"styles": styles} if styles else {})}
    read = docx.read(word(body, parts), "x.docx", lang)
    return [block.text for block in read.blocks if isinstance(block, Paragraph)]


def test_points_and_subpoints_are_counted_each_on_their_level() -> None:
    levels = lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2)")
    body = "".join(
        p(text, num(1, level)) for text, level in (("а", 0), ("б", 1), ("в", 1), ("г", 0), ("д", 1), ("е", 0))
    )
    assert _lines(body, levels) == ["1. а", "1) б", "2) в", "2. г", "1) д", "3. е"]


def test_a_level_can_print_the_numbers_of_those_above_it() -> None:
    levels = lvl(0, "upperRoman", "%1-тарау.") + lvl(1, "decimal", "%1.%2.") + lvl(2, "decimal", "%2-%3)", "<w:isLgl/>")
    body = p("а", num(1, 0)) + p("б", num(1, 1)) + p("в", num(1, 2)) + p("г", num(1, 1)) + p("д", num(1, 2))
    assert _lines(body, levels) == ["I-тарау. а", "I.1. б", "1-1) в", "I.2. г", "2-1) д"]


def test_a_number_with_a_hyphen_is_what_the_list_prints() -> None:
    assert _lines(p("а", num(1)) + p("б", num(1)), lvl(0, "decimal", "1-%1)")) == ["1-1) а", "1-2) б"]


@pytest.mark.parametrize(
    ("kind", "first", "thirtieth"),
    [
        ("russianLower", "а)", "аа)"),
        ("russianUpper", "А)", "АА)"),
        ("lowerRoman", "i)", "xxx)"),
        ("lowerLetter", "a)", "dd)"),
        ("decimalZero", "01)", "30)"),
    ],
)
def test_letters_and_roman_numbers_are_written_as_word_writes_them(kind: str, first: str, thirtieth: str) -> None:
    lines = _lines("".join(p("сөз", num(1)) for _ in range(30)), lvl(0, kind, "%1)"))
    assert lines[0] == f"{first} сөз"
    assert lines[29] == f"{thirtieth} сөз"


def test_russian_letters_leave_out_those_that_word_leaves_out() -> None:
    lines = _lines("".join(p("слово", num(1)) for _ in range(29)), lvl(0, "russianLower", "%1)"), lang="rus")
    assert "".join(line[0] for line in lines) == "абвгдежзиклмнопрстуфхцчшщыэюя"


def test_a_list_can_begin_anew_by_an_override_and_two_lists_can_share_one_count() -> None:
    nums = {
        "1": '<w:abstractNumId w:val="1"/>',
        "2": '<w:abstractNumId w:val="1"/>',
        "3": '<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
    }
    body = p("а", num(1)) + p("б", num(2)) + p("в", num(3)) + p("г", num(3)) + p("д", num(1))
    assert _lines(body, lvl(0, "decimal", "%1."), nums) == ["1. а", "2. б", "5. в", "6. г", "7. д"]


def test_numbering_comes_from_the_style_and_list_zero_takes_it_away() -> None:
    levels = lvl(0, "decimal", "%1.", '<w:pStyle w:val="P1"/>') + lvl(1, "decimal", "%2)", '<w:pStyle w:val="P2"/>')
    one, two = '<w:pStyle w:val="P1"/>', '<w:pStyle w:val="P2"/>'
    body = p("а", one) + p("б", two) + p("в", one + num(0)) + p("г", two) + p("д", one)
    assert _lines(body, levels, styles=STYLES) == ["1. а", "1) б", "в", "2) г", "2. д"]


def test_bullets_are_text_and_those_of_fonts_of_symbols_are_dots() -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    level = (
        lvl(0, "bullet", "–")
        + f'<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>{symbol}</w:lvl>'
    )
    assert _lines(p("а", num(1)) + p("б", num(1, 1)), level) == ["– а", "• б"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    gone = p("", num(1) + mark, '<w:del w:id="2"><w:r><w:delText>жоқ</w:delText></w:r></w:del>')
    body = p("а", num(1)) + gone + p("б", num(1))
    assert _lines(body, lvl(0, "decimal", "%1.")) == ["1. а", "2. б"]


def test_a_format_that_is_not_known_is_said() -> None:
    parts = {"numbering": numbering({"1": lvl(0, "chineseCounting", "%1.")})}
    read = docx.read(word(p("сөз", num(1)), parts), "x.docx", "kaz")
    assert [finding.code for finding in read.findings] == ["read.number_format"]
