"""Words: replace, insert, delete, in a unit or everywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from lexkz.akn.eids import eid as make_eid
from lexkz.akn.elements import MIXED
from lexkz.akn.namespace import E, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Step
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import plans_targets
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.block_words import Edit, Match
from lexkz.consolidation.tree.change import (
    Change,
    Region,
    mark_of,
    region_of,
    told_by,
    unit_eid,
)
from lexkz.consolidation.tree.places import eid_prefix
from lexkz.consolidation.tree.resolve import of_units
from lexkz.consolidation.tree.target import Target, spell, spelled
from lexkz.consolidation.tree.unit_index import NUMBERED, Index, row_number
from lexkz.consolidation.tree.walk import attribute
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.folding import fold, fold_spaces, seen
from lexkz.languages.removal import is_only_removed, tells_repeal
from lexkz.languages.stemming import stem
from lexkz.structure.labels import Label, label


@dataclass(frozen=True, slots=True, eq=False)
class EditWords(TreeStep):
    """Words of one block change."""

    rank = 10
    note = "changed"

    block: etree._Element
    edits: tuple[Edit, ...]

    def perform(self, index: Index) -> tuple[Change, ...]:
        del index
        told = told_by(self.block)
        removed = paragraphs(told)
        words.apply(self.block, self.edits)
        mark = mark_of(self.block)
        region = region_of(self.block)
        return (Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(told)),)


@dataclass(frozen=True, slots=True, eq=False)
class NumberLine(TreeStep):
    """An unnumbered line, whose new words begin with a number, becomes the unit of that number."""

    rank = 30
    note = "changed"

    alinea: etree._Element
    kind: str
    num: str
    """As printed: "Статья 1."."""
    eid: str

    def perform(self, index: Index) -> tuple[Change, ...]:
        alinea = self.alinea
        before = attribute(alinea, "eId")
        text = paragraphs(alinea)
        block = next(alinea.iter(q("p")))
        printed = words.block_text(block)
        rest = printed[len(self.num) :].lstrip()
        if not printed.startswith(self.num):
            raise ValueError(f"the line does not begin with {self.num!r}")
        words.apply(block, (Edit(0, len(printed) - len(rest), ""),))
        index.forget(alinea)
        alinea.tag = q(self.kind)
        alinea.set("eId", self.eid)
        alinea.set("wId", before)
        alinea.insert(0, E.num(self.num))
        index.learn(alinea)
        return (
            Change("substitution", alinea, before, Region(before), text, (), silent=True),
            Change("substitution", alinea, self.eid, Region(self.eid), (), paragraphs(alinea), silent=True),
        )


_TEXT = tuple(q(name) for name in ("p", "block", "heading", "caption", "subheading"))


_BlockEdits = dict[etree._Element, tuple[Address, list[Edit]]]


def blocks_of(target: Target) -> tuple[etree._Element, ...]:
    """Return the blocks whose words a command on ``target`` may change: of the whole act, its preamble and body."""
    if target.lines:
        return tuple(line.block for line in target.lines)
    if target.cells:
        return tuple(block for cell in target.cells for block in _blocks(cell))
    element = target.element
    if target.rows:
        return tuple(block for row in (element, *target.rows) for block in _blocks(row))
    if element.tag == q("act"):
        holders = [element.find(q(name)) for name in ("preamble", "body")]
    elif element.tag == q("attachment"):
        doc = element.find(q("doc"))
        holders = [doc.find(q(name)) for name in ("preface", "mainBody")] if doc is not None else []
    else:
        holders = [element]
    return tuple(block for holder in holders if holder is not None for block in _blocks(holder))


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    for block in holder.iter(*_TEXT):
        # A block within a block (a quoted structure in a line) is a block of its own.
        if local(block) not in MIXED or block.getparent() is None:
            continue
        if not _of_editors(block) and _approving_mark(block, holder) is None:
            yield block


def _of_editors(block: etree._Element) -> bool:
    """True for the words that stand in place of a repealed unit: they are not of the act."""
    if any(outer.get("status") == "removed" for outer in block.iterancestors()):
        return True
    text = seen(words.block_text(block))
    if not _REPEALS.search(fold(text)):
        return False
    unit = next((outer for outer in block.iterancestors() if outer.find(q("num")) is not None), None)
    num = "" if unit is None else unit.findtext(q("num"), "")
    alone = unit is not None and next(unit.iter(*_TEXT), None) is block and is_only_removed(num, text)
    return alone or tells_repeal(text)


def _approving_mark(block: etree._Element, holder: etree._Element) -> etree._Element | None:
    """The corner mark below ``holder`` that a block stands in, if it says by which act the document was approved.

    «Утверждены приказом … от … № 201» tells what happened; a command on all words of the rules does not undo it.
    """
    inner = takewhile(lambda outer: outer is not holder, block.iterancestors())
    mark = next((one for one in inner if one.get("name") == "cornerMark"), None)
    return mark if mark is not None and _OF_ACT.search(" ".join(map(words.block_text, mark.iter(*_TEXT)))) else None


_REPEALS = re.compile("исключ|утрат|тастал|жойыл|жойды")


_OF_ACT = re.compile(r"(?:№|N)\s*\w*\d")


@plans_targets("replace_words", "insert_words", "delete_words")
def plan_words(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """Find the old words in every target; each must occur once, or, where the command says everywhere, at all."""
    command = plan.command
    # Nothing, looked for as words, stands between all words of an act.
    said = command.old if command.action == "delete_words" else (*command.old, *command.new)
    if not all(any(char.isprintable() and not char.isspace() for char in each) for each in said):
        raise plan.refuse("words_empty", command.instruction)
    if command.action == "insert_words" and command.position == "end":
        for target in targets:
            _at_end(plan, target)
        return
    if not command.old or (command.action != "delete_words" and len(command.new) != len(command.old)):
        raise plan.refuse("content_missing", command.instruction)
    edits: _BlockEdits = {}
    if command.everywhere:
        _everywhere(plan, setting, targets, edits)
    else:
        for target in targets:
            for place in range(len(command.old)):
                _once(plan, setting, target, place, edits)
    for block, (address, found) in edits.items():
        unique = list(dict.fromkeys(found))
        for index, one in enumerate(unique):
            if any(words.overlap(one, two) for two in unique[index + 1 :]):
                raise plan.refuse("words_overlap", "; ".join(command.old), (region_of(block).eid,))
        plan.touched.append(block)
        plan.steps.append((address, EditWords(block, tuple(unique))))


def _once(plan: Plan, setting: Setting, target: Target, place: int, edits: _BlockEdits) -> None:
    old = plan.command.old[place]
    found = [
        (block, match)
        for block in blocks_of(target)
        for match in _beside(
            plan, words.block_text(block), words.occurrences(words.block_text(block), old, target.span)
        )
    ]
    if plan.command.position == "end":
        found = _ending(target, found)
    ways = {match.way for _, match in found}
    for way in ("exact", "folded", "case"):
        # The nearest way of writing decides: "Заң" elsewhere does not make "заң" ambiguous.
        if way in ways:
            found = [(block, match) for block, match in found if match.way == way]
            break
    found, done = _not_done(plan, found, place)
    if done and not found:
        plan.note("already_worded", spelled("{}: «{}»", target.address, old), (target.eid,))
        return
    if not found:
        raise plan.refuse("words_absent", spelled("{}: «{}»", target.address, old), (target.eid,))
    if plan.command.times is not None and plan.command.times != len(found) + done:
        what = spelled("{}: «{}» × {}", target.address, old, f"{len(found) + done} ≠ {plan.command.times}")
        raise plan.refuse("words_count", what, (target.eid,))
    if len(found) > 1 and plan.command.times is None:
        found = _at_head(plan, setting, found, place)
    if len(found) > 1 and _parts_items(plan, place) and (last := _ending(target, found)):
        plan.note("sign_last", spelled("{}: «{}»", target.address, old), (target.eid,))
        found = last
    if len(found) > 1:
        decided = _decided(plan, found)
        if not decided:
            places = tuple(dict.fromkeys(region_of(block).eid for block, _ in found))
            raise plan.refuse("words_repeated", spelled("{}: «{}» × {}", target.address, old, str(len(found))), places)
        found = decided
    elif _counted_otherwise(plan):
        raise plan.refuse("ruling_count", spelled("{}: «{}» × 1", target.address, old), (target.eid,))
    for block, match in found:
        _note_way(plan, block, match)
        edits.setdefault(block, (target.address, []))[1].append(_edit(plan, words.block_text(block), match, place))
    _note_capitals(plan, target, old, found)
    block, match = found[0]
    if match.start == 0:
        _number_line(plan, setting, target, block, place)


def _ending(target: Target, found: list[tuple[etree._Element, Match]]) -> list[tuple[etree._Element, Match]]:
    """Of the places of words the one that the target ends with: signs behind it aside, where it is no sign itself."""
    last = blocks_of(target)[-1:]
    text = words.block_text(last[0]) if last else ""
    text = text if target.span is None else text[: target.span[1]]
    return [
        (block, match)
        for block, match in found
        if block in last
        and not text[match.end :].strip(" " if text[match.start : match.end].strip() in _ENDS else " .;:,")
    ]


_ENDS = frozenset({".", ";", ":", ","})


def _parts_items(plan: Plan, place: int) -> bool:
    """True for a full stop that becomes a semicolon, or the other way: an item ends with one of the two, and has other
    stops within it that cannot be meant, since what follows them begins a sentence."""
    command = plan.command
    if command.action != "replace_words" or command.times is not None:
        return False
    return {command.old[place].strip(), command.new[place].strip()} == {".", ";"}


def _beside(plan: Plan, text: str, found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Of the places of deleted words those that stand right beside the words that the command names for that."""
    near, after = plan.command.beside, plan.command.position == "after"
    if near is None:
        return found
    old = plan.command.old[0]
    both = words.occurrences_everywhere(text, f"{near} {old}" if after else f"{old} {near}")
    both = both or words.occurrences(text, f"{near} {old}" if after else f"{old} {near}")
    edges = {one.end if after else one.start for one in both}
    return tuple(one for one in found if (one.end if after else one.start) in edges)


def _note_capitals(plan: Plan, target: Target, old: str, found: list[tuple[etree._Element, Match]]) -> None:
    """Say where the same words begin with a capital, as at the head of a sentence, and are left: the command quotes
    them with a small letter; or the other way round."""
    if not old[:1].isalpha() or old[1:2].isupper():
        return
    taken = {(id(block), match.start) for block, match in found}
    small = old[:1].lower() + old[1:]
    for block in blocks_of(target):
        text = words.block_text(block)
        for match in words.occurrences_everywhere(text, small):
            inside = target.span is None or target.span[0] <= match.start < match.end <= target.span[1]
            otherwise = text[match.start : match.start + 1].islower() != old[:1].islower()
            if otherwise and inside and (id(block), match.start) not in taken:
                plan.note("words_capital_left", f"«{text[match.start : match.end]}»", (region_of(block).eid,))


def _counted_otherwise(plan: Plan) -> bool:
    """True where a person counts the one word of a command more than once, and it stands once: «Срок и срок» has one
    «срок», so that what was decided is not what can be done."""
    ruling, command = plan.ruling, plan.command
    if ruling is None or len(command.old) * len(command.targets) > 1:
        return False
    return ruling.decision in ("times", "occurrence") and max(ruling.times, ruling.occurrence) > 1


def _decided(plan: Plan, found: list[tuple[etree._Element, Match]]) -> list[tuple[etree._Element, Match]]:
    """The occurrences that a ruling chooses: all, where it counts them right, or the one that it names; else none."""
    ruling = plan.ruling
    if plan.command.times is not None:
        return found
    if ruling is None:
        return []
    if ruling.decision == "times":
        return found if ruling.times == len(found) else []
    wanted = ruling.occurrence
    return [found[wanted - 1]] if ruling.decision == "occurrence" and 1 <= wanted <= len(found) else []


def _numbering(plan: Plan, setting: Setting, place: int) -> Label | None:
    """The number that the new words put before the old ones («"Ратифицировать" … "Статья 1. Ратифицировать"»)."""
    if plan.command.action != "replace_words" or setting.lang not in ("kaz", "rus"):
        return None
    found = label(plan.command.new[place], setting.lang)  # type: ignore[arg-type]
    return found if found is not None and fold(found.rest) == fold(plan.command.old[place].strip()) else None


def _at_head(
    plan: Plan, setting: Setting, found: list[tuple[etree._Element, Match]], place: int
) -> list[tuple[etree._Element, Match]]:
    """Where the new words number a line, only words at the head of a line can be meant."""
    if _numbering(plan, setting, place) is None:
        return found
    heads = [(block, match) for block, match in found if not words.block_text(block)[: match.start].strip()]
    if len(heads) == 1:
        plan.note("words_number", f"«{plan.command.old[place]}»", (region_of(heads[0][0]).eid,))
        return heads
    return found


def _number_line(plan: Plan, setting: Setting, target: Target, block: etree._Element, place: int) -> None:
    """Make the line the unit that its new number says, where it stands alone at the top of the text."""
    found = _numbering(plan, setting, place)
    holder = block.getparent()
    alinea = holder.getparent() if holder is not None else None
    if found is None or alinea is None or alinea.tag != q("alinea") or not alinea.get("eId"):
        return
    parent, following = alinea.getparent(), alinea.getnext()
    if parent is None or parent.tag not in (q("body"), q("mainBody")):
        return
    if following is not None and following.tag == q("alinea"):
        # Whose lines the following ones would then be, the command does not say.
        return
    eid = make_eid(found.kind, found.number, eid_prefix(parent, None))
    if eid in setting.index or found.kind not in NUMBERED:
        return
    plan.steps.append((target.address, NumberLine(alinea, found.kind, found.num, eid)))


def _not_done(
    plan: Plan, found: list[tuple[etree._Element, Match]], place: int
) -> tuple[list[tuple[etree._Element, Match]], int]:
    """Leave out the occurrences that stand in the new wording already; return the others and how many those were."""
    command = plan.command
    if command.action == "delete_words":
        return found, 0
    old, new = command.old[place].strip(), command.new[place].strip()
    if command.action == "insert_words":
        wanted = f"{new} {old}" if command.position == "before" else f"{old} {new}"
    else:
        wanted = new
        if not words.occurrences(new, old):
            return found, 0
    left = []
    for block, match in found:
        there = words.occurrences(words.block_text(block), wanted)
        if not any(_inside(match, other) for other in there):
            left.append((block, match))
    return left, len(found) - len(left)


def _edit(plan: Plan, text: str, match: Match, place: int) -> Edit:
    command = plan.command
    if command.action == "delete_words":
        return words.deletion(text, match)
    if command.action == "insert_words":
        return words.insertion(match, command.new[place], "before" if command.position == "before" else "after")
    return words.replacement(text, match, command.old[place], command.new[place])


def _note_way(plan: Plan, block: etree._Element, match: Match) -> None:
    if match.way == "exact":
        return
    printed = words.block_text(block)[match.start : match.end]
    plan.note("words_folded" if match.way == "folded" else "words_case", f"«{printed}»", (region_of(block).eid,))


def _everywhere(plan: Plan, setting: Setting, targets: tuple[Target, ...], edits: _BlockEdits) -> None:
    command = plan.command
    counts, done = [0] * len(command.old), 0
    left_out = _left_out(plan, setting)
    without: list[Target] = []
    for target in targets:
        before = sum(counts)
        for block in blocks_of(target):
            if block in left_out:
                continue
            text = words.block_text(block)
            found: list[tuple[Match, int]] = []
            for place, old in enumerate(command.old):
                for match in _beside(plan, text, words.occurrences_everywhere(text, old)):
                    if target.span is not None and not target.span[0] <= match.start < match.end <= target.span[1]:
                        continue
                    # Of two listed forms that begin at one place the longer one is meant.
                    found = [item for item in found if not _inside(item[0], match)]
                    if not any(_inside(match, other) for other, _ in found):
                        found.append((match, place))
            for match, place in found:
                counts[place] += 1
                if not _not_done(plan, [(block, match)], place)[0]:
                    done += 1
                    continue
                edits.setdefault(block, (target.address, []))[1].append(_edit(plan, text, match, place))
                if match.way == "case":
                    plan.note("words_capital", f"«{text[match.start : match.end]}»", (region_of(block).eid,))
        if sum(counts) == before and target.kind in ("heading", "title"):
            # Of a whole text with its annexes any part can lack the words; a heading is named for them.
            without.append(target)
    missing = [old for old, count in zip(command.old, counts, strict=True) if not count]
    if len(missing) == len(counts):
        what = "; ".join(f"«{old}»" for old in missing)
        there = _elsewhere(plan, targets)
        raise plan.refuse("words_absent", what, there or tuple(target.eid for target in targets if target.eid))
    if done and not edits:
        plan.note("already_worded", "; ".join(f"«{old}»" for old in command.old))
    for target in without:
        plan.note("words_place_absent", spell(target.address), (target.eid,))
    for old in missing:
        plan.note("words_form_absent", f"«{old}»")
    there = _elsewhere(plan, targets)
    if there:
        said = "; ".join(f"«{old}»" for old in command.old)
        named = [_named(setting.index.element(eid)) for eid in there]
        plan.note("words_elsewhere", spelled(f"{_plain(said)} ({', '.join('{}' for _ in named)})", *named), there)
    for old in command.old:
        if old[:1].isupper() and old[:1].lower() + old[1:] not in command.old:
            for target in targets:
                _note_capitals(plan, target, old, [])
    marks = [mark for target in targets for mark in _marks_with(target, command.old)]
    if marks:
        plan.note("words_in_mark", "; ".join(dict.fromkeys(marks)))
    changing = [block for target in targets for block in blocks_of(target) if block not in left_out]
    other = _other_forms(command.old, list(map(words.block_text, changing)))
    if other:
        plan.note("words_other_forms", "; ".join(f"«{form}»" for form in other))


def _left_out(plan: Plan, setting: Setting) -> frozenset[etree._Element]:
    """The blocks of the units in which words that change everywhere stay as they are."""
    out: set[etree._Element] = set()
    for address in plan.command.excepted:
        unit = plan.target(setting.index, address)
        if unit.span is not None:
            raise plan.refuse("action_unsupported", spell(address))
        out.update(blocks_of(unit))
    return frozenset(out)


def _plain(text: str) -> str:
    """``text`` for a pattern in which braces are filled in."""
    return text.replace("{", "{{").replace("}", "}}")


def _named(attachment: etree._Element | None) -> Address | str:
    """An annex by the number that it prints, else by its title, for a finding."""
    assert attachment is not None
    title = documents.title(attachment)
    printed = documents.printed_number(attachment)
    return f"«{title}»" if title and not printed else (Step("annex", printed or documents.annex_number(attachment)),)


def _marks_with(target: Target, old: tuple[str, ...]) -> Iterator[str]:
    """The lines of approving corner marks that have the words: they are left as they are."""
    preface = target.element.find(f"{q('doc')}/{q('preface')}") if target.element.tag == q("attachment") else None
    if preface is None:
        return
    for block in preface.iter(*_TEXT):
        text = words.block_text(block)
        if _approving_mark(block, preface) is not None and any(words.occurrences_everywhere(text, one) for one in old):
            yield f"«{' '.join(text.split())}»"


def _inside(one: Match, two: Match) -> bool:
    return two.start <= one.start and one.end <= two.end


def _elsewhere(plan: Plan, targets: tuple[Target, ...]) -> tuple[str, ...]:
    """The annexes that have the words as well. The whole text of an order or of rules is their own: that their annexes
    are left as they are is said."""
    outer = {target.element for target in targets}
    whole = [target.element for target in targets if target.element.tag in _DOCUMENTS and not target.lines]
    return tuple(
        attachment.get("eId", "")
        for document in whole
        for attachment in documents.all_attachments(document)
        if attachment not in outer and _has_words(attachment, plan.command.old)
    )


def _has_words(attachment: etree._Element, old: tuple[str, ...]) -> bool:
    doc = attachment.find(q("doc"))
    holders = [child for child in doc if child.tag not in (q("attachments"), q("meta"))] if doc is not None else []
    texts = [words.block_text(block) for holder in holders for block in holder.iter(q("p"))]
    return any(words.occurrences_everywhere(text, word) for text in texts for word in old)


def _other_forms(old: tuple[str, ...], texts: list[str]) -> tuple[str, ...]:
    """Forms of the words that stand in the text and that the command does not list: «в центре» beside «центр»."""
    listed = {tuple(fold_spaces(word).split()) for word in old}
    stems = {tuple(stem(word) for word in form) for form in listed if form and all(w.isalpha() for w in form)}
    lengths = {len(form) for form in stems}
    found: dict[str, None] = {}
    for text in map(seen, texts):
        printed = [(match.start(), match.end()) for match in _WORDS.finditer(text)]
        bare = [fold(text[start:end]) for start, end in printed]
        cut = [stem(word) for word in bare]
        for place in range(len(bare)):
            for length in lengths:
                form = tuple(bare[place : place + length])
                if len(form) == length and form not in listed and tuple(cut[place : place + length]) in stems:
                    found[" ".join(form)] = None
    return tuple(found)


_WORDS = re.compile(r"[^\W\d_]+")


_DOCUMENTS = frozenset({q("act"), q("attachment")})


def _ends_in(text: str, words_: str) -> bool:
    """True where a text ends in these words, not in a word that ends like them: «выход» is no «ход»."""
    before, first = text[: -len(words_)][-1:] if words_ else "", words_[:1]
    return text.endswith(words_) and not (before.isalnum() and first.isalnum())


def _of_one_cell(target: Target) -> bool:
    """Return whether the end of a part of a table can be that of one cell only.

    «строку 2 дополнить словами»: the words go to the text beside the number; where a row has more cells with text, and
    of a column, a table, or a point that ends with one, the command does not say which is meant.
    """
    row = target.element
    if row.tag != q("tr") or target.rows or target.cells:
        return target.in_cells == 1
    return target.in_cells - (row_number(row) is not None) == 1


def _at_end(plan: Plan, target: Target) -> None:
    command = plan.command
    blocks = blocks_of(target)
    if not blocks or len(command.new) != 1:
        raise plan.refuse("content_missing", spell(target.address), (target.eid,))
    block = blocks[-1]
    if not target.lines and any(True for _ in block.iterancestors(q("td"), q("th"))) and not _of_one_cell(target):
        raise plan.refuse("cell_unclear", spell(target.address), (target.eid,))
    if block.tag == q("block") and target.element is not block and target.kind != "note":
        # The point ends with its note, which is not what the words are added to.
        raise plan.refuse("place_unclear", spell(target.address), (target.eid,))
    if of_units(target.element) and not target.lines:
        # «Правила дополнить словами»: the end of a whole document is that of its last point, which is not meant by it.
        raise plan.refuse("unit_unplaced", spell(target.address), (target.eid,))
    whole = words.block_text(block)
    text = whole if target.span is None else whole[: target.span[1]]
    if _ends_in(text.rstrip(" .;:,"), command.new[0].strip().rstrip(" .;:,")):
        plan.note("already_worded", spell(target.address), (target.eid,))
        return
    edit = words.at_end(text, command.new[0])
    if edit is None:
        raise plan.refuse("end_unclear", spell(target.address), (target.eid,))
    plan.touched.append(block)
    plan.steps.append((target.address, EditWords(block, (edit,))))
