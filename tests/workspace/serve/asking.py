"""Requests to the application in this process, without a network."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from starlette.types import ASGIApp


class Client:
    """Asks an application; a fault of it is an answer, as it would be over the network."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Return the answer; ``more`` is what httpx takes."""

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://here.example") as client:
                return await client.request(method, path, **more)

        # In a thread of its own: a browser that another test has opened keeps a loop running in this one.
        with ThreadPoolExecutor(1) as apart:
            return apart.submit(asyncio.run, asked()).result()

    def get(self, path: str, **more: Any) -> httpx.Response:
        """Return the answer to GET."""
        return self.request("GET", path, **more)

    def head(self, path: str) -> httpx.Response:
        """Return the answer to HEAD."""
        return self.request("HEAD", path)
