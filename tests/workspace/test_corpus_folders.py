"""What others put into a corpus: links that leave it, bad names, files that nothing reads. None stops a build."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main
from lexkz.workspace.layout import Workspace, entries, not_read
from tests.consolidation.half_applied import AMENDING, BASE

TEXT = "\n\n".join(BASE["rus"].split("\n"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    (work / "corpus" / "V1000000001").mkdir(parents=True)
    (work / "corpus" / "V1000000001" / "rus.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    return work


def test_links_out_of_the_workspace_are_refused_and_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = root / "corpus"
    (corpus / "V1000000002").mkdir()
    (corpus / "V1000000002" / "rus.txt").symlink_to(root.parent / "secret.txt")
    (corpus / "V1000000003").symlink_to(root.parent)
    (corpus / "V1000000004").mkdir()
    (corpus / "V1000000004" / "rus.txt").symlink_to("rus.txt")
    (corpus / "V1000000005").mkdir()
    # A link within the workspace is one text in two places.
    (corpus / "V1000000005" / "rus.txt").symlink_to("../V1000000001/rus.txt")
    assert [entry.id for entry in entries(Workspace(root))] == ["V1000000001", "V1000000005"]
    named = dict(not_read(Workspace(root)))
    assert set(named) == {"corpus/V1000000002/rus.txt", "corpus/V1000000003", "corpus/V1000000004/rus.txt"}
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build", "--jobs", "1"])
    assert done.exit_code == 1
    assert "corpus/V1000000002/rus.txt is not read: a link that leaves the workspace" in done.output
    assert (root / "xml" / "V1000000001" / "rus.xml").is_file()
    assert not (root / "xml" / "V1000000002").exists()


@pytest.mark.parametrize("name", [".hidden", "..x", "-rf", "a\nb"])
def test_a_folder_whose_name_is_none_is_not_built_and_is_named(root: Path, name: str) -> None:
    (root / "corpus" / name).mkdir()
    (root / "corpus" / name / "rus.txt").write_text(TEXT, encoding="utf-8")
    assert [entry.id for entry in entries(Workspace(root))] == ["V1000000001"]
    assert [one for one, _ in not_read(Workspace(root))] == [f"corpus/{name}".replace("\n", "?")]


@pytest.mark.parametrize("name", ["KAZ.txt", "kazz.txt", "kaz.doc", "eng.txt", "fifo"])
def test_a_file_that_nothing_reads_is_named(root: Path, name: str) -> None:
    (root / "corpus" / "V2000000001").mkdir()
    path = root / "corpus" / "V2000000001" / name
    if name == "fifo":
        os.mkfifo(path)
    else:
        path.write_text(TEXT, encoding="utf-8")
    assert [entry.id for entry in entries(Workspace(root))] == ["V1000000001"]
    assert [one for one, _ in not_read(Workspace(root))] == [f"corpus/V2000000001/{name}"]


def _built(root: Path, card: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    (root / "corpus" / "V1000000001" / "act.toml").write_text(card, encoding="utf-8-sig")
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build", "--jobs", "1"])
    return done.exit_code, done.stderr


def test_a_card_with_the_id_of_another_folder_is_an_error_each_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):  # built, then unchanged
        code, said = _built(root, 'id = "V1000000002"', monkeypatch)
        assert (code, said.count("error: workspace.other_id (V1000000001/rus)")) == (1, 1)
    assert _built(root, 'id = "V1000000001"', monkeypatch) == (0, "")


def test_a_control_character_in_a_card_is_no_fault_of_lexkz(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = _built(root, r'title = "Приказ\u0001"', monkeypatch)
    assert code == 1
    assert "act.toml: title holds the control character U+0001: write it without." in said
    assert "fault of lexkz" not in said


@pytest.mark.parametrize("name", ["act.toml", "rulings.toml"])
def test_a_card_or_decisions_behind_a_link_out_of_the_workspace_are_not_read(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"act.toml": 'password = "1"\n', "rulings.toml": '[[ruling]]\npassword = "1"\n'}[name]
    (root.parent / name).write_text(said, encoding="utf-8")
    (root / "corpus" / "V1000000001" / name).symlink_to(root.parent / name)
    order = AMENDING["rus"].format(unread="")
    (root / "corpus" / "V2100000011").mkdir()
    (root / "corpus" / "V2100000011" / "rus.txt").write_text("\n\n".join(order.split("\n")), encoding="utf-8")
    (root / "corpus" / "V1000000001").rename(root / "corpus" / "V2000000007")
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build", "--jobs", "1"])
    assert done.exit_code == 1
    assert f"V2000000007/rus cannot be read: {name} is a link that leaves the workspace" in done.stderr
    assert "password" not in done.output


def test_a_folder_without_any_file_is_named(root: Path) -> None:
    (root / "corpus" / "V2000000001").mkdir()
    assert not_read(Workspace(root)) == (("corpus/V2000000001", "an empty folder"),)


@pytest.mark.parametrize("day", ["2020-01-01", "9999-12-31"])
def test_a_day_of_publication_that_cannot_be_is_an_error_of_an_act_that_amends_nothing(
    root: Path, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):  # built, then unchanged
        code, said = _built(root, f"published = {day}", monkeypatch)
        assert (code, said.count("error: consolidate.published_impossible (V1000000001/rus)")) == (1, 1)
