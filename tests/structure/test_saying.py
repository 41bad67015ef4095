"""One vocabulary: what the grammar of commands knows, the search for new text knows."""

import pytest

from lexkz.akn.namespace import q
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying

from .acts import act


def _forms(lang: Lang, terminals: set[str]) -> list[str]:
    vocabulary = words_of(lang).commands.vocabulary()
    both = {**vocabulary.words, **vocabulary.phrases}
    return sorted(form for form, entry in both.items() if entry.terminal in terminals)


KAZ = [
    *(f"3-тармақ мынадай редакцияда {form}:" for form in _forms("kaz", {"WRITE"})),
    *(f"мынадай мазмұндағы 3-тармақпен {form}:" for form in _forms("kaz", {"SUPPLEMENT"})),
    *(f"мынадай мазмұндағы 3-тармақ {form}:" for form in _forms("kaz", {"ADDED"})),
]
RUS = [
    *(f"пункт 3 {form} в следующей редакции:" for form in _forms("rus", {"WRITE"})),
    *(f"{form} пунктом 3 следующего содержания:" for form in _forms("rus", {"SUPPLEMENT"})),
    *(f"пункт 3 изложить {form}:" for form in _forms("rus", {"IN_EDITION"})),
    *(f"дополнить пунктом 3 {form}:" for form in _forms("rus", {"OF_CONTENT"})),
]


@pytest.mark.parametrize(("lang", "line"), [*(("kaz", line) for line in KAZ), *(("rus", line) for line in RUS)])
def test_every_form_of_a_verb_that_brings_new_text_finds_its_lines(lang: Lang, line: str) -> None:
    content = '"3. Бірінші.\n1) бір;\n2) екі.";' if lang == "kaz" else '"3. Первый.\n1) один;\n2) два.";'
    after = "4-тармақ алып тасталсын;" if lang == "kaz" else "пункт 4 исключить;"
    made = act(f"{line}\n{content}\n{after}", lang)
    (quoted,) = made.root.iter(q("quotedStructure"))
    assert len(list(quoted.iter(q("subparagraph")))) == 2


def test_a_norm_that_uses_such_a_verb_commands_nothing() -> None:
    assert not saying("Осы тармаққа сәйкес келмейтін құжат жарамсыз деп саналады.", "kaz").commands
    assert not saying("Суд вправе приостановить исполнение.", "rus").commands
    assert not saying("Заявление излагается письменно.", "rus").commands
