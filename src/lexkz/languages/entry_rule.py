"""How the rule of a clause on entry into force is read, whatever the language: the patterns are the language's."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from lexkz.languages.entry import EntryPart, EntryRule, EntryWords, RuleKind, Span
from lexkz.languages.entry_parts import Address
from lexkz.languages.folding import fold


@dataclass(frozen=True, slots=True)
class EntryPatterns:
    """What one language writes in such a clause; all patterns are searched in folded text."""

    clause: re.Pattern[str]
    """A line that tells of the entry into force of the act it stands in."""
    subject: re.Pattern[str]
    """The head of the clause that names the act."""
    signed: re.Pattern[str]
    since: re.Pattern[str]
    """From the day of publication."""
    following: re.Pattern[str]
    """After the day of publication."""
    after: re.Pattern[str]
    """So long after publication: group ``span``."""
    fixed: tuple[re.Pattern[str], ...]
    """A fixed day: groups ``year``, ``month`` (a word or two digits) and ``day``."""
    back: re.Pattern[str]
    """From when relations are covered that arose before: groups as in ``fixed``."""
    excepts: re.Pattern[str]
    """Words that except parts of the act."""
    cardinals: Mapping[str, int]
    spans: tuple[tuple[Span, re.Pattern[str]], ...]
    """Spans of time but calendar days, the first that is found."""
    one: re.Pattern[str]
    """A span that says its number by its form alone: «по истечении месяца»."""
    month: Callable[[str], int | None]
    main_clause: Callable[[str], str]
    """The clause without what it says of parts."""


def entry_words(
    patterns: EntryPatterns,
    parts: Callable[[str], tuple[tuple[tuple[Address, ...], str], ...] | None],
    tells_of_parts: Callable[[str], bool],
    unknown: str,
) -> EntryWords:
    """Return the words of a language; ``parts`` gives the units of a clause, each with the words of its rule."""

    def read_parts(line: str) -> tuple[EntryPart, ...] | None:
        found = parts(line)
        return None if found is None else tuple(EntryPart(units, read_rule(rule, patterns)) for units, rule in found)

    return EntryWords(
        is_clause=lambda line: patterns.clause.search(" ".join(fold(line).split())) is not None,
        read=lambda line: read_rule(line, patterns),
        parts=read_parts,
        tells_of_parts=tells_of_parts,
        unknown=unknown,
    )


def read_rule(line: str, patterns: EntryPatterns) -> EntryRule:
    """Return the rule of a clause; ``unread`` where it was not understood."""
    text = " ".join(line.split()).rstrip(" .")
    excepts = patterns.excepts.search(fold(text)) is not None
    folded = fold(patterns.main_clause(text))
    whole = patterns.subject.match(fold(text))
    said = text[whole.end() :] if whole else text
    back = patterns.back.search(folded)
    main = folded[: back.start()] + folded[back.end() :] if back else folded

    def rule(kind: RuleKind, count: int = 0, span: Span | None = None, day: date | None = None) -> EntryRule:
        return EntryRule(kind, said, count, span, day, _day(back, patterns), excepts)

    after = patterns.after.search(main)
    if after is not None:
        count = number(after["span"], patterns.cardinals)
        if count is None and patterns.one.fullmatch(after["span"].strip()):
            count = 1
        return rule("after_publication", count, _span(after["span"], patterns)) if count is not None else rule("unread")
    if patterns.signed.search(main):
        return rule("signature")
    if patterns.since.search(main):
        return rule("publication")
    if patterns.following.search(main):
        return rule("after_publication", 0, "calendar_day")
    day = next((day for pattern in patterns.fixed if (day := _day(pattern.search(main), patterns))), None)
    return rule("fixed", day=day) if day else rule("unread")


def number(words: str, cardinals: Mapping[str, int]) -> int | None:
    """Return the number in folded ``words``: "10 (он)", "он", "двадцати одного"; None where there is none."""
    total, found = 0, False
    for word in words.replace("(", " ").replace(")", " ").split():
        if word.isdigit():
            return int(word)
        if word in cardinals:
            total, found = total + cardinals[word], True
    return total if found else None


def _span(words: str, patterns: EntryPatterns) -> Span:
    return next((span for span, pattern in patterns.spans if pattern.search(words)), "calendar_day")


def _day(match: re.Match[str] | None, patterns: EntryPatterns) -> date | None:
    if match is None:
        return None
    month = int(match["month"]) if match["month"].isdigit() else patterns.month(match["month"])
    try:
        return date(int(match["year"]), month or 0, int(match["day"]))
    except ValueError:
        return None
