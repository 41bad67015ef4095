"""The line above a command, held against the base: where it names no unit, nobody knows where its lines act."""

from lexkz.akn.namespace import q
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Unresolved, spell


def header_there(plan: Plan, setting: Setting) -> None:
    """Raise Refusal where the line above the command has opened a unit that the base act does not have.

    «в пункте 77:» over «пункт 2 исключить»: the number in the header is a slip, or point 2 is that of another document.
    A command within the units of the header fails by its own address. Of an outline most units are not known.
    """
    if not plan.command.under or next(setting.index.act.iter(q("omissis")), None) is not None:
        return
    for unit in plan.command.under:
        found = resolve(setting.index, unit)
        if isinstance(found, Unresolved) and found.code == "target_missing":
            raise plan.refuse("header_missing", spell(unit), found.candidates)
