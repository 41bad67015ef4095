"""Many acts: synthetic corpora built by several processes, killed and resumed, built again only where it matters."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from bench.synthetic import synthesise
from lexkz.reading import SourceError
from lexkz.structure import load
from lexkz.workspace.build import build, locked
from lexkz.workspace.building import processes
from lexkz.workspace.layout import Workspace
from lexkz.workspace.result import BuildResult
from tests.breadth import examples

ACTS, AMENDING = 6, 10


def outputs(root: Path) -> dict[str, bytes]:
    """What a build gives, without what it keeps for itself."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("xml", "consolidated", "published")
        for path in sorted((root / top).rglob("*"))
        if path.is_file() and ".build" not in path.parts
    }


def copied(source: Path, root: Path) -> Path:
    """A workspace with the corpus of another, its files shared."""
    for path in sorted((source / "corpus").rglob("*")):
        if path.is_file():
            there = root / path.relative_to(source)
            there.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, there)
    return root


def counted(result: BuildResult) -> dict[str, set[str]]:
    """Names of what was built anew, by kind."""
    return {
        kind: {f"{item.id}/{item.lang}" for item in result.items if (item.kind, item.state) == (kind, "built")}
        for kind in ("act", "consolidated")
    }


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    """A synthetic workspace, built by one process; not to be changed."""
    root = tmp_path_factory.mktemp("synthetic")
    synthesise(root, acts=ACTS, amending=AMENDING)
    return root, build(root)


def test_the_same_seed_gives_the_same_bytes_and_titles_say_that_they_are_synthetic(tmp_path: Path) -> None:
    for name in ("one", "two"):
        synthesise(tmp_path / name, acts=3, amending=4, seed=7)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) == 3 * 7
    synthesise(tmp_path / "other", acts=3, amending=4, seed=8)
    assert {path.read_bytes() for path in (tmp_path / "other").rglob("*.txt")} != set(one.values())
    for path in sorted((tmp_path / "one").rglob("*.txt")):
        assert "синтет" in path.read_text(encoding="utf-8").splitlines()[0].lower()


def test_synthetic_acts_amend_what_they_say_they_amend(synthetic: tuple[Path, BuildResult]) -> None:
    result = synthetic[1]
    done = [item for item in result.items if item.kind == "consolidated"]
    assert {item.id for item in done} == {item.id for item in result.items if item.commands == 0}
    assert {name for item in done for name, count in item.outcomes if count} <= {"applied", "already", "other_base"}
    assert sum(dict(item.outcomes).get("applied", 0) for item in done) > 50
    assert [found for item in done for found in item.findings if found.severity == "error"] == []


def test_the_languages_of_a_synthetic_act_say_the_same(synthetic: tuple[Path, BuildResult]) -> None:
    root = synthetic[0]
    for folder in sorted((root / "xml").iterdir())[::4]:
        kaz, rus = (load(folder / f"{lang}.xml").root.iter("{*}paragraph", "{*}tr") for lang in ("kaz", "rus"))
        assert [unit.get("eId") for unit in kaz] == [unit.get("eId") for unit in rus]


def test_several_processes_give_the_bytes_of_one(
    synthetic: tuple[Path, BuildResult], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LEAST", 0)
    root = copied(synthetic[0], tmp_path)
    result = build(root, jobs=2)
    assert outputs(root) == outputs(synthetic[0])
    assert result == synthetic[1]


def test_touching_one_source_builds_what_depends_on_it_and_nothing_else(
    synthetic: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    subprocess.run(["cp", "-r", synthetic[0], root], check=True)
    assert counted(build(root)) == {"act": set(), "consolidated": set()}
    amending = next(root.glob("corpus/V2[0-9]005*/rus.txt"))
    name = amending.parent.name
    commands = json.loads((root / "published" / name / "rus.commands.json").read_bytes())["commands"]
    numbers = {command["base"]["number"] for command in commands}
    text = amending.read_text(encoding="utf-8")
    amending.write_text(text.replace("А. Тестов", "Б. Тестов"), encoding="utf-8")
    built = counted(build(root))
    assert built["act"] == {f"{name}/rus"}
    # Of each base both languages: the text that was touched is the other one's witness.
    assert len(built["consolidated"]) == 2 * len(numbers)
    assert {one.rpartition("/")[0] for one in built["consolidated"] if one.endswith("/kaz")} == {
        one.rpartition("/")[0] for one in built["consolidated"] if one.endswith("/rus")
    }


def test_a_source_that_changes_without_changing_what_it_says_builds_no_consolidation(
    synthetic: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    subprocess.run(["cp", "-r", synthetic[0], root], check=True)
    amending = next(root.glob("corpus/V2[0-9]005*/rus.txt"))
    amending.write_text(amending.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert counted(build(root)) == {"act": {f"{amending.parent.name}/rus"}, "consolidated": set()}


_BUILD = (
    "import sys; from pathlib import Path; from lexkz.workspace.build import build; "
    "from lexkz.workspace.building import processes; processes.LEAST = 0; build(Path(sys.argv[1]), jobs={})"
)


@pytest.mark.combined
def test_a_build_of_many_acts_that_is_killed_three_times_goes_on_where_it_was(tmp_path: Path) -> None:
    whole, root = tmp_path / "whole", tmp_path / "killed"
    synthesise(whole, acts=examples(34), amending=examples(66), langs=("rus",))
    copied(whole, root)
    build(whole)
    random = Random(20)
    for part in range(3):
        process = subprocess.Popen([sys.executable, "-c", _BUILD.format(2), str(root)])
        # Somewhere in the first stage twice, then in the second; at which byte of which file is left to chance.
        goal, deadline = examples(random.randint(5, 40) + 40 * part), time.monotonic() + 60
        while len([*root.glob("xml/*/*.xml"), *root.glob("consolidated/*/*.xml")]) < goal:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.002)
        # Only the build itself: its workers have to notice by themselves.
        process.kill()
        process.wait()
    half = root / "xml" / "V1900100000" / ".rus.xml.0123456789ab.building"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"<half")
    result = build(root, wait=True)
    assert outputs(root) == outputs(whole)
    assert {item.state for item in result.items} <= {"built", "unchanged"}
    assert result.removed == result.stray == ()


def test_what_was_done_before_the_kill_is_not_done_again(synthetic: tuple[Path, BuildResult], tmp_path: Path) -> None:
    root = copied(synthetic[0], tmp_path)

    class StopError(Exception):
        pass

    def stop(stage: str, label: str, done: int, known: int) -> None:  # noqa: ARG001
        if stage == "acts" and done == 16:
            raise StopError

    with pytest.raises(StopError):
        build(root, progress=stop)
    states = [item.state for item in build(root).items if item.kind == "act"]
    assert states.count("unchanged") >= 15


def test_of_two_builds_at_once_the_second_says_so(synthetic: tuple[Path, BuildResult], tmp_path: Path) -> None:
    root = copied(synthetic[0], tmp_path)
    with locked(Workspace(root), wait=False), pytest.raises(SourceError, match="Another build"):
        build(root)
    assert not (root / "xml").exists()


def test_the_second_build_stops_with_exit_2_or_waits(corpus: Path) -> None:
    command = [sys.executable, "-c", "from lexkz.workspace.cli import main; main()", "build"]
    with locked(Workspace(corpus), wait=False):
        stopped = subprocess.run(command, cwd=corpus, capture_output=True, text=True, check=False)
        assert (stopped.returncode, stopped.stdout) == (2, "")
        assert stopped.stderr.count("\n") == 1
        assert "--wait" in stopped.stderr
        waiting = subprocess.Popen([*command, "--wait"], cwd=corpus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        assert waiting.poll() is None
    printed, _ = waiting.communicate(timeout=60)
    assert b"V2400035172" in printed
    assert waiting.returncode == 1


def test_a_killed_build_holds_no_lock(synthetic: tuple[Path, BuildResult], tmp_path: Path) -> None:
    root = copied(synthetic[0], tmp_path)
    process = subprocess.Popen([sys.executable, "-c", _BUILD.format(2), str(root)])
    while not any(root.glob("xml/*/*.xml")) and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.wait()
    with locked(Workspace(root), wait=False):
        pass


def test_a_worker_that_dies_twice_fails_its_act_and_no_other(
    synthetic: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    root = copied(synthetic[0], tmp_path)
    (root / "corpus" / "V9900000001").mkdir()
    bad = root / "corpus" / "V9900000001" / "rus.txt"
    bad.write_text("Приказ\n", encoding="utf-8")
    program = (
        "import os, sys; from pathlib import Path\n"
        "from lexkz.workspace.building import processes, work\n"
        "from tests.workspace.dying import mortal\n"
        "from lexkz.workspace.build import build\n"
        "processes.perform = mortal\n"
        "processes.LEAST = 0\n"
        "if __name__ == '__main__':\n"
        "    result = build(Path(sys.argv[1]), jobs=2)\n"
        "    print([(item.id, item.findings[0].code) for item in result.items if item.state == 'failed'])\n"
    )
    script = tmp_path / "dying.py"
    script.write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(root)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    assert done.stdout.strip() == "[('V9900000001', 'workspace.worker_lost')]"
    assert outputs(root) == outputs(synthetic[0])


def test_processes_that_cannot_start_are_told_in_one_sentence(
    synthetic: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    root = copied(synthetic[0], tmp_path)
    script = tmp_path / "unguarded.py"
    script.write_text(
        "from pathlib import Path\nfrom lexkz.workspace.build import build\n"
        "from lexkz.workspace.building import processes\n"
        f"processes.LEAST = 0\nbuild(Path({str(root)!r}), jobs=2)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "__main__" in done.stderr.splitlines()[-1]


def test_little_work_starts_no_processes(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.Processes, "_fill", None)
    assert {item.state for item in build(corpus, jobs=4).items} == {"built"}
