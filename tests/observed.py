"""What the tests' cases give besides the text: approved lines, written beside the cases and held against them.

A case says what a lawyer must know of it: the text, the findings' codes. All else that becomes of it (how each command
was read, what is marked up, booked and dated, each finding whole, what the proof of the content sees) stands in
``approved`` beside the test, in plain lines. Where it changes, the test shows the lines; run with ``APPROVE=1``, it
writes them instead, and the change is looked at with the rest of the diff. ``APPROVE=anew`` also drops what no case
that was run has. A case that has no such lines yet is not held to any.
"""

import atexit
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.amendment.model import Address, Command, Reading
from lexkz.amendment.render import described
from lexkz.consolidation import Consolidation
from lexkz.consolidation.content_proof import Acting, Held, Order, hold
from lexkz.findings import Finding
from lexkz.reading.blocks import Lang
from lexkz.structure import Act
from tests.consolidation.damages import damages

_LONGEST = 60
_FRAMES = frozenset(map(q, ("analysis", "lifecycle", "notes", "references", "temporalData", "TLCConcept")))
_MARKED = tuple(map(q, ("mod", "quotedText", "quotedStructure", "ref", "rref", "mref")))


def observed_reading(act: Act, reading: Reading, lang: Lang) -> Iterator[str]:
    """Yield how each command was read, the act's own clauses, the findings, and what is marked up in the act."""
    yield f"{reading.coverage.claimed} of {reading.coverage.characters} characters"
    for command in reading.commands:
        yield " | ".join(_of_command(command, lang))
    for clause in reading.clauses:
        yield " | ".join(["clause", clause.kind, clause.eid, *(_short(f"{x}") for x in (clause.who, clause.what) if x)])
        if clause.when is not None:
            yield f"  {_known(clause.when)}"
    for found in reading.findings:
        yield from _of_finding(found, lang)
    for element in act.root.iter(*_MARKED):
        yield f"  {_element(element)}"
    for element in act.root.iter(q("activeModifications")):
        yield from (f"  {_element(each)}" for each in element.iterdescendants(etree.Element))


def observed_consolidation(
    base: Act, acts: Sequence[tuple[Act, Reading]], made: Consolidation, lang: Lang
) -> Iterator[str]:
    """Yield what was reported, and the elements that came into the file of the act or went out of it."""
    report = made.report
    yield _known(report.in_force)
    for one in report.commands:
        yield " | ".join([one.command, one.outcome, " ".join(one.targets), one.note or "", f"{one.day or ''}"])
    for found in report.findings:
        yield from _of_finding(found, lang)
    before, after = list(_elements(base.root)), list(_elements(made.act.root))
    for mark, lines, others in (("-", before, after), ("+", after, before)):
        left = Counter(others)
        for line in lines:
            if left[line] > 0:
                left[line] -= 1
            else:
                yield f"{mark} {line}"
    if len(acts) == 1:
        applied = {one.command for one in report.commands if one.outcome in ("applied", "ruled")}
        ((act, reading),) = acts
        orders = tuple(Order(one, name=one.id) for one in reading.commands if one.id in applied)
        told = [Acting(act.root, orders)]
        yield f"proof of the text: {_held(hold(base.root, made.act.root, told, lang=lang))}"
        yield f"proof of the text before: {_held(hold(base.root, base.root, told, lang=lang))}"
        for damage in damages(base.root, made.act.root):
            yield f"proof of {damage}: {_held(hold(base.root, made.act.root, told, lang=lang))}"


def _held(held: Held) -> str:
    wrong = [*held.wrong, *(f"stray {eid}" for eid in held.stray), *(f"{name}: {why}" for name, why in held.unjudged)]
    return ", ".join(wrong) or "holds"


def _of_command(command: Command, lang: Lang) -> Iterator[str]:
    yield f"{command.id} {command.action}: " + "; ".join(_place(target, lang) for target in command.targets)
    yield command.base.iri or _known(command.base)
    if command.old or command.new:
        yield f"{list(command.old)} → {list(command.new)}"
    for name in ("everywhere", "times", "position", "beside", "annex", "since", "until", "unread"):
        if (value := getattr(command, name)) not in (None, (), False):
            yield f"{name} {value}"
    for name, places in (
        ("but", command.excepted), ("to", command.renumber_to), ("under", command.under),
        ("beside", (command.anchor,) if command.anchor is not None else ()),
    ):  # fmt: skip
        if places:
            yield f"{name} {'; '.join(_place(place, lang) for place in places)}"
    if command.content:
        yield " ¶ ".join(_short(line) for line in command.content)
    yield f"at {command.source.page or ''} {command.source.eid}"
    yield _short(command.instruction)


def _known(value: object) -> str:
    """A value without what it does not say."""
    return re.sub(r"(, )?\b\w+=(None|\(\)|False|0)(?=[,)])", "", str(value)).replace("(, ", "(")


def _place(address: Address, lang: Lang) -> str:
    steps = "/".join(" ".join(filter(None, (step.kind, step.number, step.name))) for step in address)
    return f"{steps} ({described(address, lang)})"


def _of_finding(found: Finding, lang: Lang) -> Iterator[str]:
    place = " ".join(f"{each}" for each in (found.place.page, found.place.line, found.place.eid) if each is not None)
    yield f"{found.severity} {found.code} {found.command or ''} at {place}: {getattr(found.message, lang)}"
    for name, said in (("text", found.text), ("could be", found.candidates), ("meant", found.meant), ("of", found.of)):
        if said:
            yield f"  {name}: {said if isinstance(said, str) else '; '.join(said)}"


def _elements(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        line = _element(element)
        if (
            " " in line
            and element.tag not in _FRAMES
            and next(element.iterancestors(q("identification")), None) is None
        ):
            yield line


def _element(element: etree._Element) -> str:
    names = sorted(map(str, element.attrib))
    attributes = " ".join(f"{etree.QName(name).localname}={element.get(name)}" for name in names)
    own = "|".join([element.text or "", *(child.tail or "" for child in element)]).strip("|\n ")
    return " ".join(filter(None, (local(element), attributes, _short(own))))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 20]} … {text[-12:]} ({len(text)})"


class Approved:
    """The approved lines of each case of a file, by the case's name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: dict[str, list[str]] = {}
        written = path.read_text(encoding="utf-8") if path.is_file() else ""
        parts = (part.partition("\n") for part in re.split(r"(?m)^# ", written)[1:])
        self.known = {head: rest.rstrip("\n").split("\n") for head, _, rest in parts}
        if os.environ.get("APPROVE"):
            atexit.register(self._write)

    def _write(self) -> None:
        kept = {} if os.environ["APPROVE"] == "anew" else self.known
        cases = (kept | self.seen).items()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(
            "".join(f"# {name}\n" + "\n".join(lines) + "\n" for name, lines in cases), encoding="utf-8"
        )


@cache
def approved(folder: Path, lang: str, topic: str) -> Approved:
    """Return the approved lines of a topic's cases, which stand beside the tests in ``folder``."""
    return Approved(folder / "approved" / lang / f"{topic}.txt")


def hold_to_approved(known: Approved, name: str, observed: Iterable[str]) -> None:
    """Fail where the case ``name`` gives other lines than those that were approved."""
    lines = [" ".join(f" {line}".split("\n")).rstrip() for line in observed]
    if os.environ.get("APPROVE"):
        assert known.seen.setdefault(name, lines) == lines, "two cases of one name"
    elif (wanted := known.known.get(name, lines)) != lines:
        pytest.fail("\n".join(unified_diff(wanted, lines, "approved", "now (APPROVE=1 writes it)", n=0, lineterm="")))
