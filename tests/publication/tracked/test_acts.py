"""Acts of real length in Word files: the gold triples and the outlines that order No. 391 amends."""

from pathlib import Path

import pytest

pytest.importorskip("docx")

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication.docx import write_docx
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.tracked import track
from lexkz.reading.docx.document import trace
from lexkz.structure import Act, build, load
from tests.publication.ooxml import faults
from tests.publication.published import GOLD, PAIRS, base, consolidated
from tests.publication.word import W, part


def _assert_tracked(old: Act, new: Act, data: bytes) -> None:
    done = track(data, "own.docx", old, new)
    assert done.right, done.findings
    assert done.findings == ()
    root = part(done.data)
    assert faults(root) == []
    assert next(root.iter(f"{W}ins"), None) is not None


@pytest.mark.parametrize("folder", sorted(GOLD.glob("*/[kr][au][zs]")), ids=lambda path: "/".join(path.parts[-2:]))
def test_gold_acts_are_changed_in_their_own_file(folder: Path) -> None:
    if not (folder / "before.txt").exists():
        pytest.skip("only commands")
    data = write_docx(act_sheet(load(folder / "before.txt")))
    old = build(trace(data, "own.docx").source)
    _assert_tracked(old, consolidate(old, [annotate(load(folder / "amending.txt"))]).act, data)


@pytest.mark.parametrize("name", PAIRS)
def test_the_outlines_of_order_391_are_changed_in_their_own_file(name: str) -> None:
    data = write_docx(act_sheet(base(name)))
    _assert_tracked(build(trace(data, "own.docx").source), consolidated(name), data)
