"""Moves: a line that goes in one place and comes in another with the same words is told as moved."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lexkz.publication.sheet.model import Block, SheetLine, marked

LEAST = 12
"""Letters from which the same words in two places are no chance."""


def with_moves(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with the lines that moved told so, both sides under one name; neighbours that stay neighbours
    are one move. The text, accepted or rejected, is the same."""
    gone = _whole(blocks, "-")
    came = _whole(blocks, "+")
    pairs = [(gone[said], came[said]) for said in gone if said in came]
    names = named(pairs, neighbours={place: at for at, place in enumerate(_in_order(blocks))})
    return tuple(
        marked(block, replace(block.revision, move=names[place]))
        if place in names and isinstance(block, SheetLine) and block.revision is not None
        else block
        for place, block in enumerate(blocks)
    )


def named(pairs: Iterable[tuple[int, int]], *, neighbours: dict[int, int] | None = None) -> dict[int, str]:
    """Return the name of the move for both places of each pair. ``neighbours``: place to its order on its side, where
    places that follow one another need not be neighbours."""
    order = neighbours or {}
    names: dict[int, str] = {}
    count = 0
    last: tuple[int, int] | None = None
    for here, there in sorted(pairs):
        now = order.get(here, here), order.get(there, there)
        if last is None or now != (last[0] + 1, last[1] + 1):
            count += 1
        names[here] = names[there] = f"move{count}"
        last = now
    return names


def _whole(blocks: Sequence[Block], mark: str) -> dict[str, int]:
    """The lines that went or came whole, by words that no other such line has."""
    found = [
        (_said(block), place)
        for place, block in enumerate(blocks)
        if isinstance(block, SheetLine) and block.revision is not None and block.revision.mark == mark
    ]
    counts = Counter(said for said, _ in found)
    return {said: place for said, place in found if counts[said] == 1 and len(said) >= LEAST}


def _said(line: SheetLine) -> str:
    return "".join(line.text.split())


def _in_order(blocks: Sequence[Block]) -> list[int]:
    """Places of the blocks: those of the old text in their order, then those that came, so that what stands between
    two neighbours of one side only does not part them."""
    came = [place for place, block in enumerate(blocks) if isinstance(block, SheetLine) and _mark(block) == "+"]
    return [*(place for place in range(len(blocks)) if place not in set(came)), *came]


def _mark(line: SheetLine) -> str:
    return line.revision.mark if line.revision is not None else ""
