"""Chunks: words of a sentence that are one thing to the grammar: an act cited in full, an approved act's name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lexkz.languages.folding import fold
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class ActReference:
    """An act as another act cites it; what is not said is None."""

    type: str
    """Slug of the kind of act: ``order``, ``law``."""
    title: str | None = None
    author: str | None = None
    """The adopting body as printed."""
    date: str | None = None
    """ISO date."""
    number: str | None = None
    registration: str | None = None
    """Number in the register of state registration of normative acts."""
    joint: tuple[str, ...] = ()
    """Of a joint act: the numbers that its other bodies gave it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something addressed by its name: an approved act, a table, a form."""

    name: str
    """In the nominative, otherwise as printed."""
    noun: str | None
    """The unit's noun in the nominative singular where it is a known one («стандарт»), else None."""
    again: bool = False
    """True where the text points back to what it has named before: «көрсетілген Қағидалар», "указанные Правила"."""
    approved: bool = False
    """True where the text says that an act approved it."""
    annex: str | None = None
    """Number of the annex by which it was approved; ``""`` for an annex without a number."""
    by: ActReference | None = None
    """The act that approved it, where it is cited in full beside it."""


def covering(terminal: str, tokens: tuple[Token, ...], value: object) -> Token:
    """Return one token of ``terminal`` in place of ``tokens``."""
    return Token(terminal, printed(tokens), tokens[0].start, tokens[-1].end, value)


def without_remarks(tokens: tuple[Token, ...], known: re.Pattern[str]) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """Return ``tokens`` without the bracketed remarks that ``known`` fits, and the words of each of these.

    «(Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 32875 болып тіркелген)», «(бұдан әрі – Қағидалар)»
    say nothing of what a command does. Any other bracket can: it stays, as one ``REMARK`` that a name may hold and no
    command; an exception («(кроме пункта 6)») stays word by word. A bracket that never closes is kept.
    """
    out: list[Token] = []
    remarks: list[str] = []
    pairs = _brackets(tokens)
    place = 0
    while place < len(tokens):
        end = pairs.get(place)
        if end is None:
            out.append(tokens[place])
            place += 1
            continue
        inner = tokens[place + 1 : end]
        words = " ".join(token.text for token in inner)
        if known.search(fold(words)):
            remarks.append(words)
        elif len(inner) == 1 and inner[0].type == "FORMS":
            out.append(inner[0])
        elif any(token.type in ("EXCEPT", "TIMES") for token in inner) or _only_quotes(inner):
            out.extend(tokens[place : end + 1])
        else:
            out.append(Token("REMARK", f"({printed(inner)})", tokens[place].start, tokens[end].end))
        place = end + 1
    return tuple(out), tuple(remarks)


def _only_quotes(inner: tuple[Token, ...]) -> bool:
    """«после слов ("пункт 4")»: the brackets of the words stand outside of their quotes."""
    return any(token.type == "QUOTED" for token in inner) and all(
        token.type in ("QUOTED", "COMMA", "AND") for token in inner
    )


def _brackets(tokens: tuple[Token, ...]) -> dict[int, int]:
    """Each opening bracket's place to that of the one that closes it."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, token in enumerate(tokens):
        if token.type == "OPEN":
            waiting.append(place)
        elif token.type == "CLOSE" and waiting:
            pairs[waiting.pop()] = place
    return pairs


def printed(tokens: tuple[Token, ...]) -> str:
    """Return ``tokens`` as they stand in print, quotations among them with their marks."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before is not None:
            parts.append("-" if token.joined else " " if token.start > before.end else "")
        marks = token.value if token.type == "QUOTED" and isinstance(token.value, tuple) else ("", "")
        parts.append(f"{marks[0]}{token.text}{marks[1]}")
    return "".join(parts)


def beside_quotes(tokens: tuple[Token, ...], rare: frozenset[str], lang: str) -> tuple[Token, ...]:
    """Return ``tokens`` with nouns of what is quoted told by the quotation that they stand beside.

    A noun of ``rare`` («формулу "F = m"») names what is quoted only there; elsewhere it is a word like others, as in
    the name of rules. «текст "А"», «"А" деген мәтін» is words, not the text of a unit. Russian sets the noun before the
    quotation, Kazakh behind it.
    """
    out: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type.startswith("W_") and isinstance(token.value, Noun) and token.value.meaning in rare:
            out.append(token if _beside(tokens, place, lang) else replace(token, type="WORD", value=None))
        elif token.type.startswith("T_") and token.type != "T_LOC" and _beside(tokens, place, lang, close=True):
            out.append(replace(token, type=f"W{token.type[1:]}"))
        else:
            out.append(token)
    return tuple(out)


def _beside(tokens: tuple[Token, ...], place: int, lang: str, *, close: bool = False) -> bool:
    if lang == "kaz":
        before = tokens[place - 1] if place else None
        return before is not None and before.type in (("DEGEN",) if close else ("DEGEN", "QUOTED", "CLOSE"))
    after = [token.type for token in tokens[place + 1 : place + 3]]
    if after[:1] == ["QUOTED"] or after == ["IN_BRACKETS", "QUOTED"]:
        return True
    return not close and after in (["COLON", "QUOTED"], ["OPEN", "QUOTED"])


def met(tokens: tuple[Token, ...], words: frozenset[str]) -> tuple[Token, ...]:
    """Return ``tokens`` with ``words`` (folded) that say that quoted words stand in a unit: «содержащиеся».

    Told when names and titles, which such words can be part of, have been put together.
    """
    return tuple(
        replace(token, type="MET", value=None) if token.type == "WORD" and fold(token.text) in words else token
        for token in tokens
    )


def units_told(tokens: tuple[Token, ...], rarely: tuple[str, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with nouns that are rarely units («позиция 5») as words where no number is beside them.

    ``rarely``: the folded stems of these nouns.
    """
    return tuple(
        replace(token, type="WORD", value=None)
        if token.type.startswith("U_")
        and fold(token.text).startswith(rarely)
        and not any(each.type in ("NUM", "ORD", "QUOTED") for each in tokens[max(0, at - 1) : at + 2] if each != token)
        else token
        for at, token in enumerate(tokens)
    )


_FIGURES = frozenset({"цифра", "число", "сумма", "цифр", "сан", "сома"})
_OF_BUDGETS = frozenset({"объем", "размер", "көлем", "мөлшер", "лимит", "квота"})
_IN_NAME = frozenset({"WORD", "AND", "COMMA", "REMARK", "FROM", "TO", "ON", "IN"})


def lines_told(tokens: tuple[Token, ...], along: str, *, led: bool, tail: str) -> tuple[Token, ...]:
    """Return ``tokens`` with a line of a budget told by its words («доходы – цифры "1" …») as one ``LINED``.

    The words stand at the head of the sentence, before figures in quotes: with a dash behind them, or with ``along``
    beside them, before them where ``led``: «по налоговым поступлениям цифры …», «салықтық түсімдер бойынша …». What
    ends the sentence to lead to the next line (``tail``, folded: «, в том числе:») goes with them.
    """
    first = next((at for at, token in enumerate(tokens) if token.type == "QUOTED"), 0)
    if not first:
        return tokens
    beside = tokens[first - 1] if led else next((each for each in tokens[first + 1 :] if each.type[:2] == "W_"), None)
    if beside is None or not isinstance(beside.value, Noun) or beside.value.meaning not in _FIGURES:
        return tokens
    words = tokens[: first - 1 if led else first]
    dashed = len(words) > 1 and words[-1].type == "DASH"
    name = words[:-1] if dashed else words
    alone = [fold(token.text) for token in name]
    told = dashed or (len(name) > 1 and alone[0 if led else -1] == along)
    if not told or name[0].type in ("IN", "FROM", "COMMA", "AND") or not all(map(_of_budget, name)):
        return tokens
    rest = tokens[len(words) :]
    closing = [fold(token.text) for token in rest]
    for size in (5, 4, 3, 2):
        if " ".join(closing[-size:]).strip(" :;.,") == tail and rest[-size].type == "COMMA":
            rest = rest[:-size]
            break
    return (covering("LINED", words, None), *rest)


def _of_budget(token: Token) -> bool:
    noun = token.value.meaning if isinstance(token.value, Noun) else None
    return token.type in _IN_NAME or token.type in ("THROUGH", "ON") or noun in _OF_BUDGETS


def formulas(tokens: tuple[Token, ...], forms: Mapping[str, str], *, holder: int) -> tuple[Token, ...]:
    """Return ``tokens`` with the formula of a unit («формулу пункта 12», «12-тармақтың формуласы») as a line of it.

    Which line that is the base shows, so that it has no number. ``forms``: folded forms, to the terminal of their
    case; ``holder``: where the unit in the genitive stands beside it, 1 behind, -1 before. What is added is none yet.
    """
    out = list(tokens)
    for place, token in enumerate(tokens):
        kind = forms.get(fold(token.text)) if token.type in ("WORD",) or token.type.startswith("W_") else None
        beside = tokens[place + holder] if 0 <= place + holder < len(tokens) else None
        after = tokens[place + 1].type if place + 1 < len(tokens) else ""
        if kind is None or (holder > 0 and after in ("QUOTED", "COLON")):
            continue
        held = beside is not None and beside.type.startswith("U_") and "GEN" in beside.type
        if held or (kind == "U_INS" and any(each.type in ("SUPPLEMENT", "OF_CONTENT") for each in tokens)):
            out[place] = replace(token, type=kind, value=Noun("alinea", kind[2:].lower(), False, False, "формула"))
    return tuple(out)


def counted(tokens: tuple[Token, ...], nouns: frozenset[str]) -> tuple[Token, ...]:
    """Return ``tokens`` with «(2 раза)», «(2 рет)» as the count that it is; ``nouns``: folded words for times."""
    out: list[Token] = []
    for token in tokens:
        opened = len(out) > 1 and out[-2].type == "OPEN" and out[-1].type == "NUM" and out[-1].text.isdigit()
        if opened and fold(token.text) in nouns:
            out[-1:] = [covering("TIMES", (out[-1], token), int(out[-1].text))]
        else:
            out.append(token)
    return tuple(out)
