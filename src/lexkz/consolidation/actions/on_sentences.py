"""What is smaller than a line: sentences, and the cells of a row."""

from lexkz.akn.namespace import E, q
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_headings import SetBlocks
from lexkz.consolidation.actions.on_words import EditWords
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import alone, inserts, repeals, replaces
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.block_words import Edit, Match
from lexkz.consolidation.tree.counted_lines import CountedLine, lines, sentences
from lexkz.consolidation.tree.target import Target, spell


@replaces("sentence", when=alone)
def replace_sentence(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """A sentence gives way to the one line of the content."""
    (target,) = targets
    assert target.span is not None
    new = _one_line(plan, take_content(plan, setting), target.address)
    block = target.lines[0].block
    if words.block_text(block)[slice(*target.span)] == new:
        plan.note("already_worded", spell(target.address), (target.eid,))
        return
    plan.touched.append(block)
    plan.steps.append((target.address, EditWords(block, (Edit(*target.span, new),))))


@repeals("sentence")
def repeal_sentence(plan: Plan, _setting: Setting, target: Target) -> None:
    """A sentence falls away, with the space beside it; one that is the whole line does not: the line is the target."""
    assert target.span is not None
    block = target.lines[0].block
    text = words.block_text(block)
    start, end = target.span
    if not (text[:start] + text[end:]).strip():
        raise plan.refuse("action_unsupported", spell(target.address), (target.eid,))
    edit = words.deletion(text, Match(start, end, "exact"))
    if start == 0 or not text[:start].strip():
        edit = Edit(start, end + len(text[end:]) - len(text[end:].lstrip()), "")
    plan.touched.append(block)
    plan.steps.append((target.address, EditWords(block, (edit,))))


@inserts("sentence")
def insert_sentence(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New sentences as the N-th of a line, beside another one of it, or at its end.

    A unit of several lines must say which line it means.
    """
    address = addresses[0]
    anchor = plan.command.anchor
    if anchor is not None and (anchor[:-1] != address[:-1] or anchor[-1].kind != "sentence"):
        raise plan.refuse("place_unclear", spell(address))
    parent = plan.target(setting.index, address[:-1])
    # The first line of a whole document is its title or corner mark, which no sentence goes into.
    whole = parent.element.tag in (q("act"), q("attachment"))
    known = parent.lines or (() if whole else lines(parent.element))
    told = address[-1].number is not None or anchor is not None
    if not known or (len(known) > 1 and len(addresses) == 1 and not told):
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    new = _one_line(plan, take_content(plan, setting), address)
    block = known[0].block
    text = words.block_text(block)
    place = _place(plan, setting, address, known[0])
    if any(text[one.start : one.end].strip() == new for one in sentences(text, setting.lang)):
        plan.note("already_worded", spell(address), (parent.eid,))
        return
    edit = Edit(place, place, f" {new}") if text[:place].strip() else Edit(place, place, f"{new} ")
    plan.touched.append(block)
    plan.eids.append(parent.eid)
    plan.steps.append((address, EditWords(block, (edit,))))


def _place(plan: Plan, setting: Setting, address: Address, line: CountedLine) -> int:
    """Where in the text the new sentence goes: after the one before it."""
    text = words.block_text(line.block)
    found = sentences(text, setting.lang)
    number = address[-1].number
    if plan.command.anchor is not None:
        beside = _counted(plan.command.anchor[-1].number, len(found))
        nth = beside + (plan.command.position == "after") if beside else 0
        if not beside or number not in (None, str(nth)):
            raise plan.refuse("place_unclear", spell(address))
        number = str(nth)
    wanted = len(found) + 1 if number is None else int(number) if number.isdigit() else 0
    if not 1 <= wanted <= len(found) + 1:
        raise plan.refuse("place_unclear", spell(address))
    if not all(sentence.sure for sentence in found[: wanted - 1]) and number is not None:
        raise plan.refuse("sentence_unclear", spell(address))
    if wanted == 1:
        return found[0].start if found else 0
    end = found[wanted - 2].end
    if text[:end].rstrip(' "»”)')[-1:] not in (".", "!", "?", "…"):
        # A line that ends in ";" is no sentence that another could follow.
        raise plan.refuse("end_unclear", spell(address))
    return end


def _counted(number: str | None, count: int) -> int:
    """The place of a sentence among ``count``; 0 where there is none such, or none is told."""
    place = count if number == "last" else int(number) if number is not None and number.isdigit() else 0
    return place if place <= count else 0


def _one_line(plan: Plan, found: Content, address: Address) -> str:
    blocks = [element for element in found.elements if element.tag == q("p")]
    blocks += [line.block for element in found.elements if element.tag == q("alinea") for line in lines(element)]
    if len(blocks) != 1 or len(found.elements) != 1:
        raise plan.refuse("content_mismatch", spell(address), tuple(item.get("eId", "") for item in found.elements))
    return words.block_text(blocks[0]).strip()


def _is_cell(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    return len(found) == 1 and found[0].element.tag != q("table")


@replaces("column", when=_is_cell)
def replace_cell(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New text for one cell of a row."""
    (target,) = targets
    found = take_content(plan, setting)
    cells = [cell for table in found.tables() for cell in table.iter(q("td"), q("th"))]
    if len(cells) > 1 or (cells and len(found.elements) > 1):
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    blocks = list(cells[0].iterchildren(q("p"))) if cells else [_block(plan, found, target)]
    new = [
        adopt(item, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work) for item in blocks
    ]
    plan.whole.append(target.element)
    plan.steps.append((target.address, SetBlocks(target.element, tuple(new))))


def _block(plan: Plan, found: Content, target: Target) -> "E":  # type: ignore[valid-type]
    return E.p(_one_line(plan, found, target.address))
