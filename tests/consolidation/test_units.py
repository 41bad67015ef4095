"""Units are set, added and repealed where commands say, and nothing else changes."""

from collections.abc import Iterator
from datetime import date

import pytest
from lxml import etree

from lexkz.akn import schema, semantics
from lexkz.akn.canonical import parse, serialise
from lexkz.akn.namespace import E, q
from lexkz.consolidation import Consolidation, consolidate, prove
from lexkz.structure import Act
from tests.consolidation.acts import (
    BASE,
    Item,
    act,
    amending,
    command,
    eids,
    line,
    point,
    sub,
    table,
    text,
    to,
    unit,
)


@pytest.fixture
def base() -> Iterator[Act]:
    made = act(
        point("7", "Семь."),
        point("8", "Восемь:", sub("1", "один;"), sub("2", "два."), line("Вторая часть.")),
        point("9", "Девять."),
    )
    before = serialise(made.root)
    yield made
    assert serialise(made.root) == before, "the base was changed"


def run(base: Act, *items: Item, **options: object) -> Consolidation:
    result = consolidate(base, [amending(*items)], **options)  # type: ignore[arg-type]
    assert result.report.proofs.hold, result.report.findings
    assert schema.errors(result.act.root) == ()
    assert semantics.errors(result.act.root) == ()
    return result


def outcomes(result: Consolidation) -> list[str]:
    return [found.outcome for found in result.report.commands]


def codes(result: Consolidation) -> set[str]:
    return {found.code for found in result.report.findings}


def test_a_point_gets_a_new_wording_in_its_place(base: Act) -> None:
    result = run(base, (command("replace", to(("paragraph", "9"))), [point("9", "Новое:", sub("1", "раз."))]))
    assert text(result.act) == (
        "7. Семь.",
        "8. Восемь:",
        "1) один;",
        "2) два.",
        "Вторая часть.",
        "9. Новое:",
        "1) раз.",
    )
    assert eids(result.act, "paragraph", "subparagraph")[-2:] == ["para_9", "para_9__subpara_1"]


def test_several_units_of_one_quotation_pair_with_the_targets_by_number(base: Act) -> None:
    targets = (to(("paragraph", "9")), to(("paragraph", "7")))
    result = run(base, (command("replace", *targets), [point("7", "А."), point("9", "Б.")]))
    assert (text(result.act)[0], text(result.act)[-1]) == ("7. А.", "9. Б.")


def test_the_first_line_is_the_line_with_the_number(base: Act) -> None:
    address = to(("paragraph", "8"), ("alinea", "1"))
    result = run(base, (command("replace", address), [point("8", "Иначе:")]))
    assert text(result.act)[1:5] == ("8. Иначе:", "1) один;", "2) два.", "Вторая часть.")
    assert eids(result.act, "subparagraph") == ["para_8__subpara_1", "para_8__subpara_2"]


def test_lines_of_subpoints_count_as_lines_of_their_point(base: Act) -> None:
    address = to(("paragraph", "8"), ("alinea", "4"))
    result = run(base, (command("replace", address), [line("Иная часть.")]))
    assert text(result.act)[4] == "Иная часть."
    assert eids(result.act, "alinea") == ["para_8__al_4"]


def test_a_line_of_a_subpoint_keeps_its_number(base: Act) -> None:
    address = to(("paragraph", "8"), ("alinea", "2"))
    result = run(base, (command("replace", address), [sub("1", "иначе;")]))
    assert text(result.act)[2] == "1) иначе;"


def test_the_heading_of_an_article_is_not_its_first_line() -> None:
    made = act(unit("article", "Статья 1.", "", line("Первая."), line("Вторая."), heading="Заголовок"))
    result = run(made, (command("replace", to(("article", "1"), ("alinea", "1"))), [line("Иная.")]))
    assert text(result.act) == ("Статья 1. Заголовок", "Иная.", "Вторая.")


def test_parts_are_counted_by_sentences_and_what_a_colon_opens() -> None:
    made = act(
        unit("article", "Статья 1.", "", line("Одно:"), line("два;"), line("три."), line("Другое."), heading="О частях")
    )
    result = run(made, (command("replace", to(("article", "1"), ("part", "1"))), [line("Раз."), line("два.")]))
    assert text(result.act) == ("Статья 1. О частях", "Раз.", "два.", "Другое.")
    again = run(made, (command("replace", to(("article", "1"), ("part", "2"))), [line("Иное.")]))
    assert text(again.act)[-1] == "Иное."


@pytest.mark.parametrize(("number", "place"), [("8-1", 2), ("9-1", 3), ("10", 3), ("6", 0)])
def test_a_new_point_stands_where_its_number_puts_it(base: Act, number: str, place: int) -> None:
    result = run(base, (command("insert", to(("paragraph", number))), [point(number, "Новый.")]))
    assert eids(result.act, "paragraph").index(f"para_{number}") == place
    assert outcomes(result) == ["applied"]


def test_eight_ten_follows_eight_nine_and_not_eight_one(base: Act) -> None:
    numbers = ["8-10", "8-2", "8-1", "8-9"]
    items = [(command("insert", to(("paragraph", each))), [point(each, "Новый.")]) for each in numbers]
    result = run(base, *items)
    expected = ["para_7", "para_8", "para_8-1", "para_8-2", "para_8-9", "para_8-10", "para_9"]
    assert eids(result.act, "paragraph") == expected


def test_a_point_of_one_line_opens_for_its_first_subpoint(base: Act) -> None:
    address = to(("paragraph", "9"), ("subparagraph", "1"))
    result = run(base, (command("insert", address), [sub("1", "раз.")]))
    assert text(result.act)[-2:] == ("9. Девять.", "1) раз.")


def test_a_new_line_stands_as_the_one_that_the_command_counts(base: Act) -> None:
    address = to(("paragraph", "8"), ("alinea", "4"))
    result = run(base, (command("insert", address), [line("новая;")]))
    assert text(result.act)[1:6] == ("8. Восемь:", "1) один;", "2) два.", "новая;", "Вторая часть.")
    assert eids(result.act, "alinea") == ["para_8__al_4-1", "para_8__al_4"]


@pytest.mark.parametrize(("before", "marked", "number"), [(None, "8.", "8"), ("7", "-1.", "7-1")])
def test_a_number_that_a_foreign_file_marks_up_is_a_number(before: str | None, marked: str, number: str) -> None:
    given = act(point("7", "Семь."), point(number, "Восемь."))
    num = list(given.root.iter(q("num")))[-1]
    num.text = before
    num.append(E.b(marked))
    result = run(given, (command("replace", to(("paragraph", number))), [point(number, "Новое.")]))
    assert (outcomes(result), text(result.act)) == (["applied"], ("7. Семь.", f"{number}. Новое."))


def test_a_line_without_a_number_goes_to_the_end_of_its_unit(base: Act) -> None:
    result = run(base, (command("insert", to(("paragraph", "8"), ("alinea", None))), [line("Конец.")]))
    assert text(result.act)[5] == "Конец."


def test_a_repealed_unit_keeps_its_number_with_the_official_words(base: Act) -> None:
    items = (
        command("repeal", to(("paragraph", "8"), ("subparagraph", "1"))),
        command("repeal", to(("paragraph", "9"))),
    )
    result = run(base, *items)
    assert text(result.act)[2] == "1) исключен"
    assert text(result.act)[-1] == "9. исключен"
    removed = [
        found.get("eId") for found in result.act.root.iter(q("paragraph"), q("subparagraph")) if found.get("status")
    ]
    assert removed == ["para_8__subpara_1", "para_9"]


def test_rows_are_found_and_placed_by_their_printed_numbers() -> None:
    made = act(point("1", "Один."), instrument=[table(["№", "А"], ["6", "шесть"], ["7", "семь"])])
    rules = to(("instrument", None))
    item = command("replace", (*rules, *to(("row", "7"))))
    new = command("insert", (*rules, *to(("row", "6-1"))), (*rules, *to(("row", "6-2"))))
    result = run(made, (item, [table(["7", "иначе"])]), (new, [table(["6-1", "а"], ["6-2", "б"])]))
    assert text(result.act)[2:] == ("№\tА", "6\tшесть", "6-1\tа", "6-2\tб", "7\tиначе")
    assert eids(result.act, "tr")[2:4] == ["att_1__table_1__row_6-1", "att_1__table_1__row_6-2"]


def test_units_of_an_instrument_are_not_those_of_its_order() -> None:
    made = act(point("1", "Приказ."), instrument=[point("1", "Правила."), point("2", "Ещё.")])
    result = run(
        made, (command("replace", (*to(("instrument", None)), *to(("paragraph", "1")))), [point("1", "Иные.")])
    )
    assert text(result.act) == ("1. Приказ.", "Тестовые правила", "1. Иные.", "2. Ещё.")


def test_order_of_independent_commands_does_not_matter(base: Act) -> None:
    items: list[Item] = [
        (command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]),
        (command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]),
        command("repeal", to(("paragraph", "7"))),
        (command("replace", to(("paragraph", "8"), ("alinea", "4"))), [line("Часть.")]),
    ]
    assert text(run(base, *items).act) == text(run(base, *reversed(items)).act)


def test_a_second_run_on_the_result_changes_no_byte(base: Act) -> None:
    pair = amending(
        (command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]),
        (command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]),
        command("replace_words", to(("paragraph", "7")), old=("Семь",), new=("Не Семь",)),
    )
    once = consolidate(base, [pair])
    twice = consolidate(once.act, [pair])
    assert [found.outcome for found in twice.report.commands] == ["already"] * 3
    assert serialise(twice.act.root) == serialise(once.act.root)
    assert twice.report.expression == once.report.expression


def test_what_others_are_told_is_in_the_metadata(base: Act) -> None:
    day = date(2024, 10, 1)
    pair = amending((command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]))
    result = consolidate(base, [pair], published={"/akn/kz/act/order/mz/2024-09-30/391": day})
    assert result.report.in_force.from_ == date(2024, 10, 12)
    assert result.report.expression == "/akn/kz/act/order/mz/2020-01-10/7/rus@2024-10-12"
    root = result.act.root
    changed = next(found for found in root.iter(q("paragraph")) if found.get("eId") == "para_9")
    group = next(found for found in root.iter(q("temporalGroup")) if f"#{found.get('eId')}" == changed.get("period"))
    event = next(found for found in root.iter(q("eventRef")) if f"#{found.get('eId')}" == group[0].get("start"))
    assert (event.get("date"), event.get("refersTo")) == ("2024-10-12", "#entryIntoForce")
    mod = next(root.iter(q("textualMod")))
    assert mod.get("type") == "substitution"
    assert [child.get("href") or child.get("period") for child in mod] == [
        "/akn/kz/act/order/mz/2024-09-30/391/!main#para_1__al_2__mod_1",
        "#para_9",
        changed.get("period"),
        "/akn/kz/act/order/mz/2020-01-10/7/rus@2020-01-10/!main#para_9",
    ]
    note = next(root.iter(q("note")))
    assert "".join(map(str, note.itertext())) == (
        "Сноска. Пункт 9 – в редакции приказа Министра тестов РК от 30.09.2024 № 391 (вводится в действие по истечении "
        "десяти календарных дней после дня его первого официального опубликования)."
    )


def test_an_unknown_day_stays_unknown_and_says_so(base: Act) -> None:
    result = run(base, (command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]))
    assert result.report.in_force.from_ is None
    assert result.report.expression.endswith("/rus@2024-09-30")
    assert "consolidate.date_unknown" in codes(result)
    event = list(result.act.root.iter(q("eventRef")))[-1]
    assert event.get("refersTo") is None


def test_the_text_of_a_day_leaves_out_what_is_not_in_force_by_then(base: Act) -> None:
    pair = amending(command("repeal", to(("paragraph", "9"))))
    published = {"*": date(2024, 10, 1)}
    early = consolidate(base, [pair], at=date(2024, 10, 11), published=published)
    late = consolidate(base, [pair], at=date(2024, 10, 12), published=published)
    assert serialise(early.act.root) == serialise(base.root)
    assert text(late.act)[-1] == "9. исключен"
    unknown = consolidate(base, [pair], at=date(2025, 1, 1))
    assert "consolidate.date_unknown_at" in {found.code for found in unknown.report.findings}


def test_a_change_in_the_other_language_only_does_nothing(base: Act) -> None:
    result = run(base, command("none", to(("paragraph", "7"))))
    assert result.report.commands[0].outcome == "applied"
    assert result.report.commands[0].note == "no change in this language"
    assert serialise(result.act.root) == serialise(base.root)


def test_prove_finds_what_a_hand_has_changed(base: Act) -> None:
    pair = amending((command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]))
    result = consolidate(base, [pair])
    proofs, findings = prove(result.act, base, [pair])
    assert proofs.hold
    assert findings == ()
    _paragraph(result.act, "para_7").text = "Тайком."
    proofs, findings = prove(result.act, base, [pair])
    assert not proofs.untouched
    assert not proofs.replay
    assert "para_7" in findings[0].candidates


def test_prove_takes_a_result_that_was_read_from_its_file(base: Act) -> None:
    pair = amending((command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]))
    result = consolidate(base, [pair])
    read = Act(parse(serialise(result.act.root)))
    assert prove(read, base, [pair])[0].hold


def test_prove_finds_text_that_no_command_brought(base: Act) -> None:
    pair = amending((command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]))
    result = consolidate(base, [pair])
    _paragraph(result.act, "para_9").text = "Иной и тайный."
    proofs, _ = prove(result.act, base, [pair])
    assert proofs.untouched
    assert not proofs.text_balance


def _paragraph(made: Act, eid: str) -> etree._Element:
    found = next(found for found in made.root.iter(q("paragraph")) if found.get("eId") == eid)
    return next(found.iter(q("p")))


def test_two_acts_make_two_steps_of_one_history(base: Act) -> None:
    from lexkz.akn import meta

    later = meta.Identity("rus", "order", "mz", "2025-02-01", "12", "Тестовый приказ о других изменениях", "2025-02-01")
    first = amending((command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]))
    second = amending(command("repeal", to(("paragraph", "8-1"))), identity=later)
    together = consolidate(base, [first, second])
    assert together.report.proofs.hold, together.report.findings
    assert text(together.act)[5] == "8-1. исключен"
    apart = consolidate(consolidate(base, [first]).act, [second])
    assert text(apart.act) == text(together.act)
    assert schema.errors(together.act.root) + semantics.errors(together.act.root) == ()


def test_words_and_wordings_put_back_give_the_base_again(base: Act) -> None:
    there = amending((command("replace", to(("paragraph", "9"))), [point("9", "Иной.")]))
    back = amending((command("replace", to(("paragraph", "9"))), [point("9", "Девять.")]))
    result = consolidate(consolidate(base, [there]).act, [back])
    assert text(result.act) == text(base)


def test_the_base_is_known_by_number_and_date_else_by_its_title(base: Act) -> None:
    from dataclasses import replace

    item = command("repeal", to(("paragraph", "9")))
    titled = replace(BASE, iri=None, number=None, date=None, title=f"«{BASE.title}»")
    other = replace(BASE, iri=None, number="8")
    assert outcomes(run(base, replace(item, base=titled))) == ["applied"]
    result = run(base, replace(item, base=other))
    # The same title and day, another number: not passed over as another act's.
    assert outcomes(result) == ["refused"]
    assert "consolidate.citation_differs" in codes(result)
    elsewhere = replace(BASE, iri=None, number="8", title="Иной приказ")
    result = run(base, replace(item, base=elsewhere))
    assert outcomes(result) == ["other_base"]
    assert "consolidate.no_command" in codes(result)
    assert serialise(result.act.root) == serialise(base.root)


def test_layout_of_files_fools_no_proof(base: Act) -> None:
    pair = amending(
        (command("insert", to(("paragraph", "8-1"))), [point("8-1", "Новый.")]),
        command("repeal", to(("paragraph", "9"))),
    )
    made = consolidate(base, [pair])
    read, laid_out = Act(parse(serialise(made.act.root))), Act(parse(serialise(base.root)))
    for result in (made.act, read):
        for given in (base, laid_out):
            assert prove(result, given, [pair])[0].hold
    of_file = consolidate(laid_out, [pair])
    assert of_file.report.proofs.hold
    assert serialise(of_file.act.root) == serialise(made.act.root)
