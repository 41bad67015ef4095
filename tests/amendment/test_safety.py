"""What could be misread is said aloud: each doubtful command carries a finding that is more than information."""

import pytest

from lexkz.amendment.context import Context
from lexkz.amendment.interpret import interpret
from lexkz.amendment.model import Reading
from lexkz.languages.commands import read_sentence
from tests.amendment.test_reader import HEAD, TAIL, reading, targets

RUS = """О внесении изменений в приказ (тестовый)
ПРИКАЗЫВАЮ:
1. Внести в приказ Министра финансов Республики Казахстан от 5 октября 2020 года № 115 "О тарифах" (зарегистрирован \
в Реестре государственной регистрации нормативных правовых актов под № 21385) следующие изменения:
"""
END = "2. Настоящий приказ вводится в действие со дня его первого официального опубликования.\n"


def codes(found: Reading) -> set[str]:
    return {each.code for each in found.findings if each.severity != "info"}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("пункт 5 подпункта 3) исключить;", "amend.address_doubtful"),
        ("часть исключить;", "amend.unit_unnumbered"),
        ("пункты 3, 5-7 исключить;", "amend.range_doubtful"),
        ('слова "а" заменить словами "б", "в";', "amend.pairs_unequal"),
        ('слово "а" в соответствующих падежах заменить словом "б" в соответствующих падежах;', "amend.other_forms"),
        ('в пункте 17 и далее по тексту слова "а" заменить словами "б";', "amend.onward"),
        ('слова "а, "б" заменить словами "в";', "amend.unread"),
        ('слово "а" во втором случае исключить;', "amend.partly_read"),
        ("в примечании:\nпункт 1 исключить;", "amend.context_doubtful"),
        ("в Оценочном листе:\nстроку 5 исключить;", "amend.place_guessed"),
        ('пункт 5 изложить в следующей редакции: "6. Текст.";', "amend.number_mismatch"),
        ('пункты 5 и 6 изложить в следующей редакции:\n"5. А.\n6. Б.\n7. В.";', "amend.range_unfilled"),
    ],
)
def test_a_doubtful_sentence_is_never_read_in_silence(lines: str, code: str) -> None:
    assert code in codes(reading(f"{RUS}{lines}\n{END}", "rus"))


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("тармақша алып тасталсын;", "amend.unit_unnumbered"),
        ("3, 5-7-тармақтар алып тасталсын;", "amend.range_doubtful"),
        ('"а" деген сөз "б", "в" деген сөздермен ауыстырылсын;', "amend.pairs_unequal"),
        ('"а" деген сөз тиісті септіктерде "б" деген сөзбен ауыстырылсын;', "amend.other_forms"),
        ("ескертпеде:\n1-тармақ алып тасталсын;", "amend.context_doubtful"),
        ("Бағалау парағында:\n5-жол алып тасталсын;", "amend.place_guessed"),
        ('5-тармақ мынадай редакцияда жазылсын: "6. Мәтін.";', "amend.number_mismatch"),
    ],
)
def test_the_same_holds_in_kazakh(lines: str, code: str) -> None:
    assert code in codes(reading(f"{HEAD}{lines}\n{TAIL}"))


def test_a_plural_noun_makes_a_range_of_a_dash_and_a_singular_one_does_not() -> None:
    found = reading(f"{RUS}пункты 5-7 исключить;\nпункт 5-7 исключить;\n{END}", "rus")
    assert targets(found) == ["paragraph:5, paragraph:6, paragraph:7", "paragraph:5-7"]


def test_a_note_keeps_its_own_points() -> None:
    found = reading(f'{RUS}примечание дополнить пунктом 3 следующего содержания:\n"3. Текст.";\n{END}', "rus")
    assert targets(found) == ["note:/paragraph:3"]


def test_units_of_one_sentence_share_the_outer_unit_that_stands_last() -> None:
    found = reading(f'{RUS}в подпункте 2) пункта 1 и пункте 4 статьи 5 слово "а" исключить;\n{END}', "rus")
    assert targets(found) == ["article:5/paragraph:1/subparagraph:2, article:5/paragraph:4"]


def test_new_text_in_the_sentence_itself_is_its_content() -> None:
    found = reading(f'{RUS}пункт 5 изложить в следующей редакции: "5. Текст.";\n{END}', "rus")
    assert [command.content for command in found.commands] == [("5. Текст.",)]
    assert not found.commands[0].refused


def test_an_approved_act_named_in_short_is_the_one_named_in_full_before() -> None:
    found = reading(
        f"""{RUS}в Правилах расчета тарифов (далее – Правила), утвержденных указанным приказом:
пункт 5 исключить;
приложение 1 к Правилам исключить;
{END}""",
        "rus",
    )
    assert targets(found) == [
        "instrument:Правила расчета тарифов/paragraph:5",
        "instrument:Правила расчета тарифов/annex:1",
    ]


def test_the_next_clause_of_a_sentence_acts_where_the_one_before_it_does() -> None:
    lines = 'в пункте 1:\nв части второй:\nв пункте 7 слова "а" исключить, "б" заменить на "в";'
    assert targets(reading(f"{RUS}{lines}\n{END}", "rus")) == ["paragraph:7", "paragraph:7"]


def test_a_point_does_not_stand_in_a_part_of_another_point() -> None:
    found = reading(f"{RUS}в пункте 1:\nв части второй:\nпункт 4 исключить;\n{END}", "rus")
    assert targets(found) == ["paragraph:4"]


def test_an_approved_act_that_was_not_understood_makes_its_commands_wait() -> None:
    lines = """көрсетілген бұйрықпен бекітілген Сынақ қағидаларында:
1-тармақ алып тасталсын;
бұйрықпен қалай болғанда да бекітілгендей көрінетін Паспорт:
2-тармақ алып тасталсын;"""
    assert [command.refused for command in reading(f"{HEAD}{lines}\n{TAIL}").commands] == [False, True]


def test_an_anchor_stands_in_the_unit_that_is_supplemented() -> None:
    lines = """в Правилах расчета, утвержденных указанным приказом:
пункт 1 после подпункта 3) дополнить подпунктом 3-1) следующего содержания:
"3-1) текст;";"""
    command = reading(f"{RUS}{lines}\n{END}", "rus").commands[0]
    assert [step.kind for step in command.anchor or ()] == ["instrument", "paragraph", "subparagraph"]


def test_two_readings_of_one_sentence_that_mean_different_things_are_said() -> None:
    one, other = (read_sentence(f"пункт {number} исключить", "rus").trees for number in (5, 6))
    assert interpret((*one, *one), Context(), "rus").slips == ()
    assert interpret((*one, *other), Context(), "rus").slips == (("amend.ambiguous", ""),)
