"""Hostile pages are refused in one clear sentence, or read without harm."""

import time
from pathlib import Path

import pytest

from lexkz.reading import html, read_source
from lexkz.reading.blocks import Paragraph, SourceError, Table

TEXT = "Осы бұйрық қолданысқа енгізіледі."


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul><li", "table><tr><td", "font"])
def test_a_million_nested_tags_are_refused_and_nothing_is_dropped_in_silence(tag: str) -> None:
    page = f"<{tag}>" * 1_000_000 + TEXT
    started = time.process_time()
    with pytest.raises(SourceError, match=r"nests its tags too deeply"):
        html.read(page.encode(), "x.html", "kaz")
    assert time.process_time() - started < 40


def test_tags_nested_as_deep_as_real_pages_are_read() -> None:
    page = "<div>" * 200 + TEXT + "</div>" * 200
    assert isinstance(block := html.read(page.encode(), "x.html", "kaz").blocks[0], Paragraph)
    assert block.text == TEXT


def test_countless_end_tags_and_items_are_read_in_time() -> None:
    started = time.process_time()
    html.read(("</b>" * 300_000 + TEXT).encode(), "x.html", "kaz")
    html.read(("<ol>" + "<li>сөз" * 30_000 + "</ol>").encode(), "x.html", "kaz")
    assert time.process_time() - started < 20


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 100 elements"):
        html.read(("<p>сөз</p>" * 101).encode(), "x.html", "kaz", limits=html.PageLimits(elements=100))


def test_entities_of_a_page_are_not_expanded_and_files_are_not_taken_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("құпия", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY a "{"ха" * 1000}"><!ENTITY b SYSTEM "file://{secret}">]>'
        f'<html><body><p>{TEXT} &a;&b;</p><iframe src="file://{secret}"></iframe><object data="file://{secret}"></object></body></html>'
    )
    source = html.read(page.encode(), "x.html", "kaz")
    shown = " ".join(block.text for block in source.blocks if isinstance(block, Paragraph))
    assert "құпия" not in shown
    assert "хаха" not in shown


def test_spans_beyond_measure_are_cut_to_what_a_browser_takes() -> None:
    row = '<tr><td colspan="999999999" rowspan="0">а</td><td rowspan="-4">б</td></tr>'
    page = f'<table border="1">{row}<tr><td>в</td></tr></table>'
    (table,) = html.read(page.encode(), "x.html", "kaz").blocks
    assert isinstance(table, Table)
    assert [(cell.colspan, cell.rowspan) for cell in table.rows[0].cells] == [(1000, 2), (1, 1)]


def test_links_that_could_run_something_lose_their_target_and_scripts_their_text() -> None:
    page = (
        f'<p onclick="alert(1)">{TEXT} <a href="java&#10;script:alert(1)">бір</a> <a href="data:text/html,x">екі</a>'
        ' <a href="vbscript:x">үш</a> <a href="//adilet.zan.kz/x">төрт</a><script>alert(2)</script></p>'
    )
    (block,) = html.read(page.encode(), "x.html", "kaz").blocks
    assert isinstance(block, Paragraph)
    assert block.text == f"{TEXT} бір екі үш төрт"
    assert [run.href for run in block.runs if run.href] == ["//adilet.zan.kz/x"]


def test_markup_that_is_text_stays_text() -> None:
    (block,) = html.read(f"<p>{TEXT} &lt;script&gt;alert(1)&lt;/script&gt;</p>".encode(), "x.html", "kaz").blocks
    assert isinstance(block, Paragraph)
    assert block.text == f"{TEXT} <script>alert(1)</script>"


def test_characters_that_nobody_sees_are_left_out_and_said() -> None:
    page = f"<p>{TEXT[:10]}&#x202E;&#1;\u200b\u00ad{TEXT[10:]}</p>"
    source = html.read(page.encode(), "x.html", "kaz")
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].text == TEXT
    assert [found.code for found in source.findings] == ["read.control_characters"]


@pytest.mark.parametrize("cut", range(0, 200, 7))
def test_a_page_cut_anywhere_is_read_or_refused_and_never_crashes(cut: int) -> None:
    cells = f"<td rowspan='2'><p id=z1>{TEXT}</p></td><td>&nbsp;сөз&#10;</td>"
    page = f"<!DOCTYPE html><html><body><table><tr>{cells}</tr></table></body></html>"
    try:
        html.read(page.encode()[:cut], "x.html", "kaz")
        said = ""
    except SourceError as error:
        said = str(error)
    assert "\n" not in said


def test_the_reader_is_found_by_suffix_and_by_content(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
    for name in ("a.html", "a.htm", "a.txt"):
        (tmp_path / name).write_bytes(page)
        assert read_source(tmp_path / name).format == "html"


@pytest.mark.parametrize("attribute", ['a{}="1"', "a{}", "a{}='>'"])
def test_a_tag_of_countless_attributes_is_refused_at_once(attribute: str) -> None:
    tag = " ".join(attribute.format(number) for number in range(100_000))
    started = time.process_time()
    with pytest.raises(SourceError, match="a tag of more than 2000 attributes"):
        html.read(f"<p {tag}>{TEXT}</p>".encode(), "x.html", "kaz")
    assert time.process_time() - started < 15


def test_a_long_value_of_an_attribute_and_quotes_in_text_are_no_attributes() -> None:
    page = f"<img src=\"data:{'a b ' * 5000}\"><p title=it's>{TEXT}</p><p>{'х ' * 5000}'</p>"
    block = html.read(page.encode(), "x.html", "kaz").blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == TEXT
