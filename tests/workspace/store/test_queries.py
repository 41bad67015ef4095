"""Search finds units by words in any form and with look-alike letters: the fixture is one query a line."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from lexkz.workspace.store import Store


class Asked(NamedTuple):
    """One line of the fixture."""

    lang: str
    first: int
    query: str
    expected: tuple[str, ...]


def _asked() -> list[Asked]:
    lines = (Path(__file__).parent / "queries.txt").read_text(encoding="utf-8").splitlines()
    made = []
    for line in lines:
        if not line.startswith("#"):
            match = re.fullmatch(r"(kaz|rus) (\d+) (.+) · (.+)", line)
            assert match, line
            expected = () if match[4] == "-" else tuple(match[4].split(" | "))
            made.append(Asked(match[1], int(match[2]), match[3], expected))
    return made


@pytest.mark.parametrize("asked", _asked(), ids=lambda asked: asked.query)
def test_a_query_finds_its_unit_among_the_first(store: Store, asked: Asked) -> None:
    found = [f"{hit.act} {hit.eId}" for hit in store.search(asked.query, lang=asked.lang, limit=asked.first).hits]
    assert bool(found) == bool(asked.expected)
    assert not asked.expected or set(found) & set(asked.expected), found


@pytest.mark.parametrize("asked", [one for one in _asked() if one.expected], ids=lambda asked: asked.query)
def test_a_query_finds_its_unit_without_being_told_the_language(store: Store, asked: Asked) -> None:
    found = [f"{hit.act} {hit.eId}" for hit in store.search(asked.query, limit=2 * asked.first).hits]
    assert set(found) & set(asked.expected), found


def test_the_fixture_is_as_wide_as_was_asked_for() -> None:
    asked = _asked()
    assert sum(bool(one.expected) for one in asked) >= 40
    assert {one.lang for one in asked if one.expected} == {"kaz", "rus"}
    assert sum(not one.expected for one in asked) >= 5
