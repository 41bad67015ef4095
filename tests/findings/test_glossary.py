"""One word for one thing: the glossary of the guide holds in every sentence, in all three languages."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from lexkz.findings import catalogue

ROOT = Path(__file__).parents[2]
_ROWS = re.findall(
    r"   \* - (.+)\n     - (.+)\n     - (.+)\n     - ", (ROOT / "docs" / "guide" / "glossary.rst").read_text("utf-8")
)[1:]
WHOLE = ("amending act", "annex", "base act", "consolidated text", "corner mark", "finding", "outline", "proof")
"""Terms that are said wherever the English sentence says them; the others a sentence may leave to be understood."""
OTHER_WORDS = {
    "kaz": ("нобай", "өзгертуші акт", "біріктірілген мәтін", "шоғырландырылған"),
    "rus": ("набросок", "наброска", "консолидирован", "изменяющего документ"),
}
"""Words for things that the glossary calls otherwise."""


def _sentences() -> Iterator[tuple[str, str, str]]:
    for entry in catalogue():
        for message in (entry.message, entry.advice):
            yield message.eng, message.kaz, message.rus
    for package, name in (("lexkz.findings", "refusals.txt"), ("lexkz.workspace.cli", "words.txt")):
        for line in files(package).joinpath(name).read_text("utf-8").splitlines():
            if line:
                eng, kaz, rus = line.split("|")
                yield eng, kaz, rus


SENTENCES = list(_sentences())


def _stem(term: str) -> str:
    """The beginning of the first word of a term, which its cases share."""
    word = term.split()[0]
    return word[: max(3, len(word) - 3)] if len(word) > 4 else word[:3]


def test_the_glossary_has_the_words_of_the_trade() -> None:
    assert {eng for eng, _, _ in _ROWS} >= {"command", "finding", "ruling", "unit", "state", *WHOLE}
    for column in range(3):
        words = [row[column] for row in _ROWS]
        assert len(set(words)) == len(words), "two things have one word"


@pytest.mark.parametrize("term", WHOLE)
def test_a_thing_has_its_word_wherever_it_is_named(term: str) -> None:
    _, kaz, rus = next(row for row in _ROWS if row[0] == term)
    kaz = kaz.removeprefix("анықталған ")  # the short form of «анықталған жайт»
    said = [row for row in SENTENCES if re.search(rf"(?<!\w){term}(?:es|s)?(?!\w)", row[0], re.IGNORECASE)]
    assert said
    assert [row for row in said if _stem(kaz) not in row[1].lower()] == []
    assert [row for row in said if _stem(rus) not in row[2].lower()] == []


def test_no_thing_has_a_second_word() -> None:
    papers = (f"src/lexkz/languages/{lang}/layout.py" for lang in ("kaz", "rus"))
    pages = [*ROOT.glob("docs/locale/*/LC_MESSAGES/**/*.po"), *(ROOT / path for path in papers)]
    for lang, column in (("kaz", 1), ("rus", 2)):
        texts = [row[column].lower() for row in SENTENCES]
        texts += [path.read_text("utf-8").lower() for path in pages if ("/kk/" in str(path)) == (lang == "kaz")]
        for word in OTHER_WORDS[lang]:
            assert not [text for text in texts if word in text], word


def test_an_order_is_never_a_command() -> None:
    for eng, kaz, rus in SENTENCES:
        if "ұйрық" in kaz.lower():
            assert "order" in eng.lower() or "act" in eng.lower(), kaz
            assert "приказ" in rus.lower() or "акт" in rus.lower(), rus
        if re.search(r"(?<!\w)command(?!\w)", eng) and "приказ" in rus.lower():
            assert "order" in eng.lower(), rus
