"""The reference is made from the code: no code of a finding, no command and no number is missing or out of date."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from lexkz.findings import catalogue

ROOT = Path(__file__).parent.parent.parent.parent


def _extension(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "_ext" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_every_code_that_the_corpus_raises_is_in_the_reference() -> None:
    listed = {entry.code for entry in catalogue()}
    reports = sorted((ROOT / "consolidated").rglob("*.report.json"))
    assert reports
    for path in reports:
        assert {finding["code"] for finding in json.loads(path.read_bytes())["findings"]} <= listed


@pytest.mark.parametrize(("language", "lang"), [("kk", "kaz"), ("ru", "rus"), ("en", "eng")])
def test_the_page_of_findings_shows_each_entry_in_its_own_language(
    language: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = _extension("reference")
    env = SimpleNamespace(config=SimpleNamespace(language=language))
    monkeypatch.setattr(reference.Findings, "env", env, raising=False)
    shown = "\n".join(reference.Findings.lines(reference.Findings.__new__(reference.Findings)))
    for entry in catalogue():
        assert f"``{entry.code}``" in shown
        for told in (entry.message, entry.advice):
            assert reference._plain(getattr(told, lang)) in shown
            assert sum(reference._plain(text) in shown for text in (told.kaz, told.rus, told.eng)) == 1
        assert entry.example.text in shown.replace("\\", "")


def test_the_numbers_of_the_stems_are_those_of_today() -> None:
    kept = json.loads((ROOT / "docs" / "reference" / "measured.json").read_text(encoding="utf-8"))
    assert kept["stems"] == list(_extension("measure").stems())
    assert all(set(row) == {"work", "ratio", "held against", "limit"} for row in kept["speed"])
