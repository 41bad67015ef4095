"""The rule of a clause on entry into force: spans of time and days in words and figures, whatever the language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lexkz.languages.entry import EntryRule, RuleKind, Span

SpanWords = tuple[tuple[re.Pattern[str], Span | None], ...]
"""Words of a span, each whole; None for those that only say that days are counted by the calendar."""


@dataclass(frozen=True, slots=True)
class RulePattern:
    """One way of saying from when; searched in folded text, at a place."""

    kind: RuleKind
    pattern: re.Pattern[str]
    """Group ``span`` of ``after_…`` holds how long; without it, the rule is "after the day of"."""


@dataclass(frozen=True, slots=True)
class Times:
    """How one language writes days and spans of time."""

    rules: tuple[RulePattern, ...]
    cardinals: Mapping[str, int]
    spans: SpanWords
    month: Callable[[str], int | None]


def rule_at(folded: str, start: int, printed: str, times: Times) -> tuple[EntryRule, int] | None:
    """Return the rule whose words begin at ``start``, with where they end; None where none does or its day is none."""
    for one in times.rules:
        match = one.pattern.match(folded, start)
        if match is None:
            continue
        text = printed[start : match.end()].rstrip(" ,")
        if one.kind == "fixed":
            day = day_of(match, times)
            return None if day is None else (EntryRule("fixed", text, day=day), match.end())
        if not one.kind.startswith("after_"):
            return EntryRule(one.kind, text), match.end()
        said = match.groupdict().get("span")
        span = ("calendar_day", 0) if said is None else span_of(said, times)
        if span is not None:
            unit: Span = span[0]  # type: ignore[assignment]
            return EntryRule(one.kind, text, span[1], unit), match.end()
    return None


def span_of(words: str, times: Times) -> tuple[Span, int] | None:
    """Return unit and number of a folded span: «10 (десяти) календарных дней», «алты ай», «месяца» (1).

    None where any word of it is not known: a span is read whole or not at all.
    """
    figure, spelled, unit = None, 0, None
    for word in words.replace("(", " ").replace(")", " ").split():
        named = next(((span,) for pattern, span in times.spans if pattern.fullmatch(word)), None)
        if word.isdigit():
            if figure is not None:
                return None
            figure = int(word)
        elif word in times.cardinals:
            spelled += times.cardinals[word]
        elif named is not None:
            # «рабочих дней»: the day that follows adds nothing to the kind of day.
            unit = unit if unit == "working_day" else named[0] or unit
        else:
            return None
    if unit is None or (figure is not None and spelled and figure != spelled):
        return None
    count = figure if figure is not None else spelled
    if not count and unit in ("calendar_day", "working_day"):
        return None
    return unit, count or 1


def day_of(match: re.Match[str], times: Times) -> date | None:
    """Return the day of a match with groups ``day``, ``month`` (a word), ``year``, or ``d``, ``m``, ``y`` in figures.

    The group ``through`` makes it the last day, so that the day after is returned.
    """
    groups = match.groupdict()
    if groups.get("y"):
        year, month, day = int(groups["y"]), int(groups["m"]), int(groups["d"])
    else:
        year, month, day = int(groups["year"]), times.month(groups["month"]) or 0, int(groups["day"])
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found + timedelta(days=1) if groups.get("through") and found < date.max else found
