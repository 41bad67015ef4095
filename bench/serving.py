"""The store and the server with 2,000 generated acts: indexing, search, a unit by eId over HTTP."""

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from bench.timing import Ratio, best, ratio

ACTS = 2_000
_PATTERNS = 20
"""Acts that are really read; the others are copies of them with a name and a word of their own."""
_NOUNS = (
    "журнал",
    "архив",
    "заявка",
    "проверка",
    "договор",
    "лицензия",
    "тариф",
    "реестр",
    "услуга",
    "комиссия",
    "образец",
    "жалоба",
    "склад",
    "надзор",
)
_VERBS = (
    "ведётся",
    "хранится",
    "рассматривается",
    "утверждается",
    "направляется",
    "проверяется",
    "согласуется",
    "публикуется",
)


@contextmanager
def workspace(acts: int = ACTS) -> Iterator[Path]:
    """Give a workspace with ``acts`` synthetic acts of sixty points each in ``xml/``."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        patterns = [_pattern(serial) for serial in range(min(_PATTERNS, acts))]
        for serial in range(acts):
            path = root / "xml" / f"V20{serial:08d}" / "rus.xml"
            path.parent.mkdir(parents=True)
            day = (date(2000, 1, 1) + timedelta(days=serial * 4)).isoformat()
            text = patterns[serial % len(patterns)]
            path.write_text(text.replace("2020-01-10", day).replace("образцово", f"слово{serial}"), encoding="utf-8")
        yield root


def _pattern(serial: int) -> str:
    from lexkz.akn import canonical
    from lexkz.reading import read_text
    from lexkz.structure import build

    points = []
    for number in range(1, 61):
        noun, verb = _NOUNS[(serial + number) % len(_NOUNS)], _VERBS[(serial * 7 + number) % len(_VERBS)]
        words = f"{noun.capitalize()} {verb} в течение {number + serial} дней, в том числе по пункту {number}"
        lines = [f"      {number}. {words}{':' if number % 3 == 0 else '.'}"]
        if number % 3 == 0:
            lines += [f"      {sub}) {_NOUNS[(number * sub) % len(_NOUNS)]} {verb} образцово;" for sub in (1, 2)]
            lines += [f"      3) {noun} {verb} повторно."]
        points += lines
    head = (
        f"Об утверждении Синтетических правил № {serial}\n\nПриказ Министра здравоохранения Республики Казахстан "
        f"от 10 января 2020 года № {serial + 1}\n\n      ПРИКАЗЫВАЮ:\n"
    )
    act = build(read_text(head + "\n".join(points) + "\n", lang="rus"))
    return canonical.serialise(act.root).decode()


_REQUESTS = 1_500
_SERVER = """
import sys
import uvicorn
from fastapi import FastAPI
from pathlib import Path
from lexkz.workspace.serve.app import application

if sys.argv[1]:
    app = application(Path(sys.argv[1]))
else:
    app = FastAPI()

    @app.get("/unit/{eid}")
    async def unit(eid: str):
        return {"eId": eid, "number": "30", "kind": "paragraph", "text": "30. Журнал ведётся в течение 40 дней. " * 9}

uvicorn.run(app, port=int(sys.argv[2]), log_level="error", access_log=False, timeout_keep_alive=300)
"""


def serving() -> Iterator[Ratio]:
    """The store and the server of one workspace, which is indexed once, since that takes longest."""
    with workspace() as root:
        yield from _storing(root)
        yield _over_http(root)
        yield _by_mcp(root)


def _storing(root: Path) -> Iterator[Ratio]:
    """Indexing against the parsing of the same files; a run with one change, and searches, against a whole run."""
    from lxml import etree

    from lexkz.workspace.store import DEFAULT, Store, index

    files = sorted((root / "xml").glob("*/rus.xml"))

    def whole() -> None:
        assert len(index(root).written) == len(files)

    def floor() -> None:
        for path in files:
            etree.tostring(etree.fromstring(path.read_bytes()))

    taken = ratio("index of 2,000 acts", whole, floor, against="parse and write the XML", limit=60, rounds=1)
    yield taken
    turn = iter(range(100))

    def one() -> None:
        text = files[7].read_text(encoding="utf-8")
        files[7].write_text(text.replace("повторно", f"повторно{next(turn)}", 1), encoding="utf-8")
        assert len(index(root).written) == 1

    yield Ratio("the same, one act changed", best(one, rounds=2), taken.ours, "a whole run", 0.2)
    with Store.open(root / DEFAULT) as store:

        def search() -> None:
            for query in ("журналам по пунктам", "реестру", "слово123", "дни, пункты", '"в течение 40 дней"'):
                assert store.search(query, at="2024-01-01").hits, query

        yield Ratio("five searches", best(search), taken.ours, "a whole run", 0.05)


def _over_http(root: Path) -> Ratio:
    """A unit by eId, a different one each time, against a bare FastAPI route with a JSON as small, both in uvicorn."""
    from lexkz.workspace.store import DEFAULT

    count = min(_REQUESTS, len(list((root / "xml").iterdir())))
    paths = [
        f"/akn/kz/act/order/mz/{(date(2000, 1, 1) + timedelta(days=serial * 4)).isoformat()}"
        f"/{serial % _PATTERNS + 1}/rus@2024-12-01/~para_{serial % 60 + 1}"
        for serial in range(count)
    ]
    bare = [f"/unit/para_{serial}" for serial in range(count)]
    with _running(str(root / DEFAULT)) as ours, _running("") as floor:
        return ratio(
            "units by eId over HTTP",
            lambda: _ask(ours, paths),
            lambda: _ask(floor, bare),
            against="a bare FastAPI route",
            limit=1.5,
        )


def _by_mcp(root: Path) -> Ratio:
    """A unit by eId, a different one each time, asked by the SDK's client in memory, which holds it to its schema."""
    from anyio.from_thread import start_blocking_portal
    from mcp import Client

    from lexkz.workspace.assistant.protocol import Assistant
    from lexkz.workspace.store import DEFAULT

    asked = [
        {"act": f"V20{serial * 7:08d}", "unit": f"para_{serial % 60 + 1}", "day": "2024-12-01"}
        for serial in range(min(200, len(list((root / "xml").iterdir())) // 7))
    ]
    with start_blocking_portal() as portal:
        client = Client(Assistant(root / DEFAULT).server())
        with portal.wrap_async_context_manager(client):

            def ask() -> None:
                for one in asked:
                    found = portal.call(client.call_tool, "read_unit", one)
                    assert found.structured_content["answer"]["text"], one

            taken = best(ask, rounds=3) / len(asked)
    return Ratio("a unit by MCP of 2,000 acts", taken, 0.05, "the goal of 50 ms", 1)


@contextmanager
def _running(store: str) -> Iterator[http.client.HTTPConnection]:
    """Give a connection, kept open, to a server in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = subprocess.Popen([sys.executable, "-c", _SERVER, store, str(port)])
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            _wait(connection)
            yield connection
    finally:
        run.terminate()
        run.wait()


def _wait(connection: http.client.HTTPConnection) -> None:
    """Try until the server listens."""
    for _ in range(400):
        try:
            connection.connect()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not start")


def _ask(connection: http.client.HTTPConnection, paths: list[str]) -> None:
    for path in paths:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200 or not body:
            raise AssertionError((path, response.status, body))
