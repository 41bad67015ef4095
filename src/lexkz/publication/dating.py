"""What the date of a text is: the day of entry into force of its changes, or another day that is all that is known."""

from dataclasses import dataclass

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import read_identity
from lexkz.akn.namespace import LEXKZ
from lexkz.consolidation.standing import standing_of
from lexkz.publication.act_data import DatedBy


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of an expression, and what it is."""

    date: str | None
    """ISO date by which versions are told apart and put in order."""
    dated_by: DatedBy
    in_force: str | None
    """ISO day of entry into force; None for a text that was never amended, and while the day is not known."""
    not_before: str | None
    """While the day of entry into force is not known: the ISO day before which the text cannot be in force."""
    rule: str | None
    """The clause on entry into force of the last amending act, as printed."""
    by: tuple[str, ...]
    """Work IRIs of the amending acts whose changes are in the text."""


def dating(root: etree._Element) -> Dating:
    """Return what the date of the text in ``root`` is, as its file carries it."""
    identity = read_identity(root)
    meta = akn_meta.of(root)
    entries = meta.findall(f".//{{{LEXKZ}}}entry")
    date = identity.expression_date
    consolidated = identity.expression_kind == "Consolidation"
    in_force = _in_force(entries, date) if consolidated else None
    dated_by: DatedBy
    if date is None:
        dated_by = "unknown"
    elif consolidated:
        dated_by = "in_force" if in_force else "amended"
    else:
        dated_by = "adopted" if date == identity.date else "edition"
    rule = entries[-1].get("rule") if entries else None
    bounds = [day for entry in entries if (day := entry.get("from") or entry.get("notBefore"))]
    not_before = max(bounds, default=None) if dated_by == "amended" else None
    return Dating(date, dated_by, in_force, not_before, rule, tuple(standing_of(meta).applied))


def _in_force(entries: list[etree._Element], date: str | None) -> str | None:
    """The date, where all amending acts that the text holds say that they were in force by then.

    Parts of an act whose day is still to come are held by a later expression, so only days up to the date count.
    """
    days = [entry.get("from") for entry in entries]
    if date is None or not days or any(day is None for day in days):
        return None
    return date if date in days or date in [entry.get("until") for entry in entries] else None
