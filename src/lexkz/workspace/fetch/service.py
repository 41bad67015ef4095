"""A service asked politely: one question at a time, with pauses, fewer when it is busy, and none again in vain."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from lexkz import __version__
from lexkz.reading.blocks import SourceError

if TYPE_CHECKING:
    import httpx

AGENT = f"lexkz/{__version__}"
LARGEST = 64 * 1024 * 1024
"""Bytes of one answer."""
LONGEST_WAIT = 120.0
"""Seconds; where the service asks for more, the run ends and can be gone on with later."""
TRIES = 5
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


class NotThereError(SourceError):
    """The service knows no such thing: it answered 404 or 410."""


@dataclass(slots=True)
class Service:
    """The service at ``address``; used as a context manager, so that its connection is closed."""

    address: str
    delay: float = 1.0
    """Seconds between two questions."""
    timeout: float = 30.0
    """Seconds for one answer to begin, and between its parts."""
    pause: Callable[[float], None] = time.sleep
    _client: "httpx.Client | None" = field(default=None, init=False)
    _asked: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        try:
            import httpx
        except ImportError:
            raise SourceError("Fetching needs the extra fetch: pip install 'lexkz[fetch]'.") from None
        try:
            home = httpx.URL(self.address)
        except httpx.InvalidURL:
            home = httpx.URL("")
        if home.scheme not in ("http", "https") or not home.host:
            raise SourceError(f"{self.address!r} is no address of a service: give one that begins with https://.")

        def stay(request: "httpx.Request") -> None:
            if (request.url.host, request.url.port) != (home.host, home.port):
                raise SourceError(
                    f"{self.address} leads away to {request.url.host}: the service has moved; see --from."
                )

        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept": "application/json"},
            timeout=self.timeout,
            follow_redirects=True,
            max_redirects=5,
            event_hooks={"request": [stay]},
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            self._client.close()

    def get(self, path: str) -> bytes:
        """Return what the service answers at ``path`` below its address.

        A busy service, or one that cannot be reached, is asked again with longer and longer pauses. Raises
        NotThereError for 404 and 410, SourceError for other refusals, answers over the limit, and a service that stays
        busy.
        """
        url = f"{self.address.rstrip('/')}/{path}"
        said = ""
        for attempt in range(TRIES):
            if self._asked:
                self.pause(self.delay * 2**attempt if attempt else self.delay)
            self._asked = True
            data, said, wait = self._once(url)
            if data is not None:
                return data
            if wait > LONGEST_WAIT:
                raise SourceError(
                    f"{url} asks to wait {wait:.0f} seconds: run the command again then; it goes on where it was."
                )
            if wait > 0:
                self.pause(wait)
        raise SourceError(
            f"{url} did not answer {TRIES} times ({said}): run the command again later; it goes on where it was."
        )

    def _once(self, url: str) -> tuple[bytes | None, str, float]:
        """Ask once; return the answer, or what was wrong and how many seconds the service wants to be left alone."""
        import httpx

        assert self._client is not None, "a service is asked inside its with block"
        try:
            with self._client.stream("GET", url) as answer:
                status = answer.status_code
                if status in _BUSY:
                    return None, f"status {status}", _asked_wait(answer.headers.get("Retry-After", ""))
                if status in (404, 410):
                    raise NotThereError(f"{url} is not there (status {status}): check the id.")
                if status != 200:
                    raise SourceError(f"{url} was refused (status {status}): the service may have changed; see --from.")
                return _body(answer, url), "", 0.0
        except httpx.TooManyRedirects:
            raise SourceError(f"{url} leads round in a circle: the service has changed; see --from.") from None
        except httpx.DecodingError:
            raise SourceError(f"{url} answers with what cannot be unpacked: the service has changed.") from None
        except httpx.TransportError as error:
            return None, type(error).__name__, 0.0


def _body(answer: "httpx.Response", url: str) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_bytes():
        size += len(part)
        if size > LARGEST:
            raise SourceError(f"{url} answers with more than {LARGEST // 1024**2} MB: that is no edition of an act.")
        parts.append(part)
    return b"".join(parts)


def _asked_wait(said: str) -> float:
    """Return the seconds of a Retry-After header, which is a number or a date; 0 where it says nothing."""
    if said.strip().isdigit():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return 0.0
    moment = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
