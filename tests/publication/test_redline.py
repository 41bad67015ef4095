"""Redline: accepted it is the new text, rejected the old one, to the letter; each change says who made it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("docx")

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication.docx import write_docx
from lexkz.publication.redline import redline_sheet
from lexkz.publication.redline.merge import merge
from lexkz.publication.sheet.model import (
    Block,
    Revision,
    Sheet,
    SheetCell,
    SheetLine,
    SheetRow,
    SheetRun,
    SheetTable,
    own_text,
)
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, load
from tests.breadth import examples
from tests.publication.ooxml import faults
from tests.publication.published import AFTER, BEFORE, GOLD, PAIRS, act, base, consolidated, words
from tests.publication.tracked.layouts import BOTH
from tests.publication.word import W, body, decide, lines, part, text


def _sheet(flow: tuple[Block, ...]) -> Sheet:
    return Sheet("rus", "Тестовый лист", flow)


BESIDE = ("state", "editors_note", "identified")
"""Roles of lines that stand beside the two texts: the head, and notes where a change waits for a person."""


def _assert_leads_from(old: Act, new: Act) -> bytes:
    sheet = redline_sheet(old, new)
    flow = tuple(block for block in sheet.flow if not (isinstance(block, SheetLine) and block.role in BESIDE))
    data = write_docx(replace(sheet, flow=flow))
    assert lines(decide(data, "accept")) == words(new)
    assert lines(decide(data, "reject")) == words(old)
    whole = write_docx(sheet)
    assert faults(body(whole)) == []
    return whole


@pytest.mark.parametrize("name", PAIRS)
def test_order_391_accepted_is_the_new_text_and_rejected_the_old(name: str) -> None:
    _assert_leads_from(base(name), consolidated(name))


@pytest.mark.parametrize("folder", sorted(GOLD.glob("*/[kr][au][zs]")), ids=lambda path: "/".join(path.parts[-2:]))
def test_gold_acts_accepted_are_the_new_text_and_rejected_the_old(folder) -> None:  # type: ignore[no-untyped-def]
    if not (folder / "before.txt").exists():
        pytest.skip("only commands")
    old, official = load(folder / "before.txt"), load(folder / "after.txt")
    made = consolidate(old, [annotate(load(folder / "amending.txt"))]).act
    _assert_leads_from(old, made)
    _assert_leads_from(old, official)
    _assert_leads_from(official, old)


def test_changes_are_word_by_word_and_whole_units_come_and_go() -> None:
    data = _assert_leads_from(act(BEFORE), act(AFTER))
    came = [text(each) for each in body(data).iter(f"{W}ins") if len(each)]
    gone = [text(each) for each in body(data).iter(f"{W}del") if len(each)]
    assert came == [" и надзор", "5 дней", "2-1. Срок продлевается."]
    assert gone == ["3 дня", "3. Акт подписывается <b>сразу</b> & хранится."]


def test_a_change_names_the_act_that_made_it_and_its_date() -> None:
    data = write_docx(redline_sheet(base("V2300032941"), consolidated("V2300032941")))
    changes = list(body(data).iter(f"{W}ins", f"{W}del"))
    assert {each.get(f"{W}author") for each in changes} == {"№ 391 бұйрық"}
    assert {each.get(f"{W}date") for each in changes} == {"2024-09-30T00:00:00Z"}
    numbers = [each.get(f"{W}id") for each in changes]
    assert len(set(numbers)) == len(numbers)


def test_a_change_of_two_texts_alone_has_no_invented_date() -> None:
    data = write_docx(redline_sheet(act(BEFORE), act(AFTER)))
    change = next(body(data).iter(f"{W}ins"))
    assert change.get(f"{W}author") == "изменения"
    assert change.get(f"{W}date") is None


def test_equal_texts_have_no_changes() -> None:
    data = write_docx(redline_sheet(act(BEFORE), act(BEFORE)))
    assert not list(body(data).iter(f"{W}ins", f"{W}del"))


def test_the_same_texts_give_the_same_bytes() -> None:
    made = [write_docx(redline_sheet(base("V2300032875"), consolidated("V2300032875"))) for _ in range(2)]
    assert made[0] == made[1]


def test_new_words_that_run_on_into_new_lines_are_one_change() -> None:
    """LibreOffice rejects them whole only where no unchanged end of a line stands between them."""
    data = _assert_leads_from(act(BEFORE), act(BEFORE.replace("3 дня.", "3 дня:\nрабочих;\nне больше.")))
    paragraphs = body(data).findall(f"{W}p")
    place = next(place for place, each in enumerate(paragraphs) if "3 дня" in text(each))
    marks = [each.find(f"{W}pPr/{W}rPr/{W}ins") is not None for each in paragraphs[place : place + 3]]
    assert marks == [True, True, False]


def _mark(*said: str) -> tuple[SheetLine, ...]:
    return tuple(SheetLine("corner", (SheetRun(line),), eid="att_2__container_1") for line in said)


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        ("Приложение 2 к Правилам учёта", ("Приложение 2", "к Правилам", "учёта")),
        ("Есепке алу қағидаларына 2-қосымша", ("Есепке алу", "қағидаларына", "2-қосымша")),
    ],
)
def test_a_corner_mark_that_says_the_same_in_other_lines_is_no_change(joined: str, apart: tuple[str, ...]) -> None:
    assert merge(_mark(joined), _mark(*apart), _by_test) == _mark(joined)
    assert merge(_mark(*apart), _mark(joined), _by_test) == _mark(*apart)
    changed = merge(_mark(joined), _mark(*apart[:-1], "осмотра"), _by_test)
    assert any(run.revision for line in changed if isinstance(line, SheetLine) for run in line.runs)


@pytest.mark.parametrize(
    ("known", "whole"),
    [
        ("Приложение 2", "Приложение 2 к Правилам учёта образцов"),
        ("2-қосымша", "Үлгілерді есепке алу қағидаларына 2-қосымша"),
    ],
)
def test_a_line_to_which_words_only_came_stays_a_line(known: str, whole: str) -> None:
    """What an outline knows of a corner mark is no mark of its own, struck out on a page of its own."""
    (line,) = merge(_mark(known), _mark(whole), _by_test)
    assert isinstance(line, SheetLine)
    assert "".join(run.text for run in line.runs if run.revision is None).strip() == known
    assert {run.revision.mark for run in line.runs if run.revision is not None} == {"+"}


def test_a_row_that_came_is_a_tracked_row() -> None:
    old = SheetTable((_row("1", "а"), _row("2", "б")), "table_1")
    new = SheetTable((_row("1", "а"), _row("1-1", "новая"), _row("2", "б в")), "table_1")
    flow = merge((old,), (new,), _by_test)
    data = write_docx(_sheet(flow))
    assert len(list(body(data).iter(f"{W}tr"))) == 3
    assert len(body(data).findall(f".//{W}trPr/{W}ins")) == 1
    assert lines(decide(data, "accept")) == ["1\tа", "1-1\tновая", "2\tб в"]
    assert lines(decide(data, "reject")) == ["1\tа", "2\tб"]


def test_lines_that_change_their_place_are_moved_with_a_name_on_both_sides() -> None:
    """Neighbours that stay neighbours are one move; the words stand in no w:del."""
    head, *points = BEFORE.splitlines()[:1] + [f"{number}. Пункт номер {number} о хранении." for number in range(1, 7)]
    moved = [head, points[2], points[3], points[4], points[0], points[1], points[5]]
    old, new = (Act(act("\n".join(given)).root) for given in ([head, *points], moved))
    data = write_docx(replace(redline_sheet(old, new), remarks=()))
    root = body(data)
    sides = [[text(each) for each in root.iter(f"{W}{side}") if len(each)] for side in ("moveFrom", "moveTo")]
    assert sides == [points[:2], points[:2]]
    names = [each.get(f"{W}name") for each in root.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")]
    assert names == ["move1", "move1"]
    assert not list(root.iter(f"{W}delText"))
    assert faults(root) == []
    assert [line for line in lines(decide(data, "reject")) if line in points] == points
    assert [line for line in lines(decide(data, "accept")) if line in points] == moved[1:]


def test_short_lines_and_lines_that_stand_twice_are_no_moves() -> None:
    short, twice = "1. Да.", "Пункт о хранении журналов."
    old = tuple(SheetLine("text", (SheetRun(said),)) for said in (short, twice, twice, "А б в г д е ё ж з и к л."))
    new = tuple(SheetLine("text", (SheetRun(said),)) for said in ("А б в г д е ё ж з и к л.", short, twice, twice))
    root = body(write_docx(_sheet(merge(old, new, _by_test))))
    assert {text(each) for each in root.iter(f"{W}moveTo") if len(each)} <= {"А б в г д е ё ж з и к л."}


WAITING: dict[Lang, tuple[str, str, str]] = {
    "rus": ('слова "3 дней"', 'слова "9 дней"', "Заменяемых слов в тексте нет"),
    "kaz": ('"3 күн" деген', '"9 күн" деген', "сөздер"),
}


@pytest.mark.parametrize("lang", WAITING)
def test_why_a_command_waits_stands_in_the_margin_at_its_unit(lang: Lang) -> None:
    right, wrong, why = WAITING[lang]
    base = act(BOTH[lang].base, lang)
    done = consolidate(base, [annotate(act(BOTH[lang].amending.replace(right, wrong), lang))])
    assert [one.outcome for one in done.report.commands].count("refused") == 1
    data = write_docx(redline_sheet(base, done.act))
    root = body(data)
    assert faults(root) == []
    (comment,) = list(part(data, "word/comments.xml"))
    assert comment.get(f"{W}author") == "lexkz"
    said = [text(each) for each in comment]
    assert wrong in said[0]
    assert why in said[1]
    assert len(said) == 3
    assert not re.search("[a-z]{3,}_|instrument", "".join(said))
    place = next(root.iter(f"{W}commentRangeStart")).getparent()
    assert place is not None
    assert text(place).startswith("2. ")


def _by_test(eid: str, came: bool) -> Revision:  # noqa: ARG001
    return Revision("+" if came else "-", "№ 1 приказ", "2020-01-02")


def _row(*texts: str, spans: tuple[tuple[int, int], ...] = ()) -> SheetRow:
    sizes = spans or ((1, 1),) * len(texts)
    cells = (
        SheetCell(tuple(SheetLine("cell", (SheetRun(part),)) for part in text.split("|") if part), *size)
        for text, size in zip(texts, sizes, strict=True)
    )
    return SheetRow(tuple(cells), f"row_{texts[0]}" if texts else "")


WORDS = st.text("аб в|", min_size=1, max_size=6).map(lambda text: " ".join(text.split()).strip("| ") or "а")
PLAIN = WORDS.map(lambda text: text.replace("|", " ").strip() or "а")
LINES = st.builds(
    lambda role, text, eid: SheetLine(role, (SheetRun(text),), eid=eid),
    st.sampled_from(("text", "text", "heading")),
    PLAIN,
    st.sampled_from(("", "para_1", "para_2", "para_3")),
)
ROWS = st.lists(st.tuples(WORDS, st.integers(1, 2), st.integers(1, 3)), min_size=1, max_size=3).map(
    lambda cells: _row(*(cell[0] for cell in cells), spans=tuple(cell[1:] for cell in cells))
)
GRIDS = st.lists(ROWS, min_size=1, max_size=4).map(lambda rows: SheetTable(tuple(rows), "table_1"))
FLOWS = st.lists(st.one_of(LINES, LINES, GRIDS), max_size=6).map(tuple)


@pytest.mark.combined
@settings(max_examples=examples(60), deadline=None)
@given(old=FLOWS, new=FLOWS)
def test_any_two_texts_come_back_from_their_redline(old: tuple[Block, ...], new: tuple[Block, ...]) -> None:
    data = write_docx(_sheet(merge(old, new, _by_test)))
    assert lines(decide(data, "accept")) == _text(new)
    assert lines(decide(data, "reject")) == _text(old)


def _text(flow: tuple[Block, ...]) -> list[str]:
    return [stripped for line in own_text(flow) if (stripped := line.rstrip("\t"))]


def _lined(text: str) -> SheetTable:
    """A table from lines: cells parted by «|»; one cell goes over all columns."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    width = max(map(len, rows))
    return SheetTable(
        tuple(
            SheetRow(
                tuple(
                    SheetCell((SheetLine("cell", (SheetRun(said),)),), width if len(cells) == 1 else 1)
                    for said in cells
                ),
                f"table_1__row_{place}",
            )
            for place, cells in enumerate(rows)
        ),
        "table_1",
    )


COLUMNS = {
    "a column comes": (
        "№ | Должность | Ставка\n1 | Врач | 0,5\n2 | Повар | 1",
        "№ | Должность | Ставка | Срок\n1 | Врач | 0,5 | 5 дней\n2 | Повар | 1 | 3 дня",
        {"Срок", "5 дней", "3 дня"},
    ),
    "a column goes, words change in another": (
        "№ | Лауазымы | Саны | Мерзімі\n1 | Дәрігер | 0,5 | бес күн\n2 | Аспаз | 1 | үш күн",
        "№ | Лауазымы | Мерзімі\n1 | Дәрігер | бес күн\n2 | Аспаз | төрт күн",
        {"Саны", "0,5", "1", "үш", "төрт"},
    ),
    "a row goes, a row comes, a heading goes over all columns": (
        "№ | Лауазымы | Саны\nӘкімшілік\n1 | Дәрігер | 0,5\n2 | Аспаз | 1",
        "№ | Бөлімше | Лауазымы | Саны\nӘкімшілік\n1 | А | Дәрігер | 0,5\n3 | Б | Күзетші | 2",
        {"Бөлімше", "А", "2", "Аспаз", "1", "3", "Б", "Күзетші"},
    ),
    "what was not known gets its columns": (
        "[…]\n18 | […]\n[…]",
        "[…]\n18 | Простыни | штук | не более одной в год на каждого из них\n[…]",
        {"[…]", "Простыни", "штук", "не более одной в год на каждого из них"},
    ),
}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_that_come_or_go_are_tracked_cells_and_the_rest_of_the_table_stays(name: str) -> None:
    old, new, changed = _lined(COLUMNS[name][0]), _lined(COLUMNS[name][1]), COLUMNS[name][2]
    for before, after in ((old, new), (new, old)):
        data = write_docx(_sheet(merge((before,), (after,), _by_test)))
        root = body(data)
        assert faults(root) == []
        assert len(root.findall(f"{W}tbl")) == 1
        assert list(root.iter(f"{W}cellIns", f"{W}cellDel"))
        touched = {text(each) for each in root.iter(f"{W}ins", f"{W}del") if len(each)}
        assert touched <= changed
        assert lines(decide(data, "accept")) == list(own_text((after,)))
        assert lines(decide(data, "reject")) == list(own_text((before,)))


def test_a_table_of_other_columns_is_another_table() -> None:
    old, new = _lined("№ | Имя | Дата\n1 | Анна | май"), _lined("Город | Адрес\nАстана | Мира")
    data = write_docx(_sheet(merge((old,), (new,), _by_test)))
    assert len(body(data).findall(f"{W}tbl")) == 2
    assert not list(body(data).iter(f"{W}cellIns", f"{W}cellDel"))
