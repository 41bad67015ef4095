"""Metadata is valid whatever the order of calls, and what was written is read back."""

from collections.abc import Callable
from itertools import permutations
from random import Random

import pytest
from lxml import etree

from lexkz.akn import meta, schema, semantics
from lexkz.akn.namespace import E, local
from lexkz.findings import FindingPlace

IDENTITY = meta.Identity(
    lang="kaz",
    type="order",
    author="test",
    date="2024-02-01",
    number="12/3",
    title="Сынақ бұйрық",
    expression_date="2024-02-20",
    expression_kind="Consolidation",
    author_name="Сынақ министрі",
)


def document(head: etree._Element) -> etree._Element:
    body = E.body(E.paragraph(E.num("1."), E.content(E.p("Мәтін.", meta.note_ref("note_1"))), eId="para_1"))
    return E.akomaNtoso(E.act(head, body, name="order", contains="singleVersion"))


def _publish(head: etree._Element) -> None:
    meta.publication(head, name="Сынақ", show_as="Сынақ", date="2024-02-10")


def _amend(head: etree._Element) -> None:
    source = meta.act_reference(head, "passiveRef", "/akn/kz/act/order/2024-02-10/7", "№ 7")
    event = meta.event(head, date="2024-02-20", type="amendment", source=f"#{source}")
    group = meta.temporal_group(head, start=event)
    change = meta.TextualMod(
        "substitution",
        ("/akn/kz/act/order/2024-02-10/7/!main#para_1__mod_1",),
        (meta.Destination("#para_1"),),
        f"#{group}",
        f"{IDENTITY.work}/kaz@2024-02-01/!main#para_1",
    )
    meta.textual_mod(head, "passive", change)


def _refer(head: etree._Element) -> None:
    meta.act_reference(head, "activeRef", "/akn/kz/act/order/2020-01-01/5", "№ 5")


def _note(head: etree._Element) -> None:
    meta.note(head, ["Ескерту.", "Екінші абзац."])


def _record(head: etree._Element) -> None:
    meta.record_place(head, "para_1", 2, 40)
    meta.record_repair(head, meta.RepairRecord("para_1", "displaced", "2-тармақтың", 40))
    meta.record_furniture(head, meta.FurnitureRecord("footer", "© 2012", 3))
    meta.record_registration(head, meta.Registration("35172", "2024-02-05"))


STEPS: tuple[Callable[[etree._Element], None], ...] = (_publish, _amend, _refer, _note, _record)


@pytest.mark.parametrize("steps", Random(1).sample(list(permutations(STEPS)), 20))
def test_sections_stand_in_the_order_of_the_xsd(steps: tuple[Callable[[etree._Element], None], ...]) -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    for step in steps:
        step(head)
    root = document(head)
    assert schema.errors(root) == ()
    assert semantics.errors(root) == ()
    assert [local(child) for child in head if local(child) in {"publication", "lifecycle", "notes"}] == [
        "publication",
        "lifecycle",
        "notes",
    ]


def test_an_identity_is_read_back() -> None:
    root = document(meta.main_meta(IDENTITY, show_as="№ 12/3"))
    assert meta.read_identity(root) == IDENTITY
    assert meta.read_identity(root[0]) == IDENTITY
    assert IDENTITY.expression == "/akn/kz/act/order/test/2024-02-01/12-3/kaz@2024-02-20"


def test_what_is_not_known_is_valid_and_read_back_as_unknown() -> None:
    head = meta.main_meta(meta.Identity("rus"), show_as="?")
    meta.note(head, ["Сноска."])
    root = document(head)
    assert schema.errors(root) == ()
    assert semantics.errors(root) == ()
    assert meta.read_identity(root) == meta.Identity("rus")
    assert [event.date for event in meta.events(head)] == [None]
    assert not meta.Identity("rus").known


def test_an_attached_document_names_its_component() -> None:
    annex = E.doc(meta.component_meta(IDENTITY, "annex_1"), E.mainBody(E.p("Мәтін")), name="annex")
    root = document(meta.main_meta(IDENTITY, show_as="№ 12/3"))
    meta.note(meta.of(root), ["Ескерту."])
    root[0].append(E.attachments(E.attachment(annex, eId="att_1")))
    assert schema.errors(root) == ()
    assert semantics.errors(root) == ()
    assert meta.of(annex) is annex[0]


def test_a_new_expression_gets_an_identification_of_its_own() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    later = meta.Identity("kaz", "order", "test", "2024-02-01", "12/3", expression_date="2025-01-01")
    meta.replace_identification(head, later)
    assert head[0].tag.endswith("identification")
    assert meta.read_identity(document(head)).expression_date == "2025-01-01"


def test_a_consolidated_text_is_made_by_lexkz_and_an_act_by_its_body() -> None:
    as_signed = meta.Identity("kaz", "order", "test", "2024-02-01", "12/3")
    for identity, author in ((IDENTITY, meta.OWN_SOURCE), (as_signed, "#test")):
        found = meta.identification(identity)
        made = [each.get("href") for each in found.iter() if local(each) == "FRBRauthor"]
        assert made == ["#test", author, meta.OWN_SOURCE]


def test_references_to_acts_stand_in_their_order() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    for work in ("/p", "/q"):
        meta.act_reference(head, "passiveRef", work, work)
        meta.act_reference(head, "activeRef", f"{work}/a", work)
    kinds = [local(each) for each in head.iter() if local(each).endswith("Ref") or local(each) == "original"]
    assert [kind for kind in kinds if kind in ("original", "activeRef", "passiveRef")] == [
        "original", "activeRef", "activeRef", "passiveRef", "passiveRef",
    ]  # fmt: skip


def test_asking_again_adds_nothing() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    first = [meta.event(head, date="2024-02-20", type="amendment", source="#ro1") for _ in range(2)]
    groups = [meta.temporal_group(head, start=first[0]) for _ in range(2)]
    references = [meta.act_reference(head, "activeRef", "/a", "a") for _ in range(2)]
    assert (first, groups, references) == (["eventRef_2"] * 2, ["tg_1"] * 2, ["ar1"] * 2)
    assert meta.act_reference(head, "activeRef", "/b", "b") == "ar2"
    meta.mark_outline(head)
    meta.mark_outline(head)
    meta.record_registration(head, meta.Registration("1"))
    meta.record_registration(head, meta.Registration("2"))
    assert [local(record) for record in meta.ensure(head, "proprietary")] == ["outline", "registration"]


def test_an_eid_of_a_reference_names_one_thing() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    with pytest.raises(ValueError, match="already names"):
        meta.reference(head, "TLCOrganization", "test", "/akn/ontology/organization/kz/other", "Other")


def test_changes_are_read_back_on_their_side() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    active = meta.TextualMod(
        "insertion", ("#para_1__mod_1",), (meta.Destination("/a#para_1", "after", "/a#para_3"),), new=("#q_1", "#q_2")
    )
    passive = meta.TextualMod("repeal", ("/b#mod_1",), (meta.Destination("#para_1"),), "#tg_1", "/c#para_1", ("/c#x",))
    assert meta.textual_mod(head, "passive", passive) == "textualMod_1"
    assert meta.textual_mod(head, "active", active) == "textualMod_2"
    (read_active,) = meta.textual_mods(head, "active")
    (read_passive,) = meta.textual_mods(head, "passive")
    assert (read_active.new, read_active.destinations) == (active.new, active.destinations)
    assert (read_passive.previous, read_passive.old, read_passive.period) == ("/c#para_1", ("/c#x",), "#tg_1")


def test_records_are_read_back() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    assert meta.registration(head) is None
    assert not meta.is_outline(head)
    _record(head)
    meta.mark_outline(head)
    assert meta.places(head) == {"para_1": FindingPlace(page=2, line=40, eid="para_1")}
    assert meta.repairs(head) == (meta.RepairRecord("para_1", "displaced", "2-тармақтың", 40),)
    assert meta.furniture(head) == (meta.FurnitureRecord("footer", "© 2012", 3),)
    assert meta.registration(head) == meta.Registration("35172", "2024-02-05")
    assert meta.is_outline(head)


def test_where_a_unit_stands_on_its_page_is_read_back_and_a_broken_record_is_none() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    meta.record_place(head, "para_1", 2, 40, box=(1.0, 2.5, 30.0, 40.0))
    meta.record_place(head, "para_2", 2, 41)
    meta.record_place(head, "", 3, box=(1.0, 2.0, 3.0, 4.0))
    meta.record_place(head, "para_3", 3, box=(1.0, 2.0, 3.0, 4.0))
    next(found for found in head.iter() if found.get("href") == "#para_3").set("box", "1.0 2.0 3.0")
    assert meta.boxes(head) == {"para_1": (1.0, 2.5, 30.0, 40.0)}
    assert set(meta.places(head)) == {"para_1", "para_2", "para_3"}


def test_a_note_can_stand_at_a_unit_without_a_mark() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    meta.note(head, ["Ескерту."])
    assert meta.note(head, ["Екінші."], at="para_1") == "note_2"
    root = document(head)
    assert schema.errors(root) == ()
    assert semantics.errors(root) == ()


def test_an_unknown_publication_is_not_written() -> None:
    head = meta.main_meta(IDENTITY, show_as="№ 12/3")
    assert meta.publication(head, name="Сынақ", show_as="Сынақ", date=None) is None
    assert "publication" not in map(local, head)


def test_a_document_without_meta_is_said_to_have_none() -> None:
    with pytest.raises(ValueError, match="No meta"):
        meta.of(E.act(E.body()))
