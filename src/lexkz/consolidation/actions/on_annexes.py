"""Annexes and approved documents: set, added or repealed as wholes. Of a corner mark that comes from an amending act
only what names the place in the base is part of the base."""

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.iris import compared_number
from lexkz.akn.meta import Identity, component_meta, read_identity
from lexkz.akn.namespace import AKN, E, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.content import MarkWords
from lexkz.amendment.content import corner_mark as read_mark
from lexkz.amendment.model import Address
from lexkz.consolidation import new_content as contents
from lexkz.consolidation.actions.neighbours import by_number
from lexkz.consolidation.actions.on_units import (
    SetUnit,
    place_taken,
    repeal_unit,
)
from lexkz.consolidation.new_content import adopt, annex
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import inserts, repeals, replaces
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.change import (
    Change,
    added,
)
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, spell, spelled
from lexkz.consolidation.tree.unit_index import Index, document_of, number_key
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.clauses import of_list_of_changes
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.names import shortens


@dataclass(frozen=True, slots=True, eq=False)
class AddAttachment(TreeStep):
    """A new annex of an act or instrument."""

    rank = 140
    note = "inserted"

    document: etree._Element
    number: str | None
    new: etree._Element

    def perform(self, index: Index) -> tuple[Change, ...]:
        holder = self.document if self.document.tag == q("act") else self.document.find(q("doc"))
        assert holder is not None
        group = holder.find(q("attachments"))
        if group is None:
            group = E.attachments()
            holder.append(group)
        after = None
        for known in documents.attachments(self.document):
            number = documents.annex_number(known)
            if self.number is None or number is None or _sorts(number, self.number):
                after = known
        if after is None:
            group.insert(0, self.new)
        else:
            after.addnext(self.new)
        index.learn(self.new)
        return (added(self.new),)

    def brings(self) -> tuple[etree._Element, ...]:
        return (self.new,)


DOCUMENTS = ("annex", "instrument", "form")
"""The kinds of units that are documents."""
repeals(*DOCUMENTS)(repeal_unit)


@replaces(*DOCUMENTS)
def replace_annexes(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for annexes and instruments: by the amending act's annexes, else by quoted content."""
    for place, target in enumerate(targets):
        old = target.element
        new = _copy(plan, setting, place, target.address, old.get("eId", ""), old)
        clash = place_taken(setting, new, old)
        if clash:
            raise plan.refuse("number_taken", spell(target.address), clash)
        plan.whole.append(old)
        if paragraphs(new) == paragraphs(old):
            plan.note("already_worded", spell(target.address), (target.eid,))
        else:
            plan.steps.append((target.address, SetUnit(old, new)))


@inserts(*DOCUMENTS)
def insert_annexes(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New annexes of the act or of an instrument, placed by their numbers."""
    for place, address in enumerate(addresses):
        step = address[-1]
        parent = plan.target(setting.index, address[:-1])
        document = document_of(parent.element)
        below = documents.attachments(document)
        number = step.number or str(len(below) + 1)
        prefix = document.get("eId", "") if document.tag == q("attachment") else ""
        eid = f"{prefix}__att_{number}" if prefix else f"att_{number}"
        _agrees(plan, setting, address, number)
        present = resolve(setting.index, address) if step.number or step.name else None
        new = _copy(plan, setting, place, address, eid, None)
        if isinstance(present, Target) and not present.widened:
            if paragraphs(new) == paragraphs(present.element):
                plan.note("already_worded", spell(address), (present.eid,))
                continue
            raise plan.refuse("number_taken", spell(address), (present.eid,))
        clash = place_taken(setting, new, None)
        if clash:
            raise plan.refuse("number_taken", spell(address), clash)
        plan.touched.append(document)
        plan.created.append((document.get("eId", ""), "annex", number_key(number)))
        plan.eids.append(eid)
        plan.steps.append((address, AddAttachment(document, step.number, new)))


def _agrees(plan: Plan, setting: Setting, address: Address, number: str) -> None:
    """An annex stands beside an annex, and its number puts it there; anything else is a slip."""
    command = plan.command
    if command.anchor is None or by_number(plan):
        return
    beside = plan.target(setting.index, command.anchor)
    other = documents.annex_number(beside.element) if beside.element.tag == q("attachment") else None
    if other is not None:
        near, key = order_key(number_key(other)), order_key(number_key(number))
        low, high = (near, key) if command.position == "after" else (key, near)
        siblings = documents.attachments(document_of(plan.target(setting.index, address[:-1]).element))
        known = (order_key(number_key(found)) for each in siblings if (found := documents.annex_number(each)))
        if beside.element in siblings and low < high and not any(low < each < high for each in known):
            return
    raise plan.refuse("place_doubtful", spelled("{} / {}", address, command.anchor), (beside.eid,))


def _copy(
    plan: Plan, setting: Setting, place: int, address: Address, eid: str, instead_of: etree._Element | None
) -> etree._Element:
    command = plan.command
    if command.annex:
        if len(command.annex) != len(command.targets):
            raise plan.refuse("content_mismatch", command.instruction, command.annex)
        source = annex(setting.amending.root, command.annex[place], command.annex_of)
        if source is None:
            raise plan.refuse("content_missing", spelled("{} ← {}", address, command.annex[place]))
        if address[-1].kind == "annex" and plan.ruling is None:
            document = _document(plan, setting, address, instead_of)
            former = setting.index.former_titles.get(document.get("eId", ""))
            elsewhere = other_document(source, document, setting.base, setting.lang, former)
            if elsewhere is not None:
                raise plan.refuse("corner_mark", spelled("{} ≠ «{}»", address, elsewhere))
        inner = _wrapped(source)
        source = source if inner is None else inner
        own = source.get("eId", "")
        copy = adopt(source, eid, quoted_prefix=own, document_prefix=eid, work=setting.amending.work)
        if inner is None:
            ruled = plan.ruling is not None and plan.ruling.decision == "apply"
            keep_mark(copy, instead_of, setting.lang, as_there=ruled)
            if instead_of is None and address[-1].kind == "annex":
                _marked_as_neighbour(plan, setting, address, source, copy)
    else:
        copy = _from_quoted(plan, setting, address, eid)
    give_meta(copy, setting)
    return copy


def _document(plan: Plan, setting: Setting, address: Address, annex_there: etree._Element | None) -> etree._Element:
    """The act or approved document to which the annex at ``address`` belongs."""
    if annex_there is None:
        return document_of(plan.target(setting.index, address[:-1]).element)
    parent = annex_there.getparent()
    assert parent is not None
    return document_of(parent)


def _wrapped(attachment: etree._Element) -> etree._Element | None:
    """The one annex within an annex that has no text of its own: where its corner mark, which names the amending act,
    stands apart from the mark of the annex that is to be set."""
    doc = attachment.find(q("doc"))
    inner = documents.attachments(attachment)
    body = doc.find(q("mainBody")) if doc is not None else None
    return inner[0] if len(inner) == 1 and body is not None and not paragraphs(body) else None


def _from_quoted(plan: Plan, setting: Setting, address: Address, eid: str) -> etree._Element:
    """An annex whose text the command quotes: its lines make a document of their own."""
    found = contents.brought(setting.amending, plan.command)
    if found is None or not found.elements or len(plan.command.targets) != 1:
        raise plan.refuse("content_missing", spell(address))
    copies = []
    for place, element in enumerate(found.elements, start=1):
        own = element.get("eId", "")
        rest = own.rpartition("__")[2] if own.startswith(f"{found.prefix}__") else ""
        name = f"{eid}__{rest}" if rest else f"{eid}__p_{place}" if element.tag == q("p") else ""
        copies.append(adopt(element, name, quoted_prefix=found.prefix, document_prefix=eid, work=setting.amending.work))
    return E.attachment(E.doc(E.meta(), E.mainBody(*copies), name="annex"), eId=eid)


def give_meta(attachment: etree._Element, setting: Setting) -> None:
    """Identify the document, and those attached to it, as components of the base."""
    for item in (attachment, *documents.all_attachments(attachment)):
        doc = item.find(q("doc"))
        if doc is None:
            continue
        meta = component_meta(setting.base, iris.component_name(item.get("eId", "")))
        old = doc.find(q("meta"))
        if old is not None:
            doc.replace(old, meta)
        else:
            doc.insert(0, meta)


def _sorts(one: str, two: str) -> bool:
    return order_key(number_key(one)) < order_key(number_key(two))


_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"


_NAMES_ANNEX = {
    # In Kazakh the annex's number ends its part of the mark, in Russian it begins it.
    "kaz": re.compile(r"(?:(?:\d[\d-]*|[іvх][іvхlс]*)\s*-?\s*)?қосымша$"),
    "rus": re.compile(r"^приложение(?:\s*№?\s*(?:\d[\d-]*|[іvх][іvхlс]*))?(?:\s|$)"),
}


def keep_mark(new: etree._Element, old: etree._Element | None, lang: str, *, as_there: bool = False) -> None:
    """Leave in the corner mark of ``new`` only what names its place in the base, as the official editions do.

    A mark of two parts ("… № 391 бұйрығына 1-қосымша … қағидаларына 8-қосымша") loses the first; a mark of one part is
    the amending act's alone and gives way to that of ``old``, where that has one. ``as_there``: a person has decided
    that the annex becomes ``old`` although its mark names another one; then the text bears the mark of what it now is.
    """
    marks = new.findall(_MARK)
    blocks = [block for mark in marks for block in mark.iterchildren(q("p"))]
    pattern = _NAMES_ANNEX.get(lang, _NAMES_ANNEX["kaz"])
    named = [place for place, block in enumerate(blocks) if pattern.search(fold_spaces(" ".join(paragraphs(block))))]
    before = old.find(_MARK) if old is not None else None
    if len(named) >= 2 and not (as_there and before is not None):
        first = named[0] + 1 if lang == "kaz" else named[1]
        for block in blocks[:first]:
            _drop_element(block)
    elif before is not None and marks:
        for child in list(marks[0]):
            marks[0].remove(child)
        marks[0].extend(_mark_copies(before))
    for mark in marks:
        if not len(mark):
            _drop_element(mark)


def _marked_as_neighbour(
    plan: Plan, setting: Setting, address: Address, source: etree._Element, new: etree._Element
) -> None:
    """Give a new annex whose mark says only what it is in the amending act («Приложение 1 к настоящему Перечню») the
    mark of an annex beside it, with its own number."""
    said = read_mark(source, setting.lang)
    if said is None or said.name or said.act or said.target or not _of_amending(said, address[-1].number, setting):
        return
    number = address[-1].number
    document = _document(plan, setting, address, None)
    marks = [mark for each in documents.attachments(document) if (mark := each.find(_MARK)) is not None]
    lang: Lang = "kaz" if setting.lang == "kaz" else "rus"
    known = (_renumbered(_mark_copies(each), number, lang) for each in marks if number)
    copies: list[etree._Element] = next((lines for lines in known if lines), [])
    mark = new.find(_MARK)
    if mark is None or not copies:
        if plan.ruling is not None:
            return
        raise plan.refuse("corner_mark", spelled("{} ≠ «{}»", address, said.text))
    for child in list(mark):
        mark.remove(child)
    mark.extend(copies)


def _of_amending(said: MarkWords, number: str | None, setting: Setting) -> bool:
    """True where a corner mark of one part names the amending act, a list of it, or another number than ``number``."""
    own = read_identity(next(setting.amending.root.iter(q("act")))).number
    cited = own is not None and re.search(rf"(?:№|N)\s*{re.escape(own)}(?!\w)", said.text) is not None
    lang: Lang = "kaz" if setting.lang == "kaz" else "rus"
    return cited or of_list_of_changes(said.text, lang) is not None or said.own != number


def _renumbered(mark: list[etree._Element], number: str, lang: Lang) -> list[etree._Element]:
    """The lines of a corner mark with another number in its one phrase; none where it has no number, or several."""
    annexed = words_of(lang).drafting.corner_annex
    found = [(block, match) for block in mark for match in annexed.finditer(fold(block.text or ""))]
    said = sum(len(annexed.findall(fold(" ".join(paragraphs(block))))) for block in mark)
    if len(found) != 1 or said != 1:
        return []
    block, match = found[0]
    if not (match["number"] or "")[:1].isdigit():
        # «Приложение IV»: the number of a new annex is in figures here, and how its neighbours go on is not said.
        return []
    text = block.text or ""
    block.text = f"{text[: match.start('number')]}{number}{text[match.end('number') :]}"
    return mark


def other_document(
    source: etree._Element, document: etree._Element, base: Identity, lang: str, former: str | None = None
) -> str | None:
    """Return the corner mark of ``source`` where it places that annex in another document than ``document``; else None.

    ``document`` is the act or the approved document that the command's annex belongs to; ``base`` names the act. A mark
    that says of its annex only whose it is in the amending act places it nowhere. ``former``: the title that the
    document had before the acts of the day, which another of them may have changed.
    """
    mark = read_mark(source, lang)
    if mark is None:
        return None
    if mark.act is not None:
        number = mark.act.number
        other = number and base.number and compared_number(number) != compared_number(base.number)
        return mark.text if other or document.tag != q("act") else None
    if mark.name is None or _cites(mark.name, lang):
        return None
    if document.tag == q("act"):
        return mark.text
    titles = [fold_spaces(title) for title in (documents.title(document), former) if title]
    fits = not titles or any(shortens(mark.name, title) or shortens(title, mark.name) for title in titles)
    return None if fits else mark.text


def _cites(name: str, lang: str) -> bool:
    """True where the name is that of an act, though not one that could be read whole."""
    known = words_of("kaz" if lang == "kaz" else "rus").structure.act_words
    return any(word.startswith(stem) for word in name.split() for stem in known)


def _drop_element(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _mark_copies(mark: etree._Element) -> list[etree._Element]:
    out = []
    for child in mark:
        copy = deepcopy(child)
        copy.tail = None
        out.append(copy)
    return out
