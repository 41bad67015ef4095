"""The day from which a command says itself that it holds: «пункт 4 исключить с 1 января 2027 года».

Such a day is one token, ``SINCE``, or ``SINCE_APART`` where it stands alone in brackets. It is looked for only beside
the verbs that change units, and at an edge of a line that opens a unit («в пункте 5 с 1 июля 2025 года:»), which says
it of all commands below; a bracket that holds anything else stays a remark that no command reads. The grammar of a
repeal says itself where its day stands; of other commands it is taken out before they are read, and put to what they
say where there is no doubt that it is said of the whole of it (:func:`without_day`, :func:`with_day`).
"""

import re
from dataclasses import replace

from lexkz.languages.chunks import covering, printed
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token

_VERBS = frozenset({"REMOVE", "LOST", "WRITE", "SUPPLEMENT", "EXCHANGE", "COUNT", "MOVE", "SUSPEND", "RESUME", "RENEW"})
_DATED = frozenset({"replace", "insert", "repeal", "replace_words", "insert_words", "delete_words", "renumber", "move"})
"""Names of the clauses that can hold from a day of their own."""
_DAY = re.compile(r"\d{4} (?:год|жыл)|\d{2}\.\d{2}\.\d{4}")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 6
"""Tokens of the longest day: «с», day, month, year, «г» and its stop."""


def with_days(tokens: tuple[Token, ...], written: re.Pattern[str], lang: str) -> tuple[Token, ...]:
    """Return ``tokens`` with each day from which a repeal holds as one token; its value is the ISO day.

    ``written`` fits the whole of such a day, folded. For a day that no calendar has the value is None, and what names
    it is not read.
    """
    changes = any(token.type in _VERBS or token.type == "BRING" for token in tokens)
    if not changes and not (tokens and tokens[-1].type == "COLON"):
        return tokens
    years = [_YEAR.search(token.text) is not None for token in tokens]
    if not any(years):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type == "REMARK" and (day := _day(token.text[1:-1], written, lang)):
            out.append(replace(token, type="SINCE_APART", value=day))
            place += 1
            continue
        found: Token | None = None
        for length in range(_LONGEST, 1, -1):
            if not any(years[place : place + length]):
                break
            words = tokens[place : place + length]
            # In a line that only opens a unit a day within is one of a name.
            edge = changes or place == 0 or place + length == len(tokens) - 1
            if edge and len(words) == length and written.fullmatch(_plain(printed(words))):
                found = covering("SINCE", words, _day(printed(words), written, lang))
                break
        out.append(token if found is None else found)
        place += 1 if found is None else length
    return tuple(out)


def _day(text: str, written: re.Pattern[str], lang: str) -> str | None:
    plain = _plain(text)
    if written.fullmatch(plain) is None:
        return None
    since, until = words_of(lang).entry.period(plain)
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


def day_is_clear(tree: ParseTree[Token]) -> bool:
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


def without_day(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], Token, int] | None:
    """Return ``tokens`` without the one day that stands among them, the day, and how many tokens stand before it.

    None where there is none or several, where no calendar has it, or where it stands in the middle of a list.
    """
    places = [place for place, token in enumerate(tokens) if _is_day(token)]
    if len(places) != 1 or tokens[places[0]].value is None:
        return None
    (place,) = places
    rest = tokens[place + 1 :]
    if place == 0 and rest and rest[0].type == "COMMA":
        rest = rest[1:]
    if place and tokens[place - 1].type == "COMMA" and len(rest) == 1 and rest[0].type == "COLON":
        # «в пункте 5, с 1 июля 2025 года:»
        return (*tokens[: place - 1], *rest), tokens[place], place - 1
    if place and (tokens[place - 1].type in _JOINING or (rest and rest[0].type in _JOINING)):
        return None
    return (*tokens[:place], *rest), tokens[place], place


_JOINING = frozenset({"AND", "COMMA", "DASH"})


def with_day(tree: ParseTree[Token], day: Token, before: tuple[Token, ...]) -> "ParseTree[Token] | None":
    """Return a reading to which ``day``, which stood behind the tokens ``before``, is put as the day of its command.

    None where it may be said of less than the whole command: where there are several, and right behind several units.
    """
    clauses = [child for child in tree.children if not isinstance(child, Token)]
    if len(clauses) == 1 and clauses[0].data == "clause":
        # Several commands can share a verb: then the day may be that of one of them.
        inner = with_day(clauses[0], day, before)
        return (
            None
            if inner is None
            else ParseTree(tree.data, [inner if child is clauses[0] else child for child in tree.children])
        )
    if len(clauses) != 1 or clauses[0].data not in (*_DATED, "context"):
        return None
    if before:
        for node in tree.iter_subtrees():
            if node.data != "targets" or max(leaf.end for leaf in node.scan_values(lambda _: True)) != before[-1].end:
                continue
            if len(node.children) > 1 or (day.type == "SINCE_APART" and _several(node)):
                return None
    dated = ParseTree(clauses[0].data, [*clauses[0].children, ParseTree("since", [day])])
    return ParseTree(tree.data, [dated if child is clauses[0] else child for child in tree.children])


def _several(targets: ParseTree[Token]) -> bool:
    """Whether numbers stand in a row, or a span of them, in an address."""
    return any(
        node.data == "range" or (node.data == "numbers" and sum(_numbers(child) for child in node.children) > 1)
        for node in targets.iter_subtrees()
    )


def _numbers(child: "ParseTree[Token] | Token") -> bool:
    return not isinstance(child, Token) or child.type in ("NUM", "ORD")


def names_day(text: str) -> bool:
    """Return whether ``text`` names a day or a year of the calendar, in either language."""
    return _DAY.search(fold_spaces(text)) is not None
