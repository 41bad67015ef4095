"""What is set as a page is read back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexkz.reading import html
from lexkz.reading.blocks import Block, Lang
from tests.breadth import examples
from tests.reading.html import setting
from tests.reading.html.generated import acts, comparable

LANGS: tuple[Lang, ...] = ("kaz", "rus")


@pytest.mark.combined
@settings(max_examples=examples(120), deadline=None)
@given(st.sampled_from(LANGS).flatmap(lambda lang: st.tuples(st.just(lang), acts(lang))))
def test_blocks_set_as_a_page_read_back_the_same(made: tuple[Lang, list[Block]]) -> None:
    lang, blocks = made
    source = html.read(setting.plain(blocks), "x.html", lang)
    assert [comparable(block) for block in source.blocks] == [comparable(block) for block in blocks]
    assert source.furniture == ()
    assert source.findings == ()
