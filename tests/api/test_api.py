"""The interface does what the issue of the developers shows, on acts and on whatever stands for them."""

import dataclasses
import json
import pickle
from datetime import date, datetime
from pathlib import Path

import pytest

import lexkz
from lexkz.publication import export_text
from lexkz.structure import load

ROOT = Path(__file__).parent.parent.parent
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"
BASE = ROOT / "xml" / "V2300032875" / "kaz.xml"
RULES = """Тестовые правила проверок
Приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3
1. Правила устанавливают порядок.
2. Срок:
1) три дня;
2) пять дней.
"""
BY = """О внесении изменений в Тестовые правила проверок
Приказ Министра тестов Республики Казахстан от 5 мая 2024 года № 7
1. Внести в приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3 "Тестовые правила проверок" \
следующее изменение:
подпункт 1) пункта 2 изложить в следующей редакции:
"1) десять дней;".
2. Настоящий приказ вводится в действие со дня его первого официального опубликования.
"""


@pytest.fixture(scope="module")
def rules() -> lexkz.Act:
    """A synthetic base act."""
    return lexkz.read_text(RULES, lang="rus")


@pytest.fixture(scope="module")
def by() -> lexkz.Act:
    """A synthetic act that amends it."""
    return lexkz.read_text(BY)


def test_an_act_says_what_it_is(rules: lexkz.Act) -> None:
    assert (rules.title, rules.number, rules.date, rules.lang) == (
        "Тестовые правила проверок",
        "3",
        "2023-02-01",
        "rus",
    )
    assert rules.iri is not None
    assert rules.iri.endswith("/2023-02-01/3/rus@2023-02-01")
    assert rules.work == rules.iri.rpartition("/")[0]
    assert rules.outline is False


def test_units_are_a_tree_and_are_found_by_eid_and_iri(rules: lexkz.Act) -> None:
    unit = rules.unit("para_2")
    assert unit.text == "2. Срок:\n1) три дня;\n2) пять дней."
    assert unit.own_text == "2. Срок:"
    assert (unit.kind, unit.number, unit.heading, unit.parent) == ("paragraph", "2", None, None)
    assert [child.number for child in unit.children] == ["1", "2"]
    assert all(child.parent is not None and child.parent.eid == "para_2" for child in unit.children)
    assert unit.place.line == 4
    assert unit.iri is not None
    assert rules.unit(unit.iri).text == unit.text
    assert [one.eid for one in rules.units][-4:] == ["para_1", "para_2", "para_2__subpara_1", "para_2__subpara_2"]


def test_an_unknown_unit_is_told_with_what_is_near(rules: lexkz.Act) -> None:
    with pytest.raises(lexkz.UnknownUnitError, match=r"'para_22'.*near it are para_2"):
        rules.unit("para_22")
    with pytest.raises(LookupError):
        rules.unit("")


def test_what_is_derived_is_derived_once(rules: lexkz.Act) -> None:
    assert rules.units is rules.units
    assert rules.tables is rules.tables
    assert lexkz.commands(rules) is lexkz.commands(rules)


def test_nothing_can_be_changed(rules: lexkz.Act) -> None:
    for value, name in ((rules, "published"), (rules.unit("para_1"), "_entry"), (lexkz.check(rules), "items")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, None)
        assert not hasattr(value, "__dict__")


def test_amending_acts_can_be_given_in_any_form(rules: lexkz.Act, by: lexkz.Act, tmp_path: Path) -> None:
    path = tmp_path / "by.txt"
    path.write_text(BY, encoding="utf-8")
    new = lexkz.consolidate(rules, by=[by])
    assert new.unit("para_2__subpara_1").text == "1) десять дней;"
    assert new.proofs.hold
    assert rules.unit("para_2__subpara_1").text == "1) три дня;"
    for given in (by, path, str(path), [path], (by.tree,), lexkz.commands(by), [lexkz.commands(by)]):
        assert lexkz.consolidate(rules, by=given).to_akn() == new.to_akn()  # type: ignore[arg-type]


def test_days_come_from_the_call_or_else_from_the_card(rules: lexkz.Act, by: lexkz.Act, tmp_path: Path) -> None:
    assert lexkz.consolidate(rules, by=by).report.in_force.from_ is None
    day = date(2024, 5, 20)
    given = lexkz.consolidate(rules, by=by, published=day)
    assert given.report.in_force.from_ == day
    assert by.work is not None
    assert lexkz.consolidate(rules, by=by, published={by.work: day}).to_akn() == given.to_akn()
    (tmp_path / "rus.txt").write_text(BY, encoding="utf-8")
    (tmp_path / "act.toml").write_text("published = 2024-05-20\n", encoding="utf-8")
    assert lexkz.consolidate(rules, by=tmp_path / "rus.txt").to_akn() == given.to_akn()
    early = lexkz.consolidate(rules, by=by, published=day, at=date(2024, 5, 1))
    assert [outcome.outcome for outcome in early.report.commands] == ["not_yet"]


def test_rulings_are_given_as_values_or_as_a_file(tmp_path: Path) -> None:
    base, order = lexkz.read(ROOT / "xml" / "V2300032941" / "kaz.xml"), lexkz.read(ORDER)
    new = lexkz.consolidate(base, by=order)
    refused = [outcome.command for outcome in new.report.commands if outcome.outcome == "refused"]
    assert refused
    decided = new.rulings_stub()
    for name, value in (("decision", '"skip"'), ("reason", '"сынақ"'), ("name", '"Сынақ"'), ("date", "2026-01-15")):
        decided = decided.replace(f'\n{name} = ""', f"\n{name} = {value}")
    path = tmp_path / "rulings.toml"
    path.write_text(decided, encoding="utf-8")
    ruled = lexkz.consolidate(base, by=order, rulings=path)
    assert {one.outcome for one in ruled.report.commands if one.command in refused} == {"skipped"}
    values = lexkz.consolidate(base, by=order, rulings=lexkz.read_rulings(path))
    assert values.report_json() == ruled.report_json()
    with pytest.raises(lexkz.SourceError, match=r"nothing\.toml cannot be read"):
        lexkz.consolidate(base, by=order, rulings=tmp_path / "nothing.toml")


def test_a_consolidated_act_is_compared_verified_and_proved(rules: lexkz.Act, by: lexkz.Act) -> None:
    new = lexkz.consolidate(rules, by=by)
    found = lexkz.compare(rules, new)
    assert [(hunk.eid, hunk.kind) for hunk in found.hunks] == [("para_2__subpara_1", "changed")]
    assert "десять" in found.to_text()
    assert json.loads(found.to_json())["hunks"][0]["eId"] == "para_2__subpara_1"
    assert lexkz.verify(new, new).exact
    assert [unit.eid for unit in lexkz.verify(new, rules).differences] == ["para_2__subpara_1"]
    assert lexkz.prove(new, rules, by=by).proofs.hold
    assert not lexkz.prove(rules, rules, by=by).proofs.hold


def test_every_format_is_that_of_the_command_line() -> None:
    act = lexkz.read(BASE)
    assert act.to_text() == act.text == export_text(load(BASE))
    assert act.to_akn() == BASE.read_bytes()
    assert json.loads(act.to_json())["schema"] == "urn:lexkz:schema/act/1"
    assert act.to_html().startswith("<!doctype html>")
    assert act.to_docx()[:2] == b"PK"
    assert act.to_markdown().startswith("> ")
    assert len(act.to_ndjson().splitlines()) == len(act.units)


def test_a_form_is_filled_in_or_its_data_are_refused() -> None:
    act = lexkz.read(ORDER)
    form = act.forms.find("2")
    with pytest.raises(lexkz.FormDataError, match="nonsense") as refused:
        act.forms.fill(form, {"nonsense": 1})
    assert refused.value.problems[0].message.kaz
    with pytest.raises(LookupError, match="att_2, att_3"):
        act.forms.find("99")


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(lexkz.SourceError, match=r"^no\.txt does not exist"):
        lexkz.read(tmp_path / "no.txt")
    with pytest.raises(lexkz.SourceError):
        lexkz.read_text("")
    with pytest.raises(LookupError, match="cmd_99"):
        lexkz.explain(ORDER, "cmd_99")


def test_all_that_the_interface_gives_can_be_sent_to_another_process(rules: lexkz.Act) -> None:
    act = lexkz.read(ORDER)
    given = (act, act.tables, act.forms, act.unit("para_3"), lexkz.commands(act), lexkz.compare(rules, rules))
    tables, forms, unit = pickle.loads(pickle.dumps(given))[1:4]
    assert (tables.to_json(), forms.to_json()) == (act.tables.to_json(), act.forms.to_json())
    assert (unit.eid, unit.text, unit.children[0].parent) == ("para_3", act.unit("para_3").text, unit)


def test_a_day_that_is_no_date_and_an_unknown_language_are_refused(rules: lexkz.Act) -> None:
    by = lexkz.read_text(BY, lang="rus")
    with pytest.raises(TypeError, match=r"at is a datetime\.date or None, not '2024-01-01'"):
        lexkz.consolidate(rules, by=by, at="2024-01-01")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"published is a datetime\.date"):
        lexkz.consolidate(rules, by=by, published="2024-01-01")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no language 'eng' of acts"):
        lexkz.read(ORDER, lang="eng")  # type: ignore[arg-type]
    moment = lexkz.consolidate(rules, by=by, published=date(2024, 5, 6), at=datetime(2024, 5, 7, 12))
    assert moment.unit("para_2__subpara_1").text == "1) десять дней;"


def test_the_iri_of_a_unit_of_another_act_is_no_unit_of_this_one() -> None:
    act = lexkz.read(ORDER)
    assert act.unit("/akn/kz/act/order/enbek/2024-09-30/391/!main#para_3").eid == "para_3"
    assert act.unit("/akn/kz/act/order/enbek/2024-09-30/391/kaz@2024-09-30/!main~para_3").eid == "para_3"
    assert act.unit("https://example.org/akn/kz/act/order/enbek/2024-09-30/391/!main#para_3").eid == "para_3"
    with pytest.raises(lexkz.UnknownUnitError):
        act.unit("other#para_3")
    for other in (
        "/akn/kz/act/order/xx/2000-01-01/1/!main#para_3",
        "/akn/kz/act/order/enbek/2024-09-30/391/rus@2024-09-30/!main~para_3",
        "https://example.org/akn/kz/act/order/xx/2000-01-01/1/!main#para_3",
    ):
        with pytest.raises(lexkz.UnknownUnitError, match="no unit of this act"):
            act.unit(other)


def test_bytes_and_open_files_are_read_as_their_file_is(tmp_path: Path) -> None:
    alone = tmp_path / "order.txt"  # beside its card the file says more than its bytes
    alone.write_bytes(ORDER.read_bytes())
    act = lexkz.read(alone)
    assert lexkz.read(ORDER.read_bytes()).to_akn() == act.to_akn()
    with ORDER.open("rb") as file:
        assert lexkz.read(file).to_akn() == act.to_akn()
    with pytest.raises(lexkz.SourceError, match=r"^order\.md is empty"):
        lexkz.read(b"", name="folder/order.md")
    for name in ("..", "a\0b", "x" * 400 + ".txt", "folder/"):
        assert lexkz.read(ORDER.read_bytes(), name=name).to_akn() == act.to_akn()
    with ORDER.open(encoding="utf-8") as text, pytest.raises(TypeError, match="mode 'rb'"):
        lexkz.read(text)  # type: ignore[arg-type]


def test_wrong_arguments_have_the_errors_that_are_promised(rules: lexkz.Act, by: lexkz.Act) -> None:
    with pytest.raises(lexkz.SourceError, match="does not exist"):
        lexkz.read("a\0b")
    with pytest.raises(TypeError, match="eId or IRI"):
        rules.unit(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="no ruling"):
        lexkz.consolidate(rules, by, rulings=["x"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="no source"):
        lexkz.read(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="no text"):
        lexkz.read_text(b"x")  # type: ignore[arg-type]


def test_days_in_schemas_say_that_they_are_days() -> None:
    made = lexkz.schema("act")
    assert made["$defs"]["IdentityData"]["properties"]["date"]["anyOf"][0] == {"format": "date", "type": "string"}
    days = [one for one in lexkz.schema_names() if '"format": "date"' in json.dumps(lexkz.schema(one))]
    assert {"act/1", "changed/1", "report/1", "search/1", "unit/1"} <= set(days)


def test_each_hunk_names_a_unit_of_the_side_that_it_says() -> None:
    for order, lang in (("V2300032875", "kaz"), ("V2300032941", "kaz")):
        old = lexkz.read(ROOT / "xml" / order / f"{lang}.xml")
        new = lexkz.read(next((ROOT / "consolidated" / order).glob(f"{lang}@*.xml")))
        for hunk in lexkz.compare(old, new).hunks:
            assert hunk.unit is not None
            assert (new if hunk.side == "new" else old).unit(hunk.unit).eid == hunk.unit
            assert (hunk.new is None) == (hunk.side == "old")
