"""A line that names several units holds for each of them: the commands under it act in all."""

from dataclasses import replace

from lexkz.amend.context import Context
from lexkz.amend.draft import Draft
from lexkz.amend.model import Action

_EACH: frozenset[Action] = frozenset({"replace_words", "insert_words", "delete_words", "repeal", "none"})
"""What can be done in several units at once; new text or new numbers can be meant for one of them only."""


def distributed(draft: Draft, context: Context) -> tuple[Draft, tuple[tuple[str, str], ...]]:
    """Return ``draft`` with its targets in each unit that the open line names, and the slip where that is not certain.

    «в абзацах четвертом и пятом подпункта 3) статьи 8:» and «слово "а" исключить» is one command on two абзацы.
    """
    opened = context.steps
    if not context.also or draft.base != context.base:
        return draft, ()
    if not all(target[: len(opened)] == opened for target in draft.targets):
        return draft, ()
    if draft.action not in _EACH:
        return draft, (("amend.context_of_several", ""),)
    own = tuple(target[len(opened) :] for target in draft.targets)
    return replace(draft, targets=tuple((*outer, *inner) for outer in (opened, *context.also) for inner in own)), ()
