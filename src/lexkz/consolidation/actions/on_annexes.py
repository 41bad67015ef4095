"""Plans for commands on annexes and approved documents: set, added or repealed as wholes."""

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.meta import component_meta
from lexkz.akn.namespace import E, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation import new_content as contents
from lexkz.consolidation.actions import corner_mark
from lexkz.consolidation.actions.beside import by_number
from lexkz.consolidation.actions.on_units import place_taken
from lexkz.consolidation.actions.steps import AddAttachment, SetUnit
from lexkz.consolidation.new_content import adopt
from lexkz.consolidation.own_annexes import annex
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, spell, spelled
from lexkz.consolidation.tree.unit_index import document_of, number_key


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
            plan.already += 1
            plan.note("already_worded", spell(target.address), (target.eid,))
        else:
            plan.steps.append((target.address, SetUnit(old, new)))


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
                plan.already += 1
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
        source = annex(setting.amending.root, command.annex[place])
        if source is None:
            raise plan.refuse("content_missing", spelled("{} ← {}", address, command.annex[place]))
        if address[-1].kind == "annex" and plan.ruling is None:
            document = _document(plan, setting, address, instead_of)
            former = setting.index.former_titles.get(document.get("eId", ""))
            elsewhere = corner_mark.elsewhere(source, document, setting.base, setting.lang, former)
            if elsewhere is not None:
                raise plan.refuse("corner_mark", spelled("{} ≠ «{}»", address, elsewhere))
        inner = _wrapped(source)
        source = source if inner is None else inner
        own = source.get("eId", "")
        copy = adopt(source, eid, quoted_prefix=own, document_prefix=eid, work=setting.amending.work)
        if inner is None:
            ruled = plan.ruling is not None and plan.ruling.decision == "apply"
            corner_mark.keep(copy, instead_of, setting.lang, as_there=ruled)
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
    found = contents.quoted(setting.amending, plan.command.source.eid)
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
