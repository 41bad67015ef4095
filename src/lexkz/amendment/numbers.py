"""Numbers of units as commands write them: lists and ranges, spelled out one by one."""

from lexkz.akn.numbers import spread
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token


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
