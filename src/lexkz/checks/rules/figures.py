"""Numbers in figures and, in brackets behind them, in words: «10 (пятнадцать) дней»."""

import re
from collections.abc import Iterator

from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting
from lexkz.languages.number_words import spelled_numbers

_BOTH = re.compile(r"(?<![\d.,/-])(?P<figures>\d{1,3}(?:[ \xa0]\d{3})*|\d+) ?\((?P<words>[^()\d]{2,60})\)")
"""A number in figures with words in brackets behind it."""


def said_twice(draft: DraftAct) -> Iterator[Finding]:
    """Yield numbers whose figures and words differ. Words that are no number through and through are left alone."""
    for passage in draft.passages:
        for match in _BOTH.finditer(passage.text):
            found = spelled_numbers(match["words"], draft.lang)
            if len(found) != 1 or found[0].joined or match["words"].strip()[found[0].start : found[0].end] == "":
                continue
            whole = found[0].start == 0 and found[0].end == len(match["words"].rstrip())
            if whole and found[0].value != int(re.sub(r"\D", "", match["figures"])):
                yield quoting("check.number_words", match.group(), passage.place)
