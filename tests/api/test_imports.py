"""What a user calls is there in any order of imports beside the packages; nothing heavy is imported early."""

import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import lexkz

ROOT = Path(__file__).parent.parent.parent
BASE = "xml/V2300032875/kaz.xml"
HEAVY = ("lxml", "pydantic", "lark", "click", "rich", "lexkz.api", "lexkz.reading")


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_lexkz_imports_nothing_else() -> None:
    assert (
        json.loads(_python(f"import lexkz, sys, json; print(json.dumps([n for n in {HEAVY} if n in sys.modules]))"))
        == []
    )


def test_the_interface_imports_no_grammars_and_no_formats() -> None:
    heavy = ("pydantic", "lark", "lexkz.consolidation", "lexkz.publication", "docx", "pdfplumber", "rich", "click")
    code = f"import lexkz.api, sys, json; print(json.dumps([n for n in {heavy} if n in sys.modules]))"
    assert json.loads(_python(code)) == []


@pytest.mark.parametrize(
    "imports",
    [
        "import lexkz",
        "import lexkz.reading; import lexkz",
        "from lexkz.reading import SourceError; import lexkz.consolidation, lexkz.comparison, lexkz.checks, lexkz",
        "import lexkz.workspace.cli.reading; import lexkz",
        "import lexkz; lexkz.commands; lexkz.SourceError; import lexkz.reading.source",
        "import importlib, lexkz; importlib.import_module('lexkz.comparison.diff')",
    ],
)
def test_a_verb_is_a_function_and_a_noun_a_package_in_any_order_of_imports(imports: str) -> None:
    code = f"""{imports}
import types
base = lexkz.read({BASE!r})
assert lexkz.compare(base, base).hunks == ()
assert lexkz.consolidate(base, by=[]).proofs.hold
import lexkz.reading, lexkz.consolidation, lexkz.comparison, lexkz.checks
for verb in (lexkz.read, lexkz.consolidate, lexkz.compare, lexkz.check):
    assert type(verb) is types.FunctionType
for noun in (lexkz, lexkz.reading, lexkz.consolidation, lexkz.comparison, lexkz.checks):
    assert type(noun) is types.ModuleType
from lexkz import read
assert read is lexkz.read and lexkz.reading.SourceError is lexkz.SourceError
print(read({BASE!r}).number)
"""
    assert _python(code) == "230\n"


def test_the_interface_is_all_there_and_nothing_but_it() -> None:
    for name in lexkz.__all__:
        assert getattr(lexkz, name) is not None
    assert set(lexkz.__all__) <= set(dir(lexkz))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = lexkz.nonsense  # type: ignore[attr-defined]


def test_verbs_and_acts_go_to_other_processes_and_come_back() -> None:
    paths = [str(ROOT / "xml" / name / "kaz.xml") for name in ("V2300032875", "V2400035172")]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        here = [lexkz.read(path) for path in paths]
        assert [act.to_akn() for act in pool.map(lexkz.read, paths)] == [act.to_akn() for act in here]
        made = pool.submit(lexkz.consolidate, here[0], by=[here[1]]).result()
    assert made.proofs.hold
    assert made.to_akn() == lexkz.consolidate(here[0], by=[here[1]]).to_akn()


def test_type_checkers_see_typed_functions(tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api", reason="mypy comes with the extra lint")
    typed = tmp_path / "typed_example.py"
    typed.write_text(
        """import datetime

import lexkz
import lexkz.reading as package
from lexkz import SourceError
from lexkz.reading import read_source

act = lexkz.read("order.pdf")
reveal_type(act)
reveal_type(lexkz.commands(act)[0].action)
new = lexkz.consolidate("base.docx", by=[act], at=datetime.date(2024, 12, 1))
reveal_type(new.report.commands)
reveal_type(lexkz.compare("base.docx", new).hunks[0].eid)
reveal_type(act.unit("para_29").text)
reveal_type(lexkz.check(act)[0].severity)
reveal_type(package.read_source)
reveal_type(act.tables[0].columns[0].key)
lexkz.read(3)
""",
        encoding="utf-8",
    )
    arguments = ["--strict", "--python-executable", sys.executable, "--config-file", str(ROOT / "pyproject.toml")]
    said, errors, _ = mypy.run([*arguments, "--cache-dir", str(ROOT / ".mypy_cache"), str(typed)])
    assert not errors
    for told in (
        '"lexkz.api.act.Act"',
        '"tuple[lexkz.consolidation.report.CommandOutcome, ...]"',
        "Literal['replace_words']",
        "Literal['warning']",
        "lexkz.reading.blocks.Source",
        'Argument 1 to "read" has incompatible type "int"',
    ):
        assert told in said, said
    assert said.count(' note: Revealed type is "str"') == 3
    assert said.count("error:") == 1
