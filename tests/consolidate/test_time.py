"""Parts of an amending act with days of their own, the order of acts, and what reaches back."""

from collections.abc import Sequence
from datetime import date

import pytest

from lexkz.akn import schema, semantics
from lexkz.akn.namespace import q
from lexkz.consolidate import Consolidation, consolidate
from lexkz.languages.entry import entry
from tests.consolidate.acts import act, amending, command, line, point, text, to

RUS = "Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального "


@pytest.mark.parametrize(
    ("lang", "clause", "kind", "parts"),
    [
        (
            "rus",
            f"{RUS}опубликования, за исключением абзацев второго – четвертого подпункта 3) и подпункта 5) статьи 1, "
            "которые вводятся в действие с 1 января 2025 года.",
            "after_publication",
            [("article 1 subparagraph 3 alinea 2; 3; 4; article 1 subparagraph 5", "2025-01-01")],
        ),
        (
            "rus",
            "Настоящий Закон вводится в действие с 1 июля 2024 года, за исключением пункта 2 статьи 1, который "
            "вводится в действие с 1 мая 2025 года, и подпункта 4) пункта 1 статьи 1, который вводится в действие с "
            "1 января 2026 года.",
            "fixed",
            [("article 1 paragraph 2", "2025-05-01"), ("article 1 paragraph 1 subparagraph 4", "2026-01-01")],
        ),
        (
            "rus",
            "Подпункт 2) пункта 1 настоящего приказа вводится в действие с 1 января 2025 года.",
            None,
            [("paragraph 1 subparagraph 2", "2025-01-01")],
        ),
        (
            "kaz",
            "Осы Заң, 2025 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 3) тармақшасының екінші және "
            "үшінші абзацтарын қоспағанда, алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
            "қолданысқа енгізіледі.",
            "after_publication",
            [("article 1 subparagraph 3 alinea 2; 3", "2025-01-01")],
        ),
        (
            "kaz",
            "Осы бұйрықтың 1-тармағының 2) тармақшасы 2025 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
            None,
            [("paragraph 1 subparagraph 2", "2025-01-01")],
        ),
        ("kaz", "Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.", "signature", []),
    ],
)
def test_parts_with_days_of_their_own_are_read(
    lang: str, clause: str, kind: str | None, parts: Sequence[tuple[str, str]]
) -> None:
    words = entry(lang)
    found = words.parts(clause)
    assert found is not None
    assert [(_short(part.addresses), str(part.rule.day)) for part in found] == list(parts)
    assert words.tells_of_parts(clause) is (kind is None)
    if kind is not None:
        assert words.read(clause).kind == kind


def _short(addresses: Sequence[Sequence[tuple[str, str]]]) -> str:
    out, before = [], ""
    for address in addresses:
        *outer, (kind, number) = address
        said = " ".join(f"{one} {two}" for one, two in outer)
        head = f"{said} {kind}".strip()
        out.append(number if head == before else f"{head} {number}")
        before = head
    return "; ".join(out)


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


def test_a_part_that_is_not_found_is_said_and_the_main_rule_applied() -> None:
    result = _run(clause=CLAUSE.replace("абзаца третьего", "абзаца девятого"))
    assert "consolidate.entry_parts" in {found.code for found in result.report.findings}


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
