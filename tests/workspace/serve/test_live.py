"""A server over the network: another store takes the place of the first while it is asked, and nothing breaks."""

import asyncio
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from lexkz.workspace.store import index
from tests.workspace.store.workspaces import RULES, WORK


def test_a_new_store_is_served_at_once_and_no_request_fails_meanwhile(live: tuple[Path, str]) -> None:
    root, address = live
    path = root / "xml" / RULES / "rus.xml"
    original = path.read_text(encoding="utf-8")
    told: list[tuple[int, str]] = []
    done = threading.Event()

    def ask() -> None:
        with httpx.Client(base_url=address) as client:
            while not done.is_set():
                for part in ("~para_4__subpara_3", "~para_4"):
                    response = client.get(f"{WORK}/rus@2020-02-01/{part}")
                    told.append((response.status_code, response.text))
                told.append((client.get("/search?q=реактивы").status_code, ""))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    etags = set()
    try:
        for number in range(4):
            path.write_text(original.replace("лаборантов", f"лаборантов{number}"), encoding="utf-8")
            index(root)
            response = httpx.get(f"{address}{WORK}/rus@2020-02-01/~para_4__subpara_3")
            assert f"лаборантов{number} " in response.json()["text"]
            etags.add((response.headers["etag"], response.headers["last-modified"]))
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert {status for status, _ in told} == {200}
    assert len({etag for etag, _ in etags}) == len({time for _, time in etags}) == 4


def test_a_store_that_is_gone_is_a_problem_until_it_is_there_again(live: tuple[Path, str]) -> None:
    root, address = live
    store = root / "published" / "lexkz.sqlite"
    store.rename(root / "away")
    response = httpx.get(f"{address}{WORK}")
    assert (response.status_code, response.headers["content-type"]) == (503, "application/problem+json")
    (root / "away").rename(store)
    assert httpx.get(f"{address}{WORK}").status_code == 200


def test_the_server_hides_what_it_runs_on(live: tuple[Path, str]) -> None:
    assert "server" not in httpx.get(live[1]).headers


def test_who_does_not_say_what_he_wants_keeps_nobody_out(live: tuple[Path, str]) -> None:
    address = httpx.URL(live[1])
    silent = [socket.create_connection((address.host, address.port)) for _ in range(220)]
    for one in silent[::2]:
        one.send(b"GET / HTTP/1.1\r\nHost: loc")
    assert httpx.get(address).status_code == 200
    for one in silent:
        one.close()


def test_a_request_whose_head_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    from lexkz.workspace.serve import slow_heads

    async def asked() -> tuple[bytes, bytes]:
        config = uvicorn.Config(_hello, http=slow_heads.ImpatientProtocol, log_level="critical")
        config.load()
        loop = asyncio.get_running_loop()
        state = uvicorn.server.ServerState()
        server = await loop.create_server(
            lambda: slow_heads.ImpatientProtocol(config, state, {}), host="127.0.0.1", port=0
        )
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        first = await reader.readuntil(b"hello")
        writer.write(b"GET / HTTP/1.1\r\nHo")
        rest = await asyncio.wait_for(reader.read(), 20)
        writer.close()
        server.close()
        return first, rest

    monkeypatch.setattr(slow_heads, "PATIENCE", 0.2)
    first, rest = asyncio.run(asked())
    assert first.startswith(b"HTTP/1.1 200")
    assert rest == b""


async def _hello(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
    await send({"type": "http.response.body", "body": b"hello"})


def test_a_missing_extra_is_told_in_a_sentence(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['fastapi'] = None\n"
        "from lexkz.workspace.cli import main; sys.argv = ['lexkz', 'serve', '--store', 'x.sqlite']; main()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.returncode == 2
    assert run.stderr == "lexkz: lexkz serve needs the extra 'serve': pip install 'lexkz[serve]'\n"


def test_a_missing_store_is_told_in_a_sentence(tmp_path: Path) -> None:
    code = "import sys; from lexkz.workspace.cli import main; sys.argv = ['lexkz', 'serve', '--store', 'x']; main()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (run.returncode, run.stderr) == (2, "lexkz: There is no store x: run lexkz index first.\n")
