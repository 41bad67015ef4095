"""Each form of a verb stands once, as data, and whoever asks what a line says knows all of them."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from lexkz.languages import rus
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying

WORDS = Path(rus.__file__).parents[1]
UNIT = {"kaz": "5-тармақ", "rus": "пункт 5"}
ASKS = {"kaz": {"RECOGNISED": "күші жойылды деп "}, "rus": {"RECOGNISE": "утратившим силу"}}
"""What a verb needs beside it to command at all."""


def _forms(lang: str) -> list[tuple[str, str]]:
    own = words_of(lang).commands
    vocabulary = own.vocabulary()
    return sorted(
        (form, entry.terminal)
        for form, entry in {**vocabulary.words, **vocabulary.phrases}.items()
        if entry.terminal in own.verbs
    )


@pytest.mark.parametrize(
    ("lang", "form", "verb"), [(lang, form, verb) for lang in ("kaz", "rus") for form, verb in _forms(lang)]
)
def test_structure_knows_each_form_of_each_verb_of_the_grammar(lang: str, form: str, verb: str) -> None:
    """Forms that norms use, too, command only with the words or the wording that they are about."""
    beside = ASKS[lang].get(verb, "")
    if lang == "kaz":
        lines = (f"{UNIT[lang]} {beside}{form}:", f'{UNIT[lang]} "а" деген сөз {beside}{form};')
    else:
        lines = (f"{UNIT[lang]} {form} {beside}:", f'в пункте 5 слово "а" {form} {beside};')
    assert any(saying(line, lang).commands for line in lines)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_no_form_of_a_verb_stands_twice(lang: str) -> None:
    tree = ast.parse((WORDS / lang / "words.py").read_text(encoding="utf-8"))
    verbs = {form for form, _ in _forms(lang)}
    found = Counter(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in verbs)
    assert [form for form, times in found.items() if times > 1] == []


def test_new_text_follows_who_enters_a_commission_and_not_a_norm_that_lists_what_enters() -> None:
    assert saying("комиссия құрамына мыналар енгізілсін:", "kaz").text
    assert not saying("Тізілімге мыналар енгізіледі:", "kaz").text
    assert not saying("мазмұнда:", "kaz").text
