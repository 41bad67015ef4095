"""Connections that say nothing, or not all of a request's head, are closed; they would keep others out."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds from the first byte of a request, or from the connection, to the end of its head."""


class ImpatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with a time limit for the head of each request."""

    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came; the head of a further request has its own time."""
        if self._patience is None and self._answered():
            self._wait()
        before: Any = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._rest()
        super().connection_lost(exc)

    def _answered(self) -> bool:
        return self.cycle is None or bool(self.cycle.response_complete)

    def _wait(self) -> None:
        self._patience = self.loop.call_later(PATIENCE, self._give_up)

    def _rest(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if self._answered():
            self.transport.abort()
