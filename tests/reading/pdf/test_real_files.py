"""Real files of the state that lie beside the project, with what was told of them by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pdfplumber")

from lexkz.akn.namespace import AKN
from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.structure import Act, load

FILES = Path(__file__).parents[4] / "shared" / "files"
NAMES = ("eco110_p1-3", "mz187_p1-3", "ecocode_p285-3")

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the files are not at hand")


def _act(name: str) -> tuple[Act, dict[str, Any]]:
    expected = json.loads((FILES / f"{name}.pdf.expected.json").read_text(encoding="utf-8"))
    return load(FILES / f"{name}.pdf", lang=expected["lang"]), expected


def _all(act: Act, path: str) -> list[Any]:
    return act.root.findall(path.replace("a:", f"{{{AKN}}}"))


@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_has_the_units_that_were_counted_by_hand(name: str) -> None:
    act, expected = _act(name)
    units = expected["units"]
    counted: dict[str, Callable[[], Any]] = {
        "top_points": lambda: len(_all(act, "a:act/a:body/a:paragraph")),
        "point_3_subpoints": lambda: len(_all(act, "a:act/a:body/a:paragraph[@eId='para_3']//a:subparagraph")),
        "chapters": lambda: len(_all(act, ".//a:chapter")),
        "chapter_headings": lambda: [
            f"{chapter.findtext(f'{{{AKN}}}num')} {chapter.findtext(f'{{{AKN}}}heading')}"
            for chapter in _all(act, ".//a:chapter")
        ],
        "points_in_methodology": lambda: len(_all(act, ".//a:attachment//a:paragraph")),
        "attachments": lambda: len(_all(act, ".//a:attachment")),
        "articles": lambda: [one.findtext(f"{{{AKN}}}num").split()[1].strip(".") for one in _all(act, ".//a:article")],
    }
    assert {key: counted[key]() for key in units} == units


@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_has_the_words_that_were_found_by_hand_in_their_order(name: str) -> None:
    act, expected = _act(name)
    text = "\n".join(paragraphs(act.root))
    at = 0
    for words in expected.get("order", ()):
        at = text.index(words, at)
    for words in (*expected.get("words", ()), *expected.get("lines_with", ())):
        assert words in text
    assert len(_all(act, ".//a:table")) == expected.get("tables", 0)


def test_the_repeal_in_a_real_file_is_read() -> None:
    act, expected = _act("mz187_p1-3")
    _, reading = annotate(act)
    (wanted,) = expected["commands"]
    read = [(one.action, one.base.number, one.base.date) for one in reading.commands if one.base is not None]
    assert read == [(wanted["action"], wanted["base_number"], wanted["base_date"])]
