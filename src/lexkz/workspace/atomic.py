"""Files are written whole or not at all, and only where their bytes change."""

import os
import secrets
import stat
from pathlib import Path

BUILDING = ".building"
"""Ending of what a build has begun to write; what a killed one left is swept by the next."""
IMPORTING = ".importing"
"""The same of an import."""


def write(path: Path, data: bytes, *, ending: str = ".part") -> bool:
    """Write ``data`` to ``path`` atomically, making its directories; return False where the file already held it.

    ``ending`` is that of the temporary file beside it. Raises OSError where the place cannot be written; the old file
    is then untouched.
    """
    if path.is_symlink():  # what a link leads to is replaced, not the link
        path = path.resolve()
    try:
        status = os.stat(path)
    except FileNotFoundError:
        status = None
    if status is not None:
        if not stat.S_ISREG(status.st_mode):  # a device or a pipe has no old bytes to keep whole
            path.write_bytes(data)
            return True
        if status.st_size == len(data) and path.read_bytes() == data:
            return False
    name = path.with_name(f".{path.name}.{secrets.token_hex(6)}{ending}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        handle = os.open(name, flags, 0o666)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(name, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if status is not None:
                os.fchmod(handle, stat.S_IMODE(status.st_mode))
        os.replace(name, path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    return True
