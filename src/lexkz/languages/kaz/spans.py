"""Kazakh spans of numbers: «2)-ден 5)-ке дейінгі тармақшалар», «екіншіден төртіншіге дейінгі абзацтар»; and of units:
«11-тармақтан бастап 13-тармақты қоса алғанға дейінгі тармақтар».
"""

import re
from dataclasses import dataclass, replace

from lexkz.languages.folding import fold
from lexkz.languages.kaz.ordinals import ordinal
from lexkz.languages.number_forms import Slips, is_number, says, spanned
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

NUMBER_FIRST = True
"""A number stands before its noun: «А бөлімі»."""
SIGNED = frozenset({"белгісімен", "белгісі", "таңбасы", "таңбасымен", "бар", "белгіленген", "қойылған"})
"""Words between the stars of a footnote and its noun: «"*" белгісі бар сілтеме»."""
_FROM = re.compile(r"(?:дан|ден|тан|тен|нан|нен)$")
_TO = re.compile(r"(?:ға|ге|қа|ке|на|не)$")
_ORDINAL = re.compile(r"(?:ың|ің|н)?(?:шы|ші)")
"""«4-ші абзац»: what makes an ordinal of a figure."""
_UP_TO = ("дейінгі", "дейін", "аралығындағы")
_INCLUDED = re.compile(r"алған(?:да(?:ғы)?|ға|ды)$|алып$|есептегенде$")
"""«қоса алғанда», «қоса алғанға дейінгі»: the last of a span belongs to it."""


def spans(tokens: tuple[Token, ...], slips: Slips) -> tuple[Token, ...]:
    """Return ``tokens`` with each "from … to …" between numbers as a number, a dash and a number.

    «5)-ке дейінгі» is what Kazakh has for both «по 5)» and «до 5)»: it is read with 5), and told; «қоса алғанда» says
    so.
    """
    tokens = tuple(
        token
        for place, token in enumerate(tokens)
        if not (token.joined and place and is_number(tokens[place - 1]) and _ORDINAL.fullmatch(fold(token.text)))
    )
    if not any(says(token, *_UP_TO, "қоса") for token in tokens):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        of_units = _of_units(tokens, place)
        if of_units is not None:
            out.extend(of_units.tokens)
            if not of_units.included:
                slips.append(_usual(of_units.tokens[0], of_units.tokens[2]))
            place = of_units.after
            continue
        first = _cased(tokens, place, _FROM)
        last = _cased(tokens, first[1], _TO) if first is not None else None
        end = last[1] if last is not None else len(tokens)
        if first is not None and last is not None and end < len(tokens) and says(tokens[end], *_UP_TO):
            out.extend(spanned(first[0], last[0]))
            place = _including(tokens, end + 1)
            if place == end + 1:
                slips.append(_usual(first[0], last[0]))
            continue
        out.append(tokens[place])
        place += 1
    return tuple(out)


def _usual(first: Token, last: Token) -> tuple[str, str]:
    return "amend.range_through", f"{first.text} … {last.text}"


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


@dataclass(frozen=True, slots=True)
class _UnitSpan:
    tokens: tuple[Token, ...]
    after: int
    """Place of the token behind it."""
    included: bool
    """True where it says that its last unit belongs to it."""


def _of_units(tokens: tuple[Token, ...], place: int) -> _UnitSpan | None:
    """Read «11-тармақтан бастап 13-тармақты қоса алғанға дейінгі тармақтар» at ``place``: the span and the place after.

    The noun that ends it tells the case; without one («… қоса алғанда алып тасталсын») the units are the object.
    """
    first = _unit(tokens, place, "abl")
    if first is None:
        return None
    after = first[2]
    began = after < len(tokens) and says(tokens[after], "бастап")
    after += began
    last = _unit(tokens, after, "acc") or _unit(tokens, after, "dat")
    if last is None or last[1].meaning != first[1].meaning:
        return None
    after = _including(tokens, last[2])
    said = included = after > last[2]
    if after < len(tokens) and says(tokens[after], *_UP_TO):
        to = after + 1
        after = _including(tokens, to)
        included = said or after > to
    elif not said:
        return None
    if last[1].case == "acc" and not said:
        return None
    number, dash, end = spanned(first[0], last[0])
    noun = tokens[after] if after < len(tokens) else None
    if noun is not None and isinstance(noun.value, Noun) and noun.type.startswith("U_"):
        if noun.value.meaning != first[1].meaning:
            return None
        return _UnitSpan((number, dash, end, replace(noun, joined=True)), after + 1, included)
    if noun is None or noun.joined or is_number(noun):
        return None
    plural = replace(last[1], case="nom", plural=True)
    said_last = tokens[last[2] - 1]
    unit = Token("U_NOM", said_last.text, said_last.start, tokens[after - 1].end, plural, joined=True)
    return _UnitSpan((number, dash, end, unit), after, included)


def _unit(tokens: tuple[Token, ...], place: int, case: str) -> tuple[Token, Noun, int] | None:
    """The number at ``place`` with its unit in ``case``, and the place after both."""
    if place + 1 >= len(tokens) or not is_number(tokens[place]):
        return None
    after = place + 1 + (tokens[place + 1].type == "DASH")
    noun = tokens[after].value if after < len(tokens) and tokens[after].type.startswith("U_") else None
    if not isinstance(noun, Noun) or noun.case != case:
        return None
    return tokens[place], noun, after + 1


def _including(tokens: tuple[Token, ...], place: int) -> int:
    """The place after «қоса алғанда», «(қоса алғанда)», «қоса алғанға», where they stand at ``place``."""
    opened = place < len(tokens) and tokens[place].type == "OPEN"
    at = place + opened
    if at + 1 < len(tokens) and says(tokens[at], "қоса") and _INCLUDED.match(fold(tokens[at + 1].text)):
        at += 2
        if not opened:
            return at
        return at + 1 if at < len(tokens) and tokens[at].type == "CLOSE" else place
    if not opened and at < len(tokens) and says(tokens[at], "алғандағы", "қоса"):
        return at + 1
    return place
