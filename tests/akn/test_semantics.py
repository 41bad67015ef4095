"""Each rule of the semantic checks is broken in turn, and what is found is that and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn import canonical, schema, semantics
from lexkz.akn.namespace import LEXKZ, NAMESPACES, E, q

Act = Callable[[str], etree._Element]
Break = Callable[[etree._Element], None]

EXAMPLES = Path(__file__).parents[3] / "shared" / "akn-examples"


def one(root: etree._Element, path: str) -> etree._Element:
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    element = found[0]
    assert isinstance(element, etree._Element)
    return element


def setting(path: str, name: str, value: str) -> Break:
    def change(root: etree._Element) -> None:
        one(root, path).set(name, value)

    return change


def unsetting(path: str, name: str) -> Break:
    def change(root: etree._Element) -> None:
        del one(root, path).attrib[name]

    return change


def removing(path: str) -> Break:
    def change(root: etree._Element) -> None:
        element = one(root, path)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def writing(path: str, text: str) -> Break:
    def change(root: etree._Element) -> None:
        one(root, path).text = text

    return change


def unit_in_removed(root: etree._Element) -> None:
    unit = one(root, "//akn:article[@status='removed']")
    del unit[1:]
    unit.append(E.paragraph(E.num("1."), E.content(E.p("Осталось.")), eId="art_2-1__para_1"))


def both_ends(root: etree._Element) -> None:
    interval = one(root, "//akn:timeInterval")
    interval.set("start", "#eventRef_2")
    interval.set("end", "#eventRef_1")


def mod_of_nothing(root: etree._Element) -> None:
    one(root, "//akn:paragraph[@eId='para_2']/akn:content/akn:p").append(
        E.mod("3-тармақ алып тасталсын.", eId="para_2__mod_1")
    )


def effect_of_a_paragraph(root: etree._Element) -> None:
    changes = one(root, "//akn:activeModifications")
    changes.append(
        E.textualMod(
            E.source(href="#para_2"), E.destination(href="/akn/kz/act/x/2020/1#para_1"), eId="t_9", type="repeal"
        )
    )


def original_gone(root: etree._Element) -> None:
    removing("//akn:original")(root)
    for event in root.iter(q("eventRef")):
        event.set("source", "#lexkz")


def other_work(root: etree._Element) -> None:
    for name in ("FRBRthis", "FRBRuri"):
        element = one(root, f"//akn:FRBRWork/akn:{name}")
        element.set("value", element.get("value", "").replace("12-3", "12-4"))


def same_component(root: etree._Element) -> None:
    element = one(root, "//akn:attachment//akn:FRBRExpression/akn:FRBRthis")
    element.set("value", element.get("value", "").replace("annex_1", "main"))


BROKEN: list[tuple[str, str, Break]] = [
    ("akn.eid_duplicate", "amending", setting("//akn:attachment//akn:td/akn:p", "eId", "para_1")),
    ("akn.eid_missing", "amending", unsetting("//akn:paragraph[@eId='para_2']", "eId")),
    ("akn.eid_prefix", "amending", setting("//akn:paragraph[@eId='att_1__para_1']", "eId", "para_8__para_1")),
    ("akn.eid_prefix", "amending", setting("//akn:tr[@eId='att_1__table_1__row_1']", "eId", "row_1")),
    ("akn.eid_prefix", "amending", setting("//akn:paragraph[@eId='para_2']", "eId", "att_1__para_2")),
    ("akn.eid_prefix", "amending", setting("//akn:quotedStructure//akn:subparagraph", "eId", "subpara_1")),
    ("akn.num_mismatch", "amending", writing("//akn:paragraph[@eId='para_2']/akn:num", "3.")),
    ("akn.num_mismatch", "amending", writing("//akn:paragraph[@eId='para_2']/akn:num", "2-1.")),
    ("akn.num_mismatch", "amending", writing("//akn:chapter/akn:num", "II тарау.")),
    ("akn.num_mismatch", "consolidated", writing("//akn:article[@status]/akn:num", "Статья 2.")),
    ("akn.num_mismatch", "consolidated", writing("//akn:subparagraph[2]/akn:num", "б)")),
    ("akn.href_dangling", "amending", setting("//akn:new", "href", "#para_1__al_3__mod_1__qstr_1")),
    ("akn.href_dangling", "amending", setting("//akn:FRBRManifestation/akn:FRBRauthor", "href", "#nobody")),
    ("akn.href_dangling", "amending", setting("//akn:eventRef", "source", "#ro2")),
    ("akn.href_dangling", "amending", removing("//akn:TLCConcept[@eId='entryIntoForce']")),
    ("akn.href_dangling", "amending", setting("//lexkz:place", "href", "#para_9")),
    ("akn.for_dangling", "amending", setting("//akn:quotedStructure", "for", "#para_1__al_9__ref_1")),
    ("akn.period_dangling", "consolidated", setting("//akn:paragraph", "period", "#tg_9")),
    ("akn.period_dangling", "consolidated", setting("//akn:paragraph", "period", "#eventRef_1")),
    ("akn.period_dangling", "amending", setting("//akn:force", "period", "#tg_9")),
    ("akn.interval_dangling", "consolidated", setting("//akn:timeInterval", "start", "#eventRef_9")),
    ("akn.interval_dangling", "consolidated", setting("//akn:timeInterval", "end", "#ro1")),
    ("akn.interval_reversed", "amending", both_ends),
    ("akn.note_missing", "consolidated", setting("//akn:noteRef", "href", "#ro1")),
    ("akn.note_unused", "consolidated", removing("//akn:noteRef")),
    ("akn.mod_without_effect", "amending", removing("//akn:textualMod[2]")),
    ("akn.mod_without_effect", "amending", mod_of_nothing),
    ("akn.new_missing", "amending", removing("//akn:textualMod[@type='substitution']/akn:new")),
    ("akn.new_missing", "amending", removing("//akn:textualMod[@type='insertion']/akn:new")),
    ("akn.previous_missing", "consolidated", removing("//akn:previous")),
    ("akn.destination_missing", "consolidated", setting("//akn:destination", "href", "#art_1__para_6")),
    ("akn.destination_missing", "consolidated", setting("//akn:destination", "upTo", "#art_1__para_6")),
    ("akn.removed_with_units", "consolidated", unit_in_removed),
    ("akn.outline_unmarked", "consolidated", removing("//lexkz:outline")),
    ("akn.outline_complete", "consolidated", removing("//akn:omissis")),
    ("akn.lifecycle_missing", "consolidated", removing("//akn:eventRef[@type='generation']")),
    ("akn.frbr_this", "amending", setting("//akn:FRBRWork/akn:FRBRthis", "value", "/akn/kz/act/order/test/!main")),
    ("akn.frbr_date", "amending", setting("//akn:FRBRWork/akn:FRBRdate", "date", "2024-02-02")),
    ("akn.frbr_date", "consolidated", setting("//akn:FRBRExpression/akn:FRBRdate", "date", "2020-01-01")),
    ("akn.frbr_expression", "amending", setting("//akn:FRBRlanguage", "language", "rus")),
    ("akn.effect_without_mod", "amending", effect_of_a_paragraph),
    ("akn.original_missing", "consolidated", original_gone),
    ("akn.frbr_expression", "amending", other_work),
    ("akn.frbr_component", "amending", same_component),
]


@pytest.mark.parametrize("name", ["amending", "consolidated"])
def test_a_sound_file_has_no_finding(act: Act, name: str) -> None:
    assert semantics.errors(act(name)) == ()
    assert schema.errors(act(name)) == ()


@pytest.mark.parametrize(("code", "name", "change"), BROKEN, ids=[f"{n}-{row[0]}" for n, row in enumerate(BROKEN)])
def test_a_broken_rule_is_found_and_nothing_else_is(act: Act, code: str, name: str, change: Break) -> None:
    root = act(name)
    change(root)
    assert {finding.code for finding in semantics.errors(root)} == {code}


def test_what_ends_on_the_day_on_which_it_begins_is_not_turned_round(act: Act) -> None:
    root = act("amending")
    interval = one(root, "//akn:timeInterval")
    interval.set("start", "#eventRef_1")
    interval.set("end", "#eventRef_1")
    assert semantics.errors(root) == ()


def test_every_rule_is_broken_by_some_test() -> None:
    assert {code for code, _, _ in BROKEN} == set(semantics.RULES)


@pytest.mark.parametrize(("code", "name", "change"), BROKEN, ids=[f"{n}-{row[0]}" for n, row in enumerate(BROKEN)])
def test_what_the_rules_catch_the_xsd_does_not_see(act: Act, code: str, name: str, change: Break) -> None:
    root = act(name)
    change(root)
    if code != "akn.eid_duplicate":
        assert schema.errors(root) == ()


@pytest.mark.parametrize(("code", "name", "change"), BROKEN, ids=[f"{n}-{row[0]}" for n, row in enumerate(BROKEN)])
def test_a_finding_speaks_three_languages_and_says_where(act: Act, code: str, name: str, change: Break) -> None:
    root = act(name)
    change(root)
    for finding in (finding for finding in semantics.errors(root) if finding.code == code):
        message = finding.message
        assert len({message.kaz, message.rus, message.eng}) == 3
        assert all(text.endswith(".") for text in (message.kaz, message.rus, message.eng))
        assert finding.place.line is not None or finding.place.eid is not None


def test_a_duplicate_is_found_across_attachments_and_in_our_own_records(act: Act) -> None:
    root = act("amending")
    one(root, "//akn:attachment//akn:paragraph").set("eId", "att_1")
    one(root, "//akn:proprietary").append(etree.Element(f"{{{LEXKZ}}}place", eId="para_2"))
    duplicates = [finding for finding in semantics.errors(root) if finding.code == "akn.eid_duplicate"]
    assert [finding.place.eid for finding in duplicates] == ["para_2", "att_1"]


def test_a_dangling_link_names_what_it_could_have_meant(act: Act) -> None:
    root = act("amending")
    one(root, "//akn:new").set("href", "#para_7__al_2__mod_1__qstr_1")
    (finding,) = semantics.errors(root)
    assert "para_1__al_2__mod_1__qstr_1" in finding.candidates


def test_a_mod_in_quoted_text_is_no_command_of_this_act(act: Act) -> None:
    root = act("amending")
    quoted = one(root, "//akn:quotedStructure/akn:paragraph//akn:subparagraph/akn:content/akn:p")
    quoted.append(E.mod("2-тармақ алып тасталсын", eId="para_1__al_2__mod_1__qstr_1__para_5__subpara_1__mod_1"))
    assert semantics.errors(root) == ()


def test_numbers_in_words_and_superscripts_are_not_misjudged(act: Act) -> None:
    root = act("consolidated")
    one(root, "//akn:article[@status]/akn:num").text = "Статья 2¹."
    one(root, "//akn:chapter/akn:num").text = "Глава первая."
    assert semantics.errors(root) == ()


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the examples are not part of the repository")
@pytest.mark.parametrize("name", ["amending", "consolidated"])
def test_the_examples_of_the_form_are_sound(name: str) -> None:
    root = canonical.parse((EXAMPLES / f"{name}.xml").read_bytes())
    assert semantics.errors(root) == ()
    assert schema.errors(root) == ()
