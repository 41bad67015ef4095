"""Answers: bytes with their type, strong ETag and time, and what a request already has of them."""

import gzip
import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache, partial
from threading import Lock
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from lexkz.workspace.serve.opened import Generation
from lexkz.workspace.serve.problems import problem

JSON = "application/json"
AKN = "application/akn+xml"
_PACKED = "-gzip"
_WORTH_PACKING = 1_400
"""Bytes; below, an answer goes in one packet as it is."""
CACHE_CONTROL = "public, no-cache"
"""Answers may be kept, but are asked for again each time: a store can be replaced at any moment."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a resource says."""

    body: bytes
    media: str = JSON
    links: tuple[tuple[str, str], ...] = ()
    """Path and relation of other resources."""
    location: str | None = None
    """Path of the resource under its exact name, where it was asked for by another one."""
    etag: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    """Further headers, in place of those that all answers have."""


def answer(
    body: bytes | str | dict[str, object],
    media: str = JSON,
    *,
    links: tuple[tuple[str, str], ...] = (),
    location: str | None = None,
) -> Answer:
    """Return an answer with the ETag of its bytes."""
    if isinstance(body, dict):
        body = json.dumps(body, ensure_ascii=False, separators=(",", ":")) + "\n"
    data = body if isinstance(body, bytes) else body.encode()
    return Answer(data, media, links, location, f'"{hashlib.sha256(data).hexdigest()[:32]}"')


def respond(request: Request, found: Answer, generation: Generation) -> Response:
    """Return the response to ``request``: see :func:`respond_to`."""
    return respond_to(dict(request.scope["headers"]), found, generation)


def respond_to(asked: Mapping[bytes, bytes], found: Answer, generation: Generation) -> Response:
    """Return the response to a request with the headers ``asked``: the answer, or 304 where the client has it.

    ``If-None-Match`` counts before ``If-Modified-Since``, as RFC 9110 wants it. The time is that at which the store was
    last changed: whatever a day of the law, a text that was read anew since then is another one. ``If-Match`` counts
    before both: 412 where what is there is not what the client means.
    """
    modified = generation[1] // 1_000_000_000
    headers = {
        "ETag": found.etag,
        "Last-Modified": _http_date(modified),
        "Cache-Control": CACHE_CONTROL,
        "Vary": "Accept, Accept-Encoding",
        **dict(found.headers),
    }
    if found.links:
        headers["Link"] = ", ".join(f'<{_ascii(path)}>; rel="{relation}"' for path, relation in found.links)
    if found.location:
        headers["Content-Location"] = _ascii(found.location)
    if not _meant(asked, found.etag):
        return problem(412, "What is there now is not what If-Match names.", headers={"ETag": found.etag})
    body = found.body
    if len(body) >= _WORTH_PACKING and _takes_gzip(asked):
        # A strong ETag is of the bytes that are sent.
        headers["ETag"] = f'{found.etag[:-1]}{_PACKED}"'
        if not _has(asked, headers["ETag"], modified):
            headers["Content-Encoding"] = "gzip"
            body = _packed(body)
    if _has(asked, headers["ETag"], modified):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, found.media)


def _takes_gzip(asked: Mapping[bytes, bytes]) -> bool:
    for part in asked.get(b"accept-encoding", b"").decode("latin-1").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return not re.fullmatch(r"\s*q\s*=\s*0(?:\.0*)?\s*", weight)
    return False


@lru_cache(maxsize=256)
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, 5, mtime=0)


def _ascii(path: str) -> str:
    """A path as a header may have it; what is encoded already stays as it is."""
    return path if path.isascii() and " " not in path else quote(path, safe="/%!~@?&=+:,;()*'$-._")


_http_date = lru_cache(maxsize=8)(partial(formatdate, usegmt=True))


def _meant(asked: Mapping[bytes, bytes], etag: str) -> bool:
    """Packed or not, it is one text that a client means; a weak tag is never enough (RFC 9110, 13.1.1)."""
    given = asked.get(b"if-match")
    if given is None:
        return True
    known = given.decode("latin-1")
    tags = {one.strip() for one in known.split(",")}
    return known.strip() == "*" or not tags.isdisjoint((etag, f'{etag[:-1]}{_PACKED}"'))


def _has(asked: Mapping[bytes, bytes], etag: str, modified: int) -> bool:
    given = asked.get(b"if-none-match")
    if given is not None:
        known = given.decode("latin-1")
        return known.strip() == "*" or etag in (one.strip().removeprefix("W/") for one in known.split(","))
    since = asked.get(b"if-modified-since")
    if since is None:
        return False
    try:
        return modified <= parsedate_to_datetime(since.decode("latin-1")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False


class Kept:
    """Answers that took time to make, kept until memory is needed for others or the store is another one."""

    def __init__(self, most: int = 64 * 1024 * 1024) -> None:
        self._most = most
        self._size = 0
        self._generation: Generation | None = None
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, generation: Generation, key: str) -> Answer | None:
        """Return the answer kept under ``key`` from the store of ``generation``."""
        with self._lock:
            if generation != self._generation:
                return None
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, generation: Generation, key: str, made: Answer) -> None:
        """Keep an answer; the longest unused ones go."""
        with self._lock:
            if generation != self._generation:
                self._answers.clear()
                self._size, self._generation = 0, generation
            old = self._answers.pop(key, None)
            self._size += len(made.body) + len(key) - (len(old.body) + len(key) if old else 0)
            self._answers[key] = made
            while self._size > self._most and self._answers:
                name, gone = self._answers.popitem(last=False)
                self._size -= len(gone.body) + len(name)
