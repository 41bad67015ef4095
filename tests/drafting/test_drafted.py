"""From an edited text to the amending order: each order is written, read back and applied before it is given."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lexkz
from lexkz.consolidation import Consolidation
from lexkz.drafting import drafted
from lexkz.drafting.edited_units import says_removed
from lexkz.findings import finding
from tests.breadth import examples

FIXTURES = Path(__file__).parent / "fixtures"


def _cases() -> list[tuple[str, str, str, str, str]]:
    found = []
    for lang in ("kaz", "rus"):
        text = (FIXTURES / f"{lang}.txt").read_text(encoding="utf-8")
        body = text.partition("\n\n")[2]
        for case in body.split("####\n"):
            name, _, rest = case.partition("\n=== before\n")
            before, _, rest = rest.partition("\n=== after\n")
            after, _, order = rest.partition("\n=== order\n")
            found.append((lang, name.strip(), before, after, order.strip()))
    return found


CASES = _cases()
RUSSIAN = [case for case in CASES if case[0] == "rus"]
WORDS_CHANGED = RUSSIAN[0]
LAW = next(case for case in RUSSIAN if case[1].startswith("закон "))


def _said(order: lexkz.Act) -> str:
    """The commands of an order: what stands between its first point and its own clauses."""
    lines = order.text.rstrip("\n").split("\n")
    first = next(place for place, line in enumerate(lines) if line.endswith((":",)) and line[:2] in ("1.", "1-", "Ст"))
    last = max(place for place, line in enumerate(lines) if line[:2] in ("2.", "2-", "Ст"))
    return "\n".join(lines[first + 1 : last])


@pytest.mark.parametrize(("lang", "name", "before", "after", "order"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_an_edited_text_gives_the_commands_that_a_drafter_writes(
    lang: str, name: str, before: str, after: str, order: str
) -> None:
    found = lexkz.draft(lexkz.read_text(before, lang=lang), lexkz.read_text(after, lang=lang))  # type: ignore[arg-type]
    assert _said(found.act) == order, name
    assert found.exact


@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_a_drafted_order_read_as_its_own_text_makes_the_edited_one(case: tuple[str, str, str, str, str]) -> None:
    lang, _, before, after, _ = case
    old, new = lexkz.read_text(before, lang=lang), lexkz.read_text(after, lang=lang)  # type: ignore[arg-type]
    order = lexkz.read_text(lexkz.draft(old, new).act.to_text(), lang=lang)  # type: ignore[arg-type]
    made = lexkz.consolidate(old, by=order)
    kept = [
        unit.text
        for unit in made.units
        if unit.kind == "paragraph" and unit.element.get("status") != "removed" and not says_removed(unit.element)
    ]
    assert made.proofs.hold
    assert {outcome.outcome for outcome in made.report.commands} == {"applied"}
    assert len(kept) == len([unit for unit in new.units if unit.kind == "paragraph" and not says_removed(unit.element)])


WORDS = ("срок", "день", "заявитель", "орган", "решение", "форма", "журнал", "копия")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A made-up act and the same with some of its points reworded, taken out, put in, or changed by a word."""
    count = draw(st.integers(2, 6))
    points = [[draw(st.sampled_from(WORDS)) for _ in range(draw(st.integers(3, 12)))] for _ in range(count)]
    before, after = [], []
    for number, words in enumerate(points, start=1):
        said = f"{number}. {' '.join(words).capitalize()}."
        before.append(said)
        match draw(st.sampled_from(("same", "same", "word", "gone", "added", "new"))):
            case "word":
                place = draw(st.integers(1, len(words) - 1))
                changed = [*words[:place], "изменение", *words[place + 1 :]]
                after.append(f"{number}. {' '.join(changed).capitalize()}.")
            case "added":
                after.append(said)
                after.append(f"{number}-1. Новый пункт о порядке.")
            case "new":
                after.append(f"{number}. Совсем другой текст этого пункта.")
            case "same":
                after.append(said)
            case "gone":
                pass
    head = "Приказ Министра труда от 5 мая 2021 года № 12\nОб утверждении порядка (пример)\n"
    return head + "\n".join(before), head + "\n".join(after)


@settings(max_examples=examples(30), deadline=None)
@given(edited())
def test_a_drafted_order_applied_gives_the_edited_text(texts: tuple[str, str]) -> None:
    before, after = (lexkz.read_text(text, lang="rus") for text in texts)
    if before.text == after.text or not texts[1].split("\n")[2]:
        return  # an act that is left without a point is no act
    found = lexkz.draft(before, after)
    assert found.exact, found.act.text
    assert not [one for one in found.findings if one.severity == "error"]


def test_two_texts_that_say_the_same_or_are_of_two_acts_are_refused_in_a_sentence() -> None:
    one = lexkz.read_text(CASES[0][2], lang="kaz")
    other = lexkz.read_text("О садах (пример)\nСтатья 1. Понятия\nСад – участок земли.", lang="rus")
    with pytest.raises(lexkz.SourceError, match="say the same"):
        lexkz.draft(one, one)
    with pytest.raises(lexkz.SourceError, match="two acts"):
        lexkz.draft(one, other)


def test_a_point_that_only_moved_to_another_chapter_is_a_change() -> None:
    head = (
        "Приказ Министра труда от 5 мая 2021 года № 12\nОб утверждении Правил (пример)\n1. Утвердить Правила.\n"
        "Утверждены приказом Министра труда\nот 5 мая 2021 года № 12\nПравила учета (пример)\n"
        "Глава 1. Общие положения\n1. Правила определяют порядок учета.\n"
    )
    moved, chapter = "2. Учет ведет орган.\n", "Глава 2. Порядок учета\n"
    last = "3. Учет ведется в журнале.\n"
    old, new = (lexkz.read_text(head + text + last, lang="rus") for text in (moved + chapter, chapter + moved))
    assert lexkz.draft(old, new).exact


def test_an_order_names_the_body_of_its_base_and_a_code_is_amended_by_a_law() -> None:
    order = (
        "Приказ Министра труда от 5 мая 2021 года № 12\nО сроках (пример)\n1. Срок пять дней.\n2. Срок не продлевается."
    )
    old, new = (lexkz.read_text(text, lang="rus") for text in (order, order.replace("пять", "семь")))
    said = lexkz.draft(old, new).act.text
    assert 'Внести в приказ Министра труда от 5 мая 2021 года № 12 "О сроках (пример)" следующие изменения:' in said
    code = "Кодекс Республики Казахстан от 5 мая 2021 года № 12-VII\nО садах (пример)\nСтатья 1. Сад\n1. Сад весной."
    old, new = (lexkz.read_text(text, lang="rus") for text in (code, code.replace("весной", "летом")))
    said = lexkz.draft(old, new).act.text
    assert said.startswith('О внесении изменений в Кодекс Республики Казахстан "О садах (пример)"\nСтатья 1. Внести в ')
    assert "Статья 2. Настоящий Закон вводится" in said


def test_what_no_command_can_say_is_an_error_that_names_it() -> None:
    before = "Приказ Министра труда от 5 мая 2021 года № 12\nО сроках (пример)\n1. Срок пять дней.\nМинистр А. Иванов"
    found = lexkz.draft(
        lexkz.read_text(before, lang="rus"), lexkz.read_text(before.replace("А. Иванов", "Б. Петров"), lang="rus")
    )
    assert not found.exact
    assert [one.code for one in found.findings if one.severity == "error"] == ["draft.not_said"]
    added = before.replace("\n1. ", "\nВ соответствии с Законом «О садах» ПРИКАЗЫВАЮ:\n1. ")
    found = lexkz.draft(lexkz.read_text(before, lang="rus"), lexkz.read_text(added, lang="rus"))
    assert [one.message.rus for one in found.findings] == ["Это изменение не сказать никакой командой: преамбула."]


def test_a_base_without_a_day_a_number_or_a_title_is_told() -> None:
    before, after = LAW[2:4]
    found = lexkz.draft(lexkz.read_text(before, lang="rus"), lexkz.read_text(after, lang="rus"))
    assert [one.code for one in found.findings if one.severity != "info"] == ["draft.base_incomplete"]


def test_what_applying_the_order_found_is_told_with_it() -> None:
    _, _, before, after, _ = CASES[2]
    found = lexkz.draft(lexkz.read_text(before, lang="rus"), lexkz.read_text(after, lang="rus"))
    failed = finding("consolidate.proof_content", what="пункт 1")
    made = drafted.DraftedOrder(
        found.act.tree,
        found.commands.reading,
        Consolidation(found.made.tree, replace(found.made.report, findings=(failed,))),
        (),
        (),
    )
    base = drafted._base(found.old.tree, found.new.tree)
    assert failed in [*drafted._said(made, base, found.old.tree, found.new.tree, "rus")]


def test_a_repealed_unit_that_the_text_still_cites_is_told() -> None:
    before = (
        "Приказ Министра труда от 5 мая 2021 года № 12\nО сроках (пример)\n1. Срок пять дней.\n"
        "2. Срок продлевается в случаях, указанных в пункте 3 настоящего приказа.\n3. Случаи: болезнь, отпуск."
    )
    after = before.partition("\n3. ")[0]
    found = lexkz.draft(lexkz.read_text(before, lang="rus"), lexkz.read_text(after, lang="rus"))
    assert "draft.cited_unit" in {one.code for one in found.findings}


def test_a_word_file_with_tracked_changes_gives_the_order_of_its_changes(tmp_path: Path) -> None:
    _, _, before, after, order = WORDS_CHANGED
    old, new = lexkz.read_text(before, lang="rus"), lexkz.read_text(after, lang="rus")
    from lexkz.api import redline

    path = tmp_path / "edited.docx"
    path.write_bytes(redline(old, new, "docx"))
    found = lexkz.draft(path, lang="rus")
    assert _said(found.act) == order
    assert found.exact


def test_requisites_stand_in_the_order_and_a_wrong_key_is_refused(tmp_path: Path) -> None:
    _, _, before, after, _ = WORDS_CHANGED
    old, new = lexkz.read_text(before, lang="rus"), lexkz.read_text(after, lang="rus")
    path = tmp_path / "order.toml"
    path.write_text(
        'author = "Министра труда"\nnumber = "45"\ndate = 2022-03-01\nclauses = ["Настоящий приказ вводится в '
        'действие со дня подписания."]\nsignature = ["Министр А. Иванов"]\n',
        encoding="utf-8",
    )
    text = lexkz.draft(old, new, requisites=path).act.text
    assert text.startswith("Приказ Министра труда от 1 марта 2022 года № 45\n")
    assert "2. Настоящий приказ вводится в действие со дня подписания.\nМинистр А. Иванов" in text
    path.write_text('autor = "Министра труда"\n', encoding="utf-8")
    with pytest.raises(lexkz.SourceError, match="unknown key autor"):
        lexkz.draft(old, new, requisites=path)
    with pytest.raises(lexkz.SourceError, match="unknown key autor"):
        lexkz.draft(old, new, requisites={"autor": "Министра труда"})
    with pytest.raises(lexkz.SourceError, match="date must be a date"):
        lexkz.draft(old, new, requisites={"date": 2024})
