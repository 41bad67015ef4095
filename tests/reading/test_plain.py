"""Texts with one paragraph a line."""

import textwrap
from pathlib import Path

import pytest

from lexkz.findings import refusal
from lexkz.reading import SourceError, read_source, read_text
from lexkz.reading.blocks import Lang, Paragraph, Table
from lexkz.reading.source import FORMATS, Format
from lexkz.structure import load

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def test_each_line_is_a_paragraph_and_its_indent_is_not_its_text() -> None:
    source = read_text("Сынақ заңы туралы\n\n      1-бап. Жалпы ережелер\n\n      Осы Заң  енгізіледі.\n")
    assert source.format == "text"
    assert [(block.text, block.place.line) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("Сынақ заңы туралы", 1), ("1-бап. Жалпы ережелер", 3), ("Осы Заң  енгізіледі.", 5),
    ]  # fmt: skip


def test_markdown_heading_marks_give_the_level_and_are_not_text() -> None:
    source = read_text("# Тестовый закон о проверке\n\n## Глава 1. Общие положения\n\n#5 не заголовок и не глава.")
    assert [(block.text, block.heading) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("Тестовый закон о проверке", 1), ("Глава 1. Общие положения", 2), ("#5 не заголовок и не глава.", None),
    ]  # fmt: skip


def test_lines_with_tabs_between_words_are_rows_of_a_table() -> None:
    source = read_text("Тестовый перечень услуг\n№\tУслуга\n1\tпомощь\n\tАбзац с отступом для проверки.")
    title, table, last = source.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["№", "Услуга"], ["1", "помощь"]]
    assert last.text == "Абзац с отступом для проверки."


def test_double_spaces_and_deep_indents_of_a_plain_text_are_no_displaced_words() -> None:
    text = "       Сноска. Статья 1 с изменениями от 04.06.2008   N 36-IV   (см.  статью 2\n\n       Президент\n"
    source = read_text(text)
    assert source.format == "text"
    first = source.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.endswith("(см.  статью 2")
    assert not first.repairs


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold texts are not at hand")
def test_all_gold_texts_are_read_a_paragraph_a_line() -> None:
    for path in sorted(GOLD.rglob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        lang: Lang = "kaz" if path.parent.name == "kaz" else "rus"
        source = read_source(path, lang=lang)
        assert source.format == "text", path
        assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
            line.lstrip("#").strip() if line.startswith("#") else line for line in lines
        ]


def test_blanks_and_captions_set_side_by_side_by_tabs_are_lines_of_a_form() -> None:
    source = read_text("Сынақ нысаны туралы бұйрық\n______\t\t ______\n(қолы)\t\t (күні)\n", lang="kaz")
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)][1:] == [
        "______  ______",
        "(қолы)  (күні)",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قازاقستان رەسپۋبليكاسىنىڭ زاڭى", "Arabic script"),
        ("Qazaqstan Respublikasynyń zańy turaly bap tarmaq jäne", "Latin script"),
        ("zzz qqq www", "neither in Kazakh nor in Russian"),
    ],
)
def test_a_text_in_another_script_is_refused_by_its_name(text: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read_text(text)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.mht", b"MIME-Version: 1.0\n\ntext", "single file"),
        ("a.html", b"Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n b=1\n\ntext", "single file"),
        ("a.txt", b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "single file"),
        (
            "a.fodt",
            b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'/>",
            "OpenDocument",
        ),
        (
            "a.xml",
            b"<?xml version='1.0'?><w xmlns='http://schemas.microsoft.com/office/word/2003/wordml'/>",
            "Word 2003",
        ),
    ],
)
def test_files_of_other_programs_are_refused_by_their_name(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=words):
        load(tmp_path / name)


@pytest.mark.parametrize("mark", ["<!DOCTYPE html PUBLIC 'x' 'y'>\n", "<!-- 1 -->\n", ""])
def test_a_page_written_as_xml_is_a_page(tmp_path: Path, mark: str) -> None:
    page = f"<?xml version='1.0' encoding='utf-8'?>\n{mark}<html xmlns='x'><body><p>1. Есеп.</p></body></html>"
    (tmp_path / "a.xhtml").write_text(page, encoding="utf-8")
    assert "".join(map(str, load(tmp_path / "a.xhtml", lang="kaz").root.itertext())).endswith("1.Есеп.")


def test_the_sign_that_ended_a_file_in_dos_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("1. Есеп жүргізіледі.\r\n\x1a\x1a".encode())
    assert len(read_source(tmp_path / "a.txt", lang="kaz").blocks) == 1
    (tmp_path / "a.txt").write_bytes("1. Есеп\x1a жүргізіледі.".encode())
    with pytest.raises(SourceError, match="U\\+001A"):
        read_source(tmp_path / "a.txt", lang="kaz")


@pytest.mark.parametrize("known", [known for known in FORMATS if known.module is None], ids=lambda known: known.name)
def test_a_format_that_cannot_be_read_is_named_in_the_languages_of_its_users(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a{known.suffixes[0]}"
    path.write_bytes(known.magic[0] if known.magic else b"x")
    with pytest.raises(SourceError) as refused:
        read_source(path)
    said = refusal(str(refused.value))
    assert known.name in said.eng
    for own in (said.kaz, said.rus):
        # Neither the format nor the advice is left in English.
        assert known.name not in own
        assert known.advice not in own


@pytest.mark.parametrize(
    "rows",
    [
        "| Атауы | Саны |\n|---|---|\n| Бал | 5 |",
        "┌──────┬────┐\n│ Мёд  │ 5  │\n├──────┼────┤\n│ Воск │ 6  │\n└──────┴────┘",
        "+------+----+\n| Мёд  | 5  |\n+------+----+",
    ],
)
def test_a_table_drawn_with_signs_is_told(rows: str) -> None:
    source = read_text(
        f"Омарталар туралы бұйрық\n1. Қоса беріліп отырған тізбе бекітілсін.\n{rows}\n2. Соңы.\n", lang="kaz"
    )
    (said,) = (found for found in source.findings if found.code == "read.table_unrecognised")
    assert (said.place.line, said.text) == (3, rows.replace("\n", " "))


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("kaz", "1. Б?йры? ?а?идаларын ж?ргізу ?шін бас?армалар ашылсын.", "Б?йры"),
        ("kaz", "1. Ба\ufffdылау министрге ж\ufffdктелсін.", "Ба\ufffdылау ж\ufffdктелсін"),
        ("rus", "1. Утв?рдить Пр?вила учёта с?женцев.", "Утв?рдить Пр?вила с?женцев"),
    ],
)
def test_letters_that_were_lost_before_the_file_was_read_are_an_error(lang: Lang, text: str, words: str) -> None:
    (said,) = (found for found in read_text(text, lang=lang).findings if found.code == "read.letters_lost")
    assert said.severity == "error"
    assert (said.text or "").startswith(words)


@pytest.mark.parametrize("text", ["Как быть? Что делать?Кто виноват?", "1. Кто? 2. Где?Когда?Зачем"])
def test_questions_are_no_lost_letters(text: str) -> None:
    assert "read.letters_lost" not in {found.code for found in read_text(text, lang="rus").findings}


@pytest.mark.parametrize("width", [45, 60, 80])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["close", "parted"])
def test_lines_that_an_editor_wrapped_are_whole_paragraphs(width: int, between: str) -> None:
    lines = [
        "1. Утвердить прилагаемые Правила учёта саженцев, которые ведут товарищества Республики Казахстан.",
        "2. Контроль за исполнением настоящего приказа возложить на вице-министра и на 12 его заместителей.",
        "3. Осы бұйрықтың орындалуын бақылау жетекшілік ететін Қазақстан Республикасының министріне жүктелсін.",
    ]
    wrapped = between.join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
    blocks = read_text(wrapped, lang="rus").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == lines


def test_lines_with_room_for_more_are_paragraphs_of_their_own() -> None:
    lines = ["Министр", "труда", "и защиты", "населения", "А. Алмов", "Согласовано", "с министром юстиции"]
    blocks = read_text("\n".join(lines), lang="rus").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == lines


@pytest.mark.parametrize("page", ["cp1251", "kz1048", "cp1252", "latin-1", "cp866", "koi8-r", "mac-cyrillic"])
@pytest.mark.parametrize(
    "act",
    [
        "Ойдан шығарылған бұйрық № 17 – «Көшет есебі» туралы.\n1. Қағидалар бекітілсін.\n",
        "Приказ (пример) № 17 – «Об учёте саженцев».\n1. Утвердить Правила; Иванов И.И.\n",
    ],
)
def test_bytes_of_utf_8_that_were_taken_for_an_eight_bit_page_are_taken_back(page: str, act: str) -> None:
    wrong = "".join(bytes((code,)).decode(page, "ignore") or chr(code) for code in act.encode())
    assert [read_text(text).blocks for text in (wrong, f"{act}{wrong}")] == [
        read_text(act).blocks, read_text(act * 2).blocks
    ]  # fmt: skip
    said = [found for found in read_text(f"{act}{wrong}").findings if found.code == "read.bytes_taken_back"]
    assert [found.place.line for found in said] == [3]
    with pytest.raises(SourceError, match="letters were lost"):
        read_text(act.encode().decode("cp1252", "replace"), lang="rus")


@pytest.mark.parametrize("line", ["─────────", "* * *", "=======", "---"])
def test_a_line_across_is_no_text_and_a_blank_to_fill_in_is(line: str) -> None:
    source = read_text(f"1. Контроль – за вице-министром.\n{line}\n2. Срок.\n__________\n", lang="rus")
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)][1:] == ["2. Срок.", "__________"]
    assert [piece.text for piece in source.furniture] == [line]


CUT = [
    ("rus", "1. Утвердить Правила учёта саженцев, которые ведутся\n\n12\n\nв садовых хозяйствах.", 1, "12"),
    ("rus", "1) ведёт журнал учёта саженцев и хранит его в течение\n- 3 -\nпяти лет.", 1, "- 3 -"),
    ("kaz", "1. Қоса беріліп отырған көшет есебі қағидалары облыстың\n12\nшаруашылықтарында бекітілсін.", 1, "12"),
    ("rus", "1. Утвердить прилагаемые Правила учёта саженцев.\n3\n2. Контроль – за вице-министром.", 2, "3"),
    ("rus", "1. Учёт саженцев сортов яблони ведётся в соответствии с\nнастоящими Правилами.", 1, "joined"),
    ("kaz", "1. Көшеттер есебі Қазақстан Республикасы Үкіметінің\nқаулысымен белгіленеді.", 1, "joined"),
    ("rus", "1. Контроль возложить на курирующего вице-министра\nсадоводства.", 2, "kept"),
    ("rus", "1. Срок – три дня.\n\nОрган ведёт журнал учёта саженцев и выдаёт копию каждому\nзаявителю.", 3, "kept"),
    (
        "kaz",
        "1. Мерзімі – үш күн.\nОрган көшеттерді есепке алу журналын жүргізеді және әрбір\nөтінішке жазады.",
        3,
        "kept",
    ),
    ("rus", "1. Контроль возложить на вице-\nминистра.", 2, "kept"),
    # A hyphen at a line's end only divides the word that stands whole elsewhere.
    ("rus", "1. Порядок государ-\nственного учёта.\n2. Знак государственного контроля.", 2, "joined"),
    ("kaz", "1. Көшеттердің мемле-\nкеттік есебі.\n2. Мемлекеттік бақылау.", 2, "joined"),
    ("rus", "1. Контроль – вице-\nминистра.\n2. Подпись вице-министра, вицеминистра.", 3, "kept"),
    # Each paragraph begins with an indented line.
    (
        "rus",
        "     Об утверждении\n     ПРИКАЗЫВАЮ:\n     1. Учёт ведут питомники, которые хранят журнал\nпять лет.",
        3,
        "",
    ),
    # A capital can go on a sentence.
    ("rus", "1. Учёт ведут на основании Закона\nРеспублики Казахстан о садах.", 1, "joined"),
    ("rus", "1. Учёт ведут должностные лица Министерства\nРеспублики Казахстан по садам.", 1, "joined"),
    ("rus", "1. Есть.\nПорядок ведения учёта определяется приказом Министра\nРеспублики Казахстан.", 2, "joined"),
    ("rus", "1. Есть.\nМинистр сельского хозяйства и садов в столице\nРеспублики Казахстан\nА. Алмов", 4, ""),
    ("rus", "1. Учёт саженцев и журнал учёта ведут в соответствии с\nЗаконом о садах.", 1, "joined"),
    (
        "kaz",
        "1. Көшеттер мен ағаштардың есебі осы саладағы Қазақстан\nРеспубликасының заңымен айқындалады.",
        1,
        "joined",
    ),
    ("rus", "2. Контроль возложить на курирующего вице-министра\nАлмова С. А. и его заместителя.", 2, "kept"),
    ("kaz", "2. Бақылау жетекшілік ететін вице-министр болып табылатын\nАлмов С. А. мырзаға жүктелсін.", 2, "kept"),
    ("rus", "2. Контроль возложить на курирующего вице-министра\nМинистр А. Саженцев", 2, ""),
    ("rus", "Глава 2. Порядок учёта саженцев в садовых хозяйствах\nУчёт ведут.", 2, ""),
    # A sanction stands in a line of its own, a title ends with no stop.
    ("rus", "1. Учёт ведут.\nНарушение порядка учёта саженцев должностными лицами –\nвлечёт штраф.", 3, ""),
    ("rus", "1. Нарушение порядка учёта саженцев должностными лицами –\nвлечёт штраф.", 2, ""),
    ("kaz", "1. Көшеттерді есепке алу тәртібін лауазымды адамның бұзуы –\nайыппұл салуға әкеп соғады.", 2, ""),
    ("rus", "1. Учёт ведут.\nПравила учёта саженцев садовых культур и их хранения\nв хозяйствах\n2. Срок.", 4, ""),
    ("rus", "1. Учёт ведётся по видам и сортам саженцев, а именно:\nяблони;\nгруши.", 3, ""),
    ("kaz", "1. Тізбе:\nАлма ағаштарының көшеттері, бір жылдық және екі жылдық\n12\nАлмұрт", 4, ""),
]
"""A text, how many paragraphs it has, and the number of a page or what is said of a line's end."""


@pytest.mark.parametrize(("lang", "text", "count", "told"), CUT)
def test_a_sentence_that_a_page_or_a_line_cuts_is_whole_or_told(lang: Lang, text: str, count: int, told: str) -> None:
    source = read_text(text, lang=lang)
    said = [found for found in source.findings if found.code == "read.sentence_cut"]
    assert len(source.blocks) == count
    assert [piece.text for piece in source.furniture] == ([told] if told.strip("- ").isdigit() else [])
    grave = {"": [], "joined": ["info"]}.get(told, ["warning"])
    assert [found.severity for found in said] == grave


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200e", "\u061c", "\x9b", "\U000e0041", "\ufff9", "\u2063"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_signs_that_show_another_text_than_is_stored_are_left_out_and_told(
    tmp_path: Path, suffix: str, sign: str
) -> None:
    file = tmp_path / f"act{suffix}"
    file.write_text(f"1. Пер{sign}вый пункт.\n\n2. Второй пункт.\n", encoding="utf-8")
    source = read_source(file, lang="rus")
    assert [found.code for found in source.findings] == ["read.control_characters"]
    assert f"U+{ord(sign):04X}" in source.findings[0].message.rus
    assert next(block.text for block in source.blocks if isinstance(block, Paragraph)) == "1. Первый пункт."
