"""The schemas: generated, described in full, locked; and all that lexkz publishes as JSON follows them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from pydantic import Field

from lexkz.publication import schemas
from lexkz.publication.data import Data, Document
from lexkz.workspace.build import build
from lexkz.workspace.cli import main

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "docs" / "schema"
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"
BASE = ROOT / "xml" / "V2300032875" / "kaz.xml"
NEW = next((ROOT / "consolidated" / "V2300032875").glob("kaz@*.xml"))
COMMITTED = sorted(path for path in SCHEMAS.rglob("*.json") if path.name != schemas.LOCK)

RUSSIAN = """Тестовый приказ о внесении изменений
Приказ Министра тестов Республики Казахстан от 5 мая 2024 года № 7
1. Внести в приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3 "О тестовых правилах" следующие \
изменения:
пункт 2 изложить в следующей редакции:
"2. Срок – 5 дней.";
в пункте 3 слова "три дня" заменить словами "пять дней".
2. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого \
официального опубликования.
"""
BEFORE = """О тестовых правилах
Приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3
1. Правила устанавливают порядок.
2. Срок – 3 дня.
3. Ответ даётся в три дня.
"""


def _closed(schema: Any) -> Any:
    """The schema without room for fields that it does not name."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _closed(one) for key, one in schema.items()}
    return {**made, "additionalProperties": False} if "properties" in schema and "type" in schema else made


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    """Id of each committed schema to what holds documents against it, and finds fields without a name in it."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in COMMITTED]
    return {one["$id"]: Draft202012Validator(_closed(one)) for one in found}


def _follow(text: str, name: str, validators: dict[str, Draft202012Validator]) -> None:
    data = json.loads(text)
    assert data["schema"] == f"urn:lexkz:schema/{name}"
    assert not [error.message for error in validators[data["schema"]].iter_errors(data)]


def test_the_committed_schemas_are_those_of_the_models() -> None:
    for name, text in schemas.files(schemas.read_lock(SCHEMAS)):
        assert (SCHEMAS / name).read_text(encoding="utf-8") == text, "python -m lexkz.publication.schemas docs/schema"


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_schema_is_valid_and_has_its_version_for_a_name(path: Path) -> None:
    made = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(made)
    assert made["$id"] == f"urn:lexkz:schema/{path.parent.name}/{path.stem}"
    assert made["properties"]["schema"]["const"] == made["$id"]


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_field_is_described(path: Path) -> None:
    made = json.loads(path.read_text(encoding="utf-8"))
    models = [made, *made.get("$defs", {}).values()]
    assert all(model["description"].endswith((".", "`.")) for model in models)
    for model in models:
        for name, field in model.get("properties", {}).items():
            assert len(field.get("description", "")) > 8, name
            assert field["description"][-1] in ".…", name


def test_every_schema_that_was_published_is_locked() -> None:
    lock = schemas.read_lock(SCHEMAS)
    assert set(lock) == {f"{path.parent.name}/{path.stem}" for path in COMMITTED}
    for path in COMMITTED:
        made = json.loads(path.read_text(encoding="utf-8"))
        assert schemas.fields(made) == lock[f"{path.parent.name}/{path.stem}"]


class _Inner(Data):
    """Synthetic."""

    size: int = Field(description="Synthetic.")
    kind: str = Field(description="Synthetic.", json_schema_extra={"enum": ["a", "b"]})


class _Synthetic(Document):
    """Synthetic."""

    SCHEMA = "synthetic/1"

    inner: _Inner = Field(description="Synthetic.")
    note: str | None = Field(None, description="Synthetic.")


def _made(change: str) -> dict[str, Any]:
    """The schema of the synthetic document, changed."""
    made = schemas.schema(_Synthetic)
    inner = made["$defs"]["_Inner"]
    if change == "renamed":
        inner["properties"]["length"] = inner["properties"].pop("size")
    elif change == "another type":
        inner["properties"]["size"]["type"] = "string"
    elif change == "removed":
        del made["properties"]["note"]
    elif change == "left out at times":
        inner["required"].remove("size")
    elif change == "a name fewer":
        inner["properties"]["kind"]["enum"] = ["a"]
    elif change == "a new one that must be there":
        inner["properties"]["more"] = {"type": "string"}
        inner["required"].append("more")
    elif change == "a new one":
        inner["properties"]["more"] = {"type": "string"}
    elif change == "a name more":
        inner["properties"]["kind"]["enum"] = ["a", "b", "c"]
    elif change == "other words":
        inner["properties"]["size"]["description"] = "Synthetic, too."
    return made


@pytest.mark.parametrize(
    "change",
    ["renamed", "another type", "removed", "left out at times", "a name fewer", "a new one that must be there"],
)
def test_a_field_that_changes_under_the_same_version_is_refused(change: str) -> None:
    lock = schemas.locked({"synthetic/1": _made("")}, {})
    with pytest.raises(schemas.LockedError, match="raise the version"):
        schemas.locked({"synthetic/1": _made(change)}, lock)
    assert "synthetic/2" in schemas.locked({"synthetic/2": _made(change)}, lock)


@pytest.mark.parametrize("change", ["a new one", "a name more", "other words"])
def test_what_is_added_needs_no_new_version(change: str) -> None:
    lock = schemas.locked({"synthetic/1": _made("")}, {})
    assert schemas.locked({"synthetic/1": _made(change)}, lock)["synthetic/1"]["_Inner.size"] == '{"type":"integer"}'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All JSON that a build gives of the corpus and of synthetic Russian acts."""
    root = tmp_path_factory.mktemp("build")
    for name, text in (("TEST7", RUSSIAN), ("TEST3", BEFORE)):
        (root / "corpus" / name).mkdir(parents=True)
        (root / "corpus" / name / "rus.txt").write_text(text, encoding="utf-8")
    (root / "corpus" / "V2400035172").mkdir()
    for source in ORDER.parent.iterdir():
        (root / "corpus" / "V2400035172" / source.name).write_bytes(source.read_bytes())
    build(root)
    found = [path for top in ("published", "consolidated") for path in (root / top).rglob("*.json")]
    # What a build keeps for itself, its manifest and the like, is not published.
    return [path for path in found if not any(step.startswith(".") for step in path.relative_to(root).parts)]


def test_every_json_file_of_a_build_follows_its_schema(
    published: list[Path], validators: dict[str, Draft202012Validator]
) -> None:
    forms = {"commands.json": "commands/1", "report.json": "report/1"}
    seen = set()
    for path in published:
        name = next((form for ending, form in forms.items() if path.name.endswith(f".{ending}")), "act/1")
        _follow(path.read_text(encoding="utf-8"), name, validators)
        seen.add((name, path.name.startswith("rus")))
    assert seen == {(name, russian) for name in ("act/1", "commands/1", "report/1") for russian in (True, False)}


PRINTED: tuple[tuple[str, list[object]], ...] = (
    ("act/1", ["parse", ORDER, "--json"]),
    ("act/1", ["export", NEW, "--to", "json"]),
    ("commands/1", ["commands", ORDER, "--json"]),
    ("explanation/1", ["explain", ORDER, "cmd_5", "--json"]),
    ("report/1", ["consolidate", BASE, "--by", ORDER, "--json", "-o"]),
    ("proofs/1", ["prove", NEW, "--json"]),
    ("verification/1", ["verify", NEW, BASE, "--json"]),
    ("comparison/1", ["diff", BASE, NEW, "--json"]),
    ("tables/1", ["tables", ORDER, "--json"]),
    ("forms/1", ["forms", ORDER, "--json"]),
    ("validation/1", ["validate", NEW, BASE, "--json"]),
    ("check/1", ["check", ORDER, "--json"]),
)


@pytest.mark.parametrize(("name", "arguments"), PRINTED, ids=[str(one[1][0]) for one in PRINTED])
def test_what_a_command_prints_as_json_follows_its_schema(
    name: str, arguments: list[object], tmp_path: Path, validators: dict[str, Draft202012Validator]
) -> None:
    given = [*arguments, tmp_path / "new.xml"] if arguments[-1] == "-o" else arguments
    _follow(CliRunner().invoke(main, [str(one) for one in given]).stdout, name, validators)


def test_build_and_add_follow_their_schemas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, validators: dict[str, Draft202012Validator]
) -> None:
    (tmp_path / "corpus").mkdir()
    source = tmp_path / "order.txt"
    source.write_text(RUSSIAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    _follow(CliRunner().invoke(main, ["add", str(source), "--json"]).stdout, "added/1", validators)
    _follow(CliRunner().invoke(main, ["build", "--json"]).stdout, "build/1", validators)


@pytest.mark.parametrize("path", [ORDER, NEW], ids=lambda path: path.name)
def test_every_line_of_ndjson_follows_its_schema(path: Path, validators: dict[str, Draft202012Validator]) -> None:
    lines = CliRunner().invoke(main, ["export", str(path), "--to", "ndjson"]).stdout.splitlines()
    assert len(lines) > 100
    for line in lines:
        _follow(line, "unit/1", validators)


def test_a_document_can_be_read_back_by_its_model() -> None:
    from lexkz.publication.report_json import ProvedData

    text = '{"schema": "urn:lexkz:schema/proofs/1", "proofs": {"untouched": true, "once": true, "replay": true, '
    text += '"text_balance": true}, "findings": []}'
    assert json.loads(ProvedData.model_validate_json(text).json_text()) == json.loads(text)
