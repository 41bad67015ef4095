"""The Python interface: units by eId, the units as lines, and what importing costs."""

from collections.abc import Iterator

from bench.cases import ORDER, _python
from bench.timing import Ratio, ratio

MANY = 10_000


def interface() -> Iterator[Ratio]:
    """A unit by eId against a dictionary; ndjson and Markdown against the text; ``import lexkz`` against Python."""
    import lexkz

    act = lexkz.read(ORDER)
    known = {unit.eid: unit for unit in act.units}
    eids = [unit.eid for unit in act.units if unit.eid]
    asked = [eids[place % len(eids)] for place in range(MANY)]

    def floor() -> None:
        for eid in asked:
            known[eid]

    def ours() -> None:
        for eid in asked:
            act.unit(eid)

    yield ratio(f"a unit by its eId, {MANY} times", ours, floor, against="a dictionary", limit=20)
    text = "the act's text"
    yield ratio("the order's units as ndjson", act.to_ndjson, act.to_text, against=text, limit=20)
    yield ratio("the order as Markdown", act.to_markdown, act.to_text, against=text, limit=20)
    yield ratio(
        "import lexkz",
        lambda: _python("-c", "import lexkz"),
        lambda: _python("-c", "import typing"),
        against="import typing",
        limit=1.5,
    )
