"""Made-up acts with made-up commands: what was applied is what a model of plain lists says, in both languages."""

import pytest

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication import export_text
from lexkz.reading import read_text
from lexkz.structure import build
from tests.consolidation.made_up import Made, made_up, next_act
from tests.consolidation.plain_lists import SAID
from tests.consolidation.written import shown

SEEDS = range(20)


def differences(made: Made) -> list[str]:
    """Say what of a made-up case does not hold; nothing where all does."""
    out: list[str] = []
    acts = made.case.amending()
    reading = acts[0][1]
    if len(reading.commands) != len(made.changes):
        return [f"{len(reading.commands)} of {len(made.changes)} commands read: {made.case.commands}"]
    done = consolidate(made.case.base, acts)
    outcomes = [one.outcome for one in done.report.commands]
    named = {found.command for found in done.report.findings if found.severity == "error"}
    out += [f"{each.command}: refused without a finding" for each in done.report.commands if _silent(each, named)]
    found = shown(done.act)
    wanted = made.expected([outcome == "applied" for outcome in outcomes])
    if found[-len(wanted) :] != wanted or len(found) != len(shown(made.case.base)) + made.grown():
        pairs = zip(wanted, found[-len(wanted) :], strict=False)
        out.append(f"text: {[pair for pair in pairs if pair[0] != pair[1]][:3]}")
    if not done.report.proofs.hold:
        out.append(f"proofs: {done.report.proofs}")
    out += [found.code for found in done.report.findings if found.code == "consolidate.content_unjudged"]
    out += [str(each) for each in schema.errors(done.act.root) + semantics.errors(done.act.root)]
    again = consolidate(done.act, acts)
    if shown(again.act) != shown(done.act):
        out.append("applied again it is another text")
    reread = build(read_text(export_text(done.act), lang=made.case.lang))
    if shown(reread) != shown(done.act):
        out.append("read again it is another text")
    return out


def chained(made: Made) -> list[str]:
    """Say what does not hold of a second act, applied to the text of the first or with it at once."""
    acts = made.case.amending()
    first = consolidate(made.case.base, acts)
    made.expected([one.outcome == "applied" for one in first.report.commands])
    act, changes = next_act(made)
    second = annotate(act)
    if len(second[1].commands) != len(changes):
        return [f"{len(second[1].commands)} of {len(changes)} commands of the second act read: {export_text(act)}"]
    done = consolidate(first.act, [second])
    made.changes = changes
    wanted = made.expected([one.outcome == "applied" for one in done.report.commands])
    out = [] if shown(done.act)[-len(wanted) :] == wanted else [f"text: {export_text(act)}"]
    both = consolidate(made.case.base, [*acts, second])
    if shown(both.act) != shown(done.act):
        out.append("both acts at once give another text")
    for each in (done, both):
        out += [] if each.report.proofs.hold else [f"proofs: {each.report.proofs}"]
        out += [found.code for found in each.report.findings if found.code == "consolidate.content_unjudged"]
        out += [str(one) for one in schema.errors(each.act.root) + semantics.errors(each.act.root)]
    return out


def _silent(outcome: object, named: set[str | None]) -> bool:
    return getattr(outcome, "outcome", "") == "refused" and getattr(outcome, "command", None) not in named


@pytest.mark.parametrize("lang", sorted(SAID))
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_applied_is_what_the_model_says(seed: int, lang: str) -> None:
    made = made_up(seed, lang)
    assert differences(made) == [], made.case.commands


@pytest.mark.parametrize("lang", sorted(SAID))
@pytest.mark.parametrize("seed", range(100, 106))
def test_a_second_act_goes_on_where_the_first_ended(seed: int, lang: str) -> None:
    made = made_up(seed, lang)
    assert chained(made) == [], made.case.commands


def test_the_model_sees_a_difference() -> None:
    other = made_up(1, "rus")
    other.model.chapters[0].heading.words += " иначе"
    assert differences(other)[0].startswith("text")
