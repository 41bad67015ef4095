"""Numbers of units as commands write them: lists and ranges, spelled out one by one, and what their noun tells."""

import re
from typing import cast

from lexkz.akn.numbers import spread
from lexkz.amendment.addressing import Addressing
from lexkz.amendment.model import Kind
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun


def numbers(node: "ParseTree[Token] | None") -> tuple[str, ...]:
    """Return the numbers of a ``numbers`` node in order, ranges spelled out; ``()`` for None.

    Raises :class:`lexkz.akn.numbers.UnreadableRangeError` for a range such as "5-1 – 7".
    """
    if node is None:
        return ()
    found: list[str] = []
    for child in node.children:
        if isinstance(child, Token):
            if child.type in ("NUM", "ORD"):
                found.append(number(child))
        elif child.data == "range":
            ends = numbers(child)
            found.extend(spread(ends[0], ends[-1]))
    return tuple(found)


def number(token: Token) -> str:
    """Return the bare number of a NUM or ORD token: "3-1)" gives "3-1", «тоғызыншы» gives "9"."""
    value = token.value
    return str(value[0]) if isinstance(value, tuple) else str(value)


def unfolded(found: tuple[str, ...], node: ParseTree[Token], token: Token, addressing: Addressing) -> tuple[str, ...]:
    """Return the numbers ``found`` in a ``numbers`` node with the range that their noun ``token`` shows spelled out.

    «пункты 5-7» are three points where the noun is plural; «пункт 5-7» is one that stands after point 5-6. Where either
    can be meant, ``addressing`` gets a slip.
    """
    noun = cast(Noun, token.value)
    tokens = [child for child in node.children if isinstance(child, Token) and child.type == "NUM"]
    ranged = [token for token in tokens if _RANGE.fullmatch(number(token)) and _rising(number(token))]
    # «строку», «строкой» are one; only a form that can be a genitive is written like the plural.
    alike = noun.nominative in _PLURAL_ALIKE and "GEN" in token.type and addressing.lang != "kaz"
    singular = not noun.plural and not alike
    ordinals = [child.text for child in node.children if isinstance(child, Token) and child.type == "ORD"]
    # «части вторые»: a noun written alike in both numbers has its number from the ordinal.
    plural = noun.plural or (addressing.lang == "rus" and any(map(_PLURAL_ORDINAL.search, ordinals)))
    if plural and len(found) == 1 and not ranged:
        addressing.plurals.append(found[0])
    if len(ranged) != 1 or singular:
        return found
    inner = number(ranged[0])
    if any(other != inner and other.startswith(inner.partition("-")[0] + "-") for other in found):
        return found
    if not noun.plural or (len(found) > 1 and not any(dash in ranged[0].text for dash in "–—")):
        addressing.slips.append(("amend.range_doubtful", ranged[0].text))
    first, _, last = inner.partition("-")
    return tuple(each for one in found for each in (spread(first, last) if one == inner else (one,)))


_PLURAL_ORDINAL = re.compile(r"(?:ые|ых|ыми|ьи|ьих|ьими)$", re.IGNORECASE)
_RANGE = re.compile(r"\d+-\d+")
_PLURAL_ALIKE = frozenset({"статья", "часть", "глава", "строка", "графа", "форма", "таблица"})
"""Nouns whose genitive singular is written like their plural: «статьи 5-7»."""


def _rising(text: str) -> bool:
    first, _, last = text.partition("-")
    return int(first) < int(last)


def hyphen_missing(last: Token, noun: Token, kind: Kind) -> bool:
    """Return whether a number and its noun lack the hyphen that Kazakh joins them by.

    A bare number is joined («16-тармақ»), one with a bracket («3) тармақша») is not.
    """
    bracket = isinstance(last.value, tuple) and last.value[1]
    if not any(char.isalnum() for char in last.text):
        # «"*" белгісі бар сілтеме»: stars bear no hyphen.
        return False
    return not noun.joined and not bracket and kind != "subparagraph" and noun.start > last.start
