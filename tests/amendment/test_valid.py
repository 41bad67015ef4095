"""What ``lexkz parse`` writes of an amending act, ``lexkz validate`` accepts, however the source was broken."""

from pathlib import Path

import pytest

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import build, load

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "commands"
ACTS = sorted(GOLD.glob("*/*.txt"))

BROKEN: list[tuple[Lang, str]] = [
    ("rus", 'в пункте 3 слова "учёт ведут по журналу\nи по книге" заменить словами "учёт ведут по карте".'),
    ("rus", 'в пункте 3 слова "журнал" заменить словами "книга учёта\nи карта".'),
    ("kaz", '3-тармақтағы "есеп журналы\nжәне кітабы" деген сөздер "есеп картасы" деген сөздермен ауыстырылсын.'),
]

SHARED: list[tuple[Lang, str]] = [
    ("rus", 'в статье 3 слово "журнал", в статье 4 слово "книга" заменить словом "карта".'),
    ("kaz", '3-бапта "журнал" деген сөз, 4-бапта "кітап" деген сөз "карта" деген сөзбен ауыстырылсын.'),
]


def _errors(act_errors: object) -> list[str]:
    return [finding.code for finding in act_errors if finding.severity == "error"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("lang", "text"), [*BROKEN, *SHARED])
def test_words_broken_over_two_lines_or_shared_by_clauses_leave_the_act_valid(lang: Lang, text: str) -> None:
    act, _ = annotate(build(read_text(text, lang=lang)))
    assert _errors(schema.errors(act.root) + semantics.errors(act.root)) == []


@pytest.mark.skipif(not ACTS, reason="the labelled acts are not at hand")
@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.stem)
def test_every_labelled_act_is_valid_as_it_is_parsed(path: Path) -> None:
    act, _ = annotate(load(path, lang="kaz" if path.parent.name == "kaz" else "rus"))
    assert _errors(schema.errors(act.root) + semantics.errors(act.root)) == []
