"""Kazakh references: «осы баптың 2-тармағында», «осы Қағидаларға 3-қосымшаға сәйкес», «осы Заңның 5-бабы»."""

from collections.abc import Iterator

from lexkz.languages.pointing import OwnReference, PointedStep, read_step, unit_kind
from lexkz.languages.tokens import Token

HINT = ("осы ", "№")
"""What stands in every text that has a reference."""


def own(tokens: tuple[Token, ...]) -> Iterator[OwnReference]:
    """Yield references to units of the same act: "this", its holder, then units from the outermost in."""
    for place, token in enumerate(tokens):
        if token.type != "THIS" or place + 1 >= len(tokens):
            continue
        noun = tokens[place + 1]
        holder = unit_kind(noun)
        if holder is None:
            holder = {"A": "act", "I": "document"}.get(noun.type.partition("_")[0])
        if holder is None:
            continue
        yield from _steps(tokens, place, place + 2, holder)


def _steps(tokens: tuple[Token, ...], start: int, place: int, holder: str) -> Iterator[OwnReference]:
    steps: list[PointedStep] = []
    spots: tuple[tuple[int, int], ...] = ()
    end = tokens[place - 1].end
    while True:
        numbers, at, after = read_step(tokens, place)
        kind = unit_kind(tokens[after]) if numbers and after < len(tokens) else None
        if kind is None or (steps and len(steps[-1].numbers) > 1):
            break
        end = tokens[after].end
        first = tokens[start].start if len(numbers) == 1 else tokens[at[0]].start
        starts = [first, *(tokens[spot].start for spot in at[1:])]
        ends = [*(tokens[spot].end for spot in at[:-1]), end]
        spots = tuple(zip(starts, ends, strict=True))
        steps.append(PointedStep(kind, numbers))
        place = after + 1
    if steps:
        yield OwnReference(tokens[start].start, end, holder, tuple(steps), spots)
        yield from _beside(tokens, place, holder, steps[0].kind)


def _beside(tokens: tuple[Token, ...], place: int, holder: str, kind: str) -> Iterator[OwnReference]:
    """Yield the references of one list whose first has the holder for all: «осы бұйрықтың 2-тармағы және 4-тармағы»."""
    case = tokens[place - 1].type
    if place + 1 >= len(tokens) or tokens[place].type not in ("COMMA", "AND") or tokens[place + 1].type != "NUM":
        return
    found = list(_steps(tokens, place + 1, place + 1, holder))
    if not found or found[0].steps[0].kind != kind or not _ends_in(tokens, found[0].end, case):
        return
    yield from found


def _ends_in(tokens: tuple[Token, ...], end: int, case: str) -> bool:
    return any(token.end == end and token.type == case for token in tokens)
