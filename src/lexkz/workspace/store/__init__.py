"""The store: a workspace in one SQLite file, and the questions that it answers."""

from lexkz.workspace.store.acts import ActFilters
from lexkz.workspace.store.connection import SlowQueryError
from lexkz.workspace.store.index import DEFAULT, Indexed, index
from lexkz.workspace.store.store import Store, is_day

__all__ = ["DEFAULT", "ActFilters", "Indexed", "SlowQueryError", "Store", "index", "is_day"]
