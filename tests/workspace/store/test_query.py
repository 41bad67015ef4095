"""Whatever is typed is looked for, and nothing of it is read as the index's own syntax."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lexkz.reading import SourceError
from lexkz.workspace.store import DEFAULT, SlowQueryError, Store
from lexkz.workspace.store.connection import limited
from lexkz.workspace.store.query import read_query
from lexkz.workspace.store.snippet import snippet
from tests.breadth import examples
from tests.workspace.store.workspaces import ORDER_230

SYNTAX = ['"', "*", "NEAR", "NEAR(", "OR", "AND", "NOT", "(", ")", "{", "}", ":", "^", "+", "-", "own:", "'", ";", "--"]
PIECES = st.one_of(
    st.sampled_from(
        [*SYNTAX, "журнал", "уақытша", "31", "3-1", "😀", "\x00", "\ud800", "𞤀", "٣", "«", "»", "“", "%", "_"]
    ),
    st.text(max_size=6),
)


@pytest.mark.combined
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12), st.sampled_from([None, "kaz", "rus"]), st.booleans())
def test_no_query_is_an_error(store: Store, pieces: list[str], lang: str | None, parted: bool) -> None:
    found = store.search((" " if parted else "").join(pieces), lang=lang, limit=3)
    assert len(found.hits) <= 3


@pytest.mark.parametrize(
    "query",
    ["журнал " * 2000, "a" * 10_000, '"' * 10_000, '"журнал" ' * 500, "(" * 5_000, "* " * 5_000, "😀" * 5_000, "", " "],
    ids=["words", "one word", "quotes", "phrases", "brackets", "stars", "emoji", "nothing", "space"],
)
def test_a_very_long_query_is_cut_and_answered(store: Store, query: str) -> None:
    found = store.search(query)
    assert found.cut == (len(query) > 2_000)


@pytest.mark.parametrize(
    "query", ["реактивы OR банан", "реактивы NOT комиссией", "own : реактивы банан", "реакт* банан"]
)
def test_the_syntax_of_the_index_means_nothing(store: Store, query: str) -> None:
    assert not store.search(query).hits


def test_an_unclosed_quote_is_no_quote(store: Store) -> None:
    assert read_query('"журнал хранится', "rus").phrases == ()
    assert store.search('"журнал хранится').hits == store.search("журнал хранится").hits


def test_a_phrase_is_found_as_whole_words(store: Store) -> None:
    assert store.search('"хранится в архиве"').hits
    assert not store.search('"ранится в архи"').hits


def test_a_number_is_not_found_in_another(store: Store) -> None:
    assert not store.search("3517").hits
    assert store.search("35172").hits


def test_what_was_looked_for_is_marked_as_printed(store: Store) -> None:
    hit = store.search("мобильді патрульге").hits[0]
    assert [run.text for run in hit.snippet if run.hit] == ["Мобильді", "патруль"]
    assert "".join(run.text for run in hit.snippet).removesuffix(" …").removeprefix("… ") in (
        " ".join(store_text(store, hit.act, hit.lang, hit.eId).split())
    )


def store_text(store: Store, act: str, lang: str, eid: str) -> str:
    """The text of a unit."""
    unit = store.unit(act, lang, eid)
    return getattr(unit, "text", "")


@given(st.text(max_size=400), st.sets(st.sampled_from("абвгд")))
def test_a_snippet_is_a_part_of_the_text(text: str, wanted: set[str]) -> None:
    runs = snippet(text, lambda word: 0 if word in wanted else None)
    shown = "".join(run for run, _ in runs)
    plain = " ".join(text.split())
    assert shown == plain or shown.removeprefix("… ").removesuffix(" …") in plain


def test_search_looks_only_where_it_is_told(store: Store) -> None:
    by_iri = store.search("қызмет", act=ORDER_230, limit=100)
    assert {hit.act for hit in by_iri.hits} == {"V2300032875"}
    assert by_iri.hits == store.search("қызмет", act="V2300032875", limit=100).hits
    assert {hit.kind for hit in store.search("персонал", kind="row").hits} == {"row"}
    assert not store.search("реактивы", lang="kaz").hits


def test_pages_follow_each_other_without_gap_or_overlap(store: Store) -> None:
    whole = store.search("қызмет", limit=30)
    pages = [store.search("қызмет", limit=10, offset=offset) for offset in (0, 10, 20)]
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert all(page.more for page in pages)


def test_search_on_a_day_looks_in_the_texts_of_that_day(store: Store) -> None:
    for day, words in (("2020-05-01", "три года"), ("2021-12-31", "пять лет"), ("2023-01-01", "пять лет")):
        hits = store.search("журнал ведётся", at=day, act="V2000019900").hits
        assert [hit.eId for hit in hits] == ["para_2"]
        assert words in "".join(run.text for run in hits[0].snippet)
    assert not store.search("пять лет", at="2020-05-01", act="V2000019900").hits
    assert store.search("архив", at="2021-03-05", act="V2000019900").hits
    assert not store.search("архив", at="2021-03-04", act="V2000019900").hits


def test_a_day_before_the_first_text_is_told(store: Store) -> None:
    found = store.search("журнал", at="2019-01-01", lang="rus")
    assert (found.hits, found.before) == ((), 3)


@pytest.mark.parametrize("day", ["2024", "2024-13-01", "01.12.2024", "2024-12-01' OR 1", ""])
def test_what_is_no_day_is_refused(store: Store, day: str) -> None:
    with pytest.raises(SourceError, match="not a day"):
        store.search("журнал", at=day)


def test_a_query_that_takes_too_long_is_stopped(indexed: Path) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with Store.open(indexed / DEFAULT) as store:
        with pytest.raises(SlowQueryError, match="ask for less"), limited(store.connection, 0.1):
            store.connection.execute(endless)
        assert store.search("қызмет").hits, "the limit ends with its query"


def test_a_store_cannot_be_written(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.connection.execute("DELETE FROM units")


def test_a_unit_found_by_what_several_units_below_it_say_is_shown_with_their_words(store: Store) -> None:
    # «проб» stands in subparagraph 1), «реактивы» in 2): only the point that holds both has both.
    hit = store.search("пробы реактивы", lang="rus", limit=1).hits[0]
    assert hit.eId == "para_4"
    assert {run.text for run in hit.snippet if run.hit} == {"проб", "реактивов"}


@pytest.mark.parametrize("day", ["10.01.2020", "2020-01-10", "10.01.2020 приказ"])
def test_a_day_in_figures_finds_it_in_words(store: Store, day: str) -> None:
    hits = store.search(day, lang="rus").hits
    assert {(hit.act, hit.eId) for hit in hits} >= {("V2100022300", "para_1"), ("V2200027400", "para_1")}
    assert not store.search(day.replace("10.", "11.").replace("-10", "-11"), lang="rus").hits
