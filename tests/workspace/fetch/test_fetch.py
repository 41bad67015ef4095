"""Acts come from the reference control bank into the corpus, politely, and never a wrong one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lexkz.reading import SourceError
from lexkz.workspace.build import build
from lexkz.workspace.cli import main
from lexkz.workspace.fetch import Editions, Fetched, fetch
from lexkz.workspace.fetch.service import LONGEST_WAIT, TRIES, Service
from tests.workspace.fetch.bank import ACT, Bank, edition, sent, serving

pytest.importorskip("httpx")

FIRST = edition("2024-01-12", "1. Бірінші тармақ сынақ үшін жазылған.", "2. Екінші тармақ.")
SECOND = edition("2024-06-01", "1. Бірінші тармақ сынақ үшін жазылған.", "2. Басқа тармақ.", cause="V2400000099")
VERSIONS = f"/{ACT}/kaz/versions"
PAGE = f"/{ACT}/kaz/12.01.2024?withHtml=false&page="


@pytest.fixture
def bank() -> Iterator[Bank]:
    with serving() as there:
        yield there


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    return tmp_path


def _fetch(root: Path, bank: Bank, editions: Editions = "all", pauses: list[float] | None = None) -> Fetched:
    waited = [] if pauses is None else pauses
    with Service(bank.address, pause=waited.append) as service:
        return fetch(root, ACT, "kaz", service, editions=editions)


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_first_edition_becomes_the_source_and_the_others_lie_beside_it(root: Path, bank: Bank) -> None:
    bank.holds(FIRST, SECOND)
    done = _fetch(root, bank)
    assert done.files == (f"corpus/{ACT}/kaz.json", f"corpus/{ACT}/kaz@2024-06-01.json")
    assert done.amended_by == ("V2400000099",)
    files = _files(root)
    assert set(files) == {*done.files, f"corpus/{ACT}/act.toml"}
    assert files[done.files[0]] == json.dumps(FIRST, ensure_ascii=False).encode(), "kept as it was sent"
    assert 'number = "12"' in files[f"corpus/{ACT}/act.toml"].decode()
    build(root)
    assert "Екінші тармақ." in (root / f"xml/{ACT}/kaz.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("editions", "text"), [("first", "Екінші"), ("latest", "Басқа")])
def test_one_edition_can_be_wanted(root: Path, bank: Bank, editions: Editions, text: str) -> None:
    bank.holds(FIRST, SECOND)
    done = _fetch(root, bank, editions)
    assert done.files == (f"corpus/{ACT}/kaz.json",)
    assert text in (root / done.files[0]).read_text(encoding="utf-8")


def test_editions_that_are_there_are_not_asked_for_again(root: Path, bank: Bank) -> None:
    bank.holds(FIRST)
    _fetch(root, bank)
    bank.holds(FIRST, SECOND)
    bank.asked.clear()
    done = _fetch(root, bank)
    assert (done.asked, done.kept) == (1, 1)
    assert [path for path in bank.asked if "12.01.2024" in path] == []


def test_a_run_that_was_cut_off_goes_on_where_it_was(root: Path, bank: Bank) -> None:
    bank.holds(FIRST, SECOND)
    path = f"/{ACT}/kaz/01.06.2024?withHtml=false&page=1"
    whole = bank.answers[path]
    bank.answers[path] = (503, {}, b"")
    with pytest.raises(SourceError, match="goes on where it was"):
        _fetch(root, bank)
    assert (root / f"corpus/{ACT}/kaz.json").is_file()
    bank.answers[path] = whole
    assert (_fetch(root, bank).asked, len(_fetch(root, bank).files)) == (1, 2)


def test_a_busy_service_is_asked_again_after_longer_and_longer_pauses(root: Path, bank: Bank) -> None:
    bank.holds(FIRST)
    fine = bank.answers[VERSIONS]
    assert isinstance(fine, tuple)
    bank.answers[VERSIONS] = [(503, {}, b""), (429, {"Retry_After": "7"}, b""), (500, {}, b""), fine]
    pauses: list[float] = []
    _fetch(root, bank, pauses=pauses)
    assert pauses[:4] == [2.0, 7.0, 4.0, 8.0]
    assert all(pause >= 1 for pause in pauses), "and each question after the first waits"


def test_a_service_that_stays_busy_is_left_alone(root: Path, bank: Bank) -> None:
    bank.answers[VERSIONS] = (503, {}, b"")
    with pytest.raises(SourceError, match="status 503"):
        _fetch(root, bank)
    assert len(bank.asked) == TRIES


def test_a_service_that_asks_for_a_long_rest_gets_it(root: Path, bank: Bank) -> None:
    bank.answers[VERSIONS] = (429, {"Retry_After": str(int(LONGEST_WAIT) + 1)}, b"")
    with pytest.raises(SourceError, match="asks to wait 121 seconds"):
        _fetch(root, bank)
    assert len(bank.asked) == 1


def test_a_service_that_cannot_be_reached_is_one_sentence(root: Path) -> None:
    with (
        Service("http://127.0.0.1:9", pause=lambda _seconds: None) as service,
        pytest.raises(SourceError, match="did not"),
    ):
        fetch(root, ACT, "kaz", service)


@pytest.mark.parametrize("counted", [True, False])
def test_an_edition_of_several_pages_is_one_source(root: Path, bank: Bank, counted: bool) -> None:
    told: dict[str, Any] = {"totalPages": 3} if counted else {}
    bank.holds(edition("2024-01-12", "1. Бірінші бет сынақ үшін жазылған.", **told))
    for page, text in ((2, "2. Екінші бет."), (3, "3. Үшінші бет.")):
        nodes = [{"id": f"p{page}", "type": "point", "level": 2, "text": text}]
        bank.answers[f"{PAGE}{page}"] = sent({**edition("2024-01-12"), "content": nodes})
    _fetch(root, bank)
    texts = [node["text"] for node in json.loads((root / f"corpus/{ACT}/kaz.json").read_bytes())["content"]]
    assert texts[1:] == ["1. Бірінші бет сынақ үшін жазылған.", "2. Екінші бет.", "3. Үшінші бет."]


def test_a_service_that_knows_no_pages_and_says_the_same_again_is_believed_once(root: Path, bank: Bank) -> None:
    bank.holds(FIRST)
    bank.answers[f"{PAGE}2"] = sent(FIRST)
    _fetch(root, bank)
    assert (root / f"corpus/{ACT}/kaz.json").read_bytes() == json.dumps(FIRST, ensure_ascii=False).encode()


WRONG = {
    "a web page": ((200, {}, b"<!doctype html><title>app</title>"), "not JSON"),
    "no text": (sent({"ngr": ACT, "status": "ok"}), "without the text"),
    "another act": (sent({**FIRST, "ngr": "V2400000013"}), "the act V2400000013"),
    "another edition": (sent(SECOND), "the edition of 2024-06-01"),
    "no words": (sent({**FIRST, "content": [{"type": "text", "text": ""}]}), "holds no text"),
    "a refusal": ((403, {}, b""), "status 403"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_answer_that_is_something_else_is_said_and_nothing_of_it_is_kept(root: Path, bank: Bank, case: str) -> None:
    bank.holds(FIRST)
    answer, said = WRONG[case]
    bank.answers[f"{PAGE}1"] = answer
    with pytest.raises(SourceError, match=said):
        _fetch(root, bank)
    assert _files(root) == {}


@pytest.mark.parametrize("listed", [[], {"versions": []}, [{"versionDate": "soon"}], [{}], "no list", 7])
def test_a_list_of_editions_that_is_none_is_said(root: Path, bank: Bank, listed: object) -> None:
    bank.answers[VERSIONS] = sent(listed)
    with pytest.raises(SourceError, match="has changed"):
        _fetch(root, bank)


@pytest.mark.parametrize(
    "listed",
    [
        ["12.01.2024"],
        [{"version": {"versionDate": "2024-01-12T00:00:00Z"}}],
        {"items": [{"date": "12.01.2024"}], "total": 1},
    ],
)
def test_a_list_of_editions_is_read_in_the_forms_it_may_take(root: Path, bank: Bank, listed: object) -> None:
    bank.holds(FIRST)
    bank.answers[VERSIONS] = sent(listed)
    assert _fetch(root, bank).asked == 1


def test_a_service_does_not_lead_to_another_host(root: Path, bank: Bank) -> None:
    bank.answers[VERSIONS] = (302, {"Location": "http://elsewhere.invalid/"}, b"")
    with pytest.raises(SourceError, match=r"leads away to elsewhere\.invalid"):
        _fetch(root, bank)


@pytest.mark.parametrize("act_id", ["../../etc", "V24/00", "", ".", "V2400000012?x=1", "%2e%2e"])
def test_an_id_that_is_none_is_not_asked_for(root: Path, bank: Bank, act_id: str) -> None:
    with Service(bank.address) as service, pytest.raises(SourceError, match="no id"):
        fetch(root, act_id, "kaz", service)
    assert bank.asked == []


def test_the_command_fetches_both_languages_and_says_what_is_not_there(
    root: Path, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank.holds(FIRST)
    monkeypatch.chdir(root)
    ran = CliRunner().invoke(main, ["fetch", ACT, "--from", bank.address, "--delay", "0", "--json"])
    assert ran.exit_code == 1
    assert [one["lang"] for one in json.loads(ran.stdout)["acts"]] == ["kaz"]
    assert f"no act {ACT} in rus" in ran.stderr


def test_the_command_follows_the_acts_that_amended(root: Path, bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    bank.holds(FIRST, SECOND)
    monkeypatch.chdir(root)
    arguments = ["fetch", ACT, "--lang", "kaz", "--amending", "--from", bank.address, "--delay", "0"]
    ran = CliRunner().invoke(main, arguments)
    assert ran.exit_code == 1
    assert "/V2400000099/kaz/versions" in bank.asked
