"""The picture of a synthetic order: what it says, in no language yet; amendments change it as they change the text.

Sentences are numbers into the lists of :mod:`bench.synthetic.words`, so that one picture gives both languages.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

SENTENCES, SUBPOINTS, SUBJECTS, CHAPTERS, ITEMS = 10, 6, 12, 8, 6
"""Lengths of the lists of words."""
_SIZES = ((5, 12), (5, 12), (5, 12), (13, 40), (13, 40), (41, 120))
"""Points of an act, by kind of size."""
_LONG = (150, 400)
_FIRST = date(2019, 1, 9)


@dataclass(slots=True)
class Subpoint:
    """A subpoint, or a row of the table."""

    number: str
    words: int
    n: int
    gone: bool = False


@dataclass(slots=True)
class Point:
    """A point of the rules."""

    number: str
    words: int
    """Which sentence; where it has subpoints, the words that they follow."""
    n: int
    """Its term in days."""
    subpoints: list[Subpoint] = field(default_factory=list)
    added: bool = False
    """True while words stand after its term that an amendment put there."""
    gone: bool = False


@dataclass(slots=True)
class Order:
    """An order and the rules that it approves."""

    subject: int
    day: date
    number: str
    registration: str
    charge: int
    """Days of its second point."""
    chapters: list[list[Point]]
    """Points by chapter, those inserted later at their places."""
    rows: list[Subpoint]
    """Rows of the table in the annex of the rules; empty where there is none."""
    changed: date = date.min
    """Day on which the last amendment drawn so far enters into force."""

    @property
    def points(self) -> list[Point]:
        """Points that are in force."""
        return [point for chapter in self.chapters for point in chapter if not point.gone]


def order(serial: int, random: Random) -> Order:
    """Return the ``serial``-th order (counted from 0), as it was adopted."""
    low, high = _LONG if random.random() < 0.02 else random.choice(_SIZES)
    count = random.randint(low, high)
    chapters = max(1, min(CHAPTERS, count // 6))
    points = [new_point(str(number), random) for number in range(1, count + 1)]
    parted = [points[place * count // chapters : (place + 1) * count // chapters] for place in range(chapters)]
    rows = random.randint(3, 40) if random.random() < 0.35 else 0
    return Order(
        subject=random.randrange(SUBJECTS),
        day=_FIRST + timedelta(days=serial % 700),
        number=str(serial + 1),
        registration=str(100_000 + serial),
        charge=random.randint(3, 30),
        chapters=parted,
        rows=[new_subpoint(str(number), random, ITEMS) for number in range(1, rows + 1)],
    )


def new_point(number: str, random: Random) -> Point:
    """Return a point with words drawn at random; every fourth has subpoints."""
    parts = random.randint(2, 6) if random.random() < 0.25 else 0
    subpoints = [new_subpoint(str(place), random) for place in range(1, parts + 1)]
    return Point(number, random.randrange(SENTENCES), random.randint(2, 90), subpoints)


def new_subpoint(number: str, random: Random, words: int = SUBPOINTS) -> Subpoint:
    """Return a subpoint, or a row, with words drawn at random."""
    return Subpoint(number, random.randrange(words), random.randint(2, 90))
