"""The store: a workspace in one SQLite file, and the questions that it answers."""

from lexkz.workspace.store.acts import ActFilters
from lexkz.workspace.store.connection import SlowQueryError
from lexkz.workspace.store.index import DEFAULT, Indexed, index
from lexkz.workspace.store.store import Store
from lexkz.workspace.store.unit_texts import HeavyError

__all__ = ["DEFAULT", "ActFilters", "HeavyError", "Indexed", "SlowQueryError", "Store", "index"]
