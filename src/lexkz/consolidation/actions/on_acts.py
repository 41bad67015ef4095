"""A whole act in a new wording: «указанный приказ изложить в новой редакции согласно приложению …».

The new text is read as an act is: title, preamble, points, signature, annexes. What the act is (its kind, day, number)
stays, and so does its signature where the new text has none. Where the new text does not say everything that the old
one had, above all its annexes, the command waits.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.cells import span
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Command
from lexkz.consolidation.actions.on_annexes import give_meta
from lexkz.consolidation.new_content import annex, with_followers
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import plans_command
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.change import (
    Change,
    Region,
)
from lexkz.consolidation.tree.target import spell
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree_step import TreeStep
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang, SourceError
from lexkz.structure import build


@dataclass(frozen=True, slots=True, eq=False)
class SetAct(TreeStep):
    """The whole act gets a new wording; its identification stays, and each part that is not named."""

    rank = 80
    note = "replaced"

    act: etree._Element
    title: etree._Element
    """The new ``longTitle``."""
    parts: tuple[tuple[str, etree._Element | None], ...]
    """Local names of children of the act with the new ones; None where there is none any more."""

    def perform(self, index: Index) -> tuple[Change, ...]:
        act = self.act
        preface = act.find(q("preface"))
        old = None if preface is None else preface.find(q("longTitle"))
        assert preface is not None
        changes: list[Change] = []
        removed = () if old is None else paragraphs(old)
        if old is None:
            preface.insert(0, self.title)
        else:
            index.forget(old)
            preface.replace(old, self.title)
        index.learn(self.title)
        eid = self.title.get("eId", "")
        changes.append(Change("substitution", self.title, eid, Region(eid), removed, paragraphs(self.title)))
        for name, new in self.parts:
            there = act.find(q(name))
            gone = () if there is None else paragraphs(there)
            if there is not None:
                index.forget(there)
            if new is None and there is not None:
                act.remove(there)
            elif new is not None and there is not None:
                act.replace(there, new)
            elif new is not None:
                _put_part(act, name, new)
            come = () if new is None else paragraphs(new)
            if new is not None:
                index.learn(new)
            if there is not None or new is not None:
                region = Region("", name)
                changes.append(Change("substitution", self.title, eid, region, gone, come, silent=True))
        return tuple(changes)


PARTS = ("preamble", "body", "attachments")
"""The parts of an act that a new wording sets, beside its title."""


@plans_command("replace", when=lambda _plan, _setting, command: command.targets == ((),))
def replace_act(plan: Plan, setting: Setting, _command: Command) -> None:
    """Plan a new wording of the whole act, from quotes or from an annex of the amending act."""
    act = setting.index.act
    made = _built(plan, setting, act, _new_lines(plan, setting))
    title = _title(made)
    below = documents.attachments(made)
    if title is None or made.find(q("conclusions")) is not None or (below and not plan.command.annex):
        # A signature, or annexes within quotes: what is whose cannot be told.
        raise plan.refuse("content_mismatch", spell(()))
    if documents.attachments(act) and not below:
        # Whether the annexes of the old text go on is not said.
        raise plan.refuse("content_mismatch", spell(()), tuple(_eids(act)))
    parts = tuple((name, made.find(q(name))) for name in PARTS)
    plan.whole.append(act)
    before = (*_lines(_title(act)), *(line for name in PARTS for line in _lines(act.find(q(name)))))
    if before == (*_lines(title), *(line for _, part in parts for line in _lines(part))):
        plan.note("already_worded", spell(()))
        return
    if act.find(q("conclusions")) is not None:
        plan.note("signature_kept", spell(()))
    for attachment in below:
        give_meta(attachment, setting)
    plan.steps.append(((), SetAct(act, title, parts)))


def _eids(act: etree._Element) -> list[str]:
    return [item.get("eId", "") for item in documents.attachments(act)]


def _title(act: etree._Element) -> etree._Element | None:
    preface = act.find(q("preface"))
    return None if preface is None else preface.find(q("longTitle"))


def _lines(element: etree._Element | None) -> tuple[str, ...]:
    return () if element is None else paragraphs(element)


def _new_lines(plan: Plan, setting: Setting) -> tuple[str, ...]:
    """The lines of the new text, title first."""
    command = plan.command
    if not command.annex:
        if not command.content:
            raise plan.refuse("content_missing", command.instruction)
        return command.content
    source = annex(setting.amending.root, command.annex[0], command.annex_of) if len(command.annex) == 1 else None
    if source is None:
        raise plan.refuse("content_missing", command.instruction, command.annex)
    head, *others = with_followers(setting.amending.root, source)
    cells = [cell for item in (head, *others) for cell in item.iter(q("td"), q("th"))]
    if any(span(cell, "colspan") > 1 or span(cell, "rowspan") > 1 for cell in cells):
        # Joined cells would be lost where the text is read anew.
        raise plan.refuse("action_unsupported", spell(()), (source.get("eId", ""),))
    text = [line for part in _unmarked(head) for line in paragraphs(part)]
    return (*text, *(line for item in others for line in paragraphs(item)))


def _unmarked(attachment: etree._Element) -> list[etree._Element]:
    """The parts of an annex but for its corner mark, which says of the amending act what it is in it."""
    doc = attachment.find(q("doc"))
    out: list[etree._Element] = []
    for child in doc if doc is not None else ():
        if child.tag == q("preface"):
            out.extend(part for part in child if part.tag != q("container"))
        elif child.tag != q("meta"):
            out.append(child)
    return out


def _built(plan: Plan, setting: Setting, act: etree._Element, lines: tuple[str, ...]) -> etree._Element:
    """The act that the new lines are, with the requisites of the old one below its title."""
    preface = act.find(q("preface"))
    below = [] if preface is None else [child for child in preface if child.tag != q("longTitle")]
    kept = [line for child in below for line in paragraphs(child)]
    whole = [lines[0], *kept, *lines[1:]]
    ends = ["\n" if "\t" in one and "\t" in two else "\n\n" for one, two in pairwise([*whole, ""])]
    lang: Lang = "kaz" if setting.lang == "kaz" else "rus"
    try:
        made = build(read_text("".join(line + end for line, end in zip(whole, ends, strict=True)), lang=lang))
    except SourceError:
        raise plan.refuse("content_mismatch", spell(())) from None
    found = next(made.root.iter(q("act")), None)
    same = found is not None and _bare(paragraphs(found)) == _bare(whole)
    old, new = meta.read_identity(act), meta.read_identity(made.root)
    if found is None or not same or (old.number, old.date) != (new.number, new.date):
        # A line that would be lost, or one that is read as something else than text of the act.
        raise plan.refuse("content_mismatch", spell(()))
    if found.find(q("body")) is None or not len(found.find(q("body"))):  # type: ignore[arg-type]
        raise plan.refuse("content_mismatch", spell(()))
    return found


def _bare(lines: "list[str] | tuple[str, ...]") -> str:
    return re.sub(r"\s+", "", "".join(lines))


def _put_part(act: etree._Element, name: str, new: etree._Element) -> None:
    """Put a part of an act where the parts stand in their order."""
    order = ("meta", "coverPage", "preface", "preamble", "body", "conclusions", "attachments", "components")
    before = [child for child in act if child.tag in {q(each) for each in order[: order.index(name)]}]
    before[-1].addnext(new)
