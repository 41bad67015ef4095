"""Synthetic triples in both languages, through the text pipeline: the text that comes out is that set by hand."""

from pathlib import Path

import pytest

from lexkz.akn import schema, semantics
from tests.consolidation.triples import Triple, shown, triples

CASES = list(triples(Path(__file__).parent / "triples"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.lang}: {case.name}")
def test_a_triple_gives_the_text_set_by_hand(case: Triple) -> None:
    made = case.consolidated()
    codes = {
        found.code
        for found in made.report.findings
        if found.severity != "info" and not found.code.startswith("structure.")
    }
    assert (shown(made.act, case), tuple(sorted(codes))) == (case.after, case.findings)
    assert made.report.proofs.hold, made.report.findings
    assert "consolidate.content_unjudged" not in {found.code for found in made.report.findings}
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
