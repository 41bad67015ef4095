"""Outlines hold what the amending act says of its base, gaps shown once each; consolidating them gives a true part."""

import re
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn import meta, schema, semantics
from lexkz.akn.canonical import serialise
from lexkz.akn.namespace import local, q
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import consolidate, outline
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.structure import Act, load
from tests.consolidation.acts import BASE, amending, command, line, point, sub, table, text, to

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"


@pytest.fixture(scope="module")
def order() -> tuple[Act, Reading]:
    return annotate(load(ORDER))


@pytest.fixture(scope="module", params=["230", "263"])
def base(request: pytest.FixtureRequest, order: tuple[Act, Reading]) -> Act:
    act, reading = order
    named = next(found.base for found in reading.commands if found.base.number == request.param)
    return outline(reading, named, act)


def shape(parent: etree._Element) -> list[str]:
    """The units below ``parent`` in order: last parts of their eIds, "…" for a gap."""
    out = []
    for child in parent:
        if is_gap(child):
            out.append("…")
        elif local(child) in ("intro", "content"):
            out.append("?" if child.find(f".//{q('omissis')}") is not None else "text")
        elif child.get("eId"):
            out.append(child.get("eId", "").rpartition("__")[2])
    return out


def made(*items: object) -> Act:
    act, reading = amending(*items)  # type: ignore[arg-type]
    result = outline(reading, BASE, act)
    assert schema.errors(result.root) == ()
    assert semantics.errors(result.root) == ()
    return result


def body(act: Act) -> etree._Element:
    return next(act.root.iter(q("body")))


def find(act: Act, eid: str) -> etree._Element:
    return next(found for found in act.root.iter(etree.Element) if found.get("eId") == eid)


def test_units_stand_in_the_order_of_their_numbers_with_a_gap_where_text_is_unknown() -> None:
    numbers = ["9", "8-10", "8", "8-9", "6", "7"]
    result = made(*(command("repeal", to(("paragraph", number))) for number in numbers))
    assert shape(body(result)) == ["…", "para_6", "para_7", "para_8", "…", "para_8-9", "para_8-10", "para_9", "…"]


def test_a_line_of_a_point_stands_after_its_unknown_beginning() -> None:
    result = made((command("replace", to(("paragraph", "18"), ("alinea", "9"))), [line("Новая.")]))
    assert shape(find(result, "para_18")) == ["?", "al_9", "…"]


def test_a_named_first_line_has_a_gap_of_its_own_after_it() -> None:
    result = made(
        (command("replace", to(("paragraph", "20"), ("alinea", "1"))), [point("20", "Так:")]),
        (command("replace", to(("paragraph", "20"), ("subparagraph", "7"))), [sub("7", "семь.")]),
    )
    assert shape(find(result, "para_20")) == ["?", "…", "subpara_7", "…"]


def test_of_a_new_unit_only_what_it_goes_into_is_there() -> None:
    result = made((command("insert", to(("paragraph", "5"), ("subparagraph", "2-1"))), [sub("2-1", "новый;")]))
    assert shape(body(result)) == ["…", "para_5", "…"]
    assert shape(find(result, "para_5")) == ["?"]


def test_a_table_has_the_rows_that_are_named() -> None:
    annex = to(("annex", "2"), ("table", None))
    item = (
        command("replace", (*annex, *to(("row", "9"))), (*annex, *to(("row", "10")))),
        [table(["9", "а"], ["10", "б"])],
    )
    assert shape(find(made(item), "att_2__table_1")) == ["…", "row_9", "row_10", "…"]


def test_a_new_row_splits_the_gap_that_it_stands_in() -> None:
    annex = to(("annex", "2"), ("table", None))
    items = (
        (command("replace", (*annex, *to(("row", "9")))), [table(["9", "а"])]),
        (
            command("insert", (*annex, *to(("row", "6-1"))), (*annex, *to(("row", "6-2")))),
            [table(["6-1", "в"], ["6-2", "г"])],
        ),
    )
    result = consolidate(made(*items), [amending(*items)])
    assert result.report.proofs.hold, result.report.findings
    assert shape(find(result.act, "att_2__table_1")) == ["…", "row_6-1", "row_6-2", "…", "row_9", "…"]
    assert schema.errors(result.act.root) + semantics.errors(result.act.root) == ()


def test_a_new_point_between_known_neighbours_closes_the_gap_it_fills() -> None:
    items = (
        command("repeal", to(("paragraph", "4"))),
        command("repeal", to(("paragraph", "6"))),
        (command("insert", to(("paragraph", "5"))), [point("5", "Пять.")]),
    )
    result = consolidate(made(*items), [amending(*items)])
    assert shape(body(result.act)) == ["…", "para_4", "para_5", "para_6", "…"]
    assert result.report.proofs.hold


def test_an_outline_says_what_it_is_and_what_the_act_is_called() -> None:
    result = made(command("repeal", to(("paragraph", "1"))))
    assert meta.is_outline(meta.of(result.root))
    identity = meta.read_identity(result.root)
    assert (identity.work, identity.title) == (BASE.iri, BASE.title)
    assert text(result) == ("1.",)


def test_the_outlines_of_the_order_are_valid_and_invent_nothing(base: Act, order: tuple[Act, Reading]) -> None:
    assert schema.errors(base.root) == ()
    assert semantics.errors(base.root) == ()
    kinds = {doc.get("name") for doc in base.root.iter(q("doc"))}
    assert kinds - {"annex"} in ({"rules"}, {"standard"})
    words = set(re.findall(r"\w+", " ".join(map(str, order[0].root.itertext())).lower()))
    for found in text(base):
        said = set(re.findall(r"[^\W\d_]+", found.lower()))
        stems = {word[:5] for word in words}
        assert all(word[:5] in stems for word in said), found


def test_what_the_order_says_stands_in_its_place(base: Act, order: tuple[Act, Reading]) -> None:
    result = consolidate(base, [order])
    assert result.report.proofs.hold, result.report.findings
    assert schema.errors(result.act.root) == ()
    assert semantics.errors(result.act.root) == ()
    refused = {found.command for found in result.report.commands if found.outcome == "refused"}
    named = {found.command for found in result.report.findings if found.severity == "error"}
    assert refused == named
    again = consolidate(result.act, [order])
    assert serialise(again.act.root) == serialise(result.act.root)
    assert {found.outcome for found in again.report.commands} <= {"already", "refused", "applied", "other_base"}
    for command_, outcome in zip(order[1].commands, result.report.commands, strict=True):
        if outcome.outcome == "applied":
            whole = "\n".join(text(result.act))
            for paragraph in command_.content:
                assert paragraph in whole or paragraph.partition(" ")[2] in whole
