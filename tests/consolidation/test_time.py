"""Parts of an amending act with days of their own, the order of acts, and what reaches back."""

from datetime import date

from lexkz.akn import schema, semantics
from lexkz.akn.namespace import q
from lexkz.consolidation import Consolidation, consolidate
from tests.consolidation.acts import act, amending, command, line, point, text, to

CLAUSE = (
    "Настоящий приказ вводится в действие со дня подписания, за исключением абзаца третьего пункта 1, который вводится "
    "в действие с 1 января 2025 года."
)


def _run(*, at: date | None = None, clause: str = CLAUSE) -> Consolidation:
    base = act(point("7", "Семь."), point("8", "Восемь."))
    one = (command("replace", to(("paragraph", "7"))), [point("7", "Новое семь.")])
    two = (command("replace", to(("paragraph", "8"))), [point("8", "Новое восемь.")])
    made, reading = amending(one, two, clause=clause)
    # The lines with commands are lines of a point 1, as in any order.
    body = next(made.root.iter(q("body")))
    holder = body.makeelement(q("paragraph"), {"eId": "para_1"})
    for child in list(body)[:2]:
        holder.append(child)
    body.insert(0, holder)
    result = consolidate(base, [(made, reading)], at=at)
    assert result.report.proofs.hold, result.report.findings
    assert schema.errors(result.act.root) + semantics.errors(result.act.root) == ()
    return result


def test_a_part_is_applied_on_its_own_day() -> None:
    assert text(_run(at=date(2024, 12, 31)).act) == ("7. Новое семь.", "8. Восемь.")
    late = _run(at=date(2025, 1, 1))
    assert text(late.act) == ("7. Новое семь.", "8. Новое восемь.")
    days = [event.get("date") for event in late.act.root.iter(q("eventRef"))]
    assert days[1:] == ["2024-09-30", "2025-01-01"]
    assert late.report.expression.endswith("@2025-01-01")


def test_a_part_that_is_not_found_is_never_applied_by_the_main_rule() -> None:
    result = _run(clause=CLAUSE.replace("абзаца третьего", "абзаца девятого"))
    assert text(result.act) == ("7. Семь.", "8. Восемь.")
    assert [found.code for found in result.report.findings if found.severity == "error"] == [
        "consolidate.entry_unread",
        "consolidate.entry_unread",
    ]
    assert "абзаца девятого пункта 1" in result.report.findings[0].message.rus


def test_words_of_the_clause_that_are_not_understood_make_every_command_wait() -> None:
    result = _run(clause="Настоящий приказ вводится в действие со дня подписания, если министр не решит иначе.")
    assert [one.outcome for one in result.report.commands] == ["refused", "refused"]
    assert "если министр не решит иначе" in result.report.findings[0].message.rus


def test_what_reaches_back_is_told_beside_the_day() -> None:
    clause = (
        "Настоящий приказ вводится в действие со дня подписания и распространяется на отношения, возникшие с 1 января "
        "2024 года."
    )
    result = _run(clause=clause)
    assert result.report.in_force.from_ == date(2024, 9, 30)
    assert result.report.in_force.reaches_back == date(2024, 1, 1)


def test_acts_are_applied_in_the_order_of_their_days_whatever_the_order_given() -> None:
    from lexkz.akn import meta

    later = meta.Identity("rus", "order", "mz", "2025-02-01", "12", "Тестовый приказ", "2025-02-01")
    clause = "Настоящий приказ вводится в действие со дня подписания."
    first = amending((command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]), clause=clause)
    second = amending(
        (command("replace", to(("paragraph", "8-1"))), [point("8-1", "Новейший.")]), clause=clause, identity=later
    )
    base = act(point("7", "Семь."), point("8", "Восемь.", line("Ещё.")))
    one, two = consolidate(base, [first, second]), consolidate(base, [second, first])
    assert text(one.act)[-1] == text(two.act)[-1] == "8-1. Новейший."
