"""The main job: what is committed is what it gives; it does again only what changed; one bad act stops nothing."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lexkz.reading import SourceError
from lexkz.workspace.build import build
from lexkz.workspace.building import work
from lexkz.workspace.layout import Workspace, entries
from lexkz.workspace.manifest import digest
from lexkz.workspace.result import BuildResult

ROOT = Path(__file__).parent.parent.parent
ORDER = "V2400035172"
BASES = ("V2300032875", "V2300032941")
CHANGED = "lexkz.workspace.building.changed.digest"


def _files(root: Path, *tops: str) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in tops
        for path in sorted((root / top).rglob("*"))
        if path.is_file() and path.name != ".gitkeep"
    }


def _states(result: BuildResult) -> dict[str, str]:
    return {f"{item.kind}:{item.id}": item.state for item in result.items}


def test_what_is_committed_is_what_the_build_gives(built_once: tuple[Path, BuildResult]) -> None:
    made, committed = _files(built_once[0], "xml", "consolidated"), _files(ROOT, "xml", "consolidated")
    assert sorted(made) == sorted(committed)
    assert [name for name in made if made[name] != committed[name]] == []


def test_the_order_its_base_acts_and_their_reports_are_built(built_once: tuple[Path, BuildResult]) -> None:
    root, result = built_once
    names = set(_files(root, "xml", "consolidated", "published"))
    assert {f"xml/{ORDER}/kaz.xml", f"published/{ORDER}/kaz.json", f"published/{ORDER}/kaz.commands.json"} <= names
    for base in BASES:
        expression = f"{base}/kaz@2024-09-30"
        assert {f"xml/{base}/kaz.xml", f"published/{base}/kaz.json"} <= names
        assert {f"consolidated/{expression}.xml", f"consolidated/{expression}.report.json"} <= names
        assert {f"published/{expression}.json", f"published/{expression}.report.json"} <= names
    assert {item.state for item in result.items} == {"built"}


def test_no_path_of_the_machine_enters_an_output(built_once: tuple[Path, BuildResult]) -> None:
    root = built_once[0]
    for name, data in _files(root, "xml", "consolidated", "published").items():
        assert str(root).encode() not in data, name


def test_a_second_build_does_nothing(built: Path) -> None:
    def times() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in built.rglob("*") if ".build" not in path.parts}

    before = times()
    result = build(built)
    assert set(_states(result).values()) == {"unchanged"}
    assert times() == before


def test_what_an_unchanged_act_had_found_is_told_again(built: Path, built_once: tuple[Path, BuildResult]) -> None:
    assert build(built).findings == built_once[1].findings


def test_an_output_that_was_altered_is_built_again(built: Path) -> None:
    target = built / "consolidated" / BASES[0] / "kaz@2024-09-30.xml"
    right = target.read_bytes()
    target.write_bytes(right + b" ")
    states = _states(build(built))
    assert target.read_bytes() == right
    assert states[f"consolidated:{BASES[0]}"] == "built"
    assert states[f"consolidated:{BASES[1]}"] == "unchanged"


def _listing(read: list[bytes | str]) -> Callable[..., str]:
    """A digest that lists what it is given."""

    def listed(*parts: bytes | str) -> str:
        read.extend(parts)
        return digest(*parts)

    return listed


@pytest.fixture
def old(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The built workspace some time later: its files are believed by their marks, and are not read."""
    monkeypatch.setattr("lexkz.workspace.building.changed._TICK", -10_000_000_000)
    build(built)
    read: list[bytes | str] = []
    with monkeypatch.context() as patch:
        patch.setattr(CHANGED, _listing(read))
        assert {item.state for item in build(built).items} == {"unchanged"}
    assert not any(isinstance(part, bytes) for part in read)
    return built


def test_an_edited_file_of_the_same_size_and_date_is_noticed(old: Path) -> None:
    target = old / "consolidated" / BASES[0] / "kaz@2024-09-30.xml"
    right, status = target.read_bytes(), target.stat()
    target.write_bytes(right.replace(b"29", b"28", 1))
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (target.stat().st_size, target.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert _states(build(old))[f"consolidated:{BASES[0]}"] == "built"
    assert target.read_bytes() == right


def test_files_with_new_dates_and_old_bytes_are_unchanged(old: Path) -> None:
    for path in old.rglob("*.*"):
        os.utime(path, (1, 1))
    assert {item.state for item in build(old).items} == {"unchanged"}


def test_a_file_that_was_just_written_is_not_believed_by_its_mark(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes | str] = []
    monkeypatch.setattr(CHANGED, _listing(read))
    for path in built.rglob("*.*"):
        path.touch()
    for _ in range(2):
        read.clear()
        build(built)
        assert (built / "corpus" / ORDER / "kaz.txt").read_bytes() in read


def test_a_publication_date_in_the_card_gives_another_expression_and_removes_the_old_one(built: Path) -> None:
    card = built / "corpus" / ORDER / "act.toml"
    card.write_text(card.read_text(encoding="utf-8") + "\npublished = 2024-10-01\n", encoding="utf-8")
    result = build(built)
    assert (built / "consolidated" / BASES[0] / "kaz@2024-10-12.xml").is_file()
    assert not (built / "consolidated" / BASES[0] / "kaz@2024-09-30.xml").exists()
    assert f"consolidated/{BASES[0]}/kaz@2024-09-30.xml" in result.removed


def test_a_bad_act_is_listed_and_the_others_are_built(corpus: Path) -> None:
    bad = corpus / "corpus" / "V9900000001"
    bad.mkdir()
    (bad / "kaz.txt").write_bytes(b"")
    result = build(corpus)
    states = _states(result)
    assert states["act:V9900000001"] == "failed"
    assert states[f"act:{ORDER}"] == "built"
    assert [finding.code for item in result.items if item.state == "failed" for finding in item.findings] == [
        "workspace.unreadable"
    ]
    # It was never read, so that no base act can wait for it.
    (told,) = (finding for finding in result.graph if finding.code == "workspace.amends_unknown")
    assert told.candidates == ("V9900000001/kaz",)


def test_a_base_act_waits_while_an_act_that_amends_it_cannot_be_read(built: Path) -> None:
    kept = _files(built, "consolidated")
    (built / "corpus" / ORDER / "kaz.txt").write_bytes(b"\x00\x01\x02\xff")
    result = build(built)
    states = _states(result)
    assert states == {f"act:{ORDER}": "failed", **{f"consolidated:{base}": "failed" for base in BASES}}
    told = {found.code for item in result.items if item.kind == "consolidated" for found in item.findings}
    assert told == {"workspace.waits"}
    assert _files(built, "consolidated") == kept


def test_an_act_on_which_lexkz_breaks_is_named(monkeypatch: pytest.MonkeyPatch, corpus: Path) -> None:
    def breaks(task: work.ActTask) -> None:
        raise IndexError(task.key)

    monkeypatch.setattr(work, "_act", breaks)
    (entry, *_) = entries(Workspace(corpus))
    failure = work.perform(work.ActTask(corpus, entry, "")).failure
    assert failure is not None
    assert (failure.code, failure.severity) == ("workspace.broken", "error")
    assert "IndexError" in failure.message.kaz


def test_commands_whose_act_cannot_be_told_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "corpus" / "V2300031009"
    folder.mkdir(parents=True)
    (folder / "act.toml").write_text('id = "V2300031009"\n', encoding="utf-8")
    lines = (
        "О внесении изменений (вымышленный)",
        "Приказ Министра культуры Республики Казахстан от 10 января 2023 года № 7.",
        "1. Внести в приказ «Об утверждении Правил» следующее изменение:",
        "пункт 2 исключить.",
        "2. Настоящий приказ вводится в действие с 1 марта 2023 года.",
    )
    (folder / "rus.txt").write_text("\n\n".join(lines), encoding="utf-8")
    told = [(found.code, found.command) for item in build(tmp_path).items for found in item.findings]
    assert told == [("workspace.unknown_base", "cmd_1")]


def test_a_build_of_one_base_act_leaves_the_others_alone(corpus: Path) -> None:
    result = build(corpus, [BASES[1]])
    assert list(_states(result)) == [f"consolidated:{BASES[1]}"]
    assert not (corpus / "xml" / ORDER).exists()
    assert not (corpus / "consolidated" / BASES[0]).exists()
    assert _states(build(corpus))[f"act:{ORDER}"] == "built"


def test_an_unknown_id_is_refused_in_one_sentence(corpus: Path) -> None:
    with pytest.raises(SourceError, match="V0000000000"):
        build(corpus, ["V0000000000"])


def test_a_file_that_no_build_gave_is_named_and_kept(built: Path) -> None:
    stray = built / "consolidated" / BASES[0] / "kaz@2020-01-01.xml"
    stray.write_bytes(b"<x/>")
    assert build(built).stray == (stray.relative_to(built).as_posix(),)
    assert stray.exists()


def test_a_broken_manifest_means_that_all_is_built_again(built: Path) -> None:
    manifest = Workspace(built).manifest
    assert manifest.is_file()
    manifest.write_bytes(b"{" * 5_000)
    assert set(_states(build(built)).values()) == {"built"}


def test_a_manifest_that_cannot_be_written_is_told_as_the_disk_is_and_stays(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Workspace(built).manifest.read_bytes()
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def refuse(path: Path) -> None:  # noqa: ARG001
        raise full

    monkeypatch.setattr("lexkz.workspace.manifest._opened", refuse)
    with pytest.raises(OSError, match="disk is full"):
        build(built)
    assert Workspace(built).manifest.read_bytes() == kept
