"""Quotes and brackets that do not pair up, in the title and in every passage."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lexkz.checks.draft import DraftAct, Passage
from lexkz.findings import Finding, quoting

_ENUMERATOR = re.compile(r"(?:^|(?<=[\s(,«\"–-]))(?:\d+(?:-\d+)*|[^\W\d_])\)")
"""A bracket that closes the number of a subpoint: «3)», «а)»."""


def quotes(draft: DraftAct) -> Iterator[Finding]:
    """Yield passages with an odd number of straight quotes, or with guillemets that do not nest.

    A quotation may run over several passages: what one leaves open, a later one of the same document may close.
    """
    for passages in _documents(draft):
        yield from _odd(passages, _straight)
        yield from _odd(passages, _nested)


def brackets(draft: DraftAct) -> Iterator[Finding]:
    """Yield passages whose brackets do not pair up. A label of a form may run over into the next passage."""
    for passages in _documents(draft):
        place = 0
        while place < len(passages):
            first = passages[place]
            low, high = _balance(first.text)
            after = place + 1
            if low > 0 and after < len(passages) and _balance(passages[after].text)[1] < 0:
                more_low, more_high = _balance(passages[after].text)
                low, high, after = low + more_low, high + more_high, after + 1
            if low > 0 or high < 0:
                yield quoting("check.brackets_unbalanced", first.full, first.place)
            place = after


def _documents(draft: DraftAct) -> Iterator[tuple[Passage, ...]]:
    for _, group in groupby(draft.passages, key=lambda passage: (passage.zone, passage.scope)):
        yield tuple(group)


def _straight(text: str) -> int:
    # "__" in the date of a form pairs like any other; the sign of inches after a figure does not count.
    return len(re.sub(r'(?<=\d)"(?=\s*(?:x|х|[,)]))', "", text).split('"')) % 2 == 0


def _nested(text: str) -> int:
    # “ closes what „ opens, and opens what ” closes.
    low = text.count("„")
    high = text.count("“") * (-1 if low else 1)
    return text.count("«") + low + high - text.count("»") - text.count("”")


def _odd(passages: Sequence[Passage], measure: Callable[[str], int]) -> Iterator[Finding]:
    odd = [passage for passage in passages if measure(passage.full)]
    while odd:
        first = odd.pop(0)
        if odd and first.zone != "title" and _goes_on(passages, first, odd[0]):
            odd.pop(0)
            continue
        yield quoting("check.quotes_unbalanced", first.full, first.place)


def _goes_on(passages: Sequence[Passage], first: Passage, second: Passage) -> bool:
    """True where a quotation that ``first`` opens ends in ``second``: the next, or one that ends with quotes."""
    return passages.index(second) == passages.index(first) + 1 or (_opens(first.text) and _closes(second.text))


def _opens(text: str) -> bool:
    return text[:1] in ('"', "«", "“", "„")


def _closes(text: str) -> bool:
    return text.rstrip(".;,")[-1:] in ('"', "»", "”")


def _balance(text: str) -> tuple[int, int]:
    """Return the least and the most by which openings exceed closings: the bracket of «3)» may close or may not."""
    opened, closed = text.count("("), text.count(")")
    free = len(_ENUMERATOR.findall(text))
    return opened - closed, opened - closed + free
