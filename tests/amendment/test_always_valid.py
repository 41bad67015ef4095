"""What ``lexkz parse`` writes ``lexkz validate`` accepts: texts of all fixtures, whole, cut, mixed, in each format."""

import html as markup
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.languages.detect import Lang
from lexkz.reading import docx, html, markdown, read_text
from lexkz.reading.blocks import Source, SourceError
from lexkz.structure import build
from tests.breadth import examples
from tests.reading.docx.raw import p, tbl, tc, word

ROOT = Path(__file__).parents[1]
LANGS: tuple[Lang, ...] = ("kaz", "rus")
_PIECES = """Приложение 1
к приказу Министра труда
Глава 1. Общие
Статья 1.
1-бап.
РАЗДЕЛ I
1)
а)
1.1.
___
(подпись)
№\tА\tБ
1\tа\tб
1\tа\tб
Форма
Нысан
Сноска. Пункт 1 исключен.
* сноска
слово*
«
»
Утверждены приказом Министра
қосымша
1-тарау. Жалпы
Министр А. Алмов
Содержание
2) исключен
1. 1) а;
статьи 5 настоящего Закона
осы Қағидалардың 3-тармағы
в пункте 1 слова «а» заменить словами «б»;
в подпункте 4) точку заменить точкой с запятой;
после слов «а» дополнить предложением следующего содержания:
«Новое предложение.»;
4-тармақ (2027 жылғы 1 қаңтарға дейін) алып тасталсын;
пункт 2 изложить в следующей редакции:
«2. Новый.»;
1-тармақ алып тасталсын;"""
PIECES = _PIECES.split("\n")


@cache
def _texts() -> tuple[tuple[str, ...], ...]:
    found = []
    for path in sorted(ROOT.glob("*/**/*.txt")):
        for block in re.split(r"(?m)^# .*$", path.read_text(encoding="utf-8", errors="ignore")):
            lines = tuple(line for line in block.split("\n") if line.strip() and not line.startswith(("---", "→")))
            if len(lines) > 1:
                found.append(lines)
    return tuple(found)


@st.composite
def _mixed(draw: st.DrawFn) -> tuple[str, ...]:
    """A stretch of a text, lines taken out, doubled, moved, cut, and pieces put in that begin things."""
    texts = _texts()
    lines = list(draw(st.sampled_from(texts)))
    begins = draw(st.integers(0, max(0, len(lines) - 40)))
    lines = lines[begins : begins + 40]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(lines)))
        way = draw(st.sampled_from(("piece", "out", "twice", "cut", "other")))
        if way == "piece":
            lines.insert(at, draw(st.sampled_from(PIECES)))
        elif way == "other":
            other = draw(st.sampled_from(texts))
            start = draw(st.integers(0, len(other) - 1))
            lines[at:at] = other[start : start + 4]
        elif at < len(lines):
            whole = lines[at]
            middle = draw(st.integers(0, len(whole)))
            lines[at : at + 1] = {"out": [], "twice": [whole, whole], "cut": [whole[:middle], whole[middle:]]}[way]
    return tuple(line for line in lines if line.strip())


def _as_text(lines: tuple[str, ...], lang: Lang) -> Source:
    return read_text("\n\n".join(lines) + "\n", lang=lang)


def _as_page(lines: tuple[str, ...], lang: Lang) -> Source:
    made = (
        f"<table border=1><tr>{''.join(f'<td>{markup.escape(cell)}' for cell in line.split(chr(9)))}</table>"
        if "\t" in line
        else f"<p>{markup.escape(line)}</p>"
        for line in lines
    )
    return html.read(f"<html><body>{''.join(made)}</body></html>".encode(), "act.html", lang)


def _as_word(lines: tuple[str, ...], lang: Lang) -> Source:
    made = (
        tbl(tuple(tc(markup.escape(cell)) for cell in line.split("\t"))) if "\t" in line else p(markup.escape(line))
        for line in lines
    )
    return docx.read(word("".join(made)), "act.docx", lang)


def _as_markdown(lines: tuple[str, ...], lang: Lang) -> Source:
    return markdown.read("\n\n".join(lines).encode(), "act.md", lang)


WAYS = (_as_text, _as_page, _as_word, _as_markdown)


def _valid(source: Source) -> None:
    act, _ = annotate(build(source))
    wrong = [found for found in (*schema.errors(act.root), *semantics.errors(act.root)) if found.severity == "error"]
    assert not wrong


@given(lines=_mixed(), lang=st.sampled_from(LANGS), way=st.sampled_from(WAYS))
@pytest.mark.combined
@settings(max_examples=examples(60), deadline=None)
def test_whatever_can_be_read_is_valid(lines: tuple[str, ...], lang: Lang, way: object) -> None:
    try:
        source = way(lines, lang)  # type: ignore[operator]
    except SourceError:
        return
    _valid(source)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(
    "lines",
    [
        ("О чём", "1. Текст.", "Министр А. Алмов", "№\tПроба\n1\tВода"),
        ("1. В пункте 1:", "в подпункте 4) точку заменить точкой с запятой;"),
        ("1. В пункте 1:", "после слов «а» дополнить предложением следующего содержания:", "«Новое предложение.»;"),
        ("1. Енгізілсін:", "4-тармақ (2027 жылғы 1 қаңтарға дейін) алып тасталсын;"),
        ("в примечании статьи 5 слово «а» исключить;",),
    ],
    ids=lambda lines: lines[-1][:30],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_was_not_valid_once_is(lines: tuple[str, ...], way: object, lang: Lang) -> None:
    rows = tuple(row for line in lines for row in line.split("\n"))
    _valid(way(rows, lang))  # type: ignore[operator]
