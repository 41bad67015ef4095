"""The real order of the corpus, from its text to its tree."""

from functools import cache
from pathlib import Path

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import LEXKZ, q
from lexkz.akn.schema import errors
from lexkz.reading.blocks import Source
from lexkz.reading.source import read_source
from lexkz.structure import Act, build, load

from .acts import assert_nothing_is_lost

TEXT = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"


@cache
def order() -> tuple[Source, Act]:
    source = read_source(TEXT)
    return source, build(source)


def root() -> etree._Element:
    return order()[1].root


def test_the_order_is_valid_against_the_xsd() -> None:
    assert errors(root()) == ()


def test_every_visible_character_of_the_order_stands_once_in_its_xml() -> None:
    assert_nothing_is_lost(*order())


def test_title_requisites_and_formula_are_recognised() -> None:
    identity = meta.read_identity(root())
    assert (identity.type, identity.author, identity.date, identity.number) == ("order", "enbek", "2024-09-30", "391")
    registration = meta.registration(meta.of(root()))
    assert registration == meta.Registration("35172", "2024-09-30")
    formula = root().find(f".//{q('preamble')}/{q('formula')}")
    assert formula is not None
    assert formula[0].text == "БҰЙЫРАМЫН:"


def test_the_order_has_five_points_and_point_three_has_three_subpoints() -> None:
    body = root().find(f".//{q('body')}")
    assert body is not None
    assert [unit.get("eId") for unit in body] == [f"para_{number}" for number in range(1, 6)]
    assert [unit.findtext(q("num")) for unit in body[2].iter(q("subparagraph"))] == ["1)", "2)", "3)"]


def test_each_quoted_block_has_both_quotes_and_its_instruction() -> None:
    blocks = list(root().iter(q("quotedStructure")))
    assert len(blocks) == 21
    assert {(block.get("startQuote"), block.get("endQuote")) for block in blocks} == {('"', '"')}
    mods = [block.getparent() for block in blocks]
    assert all(
        mod is not None and (mod.text or "").endswith("жазылсын:" if "толық" not in (mod.text or "") else ":")
        for mod in mods
    )


def test_quoted_content_is_read_into_its_units() -> None:
    numbers = [
        [unit.get("eId", "").rpartition("__")[2] for unit in block if unit.get("eId")]
        for block in root().iter(q("quotedStructure"))
    ]
    assert ["para_29"] in numbers
    assert ["para_6", "para_7"] in numbers
    assert ["subpara_3"] in numbers
    assert ["al_1"] in numbers
    rows = [row.get("eId", "").rpartition("__")[2] for row in root().iter(q("tr")) if "qstr" in row.get("eId", "")]
    assert rows == ["row_18", "row_6-1", "row_6-2", "row_9", "row_10", "row_12"]


def test_the_order_has_five_annexes_with_their_corner_marks_and_titles() -> None:
    annexes = root().findall(f".//{q('attachments')}/{q('attachment')}")
    assert [annex.get("eId") for annex in annexes] == [f"att_{number}" for number in range(1, 6)]
    assert [annex[0].get("name") for annex in annexes] == ["annex", "form", "form", "form", "annex"]
    marks = [annex.find(f".//{q('container')}") for annex in annexes]
    assert all(mark is not None and mark[-1].text and mark[-1].text.endswith("қосымша") for mark in marks)
    assert [annex.findtext(f".//{q('docTitle')}") for annex in annexes] == [
        "Уақытша болу ұйымдарындағы персоналдың ең төмен штат нормативтері",
        "Оңалту туралы үлгілік шарт",
        "Оңалту туралы үлгілік шарт",
        "ӨТІНІШ",
        "Арнаулы әлеуметтік қызметтер көрсету туралы үлгілік шарт",
    ]


def test_points_of_forms_are_units_and_their_signatures_are_lines() -> None:
    eids = {element.get("eId") for element in root().iter() if element.get("eId")}
    assert {"att_3__para_2-1", "att_3__para_2-1__subpara_3", "att_3__para_4__al_2"} <= eids
    last = root().findall(f".//{q('mainBody')}")[2][-1]
    assert (last.tag, last.get("name")) == (q("block"), "note")


def test_signature_and_approvals_are_conclusions() -> None:
    conclusions = root().find(f".//{q('conclusions')}")
    assert conclusions is not None
    lines = ["".join(map(str, line.itertext())) for line in conclusions]
    assert lines[0].startswith("Қазақстан Республикасы")
    assert "С. Жакупова" in lines
    assert lines.count('"КЕЛІСІЛДІ"') == 4


def test_each_addressable_unit_leads_to_its_place() -> None:
    places = meta.places(meta.of(root()))
    for name in ("paragraph", "subparagraph", "alinea", "attachment", "table", "tr"):
        for unit in root().iter(q(name)):
            assert places[unit.get("eId", "")].page is not None, unit.get("eId")


def test_repairs_and_furniture_are_recorded() -> None:
    own = meta.of(root())
    source, _ = order()
    assert len(meta.repairs(own)) == sum(len(block.repairs) for block in source.blocks)
    assert [record.kind for record in meta.furniture(own)] == [piece.kind for piece in source.furniture]
    assert root().find(f".//{{{LEXKZ}}}repair") is not None


def test_loading_the_same_file_gives_the_same_act() -> None:
    assert meta.read_identity(load(TEXT).root).number == "391"
