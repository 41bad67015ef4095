"""An amending act's own clauses (entry into force, execution, control, …), by words that only they have."""

from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from lexkz.languages.folding import fold_spaces

ClauseKind = Literal["entry_into_force", "control", "execution", "publication", "approval"]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """One kind of clause: it is meant where all stems of one of the groups stand in the text."""

    kind: ClauseKind
    groups: tuple[tuple[str, ...], ...]


def holds_changes(title: str, lang: str) -> bool:
    """Return whether an annex titled so holds changes to other acts: «… енгізілетін өзгерістер», «Изменения, …»."""
    folded = fold_spaces(title)
    groups: tuple[tuple[str, ...], ...] = import_module(f"lexkz.languages.{lang}.clauses").CHANGES
    return any(all(fold_spaces(stem) in folded for stem in group) for group in groups)


def clause_kind(text: str, lang: str) -> ClauseKind | None:
    """Return the kind of own clause that ``text`` (one point, whole) is, None where it is none."""
    folded = fold_spaces(text)
    words: tuple[ClauseWords, ...] = import_module(f"lexkz.languages.{lang}.clauses").CLAUSES
    for entry in words:
        if any(all(fold_spaces(stem) in folded for stem in group) for group in entry.groups):
            return entry.kind
    return None
