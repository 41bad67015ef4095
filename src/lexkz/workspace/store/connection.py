"""Read-only connections to a store, and a limit on how long a query may run."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lexkz.languages.folding import fold_keyboard, fold_spaces
from lexkz.reading.blocks import SourceError
from lexkz.workspace.store import schema

DEFAULT = Path("published") / "lexkz.sqlite"
"""Where the store lies below a workspace."""
_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock: about a millisecond."""


class SlowQueryError(SourceError):
    """A query was stopped since it ran for longer than it may."""


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that can only read, to the store as it is now: a store put in its place is not seen.

    Raises SourceError where there is no store, or one that this version of lexkz did not write.
    """
    if not path.is_file():
        raise SourceError(f"There is no store {path.name}: run lexkz index first.")
    try:
        # The file is never changed, only replaced: no locks are needed, and none are left behind.
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        ours, version = False, 0
    if not ours:
        raise SourceError(f"{path.name} is not a store of lexkz: make one with lexkz index.")
    if version != schema.VERSION:
        raise SourceError(f"{path.name} was written by another version of lexkz: run lexkz index again.")
    connection.execute("PRAGMA query_only = 1")
    # Not mapped into memory: a file that is overwritten in place (cp, rsync --inplace) would end the whole process.
    connection.execute("PRAGMA cache_size = -16384")
    connection.create_function("fold", 1, fold_spaces, deterministic=True)
    connection.create_function("typed", 1, fold_keyboard, deterministic=True)
    connection.create_function("has_phrase", 2, has_phrase, deterministic=True)
    connection.create_function("has_part", 2, has_part, deterministic=True)
    return connection


@contextmanager
def limited(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Let queries run for ``seconds`` at most. Raises SlowQueryError where one takes longer."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise SlowQueryError(f"The query took longer than {seconds:g} seconds: ask for less.") from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def has_phrase(text: str, phrase: str) -> bool:
    """Return whether folded ``phrase`` stands in folded ``text`` as whole words."""
    place = text.find(phrase)
    while place >= 0:
        end = place + len(phrase)
        inside = (place > 0 and text[place - 1].isalnum() and phrase[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and phrase[-1].isalnum()
        )
        if not inside:
            return True
        place = text.find(phrase, place + 1)
    return False


def has_part(text: str, parts: str) -> bool:
    """Return whether folded ``text`` has one of ``parts``, a line each.

    The first is the word as typed, which may be any part of a word, unless it is a number; the others are stems, with
    which a word must begin.
    """
    typed, *stems = parts.split("\n")
    if typed[0].isdigit():
        return has_phrase(text, typed)
    return typed in text or any(_begins(text, stem) for stem in stems)


def _begins(text: str, stem: str) -> bool:
    place = text.find(stem)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(stem, place + 1)
    return place >= 0
