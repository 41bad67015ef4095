"""``python -m bench.digests``: what each consolidated act hashes to, a line a case; ``diff`` two runs.

The cases are those of the tests, the order of the corpus on its bases, and two hundred made-up acts. Who moves the
house about runs it before and after: a move changes no line.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from lexkz.akn import canonical
from lexkz.amendment.annotate import annotate
from lexkz.consolidation import Consolidation, consolidate, history
from lexkz.publication import export_text, report_json
from lexkz.structure import load
from tests.consolidation.made_up import made_up
from tests.consolidation.plain_lists import SAID
from tests.consolidation.triples import triples
from tests.consolidation.written import cases

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests" / "consolidation"
SEEDS = range(1000, 1100)
"""Of the made-up acts, in each language; other ones than the tests take."""


def digest(made: Iterable[Consolidation]) -> str:
    """Return what the text, the Akoma Ntoso and the report of expressions hash to, three hashes for each."""
    return " ".join(
        hashlib.sha256(data).hexdigest()[:12]
        for each in made
        for data in (
            export_text(each.act).encode(),
            canonical.serialise(each.act.root),
            report_json(each.report).encode(),
        )
    )


def digests() -> Iterator[tuple[str, str]]:
    """Yield the name of each case and its digest."""
    for case in cases(TESTS / "fixtures"):
        yield f"{case.lang}: {case.name}", digest([case.consolidated()[0]])
    for triple in triples(TESTS / "triples"):
        yield f"{triple.lang}: {triple.name}", digest([triple.consolidated()])
    for path in sorted((ROOT / "corpus").glob("*/???.txt")):
        order = annotate(load(path))
        for base in sorted((ROOT / "xml").glob("*/*.xml")):
            yield f"{path.parent.name} on {base.parent.name}", digest(history(load(base), [order]))
    for lang in sorted(SAID):
        for seed in SEEDS:
            made = made_up(seed, lang).case
            yield f"made up {lang} {seed}", digest([consolidate(made.base, made.amending())])


if __name__ == "__main__":
    for name, value in digests():
        print(f"{value}  {name}")
