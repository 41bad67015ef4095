"""Kazakh spans of numbers: «2)-ден 5)-ке дейінгі тармақшалар», «екіншіден төртіншіге дейінгі абзацтар»."""

import re

from lexkz.languages.folding import fold
from lexkz.languages.kaz.ordinals import ordinal
from lexkz.languages.number_forms import is_number, says, spanned
from lexkz.languages.tokens import Token

NUMBER_FIRST = True
"""A number stands before its noun: «А бөлімі»."""
_FROM = re.compile(r"(?:дан|ден|тан|тен|нан|нен)$")
_TO = re.compile(r"(?:ға|ге|қа|ке|на|не)$")
_ORDINAL = re.compile(r"(?:ың|ің|н)?(?:шы|ші)")
"""«4-ші абзац»: what makes an ordinal of a figure."""
_UP_TO = ("дейінгі", "дейін", "аралығындағы")


def spans(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each "from … to …" between numbers as a number, a dash and a number."""
    tokens = tuple(
        token
        for place, token in enumerate(tokens)
        if not (token.joined and place and is_number(tokens[place - 1]) and _ORDINAL.fullmatch(fold(token.text)))
    )
    if not any(says(token, *_UP_TO) for token in tokens):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        first = _cased(tokens, place, _FROM)
        last = _cased(tokens, first[1], _TO) if first is not None else None
        end = last[1] if last is not None else len(tokens)
        if first is not None and last is not None and end < len(tokens) and says(tokens[end], *_UP_TO):
            out.extend(spanned(first[0], last[0]))
            place = end + 1
            if place < len(tokens) and says(tokens[place], "қоса", "алғандағы"):
                place += 1
            continue
        out.append(tokens[place])
        place += 1
    return tuple(out)


def _cased(tokens: tuple[Token, ...], place: int, ending: re.Pattern[str]) -> tuple[Token, int] | None:
    """The number at ``place`` with the ending of a case, «2)-ден», «екіншіден», and the place after it."""
    if place >= len(tokens):
        return None
    token = tokens[place]
    if is_number(token):
        after = place + 1
        if after < len(tokens) and tokens[after].type == "DASH":
            after += 1
        if after < len(tokens) and ending.fullmatch(fold(tokens[after].text)):
            return token, after + 1
        return None
    stem = ending.sub("", fold(token.text))
    if token.type != "WORD" or stem == fold(token.text):
        return None
    found = ordinal((stem,))
    return (Token("ORD", token.text, token.start, token.end, str(found[0])), place + 1) if found else None
