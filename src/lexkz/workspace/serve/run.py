"""Running the server: uvicorn, on this machine only unless told otherwise, in one process or in several."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.publication.extras import MissingExtraError
from lexkz.workspace.store import Store

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOOPBACK = ("localhost", "127.0.0.1", "::1")
CONNECTIONS = 900
"""Open connections of a process, most of them idle ones; below the files that a process may have open by default."""
_TOLD = "LEXKZ_SERVE"
"""Variable by which a process is told what the command line said."""


def run(
    store: Path,
    *,
    host: str,
    port: int,
    seconds: float,
    cors: Sequence[str] = (),
    hosts: Sequence[str] = (),
    workers: int = 1,
    log: str = "info",
) -> None:
    """Serve ``store`` until interrupted; what is being answered then is answered to its end.

    ``hosts`` are the names by which it may be asked, beside ``host``; where it listens on this machine only and none
    are told, only names of this machine. Raises SourceError where the store is none, or where the extra is not
    installed.
    """
    try:
        import uvicorn

        if workers == 1:
            from lexkz.workspace.serve import app  # noqa: F401 (that it can be imported is told here)
        else:
            # Only that it can: the process that watches over the others answers nothing, and they wait for it.
            import fastapi  # noqa: F401
        from lexkz.workspace.serve.slow_heads import ImpatientProtocol
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("uvicorn", "fastapi", "starlette", "anyio"):
            raise MissingExtraError("lexkz serve", "serve") from None
        raise
    Store.open(store).close()
    known = (*hosts, host, *LOOPBACK) if hosts or host in LOOPBACK else ()
    told = {"store": str(store.resolve()), "seconds": seconds, "cors": list(cors), "hosts": known}
    os.environ[_TOLD] = json.dumps(told)
    uvicorn.run(
        f"{__name__}:served_application",
        factory=True,
        workers=workers,
        host=host,
        port=port,
        http=ImpatientProtocol,
        log_level=log,
        access_log=log == "debug",
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=int(seconds) + 5,
        h11_max_incomplete_event_size=16_384,
    )


def served_application() -> "ASGIApp":
    """Return the application that the command line asked for."""
    from lexkz.workspace.serve.app import application

    told = json.loads(os.environ[_TOLD])
    return application(Path(told["store"]), seconds=told["seconds"], cors=told["cors"], hosts=told["hosts"])
