"""Commands of the two languages of an amending act: the same command must stand in the same place of both."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from lxml import etree

from lexkz.amendment.model import Address, Command, Reading
from lexkz.amendment.render import described
from lexkz.comparison.witness.disagreement import Disagreement, WitnessSide, disagreement
from lexkz.comparison.witness.portions import inside
from lexkz.comparison.witness.said import apart, said
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold


def quotation_names(reading: Reading) -> Callable[[etree._Element], str | None]:
    """Return what names a quotation of an amending act in both languages: action and target of its command."""
    names: dict[str, str] = {}
    for command in reading.commands:
        if "__qstr_" in command.source.eid:
            names[command.source.eid] = quotation_name(command)

    def named(quotation: etree._Element) -> str | None:
        return names.get(quotation.get("eId") or "")

    return named


def excused_holders(reading: Reading) -> frozenset[str]:
    """Return the units whose command says that it changes the other language's text only."""
    return frozenset(holder(command) for command in reading.commands if command.action == "none")


def command_disagreements(kaz: Reading, rus: Reading, excused: frozenset[str]) -> Iterator[Disagreement]:
    """Yield where the commands, and the clauses on entry into force, of two readings disagree."""
    here, there = _by_holder(kaz), _by_holder(rus)
    for holder in dict.fromkeys((*here, *there)):
        if any(inside(holder, unit) for unit in excused):
            continue
        ours, theirs = list(here.get(holder, ())), list(there.get(holder, ()))
        pairs = _paired(ours, theirs)
        for one, other in pairs:
            if "none" in (one.action, other.action):
                continue  # it says itself that it changes one language only
            yield from _command(holder, one, other)
        if len(ours) != len(theirs) and any(
            command.action != "none" and all(command not in pair for pair in pairs) for command in (*ours, *theirs)
        ):
            alone = [next((c for c in each if all(c not in pair for pair in pairs)), None) for each in (ours, theirs)]
            sides = _side(alone[0], holder), _side(alone[1], holder)
            yield disagreement("agree.command_missing", holder, *sides, said=(str(len(ours)), str(len(theirs))))
    yield from _clauses(kaz, rus)


_LINE = re.compile(r"(?:__al_[\d-]+)+$")
"""A line without a number is told by its place, which one missing line shifts: commands in lines are matched by what
they say, within the numbered unit around them."""


def _by_holder(reading: Reading) -> dict[str, list[Command]]:
    out: dict[str, list[Command]] = defaultdict(list)
    for command in reading.commands:
        out[_LINE.sub("", holder(command))].append(command)
    return out


def holder(command: Command) -> str:
    """Return the eId of the unit of the amending act that a command stands in."""
    return command.source.eid.partition("__mod_")[0]


def quotation_name(command: Command) -> str:
    """Return the name of a command's new text that is the same in both languages: ``replace:paragraph 3``."""
    return f"{command.action}:{';'.join(_key(target) for target in command.targets)}"


def _key(address: Address) -> str:
    """An address in no language: names of instruments are left out, since they are words."""
    return "/".join(f"{step.kind} {fold(step.number)}" if step.number else step.kind for step in address)


def _paired(ours: list[Command], theirs: list[Command]) -> list[tuple[Command, Command]]:
    """Commands that are one: those of the same name first, what is left by its place."""
    pairs = []
    left, rest = [], list(theirs)
    for command in ours:
        same = next((other for other in rest if quotation_name(other) == quotation_name(command)), None)
        if same is None:
            left.append(command)
        else:
            rest.remove(same)
            pairs.append((command, same))
    if len(left) == len(rest) or len(ours) == len(theirs):
        pairs.extend(zip(left, rest, strict=False))
    return pairs


def _side(command: Command | None, holder: str) -> WitnessSide:
    if command is None:
        return WitnessSide(holder or None)
    return WitnessSide(command.source.eid, command.instruction, command.id)


def _command(holder: str, kaz: Command, rus: Command) -> Iterator[Disagreement]:
    sides = _side(kaz, holder), _side(rus, holder)
    for code, values in (
        ("agree.command_action", (_action(kaz), _action(rus))),
        ("agree.command_base", _bases(kaz, rus)),
        ("agree.command_target", (_targets(kaz, "kaz"), _targets(rus, "rus"))),
        ("agree.command_words", (_pairs(kaz), _pairs(rus))),
        ("agree.command_annex", (", ".join(kaz.annex), ", ".join(rus.annex))),
        ("agree.command_time", (_time(kaz), _time(rus))),
    ):
        same = _places(kaz) == _places(rus) if code == "agree.command_target" else values[0] == values[1]
        if not same:
            yield disagreement(code, holder, *sides, said=values)
    words = said("\n".join((*kaz.old, *kaz.new)), "kaz"), said("\n".join((*rus.old, *rus.new)), "rus")
    numbers = apart(words[0], words[1])
    if numbers[0] or numbers[1]:
        yield disagreement("agree.number", holder, *sides, said=(", ".join(numbers[0]), ", ".join(numbers[1])))


def _action(command: Command) -> str:
    """The action; not whether words go before or after others, which depends on the order of words in a language."""
    return f"{command.action}{' *' if command.everywhere else ''}"


def _bases(kaz: Command, rus: Command) -> tuple[str, str]:
    """Number and day of the acts amended, as far as both texts say them."""
    told: tuple[list[str], list[str]] = ([], [])
    for field in ("number", "date", "registration"):
        values = getattr(kaz.base, field), getattr(rus.base, field)
        if all(values) and fold(values[0]) != fold(values[1]):
            told[0].append(values[0])
            told[1].append(values[1])
    return " ".join(told[0]), " ".join(told[1])


def _places(command: Command) -> tuple[object, ...]:
    anchor = _key(command.anchor) if command.anchor else None
    return (
        sorted(_key(target) for target in command.targets),
        anchor,
        sorted(_key(target) for target in command.renumber_to),
        sorted(_key(target) for target in command.excepted),
    )


def _targets(command: Command, lang: Lang) -> str:
    named = "; ".join(described(target, lang) for target in (*command.targets, *command.renumber_to))
    stays = "; ".join(described(target, lang) for target in command.excepted)
    return f"{named} − {stays}" if stays else named


def _pairs(command: Command) -> str:
    """How many words are replaced by how many. Of words replaced everywhere a text lists the case forms of its own
    language, as many as that has."""
    if command.everywhere:
        return ""
    times = f" ×{command.times}" if command.times is not None else ""
    # Which of several equal words is deleted one text tells by the word beside it, the other must as well.
    beside = " …" if command.beside is not None else ""
    return f"{len(command.old)}/{len(command.new)}{times}{beside}"


def _time(command: Command) -> str:
    return "–".join(day or "" for day in (command.since, command.until)).strip("–")


def _clauses(kaz: Reading, rus: Reading) -> Iterator[Disagreement]:
    clauses = [[clause for clause in reading.clauses if clause.kind == "entry_into_force"] for reading in (kaz, rus)]
    for here, there in zip(*clauses, strict=False):
        rules = here.when, there.when
        if rules[0] is None or rules[1] is None:
            continue
        values = [
            (rule.kind, rule.count, rule.span, rule.day, rule.until, rule.reaches_back, rule.not_before)
            for rule in rules
        ]
        if values[0] != values[1] and "unread" not in (rules[0].kind, rules[1].kind):
            sides = WitnessSide(here.eid, here.text), WitnessSide(there.eid, there.text)
            yield disagreement("agree.entry", here.eid, *sides, said=(rules[0].text, rules[1].text))
