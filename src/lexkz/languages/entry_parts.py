"""Parts of an act that enter into force on days of their own: how a clause names them, whatever the language."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Group = tuple[str, tuple[str, ...]]
"""Kind of unit, and the numbers that the clause gives it."""
Address = tuple[tuple[str, str], ...]
"""Kind and number of each unit, outermost first."""
RANKS = ("annex", "section", "chapter", "article", "paragraph", "subparagraph", "part", "alinea")
Ordinal = Callable[[tuple[str, ...]], tuple[int, int, str] | None]


@dataclass(frozen=True, slots=True)
class NamedParts:
    """Units that a clause names, and how far the words that name them go."""

    addresses: tuple[Address, ...]
    words: int


def chains(groups: Sequence[Group], *, inner_first: bool) -> tuple[Address, ...]:
    """Return the addresses of ``groups``, in the order of the text: «подпункты 3) и 4) пункта 2», «1-баптың 3) …».

    A unit that is not on the way in (Kazakh) or out (Russian) begins another address; what it shares with the one
    before in Kazakh, its outer units, is taken over.
    """
    if inner_first:
        return _inner_first(groups)
    out: list[Address] = []
    way: list[Group] = []
    for place, group in enumerate(groups):
        rank = RANKS.index(group[0])
        while way and RANKS.index(way[-1][0]) >= rank:
            way.pop()
        way.append(group)
        following = groups[place + 1] if place + 1 < len(groups) else None
        if following is None or RANKS.index(following[0]) <= rank:
            out.extend(_spread(tuple(way)))
    return tuple(out)


def _inner_first(groups: Sequence[Group]) -> tuple[Address, ...]:
    """«абзац второй подпункта 3) и подпункт 5) статьи 1»: what stands around the last is around the others as well."""
    out: list[Address] = []
    way: list[Group] = []
    for group in reversed(groups):
        rank = RANKS.index(group[0])
        if way and rank <= RANKS.index(way[-1][0]):
            out = _spread(tuple(way)) + out
            way = [outer for outer in way if RANKS.index(outer[0]) < rank]
        way.append(group)
    return tuple(_spread(tuple(way)) + out)


def _spread(way: tuple[Group, ...]) -> list[Address]:
    found: list[Address] = [()]
    for kind, numbers in way:
        found = [(*address, (kind, number)) for address in found for number in numbers]
    return found


def through(numbers: Sequence[str], ranges: Sequence[int]) -> tuple[str, ...]:
    """Return ``numbers`` with the gaps filled that stand before the places in ``ranges`` («второго – пятого»)."""
    out: list[str] = []
    for place, number in enumerate(numbers):
        if place in ranges and out and out[-1].isdigit() and number.isdigit():
            out.extend(str(between) for between in range(int(out[-1]) + 1, int(number)))
        out.append(number)
    return tuple(out)


_SPAN = re.compile(r"(\d+(?:-\d+)?)\)[-–—](\d+(?:-\d+)?)\)")
"""«подпунктов 1)-3)»: a span without spaces."""
_BARE_SPAN = re.compile(r"(\d+)-(\d+)")


def named(
    text: str,
    kinds: Callable[[str], str | None],
    ordinal: Ordinal,
    *,
    inner_first: bool,
    plural: Callable[[str], bool],
    outer: Callable[[str], bool],
) -> NamedParts | None:
    """Read the units at the head of the folded ``text``; None where it begins with none.

    ``kinds`` gives the kind of unit that a word names, ``plural`` tells whether it names several, so that «статей 1-3»
    are three, ``outer`` that it is one that others stand in: where such a word comes last («2) тармақшасын және
    2-тармағының …»), its units are begun anew behind it. Numbers stand before their unit's word (Kazakh) or after it.
    """
    words = text.split()
    head = words[0].strip(",") if words else ""
    numbers_first = _numbered(head)[0] is not None or ordinal(tuple(item.strip(",") for item in words[:4])) is not None
    if (kinds(head) is None) if inner_first else not numbers_first:
        return None
    groups: list[tuple[str, list[str], list[int], bool]] = []
    numbers: list[str] = []
    ranges: list[int] = []
    place = end = 0
    ends: list[tuple[int, bool]] = []
    while place < len(words):
        word = words[place].strip(",")
        number, _, tail = _numbered(word)
        taken = 1
        if span := _SPAN.fullmatch(word):
            number = span[2]
            numbers.append(span[1])
            ranges.append(len(numbers))
        if number is None and (counted := ordinal(tuple(item.strip(",") for item in words[place : place + 4]))):
            number, taken, tail = str(counted[0]), counted[1], ""
        kind = kinds(tail or word) if number is None or tail else None
        if number is not None:
            numbers.append(number)
        elif word in ("–", "-", "—") or (word == "по" and numbers and inner_first):
            ranges.append(len(numbers))
        elif word in ("с", "со") and _spans(words[place + 1 : place + 4]):
            pass
        elif kind is None and word not in ("и", "және", "мен", "пен", "бен"):
            break
        place += taken
        if kind is not None and inner_first:
            groups.append((kind, numbers := [], ranges := [], plural(word)))
        elif kind is not None:
            groups.append((kind, numbers, ranges, plural(tail or word)))
            anew = len(groups) > 1 and RANKS.index(kind) <= RANKS.index(groups[-2][0])
            ends.append((place, anew and outer(tail or word)))
            numbers, ranges = [], []
        if kind is not None or (number is not None and inner_first):
            end = place
    whole = max((at for at, (_, begins) in enumerate(ends) if not begins), default=len(ends) - 1)
    if ends and whole < len(ends) - 1:
        groups, end = groups[: whole + 1], ends[whole][0]
    if not groups or any(not own for _, own, _, _ in groups):
        return None
    filled = [(kind, _unfolded(through(own, gaps), several)) for kind, own, gaps, several in groups]
    return NamedParts(chains(filled, inner_first=inner_first), end)


def _spans(words: Sequence[str]) -> bool:
    """True for «1) по 3)», which goes on after «с»."""
    return len(words) == 3 and words[1] == "по" and all(_numbered(words[at].strip(","))[0] for at in (0, 2))


def _unfolded(numbers: tuple[str, ...], several: bool) -> tuple[str, ...]:
    """«статей 1-3» are three; «статья 1-3» is one, and so is each of «статьи 1-2 и 1-3»."""
    spans = [(number, found) for number in numbers if (found := _BARE_SPAN.fullmatch(number))]
    if not several or len(spans) != 1 or int(spans[0][1][1]) >= int(spans[0][1][2]):
        return numbers
    ranged, found = spans[0]
    if len(numbers) > 1 and found[1] in numbers:
        # «статьи 1 и 1-3»: the second is the one that stands behind the first.
        return numbers
    spread = tuple(str(each) for each in range(int(found[1]), int(found[2]) + 1))
    return tuple(each for number in numbers for each in (spread if number == ranged else (number,)))


def _numbered(word: str) -> tuple[str | None, str, str]:
    """«3)», «2», «1-бабының» → number, mark, the word that is joined to it."""
    digits = 0
    while digits < len(word) and (
        word[digits].isdigit() or (word[digits] == "-" and word[digits + 1 : digits + 2].isdigit())
    ):
        digits += 1
    number, rest = word[:digits], word[digits:]
    if not number or not (rest in ("", ")") or rest.startswith("-")):
        return None, "", ""
    return number, rest[:1], rest.lstrip("-)")
