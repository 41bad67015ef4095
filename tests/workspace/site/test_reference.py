"""The reference is made from the code: no code of a finding, no command and no number is missing or out of date."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent.parent
PACKAGE = ROOT / "src" / "lexkz"
_CODE = re.compile(r'"((?:read|structure|amend|consolidate|check|akn|workspace)\.[a-z]+(?:_[a-z]+)*)"')


def _extension(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "_ext" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_every_code_of_a_finding_in_the_code_is_in_the_reference() -> None:
    listed = {code.name for code in _extension("finding_codes").collect(PACKAGE)}
    written = {
        (found, path.relative_to(PACKAGE).as_posix())
        for path in PACKAGE.rglob("*.py")
        for found in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    # The docstring of rulings shows how a file of them looks, with a code of its own.
    written.discard(("amend.annex_mismatch", "consolidate/rulings.py"))
    assert {(code, path) for code, path in written if code not in listed} == set()
    assert len(listed) > 150


def test_every_code_that_the_corpus_raises_is_in_the_reference() -> None:
    listed = {code.name for code in _extension("finding_codes").collect(PACKAGE)}
    reports = sorted((ROOT / "consolidated").rglob("*.report.json"))
    assert reports
    for path in reports:
        assert {finding["code"] for finding in json.loads(path.read_bytes())["findings"]} <= listed


def test_every_code_has_its_sentence_in_three_languages() -> None:
    for code in _extension("finding_codes").collect(PACKAGE):
        assert code.kaz != code.rus != code.eng != code.kaz, code
        assert code.severity in {"error", "warning", "info"}


def test_the_numbers_of_the_stems_are_those_of_today() -> None:
    kept = json.loads((ROOT / "docs" / "reference" / "measured.json").read_text(encoding="utf-8"))
    assert kept["stems"] == list(_extension("measure").stems())
    assert all(set(row) == {"work", "ratio", "held against", "limit"} for row in kept["speed"])
