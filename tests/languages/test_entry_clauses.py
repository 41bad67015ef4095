"""Every clause on entry into force means what the lawyer who wrote the table says; what is not read is a doubt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.languages.language import words_of
from tests.languages.entry_meaning import meaning

TABLES = Path(__file__).parent / "entry"


def _cases() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for path in sorted(TABLES.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
            clause = "\n".join(line for line in lines if not line.startswith("→"))
            if clause:
                yield path.stem, clause, tuple(line.removeprefix("→ ") for line in lines if line.startswith("→"))


CASES = list(_cases())


@pytest.mark.parametrize(("lang", "clause", "expected"), CASES)
def test_a_clause_means_what_its_table_says(lang: str, clause: str, expected: tuple[str, ...]) -> None:
    assert meaning(clause, lang) == expected
    assert words_of(lang).entry.is_clause(clause)


@pytest.mark.parametrize(("lang", "clause"), [(lang, clause) for lang, clause, _ in CASES])
def test_no_word_can_be_put_into_a_clause_unnoticed(lang: str, clause: str) -> None:
    """A strange word at any place is told; only the heading of an article may say what it likes."""
    words = clause.split("\n")[-1].split(" ") if clause.split("\n")[0][-1] not in ".;:" else clause.split(" ")
    for place in range(len(words) + 1):
        changed = " ".join((*words[:place], "абракадабра", *words[place:]))
        assert any(said.startswith("doubt") for said in meaning(changed, lang)), changed


@pytest.mark.parametrize(
    ("lang", "clause"),
    [
        (
            "rus",
            "Настоящий приказ вводится в действие со дня подписания. Проекты нормативов сбросов и выбросов, на которые "
            "имеются положительные заключения экспертизы, действуют до истечения сроков заключений.",
        ),
        (
            "kaz",
            "Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі. Сараптаманың оң қорытындысы бар төгінділер "
            "жобалары қорытындылардың мерзімі аяқталғанға дейін жарамды.",
        ),
    ],
)
def test_a_norm_beside_a_clause_leaves_it_as_it_is(lang: str, clause: str) -> None:
    """It names no act, unit or day and speaks of nothing that is in force: it belongs to the act's own norms."""
    assert meaning(clause, lang) == ("act: on signing",)
