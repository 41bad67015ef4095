"""What `read_source` takes and what it refuses, each refusal in one clear sentence."""

from pathlib import Path

import pytest

from lexkz.reading import SourceError, read_source, read_text
from lexkz.reading.limits import Limits

KAZ = "1. Қызметтерді алушыға әлеуметтік көмек көрсетіледі.\n2. Осы бұйрық қол қойылған күнінен бастап енгізіледі.\n"
RUS = '1) в пункте 5 слова "а" заменить словами "б";\n2) пункт 6 исключить.\n'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "kz1048"]
)
def test_kazakh_text_is_read_in_every_encoding_in_use(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "act.txt").write_bytes(KAZ.encode(encoding))
    source = read_source(tmp_path / "act.txt")
    assert source.lang == "kaz"
    assert [block.text for block in source.blocks if hasattr(block, "text")] == KAZ.splitlines()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "kz1048"])
def test_russian_text_is_read_in_every_encoding_in_use(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "act.txt").write_bytes(RUS.replace("\n", "\r\n").encode(encoding))
    source = read_source(tmp_path / "act.txt")
    assert source.lang == "rus"
    assert [block.text for block in source.blocks if hasattr(block, "text")] == RUS.splitlines()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("random.txt", b"\x01\x02\x03\xff\xfe\x90" * 50, "binary"),
        ("control.txt", "Осы бұйрық\x07 енгізіледі".encode(), "U+0007 in line 1"),
        ("english.txt", b"This Act shall enter into force on its publication.", "neither in Kazakh nor in Russian"),
        ("ukrainian.txt", "Цей Закон набирає чинності з дня його опублікування, крім статті.".encode(), "neither"),
        ("digits.txt", b"12 34 56", "neither"),
        ("act.pdf", b"%PDF-1.7 ...", "damaged"),
        ("renamed.txt", b"%PDF-1.7 ...", "damaged"),
        ("act.docx", b"PK\x03\x04....", "damaged or no Word document"),
        ("act.html", b"<!DOCTYPE html><html></html>", "holds no text"),
        ("act.json", b'{"a": 1}', "JSON without the text of an act"),
        ("broken.json", b"{", "is no JSON"),
        ("act.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word document"),
        ("act.rtf", b"{\\rtf1 text}", "RTF"),
        ("act.odt", b"PK\x03\x04....", "OpenDocument text"),
        ("act.zip", b"PK\x03\x04....", "archive, which cannot be read: unpack it"),
        ("act.7z", b"7z\xbc\xaf\x27\x1c", "archive"),
        ("table.xlsx", b"PK\x03\x04....", "a spreadsheet, which cannot be read: give the act itself"),
        ("table.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "a spreadsheet"),
        ("slides.pptx", b"PK\x03\x04....", "a presentation"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "an image, which cannot be read: give the text of the act"),
        ("scan.jpg", b"\xff\xd8\xff\xe0", "image"),
        ("scan.tif", b"II*\x00", "image"),
        ("scan.djvu", b"AT&TFORM", "a scan"),
        ("act.xml", b"<?xml version='1.0'?><a/>", "an XML file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_source(tmp_path / name)
    message = str(caught.value)
    assert says in message
    assert message.startswith(name)
    assert message.endswith(".")
    assert "\n" not in message
    assert str(tmp_path) not in message


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        read_source(tmp_path / "no.txt")
    with pytest.raises(SourceError, match="is a folder"):
        read_source(tmp_path)


def test_a_file_above_the_size_cap_is_refused(tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_text(KAZ, encoding="utf-8")
    with pytest.raises(SourceError, match="larger than"):
        read_source(tmp_path / "act.txt", limits=Limits(bytes=10))


def test_a_language_that_is_given_is_believed() -> None:
    assert read_text("12 34", lang="rus").lang == "rus"
    assert read_text("заменить словами", lang="kaz").lang == "kaz"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('в пункте 5 слова "а" заменить словами "б";', "rus"),
        ('"а" деген сөз "б" деген сөзбен ауыстырылсын', "kaz"),
        ("3) тармақша алып тасталсын;", "kaz"),
    ],
)
def test_a_fragment_of_one_line_is_one_paragraph(text: str, lang: str) -> None:
    source = read_text(text)
    assert (source.format, source.lang, len(source.blocks)) == ("text", lang, 1)
    assert source.findings == ()


def test_a_fragment_of_an_extraction_is_read_as_one() -> None:
    source = read_text("       екінші абзацы мынадай редакцияда жазылсын:2-тармақтың")
    assert source.format == "extracted_text"
    assert [block.text for block in source.blocks if hasattr(block, "text")] == [
        "2-тармақтың екінші абзацы мынадай редакцияда жазылсын:"
    ]
