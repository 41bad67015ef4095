"""Running the server: uvicorn, one process, on this machine only unless told otherwise."""

from collections.abc import Sequence
from pathlib import Path

from lexkz.publication.extras import MissingExtraError
from lexkz.workspace.store import Store


def run(store: Path, *, host: str, port: int, seconds: float, cors: Sequence[str] = (), log: str = "info") -> None:
    """Serve ``store`` until interrupted. Raises SourceError where it is none, or where the extra is not installed."""
    try:
        import uvicorn

        from lexkz.workspace.serve.app import application
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("uvicorn", "fastapi", "starlette", "anyio"):
            raise MissingExtraError("lexkz serve", "serve") from None
        raise
    Store.open(store).close()
    uvicorn.run(
        application(store, seconds=seconds, cors=cors),
        host=host,
        port=port,
        log_level=log,
        access_log=log == "debug",
        server_header=False,
        limit_concurrency=200,
        timeout_keep_alive=15,
        h11_max_incomplete_event_size=16_384,
    )
