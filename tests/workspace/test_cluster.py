"""A cluster gives the bytes of one machine, also where a worker dies; what is missing is told in one sentence."""

import os
import signal
import sys
from pathlib import Path

import pytest

from bench.synthetic import synthesise
from lexkz.reading import SourceError
from lexkz.workspace.build import build
from tests.workspace.test_scale import copied, outputs


def test_without_the_extra_the_build_says_what_to_install(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SourceError, match=r"lexkz\[cluster\]"):
        build(corpus, scheduler="tcp://127.0.0.1:1")


def test_a_scheduler_that_does_not_answer_is_told_in_one_sentence(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("lexkz.workspace.building.cluster._REACH", 0.5)
    with pytest.raises(SourceError, match="does not answer"):
        build(corpus, scheduler="tcp://127.0.0.1:1")
    assert not (corpus / "xml").exists()


def test_a_cluster_of_which_a_worker_is_killed_gives_the_bytes_of_one_machine(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    whole, root = tmp_path / "whole", tmp_path / "clustered"
    synthesise(whole, acts=8, amending=16, langs=("kaz",))
    copied(whole, root)
    expected = build(whole)
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "local_directory": str(tmp_path)}
    with distributed.LocalCluster(host="127.0.0.1", **options) as local:
        killed: list[int] = []

        def kill(stage: str, label: str, done: int, known: int) -> None:  # noqa: ARG001
            if stage == "acts" and done >= 6 and not killed:
                # A worker that is just starting has no process yet.
                killed.extend([worker.pid for worker in local.workers.values() if worker.pid][:1])
                for process in killed:
                    os.kill(process, signal.SIGKILL)

        result = build(root, progress=kill, scheduler=local.scheduler_address)
    assert killed
    assert result == expected
    assert outputs(root) == outputs(whole)
