"""Every example of the interface runs: those of its docstrings, and the README's."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import lexkz.api

ROOT = Path(__file__).parent.parent.parent
MODULES = ["lexkz.api", *(f"lexkz.api.{one.name}" for one in pkgutil.iter_modules(lexkz.api.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings_are_true(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_what_a_user_calls_first_has_an_example() -> None:
    for name in ("read", "read_text", "commands", "explain", "consolidate", "prove", "compare", "verify", "check"):
        assert ">>> " in (getattr(lexkz.api, name).__doc__ or ""), name
    for made in (lexkz.api.Act, lexkz.api.Unit, lexkz.api.Tables, lexkz.api.Forms, lexkz.api.Commands):
        assert ">>> " in (made.__doc__ or ""), made


def test_the_readme_has_an_example_in_python() -> None:
    # tests/workspace/test_readme.py runs it
    assert "import lexkz\n" in (ROOT / "README.md").read_text(encoding="utf-8").partition("```python\n")[2]
