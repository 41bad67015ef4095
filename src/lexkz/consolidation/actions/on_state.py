"""What changes no text: an act that loses force, an act or a unit that stands still or is in effect again."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import q
from lexkz.amendment.model import Command
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import plans_command
from lexkz.consolidation.tree.change import Change, Region, anchor, region_of
from lexkz.consolidation.tree.standing_still import suspensions
from lexkz.consolidation.tree.target import Target, acting, spell
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, Index
from lexkz.consolidation.tree.walk import attribute
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.notes import NoteKind


@dataclass(frozen=True, slots=True, eq=False)
class SetState(TreeStep):
    """The act or a unit of it loses force, stands still, or is in effect again; the text stays as it is."""

    rank = 170
    note = "changed"

    element: etree._Element
    state: Literal["repealed", "suspended", "resumed"]

    def perform(self, index: Index) -> tuple[Change, ...]:
        element = self.element
        if self.state != "repealed":
            (index.still.add if self.state == "suspended" else index.still.discard)(element)
        place = anchor(element)
        region = region_of(place) if place is not None else Region(attribute(element, "eId"))
        eid = attribute(element, "eId") if element.tag != q("act") else ""
        return (Change("repeal", element, eid, region, (), (), state=self.state),)

    def told_as(self) -> NoteKind:
        return "act_repealed" if self.state == "repealed" else self.state


_ALINEA = q("alinea")


_TAGS = frozenset((*NUMBERED_TAGS, _ALINEA))


_STATES: dict[str, Literal["repealed", "suspended", "resumed"]] = {
    "repeal_act": "repealed",
    "suspend": "suspended",
    "resume": "resumed",
}


@plans_command("repeal_act", "suspend", "resume")
def plan_state(plan: Plan, setting: Setting, command: Command) -> None:
    """«приказ признать утратившим силу», «приостановить …», «возобновить …»: the text stays, its state is told."""
    for address in command.targets:
        target = plan.target(setting.index, address)
        element = _bearer(target)
        whole = element is not None and element.tag in (q("act"), q("attachment"))
        if element is None or not (whole or element.tag in _TAGS):
            raise plan.refuse("action_unsupported", acting(command.action, spell(address)), (target.eid,))
        if command.action == "repeal_act" and element.tag != q("act"):
            raise plan.refuse("action_unsupported", acting("repeal_act", spell(address)), (target.eid,))
        eid = attribute(element, "eId") if element.tag != q("act") else ""
        if command.action == "resume" and not _stands_still(element, eid, setting.index):
            # The text may not tell of it, or a wording for the time of the suspension stands in the way.
            raise plan.refuse("not_suspended", spell(address), (target.eid,))
        plan.eids.extend(filter(None, (target.eid,)))
        plan.touched.append(element)
        plan.steps.append((address, SetState(element, _STATES[command.action])))


def _stands_still(element: etree._Element, eid: str, index: Index) -> bool:
    """True where the text records that a unit stands still, or an act applied before this one has said so."""
    return element in index.still or bool(suspensions(akn_meta.of(index.act), eid))


def _bearer(target: Target) -> etree._Element | None:
    """The element whose state is told; of a line that which holds nothing else; None for what is a part of one only."""
    if not target.lines:
        return target.element
    carrier = target.lines[0].carrier
    return carrier if len(target.lines) == 1 and carrier.tag == _ALINEA else None
