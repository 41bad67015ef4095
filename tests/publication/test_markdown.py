"""An act as Markdown: what a reader sees of it is the act's text, letter by letter, and nothing of it is markup."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lexkz.akn.namespace import E
from lexkz.publication.markdown import export_markdown
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import NOT_THE_ACTS, SheetTable
from lexkz.structure import Act, load
from tests.breadth import examples
from tests.publication.published import ROOT, act

SYNTHETIC = Path(__file__).parent / "synthetic.xml"
ALL = [SYNTHETIC, *sorted((ROOT / "xml").glob("*/*.xml")), *sorted((ROOT / "consolidated").glob("*/*.xml"))]
OURS = re.compile(r'<a id="[^"]*">|</a>|</?(?:b|i|u|sup|sub)>|<br>')


def _tokens(markdown: str) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)


def _seen(markdown: str) -> list[str]:
    """What a reader sees of the act's own: line by line; quotations are not the act's."""
    depth = 0
    found: list[str] = []
    for token in _tokens(markdown):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline" and not depth:
            text = "".join(_visible(child) for child in token.children or ())
            found.extend(line.strip() for line in text.split("\n"))
    return [line for line in found if line]


def _visible(token: Token) -> str:
    if token.type == "html_inline":
        assert OURS.fullmatch(token.content), token.content
        return "\n" if token.content == "<br>" else ""
    assert token.type in ("text", "text_special"), token.type
    return token.content


def _own(given_act: Act) -> list[str]:
    found: list[str] = []
    for block in act_sheet(given_act).flow:
        if isinstance(block, SheetTable):
            found.extend(line.text for row in block.rows for cell in row.cells for line in cell.lines)
        elif block.role not in NOT_THE_ACTS:
            found.append(block.text)
    return [line for text in found if (line := text.strip())]


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-3:]))
def test_markdown_shows_the_whole_text_of_an_act_and_nothing_else(path: Path) -> None:
    loaded = load(path)
    assert _seen(export_markdown(loaded)) == _own(loaded)


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-3:]))
def test_each_unit_with_text_can_be_linked_to(path: Path) -> None:
    loaded = load(path)
    anchors = re.findall(r'<a id="([^"]*)">', export_markdown(loaded))
    assert len(anchors) == len(set(anchors))
    lines = [block.eid for block in act_sheet(loaded).flow if not isinstance(block, SheetTable) and block.eid]
    assert set(lines) <= set(anchors)


def test_headings_lists_and_tables_are_those_of_markdown() -> None:
    made = export_markdown(
        act(
            "Тестовые правила\nГлава 1. Общее\n1. Срок:\n1) три дня;\nсо дня подачи;\n2) пять дней.\n2. Прочее.\n",
        )
    )
    assert '# <a id="longTitle"></a>Тестовые правила\n' in made
    assert re.search(r"^## .*Глава 1\. Общее$", made, re.MULTILINE)
    types = [token.type for token in _tokens(made)]
    assert types.count("bullet_list_open") == 1
    assert types.count("list_item_open") == 2
    table = export_markdown(load(SYNTHETIC))
    assert [token.type for token in _tokens(table)].count("table_open") == 1


WORDS = st.text(
    st.sampled_from('*_`#<>[]()!|~\\&;:/.@=+-0123456789 \u00a0\tабвwwhttps"\'$^{}"\n'), min_size=1, max_size=40
)


@pytest.mark.combined
@settings(max_examples=examples(150))
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_text_of_a_law_turns_into_markup(paragraphs: list[str]) -> None:
    made = load(SYNTHETIC)
    body = made.root.find(".//{*}body")
    assert body is not None
    unit = body[0]
    for number, text in enumerate(paragraphs):
        unit.addprevious(E.paragraph(E.content(E.p(text), E.p(text)), eId=f"para_9{number}"))
        unit.addprevious(
            E.paragraph(E.num("1)"), E.content(E.p(text)), eId=f"para_9{number}__subpara_1"),
        )
    unit.addprevious(E.paragraph(E.content(E.table(E.tr(*(E.td(E.p(text)) for text in paragraphs)))), eId="para_99"))
    assert _seen(export_markdown(made)) == _own(made)
