"""References in changed text: each follows its words, new wordings get theirs, and one that is none any more goes."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from lxml import etree

from lexkz.akn.meta import Identity
from lexkz.akn.namespace import E, q
from lexkz.consolidation.messages import finding
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.change import LINE, Change
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.structure.references import spots_in, units_of

_REF = q("ref")
_DISSOLVED = "{urn:lexkz:dissolved}x"
_HOLDERS = frozenset(q(name) for name in ("intro", "content", "wrapUp"))

Spot = tuple[int, int, str]


class FollowedLinks:
    """The references of the blocks whose words change, as they were before."""

    def __init__(self, index: Index, identity: Identity, lang: str) -> None:
        self.index = index
        self.identity = identity
        self.lang = lang
        self._foreign: dict[etree._Element, dict[etree._Element, str]] = {}
        """Of each block: the references that its words alone do not give, as links of other files, with their words."""
        self._words: dict[etree._Element, tuple[tuple[str, str], ...]] = {}
        """Of each block: the words of its references and where they lead, in order."""

    def before(self, block: etree._Element) -> None:
        """Look at a block before its words change for the first time."""
        if block in self._foreign or block.find(f".//{_REF}") is None:
            return
        read = set(self._spots(block, words.block_text(block), self.index))
        there = list(_references(block))
        self._foreign[block] = {ref: words.block_text(ref) for ref, spot in there if spot not in read}
        self._words[block] = tuple((words.block_text(ref), ref.get("href", "")) for ref, _ in there)

    def _spots(self, block: etree._Element, text: str, known: Container[str]) -> list[Spot]:
        return spots_in(block, text, self.identity, self.lang, known)

    def follow(self, changes: Iterable[Change]) -> tuple[Finding, ...]:
        """Let the references in all that changed say what its words say now; give a finding for each that went."""
        known = units_of(self.index.act)
        findings = []
        blocks = dict.fromkeys(block for change in changes for block in self._blocks(change))
        for block in blocks:
            foreign = self._foreign.get(block)
            if foreign is None:
                # New text: what it points to itself stays.
                foreign = {ref: words.block_text(ref) for ref in block.iter(_REF)}
            kept = {ref for ref, said in foreign.items() if words.block_text(ref) == said}
            _dissolve(ref for ref in list(block.iter(_REF)) if ref not in kept)
            _wrap(block, self._spots(block, words.block_text(block), known))
            now = [(words.block_text(ref), ref.get("href", "")) for ref in block.iter(_REF)]
            for said in _gone(self._words.get(block, ()), now, words.block_text(block)):
                findings.append(finding("reference_dropped", f"«{said}»", text=words.block_text(block)))
        return tuple(findings)

    def _blocks(self, change: Change) -> Iterator[etree._Element]:
        """The paragraphs of a changed region, those of its own and no others."""
        unit = self.index.act if not change.region.eid else self.index.element(change.region.eid)
        if unit is None:
            unit = change.marked
        if change.region.part == LINE:
            holders: Sequence[etree._Element] = [child for child in unit if child.tag in _HOLDERS]
        elif change.region.part:
            found = unit.find("/".join(q(name) for name in change.region.part.split("/")))
            holders = () if found is None else (found,)
        else:
            holders = (unit,)
        for holder in holders:
            yield from (block for block in holder.iter(q("p"), q("heading"), q("block")))


def _references(block: etree._Element) -> Iterator[tuple[etree._Element, Spot]]:
    """Each reference of a block with its place in the block's words."""
    place = 0
    starts: dict[etree._Element, int] = {}
    ends: dict[etree._Element, int] = {}
    for element, is_tail, piece in words.pieces(block):
        holder = element.getparent() if is_tail else element
        while holder is not None and holder is not block:
            if holder.tag == _REF:
                starts.setdefault(holder, place)
                ends[holder] = place + len(piece)
            holder = holder.getparent()
        place += len(piece)
    for ref, start in starts.items():
        yield ref, (start, ends[ref], ref.get("href", ""))


def _gone(before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]], text: str) -> list[str]:
    """The references of before for which none stands now; one with other words stands for the first that went, unless
    the words of that one are still there, and lead nowhere: «пункту 2 и пункту 4 настоящего приказа»."""
    spoken = [said for said, _ in now]
    left = list(spoken)
    unmatched = []
    for said, aim in before:
        if said in left:
            left.remove(said)
        else:
            unmatched.append((said, aim))
    for said in spoken:
        text = text.replace(said, "\0", 1)
    aims = {aim for _, aim in now}
    bare = [said for said, aim in unmatched if aim not in aims and _stands(said, text)]
    others = [said for said, _ in unmatched if said not in bare]
    return bare + others[len(left) :]


def _stands(said: str, text: str) -> bool:
    """True where the number of a reference, with its noun, stands in ``text``: «пункту 2», «2-тармағына»."""
    named = _NUMBERED.search(said)
    return named is not None and re.search(rf"(?<![\w-]){re.escape(named.group())}(?![\w-])", text) is not None


_NUMBERED = re.compile(r"[^\W\d_]+\s\d[\d-]*\)?(?![\w-])|\d[\d-]*\)?\s?-?[^\W\d_]+")


def _dissolve(refs: Iterable[etree._Element]) -> None:
    """Take references away; their words stay."""
    for ref in refs:
        parent = ref.getparent()
        if parent is not None:
            ref.tag = _DISSOLVED
            etree.strip_tags(parent, _DISSOLVED)


def _wrap(block: etree._Element, spots: Sequence[Spot]) -> None:
    """Mark references where all their words stand in one run of plain text."""
    for start, end, href in sorted(spots, reverse=True):
        place = 0
        for element, is_tail, piece in list(words.pieces(block)):
            inside = (element is block and not is_tail) or (is_tail and element.getparent() is block)
            if inside and place <= start and end <= place + len(piece):
                head, said, rest = piece[: start - place], piece[start - place : end - place], piece[end - place :]
                ref = E.ref(said, href=href)
                if is_tail:
                    element.tail = head
                    block.insert(block.index(element) + 1, ref)
                else:
                    element.text = head
                    element.insert(0, ref)
                ref.tail = rest
                break
            place += len(piece)
