"""Many short acts read one after another in one process, as a folder of orders is: how many commands a second."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from bench.timing import Ratio, best
from tests.consolidation.heads import HEADS

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "commands"
"""Labelled acts kept beside a working copy; where they are not, the sentences of the project's own cases are read."""
LIMIT = 300
"""Measured 120 to 170 of the labelled acts, 60 of the project's own cases; a reading twice as slow is told."""
_EVERY = 6
"""Of the project's own cases each sixth is read: as many as there are labelled acts, in a second or two."""


def many_acts() -> Iterator[Ratio]:
    """Text to commands of each act, once: what a second pass takes would be what is remembered of the first.

    Held against parsing and writing the acts' own XML: it is in the same process, of the same bytes, does no more than
    any reader of these acts must, and is code that no change here touches, so that machine and load cancel out.
    """
    from lexkz.amendment.annotate import annotate
    from lexkz.reading import read_text
    from lexkz.structure import build

    texts = [(path.read_text(encoding="utf8"), path.parent.name) for path in sorted(GOLD.glob("*/*.txt"))]
    texts = texts or list(_own())
    made: list[tuple[bytes, int]] = []

    def read() -> None:
        for text, lang in texts:
            marked, found = annotate(build(read_text(text, lang="kaz" if lang == "kaz" else "rus")))
            made.append((etree.tostring(marked.root), len(found.commands)))

    ours = best(read, rounds=1)
    floor = best(lambda: [etree.tostring(etree.fromstring(data)) for data, _ in made])
    commands = sum(number for _, number in made)
    name = f"{len(texts)} acts, {commands / ours:.0f} commands/s"
    yield Ratio(name, ours, floor, "parse and write their XML", LIMIT)


def _own() -> Iterator[tuple[str, str]]:
    """The orders of the cases of consolidation: the sentences before the first block, with head and end."""
    for lang in ("kaz", "rus"):
        _, head, end = HEADS[lang, "order"]
        files = sorted((ROOT / "tests" / "consolidation" / "fixtures" / lang).glob("*.txt"))
        cases = [case for file in files for case in re.split(r"(?m)^# .*\n", file.read_text(encoding="utf8"))[1:]]
        for case in cases[::_EVERY]:
            said = re.split(r"(?m)^(?:---|→) ?", case)[0].strip()
            if said:
                yield f"{head}{said}\n{end}", lang
