"""The steps of a workspace: what an amending act made of one text, and the pages and files that show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lexkz.akn.meta import read_identity
from lexkz.consolidate.report import Report
from lexkz.publish.change import Change, gather
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.names import step_page
from lexkz.workspace.site.reports import read_report


@dataclass(frozen=True)
class Step:
    """One amending act, one text before it and after it."""

    name: str
    """The page that shows it."""
    amending: Text
    before: Text
    after: Text
    report: Report

    @cached_property
    def change(self) -> Change:
        """What the commands made of the text; gathered at first use."""
        assert self.amending.reading is not None
        return gather(self.amending.act, self.amending.reading, self.before.act, self.after.act, self.report)


def steps(amending: Text, texts: Library) -> Iterator[Step]:
    """Give the steps of an amending act, text by text. Texts whose base is not in the workspace are left out.

    An act whose parts enter into force on different days is applied in several steps.
    """
    for act_id in texts.ids:
        versions = texts.of(act_id, amending.lang)
        made = 0
        for after in versions:
            if after.report is None:
                continue
            report = read_report(after.report)
            concerned = any(one.by == amending.work and one.outcome != "other_base" for one in report.commands)
            before = _before(report, after, versions)
            if before is None or not concerned:
                continue
            yield Step(
                step_page(amending.id, act_id, amending.lang, after.date if made else None),
                *(amending, before, after, report),
            )
            made += 1


def _before(report: Report, after: Text, versions: tuple[Text, ...]) -> Text | None:
    """The text that was changed. A report cannot name the text of an act without a number: there it is the latest
    earlier one that does not hold what these commands made."""
    if report.base:
        return next((one for one in versions if read_identity(one.act.root).expression == report.base), None)
    own = _applied(report)
    earlier = versions[: versions.index(after)]
    return next(
        (one for one in reversed(earlier) if one.report is None or not own & _applied(read_report(one.report))), None
    )


def _applied(report: Report) -> set[tuple[str, str]]:
    return {(one.by, one.command) for one in report.commands if one.outcome in ("applied", "ruled")}
