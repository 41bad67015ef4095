"""lexkz: Kazakhstan's legal acts as Akoma Ntoso, with the commands that amend them read, applied and proved.

The public interface is this module's: what stands in ``__all__`` is imported from :mod:`lexkz.api` when it is first
used, so that ``import lexkz`` costs nothing. Packages have nouns for names, functions verbs (decision 0032).
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lexkz.api import (
        Act,
        Agreement,
        Check,
        Command,
        Commands,
        Comparison,
        Consolidated,
        Draft,
        Finding,
        FormDataError,
        Forms,
        Pack,
        Ruling,
        SourceError,
        Tables,
        Unit,
        UnknownUnitError,
        Verification,
        agree,
        check,
        commands,
        compare,
        consolidate,
        draft,
        explain,
        pack,
        prove,
        read,
        read_rulings,
        read_text,
        side_by_side,
        validate,
        verify,
    )
    from lexkz.workspace.store import Missing, Store, changes, history

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Agreement",
    "Check",
    "Command",
    "Commands",
    "Comparison",
    "Consolidated",
    "Draft",
    "Finding",
    "FormDataError",
    "Forms",
    "Missing",
    "Pack",
    "Ruling",
    "SourceError",
    "Store",
    "Tables",
    "Unit",
    "UnknownUnitError",
    "Verification",
    "__version__",
    "agree",
    "changes",
    "check",
    "commands",
    "compare",
    "consolidate",
    "draft",
    "explain",
    "history",
    "pack",
    "prove",
    "read",
    "read_rulings",
    "read_text",
    "side_by_side",
    "validate",
    "verify",
]

_OF_THE_STORE = frozenset({"Missing", "Store", "changes", "history"})
"""What asks a whole workspace stands above :mod:`lexkz.api`, in :mod:`lexkz.workspace.store`."""

if not TYPE_CHECKING:  # else every name would be one that the type checker believes in

    def __getattr__(name: str) -> Any:
        if name in __all__:
            home = "lexkz.workspace.store" if name in _OF_THE_STORE else "lexkz.api"
            return getattr(importlib.import_module(home), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
