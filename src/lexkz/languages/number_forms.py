"""Numbers of units written in other ways than figure and noun: «с 2) по 5)», «раздел А», «7 -1», «пункте7».

What a language says of it (the words around a span, which units bear letters) stands in ``languages/<lang>/spans.py``;
the rest is told from the row of tokens. A slip is reported with the words that it stands in.
"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from lexkz.languages.chunks import covering
from lexkz.languages.folding import fold
from lexkz.languages.tokens import Token
from lexkz.languages.unit_order import holds
from lexkz.languages.vocabulary import Noun

Slips = list[tuple[str, str]]
_LETTERED = frozenset({"section", "subsection", "part", "chapter", "annex", "table", "form", "column"})
"""Large divisions and columns that bear a capital letter for a number: «раздел А», «Б бағаны»."""
_NUMBERS = ("NUM", "ORD")


class _Spans(Protocol):
    spans: Callable[[tuple[Token, ...], Slips], tuple[Token, ...]]
    NUMBER_FIRST: bool
    SIGNED: frozenset[str]


def number_forms(tokens: tuple[Token, ...], lang: str) -> tuple[tuple[Token, ...], tuple[tuple[str, str], ...]]:
    """Return ``tokens`` (classified) with such numbers as usual ones, and the slips found on the way."""
    own = cast(_Spans, import_module(f"lexkz.languages.{lang}.spans"))
    slips: Slips = []
    tokens = _bracketed(_glued(tokens, slips, first=own.NUMBER_FIRST), slips)
    tokens = _lettered(_starred(tokens, own.SIGNED, first=own.NUMBER_FIRST), first=own.NUMBER_FIRST)
    tokens = _without_sign(_parted(tokens, slips), first=own.NUMBER_FIRST)
    tokens = tokens if own.NUMBER_FIRST else _without_stops(tokens)
    tokens = _without_stray_commas(tokens, slips, first=own.NUMBER_FIRST)
    tokens = own.spans(tokens, slips)
    return tokens, tuple(slips)


def _glued(tokens: tuple[Token, ...], slips: Slips, *, first: bool) -> tuple[Token, ...]:
    """«в пункте7», «мазмұндағы6) тармақша»: a number at the end of a unit's noun, or of a word of commands before one,
    is the unit's number; elsewhere it is part of a name."""
    if all(token.type != "GLUED" for token in tokens):
        return tokens
    out: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "GLUED":
            behind = bool(out) and out[-1].type.startswith("U_")
            ahead = first and bool(out) and out[-1].type not in _NO_COMMAND and _heads_unit(tokens[place + 1 :])
            # «7) и8)»: behind the number before it.
            listed = len(out) > 1 and out[-1].type == "AND" and out[-2].type in _NUMBERS
            if behind or ahead or listed:
                slips.append(("amend.space_missing", f"{out[-1].text}{token.text}"))
                number = token.text.replace("–", "-")
                token = Token("NUM", token.text, token.start, token.end, value=(number, False))
            else:
                token = Token("WORD", token.text, token.start, token.end)
        out.append(token)
    return tuple(out)


_NO_COMMAND = frozenset({"WORD", "GLUED", "QUOTED", "MARK"})


def _heads_unit(after: tuple[Token, ...]) -> bool:
    """«6) тармақша», «6-тармақ»: the noun of a unit right behind a number, or behind its bracket."""
    after = after[1:] if after and after[0].type == "CLOSE" else after
    return bool(after) and after[0].type.startswith("U_")


def _bracketed(tokens: tuple[Token, ...], slips: Slips) -> tuple[Token, ...]:
    """«2 ) тармақшасы»: a bracket that nothing opens, behind a blank, is that of the number before it."""
    out: list[Token] = []
    opened = 0
    for token in tokens:
        opened += token.type == "OPEN"
        before = out[-1] if out else None
        number = before.value if before is not None and before.type == "NUM" else None
        if token.type == "CLOSE" and not opened and before is not None and isinstance(number, tuple):
            slips.append(("amend.spelling", f"{before.text} )"))
            token = Token("NUM", f"{before.text})", before.start, token.end, value=(number[0], True))
            out.pop()
        elif token.type == "CLOSE" and opened:
            opened -= 1
        out.append(token)
    return tuple(out)


def _lettered(tokens: tuple[Token, ...], *, first: bool) -> tuple[Token, ...]:
    """A capital letter beside the noun of a large division is its number."""
    if not any(_is_letter(token) for token in tokens):
        return tokens
    out = list(tokens)
    for place, token in enumerate(tokens):
        beside = place + 1 if first else place - 1
        noun = tokens[beside].value if 0 <= beside < len(tokens) and tokens[beside].type.startswith("U_") else None
        if _is_letter(token) and isinstance(noun, Noun) and noun.meaning in _LETTERED:
            out[place] = Token("NUM", token.text, token.start, token.end, value=(token.text, False))
    return tuple(out)


def _without_sign(tokens: tuple[Token, ...], *, first: bool) -> tuple[Token, ...]:
    """«приложение № 2», «№ 2 қосымша»: the sign of a number between a unit's noun and its number says nothing."""
    if all(token.type != "NO" for token in tokens):
        return tokens
    signed = [
        place
        for place, token in enumerate(tokens)
        if token.type == "NO" and [each.type for each in tokens[place + 1 : place + 2]] == ["NUM"]
    ]
    dropped: set[int] = set()
    # In a list each number has its sign («приложения № 2 и № 3»); the one at the noun is looked at first.
    for place in reversed(signed) if first else signed:
        beside = place + 2 if first else place - 1
        lists = ("COMMA", "AND")
        if not 0 <= beside < len(tokens):
            continue
        far = place + 3 if first else place - 3
        in_list = tokens[beside].type in lists and far in dropped
        if tokens[beside].type.startswith("U_") or in_list:
            dropped.add(place)
    return tuple(token for place, token in enumerate(tokens) if place not in dropped)


def _without_stops(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«пункты 5.1. и 5.2. исключить»: the stop behind a number as the act prints it, within a sentence."""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        behind = bool(out) and out[-1].type == "NUM" and out[-1].end == token.start
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        goes_on = after is not None and after.type in ("AND", "COMMA", "WRITE", "REMOVE", "SUPPLEMENT", "RECOGNISE")
        if token.type == "DOT" and behind and goes_on and _in_list(out):
            continue
        out.append(token)
    return tuple(out)


def _in_list(tokens: list[Token]) -> bool:
    at = len(tokens) - 1
    while at > 0 and tokens[at].type in ("NUM", "ORD", "COMMA", "AND"):
        at -= 1
    return tokens[at].type.startswith("U_")


def _starred(tokens: tuple[Token, ...], signed: frozenset[str], *, first: bool) -> tuple[Token, ...]:
    """Stars beside the noun of a footnote, in quotes or without, are its number: «сноску "**"», «* сілтемесі».

    ``signed``: folded words that say between the two that the stars are its sign: «под знаком», «белгісі бар».
    """
    if not any("*" in token.text for token in tokens):
        return tokens
    step, between = (1, _BETWEEN) if first else (-1, frozenset({"COMMA"}))
    out: list[Token] = []
    for token in tokens:
        if token.type == "MARK" and token.text == "*":
            if out and out[-1].type == "STARS" and out[-1].end == token.start:
                token = replace(token, start=out[-1].start, text=f"{out.pop().text}*")
            token = replace(token, type="STARS")
        out.append(token)
    said: set[int] = set()
    for place, token in enumerate(out):
        beside = place + step
        while 0 <= beside < len(out) and (out[beside].type in between or fold(out[beside].text) in signed):
            beside += step
        noun = out[beside].value if 0 <= beside < len(out) and out[beside].type.startswith("U_") else None
        stars = token.type == "STARS" or (token.type == "QUOTED" and not token.text.strip("* "))
        if stars and isinstance(noun, Noun) and noun.meaning in _STARRED:
            out[place] = replace(token, type="NUM", value=("".join(token.text.split()), False))
            between_both = range(min(place, beside) + 1, max(place, beside))
            said.update(between_both)
            if not first and any(out[each].type == "COMMA" for each in between_both):
                # «сноску, обозначенную знаком "*", исключить»: the comma that ends what the first one set off.
                said.update(at for at in (place + 1,) if [each.type for each in out[at : at + 1]] == ["COMMA"])
        elif token.type == "STARS":
            out[place] = replace(token, type="MARK")
    return tuple(token for place, token in enumerate(out) if place not in said)


_STARRED = frozenset({"footnote", "note"})
_BETWEEN = frozenset({"DEGEN", "DASH"})
"""What Kazakh sets between stars and their noun: «"*" деген сілтеме», «*-сілтеме»."""


def _is_letter(token: Token) -> bool:
    return token.type in ("WORD", "AND", "IN", "TO", "FROM") and len(token.text) == 1 and token.text.isupper()


def _parted(tokens: tuple[Token, ...], slips: Slips) -> tuple[Token, ...]:
    """«7 -1»: a number with a lower one behind its dash is one number, since no range runs down."""
    out: list[Token] = []
    for token in tokens:
        if (
            len(out) > 1
            and out[-1].type == "DASH"
            and out[-2].type == token.type == "NUM"
            and _figures(out[-2]).replace("-", "").isdigit()
            and _figures(token).isdigit()
            and not _bracket(out[-2])
            and int(_figures(out[-2]).rpartition("-")[2]) >= int(_figures(token))
        ):
            whole = (out[-2], out[-1], token)
            value = (f"{_figures(out[-2])}-{_figures(token)}", _bracket(token))
            del out[-2:]
            out.append(covering("NUM", whole, value))
            slips.append(("amend.space_in_number", out[-1].text))
            continue
        out.append(token)
    return tuple(out)


def _without_stray_commas(tokens: tuple[Token, ...], slips: Slips, *, first: bool) -> tuple[Token, ...]:
    """«в подпунктах 1), 2), пункта 3», «1), 2), тармақшалары»: a comma between a list of numbers and its unit is none.

    Left in, it would part one address into two: subpoints 4 and 5, and the whole of article 7.
    """
    out: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "COMMA" and (begin := _list_before(tokens, place)) is not None:
            stray = _before_its_noun(tokens, place) if first else _before_its_outer(tokens, begin, place)
            if stray:
                slips.append(("amend.comma_stray", f"{tokens[place - 1].text}, {tokens[place + 1].text}"))
                continue
        out.append(token)
    return tuple(out)


def _list_before(tokens: tuple[Token, ...], end: int) -> int | None:
    """The place at which a list of two numbers or more begins that ends before ``end``; None without such a list."""
    begin = end
    while begin and (is_number(tokens[begin - 1]) or (tokens[begin - 1].type in ("COMMA", "AND") and begin < end)):
        begin -= 1
    while begin < end and not is_number(tokens[begin]):
        begin += 1
    row = [is_number(token) for token in tokens[begin:end]]
    return begin if sum(row) > 1 and not all(row) else None


def _unit(tokens: tuple[Token, ...], place: int) -> Noun | None:
    if not 0 <= place < len(tokens) or not tokens[place].type.startswith("U_"):
        return None
    value = tokens[place].value
    return value if isinstance(value, Noun) else None


def _before_its_noun(tokens: tuple[Token, ...], place: int) -> bool:
    """Numbers stand before their noun; units that bear none have a comma of their own."""
    noun = _unit(tokens, place + 1)
    return noun is not None and noun.meaning in _BEARING


def _before_its_outer(tokens: tuple[Token, ...], begin: int, place: int) -> bool:
    """Numbers stand after their noun; the unit around follows in the genitive, with one number: «статьи 7».

    With several numbers («статьи 7 и 8») it can be a plural beside the list: the comma is then left.
    """
    inner, outer = _unit(tokens, begin - 1), _unit(tokens, place + 1)
    if inner is None or outer is None or inner.meaning not in _BEARING or outer.meaning not in _BEARING:
        return False
    if inner.case == "gen" or "gen" not in outer.case.split("/"):
        return False
    after = tokens[place + 2 : place + 5]
    spans = "–—" if outer.case == "gen" else "-–—"
    one = bool(after) and is_number(after[0]) and not any(dash in after[0].text for dash in spans)
    goes_on = len(after) > 1 and (
        after[1].type == "DASH" or (len(after) > 2 and after[1].type in ("COMMA", "AND") and is_number(after[2]))
    )
    return holds(outer.meaning, inner.meaning) and one and not goes_on


_BEARING = frozenset(
    {
        "annex",
        "section",
        "subsection",
        "chapter",
        "subchapter",
        "article",
        "paragraph",
        "subparagraph",
        "part",
        "alinea",
        "sentence",
    }
)
"""Units that bear numbers."""


def _figures(token: Token) -> str:
    return str(token.value[0]) if isinstance(token.value, tuple) else token.text


def _bracket(token: Token) -> bool:
    return isinstance(token.value, tuple) and bool(token.value[1])


def spanned(first: Token, last: Token) -> tuple[Token, ...]:
    """Return a span between two numbers as the grammar has it: number, dash, number."""
    return (first, Token("DASH", "–", first.end, first.end), last)


def is_number(token: Token) -> bool:
    """Return whether a token is a number of a unit, in figures, as a letter or in words."""
    return token.type in _NUMBERS


def says(token: Token, *words: str) -> bool:
    """Return whether a token is one of ``words``, which are folded."""
    return fold(token.text) in words
