"""What a reader of a paper is told in its margin: each finding with what to do, at the unit that it is about."""

from collections.abc import Collection, Sequence

from lexkz.consolidation.standing import standing
from lexkz.findings import Finding, entries
from lexkz.languages.detect import Lang
from lexkz.publication.sheet.model import Block, Remark, SheetTable
from lexkz.structure import Act

AUTHOR = "lexkz"
"""Whose the comments are."""


def of_findings(findings: tuple[Finding, ...], lang: Lang) -> tuple[Remark, ...]:
    """Return the findings of one act as remarks in its language, in their order: the sentence, then the advice."""
    return tuple(Remark(one.place.eid or "", one.text or "", told(one, lang)) for one in findings)


def of_waiting(new: Act, lang: Lang) -> tuple[Remark, ...]:
    """Return why changes are missing in a consolidated text, each at the first unit that it addresses.

    What cannot be tied to a unit (a sentence that was not understood, a doubt about a source) stands at its head.
    """
    stands = standing(new.root)
    made: list[Remark] = []
    for one in stands.open:
        why = [line for found in stands.why(one) for line in told(found, lang)]
        said = dict.fromkeys((one.instruction, *why))
        made.append(Remark(next(iter(one.units), ""), "", tuple(said)))
    made.extend(Remark("", "", (*_quoted(one), *told(one, lang))) for one in stands.errors)
    return tuple(made)


def _quoted(one: Finding) -> tuple[str, ...]:
    return (f"«{one.text}»",) if one.text and one.code.startswith("amend.") else ()


def told(one: Finding, lang: Lang) -> tuple[str, ...]:
    """Return a finding's sentence and its advice in a language, a paragraph each."""
    message = getattr(one.message, lang)
    try:
        known = entries(one.code)
    except KeyError:
        return (message,)
    advice = dict.fromkeys(getattr(entry.advice, lang) for entry in known)
    return (message, next(iter(advice)))


def within(block: Block, unit: str) -> bool:
    """Tell whether a block is of a unit, or holds a row of it."""
    eids = (block.eid, *(row.eid for row in block.rows)) if isinstance(block, SheetTable) else (block.eid,)
    return bool(unit) and any(eid == unit or eid.startswith(f"{unit}__") for eid in eids)


def block_of(flow: Sequence[Block], remark: Remark, among: Collection[int] | None = None) -> int | None:
    """Return the place in ``flow`` of the block that a remark stands at: one that has its words before the first of its
    unit; None where there is none. ``among``: the places that may hold it, all where it is not given."""
    places = [place for place in range(len(flow)) if among is None or place in among]
    own = [place for place in places if within(flow[place], remark.eid)]
    if remark.words:
        said = " ".join(remark.words.split())
        holding = [place for place in own or places if said in " ".join(flow[place].text.split())]
        if holding and (own or len(holding) == 1):
            return holding[0]
    return own[0] if own else None
