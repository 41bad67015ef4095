"""From a command to steps: its targets found on the base tree, its content checked and copied. Changes nothing yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from lexkz.akn.meta import Identity
from lexkz.amendment.model import Address, Command
from lexkz.consolidation import new_content as contents
from lexkz.consolidation.messages import finding
from lexkz.consolidation.new_content import Amending, Content
from lexkz.consolidation.rulings import Ruling
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, Unresolved, spell, spelled
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree_step import TreeStep
from lexkz.findings import Finding, Message


class Refusal(Exception):  # noqa: N818 (it never leaves the package)
    """A command that cannot be applied, with the finding that says why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.code)
        self.finding = found


@dataclass(frozen=True, slots=True)
class Setting:
    """What a plan is made in: the base with its index, the amending act, what both are called."""

    index: Index
    amending: Amending
    base: Identity
    """Identity of the base, for the metadata of new annexes."""
    lang: str
    freed: set[etree._Element] = field(default_factory=set)
    """Units whose numbers other commands of the act change: what they are called now is free for new units."""
    renumbered: dict[etree._Element, str | None] = field(default_factory=dict)
    """Units that commands of the act give another number, whether or not that can be done, with that number."""
    vacated: dict[etree._Element, str] = field(default_factory=dict)
    """Units that commands of the act repeal as a whole, with the command's id: what they are called is free then."""
    against: Mapping[str, Finding] = field(default_factory=dict)
    """By command id what speaks against applying it before it is looked at: its citation of the base, other acts."""


@dataclass(slots=True, eq=False)
class Plan:
    """What one command will do."""

    command: Command
    steps: list[tuple[Address, TreeStep]] = field(default_factory=list)
    """Each with the address of the target that it serves."""
    whole: list[etree._Element] = field(default_factory=list)
    """Elements that the command sets or takes out as a whole: no other command may touch them or what is in them."""
    touched: list[etree._Element] = field(default_factory=list)
    """Elements that it changes in part (words), or puts something into."""
    created: list[tuple[str, ...]] = field(default_factory=list)
    """Names of what it creates: no other command may create the same."""
    reshaped: list[etree._Element] = field(default_factory=list)
    """Tables that get or lose columns: no other command may set, add or take out rows or columns of them."""
    findings: list[Finding] = field(default_factory=list)
    eids: list[str] = field(default_factory=list)
    """eIds of the targets."""
    ruling: Ruling | None = None
    """The decision by which it is applied."""

    def refuse(self, name: str, what: str | Message, candidates: Iterable[str] = ()) -> Refusal:
        """Return the exception that ends this plan with the finding ``name``."""
        return Refusal(finding(name, what, command=self.command, candidates=tuple(candidates)))

    def note(self, name: str, what: str | Message, candidates: Iterable[str] = ()) -> None:
        """Add a finding that does not forbid applying."""
        self.findings.append(finding(name, what, command=self.command, candidates=tuple(candidates)))

    def absorb(self, part: "Plan") -> None:
        """Add what ``part``, the plan of one target of the command, will do."""
        for name in ("steps", "whole", "touched", "created", "reshaped", "findings", "eids"):
            getattr(self, name).extend(getattr(part, name))

    def target(self, index: Index, address: Address) -> Target:
        """Return the unit at ``address``; raises Refusal where it is missing, ambiguous or repealed."""
        found = resolve(index, address)
        if isinstance(found, Unresolved):
            raise self.refuse(found.code, found.what, found.candidates)
        self._admit(found, address)
        return found

    def keep_out_of_tables(self, holder: Target, address: Address) -> None:
        """Refuse a new unit or line at ``address`` whose holder is a part of a table.

        «строку 2 дополнить подпунктом 3)» does not say in which cell; in a cell that is named, what is numbered there
        is printed text, and its lines are no units, so that a person sees to it.
        """
        if holder.in_cells:
            raise self.refuse(
                "cell_unclear" if holder.in_cells > 1 else "action_unsupported", spell(address), (holder.eid,)
            )

    def _admit(self, found: Target, address: Address) -> None:
        if found.widened:
            self.note("scope_widened", spell(address), (found.eid,))
        if found.titled:
            name = "name_former" if found.former else "name_matched"
            self.note(name, spelled("{} → «{}»", address, found.titled), (found.eid,))
        carrier = found.lines[0].unit if found.lines else found.element
        for element in (carrier, *carrier.iterancestors()):
            if element.get("status") == "removed":
                raise self.refuse("target_repealed", spell(address), (found.eid,))


def take_content(plan: Plan, setting: Setting) -> Content:
    """Return the quoted content of the plan's command; raises Refusal where it has none."""
    command = plan.command
    found = contents.brought(setting.amending, command)
    if found is None or not found.elements:
        raise plan.refuse("content_missing", command.instruction)
    return found
