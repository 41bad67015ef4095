"""Every fixture sentence means what the lawyer who wrote it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.languages.meaning import meanings

FIXTURES = Path(__file__).parent / "fixtures"


def cases() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for path in sorted(FIXTURES.glob("*/*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
            said = tuple(line for line in lines if not line.startswith("→ "))
            if lines:
                yield path.parent.name, said, tuple(line.removeprefix("→ ") for line in lines[len(said) :])


@pytest.mark.parametrize(("lang", "said", "expected"), list(cases()))
def test_a_sentence_means_what_its_fixture_says(lang: str, said: tuple[str, ...], expected: tuple[str, ...]) -> None:
    *above, sentence = said
    assert meanings(sentence, lang, *above) == expected


def test_both_languages_have_fixtures_for_the_same_families() -> None:
    names = {lang: {path.name for path in (FIXTURES / lang).glob("*.txt")} for lang in ("kaz", "rus")}
    assert names["kaz"] == names["rus"]
