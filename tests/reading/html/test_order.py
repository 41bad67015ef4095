"""The real order, set as pages, is the same act as its text extraction."""

from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.reading import html, read_source
from lexkz.reading.blocks import Paragraph, Source
from lexkz.reading.card import Card, read_card
from lexkz.structure import build
from tests.reading.html import setting

ORDER = Path(__file__).parents[3] / "corpus" / "V2400035172"


@cache
def extraction() -> Source:
    """Return the blocks of the order's text extraction."""
    return read_source(ORDER / "kaz.txt")


@cache
def card() -> Card:
    """Return the order's card."""
    return read_card(ORDER / "act.toml")


@cache
def expected() -> tuple[tuple[str, ...], str]:
    """Return text and XML of the act that the extraction gives."""
    root = build(extraction(), card()).root
    return paragraphs(root), without_meta(root)


def without_meta(root: etree._Element) -> str:
    """Return the XML of an act without its metadata, which says from where in the source each unit comes."""
    bare = deepcopy(root)
    for meta in list(bare.iter(q("meta"))):
        parent = meta.getparent()
        assert parent is not None
        parent.remove(meta)
    return etree.tostring(bare, encoding="unicode")


def assert_same_act(source: Source) -> None:
    """Assert that ``source`` gives the order, text and XML."""
    root = build(source, card()).root
    assert paragraphs(root) == expected()[0]
    assert without_meta(root) == expected()[1]


def _page(kind: str) -> bytes:
    blocks = extraction().blocks
    if kind == "plain":
        return setting.plain(blocks)
    title, requisites, *rest = blocks
    assert isinstance(title, Paragraph)
    assert isinstance(requisites, Paragraph)
    return setting.adilet(title.text, requisites.text, rest)


@pytest.mark.parametrize("kind", ["plain", "adilet"])
def test_the_order_as_a_page_gives_the_act_that_its_extraction_gives(kind: str) -> None:
    assert_same_act(html.read(_page(kind), "kaz.html", None))


def test_the_site_around_the_order_is_furniture() -> None:
    source = html.read(_page("adilet"), "kaz.html", None)
    assert [piece.text for piece in source.furniture] == [
        "Басты бет", "Іздеу", "Жаңа", "© 2012. Заңнама институты",
    ]  # fmt: skip
