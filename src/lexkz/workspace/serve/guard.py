"""What stands before every route: methods, sizes, HEAD, and the headers of safety."""

from collections.abc import MutableMapping, Sequence
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lexkz.workspace.serve.problems import problem

LONGEST_ADDRESS = 8_192
"""Bytes of path and query."""
LARGEST_BODY = 65_536
"""Bytes that a request may bring; none of them are looked at."""
SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Lets through only what can be answered, as GET; a HEAD is a GET whose body is not sent."""

    def __init__(self, app: ASGIApp, *, options: bool = False, hosts: Sequence[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(host.lower().strip("[]") for host in hosts)
        """Names by which the server may be asked; any where none are told."""
        self._options = options
        """True where OPTIONS is answered below, for pages of other origins."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = scope["method"]
        body = method != "HEAD"

        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                own = {name.lower() for name, _ in given}
                message["headers"] = [*given, *(one for one in SAFETY if one[0] not in own)]
            elif message["type"] == "http.response.body" and not body:
                message = {"type": "http.response.body", "body": b"", "more_body": message.get("more_body", False)}
            await send(message)

        refused = self._refused(scope) or self._elsewhere(scope)
        if refused is not None:
            await problem(*refused[:2], headers=refused[2])(scope, receive, safe)
            return
        inner: MutableMapping[str, Any] = {**scope, "method": "GET"} if method == "HEAD" else scope
        await self._app(inner, receive, safe)

    def _elsewhere(self, scope: Scope) -> tuple[int, str, dict[str, str]] | None:
        """Refuse a request for another host: a page elsewhere could let its own name lead here, and read answers."""
        if not self._hosts:
            return None
        asked = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
        name = asked.rpartition(":")[0] if asked.rpartition(":")[2].isdigit() else asked
        if name.strip("[]") in self._hosts:
            return None
        return 400, f"No host {name[:80]!r} is served here: lexkz serve --allow-host adds one.", {}

    def _refused(self, scope: Scope) -> tuple[int, str, dict[str, str]] | None:
        allowed = ("GET", "HEAD", "OPTIONS") if self._options else ("GET", "HEAD")
        if scope["method"] not in allowed:
            return 405, "Everything here is only read.", {"Allow": ", ".join(allowed)}
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, f"The address is longer than {LONGEST_ADDRESS} bytes.", {}
        headers = dict(scope["headers"])
        length = headers.get(b"content-length", b"0")
        if b"transfer-encoding" in headers or not length.isdigit() or int(length) > LARGEST_BODY:
            return 413, "No request here has a body.", {}
        return None
