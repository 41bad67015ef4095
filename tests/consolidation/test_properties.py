"""Generated acts and commands: applied, they give what the same change made directly gives."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lexkz.akn import schema, semantics
from lexkz.akn.canonical import serialise
from lexkz.consolidation import Consolidation, consolidate
from lexkz.structure import Act
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, text, to

Model = dict[str, list[str]]
"""A plain picture of an act: number of a point to its lines, of which those that begin with "N)" are subpoints."""

WORDS = st.text(alphabet="абвгдеж", min_size=2, max_size=6)
LINES = st.lists(WORDS, min_size=1, max_size=4)
MODELS = st.dictionaries(st.integers(1, 30).map(str), LINES, min_size=2, max_size=6)


def build(model: Model) -> Act:
    return act(*(unit(number, model[number]) for number in sorted(model, key=int)))


def unit(number: str, lines: Sequence[str]) -> etree._Element:
    below = [sub(str(place), f"{item};") for place, item in enumerate(lines[1:], start=1)]
    return point(number, f"{lines[0]}:" if below else f"{lines[0]}.", *below)


def printed(model: Model, extra: dict[str, str] | None = None) -> list[str]:
    out = []
    for number in sorted(model, key=lambda item: [int(part) for part in item.split("-")]):
        lines = model[number]
        if extra and number in extra:
            out.append(f"{number}. {extra[number]}")
            continue
        out.append(f"{number}. {lines[0]}{':' if len(lines) > 1 else '.'}")
        out.extend(f"{place}) {item};" for place, item in enumerate(lines[1:], start=1))
    return out


def proved(result: Consolidation) -> Consolidation:
    assert result.report.proofs.hold, result.report.findings
    assert {found.outcome for found in result.report.commands} <= {"applied", "already"}, result.report.findings
    return result


@settings(max_examples=40, deadline=None)
@given(MODELS, st.data())
def test_replacing_inserting_and_repealing_is_changing_the_model(model: Model, data: st.DataObject) -> None:
    numbers = sorted(model)
    chosen = data.draw(st.permutations(numbers))
    replaced, repealed = chosen[0], chosen[1]
    new = data.draw(LINES)
    inserted = f"{data.draw(st.sampled_from(numbers))}-{data.draw(st.integers(1, 12))}"
    items: list[Item] = [
        (command("replace", to(("paragraph", replaced))), [unit(replaced, new)]),
        command("repeal", to(("paragraph", repealed))),
        (command("insert", to(("paragraph", inserted))), [unit(inserted, ["новый"])]),
    ]
    base = build(model)
    result = proved(consolidate(base, [amending(*data.draw(st.permutations(items)))]))
    expected = {**model, replaced: new, inserted: ["новый"]}
    assert list(text(result.act)) == printed(expected, {repealed: "исключен"})
    assert list(text(base)) == printed(model)
    assert schema.errors(result.act.root) + semantics.errors(result.act.root) == ()


@settings(max_examples=40, deadline=None)
@given(MODELS, st.data())
def test_a_line_by_its_ordinal_is_that_line(model: Model, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted(model)))
    ordinal = data.draw(st.integers(1, len(model[number])))
    address = to(("paragraph", number), ("alinea", str(ordinal)))
    content = (
        point(number, "новое:" if len(model[number]) > 1 else "новое.")
        if ordinal == 1
        else sub(str(ordinal - 1), "новое;")
    )
    result = proved(consolidate(build(model), [amending((command("replace", address), [content]))]))
    lines = [*model[number]]
    lines[ordinal - 1] = "новое"
    assert list(text(result.act)) == printed({**model, number: lines})


@settings(max_examples=40, deadline=None)
@given(MODELS, st.data())
def test_words_there_and_back_return_the_text(model: Model, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted(model)))
    model = {**model, number: ["особое слово", *model[number]]}
    address = to(("paragraph", number))
    base = build(model)
    there = command("replace_words", address, old=("особое",), new=("иное редкое",))
    back = command("replace_words", address, old=("иное редкое",), new=("особое",))
    result = proved(consolidate(proved(consolidate(base, [amending(there)])).act, [amending(back)]))
    assert text(result.act) == text(base)


@settings(max_examples=30, deadline=None)
@given(MODELS, st.lists(st.integers(1, 12), min_size=1, max_size=5, unique=True), st.data())
def test_inserted_then_replaced_in_one_run_is_as_in_two(model: Model, parts: list[int], data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted(model)))
    names = [f"{number}-{part}" for part in parts]
    first = amending(*((command("insert", to(("paragraph", name))), [point(name, "Новый.")]) for name in names))
    second = amending(*((command("replace", to(("paragraph", name))), [point(name, "Иной.")]) for name in names))
    base = build(model)
    together = proved(consolidate(base, [first, second]))
    apart = proved(consolidate(proved(consolidate(base, [first])).act, [second]))
    assert text(together.act) == text(apart.act)
    assert list(text(together.act)) == printed(model | {name: ["Иной"] for name in names})
    again = consolidate(together.act, [first, second])
    assert serialise(again.act.root) == serialise(together.act.root)


@settings(max_examples=30, deadline=None)
@given(MODELS, st.lists(WORDS, min_size=1, max_size=3))
def test_new_lines_stand_where_they_are_counted(model: Model, new: list[str]) -> None:
    number = min(model, key=int)
    base = build(model)
    ordinal = len(model[number]) + 1
    targets = [to(("paragraph", number), ("alinea", str(ordinal + place))) for place in range(len(new))]
    item = (command("insert", *targets), [line(each) for each in new])
    result = proved(consolidate(base, [amending(item)]))
    before = printed(model)
    assert list(text(result.act)) == [*before[: ordinal - 1], *new, *before[ordinal - 1 :]]
