"""What changes no text: an act that loses force, an act or a unit that stands still for a time."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.model import Command
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import plans_command
from lexkz.consolidation.tree.change import Change, Region, anchor, region_of
from lexkz.consolidation.tree.target import Target, acting, spell
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, Index
from lexkz.consolidation.tree.walk import attribute
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.notes import NoteKind


@dataclass(frozen=True, slots=True, eq=False)
class SetState(TreeStep):
    """The act or a unit of it loses force or stands still; the text stays as it is."""

    rank = 170
    note = "changed"

    element: etree._Element
    state: Literal["repealed", "suspended"]

    def perform(self, index: Index) -> tuple[Change, ...]:
        del index
        element = self.element
        place = anchor(element)
        region = region_of(place) if place is not None else Region(attribute(element, "eId"))
        eid = attribute(element, "eId") if element.tag != q("act") else ""
        return (Change("repeal", element, eid, region, (), (), state=self.state),)

    def told_as(self) -> NoteKind:
        return "act_repealed" if self.state == "repealed" else "suspended"


_ALINEA = q("alinea")


_TAGS = frozenset((*NUMBERED_TAGS, _ALINEA))


@plans_command("repeal_act", "suspend")
def plan_state(plan: Plan, setting: Setting, command: Command) -> None:
    """«приказ признать утратившим силу», «приостановить действие пункта 3»: the text stays, its state is told."""
    for address in command.targets:
        target = plan.target(setting.index, address)
        element = _bearer(target)
        whole = element is not None and element.tag in (q("act"), q("attachment"))
        if element is None or not (whole or element.tag in _TAGS):
            raise plan.refuse("action_unsupported", acting(command.action, spell(address)), (target.eid,))
        if command.action == "repeal_act" and element.tag != q("act"):
            raise plan.refuse("action_unsupported", acting("repeal_act", spell(address)), (target.eid,))
        plan.eids.extend(filter(None, (target.eid,)))
        plan.touched.append(element)
        state = "repealed" if command.action == "repeal_act" else "suspended"
        plan.steps.append((address, SetState(element, state)))  # type: ignore[arg-type]


def _bearer(target: Target) -> etree._Element | None:
    """The element whose state is told; of a line that which holds nothing else; None for what is a part of one only."""
    if not target.lines:
        return target.element
    carrier = target.lines[0].carrier
    return carrier if len(target.lines) == 1 and carrier.tag == _ALINEA else None
