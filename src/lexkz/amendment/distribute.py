"""A line that names several units holds for each of them: the commands under it act in all."""

import re
from dataclasses import replace

from lexkz.amendment.context import Context
from lexkz.amendment.draft import Draft
from lexkz.amendment.model import Action, Address, Command
from lexkz.amendment.render import described

_EACH: frozenset[Action] = frozenset({"replace_words", "insert_words", "delete_words", "repeal", "none"})
"""What can be done in several units at once; new text or new numbers can be meant for one of them only."""


_NEW_TEXT: frozenset[Action] = frozenset({"insert", "replace"})


def same_in_each(targets: tuple[Address, ...]) -> bool:
    """Return whether ``targets`` are units of one kind and number, each in another unit: the second parts of points 3
    and 4."""
    named = {(target[-1].kind, target[-1].number) for target in targets if target}
    return len(targets) > 1 and len(named) == 1 and len({target[:-1] for target in targets}) == len(targets)


def one_text_for_each(command: Command) -> bool:
    """Return whether a command sets one new text in several units: «пункты 3 и 4 дополнить частями вторыми»."""
    if command.action not in _NEW_TEXT or command.annex or command.anchor or () in command.targets:
        return False
    if not same_in_each(command.targets):
        return False
    last = command.targets[0][-1]
    if last.kind in ("alinea", "part"):
        return len(command.content) == 1
    labels = [_LABEL.match(line) for line in command.content]
    return last.kind == "subparagraph" and sum(label is not None and label[1] == last.number for label in labels) == 1


_LABEL = re.compile(r"\s*(\w+(?:-\d+)*)\)")


def distributed(draft: Draft, context: Context, lang: str) -> tuple[Draft, tuple[tuple[str, str], ...]]:
    """Return ``draft`` with its targets in each unit that the open line names, and what is to be said of that: which
    units these are, or that it is not certain.

    «в абзацах четвертом и пятом подпункта 3) статьи 8:» and «слово "а" исключить» is one command on two абзацы.
    """
    opened = context.steps
    several = context.also and draft.base == context.base
    if not several or not all(target[: len(opened)] == opened for target in draft.targets):
        return draft, (("amend.range_doubtful", draft.each),) if draft.each is not None else ()
    if draft.action not in _EACH and not (draft.each is not None and draft.action in _NEW_TEXT):
        return draft, (("amend.context_of_several", ""),)
    own = tuple(target[len(opened) :] for target in draft.targets)
    outers = (opened, *context.also)
    each = replace(draft, targets=tuple((*outer, *inner) for outer in outers for inner in own))
    return each, (("amend.context_each", _named(outers, lang)),)


def _named(units: tuple[Address, ...], lang: str) -> str:
    """The units of a line in words, without what holds all of them: «пункт 5; пункт 7»."""
    common = 0
    while len({unit[: common + 1] for unit in units}) == 1 and common < min(map(len, units)) - 1:
        common += 1
    return "; ".join(described(unit[common:], lang) for unit in units)
