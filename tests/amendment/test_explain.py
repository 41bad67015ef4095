"""A command explained: each word's part, the target in words, what will happen."""

from typing import get_args

from lexkz.amendment.explain import _EFFECTS, explain
from lexkz.amendment.model import Action
from lexkz.publication.change.wording import ACTIONS
from tests.amendment.test_reader import HEAD, TAIL, reading


def test_the_parts_of_a_word_command_are_told_apart() -> None:
    command = reading(HEAD + '3-тармақтағы "екі" деген сөз "үш" деген сөзбен ауыстырылсын;\n' + TAIL).commands[0]
    found = explain(command, "kaz")
    assert [(part.role, part.text) for part in found.parts if part.role in ("old", "new", "verb")] == [
        ("old", '"екі"'),
        ("old", "деген"),
        ("old", "сөз"),
        ("new", '"үш"'),
        ("new", "деген"),
        ("new", "сөзбен"),
        ("verb", "ауыстырылсын"),
    ]
    assert found.targets == ("3-тармақ",)


def test_a_refused_command_says_that_it_waits() -> None:
    command = reading(HEAD + "5-тармақ мынадай редакцияда жазылсын:\n" + TAIL).commands[0]
    assert "decide" in explain(command, "kaz").effect.eng


def test_every_action_has_words() -> None:
    assert set(_EFFECTS) == set(ACTIONS) == set(get_args(Action))
