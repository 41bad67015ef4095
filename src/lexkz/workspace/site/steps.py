"""The steps of a workspace: what an amending act made of one text, and the pages and files that show it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lexkz.akn.meta import read_identity
from lexkz.consolidation.report import Report
from lexkz.publication.change import ActChange, gather
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.names import step_page


@dataclass(frozen=True)
class ExpressionStep:
    """One amending act, one text before it and after it."""

    name: str
    """The page that shows it."""
    amending: Text
    before: Text
    after: Text
    report: Report

    @cached_property
    def change(self) -> ActChange:
        """What the commands made of the text; gathered at first use."""
        assert self.amending.reading is not None
        earlier = outcomes_in(self.amending.work, self.before)
        # What an earlier step of the same act made, or could not, is shown there.
        own = tuple(
            one
            for one in self.report.commands
            if one.by != self.amending.work or (one.command, one.outcome) not in earlier
        )
        report = replace(self.report, commands=own)
        return gather(self.amending.act, self.amending.reading, self.before.act, self.after.act, report)


def steps(amending: Text, texts: Library) -> tuple[ExpressionStep, ...]:
    """Return the steps of an amending act, text by text. Texts whose base is not in the workspace are left out.

    An act whose parts enter into force on different days is applied in several steps.
    """
    kept = texts.worked_out
    if amending not in kept:
        kept[amending] = tuple(_steps(amending, texts))
    found: tuple[ExpressionStep, ...] = kept[amending]
    return found


def _steps(amending: Text, texts: Library) -> Iterator[ExpressionStep]:
    for act_id in texts.amended_by(amending.work, amending.lang):
        versions = texts.of(act_id, amending.lang)
        made = 0
        for after in versions:
            report = after.told
            if report is None:
                continue
            before = _before(report, after, versions)
            if before is None or not _is_step(amending.work, after, before):
                continue
            yield ExpressionStep(
                step_page(amending.id, act_id, amending.lang, after.date if made else None),
                *(amending, before, after, report),
            )
            made += 1


def made_by(after: Text, texts: Library) -> Iterator[tuple[Text, str]]:
    """Give the amending acts that made a text of the one before it, each with the page of that step."""
    versions = texts.of(after.id, after.lang)
    place = versions.index(after)
    if after.told is None or not place:
        return
    for work in dict.fromkeys(one.by for one in after.told.commands):
        found = texts.find(work, after.lang)
        if found is None or found.lang != after.lang:
            continue
        amending = texts.of(found.id, found.lang)[0]
        due = [outcomes_in(work, version) for version in versions[: place + 1]]
        if due[place] - due[place - 1]:
            earlier = any(due[at] - due[at - 1] for at in range(1, place))
            yield amending, step_page(amending.id, after.id, after.lang, after.date if earlier else None)


def _before(report: Report, after: Text, versions: tuple[Text, ...]) -> Text | None:
    """The text that was changed: the one in force the day before, that is, the version before; else the base itself."""
    place = versions.index(after)
    if place:
        return versions[place - 1]
    return next((one for one in versions if read_identity(one.act.root).expression == report.base), None)


def _is_step(work: str, after: Text, before: Text) -> bool:
    """True where an act did something, or was refused, in ``after`` that it had not in the version before.

    Commands that are not yet in force make no step, and what an earlier step made is none of this one.
    """
    return bool(outcomes_in(work, after) - outcomes_in(work, before))


def outcomes_in(work: str, text: Text) -> frozenset[tuple[str, str]]:
    """Return the commands of an act about a text that are due in it, each with its outcome."""
    return text.outcomes.get(work, frozenset())
