"""A text whose amending act was amended before it was in force: its proofs hold where it was built."""

from pathlib import Path

from lexkz.amendment.annotate import annotate
from lexkz.consolidation.applied_records import digest
from lexkz.structure import load
from lexkz.workspace.build import build
from lexkz.workspace.layout import Workspace
from lexkz.workspace.proving import prove_file
from tests.workspace.test_graph import overtaken_acts

RULING = """[[ruling]]
act = "{act}"
command = "cmd_1"
digest = "{digest}"
finding = "workspace.amended_before_force"
decision = "apply"
reason = "Тестовое решение"
name = "А. Тестов"
date = 2024-03-21
"""


def test_proofs_of_a_text_know_what_the_build_doubted(tmp_path: Path) -> None:
    overtaken_acts(tmp_path)
    source = tmp_path / "corpus" / "second" / "rus.txt"
    command = 'лет.";\nпункт 2 изложить в следующей редакции:\n"2. Приказ исполнить тотчас.".\n2. Наст'
    source.write_text(source.read_text(encoding="utf-8").replace('лет.".\n2. Наст', command), encoding="utf-8")
    _act, reading = annotate(load(source))
    ruled = RULING.format(act=(reading.act or "").rpartition("/")[0], digest=digest(reading.commands[0]))
    (tmp_path / "corpus" / "first" / "rulings.toml").write_text(ruled, encoding="utf-8")
    (made,) = (item for item in build(tmp_path).items if (item.kind, item.id) == ("consolidated", "first"))
    assert dict(made.outcomes) == {"refused": 1, "ruled": 1}
    (text,) = (tmp_path / "consolidated" / "first").glob("rus@*.xml")
    assert prove_file(text, tmp_path)[0].hold
    # Without the records of the build the second command is applied, which the text does not have.
    Workspace(tmp_path).manifest.unlink()
    assert not prove_file(text, tmp_path)[0].hold
