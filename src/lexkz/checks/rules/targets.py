"""Units that two commands address, and what an act announces against what its commands do."""

from collections.abc import Iterator
from itertools import combinations

from lexkz.amendment.model import Address, Command
from lexkz.checks.draft import DraftAct, Passage
from lexkz.findings import Finding, quoting
from lexkz.languages.folding import fold, fold_spaces

_WHOLE = frozenset({"replace", "insert", "repeal"})
_COUNTED = frozenset({"alinea", "part", "sentence"})
"""Units that have no number of their own."""
_ADDING = frozenset({"insert", "insert_words"})


def twice(draft: DraftAct) -> Iterator[Finding]:
    """Yield commands for a unit that an earlier command replaces, inserts or repeals as a whole.

    Word commands may share a unit; a unit may be inserted in one that is changed.
    """
    for first, second in combinations(draft.reading.commands, 2):
        if _key(first) != _key(second):
            continue
        for left in first.targets:
            for right in second.targets:
                code = _clash(first, left, second, right)
                if code is not None:
                    words = f"{first.instruction} / {second.instruction}"
                    yield quoting(code, words, draft.of_command(second), command=second.id, candidates=(first.id,))


def _key(command: Command) -> tuple[str | None, str | None, str | None]:
    return command.base.iri, command.base.number, command.base.title


def _clash(first: Command, left: Address, second: Command, right: Address) -> str | None:
    if not left or not right or any(step.number is None and step.kind == "alinea" for step in (*left, *right)):
        return None
    if left == right and left[-1].kind in _COUNTED and "insert" in (first.action, second.action):
        return None
    if {first.action, second.action} & {"renumber", "move"}:
        return None
    if left == right and left[-1].kind != "instrument":
        both = first.action in _WHOLE and second.action in _WHOLE
        named = left[-1].number is not None or left[-1].kind in ("title", "preamble", "heading")
        if both and named:
            return "check.unit_twice"
        return "check.unit_inside" if named and (first.action in _WHOLE or second.action in _WHOLE) else None
    if any(step.kind in _COUNTED for step in (*left, *right)) and "insert" in (first.action, second.action):
        # New lines move the count: «дополнить абзацем третьим» and «абзац третий изложить» are two lines.
        return None
    for outer, outer_action, inner, inner_action in (
        (left, first.action, right, second.action),
        (right, second.action, left, first.action),
    ):
        whole = outer_action in _WHOLE and len(outer) < len(inner) and inner[: len(outer)] == outer
        if whole and outer[-1].number is not None and inner_action != "none":
            return "check.unit_inside"
    return None


def announced(draft: DraftAct) -> Iterator[Finding]:
    """Yield the title and the lines "the following changes and additions are made:" that announce other than is done.

    Only where every line of the act was understood: else a command may have been missed.
    """
    reading = draft.reading
    if not reading.commands or reading.coverage.claimed != reading.coverage.characters:
        return
    for passage in draft.zone("title"):
        yield from _held(draft, passage, reading.commands)
    lines = [p for p in draft.zone("own") if draft.words.announces.search(fold_spaces(p.text))]
    order = {passage.eid: place for place, passage in enumerate(draft.passages)}
    starts = [order[line.eid] for line in lines]
    for place, line in enumerate(lines):
        end = starts[place + 1] if place + 1 < len(lines) else len(draft.passages)
        eids = {passage.eid for passage in draft.passages[starts[place] : end]}
        own = tuple(command for command in reading.commands if _unit(command, eids))
        yield from _held(draft, line, own)


def _unit(command: Command, eids: set[str]) -> bool:
    eid = command.source.eid
    while eid:
        if eid in eids:
            return True
        eid = eid.rpartition("__")[0] if "__" in eid else ""
    return False


def _held(draft: DraftAct, passage: Passage, commands: tuple[Command, ...]) -> Iterator[Finding]:
    folded = fold_spaces(passage.text)
    adds = draft.words.added.search(_after_quotes(folded)) is not None
    changes = draft.words.changed.search(_after_quotes(folded)) is not None
    if not commands or not (adds or changes):
        return
    added = any(command.action in _ADDING for command in commands)
    changed = any(command.action not in _ADDING for command in commands)
    if adds != added or changes != changed:
        yield quoting("check.announced", _around(draft, passage.text), passage.place)


def _after_quotes(folded: str) -> str:
    """Leave out quoted titles of acts, which have words of their own: «… өзгерістер енгізу туралы»."""
    parts = folded.split('"')
    return " ".join(parts[::2]) if len(parts) % 2 else parts[0] + " " + parts[-1]


def _around(draft: DraftAct, text: str) -> str:
    """The words of a long line that announce the changes, with some on both sides."""
    folded = fold(text)
    found = [match for pattern in (draft.words.changed, draft.words.added) for match in pattern.finditer(folded)]
    start = max(found[0].start() - _SHOWN, 0)
    end = min(found[-1].end() + _SHOWN, len(text))
    words = text[start:end]
    words = words.partition(" ")[2] if start else words
    return words.rpartition(" ")[0] if end < len(text) else words


_SHOWN = 60
"""Characters shown on either side of the words that announce changes."""
