"""What commands do: each module plans one kind of change, performs it, ranks it and says how it is noted.

A module that stands here is known to the planning by that alone: it enters its planners in
:mod:`lexkz.consolidation.planners`, and its steps are kinds of :class:`lexkz.consolidation.tree_step.TreeStep`.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
