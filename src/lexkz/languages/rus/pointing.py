"""Russian references: «подпунктом 2) пункта 3 настоящей статьи», «приложению 3 к настоящим Правилам»."""

from collections.abc import Iterator

from lexkz.languages.folding import fold
from lexkz.languages.pointing import OwnReference, PointedStep, read_step, unit_kind
from lexkz.languages.tokens import Token

HINT = ("настоящ", "№")
"""What stands in every text that has a reference."""


def own(tokens: tuple[Token, ...]) -> Iterator[OwnReference]:
    """Yield references to units of the same act: units from the innermost out, then "this" and its holder."""
    for place, token in enumerate(tokens):
        if not fold(token.text).startswith("настоящ") or place + 1 >= len(tokens):
            continue
        noun = tokens[place + 1]
        holder = unit_kind(noun)
        if holder is None:
            holder = {"A": "act", "I": "document"}.get(noun.type.partition("_")[0])
        if holder is None:
            continue
        before = place - 1 if place and tokens[place - 1].type == "TO" else place
        found = _steps(tokens, before)
        if found is None:
            continue
        start, steps, at = found
        ends = [*(tokens[spot].end for spot in at[:-1]), tokens[at[-1]].end]
        starts = [tokens[start].start, *(tokens[spot].start for spot in at[1:])]
        if len(at) == 1:
            ends = [noun.end]
        yield OwnReference(tokens[start].start, noun.end, holder, steps, tuple(zip(starts, ends, strict=True)))
        yield from _beside(tokens, holder, start, steps)


def _beside(
    tokens: tuple[Token, ...], holder: str, start: int, steps: tuple[PointedStep, ...]
) -> Iterator[OwnReference]:
    """Yield the references of one list whose last has the holder for all: «пункту 2 и пункту 4 настоящего приказа»."""
    case = tokens[start].type
    while start and tokens[start - 1].type in ("COMMA", "AND"):
        found = _steps(tokens, start - 1)
        if found is None or found[1][0].kind != steps[0].kind or tokens[found[0]].type != case:
            return
        start, own_steps, at = found
        starts = [tokens[start].start, *(tokens[spot].start for spot in at[1:])]
        ends = [tokens[spot].end for spot in at]
        if len(at) == 1:
            ends = [_end_of(tokens, start, own_steps)]
        yield OwnReference(starts[0], ends[-1], holder, own_steps, tuple(zip(starts, ends, strict=True)))


def _end_of(tokens: tuple[Token, ...], start: int, steps: tuple[PointedStep, ...]) -> int:
    """The end of the words of ``steps``, a noun and its number for each."""
    place = start
    for _ in steps:
        _, _, place = read_step(tokens, place + 1)
    return tokens[place - 1].end


def _steps(tokens: tuple[Token, ...], end: int) -> tuple[int, tuple[PointedStep, ...], tuple[int, ...]] | None:
    """Read the units that end before ``end``; they stand innermost first, so the walk goes back from the outermost."""
    steps: list[PointedStep] = []
    innermost: tuple[int, ...] = ()
    start = end
    while True:
        noun = start - 1
        while noun >= 0 and tokens[noun].type in ("NUM", "ORD", "COMMA", "AND"):
            noun -= 1
        if noun < 0 or unit_kind(tokens[noun]) is None:
            break
        numbers, at, after = read_step(tokens, noun + 1)
        if not numbers or after != start or (steps and len(steps[-1].numbers) > 1):
            break
        steps.append(PointedStep(unit_kind(tokens[noun]) or "", numbers))
        innermost, start = at, noun
    return (start, tuple(steps), innermost) if steps else None
