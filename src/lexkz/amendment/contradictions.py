"""What contradicts itself within one amending act: two commands on one unit, the title and the text on the base act."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from lexkz.akn.iris import compared_number
from lexkz.akn.namespace import NAMESPACES
from lexkz.akn.text import visible
from lexkz.amendment.model import Address, BaseAct, Clause, Command, Step
from lexkz.languages.chunks import ActReference
from lexkz.languages.commands import read_sentence
from lexkz.languages.folding import fold_spaces
from lexkz.languages.names import alike

Named = tuple[str, str]
"""Code of a finding, and the words that it is about."""

_SETS = frozenset({"replace", "repeal"})
_CHANGES = frozenset({"replace", "repeal", "replace_words", "insert_words", "delete_words", "renumber", "move"})
_WORDS = frozenset({"replace_words", "delete_words"})
_COUNTED = frozenset({"alinea", "part", "sentence"})
"""Units without a number of their own: new ones move the count, so that «абзац третий» may mean two lines."""


def among(
    commands: Sequence[Command], root: etree._Element, lang: str, clauses: Sequence[Clause]
) -> Mapping[str, tuple[Named, ...]]:
    """Return the contradictions of an act by command id. Commands in doubt already are not held against others.

    An act whose parts, or commands, enter into force on days of their own may change one unit twice, on two days.
    """
    found: defaultdict[str, list[Named]] = defaultdict(list)
    _title(commands, root, lang, found)
    if not any(clause.when is not None and clause.when.parts for clause in clauses):
        sure = [command for command in commands if not command.refused and command.action != "none"]
        numbered = _numbered_first(sure)
        meant = [replace(each, targets=numbered[each.id].targets) if each.id in numbered else each for each in sure]
        for first, second in _meeting(meant):
            if (
                goes_on(first, second)
                or words_first(first, second)
                or first.since != second.since
                or numbered.get(second.id) is first
            ):
                continue
            if _by_new_number(first, second) or _contradict(first, second):
                words = f"{first.instruction} / {second.instruction}"
                for each in _waiting(first, second):
                    found[each.id].append(("amend.conflict", words))
    return {command: tuple(dict.fromkeys(named)) for command, named in found.items()}


def _meeting(commands: Sequence[Command]) -> Iterator[tuple[Command, Command]]:
    """Yield, in their order, the pairs of commands on one base that name one unit, or one of which names a unit within
    that of the other: only these can contradict each other, and acts have thousands of commands."""
    named: defaultdict[tuple[object, ...], dict[int, None]] = defaultdict(dict)
    """Base and address, or words changed there, to the commands that dispose of just that."""
    for place, command in enumerate(commands):
        for key in _wholes(command):
            named[key][place] = None
    pairs = {
        (min(place, other), max(place, other))
        for place, command in enumerate(commands)
        for key in _within(command)
        for other in named.get(key, ())
        if other != place
    }
    return ((commands[first], commands[second]) for first, second in sorted(pairs))


def _wholes(command: Command) -> Iterator[tuple[object, ...]]:
    for target in command.targets:
        if target and not _uncounted(target):
            yield (command.base, *map(_step_key, target))
    yield from ((command.base, *map(_step_key, new)) for new in command.renumber_to)
    if command.action in _WORDS:
        yield from ((command.base, target, old) for target in command.targets for old in command.old)


def _within(command: Command) -> Iterator[tuple[object, ...]]:
    for target in command.targets:
        keys = tuple(map(_step_key, target))
        yield from ((command.base, *keys[: end + 1]) for end in range(len(keys)))
    if command.action in _WORDS:
        yield from ((command.base, target, old) for target in command.targets for old in command.old)


def _waiting(first: Command, second: Command) -> tuple[Command, ...]:
    """The commands of a contradiction that wait. What is renumbered is plain, whoever else names it: only the other
    one may mean the old number or the new one."""
    for renumbers, other in ((first, second), (second, first)):
        if renumbers.action != "renumber" or other.action in ("renumber", "move") or _by_new_number(first, second):
            continue
        if any(_covers(renumbers, whole, other, part) for whole in renumbers.targets for part in other.targets):
            return (other,)
    return first, second


def goes_on(first: Command, second: Command) -> bool:
    """Return whether words change in the unit that the same sentence gives a number: «пункт 5 считать пунктом 6 и в нем
    слово …»."""
    words = first.action == "renumber" and second.action in ("replace_words", "insert_words", "delete_words")
    return words and _one_sentence(first, second) and set(second.targets) == set(first.targets)


def words_first(first: Command, second: Command) -> bool:
    """Return whether words change in a unit before the act gives it another number: «в пункте 3 слово …; пункты 2 и 3
    считать пунктами 3 и 4». Read in a row, or on the act as it was, the number is the old one."""
    words = first.action in ("replace_words", "insert_words", "delete_words") and second.action == "renumber"
    return words and all(any(_begins(target, old) for old in second.targets) for target in first.targets)


def _numbered_first(commands: Sequence[Command]) -> dict[str, Command]:
    """The commands on wordings, by their ids, of units that the same sentence gives a number, with what gives it."""
    pairs = pairwise(commands)
    return {second.id: first for first, second in pairs if rewords(first, second)}


def rewords(first: Command, second: Command) -> bool:
    """Return whether the same sentence gives a unit a number and a wording that bears it: «пункт 5 считать пунктом 6 и
    изложить в следующей редакции: "6. …"». The number in the new text says that no other unit is meant."""
    alone = (
        first.action == "renumber" and second.action == "replace" and len(first.targets) == 1 and bool(second.content)
    )
    return alone and _by_new_number(first, second) and _bears(second.content[0], second.targets[0][-1].number)


def _bears(text: str, number: str | None) -> bool:
    """True for new text that begins with a number of its own: «6. …», «6) …»."""
    return number is not None and re.match(rf"\W*{re.escape(number)}[.)](?!\d)", text) is not None


def _one_sentence(first: Command, second: Command) -> bool:
    # In the marked-up act each command of a line has a ``mod`` of its own.
    lines = {each.source.eid.partition("__mod_")[0].partition("__qstr_")[0] for each in (first, second)}
    return len(lines) == 1 and lines != {""}


def _by_new_number(first: Command, second: Command) -> bool:
    """True for «пункт 5 считать пунктом 6 и изложить …»: in the act as it was, that number is another unit's.

    Commands are carried out on the act as it was, so that the new wording could come into the wrong unit.
    """
    sets = first.action == "renumber" and second.action in _SETS
    return sets and _one_sentence(first, second) and bool(set(second.targets) & set(first.renumber_to))


def _contradict(first: Command, second: Command) -> bool:
    """True where what one command sets, takes out, adds or renumbers another one changes as well."""
    for left in first.targets:
        for right in second.targets:
            if not left or not right or _uncounted(left) or _uncounted(right):
                continue
            if _moves_count(first, second, left, right):
                continue
            if _covers(first, left, second, right) or _covers(second, right, first, left):
                return True
    return _same_words(first, second)


def _covers(outer: Command, whole: Address, inner: Command, part: Address) -> bool:
    """True where ``outer`` disposes of the whole unit ``whole``, and ``inner`` of it too or of something in it."""
    if inner.everywhere or not _begins(part, whole):
        return False
    same = len(part) == len(whole)
    if outer.action in _SETS or outer.action in ("renumber", "move"):
        # A new unit beside the one that is set is none of its parts.
        return not (same and inner.action == "insert") or outer.action in _SETS
    # A number that is renumbered away or moved is free for a new unit; a new unit may be told with more that is new.
    adds = outer.action == "insert" and whole[-1].number is not None
    return adds and (inner.action == "insert" if same else inner.action in _CHANGES)


def _begins(address: Address, head: Address) -> bool:
    return len(address) >= len(head) and all(map(_same_step, address, head))


def _same_step(one: Step, two: Step) -> bool:
    return _step_key(one) == _step_key(two)


def _step_key(step: Step) -> tuple[object, ...]:
    return step.kind, step.number, fold_spaces(step.name) if step.name else None


def _uncounted(address: Address) -> bool:
    """True for a unit without number or name of which there may be many: «дополнить абзацем», «часть изложить»."""
    return any(
        step.number is None
        and step.name is None
        and step.kind in (*_COUNTED, "paragraph", "subparagraph", "row", "column")
        for step in address
    )


def _moves_count(first: Command, second: Command, left: Address, right: Address) -> bool:
    return "insert" in (first.action, second.action) and any(step.kind in _COUNTED for step in (*left, *right))


def _same_words(first: Command, second: Command) -> bool:
    """True where both change the same words of the same unit, and not in the same way."""
    if first.action not in _WORDS or second.action not in _WORDS or not set(first.targets) & set(second.targets):
        return False
    left, right = (dict(zip(each.old, each.new or each.old, strict=False)) for each in (first, second))
    return any(old in right for old in left)


def _title(commands: Sequence[Command], root: etree._Element, lang: str, found: defaultdict[str, list[Named]]) -> None:
    """The title may name the acts that are amended: one to which it gives another date, number or title is in doubt."""
    printed = root.find(".//akn:preface//akn:docTitle", NAMESPACES)
    if printed is None:
        return
    title = visible(printed)
    cited = [token.value for token in read_sentence(title, lang).tokens if isinstance(token.value, ActReference)]
    cited = [each for each in cited if each.number is not None]
    bases = dict.fromkeys(command.base for command in commands if command.base.number is not None)
    # Which of several acts a slip in a title means cannot be told: only acts named one by one are compared.
    if not cited or len(cited) != len(bases):
        return
    for command in commands:
        if command.base in bases and not any(_fit(each, command.base) for each in cited):
            found[command.id].append(("amend.title_differs", title))


def _fit(cited: ActReference, base: BaseAct) -> bool:
    if cited.date is not None and base.date is not None and cited.date != base.date:
        return False
    if compared_number(cited.number) != compared_number(base.number):
        return False
    titles = [fold_spaces(title) for title in (cited.title, base.title) if title]
    return len(titles) < 2 or alike(*titles)
