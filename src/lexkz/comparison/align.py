"""Which unit of one text is which of another: by eId first, by likeness second."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexkz.comparison.units import UnitText
from lexkz.comparison.words import rising
from lexkz.languages.folding import fold_spaces
from lexkz.languages.own_numbers import own_number

_ALIKE = 0.5
"""Share of words in common from which two units are one that was changed: of one eId, or in one place."""


_FAR = 0.7
"""The same for units that have neither eId nor place in common."""


_LONG = 12
"""Letters from which a text is its own: shorter ones ("Нысан", "1 2 3") stand in many places."""


_RARE = 4
"""In how many of the units that are left a word stands at most, to lead from one to another."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit in two texts; None where one has it not."""

    old: UnitText | None
    new: UnitText | None
    moved: bool = False
    """True where both have it, but not in the same order or under the same number; not where what holds it moved."""


def align(old: Sequence[UnitText], new: Sequence[UnitText]) -> tuple[Pair, ...]:
    """Return the pairs in the order of ``new``, units that only ``old`` has standing after what preceded them there.

    Units of one eId are one, unless they differ and the words of either stand, to the letter, under another number that
    has lost or won them (a unit was put in before it, and numbers moved on). Those left over are paired by equal text,
    then by likeness to the neighbour in the same gap, then, where more is alike, to any. Linear in the number of units.
    """
    found = _Partners(old, new)
    found.by_eid()
    found.by_text()
    found.given_back()
    found.by_neighbour()
    found.by_rare_words()
    found.by_place()
    return tuple(_pairs(old, new, found.partner))


class _Partners:
    """Places in the old text to places in the new one, found step by step."""

    def __init__(self, old: Sequence[UnitText], new: Sequence[UnitText]) -> None:
        self.old, self.new = old, new
        self.partner: dict[int, int] = {}
        self.taken: set[int] = set()
        self.loose: list[tuple[int, int]] = []

    def join(self, here: int, there: int) -> None:
        self.partner[here] = there
        self.taken.add(there)

    def by_eid(self) -> None:
        """Join what has one eId, but keep loose what differs where the words of either stand in a unit of another."""
        places = {unit.eid: place for place, unit in enumerate(self.new) if not unit.placed}
        found: list[tuple[int, int]] = []
        for here, unit in enumerate(self.old):
            there = places.get(unit.eid) if not unit.placed else None
            if there is None or self.new[there].kind != unit.kind:
                continue
            if unit.text == self.new[there].text:
                self.join(here, there)
            else:
                found.append((here, there))
        free_old = Counter(key for here in self._free_old() for key in _keys(self.old[here]))
        free_new = Counter(key for there in self._free_new() for key in _keys(self.new[there]))
        for here, there in found:
            left, right = _keys(self.old[here]), _keys(self.new[there])
            same = left[0] == right[0]
            if not same and (any(free_new[key] for key in left) or any(free_old[key] for key in right)):
                self.loose.append((here, there))
            else:
                self.join(here, there)

    def by_text(self) -> None:
        """Join equal texts, in order: first within what holds them, then anywhere; then equal but for the number."""
        for key in (_in_holder, _anywhere, _but_for_number):
            waiting: defaultdict[Key, deque[int]] = defaultdict(deque)
            for there in self._free_new():
                wanted = key(self.new[there])
                if wanted is not None:
                    waiting[wanted].append(there)
            for here in self._free_old():
                wanted = key(self.old[here])
                if wanted is not None and waiting.get(wanted):
                    self.join(here, waiting[wanted].popleft())

    def given_back(self) -> None:
        """Join what was kept loose and found no better partner."""
        for here, there in self.loose:
            if here not in self.partner and there not in self.taken:
                self.join(here, there)

    def by_neighbour(self) -> None:
        for here in self._free_old():
            there = self.partner.get(here - 1, -2) + 1 if here else 0
            free = (
                0 <= there < len(self.new) and there not in self.taken and self.new[there].kind == self.old[here].kind
            )
            if free and likeness(self.old[here].text, self.new[there].text) >= _ALIKE:
                self.join(here, there)

    def by_rare_words(self) -> None:
        """Join what is most alike among all that is left; words that stand in few units lead from one to another."""
        words = {there: word_set(body(self.new[there].text)) for there in self._free_new()}
        index: defaultdict[str, list[int]] = defaultdict(list)
        for there, own in words.items():
            for word in own:
                index[word].append(there)
        found = []
        for here in self._free_old():
            own = word_set(body(self.old[here].text))
            near = {there for word in own if len(index.get(word, ())) <= _RARE for there in index.get(word, ())}
            for there in near:
                share = len(own & words[there]) / max(1, len(own | words[there]))
                if share >= _FAR and (self.new[there].kind == "tr") == (self.old[here].kind == "tr"):
                    found.append((-share, here, there))
        for _, here, there in sorted(found):
            if here not in self.partner and there not in self.taken:
                self.join(here, there)

    def by_place(self) -> None:
        """Join what has no eId and stands in one place of what holds it."""
        places = {(unit.kind, unit.eid): place for place, unit in enumerate(self.new) if unit.placed}
        for here in self._free_old():
            there = places.get((self.old[here].kind, self.old[here].eid)) if self.old[here].placed else None
            if there is not None and there not in self.taken:
                self.join(here, there)

    def _free_old(self) -> list[int]:
        return [place for place in range(len(self.old)) if place not in self.partner]

    def _free_new(self) -> list[int]:
        return [place for place in range(len(self.new)) if place not in self.taken]


Key = tuple[str, str, str]


def _in_holder(unit: UnitText) -> Key:
    return unit.kind, _holder(unit.eid), fold_spaces(unit.text)


def _anywhere(unit: UnitText) -> Key:
    return unit.kind, "", fold_spaces(unit.text)


def _but_for_number(unit: UnitText) -> Key | None:
    # A line can become a point or an article: its words say which it was.
    said = fold_spaces(body(unit.text))
    return ("row" if unit.kind == "tr" else "", "", said) if len(said) >= _LONG else None


def _keys(unit: UnitText) -> tuple[Key, ...]:
    """What a unit says without its number, as words of what holds it, and, where they are its own, of the act."""
    said = fold_spaces(body(unit.text))
    held = (unit.kind, _holder(unit.eid), said)
    return (held, (unit.kind, "", said)) if len(said) >= _LONG else (held,)


def _pairs(old: Sequence[UnitText], new: Sequence[UnitText], partner: dict[int, int]) -> Iterator[Pair]:
    taken = {there: here for here, there in partner.items()}
    in_new = sorted(taken)
    in_order = {in_new[place] for place in rising([taken[there] for there in in_new])}
    fallen: defaultdict[int, list[int]] = defaultdict(list)
    last = -1
    for here in range(len(old)):
        last = partner.get(here, last)
        if here not in partner:
            fallen[last].append(here)
    renamed = {old[here].eid: new[there].eid for here, there in partner.items()}
    moved: set[str] = set()
    yield from (Pair(old[here], None) for here in fallen[-1])
    for there, unit in enumerate(new):
        if there in taken:
            before = old[taken[there]]
            if _moved(before, unit, there in in_order, renamed, moved):
                moved.add(unit.eid)
                yield Pair(before, unit, True)
            else:
                yield Pair(before, unit)
        else:
            yield Pair(None, unit)
        yield from (Pair(old[here], None) for here in fallen[there])


def _moved(before: UnitText, unit: UnitText, in_order: bool, renamed: dict[str, str], moved: set[str]) -> bool:
    held = _holder(before.eid) == _holder(unit.eid) or renamed.get(_holder(before.eid)) == _holder(unit.eid)
    # Абзацы, rows and what has no eId have no number but the printed one: one put in before them moves none.
    same = held and (before.kind in ("alinea", "tr") or before.placed or _last(before.eid) == _last(unit.eid))
    return not same or not (in_order or _holder(unit.eid) in moved)


def _holder(eid: str) -> str:
    return eid.rpartition("__")[0]


def _last(eid: str) -> str:
    return eid.rpartition("__")[2]


def body(text: str) -> str:
    """Return the text of a unit or row without the number that it begins with."""
    return text[own_number(text) :]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(fold_spaces(text).split())


def likeness(left: str, right: str) -> float:
    """Return the share of words that two texts have in common, 0 to 1."""
    one, other = word_set(left), word_set(right)
    return len(one & other) / max(1, len(one | other))
