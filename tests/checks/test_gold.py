"""Real amending acts: every alarm was looked at and is true. Skipped where the control texts are not at hand."""

from pathlib import Path

import pytest

from lexkz.checks import check
from lexkz.structure import load

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TRUE = {
    # The stored texts glue words ("РеспубликасыныңПрезиденті"), space a full stop off ("1-бап ."), break a quotation
    # into two paragraphs; two of them are older laws that hold no clause on entry into force.
    "kaz_13466": {
        ("check.line_broken", 9),
        ("read.sentence_cut", 10),
        ("check.entry_missing", 18),
        ("check.spaces", 19),
    },
    "rus_13466": {("check.entry_missing", 17), ("check.spaces", 18)},
    "rus_30679": {("check.spaces", 10)},
    "kaz_30679": set(),
    "t_transfer_2007_2009": {("check.spaces", 2), ("check.spaces", 5)},
    "t_transfer_2019_2021": {("check.spaces", 1), ("check.joined_apart", 1)},
    "transfer_2019_2021": {("check.spaces", 1), ("check.joined_apart", 1)},
}

ACTS = sorted(
    path
    for path in [*GOLD.glob("*/*/amending.txt"), *GOLD.glob("commands/*/*.txt")]
    if path.name == "amending.txt" or path.stem in TRUE
)
"""The whole acts. The other labelled acts are fragments and damaged texts, where nobody has gone through each alarm."""

pytestmark = pytest.mark.skipif(not ACTS, reason="the control texts are not at hand")


def _name(path: Path) -> str:
    return path.parents[1].name if path.name == "amending.txt" else path.stem


@pytest.mark.parametrize("path", ACTS, ids=[str(path.relative_to(GOLD)) for path in ACTS])
def test_every_alarm_on_a_real_act_is_true(path: Path) -> None:
    found = {(finding.code, finding.place.line) for finding in check(load(path))}
    assert found == TRUE.get(_name(path), set())
