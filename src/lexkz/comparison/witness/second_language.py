"""The amending act in the other language as a witness: what a build does where the corpus has both."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from lexkz.akn.meta import read_identity
from lexkz.amendment.model import Command, Reading
from lexkz.comparison.witness.agreement import disagreements
from lexkz.comparison.witness.command_agreement import holder, quotation_name
from lexkz.comparison.witness.disagreement import WHICH, Disagreement
from lexkz.comparison.witness.portions import inside
from lexkz.findings import Finding, finding
from lexkz.structure import Act

Read = tuple[Act, Reading]
"""An amending act, and how its commands were read."""


def other_language(lang: str) -> str:
    """Return the other of the two languages of an act."""
    return "rus" if lang == "kaz" else "kaz"


def witnessed(ours: Read, theirs: Read) -> Reading:
    """Return the reading of ``ours`` held against the same act in the other language.

    A command of which the two texts disagree (what it does, where, numbers, days, its new text) carries the
    disagreement as an error, so that it waits for a person: one of the texts is wrong, or was misread. Where the
    clauses on entry into force disagree, all commands wait. Where the texts agree in all, the first command says so.
    Texts that name another date or number for the act are no witness of one another: that is a warning.
    """
    act, reading = ours
    lang = read_identity(act.root).lang
    kaz, rus = (ours, theirs) if lang == "kaz" else (theirs, ours)
    found = [one for one in disagreements(kaz[0], rus[0], (kaz[1], rus[1])) if one.finding.severity == "error"]
    if not reading.commands:
        return reading
    told: dict[str, list[Finding]] = defaultdict(list)
    first = reading.commands[0].id
    apart = [one.finding for one in found if one.finding.code in ("agree.other_act", "agree.other_day")]
    if apart:
        # No witness of this act: nothing is confirmed and nothing is refused by it, but that is said.
        told[first] = [replace(one, severity="warning", command=first) for one in apart]
        found = []
    elif not found:
        told[first].append(replace(_confirmed(lang), command=first))
    for one in found:
        concerned = [command.id for command in _concerned(one, reading, lang)]
        for name in concerned:
            told[name].append(replace(one.finding, command=name))
        if not concerned:
            # What only the other text has: no command here waits for it, but the reader of this text must know.
            told[first].append(replace(one.finding, severity="warning", command=first))
    commands = tuple(
        replace(command, findings=tuple(dict.fromkeys((*command.findings, *told.get(command.id, ())))))
        for command in reading.commands
    )
    return replace(reading, commands=commands)


def _concerned(one: Disagreement, reading: Reading, lang: str) -> Iterator[Command]:
    side = one.kaz if lang == "kaz" else one.rus
    for command in reading.commands:
        if (
            one.finding.code == "agree.entry"
            or side.command == command.id
            or _is_quoted_by(one.unit, command)
            or _is_in_annex_of(one.unit, command)
        ):
            yield command


def _is_quoted_by(unit: str, command: Command) -> bool:
    """Whether a unit stands in the new text of a command."""
    around, quoted, name = unit.partition("::")
    return bool(quoted) and name.partition("__")[0] == quotation_name(command) and inside(holder(command), around)


def _is_in_annex_of(unit: str, command: Command) -> bool:
    """Whether a unit stands in the annex that holds a command's new text; an act's only annex has no number."""
    if command.annex_of:
        unit = unit.removeprefix(f"{command.annex_of}__") if unit.startswith(f"{command.annex_of}__att_") else ""
    first = unit.partition("__")[0].partition("~")[0]
    if not first.startswith("att_"):
        return False
    number = first.removeprefix("att_")
    return number in command.annex or (number == "1" and "" in command.annex)


def _confirmed(lang: str) -> Finding:
    """That the text in the other language says the same."""
    return finding("agree.confirmed", which=WHICH[other_language(lang)])
