"""The same words changed in many places of one document: told once, with every form in which they stand."""

from collections.abc import Iterator, Sequence

from lexkz.amendment.model import Address, BaseAct, Command
from lexkz.comparison.words import word_diff
from lexkz.drafting.choosing import ChosenCommand

_PLACES = 3
"""Commands from which one over the whole text takes their place: drafters tell two places by themselves."""
_STEM = 4
"""Letters that the forms of one word have in common at the least: «комитет», «комитету»; shorter words are taken as
they stand."""
_DOCUMENTS = frozenset({"instrument", "annex"})

Pair = tuple[str, str]


def everywhere(commands: Sequence[Command], base: BaseAct) -> tuple[ChosenCommand, ...]:
    """Return the commands over the whole text of a document that could stand for some of ``commands``.

    A guess: what they leave of the edit has to be looked at. Each is named by the eId "throughout N".
    """
    places: dict[Address, dict[Pair, int]] = {}
    for command in commands:
        if command.action != "replace_words" or command.everywhere or len(command.old) != len(command.new):
            continue
        document = tuple(step for step in command.targets[0] if step.kind in _DOCUMENTS)
        known = places.setdefault(document, {})
        for pair in zip(command.old, command.new, strict=True):
            for bare in _changed(*pair):
                known[bare] = known.get(bare, 0) + 1
    return tuple(
        ChosenCommand(
            Command(
                "",
                "replace_words",
                base,
                (document,),
                "",
                old=tuple(old for old, _ in family),
                new=tuple(new for _, new in family),
                everywhere=True,
            ),
            f"throughout {number}",
        )
        for number, (document, family) in enumerate(
            (document, family) for document, known in places.items() for family in _families(known)
        )
    )


def with_first(first: Sequence[ChosenCommand], chosen: Sequence[ChosenCommand]) -> tuple[ChosenCommand, ...]:
    """Return ``chosen`` with the commands ``first`` before all others of their document."""
    out = list(chosen)
    for one in reversed(first):
        document = one.command.targets[0]
        place = next(
            (at for at, other in enumerate(out) if other.command.targets[0][: len(document)] == document), None
        )
        out.insert(len(out) if place is None else place, one)
    return tuple(out)


def _changed(old: str, new: str) -> Iterator[Pair]:
    """The words that one replacement changes, without those that were quoted so that it stands once in its unit."""
    gone = ""
    for mark, text in word_diff(old, new):
        if mark == "-":
            gone = text.strip()
        elif mark == "+" and gone and text.strip() and any(map(str.isalnum, gone)):
            yield gone, text.strip()
        if mark != "-":
            gone = ""


def _families(known: dict[Pair, int]) -> Iterator[list[Pair]]:
    """Replacements of one word by one word in their forms, where they stand in enough places."""
    families: list[list[Pair]] = []
    for pair in known:
        family = next((each for each in families if _kin(each[0], pair)), None)
        if family is None:
            families.append([pair])
        else:
            family.append(pair)
    for family in families:
        if sum(known[pair] for pair in family) >= _PLACES:
            shortest = min(len(old.split()) for old, _ in family)
            # «комитетке бес»: the word beside it changed, too, by itself; it is told by itself.
            yield list(dict.fromkeys(_first_words(pair, shortest) for pair in family))


def _first_words(pair: Pair, count: int) -> Pair:
    old, new = (one.split() for one in pair)
    return (" ".join(old[:count]), " ".join(new[:count])) if len(old) == len(new) else pair


def _kin(one: Pair, other: Pair) -> bool:
    return all(left[:_STEM].casefold() == right[:_STEM].casefold() for left, right in zip(one, other, strict=True))
