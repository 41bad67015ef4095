"""The proof of the content: the commands done again on plain text, and the result held against it, line by line."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.consolidation.content_proof.addressed import mark_lines
from lexkz.consolidation.content_proof.ground import Order
from lexkz.consolidation.content_proof.new_text import Bringing
from lexkz.consolidation.content_proof.redoing import Redone, redo
from lexkz.consolidation.content_proof.text_tree import (
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    ProofParagraph,
    all_units,
    printed,
    read_tree,
)
from lexkz.consolidation.content_proof.words_again import squeezed

_MOST = 4000
"""Paragraphs that differ at most, of either side, for which it is asked which they are: the search is quadratic."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the proof found."""

    wrong: tuple[str, ...]
    """Names of the commands whose text is not what they say."""
    stray: tuple[str, ...]
    """eIds of units whose text is neither the base's nor that of a command."""
    unjudged: tuple[tuple[str, str], ...]
    """Names of the commands that were not judged, each with why."""

    @property
    def holds(self) -> bool:
        """True where all that was judged is right."""
        return not self.wrong and not self.stray


@dataclass(frozen=True, slots=True, eq=False)
class Acting:
    """An amending act, or a part of one that has a day of its own, with the commands that were applied."""

    root: etree._Element
    orders: tuple[Order, ...]


def hold(
    before: etree._Element,
    after: etree._Element,
    acts: Sequence[Acting],
    *,
    lang: str,
    elsewhere: Collection[str] = (),
) -> Held:
    """Do the commands of ``acts``, in this order, on the text of ``before`` and hold the text of ``after`` against it.

    Takes the two trees and what the amending acts say, and nothing of how the commands were applied. ``elsewhere``:
    eIds of units that another proof has named already.
    """
    wanted = read_tree(next(before.iter(q("act"))))
    found = read_tree(next(after.iter(q("act"))))
    out = Redone()
    for act in acts:
        redo(wanted, Bringing(act.root), act.orders, lang, out)
    if "" in out.cut:
        names = {order.name: out.unjudged.get(order.name, "the whole act") for act in acts for order in act.orders}
        return Held((), (), tuple(names.items()))
    _choose_marks(wanted, found)
    cut = frozenset(out.cut)
    lines, real = printed(wanted, cut), printed(found, cut)
    # What a command that is not judged put in has no place in what was done again.
    come = cut - {unit.eid for unit in all_units(wanted)}
    wrong, stray, doubtful = _differences(lines, real, come)
    shown = {name for line in lines for name in _by(line)}
    whole = printed(wanted) if cut else ()
    hidden = {name for line in whole for name in _by(line)} - shown | doubtful - wrong
    unjudged = dict(out.unjudged) | dict.fromkeys(hidden - set(out.unjudged), "in a unit that is not judged")
    wrong -= set(out.unjudged)
    stray = stray - set(elsewhere) if elsewhere else stray
    return Held(tuple(sorted(wrong)), tuple(sorted(stray)), tuple(unjudged.items()))


def _choose_marks(wanted: PrintedUnit, found: PrintedUnit) -> None:
    """Of what the corner mark of a new annex may read, take what it does read, if that is among it."""
    there = {tuple(line.words for line in mark_lines(unit)) for unit in all_units(found) if unit.tag == "attachment"}
    for unit in all_units(wanted):
        if not unit.marks:
            continue
        chosen = next((mark for mark in sorted(unit.marks, key=len, reverse=True) if mark in there), None)
        preface = next((item for item in unit.units() if item.tag == "preface"), None)
        if chosen is None or preface is None:
            continue
        mark = next((item for item in preface.units() if item.tag == "mark"), None)
        if mark is None:
            mark = PrintedUnit("mark")
            preface.add(mark, 0)
        mark.items.clear()
        for words in chosen:
            mark.add(PrintedLine(words, by=unit.by))


def _by(line: ProofParagraph) -> tuple[str, ...]:
    return (*line.unit.by, *(name for one in line.lines for name in one.by))


def _key(line: ProofParagraph) -> str:
    return "\t".join(squeezed(cell) for cell in line.text.split("\t"))


def _alike(one: ProofParagraph, two: ProofParagraph) -> bool:
    return one.text == two.text or _key(one) == _key(two)


def _differences(
    wanted: list[ProofParagraph], found: list[ProofParagraph], come: frozenset[str]
) -> tuple[set[str], set[str], set[str]]:
    """The commands whose text is wrong; the units whose text is nobody's; the commands in whose text nothing is wrong
    but that units ``come`` stand there, which are not judged."""
    wrong: set[str] = set()
    doubtful: set[str] = set()
    stray: set[str] = set()
    start = 0
    for left, right in zip(wanted, found, strict=False):
        if not _alike(left, right):
            break
        start += 1
    end = 0
    while end < min(len(wanted), len(found)) - start and _alike(wanted[-1 - end], found[-1 - end]):
        end += 1
    left_end, right_end = len(wanted) - end, len(found) - end
    pairs = [*zip(wanted[:start], found[:start], strict=True)]
    pairs += zip(wanted[left_end:], found[right_end:], strict=True)
    if start < left_end or start < right_end:
        blocks = _blocks(list(map(_key, wanted[start:left_end])), list(map(_key, found[start:right_end])))
        for tag, i1, i2, j1, j2 in blocks:
            mine, theirs = wanted[start + i1 : start + i2], found[start + j1 : start + j2]
            if tag == "equal":
                pairs += zip(mine, theirs, strict=True)
            else:
                if theirs and all(line.unit.eid in come for line in theirs) and all(_by(line) for line in mine):
                    doubtful.update(name for line in mine for name in _by(line))
                    continue
                around = wanted[max(0, start + i1 - 1) : start + i2 + 1]
                _name(mine, theirs, around, wrong, stray)
    for mine_, theirs_ in pairs:
        if not _same(mine_, theirs_):
            _name([mine_], [theirs_], [mine_], wrong, stray)
    return wrong, stray, doubtful


def _blocks(one: list[str], two: list[str]) -> Iterable[tuple[str, int, int, int, int]]:
    if len(one) > _MOST or len(two) > _MOST:
        return [("replace", 0, len(one), 0, len(two))]
    return SequenceMatcher(a=one, b=two, autojunk=False).get_opcodes()


def _name(
    mine: list[ProofParagraph],
    theirs: list[ProofParagraph],
    around: list[ProofParagraph],
    wrong: set[str],
    stray: set[str],
) -> None:
    names = {name for line in mine for name in _by(line)}
    if not names:
        names = {name for line in around for name in _by(line)} if not mine else set()
    if names:
        wrong.update(names)
    else:
        stray.update(_eid(line.unit) for line in theirs or mine)


def _eid(unit: PrintedUnit) -> str:
    return unit.eid or next((outer.eid for outer in unit.outer() if outer.eid), "act")


def _same(wanted: ProofParagraph, found: ProofParagraph) -> bool:
    """True where a paragraph that reads alike stands in the same units, has the same spaces and the same references."""
    loose = any(line.loose for line in wanted.lines)
    if loose:
        pairs = zip(wanted.lines, found.lines, strict=False)
        return all(
            _leads_where_said(*ref)
            for one, two in pairs
            if one.by or wanted.unit.by
            for ref in two.refs
            if ref not in one.refs
        )
    if wanted.path != found.path or wanted.text != found.text:
        return False
    if wanted.unit.tag == "tr" and _reaches(wanted.unit) != _reaches(found.unit):
        return False
    if len(wanted.lines) != len(found.lines):
        return True
    return all(_same_line(one, two) for one, two in zip(wanted.lines, found.lines, strict=True))


def _reaches(row: PrintedUnit) -> list[tuple[int, int]]:
    return [(cell.across, cell.down) for cell in row.units()]


def _same_line(wanted: PrintedLine, found: PrintedLine) -> bool:
    """True where a heading is a heading, what the words do not say is the same, and references lead where they did."""
    headings = (wanted.role == "heading", found.role == "heading")
    named = wanted.unit is not None and wanted.unit.tag in NUMBERED
    return not (named and headings[0] != headings[1]) and wanted.signs == found.signs and _same_refs(wanted, found)


def _same_refs(wanted: PrintedLine, found: PrintedLine) -> bool:
    """True where no words refer elsewhere than they did. A reference within the amending act has another address here,
    and words that had no reference may have got one."""
    for words, href in found.refs:
        known = [aim for text, aim in wanted.refs if text == words]
        if known and href not in known and all(aim.startswith("/") or not wanted.by for aim in known):
            return False
        if wanted.by and href not in known and not _leads_where_said(words, href):
            return False
    # A reference to another act that came with new text is of that text.
    return not wanted.by or {ref for ref in wanted.refs if ref[1].startswith("/")} <= set(found.refs)


_UNIT_IN = re.compile(r"[~#](?P<eid>[^~#/]+)$")
_STEP = re.compile(r"(?P<kind>[a-z]+)_(?P<number>\d+(?:-\d+)*)")
_NUMBER = re.compile(r"\d+(?:-\d+)*")


def _leads_where_said(words: str, href: str) -> bool:
    """True unless a reference to a unit has other numbers than its words: «пункту 4» that leads to point 3.

    What the words leave out («настоящих Правил») and what has no number in figures («абзац второй») says nothing.
    """
    unit = _UNIT_IN.search(href)
    said = _NUMBER.findall(words)
    steps = [step for step in unit["eid"].split("__") if not step.startswith(("al_", "p_"))] if unit is not None else []
    numbers = [found["number"] for step in steps if (found := _STEP.fullmatch(step))]
    if not said or not steps or len(numbers) < len(steps):
        return True
    inner = numbers[1:] if len(numbers) > 1 and steps[0].startswith("att_") else numbers
    return inner[-1] in said and (len(said) != len(inner) or sorted(said) == sorted(inner))
