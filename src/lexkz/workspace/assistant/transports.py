"""How an assistant reaches the server: by standard input and output, or by HTTP on this machine alone."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lexkz.publication.extras import MissingExtraError
from lexkz.workspace.store import Store

if TYPE_CHECKING:
    from mcp.server import Server
    from starlette.applications import Starlette

_OF_THE_EXTRA = ("mcp", "mcp_types", "starlette", "anyio", "uvicorn")
_NAMES = ("127.0.0.1", "localhost")
PATH = "/mcp"


def run(store: Path, *, port: int | None = None) -> None:
    """Serve ``store`` until the assistant leaves; over HTTP where a ``port`` is given, else by standard input.

    Raises SourceError where it is no store, or where the extra is not installed.
    """
    try:
        import mcp.server.stdio

        from lexkz.workspace.assistant.protocol import Assistant
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in _OF_THE_EXTRA:
            raise MissingExtraError("lexkz mcp", "mcp") from None
        raise
    Store.open(store).close()
    server = Assistant(store).server()
    if port is not None:
        _over_http(server, port)
        return

    async def serve() -> None:
        async with mcp.server.stdio.stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    asyncio.run(serve())


def _over_http(server: "Server[Any]", port: int) -> None:
    import uvicorn

    app = http_app(server, port)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="info", access_log=False, server_header=False)


def http_app(server: "Server[Any]", port: int) -> "Starlette":
    """Return the application of a server at ``port``.

    It answers requests alone whose Host is this machine and whose Origin, if they have one, is the server itself: a
    page of the network must not ask it by a name that leads here.
    """
    from mcp.server.transport_security import TransportSecuritySettings

    # Whole names, since those of the SDK that end in ":*" let anything follow.
    hosts = [f"{name}:{port}" for name in _NAMES]
    return server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        transport_security=TransportSecuritySettings(
            enable_dns_rebinding_protection=True,
            allowed_hosts=hosts,
            allowed_origins=[f"http://{host}" for host in hosts],
        ),
    )
