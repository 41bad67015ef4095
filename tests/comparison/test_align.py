"""Units are paired by their eId; by what they say where numbers moved on, or where there are none."""

from lexkz.comparison.diff import diff
from lexkz.reading import read_text
from lexkz.structure import Act, build

HEAD = "Тестовый приказ о проверках\n"
POINTS = (
    "Заявитель подаёт заявление в уполномоченный орган.",
    "Срок рассмотрения составляет десять рабочих дней.",
    "Отказ направляется с указанием причин письменно.",
    "Решение обжалуется в порядке, установленном законом.",
)


def act(*points: str, numbers: tuple[str, ...] = ()) -> Act:
    named = numbers or tuple(str(number) for number in range(1, len(points) + 1))
    lines = (f"{number}. {text}\n" for number, text in zip(named, points, strict=True))
    return build(read_text(HEAD + "".join(lines), lang="rus"))


def told(old: Act, new: Act) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(hunk.eid, hunk.kind, hunk.types) for hunk in diff(old, new)]


def test_the_same_text_has_no_differences() -> None:
    assert told(act(*POINTS), act(*POINTS)) == []


def test_a_unit_with_new_words_is_the_unit_of_its_number() -> None:
    changed = (*POINTS[:3], "Совсем иные слова о другом предмете.")
    assert told(act(*POINTS), act(*changed)) == [("para_4", "changed", ("wording",))]


def test_a_unit_put_in_before_others_is_new_and_those_after_it_are_moved_not_rewritten() -> None:
    found = told(act(*POINTS), act(*POINTS[:1], "Новый пункт о приёме граждан в выходные дни.", *POINTS[1:]))
    assert found[0] == ("para_2", "added", ("added",))
    assert found[1:] == [(f"para_{number}", "changed", ("moved",)) for number in (3, 4, 5)]


def test_a_unit_that_changed_its_place_is_moved() -> None:
    found = told(act(*POINTS), act(*POINTS[1:], POINTS[0], numbers=("2", "3", "4", "5")))
    assert found == [("para_5", "changed", ("moved",))]


def test_a_unit_moved_and_changed_is_both() -> None:
    moved = POINTS[1].replace("десять", "пять")
    found = told(act(*POINTS), act(POINTS[0], *POINTS[2:], moved, numbers=("1", "3", "4", "9")))
    assert found == [("para_9", "changed", ("number", "moved"))]


def test_lines_after_a_new_line_of_a_unit_are_not_moved() -> None:
    old = act(POINTS[0] + "\nПервая строка этого пункта остаётся.\nВторая строка этого пункта остаётся.", POINTS[1])
    new = act(
        POINTS[0]
        + "\nНовая строка, которой прежде не было.\nПервая строка этого пункта остаётся.\n"
        + "Вторая строка этого пункта остаётся.",
        POINTS[1],
    )
    assert [kind for _, kind, _ in told(old, new)] == ["added"]


def test_a_line_that_became_an_article_is_that_line_moved() -> None:
    line = "Ратифицировать соглашение, совершённое в Вашингтоне 20 июля 1956 года, и протокол к нему.\n"
    head = "Тестовый закон о ратификации\n"
    old = build(read_text(head + line, lang="rus"))
    new = build(read_text(f"{head}Статья 1. {line}Статья 2. Настоящий Закон вводится в действие.\n", lang="rus"))
    kinds = [kind for _, kind, _ in told(old, new)]
    assert "removed" not in kinds
    assert kinds.count("added") == 1


def test_rows_of_a_table_without_numbers_are_told_by_their_words() -> None:
    rows = ["Должность\tНорма", "Директор\t1", "Врач общей практики\t0,5", "Повар столовой\t2"]
    old = build(read_text(HEAD + "\n".join(rows) + "\n", lang="rus"))
    rows.insert(1, "Заведующий складом\t1")
    new = build(read_text(HEAD + "\n".join(rows).replace("0,5", "1,5") + "\n", lang="rus"))
    found = {hunk.new: hunk for hunk in diff(old, new)}
    assert found["Заведующий складом\t1"].kind == "added"
    changed = found["Врач общей практики\t1,5"]
    assert (changed.kind, changed.types) == ("changed", ("number",))
    assert ("-", "0,5") in changed.words
    assert set(found) == {"Заведующий складом\t1", "Врач общей практики\t1,5"}
