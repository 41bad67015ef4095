"""Units narrowed by a bracket behind their number: «в статьях 9 (пункт 2), 11 и 13 (подпункт 3) пункта 1)».

They are told again as the addresses that they are, «в пункте 2 статьи 9, статье 11 и подпункте 3) пункта 1 статьи 13»;
in Kazakh «9-баптың 2-тармағында, 11-бапта». A bracket that says a unit again in another way («в части второй (абзаце
втором)») narrows nothing, and stays as it is.
"""

from dataclasses import replace
from itertools import pairwise

from lexkz.languages.tokens import Token
from lexkz.languages.unit_order import holds
from lexkz.languages.vocabulary import Noun

_NUMBERS = frozenset({"NUM", "ORD"})
_LINKS = frozenset({"COMMA", "AND"})
_OUTER = frozenset({"annex", "section", "chapter", "article", "paragraph", "subparagraph"})
_MOST = 24
"""Tokens of one bracket that are looked at."""

_Bracket = tuple[tuple[Token, ...], int]
"""The address within a bracket, and the place behind it."""


def narrowed(tokens: tuple[Token, ...], *, number_first: bool) -> tuple[Token, ...]:
    """Return ``tokens`` (classified) with such units as addresses; other brackets stay as they are."""
    if not any(token.type == "OPEN" for token in tokens):
        return tokens
    return _kazakh(tokens) if number_first else _russian(tokens)


def _russian(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for place, token in enumerate(tokens):
        noun = token.value
        if not (token.type.startswith("U_") and isinstance(noun, Noun) and noun.meaning in _OUTER):
            continue
        if "LOC" not in token.type or not place or tokens[place - 1].type not in ("IN", *_LINKS):
            continue
        out: list[Token] = []
        at, found = place + 1, False
        while at < len(tokens) and tokens[at].type in _NUMBERS:
            number = tokens[at]
            at += 1
            bracket = _bracket(tokens, at, token, number_first=False)
            one = replace(noun, plural=False)
            if bracket is None:
                out.extend((replace(token, type="U_LOC", value=replace(one, case="loc")), number))
            else:
                inner, at = bracket
                found = True
                out.extend((*inner, replace(token, type="U_GEN", value=replace(one, case="gen")), number))
            after = at
            while after < len(tokens) and tokens[after].type in _LINKS:
                after += 1
            if after == at or after >= len(tokens) or tokens[after].type not in _NUMBERS:
                break
            out.extend(tokens[at:after])
            at = after
        if found:
            return _russian((*tokens[:place], *out, *tokens[at:]))
    return tokens


def _kazakh(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for place, token in enumerate(tokens):
        if token.type != "OPEN" or not place:
            continue
        listed = tokens[place - 1].type in _NUMBERS
        # «16, 17 (1) және 2) тармақшаларында) және 18-тармақтарда»: the noun of the list stands behind the bracket.
        nouns = tokens[place + 1 :] if listed else (tokens[place - 1],) if tokens[place - 2].type in _NUMBERS else ()
        found = ((noun, _bracket(tokens, place, noun, number_first=True)) for noun in nouns if _placed(noun))
        noun, bracket = next(((noun, each) for noun, each in found if each is not None), (token, None))
        if bracket is None or not _placed(bracket[0][-1]) or not isinstance(noun.value, Noun):
            continue
        value, (inner, after) = noun.value, bracket
        own = replace(noun, type="U_GEN", value=replace(value, case="gen", plural=False))
        head = list(tokens[: place if listed else place - 1])
        if listed:
            own = replace(own, start=token.start, end=token.start)
            head = _each_with_its_noun(head, noun, value)
        return _kazakh((*head, own, *inner, *tokens[after:]))
    return tokens


def _each_with_its_noun(head: list[Token], noun: Token, value: Noun) -> list[Token]:
    """«16, 17 …»: the numbers before the last one with the noun that they share."""
    at = len(head) - 1
    begin = at
    while begin > 1 and head[begin - 1].type in _LINKS and head[begin - 2].type in _NUMBERS:
        begin -= 2
    out = head[:begin]
    for token in head[begin:at]:
        out.append(token)
        if token.type in _NUMBERS:
            out.append(replace(noun, start=token.end, end=token.end, value=replace(value, plural=False)))
    return [*out, head[at]]


def _placed(token: Token) -> bool:
    return token.type in ("U_LOC", "U_ATTR")


def _bracket(tokens: tuple[Token, ...], place: int, outer: Token, *, number_first: bool) -> _Bracket | None:
    """The address that the bracket at ``place`` holds, in the place that it has in ``outer``; None for any other."""
    noun = outer.value
    if place >= len(tokens) or tokens[place].type != "OPEN" or not isinstance(noun, Noun) or noun.meaning not in _OUTER:
        return None
    begin = place + 1 + (not number_first and place + 1 < len(tokens) and tokens[place + 1].type == "IN")
    for end in range(begin + 1, min(len(tokens), begin + _MOST)):
        swallowed = tokens[end].type == "NUM" and _has_bracket(tokens[end])
        if tokens[end].type != "CLOSE" and not swallowed:
            continue
        inner = list(tokens[begin:end])
        if swallowed:
            # «(подпункт 3) пункта 1)»: the bracket behind the last number closes.
            number = tokens[end]
            assert isinstance(number.value, tuple)
            both = number.text.endswith("))")
            inner.append(replace(number, text=number.text[:-1], value=(number.value[0], both)))
        address = _address(inner, noun, number_first=number_first)
        if address is not None:
            return address, end + 1
    return None


def _address(inner: list[Token], outer: Noun, *, number_first: bool) -> tuple[Token, ...] | None:
    """``inner`` as an address of units with numbers, each subpoint's number with its bracket; None where it is none."""
    out: list[Token] = []
    kinds: list[str] = []
    for at, token in enumerate(inner):
        if token.type == "CLOSE":
            before = out[-1] if out else None
            if before is None or before.type != "NUM" or _has_bracket(before) or inner[at - 1] is not before:
                return None
            assert isinstance(before.value, tuple)
            out[-1] = replace(before, text=f"{before.text})", end=token.end, value=(before.value[0], True))
            continue
        if token.type.startswith("U_") and isinstance(token.value, Noun):
            kinds.append(token.value.meaning)
        elif token.type not in _NUMBERS | _LINKS:
            return None
        out.append(token)
    for at, token in enumerate(out):
        if token.type in _NUMBERS:
            unit = _unit_of(out, at, number_first=number_first)
            if unit is None or (unit == "subparagraph") != (token.type == "NUM" and _has_bracket(token)):
                return None
    first, last = (out[-1], out[0]) if number_first else (out[0], out[-1])
    if not kinds or not first.type.startswith("U_") or last.type not in _NUMBERS:
        return None
    order = kinds if number_first else kinds[::-1]
    told = [outer.meaning, *order]
    if any(not holds(left, right) for left, right in pairwise(told)) or "part" in told[:-1]:
        return None
    if not number_first:
        noun = first.value
        assert isinstance(noun, Noun)
        out[0] = replace(first, type="U_LOC", value=replace(noun, case="loc"))
    return tuple(out)


def _unit_of(tokens: list[Token], at: int, *, number_first: bool) -> str | None:
    """The kind of unit that the number at ``at`` belongs to."""
    row = tokens[at:] if number_first else tokens[at::-1]
    value = next((token.value for token in row if token.type.startswith("U_")), None)
    return value.meaning if isinstance(value, Noun) else None


def _has_bracket(token: Token) -> bool:
    return isinstance(token.value, tuple) and len(token.value) == 2 and bool(token.value[1]) and ")" in token.text
