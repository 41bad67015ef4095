"""Synthetic acts of all the shapes that the Akoma Ntoso layer deals with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn import canonical

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def act() -> Callable[[str], etree._Element]:
    """Return a reader of fixtures by name: a fresh tree at each call."""

    def read(name: str) -> etree._Element:
        return canonical.parse((FIXTURES / f"{name}.xml").read_bytes())

    return read
