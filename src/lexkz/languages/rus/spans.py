"""Russian spans of numbers: «подпункты с 2) по 5)», «абзацы со второго по четвертый», «с 2) до 5) включительно»."""

from lexkz.languages.number_forms import Slips, is_number, says, spanned
from lexkz.languages.tokens import Token

NUMBER_FIRST = False
"""A number stands after its noun: «раздел А»."""
SIGNED = frozenset({"под", "со", "с", "знаком", "символом", "обозначенную", "отмеченную", "помеченную", "обозначенной"})
"""Words between the noun of a footnote and its stars: «сноску под знаком "*"»."""


def spans(tokens: tuple[Token, ...], slips: Slips) -> tuple[Token, ...]:
    """Return ``tokens`` with each "from … to …" between numbers as a number, a dash and a number.

    «до 5)» leaves open whether 5) is meant as well, «по 5)» and «до 5) включительно» say that it is.
    """
    if not any(token.type == "FROM" for token in tokens):
        return tokens
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        word, first, to, last = (*tokens[place : place + 4], *(None,) * 4)[:4]
        if (
            word is not None
            and first is not None
            and to is not None
            and last is not None
            and word.type == "FROM"
            and is_number(first)
            and says(to, "по", "до")
            and is_number(last)
        ):
            out.extend(spanned(first, last))
            place += 4
            if place < len(tokens) and says(tokens[place], "включительно"):
                place += 1
            elif says(to, "до"):
                slips.append(("amend.range_end", f"{word.text} {first.text} {to.text} {last.text}"))
            continue
        out.append(tokens[place])
        place += 1
    return tuple(out)
