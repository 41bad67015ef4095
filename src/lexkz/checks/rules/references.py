"""References: hyphens, case endings, endings of numbers, and units that will not exist."""

from collections.abc import Iterator

from lexkz.amendment.model import Address, Command
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting
from lexkz.languages.folding import fold


def hyphens(draft: DraftAct) -> Iterator[Finding]:
    """Yield references whose hyphen is missing or stands apart: «1 қосымша», «14 – тарауларына», «пункт 3- 1»."""
    known = {(found.place.eid, found.text) for found in draft.reading.findings if found.code == "amend.hyphen_missing"}
    for passage in draft.passages:
        for pattern in draft.words.hyphens:
            for match in pattern.finditer(passage.text):
                if (passage.eid, match.group()) not in known:
                    right = draft.words.hyphenated(match.group())
                    yield quoting("check.hyphen", match.group(), passage.place, candidates=(right,))


def cases(draft: DraftAct) -> Iterator[Finding]:
    """Yield references whose case or possessive ending is certainly wrong."""
    for passage in draft.passages:
        for pattern in draft.words.cases:
            for match in pattern.finditer(passage.text):
                yield quoting("check.case_ending", match.group(), passage.place)


def endings(draft: DraftAct) -> Iterator[Finding]:
    """Yield numbers in figures with an ending that does not fit how they are spoken: «50-ға», «5-ого»."""
    for passage in draft.passages:
        for match in draft.words.endings.finditer(passage.text):
            if not draft.words.ending_fits(match["number"], match["ending"]):
                yield quoting("check.number_ending", match.group(), passage.place)


def gone(draft: DraftAct) -> Iterator[Finding]:
    """Yield references of the new texts to units of the same document that the act repeals."""
    for repeal in draft.reading.commands:
        if repeal.action != "repeal":
            continue
        for target in repeal.targets:
            steps = [(step.kind, step.number) for step in target if step.kind != "instrument"]
            numbered = [(kind, number) for kind, number in steps if number is not None]
            pattern = draft.words.reference(numbered) if len(numbered) == len(steps) and steps else None
            if pattern is None:
                continue
            for command in draft.reading.commands:
                if command.base != repeal.base or _document(command, target) is False:
                    continue
                for line in command.content:
                    for match in pattern.finditer(fold(line)):
                        if _points_here(draft, fold(line), match.start(), match.end(), len(numbered)):
                            place = next((p.place for p in draft.zone("quoted") if p.text and p.text in line), None)
                            words = line[match.start() : match.end()]
                            where = place or draft.of_command(command)
                            yield quoting(
                                "check.reference_gone", words, where, command=command.id, candidates=(repeal.id,)
                            )


def _document(command: Command, target: Address) -> bool:
    """True where a command acts in the document (the act, an approved act) that ``target`` stands in."""
    wanted = next((step.name for step in target if step.kind == "instrument"), None)
    return any(
        next((step.name for step in other if step.kind == "instrument"), None) == wanted for other in command.targets
    )


def _points_here(draft: DraftAct, line: str, start: int, end: int, depth: int) -> bool:
    """False where words beside the reference lead into another act or, for a short address, into a larger unit.

    Kazakh puts what is larger before («Кодекстің 5-бабы»), Russian after («статья 5 Кодекса»).
    """
    beside = line[:start] if draft.lang == "kaz" else line[end:]
    if draft.words.foreign.search(beside):
        return False
    return depth > 1 or draft.words.enclosing.search(beside) is None
