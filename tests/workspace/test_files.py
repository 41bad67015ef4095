"""Where things lie, and how they are written."""

import os
from pathlib import Path

import pytest

from lexkz.amendment.model import BaseAct
from lexkz.reading.blocks import SourceError
from lexkz.workspace import atomic, bases
from lexkz.workspace.layout import Workspace, entries, find_root

IRI = "/akn/kz/act/order/enbek/2023-06-22/230"


def test_a_file_is_written_only_where_its_bytes_change(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    assert atomic.write(path, b"one")
    before = path.stat().st_mtime_ns
    assert not atomic.write(path, b"one")
    assert path.stat().st_mtime_ns == before
    assert atomic.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"one")
    path.chmod(0o640)
    link.symlink_to(path)
    atomic.write(link, b"two")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_as_it_is() -> None:
    assert atomic.write(Path(os.devnull), b"nothing")
    assert Path(os.devnull).is_char_device()


def test_the_workspace_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    below = tmp_path / "corpus" / "V1" / "deeper"
    below.mkdir(parents=True)
    assert find_root(below) == find_root(tmp_path) == tmp_path


def test_outside_of_a_workspace_one_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="corpus/"):
        find_root(tmp_path)


def test_the_corpus_is_listed_by_act_and_language(tmp_path: Path) -> None:
    for name in ("B/rus.txt", "B/kaz.pdf", "B/kaz.txt", "A/kaz.txt", "A/act.toml", "C/notes.txt", "stray.txt"):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    found = entries(Workspace(tmp_path))
    assert [(entry.id, entry.lang, entry.source.name, bool(entry.card)) for entry in found] == [
        ("A", "kaz", "kaz.txt", True),
        ("B", "kaz", "kaz.txt", False),
        ("B", "rus", "rus.txt", False),
    ]


def _base(iri: str | None = IRI, registration: str | None = None, date: str | None = "2023-06-22") -> BaseAct:
    return BaseAct("order", None, date, "230", iri, registration)


def test_a_base_act_goes_where_the_corpus_has_it() -> None:
    assert bases.folder(_base(registration="32875"), {IRI: "mine"}) == "mine"


def test_a_registered_base_act_goes_by_its_id_in_the_information_system() -> None:
    assert bases.folder(_base(registration="32875"), {}) == "V2300032875"


def test_other_base_acts_go_by_their_iri() -> None:
    assert bases.folder(_base(), {}) == "order-enbek-2023-06-22-230"
    assert bases.folder(_base(registration="unreadable"), {}) == "order-enbek-2023-06-22-230"


def test_a_base_act_of_which_nothing_is_known_has_no_folder() -> None:
    assert bases.folder(_base(iri=None, registration="32875", date=None), {}) is None
