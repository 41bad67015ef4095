"""What the proofs compute on two trees and the ledger: what was outside, and how the text adds up."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from lexkz.akn.elements import MIXED
from lexkz.akn.namespace import AKN, local, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.proofs.rebuild import rebuilt
from lexkz.consolidation.tree.change import LINE, Change, Region
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.walk import ByEid, attribute, drop_attribute, text, with_eid

_HOLDERS = ("intro", "content", "wrapUp")
_FIGURES = re.compile(r"\d+(?:-\d+)*")


class PrintedNumbers(Container[str]):
    """The forms of all printed numbers ("Глава 0."): a line that a heading or a block stands in begins with one.

    They are read when they are first asked for: for most acts none is.
    """

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._roots = tuple(roots)

    def __contains__(self, form: object) -> bool:
        return form in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(_form(text(num)) for root in self._roots for num in root.iter(q("num")))


class Texts:
    """One tree with its units by eId, and the paragraphs of its regions."""

    def __init__(self, root: etree._Element) -> None:
        self.act = next(root.iter(q("act")))
        self.by_eid = ByEid(self.act)
        self._lines: dict[etree._Element, tuple[str, ...]] = {}

    def unit(self, region: Region) -> etree._Element | None:
        """Return the unit that a region is of."""
        return self.act if not region.eid else self.by_eid.get(region.eid)

    def paragraphs(self, region: Region) -> tuple[str, ...]:
        """Return the paragraphs that stand in a region."""
        return tuple(line for element in self.elements(region) for line in self.lines(element))

    def lines(self, element: etree._Element) -> tuple[str, ...]:
        """Return the paragraphs of an element: written once, though it is looked at by itself and with all others."""
        known = self._lines.get(element)
        if known is None:
            known = self._lines[element] = paragraphs(element)
        return known

    def elements(self, region: Region) -> tuple[etree._Element, ...]:
        """Return the elements that a region is: its unit, the holders of the unit's line, or the part of the unit."""
        unit = self.unit(region)
        if unit is None:
            return ()
        if not region.part:
            return (unit,)
        if region.part == LINE:
            return tuple(child for child in unit if child.tag in {q(name) for name in _HOLDERS})
        found = unit.find("/".join(f"{{{AKN}}}{name}" for name in region.part.split("/")))
        return (found,) if found is not None else ()


def same_again(before: Texts, after: Texts, changes: Sequence[Change]) -> bool:
    """Tell whether the base, copied again and changed where the changes say and nowhere else, is the result.

    This says both that the recorded changes alone give these bytes and that all outside them is the base's own.
    """
    made = rebuilt(before.act, after.act, after.by_eid, (change.region for change in changes))
    if made is None:
        return False
    if etree.tostring(made, encoding="UTF-8", with_tail=False) == etree.tostring(
        after.act, encoding="UTF-8", with_tail=False
    ):
        return True
    other = deepcopy(after.act)
    for tree in (made, other):
        tree.tail = None
        drop_layout(tree)
    return _canonical(made) == _canonical(other)


def outside_differs(before: Texts, after: Texts, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the eIds of units outside the changes whose canonical XML is not the same before and after.

    Both trees are cut where changes say that they touched them; of what is cut nothing counts, of what is left
    everything but the metadata and, in outlines, the gaps between units. Empty where nothing else changed.
    """
    regions = tuple(dict.fromkeys(change.region for change in changes))
    both = frozenset(region.eid for region in regions if region.eid in before.by_eid and region.eid in after.by_eid)
    cut_before, cut_after = _cut(before.act, regions, both), _cut(after.act, regions, both)
    for tree in (cut_before, cut_after):
        drop_layout(tree)
    if _canonical(cut_before) == _canonical(cut_after):
        return ()
    return _different(cut_before, cut_after) or ("act",)


def _cut(whole: etree._Element, regions: Iterable[Region], both: frozenset[str]) -> etree._Element:
    """Return a copy of the act without what the regions hold; units that stand on one side only go altogether."""
    act = deepcopy(whole)
    by_eid = {attribute(element, "eId"): element for element in with_eid(act)}
    for gap in [element for element in act.iter(q("hcontainer"), q("tr")) if is_gap(element)]:
        _detach(gap)
    for meta in list(act.iter(q("meta"))):
        _detach(meta)
    for region in regions:
        unit = act if not region.eid else by_eid.get(region.eid)
        if unit is None:
            continue
        if not region.part and region.eid not in both:
            _detach(unit)
        elif not region.part:
            _empty(unit)
        elif region.part == LINE:
            drop_attribute(unit, "status")
            for child in [child for child in unit if child.tag in {q(name) for name in _HOLDERS}]:
                _detach(child)
        else:
            found = unit.find("/".join(f"{{{AKN}}}{name}" for name in region.part.split("/")))
            if found is not None:
                found.clear()
    act.attrib.clear()
    for group in list(act.iter(q("attachments"))):
        if not len(group):
            _detach(group)
    return act


def _detach(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _empty(element: etree._Element) -> None:
    eid = attribute(element, "eId")
    element.clear()
    element.set("eId", eid)


def _canonical(act: etree._Element) -> bytes:
    return etree.tostring(act, method="c14n", exclusive=True)


def drop_layout(act: etree._Element) -> None:
    """Take out of a tree the white space between elements where it is layout, not text."""
    for element in act.iter(f"{{{AKN}}}*"):
        if local(element) in MIXED or not len(element):
            continue
        if not (element.text or "").strip():
            element.text = None
        for child in element:
            if not (child.tail or "").strip():
                child.tail = None


def _different(before: etree._Element, after: etree._Element) -> tuple[str, ...]:
    one, two = _own_digests(before), _own_digests(after)
    return tuple(eid for eid in {**one, **two} if one.get(eid) != two.get(eid))[:10]


def _own_digests(act: etree._Element) -> dict[str, bytes]:
    return {
        attribute(element, "eId"): etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
        for element in with_eid(act)
    }


def balance_differs(before: Texts, after: Texts, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return the eIds of regions whose text does not add up: old text − removed + added = new text.

    Characters are counted over all regions together; for each outermost region, the paragraphs before with every change
    made in turn must be the paragraphs after. Regions between which text moved do not add up alone: those that do not
    are taken together. With what is outside identical, this holds for the whole text.
    """
    regions = tuple(dict.fromkeys(change.region for change in changes))
    counted = _characters(_together(before, regions))
    for change in changes:
        counted.subtract(_characters(change.removed))
        counted.update(_characters(change.added))
    counted.subtract(_characters(_together(after, regions)))
    changed = (change.marked for change in changes if not change.region.part)
    numbers = PrintedNumbers((before.act, after.act, *changed))
    outer = _outermost(changes, after, before)
    wrong = [
        region
        for region, inner in outer.items()
        if not _adds_up(before.paragraphs(region), after.paragraphs(region), inner, numbers)
    ]
    said = [region.eid or region.part for region in wrong]
    if wrong:
        without = {change for region in wrong for change in outer[region]}
        here = [change for change in changes if change in without]
        within = tuple(dict.fromkeys(change.region for change in here))
        if _adds_up(_together(before, within), _together(after, within), here, numbers, moved=True):
            said.clear()
    if any(counted.values()):
        said.append("characters")
    return tuple(said)


def _together(texts: Texts, regions: Sequence[Region]) -> tuple[str, ...]:
    """The paragraphs of regions, each once, in the order of the document: of one within another, that of the other."""
    held: dict[etree._Element, None] = {}
    for region in regions:
        held.update(dict.fromkeys(texts.elements(region)))
    outer = [one for one in held if not any(parent in held for parent in one.iterancestors())]
    if len(outer) > 1:
        places = {element: place for place, element in enumerate(texts.act.iter(etree.Element))}
        outer.sort(key=places.__getitem__)
    return tuple(line for element in outer for line in texts.lines(element))


def _form(number: str) -> str:
    return _FIGURES.sub("0", " ".join(number.split()))


def _characters(lines: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(lines).split()))


def _adds_up(
    old: tuple[str, ...],
    new: tuple[str, ...],
    changes: Sequence[Change],
    numbers: Container[str],
    *,
    moved: bool = False,
) -> bool:
    """True where ``new`` is ``old`` with each change made in turn; what was put in stands somewhere, in one piece.

    ``numbers``: the forms of printed numbers; ``moved``: a unit whose text stays may have gone to another place.
    """
    kept = list(old)
    pieces = [kept]
    for change in changes:
        if not change.removed:
            pieces.append(list(change.added))
            continue
        went = moved and change.removed == change.added and not change.region.part
        if went and _taken(pieces, change.removed):
            pieces.append(list(change.added))
            continue
        for lines in pieces:
            place = _find(lines, change.removed)
            if place is not None:
                lines[place : place + len(change.removed)] = change.added
                break
            # Of a block, a change holds no number, which stands in the line of its unit where that is a change, too.
            place = _find_numbered(lines, change.removed, numbers)
            if place is not None and change.added:
                number = lines[place].removesuffix(change.removed[0])
                lines[place : place + len(change.removed)] = (number + change.added[0], *change.added[1:])
                break
        else:
            if not _replaced_with_pieces(pieces, change):
                return False
    rest = list(new)
    # The later first: it may stand within an earlier one.
    for piece in reversed(pieces[1:]):
        place = _find(rest, piece)
        if place is None:
            return False
        del rest[place : place + len(piece)]
    return kept == rest


def _taken(pieces: Iterable[list[str]], part: Sequence[str]) -> bool:
    """Take ``part`` out of the first of ``pieces`` that has it; False where none has."""
    for lines in pieces:
        place = _find(lines, part)
        if place is not None:
            del lines[place : place + len(part)]
            return True
    return False


def _find(lines: Sequence[str], part: Sequence[str]) -> int | None:
    size = len(part)
    return next(
        (place for place in range(len(lines) - size + 1) if tuple(lines[place : place + size]) == tuple(part)), None
    )


def _replaced_with_pieces(pieces: list[list[str]], change: Change) -> bool:
    """Make a change that takes away what earlier ones put in together with what that stood in; False if it does
    not."""
    for holder in pieces:
        rest, taken = list(change.removed), []
        for piece in reversed(pieces[1:]):
            place = _find(rest, piece) if piece and piece is not holder else None
            if place is not None:
                del rest[place : place + len(piece)]
                taken.append(piece)
        place = _find(holder, rest) if taken and rest else None
        if place is not None:
            holder[place : place + len(rest)] = change.added
            pieces[:] = [piece for piece in pieces if not any(piece is other for other in taken)]
            return True
    return False


def _find_numbered(lines: Sequence[str], part: Sequence[str], numbers: Container[str]) -> int | None:
    """Where ``part`` stands in ``lines`` with a number before its first line: one word, or what a unit has."""
    first, rest = part[0], tuple(part[1:])
    for place, line in enumerate(lines):
        number = line.removesuffix(first)
        if number == line or not number.endswith(" ") or tuple(lines[place + 1 : place + 1 + len(rest)]) != rest:
            continue
        if len(number.split()) == 1 or _form(number) in numbers:
            return place
    return None


def _outermost(changes: Sequence[Change], new: Texts, old: Texts) -> dict[Region, list[Change]]:
    """The changes by the outermost changed region that holds theirs."""
    whole = {change.region.eid for change in changes if not change.region.part}
    out: dict[Region, list[Change]] = {}
    for change in changes:
        out.setdefault(_outer(change, whole, new, old), []).append(change)
    return out


def _outer(change: Change, whole: set[str], new: Texts, old: Texts) -> Region:
    region = change.region
    found = region
    for texts in (new, old):
        unit = texts.unit(region)
        if unit is None:
            continue
        for parent in (unit, *unit.iterancestors()):
            if parent.get("eId") in whole:
                found = Region(parent.get("eId", ""))
        if found is not region:
            return found
    if all(texts.unit(region) is None for texts in (new, old)):
        # It came and went between the two: its eId, or what took its place, tells what it stood in.
        holders = [eid for eid in whole if region.eid.startswith(f"{eid}__")]
        if holders:
            return Region(min(holders, key=len))
        around = [eid for outer in change.marked.iterancestors() if (eid := outer.get("eId")) in whole]
        return Region(around[-1] or "") if around else region
    return found
