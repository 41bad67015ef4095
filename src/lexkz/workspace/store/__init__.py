"""The store: a workspace in one SQLite file, and the questions that it answers."""

from lexkz.workspace.store.acts import ActFilters
from lexkz.workspace.store.connection import DEFAULT, SlowQueryError
from lexkz.workspace.store.index import Indexed, index
from lexkz.workspace.store.no_such_text import Missing
from lexkz.workspace.store.questions import changes, histories, history
from lexkz.workspace.store.store import Store, is_day
from lexkz.workspace.store.unit_names import NamedUnit

__all__ = [
    "DEFAULT",
    "ActFilters",
    "Indexed",
    "Missing",
    "NamedUnit",
    "SlowQueryError",
    "Store",
    "changes",
    "histories",
    "history",
    "index",
    "is_day",
]
