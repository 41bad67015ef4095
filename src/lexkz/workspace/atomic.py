"""Files are written whole or not at all, and only where their bytes change."""

import os
import tempfile
from pathlib import Path


def write(path: Path, data: bytes) -> bool:
    """Write ``data`` to ``path`` atomically, making its directories; return False where the file already held it.

    Raises OSError where the place cannot be written; the old file is then untouched.
    """
    path = path.resolve()
    if path.is_file() and path.read_bytes() == data:
        return False
    if path.exists() and not path.is_file():  # a device or a pipe has no old bytes to keep whole
        path.write_bytes(data)
        return True
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    return True


def _mode(path: Path) -> int:
    """Return the mode that the file has, or that a new file gets under the user's umask."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
