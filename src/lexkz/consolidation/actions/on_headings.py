"""Headings, titles, preambles, corner marks and captions: a new wording for what a unit has beside its lines."""

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import replaces
from lexkz.consolidation.tree.change import (
    Change,
    mark_of,
    region_of,
    take_over,
    told_by,
    unit_eid,
)
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.target import Target, spell
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, Index, number_key, printed_number
from lexkz.consolidation.tree_step import TreeStep


@dataclass(frozen=True, slots=True, eq=False)
class SetBlocks(TreeStep):
    """A heading, title, preamble, corner mark or caption gets new content."""

    rank = 40
    note = "replaced"

    holder: etree._Element
    new: tuple[etree._Element, ...]
    """Children for a holder of blocks; for a holder of text one element whose text and inlines are taken over."""

    def perform(self, index: Index) -> tuple[Change, ...]:
        holder = self.holder
        region = region_of(holder)
        told = told_by(holder)
        removed = paragraphs(told)
        if holder.tag == q("preamble") and not holder.get("eId"):
            holder.set("eId", f"{region.eid}__preamble" if region.eid else "preamble")
        if holder.tag in (q("heading"), q("caption"), q("block")):
            take_over(holder, self.new[0])
        else:
            for child in list(holder):
                index.forget(child)
                holder.remove(child)
            holder.extend(self.new)
            index.learn(holder)
        mark = mark_of(holder)
        return (Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(told)),)

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.holder,)

    def brings(self) -> tuple[etree._Element, ...]:
        return self.new


def _is_block(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    return len(found) == 1 and not found[0].lines and not found[0].cells


@replaces("heading", "title", "preamble", "corner_mark", "note", when=_is_block)
def replace_blocks(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """A new wording for a heading, title, preamble or corner mark."""
    (target,) = targets
    found = take_content(plan, setting)
    holder = target.element
    blocks = _heading_blocks(plan, found, target) if holder.tag == q("heading") else _blocks(found)
    if not blocks:
        raise plan.refuse("content_missing", spell(target.address), (target.eid,))
    if holder.tag != q("heading") and any(element.tag in NUMBERED_TAGS for element in found.elements):
        # Numbers have no place there; without them the text would not be what the command says.
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    copies = [
        adopt(block, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work) for block in blocks
    ]
    if holder.tag in (q("heading"), q("caption"), q("block"), q("longTitle")) and len(copies) != 1:
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    if holder.tag == q("longTitle"):
        title = E.docTitle()
        title.text = copies[0].text
        title.extend(list(copies[0]))
        copies = [E.p(title)]
    elif holder.tag == q("preamble"):
        copies = _with_formula(plan, target, holder.find(q("formula")), copies)
    plan.whole.append(holder)
    plan.steps.append((target.address, SetBlocks(holder, tuple(copies))))


def _blocks(found: Content) -> list[etree._Element]:
    out: list[etree._Element] = []
    for element in found.elements:
        if element.tag in (q("p"), q("heading"), q("block")):
            out.append(element)
        else:
            out.extend(line.block for line in lines(element))
    return out


def _heading_blocks(plan: Plan, found: Content, target: Target) -> list[etree._Element]:
    """The new heading; it may stand with the number of its unit: «Глава 2. Порядок …»."""
    first = found.elements[0]
    if first.tag not in NUMBERED_TAGS or len(found.elements) != 1:
        return _blocks(found)
    unit = target.element.getparent()
    known = printed_number(unit) if unit is not None else None
    printed = printed_number(first)
    if known is None or printed is None or number_key(known) != number_key(printed):
        raise plan.refuse("number_mismatch", spell(target.address), (target.eid,))
    heading = first.find(q("heading"))
    return [heading] if heading is not None and not lines(first) else [line.block for line in lines(first)]


def _with_formula(
    plan: Plan, target: Target, formula: etree._Element | None, copies: list[etree._Element]
) -> list[etree._Element]:
    """The enacting formula («ПРИКАЗЫВАЮ:») ends the preamble: the new one, else, where there is none, the old."""
    if formula is None:
        return copies
    kept = deepcopy(formula)
    kept.tail = None
    if "".join(paragraphs(copies[-1])).rstrip().endswith(":"):
        for child in list(kept):
            kept.remove(child)
        kept.append(copies[-1])
        return [*copies[:-1], kept]
    # «П Р И К А З Ы В А Ю:» is one word. Where the old formula's line holds more, what of it stays is not said.
    if any(len(word) > 1 for word in " ".join(paragraphs(formula)).split()[:-1]):
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    return [*copies, kept]
