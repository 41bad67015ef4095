"""The index is made whole or not at all, and only of what changed."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lexkz.reading import SourceError
from lexkz.workspace.store import DEFAULT, Store, index, schema
from tests.workspace.store.workspaces import ROOT, RULES, WORK, own, synthetic

TABLES = ("documents", "expressions", "units", "changes", "citations", "commands", "outcomes", "extracts")


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a store says, without the numbers of its rows."""
    with sqlite3.connect(path) as connection:
        acts = {row[0]: f"{row[1]}/{row[2]}" for row in connection.execute("SELECT id, act, lang FROM documents")}
        found = {}
        for table in TABLES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = [name for name in names if name != "id" and name != "doc"]
            doc = "doc" if "doc" in names else "id"
            rows = connection.execute(f"SELECT {doc}, {', '.join(kept)} FROM {table}")
            found[table] = sorted(((acts[row[0]], *row[1:]) for row in rows), key=repr)
        return found


def _hits(root: Path, query: str) -> list[tuple[str, str]]:
    with Store.open(root / DEFAULT) as store:
        return [(hit.act, hit.eId) for hit in store.search(query).hits]


def test_the_first_run_writes_all_and_the_second_nothing(workspace: Path) -> None:
    first = index(workspace)
    assert first.written == ("V2000019900/rus", "V2100022300/rus", "V2200027400/rus")
    before = (workspace / DEFAULT).stat()
    second = index(workspace)
    assert (second.written, second.removed, second.unchanged) == ((), (), 3)
    after = (workspace / DEFAULT).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_only_the_act_that_changed_is_written_anew(workspace: Path) -> None:
    index(workspace)
    path = workspace / "xml" / RULES / "rus.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("лаборантов", "фельдшеров"), encoding="utf-8")
    done = index(workspace)
    assert (done.written, done.removed, done.unchanged) == ((f"{RULES}/rus",), (), 2)
    with Store.open(workspace / DEFAULT) as store:
        assert store.search("фельдшер", at="2020-06-01").hits[0].eId == "para_4__subpara_3"
        assert not store.search("лаборант", at="2020-06-01").hits


def test_a_store_brought_up_to_date_says_what_one_made_anew_says(workspace: Path, tmp_path: Path) -> None:
    index(workspace)
    path = workspace / "consolidated" / RULES / "rus@2022-04-06.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("лаборантов", "фельдшеров"), encoding="utf-8")
    shutil.rmtree(workspace / "xml" / "V2100022300")
    own(workspace)
    done = index(workspace)
    assert done.removed == ("V2100022300/rus",)
    anew = tmp_path / "anew.sqlite"
    index(workspace, anew)
    assert _contents(workspace / DEFAULT) == _contents(anew)
    for query in ("журнал", "фельдшер", "лаборант", "уақытша болу", "патруль"):
        with Store.open(workspace / DEFAULT) as one, Store.open(anew) as other:
            assert one.search(query).hits == other.search(query).hits, query


def test_an_index_of_words_is_whole_after_many_updates(workspace: Path) -> None:
    path = workspace / "xml" / RULES / "rus.xml"
    text = path.read_text(encoding="utf-8")
    for number in range(5):
        path.write_text(text.replace("лаборантов", f"лаборантов{number}"), encoding="utf-8")
        index(workspace)
    connection = sqlite3.connect(workspace / DEFAULT)
    for table in ("words", "letters"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        found = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert found == connection.execute("SELECT count(*) FROM units").fetchone()[0]
    # "лаборантов0" is left in no index.
    assert not connection.execute("SELECT 1 FROM words WHERE words MATCH '\"лаборантов0\"'").fetchall()


def test_an_act_that_is_gone_leaves_the_store(workspace: Path) -> None:
    index(workspace)
    shutil.rmtree(workspace / "xml" / "V2200027400")
    assert index(workspace).removed == ("V2200027400/rus",)
    with Store.open(workspace / DEFAULT) as store:
        assert not store.act("V2200027400")


def test_an_act_that_cannot_be_read_is_told_and_the_others_are_there(workspace: Path) -> None:
    index(workspace)
    (workspace / "xml" / "V2200027400" / "rus.xml").write_bytes(b"<akomaNtoso>")
    done = index(workspace)
    assert [key for key, _ in done.failed] == ["V2200027400/rus"]
    assert done.removed == ("V2200027400/rus",)
    assert _hits(workspace, "реактивы")


@pytest.mark.parametrize("version", [0, schema.VERSION + 1])
def test_a_store_of_another_version_is_made_anew_and_not_read(workspace: Path, version: int) -> None:
    index(workspace)
    connection = sqlite3.connect(workspace / DEFAULT)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(SourceError, match="another version"):
        Store.open(workspace / DEFAULT)
    assert len(index(workspace).written) == 3
    assert _hits(workspace, "реактивы")


def test_a_damaged_store_is_made_anew(workspace: Path) -> None:
    index(workspace)
    path = workspace / DEFAULT
    data = bytearray(path.read_bytes())
    data[100:4000] = b"\xff" * 3900
    path.write_bytes(data)
    assert len(index(workspace).written) == 3


@pytest.mark.parametrize("content", [b"my letters", b""])
def test_a_file_that_is_no_store_is_not_overwritten_unless_it_is_empty(workspace: Path, content: bytes) -> None:
    path = workspace / "mine.sqlite"
    path.write_bytes(content)
    if not content:
        assert len(index(workspace, path).written) == 3
        return
    with pytest.raises(SourceError, match="not a store"):
        index(workspace, path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_not_overwritten(workspace: Path) -> None:
    path = workspace / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE letters_to_my_aunt (text)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(SourceError, match="not a store"):
        index(workspace, path)
    assert path.read_bytes() == before


def test_a_reader_goes_on_reading_what_it_opened(workspace: Path) -> None:
    index(workspace)
    with Store.open(workspace / DEFAULT) as store:
        assert store.count() == 3
        shutil.rmtree(workspace / "xml" / "V2200027400")
        index(workspace)
        assert store.count() == 3
        assert store.search("реактивы").hits
    with Store.open(workspace / DEFAULT) as store:
        assert store.count() == 2


def test_the_time_of_a_new_store_is_later_by_a_second_at_least(workspace: Path) -> None:
    index(workspace)
    before = (workspace / DEFAULT).stat().st_mtime_ns
    shutil.rmtree(workspace / "xml" / "V2200027400")
    index(workspace)
    assert (workspace / DEFAULT).stat().st_mtime_ns // 10**9 > before // 10**9


def test_only_one_run_writes_at_a_time(workspace: Path) -> None:
    from filelock import FileLock

    (workspace / "published").mkdir(exist_ok=True)
    with FileLock(workspace / "published" / ".lexkz.sqlite.lock"), pytest.raises(SourceError, match="another lexkz"):
        index(workspace)


_SLOW = """
import sys, time
from pathlib import Path
from lexkz.workspace.store import index
index(Path(sys.argv[1]), progress=lambda *_: (print("at work", flush=True), time.sleep(30)))
"""


def test_a_run_that_is_killed_leaves_the_old_store_whole(workspace: Path) -> None:
    index(workspace)
    before = (workspace / DEFAULT).read_bytes()
    synthetic(workspace)
    for path in (workspace / "xml").glob("*/rus.xml"):
        path.write_text(path.read_text(encoding="utf-8").replace("журнал", "реестр"), encoding="utf-8")
    run = subprocess.Popen([sys.executable, "-c", _SLOW, str(workspace)], stdout=subprocess.PIPE, cwd=ROOT)
    assert run.stdout is not None
    assert run.stdout.readline() == b"at work\n"
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    run.stdout.close()
    assert (workspace / DEFAULT).read_bytes() == before
    assert _hits(workspace, "реактивы")
    started = time.monotonic()
    assert index(workspace).written == (f"{RULES}/rus",)
    assert time.monotonic() - started < 20, "the killed run's lock must not be waited for"
    assert sorted(path.name for path in (workspace / "published").iterdir()) == [".lexkz.sqlite.lock", "lexkz.sqlite"]


def test_several_processes_write_what_one_writes(workspace: Path, tmp_path: Path) -> None:
    index(workspace, tmp_path / "one.sqlite", processes=1)
    index(workspace, tmp_path / "two.sqlite", processes=2)
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()


def test_an_empty_workspace_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="lexkz build"):
        index(tmp_path)


def test_an_iri_leads_to_the_act(indexed: Path) -> None:
    with Store.open(indexed / DEFAULT) as store:
        assert [one.act for one in store.act(WORK)] == [RULES]
