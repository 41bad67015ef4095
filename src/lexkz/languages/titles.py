"""Titles of acts that hold a title: in orders one closing mark serves both, or one opening mark does.

«приказ … № 52 "О внесении изменения в приказ … № 51 "Об утверждении цен" (зарегистрирован …)»,
«"Бағалар туралы" … № 51 бұйрығына өзгеріс енгізу туралы" … № 52 бұйрығы». This is the rule in orders that amend or
repeal amending orders, not a slip.
"""

from lexkz.languages.chunks import covering, printed
from lexkz.languages.folding import fold
from lexkz.languages.tokens import OPENING, Token

_OPENS = frozenset(OPENING) | {'"'}
_CLOSES = frozenset(OPENING.values()) | {'"'}
_AFTER = frozenset({"OPEN", "SEMI", "DOT", "COLON", "FOLLOWING", "BRING", "NO", "THIS", "RECOGNISE", "NEXT"})
"""What can follow a title whose closing mark closes the title within it, too."""


def mended(tokens: tuple[Token, ...], *, cited: bool = False) -> tuple[Token, ...]:
    """Return ``tokens`` with each title that lacks an opening or a closing mark as one quotation.

    ``cited``: they are a line of a list of acts, which cites one without saying its kind.
    """
    return _unopened(_unclosed(tokens, cited=cited))


def _unclosed(tokens: tuple[Token, ...], *, cited: bool = False) -> tuple[Token, ...]:
    """A mark that opens beside a cited act, and a quotation within it that ends where the title must."""
    for place, token in enumerate(tokens):
        cited = (cited or token.type.startswith("A_")) and not token.type.startswith("W_")
        if token.type != "MARK" or token.text not in _OPENS or not cited or not _opens(tokens, place):
            continue
        last = next((end for end in range(place + 1, len(tokens)) if _ends_title(tokens, end)), None)
        if last is not None:
            whole = tokens[place : last + 1]
            text = printed(tokens[place + 1 : last + 1])
            merged = covering("QUOTED", whole, (token.text, OPENING.get(token.text, token.text)))
            merged = Token("QUOTED", text, merged.start, merged.end, merged.value)
            return (*tokens[:place], merged, *_unclosed(tokens[last + 1 :]))
    return tokens


def _opens(tokens: tuple[Token, ...], place: int) -> bool:
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is not None and following.start == tokens[place].end


def _ends_title(tokens: tuple[Token, ...], place: int) -> bool:
    if tokens[place].type != "QUOTED":
        return False
    if place + 1 == len(tokens):
        return True
    after = tokens[place + 1]
    if after.type in ("COMMA", "AND"):
        beyond = tokens[place + 2] if place + 2 < len(tokens) else None
        return after.type == "COMMA" and (beyond is None or (beyond.type != "QUOTED" and fold(beyond.text) != "и"))
    return after.type in _AFTER or fold(after.text) == "от"


def _unopened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A mark that closes what a quotation before it opened: the title goes on from that quotation to the mark."""
    begin = 0
    for place, token in enumerate(tokens):
        if token.type in ("SEMI", "COLON", "DEGEN") or token.type.startswith("W_"):
            begin = place + 1
        if token.type != "MARK" or token.text not in _CLOSES or not _closes(tokens, place):
            continue
        first = next((at for at in range(begin, place) if tokens[at].type == "QUOTED"), None)
        if first is None:
            continue
        whole = tokens[first : place + 1]
        # Its opening mark is that of the title within it, which the text shows already.
        merged = covering("QUOTED", whole, ("", token.text))
        text = printed(tokens[first:place])
        title = Token("QUOTED", text, merged.start, merged.end, merged.value)
        return _unopened((*tokens[:first], title, *tokens[place + 1 :]))
    return tokens


def _closes(tokens: tuple[Token, ...], place: int) -> bool:
    before = tokens[place - 1] if place else None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    joined = following is not None and following.start == tokens[place].end
    glued_word = joined and following is not None and following.type == "WORD" and tokens[place].text == '"'
    return before is not None and before.end == tokens[place].start and not glued_word
