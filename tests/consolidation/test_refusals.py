"""Wrong commands are refused, each with its own code; the rest is applied, and nothing else changes."""

import re
from dataclasses import replace

import pytest

from lexkz.amendment.model import Command, Kind, Step
from lexkz.consolidation import consolidate
from lexkz.consolidation.standing import standing
from lexkz.findings import Finding, Message
from lexkz.structure import Act
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, table, text, to, unit


def base() -> Act:
    return act(
        point("7", "Семь слов, семь."),
        point("8", "Восемь:", sub("1", "один;"), sub("2", "два.")),
        point("9", "Девять."),
    )


def refused(item: Item, code: str) -> Finding:
    """Apply ``item`` beside a right command; return its finding after checking that only the right one was applied."""
    given = base()
    right = (command("replace", to(("paragraph", "8"), ("subparagraph", "2"))), [sub("2", "иначе.")])
    alone = consolidate(given, [amending(right)])
    result = consolidate(given, [amending(right, item)])
    assert [found.outcome for found in result.report.commands] == ["applied", "refused"]
    assert text(result.act) == text(alone.act)
    assert result.report.proofs.hold
    found = [each for each in result.report.findings if each.command == "cmd_2" and each.severity == "error"]
    assert [each.code for each in found] == [f"consolidate.{code}"]
    assert all((found[0].message.kaz, found[0].message.rus, found[0].message.eng))
    return found[0]


def test_a_unit_that_is_not_there_is_said_with_the_nearest() -> None:
    found = refused(command("repeal", to(("paragraph", "77"))), "target_missing")
    assert found.candidates[0] == "para_7"


def test_addresses_are_said_in_the_language_of_the_sentence() -> None:
    given = act(instrument=[point("7", "Семь.")])
    rules = Step("instrument", None, "Тестовые правила")
    annex, sought = Step("annex", "2"), Step("paragraph", "77")
    messages = [
        found.message
        for where in ((rules, sought), (annex, sought, Step("subparagraph", "1")))
        for found in consolidate(given, [amending(command("repeal", where))]).report.findings
        if found.code == "consolidate.target_missing"
    ]
    assert [message.kaz.partition(": ")[2] for message in messages] == ["Тестовые правила · 77-тармақ.", "2-қосымша."]
    assert [message.rus.partition(": ")[2] for message in messages] == ["Тестовые правила · пункт 77.", "приложение 2."]
    assert messages[0].eng.endswith(': instrument "Тестовые правила" / paragraph 77.')


def test_a_number_that_no_ordinal_says_is_said_in_figures() -> None:
    item = (command("replace", to(("paragraph", "8"), ("part", "2-1"))), [line("Нет.")])
    message = refused(item, "target_missing").message
    assert message.kaz.partition(": ")[2] == "8-тармақ · 2-1-бөлік."
    assert message.rus.partition(": ")[2] == "пункт 8 · часть 2-1."


def test_a_change_that_is_not_applied_yet_is_named_without_english_words() -> None:
    item = command("renumber", to(("paragraph", "9")), renumber_to=(to(("subparagraph", "3")),))
    message = refused(item, "action_unsupported").message
    assert message.kaz.partition(": ")[2] == "9-тармақ → 3) тармақша."
    assert message.rus.partition(": ")[2] == "пункт 9 → подпункт 3)."
    assert message.eng.partition(": ")[2] == "renumber paragraph 9 → subparagraph 3."


def test_words_with_braces_are_said_as_they_are() -> None:
    item = command("replace_words", to(("paragraph", "7")), old=("{8}",), new=("{9}",))
    message = refused(item, "words_absent").message
    assert message.rus.endswith(": пункт 7: «{8}».")


def test_a_unit_that_is_there_twice_is_ambiguous() -> None:
    given = act(*(unit("article", f"Статья {number}.", "", point("1", "Один.")) for number in "12"))
    result = consolidate(given, [amending(command("repeal", to(("paragraph", "1"))))])
    assert {found.code for found in result.report.findings} >= {"consolidate.target_ambiguous"}
    assert text(result.act) == text(given)


@pytest.mark.parametrize("kind", ["subparagraph", "alinea", "part", "sentence"])
def test_a_unit_of_a_point_needs_its_point_even_where_only_one_point_has_such_a_unit(kind: Kind) -> None:
    given = act(point("1", "Один:", sub("1", "а;"), sub("2", "б.")), point("2", "Два."))
    result = consolidate(given, [amending(command("repeal", to((kind, "2"))))])
    assert {found.code for found in result.report.findings} >= {"consolidate.unit_unplaced"}
    assert text(result.act) == text(given)


def test_a_subpoint_of_a_list_without_points_needs_none() -> None:
    given = act(sub("1", "а;"), sub("2", "б."))
    result = consolidate(given, [amending(command("repeal", to(("subparagraph", "2"))))])
    assert [outcome.outcome for outcome in result.report.commands] == ["applied"]


def test_a_line_beyond_the_last_is_missing() -> None:
    refused((command("replace", to(("paragraph", "8"), ("alinea", "9"))), [line("Нет.")]), "target_missing")


def test_a_kind_of_unit_that_is_not_put_in_yet_is_named_without_english_words() -> None:
    item = (command("insert", to(("paragraph", "8"), ("table", "1"))), [line("Нет.")])
    message = refused(item, "action_unsupported").message
    assert not re.search("[A-Za-z]", message.kaz.partition(": ")[2] + message.rus.partition(": ")[2])
    assert message.rus.partition(": ")[2] == "пункт 8 · таблица 1."
    assert message.eng.partition(": ")[2] == "insert paragraph 8 / table 1."


def test_a_number_that_is_taken_is_not_given_again() -> None:
    item = (command("insert", to(("paragraph", "7"))), [point("7", "Другой седьмой.")])
    assert refused(item, "number_taken").candidates == ("para_7",)


def test_new_text_with_another_number_waits() -> None:
    refused((command("replace", to(("paragraph", "7"))), [point("6", "Шесть.")]), "number_mismatch")


def test_words_that_are_none_are_not_looked_for() -> None:
    refused((command("replace_words", to(("paragraph", "7")), old=(" ",), new=("а",)), []), "words_empty")
    refused((command("replace_words", to(("paragraph", "7")), old=("семь",), new=(" ",)), []), "words_empty")


def test_an_unnumbered_line_takes_no_number() -> None:
    address = to(("paragraph", "8"), ("alinea", "2"))
    refused((command("replace", address), [point("8", "Восемь.")]), "number_mismatch")


def test_content_that_no_target_takes_waits() -> None:
    item = (command("replace", to(("paragraph", "7"))), [point("7", "Семь."), point("8", "Восемь.")])
    refused(item, "content_mismatch")


def test_a_command_without_its_content_waits() -> None:
    refused(command("replace", to(("paragraph", "7"))), "content_missing")


@pytest.mark.parametrize(
    ("action", "code"),
    [("move", "action_unsupported"), ("renumber", "content_mismatch"), ("repeal_act", "action_unsupported")],
)
def test_what_cannot_be_done_right_is_not_done(action: str, code: str) -> None:
    refused(command(action, to(("paragraph", "7"))), code)


def test_words_that_do_not_occur_are_not_replaced() -> None:
    refused(command("replace_words", to(("paragraph", "7")), old=("восемь",), new=("девять",)), "words_absent")


def test_a_part_of_a_word_is_not_that_word() -> None:
    refused(command("replace_words", to(("paragraph", "7")), old=("сло",), new=("де",)), "words_absent")


def test_words_that_occur_twice_are_not_replaced_once() -> None:
    given = act(point("1", "раз и раз"))
    item = command("replace_words", to(("paragraph", "1")), old=("раз",), new=("два",))
    result = consolidate(given, [amending(item)])
    assert [found.code for found in result.report.findings] == ["consolidate.words_repeated"]
    assert text(result.act) == text(given)


def test_two_commands_on_one_unit_are_both_refused_and_the_rest_applied() -> None:
    given = base()
    result = consolidate(
        given,
        [
            amending(
                (command("replace", to(("paragraph", "8"))), [point("8", "Так.")]),
                (command("replace", to(("paragraph", "8"), ("subparagraph", "1"))), [sub("1", "иначе;")]),
                command("repeal", to(("paragraph", "7"))),
            )
        ],
    )
    assert [found.outcome for found in result.report.commands] == ["refused", "refused", "applied"]
    assert [found.command for found in result.report.findings if found.code == "consolidate.conflict"] == [
        "cmd_1",
        "cmd_2",
    ]
    assert text(result.act)[1:] == text(given)[1:]
    assert result.report.proofs.hold


def test_two_commands_that_create_one_unit_are_both_refused() -> None:
    item = (command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")])
    other = (command("insert", to(("paragraph", "8-1"))), [point("8-1", "Иной.")])
    result = consolidate(base(), [amending(item, other)])
    assert [found.outcome for found in result.report.commands] == ["refused", "refused"]


def test_a_repealed_unit_is_not_changed_again() -> None:
    once = consolidate(base(), [amending(command("repeal", to(("paragraph", "7"))))])
    later = amending((command("replace", to(("paragraph", "7"))), [point("7", "Снова.")]))
    result = consolidate(once.act, [later])
    assert "consolidate.target_repealed" in {found.code for found in result.report.findings}
    assert text(result.act) == text(once.act)


def test_a_unit_with_that_wording_already_is_left_alone() -> None:
    given = base()
    result = consolidate(
        given, [amending((command("replace", to(("paragraph", "7"))), [point("7", "Семь слов, семь.")]))]
    )
    assert result.report.commands[0].outcome == "already"
    assert "consolidate.already_worded" in {found.code for found in result.report.findings}
    assert text(result.act) == text(given)


def test_a_command_with_an_error_waits_for_a_ruling() -> None:
    slip = Finding("amend.slip", "error", Message("–", "–", "–"), command="cmd_1")
    item: Command = replace(command("repeal", to(("paragraph", "7"))), findings=(slip,))
    result = consolidate(base(), [amending(item)])
    assert result.report.commands[0].outcome == "refused"
    assert slip.code in {found.code for found in result.report.findings}
    assert standing(result.act.root).waiting[0].units == ("para_7",)
    assert result.report.proofs.hold


def test_a_row_number_that_is_not_there_is_missing() -> None:
    given = act(point("1", "Один."), instrument=[table(["№", "А"], ["6", "шесть"])])
    address = (*to(("instrument", None)), *to(("row", "9")))
    result = consolidate(given, [amending((command("replace", address), [table(["9", "иначе"])]))])
    assert "consolidate.target_missing" in {found.code for found in result.report.findings}
