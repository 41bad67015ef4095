"""Units of the numbered kinds: set, added and repealed as wholes. Rows, tables and annexes take the same steps."""

from dataclasses import dataclass, replace

from lxml import etree

from lexkz.akn.eids import bare_number, number_part
from lexkz.akn.eids import eid as make_eid
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import E, local, q
from lexkz.akn.numbers import as_arabic, order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Step
from lexkz.consolidation import new_content as contents
from lexkz.consolidation.actions.neighbours import agrees
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import inserts, repeals, replaces
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree import table_rows as tables
from lexkz.consolidation.tree.change import (
    Change,
    Region,
    added,
    opened,
)
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.resolve import numbered_kind, resolve
from lexkz.consolidation.tree.target import Target, Unresolved, spell
from lexkz.consolidation.tree.unit_index import NUMBERED, NUMBERED_TAGS, Index, document_of, number_key, printed_number
from lexkz.consolidation.tree.walk import attribute, text, with_eid
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.folding import seen
from lexkz.languages.language import words_of


@dataclass(frozen=True, slots=True, eq=False)
class SetUnit(TreeStep):
    """A unit, row, table or attachment gets a new wording as a whole."""

    rank = 70
    note = "replaced"

    old: etree._Element
    new: etree._Element

    def perform(self, index: Index) -> tuple[Change, ...]:
        parent = self.old.getparent()
        assert parent is not None
        removed = paragraphs(self.old)
        index.forget(self.old)
        parent.replace(self.old, self.new)
        index.learn(self.new)
        eid = self.new.get("eId", "")
        return (Change("substitution", self.new, eid, Region(eid), removed, paragraphs(self.new)),)

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.old,)

    def brings(self) -> tuple[etree._Element, ...]:
        return (self.new,)

    def shapes(self, table: etree._Element) -> bool:
        return self.old.getparent() is table


@dataclass(frozen=True, slots=True, eq=False)
class RepealUnit(TreeStep):
    """A unit keeps its number, and the official words stand for its text."""

    rank = 90
    note = "repealed"

    old: etree._Element
    words: str

    def perform(self, index: Index) -> tuple[Change, ...]:
        old = self.old
        eid = old.get("eId", "")
        removed = paragraphs(old)
        index.forget(old)
        if old.tag == q("tr"):
            tables.empty_row(old, self.words)
        elif old.tag == q("attachment"):
            documents.empty(old, self.words)
        elif old.tag == q("table"):
            tables.empty_table(old, self.words)
        else:
            for child in list(old):
                if child.tag != q("num"):
                    old.remove(child)
            old.append(E.content(E.p(self.words)))
        old.set("status", "removed")
        index.learn(old)
        return (Change("repeal", old, eid, Region(eid), removed, paragraphs(old)),)

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.old,)

    def shapes(self, table: etree._Element) -> bool:
        return self.old.getparent() is table


@dataclass(frozen=True, slots=True, eq=False)
class AddUnit(TreeStep):
    """A new unit or row among its neighbours, by its number."""

    rank = 130
    note = "inserted"

    scope: etree._Element
    kind: str
    number: str
    new: etree._Element

    def perform(self, index: Index) -> tuple[Change, ...]:
        found = place.find(index, self.scope, self.kind, self.number)
        if found is None:
            raise ValueError(f"no place for {self.kind} {self.number}")
        changes = opened(found.anchor) if found.where == "into" else ()
        place.put(index, found, self.new, self.number)
        return (*changes, added(self.new))

    def order(self) -> tuple[object, ...]:
        return order_key(self.number)

    def brings(self) -> tuple[etree._Element, ...]:
        return (self.new,)

    def shapes(self, table: etree._Element) -> bool:
        return self.scope is table


@dataclass(frozen=True, slots=True, eq=False)
class AddBeside(TreeStep):
    """New rows or lines before or after an element."""

    rank = 120
    note = "inserted"

    anchor: etree._Element
    new: tuple[etree._Element, ...]
    before: bool = False

    def perform(self, index: Index) -> tuple[Change, ...]:
        for element in self.new if self.before else reversed(self.new):
            if self.before:
                self.anchor.addprevious(element)
            else:
                self.anchor.addnext(element)
            index.learn(element)
        return tuple(added(element) for element in self.new)

    def brings(self) -> tuple[etree._Element, ...]:
        return self.new

    def shapes(self, table: etree._Element) -> bool:
        return self.anchor.getparent() is table


_LINES = frozenset({q("alinea"), q("p"), q("table")})


_LONGEST_HEADING = 120
"""Characters; lists of an annex are parted by short headings: «Туркестанская область»."""


def look_at_tail(plan: Plan, target: Target) -> None:
    """Say where the last line of a unit that is to go may be the heading of what follows it.

    In text without layout a heading without a number is read as a line of the point above it. It is short, begins with
    a capital and ends without a mark, below a line that ends with a full stop; another point follows.
    """
    unit = target.element
    if unit.tag not in (q("paragraph"), q("subparagraph")) or unit.getnext() is None:
        return
    printed = tuple(map(seen, paragraphs(unit)))
    if len(printed) < 2 or not printed[-2].rstrip().endswith("."):
        return
    last = printed[-1].strip()
    if last[:1].isupper() and last[-1:].isalpha() and len(last) <= _LONGEST_HEADING and "\t" not in last:
        plan.note("tail_doubtful", last, (target.eid,))


@replaces(*NUMBERED)
def replace_units(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for sections, chapters, articles, points, subpoints: paired with the content by number."""
    found = take_content(plan, setting)
    units = found.units(local(targets[0].element))
    all_used(plan, found, units, len(targets))
    for target in targets:
        given = _given_number(setting, units, target)
        new = pair(plan, units, target.address if given is None else (*target.address[:-1], given))
        copy = new_wording(plan, setting, found, new, target, given)
        _take_followers(found, new, copy, setting)
        set_wording(plan, setting, target, copy)


def _given_number(setting: Setting, units: tuple[etree._Element, ...], target: Target) -> Step | None:
    """The step with the number that another command gives the target, where the new text bears that one alone:
    «пункт 5 считать пунктом 6 и изложить …: "6. …"»."""
    number = setting.renumbered.get(target.element)
    if number is None or contents.by_number(units, target.number or "") or not contents.by_number(units, number):
        return None
    return replace(target.address[-1], number=number)


def new_wording(
    plan: Plan,
    setting: Setting,
    found: Content,
    new: etree._Element,
    target: Target,
    given: Step | None = None,
) -> etree._Element:
    """Claim the target for the plan, and return a copy of its new wording for its place; ``given``: its new number."""
    plan.whole.append(target.element)
    look_at_tail(plan, target)
    eid = target.element.get("eId", "")
    if given is None:
        return fresh_copy(setting, new, eid, found.prefix, target.element)
    own = make_eid(local(target.element), number_part(given.number or ""), eid.rpartition("__")[0])
    copy = fresh_copy(setting, new, own, found.prefix, target.element)
    copy.set("wId", target.element.get("wId") or eid)
    return copy


def set_wording(plan: Plan, setting: Setting, target: Target, copy: etree._Element) -> None:
    """Plan that ``copy`` takes the place of the target, unless the target reads so already."""
    clash = place_taken(setting, copy, target.element)
    if clash:
        raise plan.refuse("number_taken", spell(target.address), clash)
    if paragraphs(copy) == paragraphs(target.element):
        plan.note("already_worded", spell(target.address), (target.eid,))
    else:
        plan.steps.append((target.address, SetUnit(target.element, copy)))


@repeals(*NUMBERED, "part")
def repeal_unit(plan: Plan, setting: Setting, target: Target) -> None:
    """A unit as a whole falls away: its number and the official words stay."""
    assert target.kind is not None
    plan.whole.append(target.element)
    look_at_tail(plan, target)
    official = words_of(setting.lang).notes.repealed(target.kind, plan.command.instruction)
    plan.steps.append((target.address, RepealUnit(target.element, official)))


def pair(plan: Plan, units: tuple[etree._Element, ...], address: Address) -> etree._Element:
    """Return the one of the new ``units`` that has the number of ``address``."""
    step = address[-1]
    if step.number is None and step.name and len(units) == 1 and len(plan.command.targets) == 1:
        # A row told by its words: the new one need not have them.
        return units[0]
    number = step.number or ""
    found = contents.by_number(units, number)
    if len(found) == 1:
        return found[0]
    if not found and len(units) == 1 and len(plan.command.targets) == 1:
        raise plan.refuse("number_mismatch", spell(address), (units[0].get("eId", ""),))
    raise plan.refuse("content_mismatch", spell(address), tuple(unit.get("eId", "") for unit in units))


def all_used(plan: Plan, found: Content, units: tuple[etree._Element, ...], targets: int) -> None:
    """Content that no target takes is not dropped in silence: the command waits."""
    numbered = [element for element in found.elements if element.tag in NUMBERED_TAGS]
    others = [element for element in found.elements if element.tag in _LINES]
    rows = bool(units) and units[0].tag == q("tr")
    fits = len(units) == targets and (rows or len(numbered) == targets)
    # Lines of the content beside its units follow the last of them; with several units it is not sure whose they are.
    if others and not rows and (targets > 1 or found.elements[0] in others):
        fits = False
    if not fits:
        eids = tuple(unit.get("eId", "") for unit in units or found.elements)
        raise plan.refuse("content_mismatch", plan.command.instruction, eids)


def _take_followers(found: Content, unit: etree._Element, copy: etree._Element, setting: Setting) -> None:
    """Lines that stand after the one unit of the content, on its own level, are lines of that unit."""
    followers = [element for element in found.elements if element.tag in _LINES]
    if not followers or found.elements[0] is not unit:
        return
    place.open_content(copy)
    eid = copy.get("eId", "")
    for element in followers:
        ordinal = len(lines(copy)) + 1
        if element.tag == q("alinea"):
            copy.append(_loose(element, f"{eid}__al_{ordinal}", found, setting))
        else:
            copy.append(E.alinea(E.content(_loose(element, "", found, setting)), eId=f"{eid}__al_{ordinal}"))


def _loose(element: etree._Element, eid: str, found: Content, setting: Setting) -> etree._Element:
    return adopt(element, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)


def place_taken(setting: Setting, copy: etree._Element, instead_of: etree._Element | None) -> tuple[str, ...]:
    """Return eIds of ``copy`` that other elements of the base have."""
    taken = []
    # Where the unit itself gets this number, that it is free has been asked when that was planned.
    given = setting.index.element(copy.get("eId", "")) if instead_of in setting.freed else None
    for element in with_eid(copy):
        known = setting.index.element(element.get("eId", ""))
        if known is not None and given is not None and _within(known, given):
            continue
        if known is None or (instead_of is not None and _within(known, instead_of)):
            continue
        if any(outer in setting.freed for outer in (known, *known.iterancestors())):
            continue
        taken.append(element.get("eId", ""))
    return tuple(taken)


def _within(element: etree._Element, outer: etree._Element) -> bool:
    return element is outer or any(parent is outer for parent in element.iterancestors())


def _bring_numbers(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> bool:
    """True where new parts of an article carry numbers, as in codes: they are units among units."""
    parent = plan.target(setting.index, addresses[0][:-1])
    found = contents.brought(setting.amending, plan.command)
    return (
        parent.element.tag == q("article")
        and found is not None
        and bool(found.elements)
        and found.elements[0].tag == q("paragraph")
    )


@inserts(*NUMBERED)
@inserts("part", when=_bring_numbers)
def insert_units(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New sections, chapters, articles, points, subpoints: each takes the place of its number."""
    found = take_content(plan, setting)
    parent = plan.target(setting.index, addresses[0][:-1])
    if parent.rows:
        raise plan.refuse("place_unclear", spell(addresses[0]), (parent.eid,))
    plan.keep_out_of_tables(parent, addresses[0])
    units = found.units(numbered_kind(addresses[0][-1], parent.element))
    all_used(plan, found, units, len(addresses))
    for address in addresses:
        _insert_one(plan, setting, found, units, _with_number(plan, units, address))


def _unit_above(plan: Plan, address: Address, scope: etree._Element) -> None:
    """Refuse a subpoint that would stand beside points or articles: the command does not say in which of them.

    «дополнить подпунктом 3)» under no header: in an act of points the subpoint has no place of its own. In a list whose
    items are numbered 1), 2) it has.
    """
    if address[-1].kind != "subparagraph" or local(scope) in ("article", "paragraph", "subparagraph"):
        return
    beside = [local(unit) for unit in scope.iter(q("article"), q("paragraph"), q("subparagraph"))]
    own = any(local(unit) == "subparagraph" for unit in scope)
    if not own and ("paragraph" in beside or "article" in beside):
        raise plan.refuse("place_unclear", spell(address))


def _with_number(plan: Plan, units: tuple[etree._Element, ...], address: Address) -> Address:
    """The address with the number that the one new unit carries, where the command gives none."""
    step = address[-1]
    printed = printed_number(units[0]) if len(units) == 1 and units[0].tag != q("tr") else None
    if step.number is not None or printed is None:
        return address
    plan.note("number_from_content", printed)
    return (*address[:-1], replace(step, number=printed))


def _insert_one(
    plan: Plan, setting: Setting, found: Content, units: tuple[etree._Element, ...], address: Address
) -> None:
    if address[-1].number is None:
        raise plan.refuse("place_unclear", spell(address))
    new = pair(plan, units, address)
    parent = plan.target(setting.index, address[:-1])
    if parent.rows:
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    plan.keep_out_of_tables(parent, address)
    if is_there(plan, setting, found, new, address):
        return
    _unit_above(plan, address, parent.element)
    kind = numbered_kind(address[-1], parent.element)
    if parent.lines and not any(line.unit.tag == q(kind) for line in parent.lines):
        # «часть вторую дополнить подпунктом 3)»: by its number it would stand in the list of another part.
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    copy = copy_at(plan, setting, found, new, address, parent.element, kind)
    _take_followers(found, new, copy, setting)
    add_unit(plan, address, parent.element, kind, copy)


def is_there(plan: Plan, setting: Setting, found: Content, new: etree._Element, address: Address) -> bool:
    """True where the base has ``new`` at ``address`` already, which is noted; another unit there is a refusal."""
    present = resolve(setting.index, address)
    if not isinstance(present, Target) or present.widened or present.element in setting.freed:
        return False
    copy = fresh_copy(setting, new, present.eid, found.prefix, present.element)
    if paragraphs(copy) != paragraphs(present.element):
        raise plan.refuse("number_taken", spell(address), (present.eid,))
    plan.note("already_worded", spell(address), (present.eid,))
    return True


def copy_at(
    plan: Plan,
    setting: Setting,
    found: Content,
    new: etree._Element,
    address: Address,
    scope: etree._Element,
    kind: str,
) -> etree._Element:
    """Return a copy of ``new`` with the eId that its number gives it in ``scope``, where that is free."""
    number = address[-1].number
    assert number is not None
    agrees(plan, setting, address, scope)
    num = new.find(q("num"))
    printed = bare_number(text(num)) if num is not None else None
    # A chapter that is printed «III» has an eId like those beside it.
    own = printed if printed is not None and as_arabic(printed) == number else number
    eid = place.unit_eid(setting.index, scope, kind, number, own)
    if eid is None:
        present = resolve(setting.index, address)
        near = present.candidates if isinstance(present, Unresolved) else ()
        raise plan.refuse("place_unclear", spell(address), near)
    copy = fresh_copy(setting, new, eid, found.prefix, scope)
    clash = place_taken(setting, copy, None)
    if clash:
        raise plan.refuse("number_taken", spell(address), clash)
    return copy


def add_unit(plan: Plan, address: Address, scope: etree._Element, kind: str, copy: etree._Element) -> None:
    """Plan that ``copy`` takes the place of its number in ``scope``."""
    number = address[-1].number
    assert number is not None
    plan.touched.append(scope)
    plan.created.append((scope.get("eId", ""), kind, number_key(number)))
    plan.eids.append(copy.get("eId", ""))
    plan.steps.append((address, AddUnit(scope, kind, number, copy)))


_UNITS = frozenset(q(name) for name in (*HIERARCHY, "attachment"))


def prefix_of(element: etree._Element) -> str:
    """Return what begins the eIds of the document that ``element`` stands in: the attachment's eId, "" for the act."""
    document = document_of(element)
    return document.get("eId", "") if document.tag == q("attachment") else ""


def fresh_copy(
    setting: Setting, source: etree._Element, eid: str, quoted_prefix: str, where: etree._Element
) -> etree._Element:
    """Return a copy of ``source`` with the eId ``eid``, for a place in or instead of ``where``."""
    copy = adopt(source, eid, quoted_prefix=quoted_prefix, document_prefix=prefix_of(where), work=setting.amending.work)
    _count_on(setting.index, copy, where)
    return copy


def _count_on(index: Index, copy: etree._Element, where: etree._Element) -> None:
    """Give free numbers to what is counted within a document (tables, blanks of forms, references) and is taken there.

    Units keep theirs: that a unit's number is taken is for a finding to say.
    """
    given: set[str] = set()
    for element in with_eid(copy):
        eid = attribute(element, "eId")
        if element is copy or element.tag in _UNITS or not _is_taken(index, eid, where, given):
            given.add(eid)
            continue
        stem, _, number = eid.rpartition("_")
        count = int(number) if number.isdigit() else 1
        while _is_taken(index, f"{stem}_{count}", where, given):
            count += 1
        for inner in with_eid(element):
            inner.set("eId", f"{stem}_{count}{attribute(inner, 'eId')[len(eid) :]}")
        given.add(f"{stem}_{count}")


def _is_taken(index: Index, eid: str, where: etree._Element, given: set[str]) -> bool:
    known = index.element(eid)
    return eid in given or (known is not None and not any(parent is where for parent in known.iterancestors()))
