"""Who plans a command: the modules of ``actions`` enter their planners here, by action and by the kind of the targets.

A planner adds steps to a plan, or refuses. Of two that fit, one with a condition of its own goes before one without.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from lexkz.amendment.model import Address, Command
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.tree.target import Target

_Subject = TypeVar("_Subject")
_Planner = Callable[[Plan, Setting, _Subject], None]
_Condition = Callable[[Plan, Setting, _Subject], bool]


class Planners(Generic[_Subject]):
    """A table of planners; called with what they are for, it is the decorator that enters them."""

    def __init__(self) -> None:
        self._entered: list[tuple[frozenset[str], _Condition[_Subject] | None, _Planner[_Subject]]] = []

    def __call__(
        self, *names: str, when: _Condition[_Subject] | None = None
    ) -> Callable[[_Planner[_Subject]], _Planner[_Subject]]:
        """Enter the decorated planner for ``names``, where ``when`` holds."""

        def enter(planner: _Planner[_Subject]) -> _Planner[_Subject]:
            self._entered.append((frozenset(names), when, planner))
            return planner

        return enter

    def __contains__(self, name: object) -> bool:
        return any(name in names for names, _, _ in self._entered)

    def find(self, name: str, plan: Plan, setting: Setting, subject: _Subject) -> _Planner[_Subject] | None:
        """Return the planner for ``name`` and ``subject``; None where there is none.

        Raises ValueError where the conditions of two hold: which of them goes first nobody has said.
        """
        fitting = [(when, planner) for names, when, planner in self._entered if name in names]
        chosen = [planner for when, planner in fitting if when is not None and when(plan, setting, subject)]
        if len(chosen) > 1:
            raise ValueError(f"{', '.join(one.__name__ for one in chosen)}: both plan {name}")
        return next(iter(chosen or [planner for when, planner in fitting if when is None]), None)


plans_command: Planners[Command] = Planners()
"""By action: planners that find the targets of a command themselves."""
plans_targets: Planners[tuple[Target, ...]] = Planners()
"""By action: planners that work alike on targets of every kind."""
inserts: Planners[tuple[Address, ...]] = Planners()
"""By the kind of what a command inserts: the addresses end with what is new."""
replaces: Planners[tuple[Target, ...]] = Planners()
"""By the kind of the targets, all of one, that get a new wording."""
repeals: Planners[Target] = Planners()
"""By the kind of one target that falls away; of several each is planned by itself."""


def alone(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    """The condition that there is one target."""
    return len(found) == 1
