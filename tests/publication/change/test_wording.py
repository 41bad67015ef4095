"""Words of the page of a change: whole in Kazakh and Russian, and no word left that nobody says."""

import ast
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import lexkz.publication
from lexkz.publication.change.wording import ACTIONS, KAZ, OUTCOMES, RUS, TYPES, wording

PUBLISH = Path(lexkz.publication.__file__).parent
SITE = PUBLISH.parent / "workspace" / "site"


def _said() -> set[str]:
    """The English words that code and templates say: arguments of ``say``, and words that lists hold for it."""
    found: set[str] = {*ACTIONS.values(), *OUTCOMES.values(), *TYPES.values()}
    sources = [*(PUBLISH / "change").glob("*.py"), PUBLISH / "difference_html.py", SITE / "change_pages.py"]
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in KAZ:
                found.add(node.value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                for said in node.args[:1] if name in ("say", "_say") else ():
                    found.update(
                        str(one.value) for one in ast.walk(said) if isinstance(one, ast.Constant) and one.value
                    )
    for path in (*(PUBLISH / "templates").glob("*.html"), *(SITE / "markup").glob("*.html")):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                found.update(str(one.value) for one in call.find_all(nodes.Const))
    return found


def test_what_the_page_says_is_there_in_kazakh_and_russian_and_nothing_else_is() -> None:
    assert set(KAZ) == set(RUS) == _said()


@pytest.mark.parametrize("table", [KAZ, RUS], ids=["kaz", "rus"])
def test_no_word_is_empty_or_english_and_blanks_are_those_of_the_id(table: dict[str, str]) -> None:
    for said, words in table.items():
        assert any("Ѐ" <= letter <= "ӿ" for letter in words), said
        for blank in ("{count}", "{shown}", "{act}", "{page}", "{number}"):
            assert (blank in words) == (blank in said), said


def test_words_that_are_not_known_stay_as_they_are() -> None:
    assert wording("kaz")("Command") == "Пәрмен"
    assert wording("rus")("Command") == "Команда"
    assert wording("eng")("Command") == "Command"
