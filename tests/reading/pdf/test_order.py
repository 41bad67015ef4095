"""The facsimile of the order reads as its text does; skipped where the facsimile is not at hand."""

from itertools import groupby
from pathlib import Path

import pytest

pytest.importorskip("pdfplumber")

from lexkz.reading.blocks import Paragraph, Source, Table
from lexkz.reading.pdf import read_pdf
from lexkz.reading.source import read_source

ROOT = Path(__file__).parents[3]
FACSIMILE = ROOT.parent / "shared" / "source" / "V2400035172.kaz.facsimile.pdf"
pytestmark = pytest.mark.skipif(not FACSIMILE.is_file(), reason="the facsimile of the order is not at hand")


@pytest.fixture(scope="module")
def source() -> Source:
    return read_source(FACSIMILE)


@pytest.fixture(scope="module")
def text() -> Source:
    return read_source(ROOT / "corpus" / "V2400035172" / "kaz.txt")


def _lines(source: Source) -> list[str]:
    """Return paragraphs and rows; a corner mark as one, for its lines end where the page has it."""
    made: list[str] = []
    for right, blocks in groupby(source.blocks, lambda block: isinstance(block, Paragraph) and block.align == "right"):
        texts = [
            line
            for block in blocks
            for line in (
                [block.text]
                if isinstance(block, Paragraph)
                else ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            )
        ]
        made += [" ".join(texts)] if right else texts
    return made


def test_the_facsimile_and_the_text_give_the_same_paragraphs_and_rows(source: Source, text: Source) -> None:
    assert _lines(source) == _lines(text)


def test_tables_have_the_same_grid_in_both(source: Source, text: Source) -> None:
    grids = [
        [
            [[(cell.text, cell.colspan, cell.rowspan, row.header) for cell in row.cells] for row in block.rows]
            for block in one.blocks
            if isinstance(block, Table)
        ]
        for one in (source, text)
    ]
    assert grids[0] == grids[1]


def test_links_stay_on_their_words(source: Source) -> None:
    linked = [
        run.text
        for block in source.blocks
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.href is not None
    ]
    assert linked[:3] == ["бұйрығына", "2-тармақтың", "29-тармақ"]
    assert "4-қосымшаға" in linked


def test_each_block_has_its_page_and_its_box(source: Source) -> None:
    pages = [block.place.page for block in source.blocks]
    assert pages == sorted(page for page in pages if page is not None)
    assert all(block.place.box is not None for block in source.blocks)


def test_what_was_changed_is_said(source: Source) -> None:
    assert {finding.code for finding in source.findings} == {"read.empty_columns", "read.hyphen_kept"}
    # Pairs that line ends part: the act has none of them elsewhere.
    kept = [finding.text for finding in source.findings if finding.code == "read.hyphen_kept"]
    assert kept == ["жүріп-тұруды", "тергеп-тексеру", "қылмыстық-процестік", "үй-жайлар"]
    repairs = [repair for block in source.blocks for repair in block.repairs]
    assert {"joined_word", "row_over_page"} <= {repair.rule for repair in repairs}
    assert [repair.text for repair in repairs if repair.rule == "joined_word"][:2] == ["Жөргектер", "дана"]


def test_a_path_and_its_bytes_read_alike() -> None:
    assert read_pdf(FACSIMILE) == read_pdf(FACSIMILE.read_bytes())
