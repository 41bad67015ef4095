"""lexkz: Kazakhstan's legal acts as Akoma Ntoso, with the commands that amend them read, applied and proved.

The public interface is this module's: what stands in ``__all__`` is imported from :mod:`lexkz.api` when it is first
used, so that ``import lexkz`` costs nothing. Four of its functions have the names of packages: ``lexkz.read(path)`` is
a call of the package ``lexkz.read`` (decision 0009).
"""

import importlib
import sys
from types import ModuleType
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

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Agreement",
    "Check",
    "Command",
    "Commands",
    "Comparison",
    "Consolidated",
    "Finding",
    "FormDataError",
    "Forms",
    "Pack",
    "Ruling",
    "SourceError",
    "Tables",
    "Unit",
    "UnknownUnitError",
    "Verification",
    "__version__",
    "agree",
    "check",
    "commands",
    "compare",
    "consolidate",
    "explain",
    "pack",
    "prove",
    "read",
    "read_rulings",
    "read_text",
    "side_by_side",
    "validate",
    "verify",
]

_VERBS = frozenset({"read", "consolidate", "compare", "check"})
"""Packages that are functions of the interface as well."""


class _Verb(ModuleType):
    """A package that can be called: it does what the function of its name in :mod:`lexkz.api` does."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        function = getattr(importlib.import_module("lexkz.api"), self.__name__.rpartition(".")[2])
        return function(*arguments, **options)

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        # So that it can be given to the processes of a pool, as any function can.
        return importlib.import_module, (self.__name__,)


class _Package(ModuleType):
    """This package: whatever imports one of its verbs, and whenever, what is bound here can be called."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _VERBS and type(value) is ModuleType:
            value.__class__ = _Verb
        super().__setattr__(name, value)


if not TYPE_CHECKING:  # else every name would be one that the type checker believes in

    def __getattr__(name: str) -> Any:
        if name in _VERBS:
            return importlib.import_module(f"{__name__}.{name}")
        if name in __all__:
            return getattr(importlib.import_module("lexkz.api"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
