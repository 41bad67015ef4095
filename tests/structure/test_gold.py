"""Real acts of the control texts: nothing is lost, every unit is found. Skipped where the texts are not at hand."""

import re
from pathlib import Path

import pytest

from lexkz.akn.namespace import q
from lexkz.akn.schema import errors
from lexkz.reading.source import read_source
from lexkz.structure import build

from .acts import assert_nothing_is_lost, contents

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TEXTS = sorted(GOLD.rglob("*.txt")) if GOLD.is_dir() else []
NUMBER = re.compile(
    r"[\"«]?((?:\d+(?:-\d+)?-бап\s?\.|Статья \d+(?:-\d+)?\.|\d+(?:-\d+)?\.(?!\d)|\d+(?:-\d+)?\)|[а-я]\)))"
)
SPOKEN_OF = re.compile(r"[\d-]*\w\)(?: және \w\))? тармақша")

WHOLE = [path for path in TEXTS if "commands" not in path.parts]
"""Texts of whole acts; the labelled acts are fragments, whose numbers begin and jump as they like."""

pytestmark = pytest.mark.skipif(not TEXTS, reason="the control texts are not at hand")


def name(path: Path) -> str:
    return str(path.relative_to(GOLD))


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_visible_character_stands_once_in_the_xml(path: Path) -> None:
    source = read_source(path, lang="kaz" if path.parent.name == "kaz" else "rus")
    act = build(source)
    assert errors(act.root) == ()
    assert_nothing_is_lost(source, act)


@pytest.mark.parametrize("path", WHOLE, ids=name)
def test_every_article_point_and_subpoint_is_a_unit_with_its_number(path: Path) -> None:
    act = build(read_source(path))
    lines = [line.strip("# ").strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for listed in contents(act.root):
        lines.remove(listed)
    expected = [match[1] for line in lines if (match := NUMBER.match(line)) and not SPOKEN_OF.match(line)]
    found = [num.text for num in act.root.iter(q("num")) if not (num.text or "").endswith("тарау.")]
    assert found == expected


@pytest.mark.parametrize("path", WHOLE, ids=name)
def test_numbers_of_real_acts_give_no_findings(path: Path) -> None:
    assert build(read_source(path)).findings == ()
