"""Hostile Word documents are refused in one clear sentence, or read without harm."""

import io
import zipfile
from pathlib import Path

import pytest

from lexkz.reading import docx, read_source
from lexkz.reading.blocks import Paragraph, SourceError
from tests.reading.docx.raw import p, r, tbl, tc, word

TEXT = "Осы бұйрық қолданысқа енгізіледі."


def _refused(data: bytes, match: str, limits: docx.ArchiveLimits | None = None) -> None:
    with pytest.raises(SourceError, match=match) as error:
        docx.read(data, "x.docx", "kaz", limits=limits)
    assert "\n" not in str(error.value)
    assert str(error.value).endswith(".")


def test_entities_and_declarations_are_refused() -> None:
    bomb = "<!DOCTYPE w [" + '<!ENTITY a "ха">' + "".join(f'<!ENTITY b{n} "{"&a;" * 10}">' for n in range(10)) + "]>"
    _refused(word(p(f"{TEXT} &b1;"), doctype=bomb), "document type declaration|damaged")
    _refused(word(p(TEXT), doctype='<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">'), "document type declaration")


def test_a_file_is_not_taken_in_by_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("құпия", encoding="utf-8")
    _refused(word(p(f"{TEXT} &x;"), doctype=f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'), "document type")


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_does() -> None:
    bomb = word(p(TEXT), extra={"word/media/image.bin": b"\0" * 50_000_000})
    assert docx.read(bomb, "x.docx", "kaz").blocks
    _refused(word(p("а" * 3_000_000)), "unpacks to more than", docx.ArchiveLimits(part_bytes=1024 * 1024))
    _refused(word(p("а" * 3_000_000)), "unpacks to more than", docx.ArchiveLimits(total_bytes=1024 * 1024))


def test_a_size_that_the_archive_states_falsely_is_not_believed() -> None:
    data = bytearray(word(p("а" * 300_000)))
    # The size before packing stands in the directory at the end; a false one must not let more in than it says.
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    _refused(bytes(data), "damaged")


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "C:/evil.xml", "word\\..\\..\\evil"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    _refused(word(p(TEXT), extra={name: b"x"}), "leads out of the archive")


def test_relations_that_lead_out_of_the_archive_are_refused() -> None:
    relation = '<Relationship Id="x" Type="a/header" Target="../../../etc/passwd"/>'
    _refused(word(p(TEXT), relations=relation), "leads out of the archive")


def test_external_relations_are_not_followed() -> None:
    relations = "".join(
        f'<Relationship Id="{kind}" Type="a/{kind}" Target="http://127.0.0.1:9/{kind}.xml" TargetMode="External"/>'
        for kind in ("header", "numbering", "styles", "attachedTemplate", "image", "aFChunk", "footnotes")
    )
    source = docx.read(word(p(TEXT) + '<w:altChunk r:id="aFChunk"/>', relations=relations), "x.docx", "kaz")
    assert [found.code for found in source.findings] == ["read.part_missing"]


def test_deep_nesting_is_refused() -> None:
    _refused(word("<w:sdt><w:sdtContent>" * 5000 + p(TEXT) + "</w:sdtContent></w:sdt>" * 5000), "damaged")
    inner = p(TEXT)
    for _ in range(40):
        inner = tbl((tc(inner + p()),))
    assert docx.read(word(inner), "x.docx", "kaz").blocks


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{two}"/></w:style>'
        for one, two in ("ab", "ba")
    )
    assert docx.read(word(p(TEXT, '<w:pStyle w:val="a"/>'), {"styles": styles}), "x.docx", "kaz").blocks


def test_lists_that_lead_to_each_other_end() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(TEXT, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    source = docx.read(word(body, {"numbering": numbering, "styles": styles}), "x.docx", "kaz")
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].text == TEXT


def test_numbers_beyond_measure_do_no_harm() -> None:
    row = tc(TEXT, '<w:gridSpan w:val="99999999999"/>'), tc("а", '<w:gridSpan w:val="-5"/>')
    assert docx.read(word(tbl(row)), "x.docx", "kaz").blocks
    assert docx.read(word(p(runs=r(TEXT) + '<w:r><w:sym w:char="FFFFFFFFFF"/></w:r>')), "x.docx", "kaz").blocks


def test_what_is_no_word_document_is_one_clear_sentence() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
    _refused(stream.getvalue(), "damaged or no Word document")
    _refused(b"PK\x03\x04 and nothing more", "damaged or no Word document")
    _refused(word("<w:sectPr/>"), "holds no text")
    with pytest.raises(SourceError, match="neither in Kazakh nor in Russian"):
        docx.read(word(p("The quick brown fox jumps over the lazy dog.")), "x.docx", None)


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_document_cut_anywhere_is_one_clear_sentence(cut: int) -> None:
    data = word(p(TEXT))
    _refused(data[: len(data) * cut // 12], "damaged or no Word document")


@pytest.mark.parametrize("place", range(40, 1200, 29))
def test_a_document_with_a_wrong_byte_is_read_or_refused_and_never_crashes(place: int) -> None:
    data = bytearray(word(p(TEXT)))
    data[place % len(data)] ^= 0x5A
    try:
        docx.read(bytes(data), "x.docx", "kaz")
        said = ""
    except SourceError as error:
        said = str(error)
    assert "\n" not in said


def test_the_reader_is_found_by_suffix_and_by_content(tmp_path: Path) -> None:
    for name in ("a.docx", "a.docm", "a.txt"):
        (tmp_path / name).write_bytes(word(p(TEXT)))
        assert read_source(tmp_path / name).format == "docx"
