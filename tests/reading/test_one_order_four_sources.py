"""One order as a PDF, as the extraction of its text, as a Word file and as a page: one text, one list of commands."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.annex import tables
from lexkz.publication import export_text, reading_data
from lexkz.publication.tables_json import tables_data
from lexkz.reading import docx, html, read_source
from lexkz.reading.blocks import Block, Paragraph, Run, Source, Table
from lexkz.structure import build
from tests.reading.docx.raw import lvl, numbering, p, word
from tests.reading.docx.test_order import _paragraph, _table
from tests.reading.html import setting
from tests.reading.html.test_order import card, extraction

PDF = Path(__file__).parents[3] / "shared" / "source" / "V2400035172.kaz.facsimile.pdf"
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin">'
    "<wp:posOffset>3600000</wp:posOffset></wp:positionH><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)


def as_pdf() -> Source:
    if not PDF.exists():
        pytest.skip("the facsimile is not here")
    return read_source(PDF)


def as_docx() -> Source:
    """Set numbers as Word's own, tables with merged cells, corner marks in text boxes that break their lines anew."""
    body: list[str] = []
    nums: dict[str, str] = {}
    mark: list[str] = []
    for block in (*extraction().blocks, None):
        if isinstance(block, Paragraph) and block.align == "right":
            mark.append(block.text)
            continue
        box = "".join(p(escape(line, quote=False), '<w:jc w:val="right"/>') for line in rewrapped(mark, 34))
        mark = []
        if box:
            body.append(p(runs=_BOX.format(box)))
        if isinstance(block, Table):
            body.append(_table(block))
        elif block is not None:
            body.append(_paragraph(block, nums))
    levels = {"1": lvl(0, "decimal", "%1."), "2": lvl(0, "decimal", "%1)")}
    return docx.read(word("".join(body), {"numbering": numbering(levels, nums)}), "kaz.docx", None)


def as_page() -> Source:
    """Set the page of "Әділет", with corner marks in tables whose lines break where they will."""
    title, requisites, *rest = extraction().blocks
    assert isinstance(title, Paragraph)
    assert isinstance(requisites, Paragraph)
    blocks: list[Block] = []
    mark: list[Paragraph] = []
    for block in (*rest, None):
        if isinstance(block, Paragraph) and block.align == "right":
            mark.append(block)
            continue
        blocks.extend(replace(mark[0], runs=(Run(line),)) for line in rewrapped([part.text for part in mark], 22))
        mark = []
        if block is not None:
            blocks.append(block)
    return html.read(setting.adilet(title.text, requisites.text, blocks), "kaz.html", None)


def rewrapped(lines: list[str], width: int) -> list[str]:
    """Return the lines of a corner mark broken anew, each document that it names by itself; what follows it is kept."""
    end = max((place for place, line in enumerate(lines, 1) if line.endswith("қосымша")), default=0)
    out: list[str] = []
    begins = True
    for part in " ".join(lines[:end]).split():
        if begins or len(out[-1]) + 1 + len(part) > width:
            out.append(part)
        else:
            out[-1] += f" {part}"
        begins = part.endswith("қосымша")
    return [*out, *lines[end:]]


SOURCES: dict[str, Callable[[], Source]] = {"extraction": extraction, "pdf": as_pdf, "docx": as_docx, "page": as_page}


@cache
def said(kind: str) -> tuple[str, Any, Any]:
    """Return what the act of a source says: its text, its commands and its tables, without places in the source."""
    act = build(SOURCES[kind](), card())
    marked, reading = annotate(act)
    commands = _without_source(reading_data(reading).model_dump(mode="json")["commands"])
    return export_text(act), commands, _without_source(tables_data(tables(marked), marked).model_dump(mode="json"))


def _without_source(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_source(value) for key, value in data.items() if key not in ("page", "line")}
    return [_without_source(value) for value in data] if isinstance(data, list) else data


@pytest.mark.parametrize("kind", ["pdf", "docx", "page"])
@pytest.mark.parametrize("what", range(3), ids=["text", "commands", "tables"])
def test_every_source_of_the_order_says_the_same(kind: str, what: int) -> None:
    assert said(kind)[what] == said("extraction")[what]
    assert said("extraction")[what]


def test_the_settings_break_the_lines_of_corner_marks_elsewhere() -> None:
    right = [
        [block.text for block in SOURCES[kind]().blocks if isinstance(block, Paragraph) and block.align == "right"]
        for kind in ("extraction", "docx", "page")
    ]
    assert right[0] != right[1]
    assert right[1] != right[2]
