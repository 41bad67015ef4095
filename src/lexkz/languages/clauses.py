"""An amending act's own clauses (entry into force, execution, control, …), by words that only they have."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of

ClauseKind = Literal["entry_into_force", "control", "execution", "publication", "approval"]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """One kind of clause: it is meant where all stems of one of the groups stand in the text."""

    kind: ClauseKind
    groups: tuple[tuple[str, ...], ...]


def holds_changes(title: str, lang: str) -> bool:
    """Return whether an annex titled so holds changes to other acts: «… енгізілетін өзгерістер», «Изменения, …»."""
    return _has(title, import_module(f"lexkz.languages.{lang}.clauses").CHANGES)


def of_list_of_changes(mark: str, lang: Lang) -> re.Match[str] | None:
    """Return what the corner mark of an annex of a list of changes says (see ``Structure.list_mark``), None for others.

    «Приложение 1 к Перечню вагонов» is one of a list too, though of none that changes acts.
    """
    words = words_of(lang).structure
    found = words.list_mark.fullmatch(fold_spaces(mark))
    if found is None or not (holds_changes(found["list"], lang) or words.list_alone.fullmatch(found["list"])):
        return None
    return found


def lists_repeals(title: str, lang: str) -> bool:
    """Return whether an annex titled so lists what loses force: «Күші жойылған … тізбесі», «Перечень утративших …»."""
    return _has(title, import_module(f"lexkz.languages.{lang}.clauses").REPEALS)


def opens_changes(sentence: str, lang: str) -> bool:
    """Return whether a sentence says that this act changes another: «Внести … изменения:», «… өзгерістер енгізілсін:».

    Norms that oblige somebody to make changes in a list or a plan do not command so.
    """
    pattern: str = import_module(f"lexkz.languages.{lang}.clauses").OPENS_CHANGES
    return re.search(pattern, fold_spaces(sentence)) is not None


def _has(title: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    folded = fold_spaces(title)
    return any(all(fold_spaces(stem) in folded for stem in group) for group in groups)


def charge(text: str, kind: ClauseKind, lang: str) -> tuple[str | None, str | None]:
    """Return who a clause of ``kind`` charges and with what, as printed; None for what it does not say."""
    patterns: tuple[tuple[ClauseKind, str], ...] = import_module(f"lexkz.languages.{lang}.clauses").CHARGES
    words = " ".join(text.split())
    for meant, pattern in patterns:
        match = re.search(pattern, words, re.IGNORECASE) if meant == kind else None
        if match is not None:
            parts = {name: (found or "").strip(" ,:.;") or None for name, found in match.groupdict().items()}
            return parts.get("who"), parts.get("what")
    return None, None


def clause_kind(text: str, lang: str) -> ClauseKind | None:
    """Return the kind of own clause that ``text`` (one point, whole) is, None where it is none."""
    folded = fold_spaces(text)
    for kind, groups in _folded_clauses(lang):
        if any(all(stem in folded for stem in group) for group in groups):
            return kind
    return None


@cache
def _folded_clauses(lang: str) -> tuple[tuple[ClauseKind, tuple[tuple[str, ...], ...]], ...]:
    """The kinds of clauses with their stems folded once: each point of an act is asked about."""
    words: tuple[ClauseWords, ...] = import_module(f"lexkz.languages.{lang}.clauses").CLAUSES
    return tuple((one.kind, tuple(tuple(map(fold_spaces, group)) for group in one.groups)) for one in words)
