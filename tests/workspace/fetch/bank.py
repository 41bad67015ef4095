"""A local server that answers in the form of the reference control bank, and can be told to misbehave."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ACT = "V2400000012"
Answer = tuple[int, Mapping[str, str], bytes]


def edition(day: str, *texts: str, cause: str | None = None, **more: Any) -> dict[str, Any]:
    """Return an edition of a synthetic act, a point a text."""
    version: dict[str, Any] = {
        "versionDate": day,
        "metadata": {
            "title": {"kaz": "Сынақ актісі: сынақ қағидалары туралы", "rus": "Тестовый акт о правилах"},
            "stateAgencyApprovalDate": "2024-01-12",
            "stateAgencyDocNumber": "12",
            "registryNumber": "12",
        },
    }
    if cause is not None:
        version["cause"] = {"code": cause, "title": {"kaz": "Сынақ өзгерісі"}}
    content = [{"id": "n0", "type": "title", "level": 1, "text": "Сынақ актісі: сынақ қағидалары туралы"}]
    content += [{"id": f"n{place}", "type": "point", "level": 2, "text": text} for place, text in enumerate(texts, 1)]
    return {"ngr": ACT, "version": version, "content": content, **more}


def sent(value: object, status: int = 200, **headers: str) -> Answer:
    """Return an answer of JSON."""
    return status, headers, json.dumps(value, ensure_ascii=False).encode()


@dataclass
class Bank:
    """What the server was asked, and what it answers: by path, else 404. A list is answered one by one."""

    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def holds(self, *editions: Mapping[str, Any], lang: str = "kaz") -> None:
        """Let the bank hold these editions of the act, listed the newest first as services like to."""
        days = [one["version"]["versionDate"] for one in editions]
        self.answers[f"/{ACT}/{lang}/versions"] = sent([{"versionDate": day} for day in reversed(days)])
        for one, day in zip(editions, days, strict=True):
            year, month, date = day.split("-")
            self.answers[f"/{ACT}/{lang}/{date}.{month}.{year}?withHtml=false&page=1"] = sent(one)

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        found = self.answers.get(path, (404, {}, b"{}"))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def serving() -> Iterator[Bank]:
    """Serve a bank on a free port of this machine."""
    bank = Bank()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = bank.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        log_message: Callable[..., None] = lambda *_args: None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    bank.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield bank
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
