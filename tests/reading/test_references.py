"""The forms of references that the readers know, and the detection of languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexkz.languages.alternatives import any_of
from lexkz.languages.detect import detect
from lexkz.languages.kaz.references import noun_forms
from lexkz.languages.language import words_of


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("тармақ", "тармақтың тармағы тармағының тармаққа тармақта тармақтар тармақтарының тармағында тармақпен"),
        ("бап", "баптың бабы бабының бабына бабында баптар баптары бапқа баппен"),
        ("тарау", "тараудың тарауы тарауына тарауында тараулар тарауларына тарауда"),
        ("қосымша", "қосымшаға қосымшаның қосымшада қосымшасы қосымшалар қосымшамен"),
        ("бөлік", "бөліктің бөлігі бөлігінде бөліктер бөліктермен бөлікке"),
        ("қағида", "қағидалары қағидаларында қағидаларына қағидаларының қағидалармен"),
        ("стандарт", "стандартта стандартына стандартында стандарты стандарттар"),
        ("бұйрық", "бұйрығына бұйрығы бұйрыққа бұйрықтың бұйрықпен бұйрығымен"),
        ("бірлік", "бірлік бірліктен бірлікті"),
    ],
)  # fmt: skip
def test_kazakh_case_forms_are_grown_by_vowel_harmony(stem: str, forms: str) -> None:
    assert set(forms.split()) <= noun_forms(stem)


@pytest.mark.parametrize(
    "text",
    ["2-тармақтың", "16 тармақтың", "7) тармақшасы", "14 – тарауларына", "екінші абзацы", "12-бабы", "29-1-тармақ"],
)
def test_kazakh_numbered_references_are_known(text: str) -> None:
    assert words_of("kaz").references.numbered.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["пункт 29", "пункта 29-1", "подпункту 3)", "абзаце втором", "части первой", "приложением 1", "статье 12"]
)
def test_russian_numbered_references_are_known(text: str) -> None:
    assert words_of("rus").references.numbered.fullmatch(text)


@pytest.mark.parametrize("text", ["тармақшасы", "жазылсын", "2024", "пункт", "8-қосымша 1-қосымшаға"])
def test_what_is_no_whole_reference_is_not_taken_for_one(text: str) -> None:
    assert not words_of("kaz").references.numbered.fullmatch(text)
    assert not words_of("rus").references.numbered.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('в пункте 5 слова "а" заменить словами "б";', "rus"),
        ('в тексте на казахском языке слова "қазақ тілі" исключить', "rus"),
        ("алып тасталсын", "kaz"),
        ("микрокредиттердi беру мерзiмдерi", "kaz"),
        ("Правила внутреннего распорядка", "rus"),
        ("The order enters into force", None),
        ("Цей Закон набирає чинності з дня його опублікування", None),
        ("№ 12 – 34", None),
        ("", None),
    ],
)
def test_the_language_of_a_line_is_detected(text: str, lang: str | None) -> None:
    assert detect(text) == lang


@given(st.sets(st.text("аб -", min_size=1, max_size=5), min_size=1, max_size=8), st.text("аб -", max_size=7))
def test_many_words_as_one_expression_fit_where_one_of_them_does_and_the_longest_first(
    words: set[str], text: str
) -> None:
    one_by_one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for end in ("", " ", "$"):
        found, wanted = re.match(any_of(words) + end, text), re.match(f"(?:{one_by_one}){end}", text)
        assert (found and found[0]) == (wanted and wanted[0])
