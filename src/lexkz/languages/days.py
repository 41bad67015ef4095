"""The day from which a command says itself that it holds: «пункт 4 исключить с 1 января 2027 года».

Such a day is one token, ``SINCE``, or ``SINCE_APART`` where it stands alone in brackets. It is looked for only beside
the verbs by which units and acts fall away; a bracket that holds anything else stays a remark that no command reads.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lexkz.languages.chunks import covering, printed
from lexkz.languages.entry import entry
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.tokens import Token

if TYPE_CHECKING:
    from lark import Tree

_VERBS = frozenset({"REMOVE", "LOST"})
_DAY = re.compile(r"\d{4} (?:год|жыл)|\d{2}\.\d{2}\.\d{4}")
_LONGEST = 6
"""Tokens of the longest day: «с», day, month, year, «г» and its stop."""


def with_days(tokens: tuple[Token, ...], written: re.Pattern[str], lang: str) -> tuple[Token, ...]:
    """Return ``tokens`` with each day from which a repeal holds as one token; its value is the ISO day.

    ``written`` fits the whole of such a day, folded. For a day that no calendar has the value is None, and what names
    it is not read.
    """
    if not any(token.type in _VERBS for token in tokens):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == "REMARK" and (day := _day(token.text[1:-1], written, lang)):
            out.append(replace(token, type="SINCE_APART", value=day))
            place += 1
            continue
        for length in range(_LONGEST, 4, -1):
            words = tokens[place : place + length]
            if len(words) == length and written.fullmatch(_plain(printed(words))):
                out.append(covering("SINCE", words, _day(printed(words), written, lang)))
                place += length
                break
        else:
            out.append(token)
            place += 1
    return tuple(out)


def _day(text: str, written: re.Pattern[str], lang: str) -> str | None:
    plain = _plain(text)
    if written.fullmatch(plain) is None:
        return None
    since, until = entry(lang).period(plain)
    return since.isoformat() if since is not None and until is None else None


def _plain(text: str) -> str:
    return fold(" ".join(text.split()))


def days_kept(before: tuple[Token, ...], after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``after``, the chunks of ``before``, so that nothing reads it where a name has taken in a day.

    A repeal without its day would hold at once.
    """
    lost = [token for token in before if _is_day(token) and token not in after]
    return (*(replace(token, type="REMARK") for token in lost), *after)


def _is_day(token: Token) -> bool:
    return token.type in ("SINCE", "SINCE_APART")


def day_is_clear(tree: "Tree[Token]") -> bool:
    """Return whether a reading leaves no doubt what its day is said of; True where it has none.

    The day must be in the calendar. One command must be all of the sentence. A day right behind several units can be
    that of the last alone: behind addresses in a row, and in brackets behind numbers in a row.
    """
    days = [node for node in tree.iter_subtrees() if node.data == "since"]
    if not days:
        return True
    if len(days) > 1 or sum(not isinstance(child, Token) for child in tree.children) > 1:
        return False
    if any(isinstance(leaf, Token) and leaf.value is None for leaf in days[0].children):
        return False
    for node in tree.iter_subtrees():
        for before, child in zip(node.children, node.children[1:], strict=False):
            if child is not days[0] or isinstance(before, Token) or before.data != "targets":
                continue
            apart = any(isinstance(leaf, Token) and leaf.type == "SINCE_APART" for leaf in days[0].children)
            if len(before.children) > 1 or (apart and _several(before)):
                return False
    return True


def _several(targets: "Tree[Token]") -> bool:
    """Whether numbers stand in a row, or a span of them, in an address."""
    return any(
        node.data == "range" or (node.data == "numbers" and sum(_numbers(child) for child in node.children) > 1)
        for node in targets.iter_subtrees()
    )


def _numbers(child: "Tree[Token] | Token") -> bool:
    return not isinstance(child, Token) or child.type in ("NUM", "ORD")


def names_day(text: str) -> bool:
    """Return whether ``text`` names a day or a year of the calendar, in either language."""
    return _DAY.search(fold_spaces(text)) is not None
