"""What is set as an edition of the bank is read back as it was."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lexkz.reading import bank
from lexkz.reading.blocks import Block, Lang, Paragraph, Repair
from tests.breadth import examples
from tests.reading.bank.setting import edition
from tests.reading.html.generated import acts, comparable, whole_lines

LANGS: tuple[Lang, ...] = ("kaz", "rus")


@pytest.mark.combined
@settings(max_examples=examples(120), deadline=None)
@given(st.sampled_from(LANGS).flatmap(lambda lang: st.tuples(st.just(lang), acts(lang))))
def test_blocks_set_as_an_edition_read_back_the_same_but_for_joined_headings(made: tuple[Lang, list[Block]]) -> None:
    lang, blocks = made
    # What is written as an entity is one, in a node.
    assume("&amp;" not in " ".join(_text(blocks)))
    source = bank.read(edition(blocks), "x.json", lang)
    for block in source.blocks:
        joined = isinstance(block, Paragraph) and block.repairs == (Repair("joined_heading", block.text),)
        assert joined or not isinstance(block, Paragraph) or not block.repairs
    assert _text(source.blocks) == _text(blocks)
    tables = [comparable(block) for block in blocks if not isinstance(block, Paragraph) and not _lays_out(block)]
    assert [comparable(block) for block in source.blocks if not isinstance(block, Paragraph)] == tables


def _lays_out(table: Block) -> bool:
    """A cell alone that holds several lines is the frame of a page, and is read as its lines."""
    rows = table.rows if not isinstance(table, Paragraph) else ()
    return len(rows) == 1 and len(rows[0].cells) == 1 and "\n" in whole_lines(rows[0].cells[0].text)


def _text(blocks: object) -> list[str]:
    """Return all words in order, wherever paragraphs and cells end."""
    assert isinstance(blocks, list | tuple)
    texts = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts.extend(cell.text for row in block.rows for cell in row.cells)
    return " ".join(texts).split()
