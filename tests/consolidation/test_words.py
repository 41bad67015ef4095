"""Words are found as whole words, folded for matching only, and changed across inline elements."""

import pytest
from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.consolidation import consolidate
from lexkz.consolidation.tree.block_words import (
    Edit,
    apply,
    at_end,
    block_text,
    deletion,
    edited,
    insertion,
    occurrences,
    occurrences_everywhere,
)
from lexkz.structure import Act
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, text, to, unit


def changed(base: Act, *items: Item) -> tuple[str, ...]:
    result = consolidate(base, [amending(*items)])
    assert result.report.proofs.hold, result.report.findings
    assert {found.outcome for found in result.report.commands} == {"applied"}, result.report.findings
    return text(result.act)


@pytest.mark.parametrize(
    ("printed", "words", "way"),
    [
        ("шағын кәсiпкерлiк субъектiсi", "кәсіпкерлік", "folded"),
        ("слова «пять дней»", 'слова "пять дней"', "folded"),
        ("2007 – 2009 годы", "2007-2009", "folded"),
        ("Министр  тестов", "Министр тестов", "exact"),
        ("Министр тестов", "министр", "case"),
        ("пять дней", "пять", "exact"),
    ],
)
def test_writing_is_folded_to_find_words(printed: str, words: str, way: str) -> None:
    assert [match.way for match in occurrences(printed, words)] == [way]


@pytest.mark.parametrize(
    ("printed", "words"), [("заңнамасы", "заңнама"), ("әлеуметтік-экономикалық", "экономикалық"), ("2003-1", "003")]
)
def test_a_word_within_a_word_is_not_found(printed: str, words: str) -> None:
    assert occurrences(printed, words) == ()


def test_everywhere_takes_capitals_that_begin_a_sentence_but_no_others() -> None:
    assert [match.way for match in occurrences_everywhere("Орган и орган, ОРГАН.", "орган")] == ["case", "exact"]


def test_a_deletion_takes_one_space_with_it() -> None:
    printed = "тек қана шағын кәсіпкерлік болып табылатын жеке"
    match = occurrences(printed, "шағын кәсіпкерлік болып табылатын")[0]
    assert edited(printed, [deletion(printed, match)]) == "тек қана жеке"
    printed = "один, два; три"
    assert edited(printed, [deletion(printed, occurrences(printed, "два")[0])]) == "один,; три"


@pytest.mark.parametrize(("new", "expected"), [("и другие", "один и другие, два"), (", другие", "один, другие, два")])
def test_an_insertion_sets_a_space_where_words_meet(new: str, expected: str) -> None:
    printed = "один, два"
    assert edited(printed, [insertion(occurrences(printed, "один")[0], new, "after")]) == expected


@pytest.mark.parametrize(
    ("printed", "new", "expected"),
    [
        ("один;", "и два", "один и два;"),
        ("один;", ", два;", "один, два;"),
        ("один", "и два", "один и два"),
        ("один;", "и два.", None),
    ],
)
def test_words_at_the_end_stand_before_the_mark_that_ends_it(printed: str, new: str, expected: str | None) -> None:
    edit = at_end(printed, new)
    assert (edited(printed, [edit]) if edit else None) == expected


def test_words_over_several_elements_are_replaced_and_the_elements_stay() -> None:
    block = E.p("по ", E.ref("статье 5", href="#x"), " закона и ", E.b("прочего"), " права")
    apply(block, [Edit(3, 18, "статье 6 кодекса"), Edit(21, 28, "иного")])
    assert block_text(block) == "по статье 6 кодекса и иного права"
    assert [etree.QName(child).localname for child in block] == ["ref", "b"]


def test_words_are_replaced_inserted_and_deleted_in_one_line() -> None:
    base = act(point("1", "Первое, второе и третье слово."))
    address = to(("paragraph", "1"))
    lines = changed(
        base,
        command("replace_words", address, old=("второе",), new=("иное длинное",)),
        command("insert_words", address, old=("третье",), new=("и последнее",), position="after"),
        command("delete_words", address, old=("Первое,",)),
    )
    assert lines == ("1. иное длинное и третье и последнее слово.",)


def test_paired_words_are_replaced_one_to_one() -> None:
    base = act(point("1", "пять дней или десять дней"))
    item = command("replace_words", to(("paragraph", "1")), old=("пять", "десять"), new=("десять", "пять"))
    assert changed(base, item) == ("1. десять дней или пять дней",)


def test_a_command_on_two_units_changes_words_in_both() -> None:
    base = act(point("1", "Один:", sub("1", "слово;"), sub("2", "слово;"), sub("3", "слово.")))
    targets = (to(("paragraph", "1"), ("subparagraph", "1")), to(("paragraph", "1"), ("subparagraph", "3")))
    item = command("replace_words", *targets, old=("слово",), new=("дело",))
    assert changed(base, item) == ("1. Один:", "1) дело;", "2) слово;", "3) дело.")


def test_everywhere_changes_each_form_that_is_listed_and_leaves_new_wordings_alone() -> None:
    base = act(point("1", "Орган, органом."), point("2", "О чём: орган."), point("3", "орган"))
    everywhere = command("replace_words", (), old=("орган", "органом"), new=("служба", "службой"), everywhere=True)
    lines = changed(base, everywhere, (command("replace", to(("paragraph", "3"))), [point("3", "Старый орган.")]))
    assert lines == ("1. Служба, службой.", "2. О чём: служба.", "3. Старый орган.")


def test_words_in_the_heading_are_those_of_the_heading() -> None:
    base = act(unit("article", "Статья 1.", "", line("О праве."), heading="О праве"))
    item = command("replace_words", to(("article", "1"), ("heading", None)), old=("праве",), new=("долге",))
    assert changed(base, item) == ("Статья 1. О долге", "О праве.")


def test_words_in_the_title_of_the_act() -> None:
    base = act(point("1", "Один."))
    item = command("replace_words", to(("title", None)), old=("которого нет",), new=("которого не было",))
    result = consolidate(base, [amending(item)])
    assert result.report.proofs.hold, result.report.findings
    assert "".join(map(str, next(result.act.root.iter(q("docTitle"))).itertext())).endswith("которого не было")


def test_words_that_number_the_only_line_make_it_an_article() -> None:
    base = act(line("Утвердить, что утвердить следует."))
    item = command("replace_words", (), old=("Утвердить",), new=("Статья 1. Утвердить",))
    result = consolidate(base, [amending(item)])
    assert result.report.proofs.hold, result.report.findings
    assert text(result.act) == ("Статья 1. Утвердить, что утвердить следует.",)
    made = next(result.act.root.iter(q("article")))
    assert (made.get("eId"), made.get("wId")) == ("art_1", "al_1")


def test_overlapping_words_of_two_commands_are_refused() -> None:
    base = act(point("1", "один два три"))
    one = command("replace_words", to(("paragraph", "1")), old=("один два",), new=("А",))
    two = command("replace_words", to(("paragraph", "1")), old=("два три",), new=("Б",))
    result = consolidate(base, [amending(one, two)])
    assert [found.outcome for found in result.report.commands] == ["refused", "refused"]
    assert text(result.act) == text(base)


def test_words_that_were_put_in_already_are_not_put_in_again() -> None:
    base = act(point("1", "один и два три"))
    item = command("insert_words", to(("paragraph", "1")), old=("один",), new=("и два",), position="after")
    result = consolidate(base, [amending(item)])
    assert result.report.commands[0].outcome == "already"
    assert text(result.act) == text(base)
