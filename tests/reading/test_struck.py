"""Words that are struck through are kept, and said: whether they are law still, no file tells."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Source
from lexkz.reading.source import read_source
from tests.reading.docx.raw import p, r, word
from tests.reading.pdf.drawing import KAZ, RUS, drawn, put, quoted, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LINES: dict[Lang, tuple[str, ...]] = {"rus": RUS, "kaz": KAZ}
STRUCK: dict[Lang, tuple[str, str, str]] = {
    "rus": ("4. Учёт ", "не ведут", " ежедневно."),
    "kaz": ("4. Есеп күн сайын ", "жүргізілмейді", " иә."),
}


def _read(folder: Path, name: str, data: bytes | str) -> Source:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_source(path)


def _last(lang: Lang, mark: str) -> str:
    before, struck, behind = STRUCK[lang]
    return before + mark.replace("…", struck) + behind


@pytest.mark.parametrize("lang", ["rus", "kaz"])
@pytest.mark.parametrize(
    "mark",
    [
        "<s>…</s>",
        "<strike>…</strike>",
        "<span style='color: red; text-decoration: line-through'>…</span>",
        "<font style='text-decoration-line: underline line-through'>…</font>",
        "<i class='gone'>…</i>",
        "<s><b>…</b></s>",
    ],
)
def test_struck_words_of_a_page_are_said(tmp_path: Path, lang: Lang, mark: str) -> None:
    style = "<style>.gone { text-decoration: line-through }</style>"
    body = "".join(f"<p>{line}</p>" for line in (*LINES[lang], _last(lang, mark)))
    source = _read(tmp_path, "act.html", f"<html><meta charset='utf-8'>{style}<body>{body}</body></html>")
    assert texts(source)[-1] == "".join(STRUCK[lang])
    assert quoted(source, "read.struck_text") == [STRUCK[lang][1]]


@pytest.mark.parametrize("style", ["text-decoration: none", "text-decoration: underline", "color: line-through"])
def test_words_that_are_only_underlined_are_not_said(tmp_path: Path, style: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in (*RUS, f"4. <u style='{style}'>Учёт</u> ведут."))
    assert not _read(tmp_path, "act.html", f"<html><meta charset='utf-8'><body>{body}</body></html>").findings


@pytest.mark.parametrize("mark", ["~~…~~", "<s>…</s>", "<del>…</del>"])
def test_struck_deleted_and_hidden_words_of_markdown_are_said(tmp_path: Path, mark: str) -> None:
    hidden = "5. Учёт<span style='display:none'> тайный</span>."
    source = _read(tmp_path, "act.md", "\n\n".join((*RUS, _last("rus", mark), hidden)))
    deleted = mark == "<del>…</del>"
    assert texts(source)[-2:] == ["4. Учёт ежедневно." if deleted else "4. Учёт не ведут ежедневно.", "5. Учёт."]
    assert quoted(source, "read.deleted_text" if deleted else "read.struck_text") == ["не ведут"]
    assert quoted(source, "read.hidden_text") == ["тайный"]


def test_struck_and_hidden_words_of_the_banks_fields_are_said(tmp_path: Path) -> None:
    nodes = [{"id": f"z{place}", "type": "text", "text": f"<p>{line}</p>"} for place, line in enumerate(RUS)]
    nodes.append({"id": "z9", "type": "text", "text": "<p>4. <s>Учёт</s> журнал<i hidden> тайный</i>.</p>"})
    source = _read(tmp_path, "act.json", json.dumps({"content": nodes}))
    assert texts(source)[-1] == "4. Учёт журнал."
    assert quoted(source, "read.struck_text") == ["Учёт"]
    assert quoted(source, "read.hidden_text") == ["тайный"]


@pytest.mark.parametrize("switch", ["strike", "dstrike"])
def test_struck_words_of_a_word_file_are_said(tmp_path: Path, switch: str) -> None:
    runs = r("4. Учёт ") + r("не ведут", f"<w:{switch}/>") + r(" ежедневно.")
    source = _read(tmp_path, "act.docx", word("".join(map(p, RUS)) + p(runs=runs)))
    assert texts(source)[-1] == "4. Учёт не ведут ежедневно."
    assert quoted(source, "read.struck_text") == ["не ведут"]


def _line(lang: Lang, draw: "Callable[[Canvas, float, float, float], object]") -> "Callable[[Canvas], object]":
    """Draw an act, and ``draw`` from where to where its struck words stand, on which line."""

    def page(canvas: "Canvas") -> None:
        y = put(canvas, LINES[lang])
        put(canvas, ["".join(STRUCK[lang])], y=y)
        x = 70 + width(STRUCK[lang][0])
        draw(canvas, x, x + width(STRUCK[lang][1]), y)

    return page


@pytest.mark.parametrize("lang", ["rus", "kaz"])
@pytest.mark.parametrize("height", [2.2, 3.0, 4.2])
def test_words_with_a_line_drawn_through_them_are_said(tmp_path: Path, lang: Lang, height: float) -> None:
    page = _line(lang, lambda canvas, x, end, y: canvas.line(x, y + height, end, y + height))
    source = _read(tmp_path, "act.pdf", drawn(page))
    assert texts(source) == [*LINES[lang], "".join(STRUCK[lang])]
    assert quoted(source, "read.struck_text") == [STRUCK[lang][1]]


def test_a_bar_or_a_reviewers_mark_strikes_as_a_line_does(tmp_path: Path) -> None:
    def bar(canvas: "Canvas", x: float, end: float, y: float) -> None:
        canvas.rect(x, y + 2.6, end - x, 0.7, stroke=0, fill=1)

    def mark(canvas: "Canvas", x: float, end: float, y: float) -> None:
        corners = " ".join(f"{number:.1f}" for number in (x, y + 8, end, y + 8, x, y - 2, end, y - 2))
        canvas.highlightAnnotation("", [x, y - 2, end, y + 8], [float(n) for n in corners.split()])

    for draw in (bar, mark):
        data = drawn(_line("rus", draw)).replace(b"/Subtype /Highlight", b"/Subtype /StrikeOut")
        assert quoted(_read(tmp_path, "act.pdf", data), "read.struck_text") == ["не ведут"]


@pytest.mark.parametrize("height", [-1.5, -3.0, 9.5])
def test_a_line_under_or_over_words_strikes_none(tmp_path: Path, height: float) -> None:
    page = _line("rus", lambda canvas, x, end, y: canvas.line(x, y + height, end, y + height))
    assert not quoted(_read(tmp_path, "act.pdf", drawn(page)), "read.struck_text")


def test_a_line_under_a_formula_does_not_strike_its_index(tmp_path: Path) -> None:
    def page(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        put(canvas, ["4. Состав: CO"], y=y)
        x = 70 + width("4. Состав: CO")
        put(canvas, ["2"], x=x, y=y - 3.4, size=7)
        canvas.line(70, y - 1.3, x + 5, y - 1.3)

    source = _read(tmp_path, "act.pdf", drawn(page))
    assert texts(source)[-1] == "4. Состав: CO₂"
    assert not quoted(source, "read.struck_text")
