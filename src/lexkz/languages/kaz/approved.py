"""Documents that an act approved, with the words that say so: «көрсетілген бұйрықпен бекітілген Билет бағаларында».

After «бекітілген» a name stands, whatever noun it ends with. Approval by an annex («көрсетілген бұйрыққа 1-қосымшамен
бекітілген», «2-қосымшаға сәйкес», «1-қосымша болып табылатын») names the annex as well.
"""

import re
from dataclasses import dataclass

from lexkz.languages.chunks import ActReference, Named, covering
from lexkz.languages.folding import fold, fold_keyboard
from lexkz.languages.kaz.units import typed_instruments
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_ENDS = frozenset(
    {
        "COLON", "SEMI", "DOT", "WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "RECOGNISED", "FORCE", "MOVE", "SUSPEND",
        "NEXT", "CHANGES", "ENTER", "THIS", "THAT", "DEGEN", "ACCORDING", "ROW_NUMBER", "ORDERED", "APPROVED", "WHOLE",
        "EDITION", "DEP", "ADDED", "COUNT",
    }
)  # fmt: skip
"""Where a name ends at the latest."""
_TRAILING = frozenset({"COMMA", "AND", "DASH"})
_GROUND = ("берілген", "келтірілген", "көзделген")
"""«нысаны берілген 4-қосымшада»: what an annex is said to hold."""
_BEING = ("табылатын", "саналатын")


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that say how a document was approved: they stand before its name."""

    begin: int
    end: int
    annex: str | None
    by: ActReference | None
    within: bool = False
    """True where the annex is one of a document whose name stands before it: «Қағидаларға 2-қосымшаға сәйкес»."""


def approved(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each document that is said to be approved as one token (``I_…``)."""
    tokens = _without_explanation(_without_purpose(_without_content(tokens)))
    place = 0
    while place < len(tokens):
        clause = _clause(tokens, place)
        if clause is not None:
            found = _named(tokens, clause)
            if found is not None:
                end, made = found
                tokens = (*tokens[: clause.begin], *made, *tokens[end:])
        place += 1
    return tokens


def _without_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«вагондарды тексеру журналының нысаны берілген 4-қосымшада»: what an annex holds tells no place in it."""
    for place, token in enumerate(tokens):
        if fold(token.text) in _GROUND and place and place + 2 < len(tokens) and _is_annex(tokens[place + 2]):
            before = tokens[place - 1].value
            if isinstance(before, Noun) and before.meaning == "form":
                begin = place - 1
                while begin and tokens[begin - 1].type in ("WORD", "AND", "COMMA", "U_GEN", "I_GEN", "QUOTED"):
                    begin -= 1
                return (*tokens[:begin], *tokens[place + 1 :])
    return tokens


def _without_purpose(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«әкімшілік деректерді өтеусіз негізде жинауға арналған нысанда»: what a form is for."""
    for place, token in enumerate(tokens[:-1]):
        value = tokens[place + 1].value
        if fold(token.text) == "арналған" and isinstance(value, Noun) and value.meaning == "form":
            begin = place
            while begin and tokens[begin - 1].type in ("WORD", "AND"):
                begin -= 1
            return (*tokens[:begin], *tokens[place + 1 :])
    return tokens


def _without_explanation(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«4-қосымшаның "Нысанды толтыру жөніндегі нұсқауында":»: what explains a form stands in the form's annex."""
    if len(tokens) < 3 or tokens[-1].type != "COLON" or tokens[-2].type != "QUOTED":
        return tokens
    annex = tokens[-3]
    words = tuple(Token("WORD", word, 0, 0) for word in tokens[-2].text.split())
    if annex.type != "U_GEN" or not _is_annex(annex) or not explains(words):
        return tokens
    whole = Token("U_LOC", f"{annex.text} {tokens[-2].text}", annex.start, tokens[-2].end, annex.value, annex.joined)
    return (*tokens[:-3], whole, tokens[-1])


def _clause(tokens: tuple[Token, ...], place: int) -> _Clause | None:
    """Read the approval that begins at ``place``: «көрсетілген бұйрықпен бекітілген», «… 1-қосымшамен бекітілген»."""
    begin = place
    if tokens[place].type == "APPROVED":
        return _Clause(place, place + 1, None, None)
    if tokens[place].type in ("I_DAT", "I_GEN"):
        numbered = _number(tokens, place + 1)
        if numbered is not None and numbered[1] < len(tokens) and tokens[numbered[1]].type == "ACCORDING":
            return _Clause(place + 1, numbered[1] + 1, numbered[0], None, within=True)
        then = tokens[numbered[1]].type if numbered is not None and numbered[1] < len(tokens) else ""
        if numbered is not None and tokens[numbered[1] - 1].type == "U_INS" and then == "APPROVED":
            return _Clause(place + 1, numbered[1] + 1, numbered[0], None, within=True)
        if numbered is not None and _is_being(tokens, numbered[1]):
            return _Clause(place + 1, numbered[1] + 2, numbered[0], None, within=True)
        return None
    if tokens[place].type == "THAT":
        place += 1
    if place >= len(tokens) or tokens[place].type[:2] not in ("A_", "B_"):
        return None
    value = tokens[place].value
    by = value if isinstance(value, ActReference) else None
    after = place + 1
    if "INS" in tokens[place].type:
        along = _along(tokens, after)
        annex, after = along if along is not None else (None, after)
        if after < len(tokens) and tokens[after].type == "APPROVED":
            return _Clause(begin, after + 1, annex, by)
        return None
    if begin == place and by is None:
        return None
    if tokens[place].type not in ("A_DAT", "A_GEN", "B_DAT", "B_GEN"):
        return None
    numbered = _number(tokens, after)
    if numbered is None:
        return None
    annex, after = numbered
    kind = tokens[after - 1].type
    said = tokens[after] if after < len(tokens) else None
    if kind == "U_INS" and said is not None and said.type == "APPROVED":
        return _Clause(begin, after + 1, annex, by)
    if kind == "U_NOM" and _is_being(tokens, after):
        return _Clause(begin, after + 2, annex, by)
    if kind == "U_DAT" and said is not None and said.type == "ACCORDING":
        after += 1
        if after < len(tokens) and tokens[after].type == "APPROVED":
            after += 1
        return _Clause(begin, after, annex, by)
    return None


def _is_being(tokens: tuple[Token, ...], place: int) -> bool:
    """«(3-қосымша) болып табылатын»."""
    words = [fold(token.text) for token in tokens[place : place + 2]]
    return len(words) == 2 and words[0] == "болып" and words[1] in _BEING


def _along(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    """Read «2-қосымшаға сәйкес» between the act and «бекітілген»."""
    found = _number(tokens, place)
    if found is None or found[1] >= len(tokens) or tokens[found[1]].type != "ACCORDING":
        return None
    return found[0], found[1] + 1


def _number(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    """Read «2-қосымшаға», «қосымшаға»: the annex's number, ``""`` where it has none, and the place after it."""
    number = ""
    if place < len(tokens) and tokens[place].type == "NUM":
        value = tokens[place].value
        number = str(value[0]) if isinstance(value, tuple) else tokens[place].text
        place += 1
        if place < len(tokens) and tokens[place].type == "DASH":
            place += 1
    if place < len(tokens) and _is_annex(tokens[place]):
        return number, place + 1
    return None


def _is_annex(token: Token) -> bool:
    return token.type.startswith("U_") and isinstance(token.value, Noun) and token.value.meaning == "annex"


def _named(tokens: tuple[Token, ...], clause: _Clause) -> tuple[int, tuple[Token, ...]] | None:
    """Return the document after ``clause``: where its words end, and what stands for it with the clause."""
    end = _end(tokens, clause.end)
    while end > clause.end and tokens[end - 1].type in _TRAILING:
        end -= 1
    words = tokens[clause.end : end]
    if words and words[-1].type == "THROUGH":
        words = words[:-1]
    if not words:
        return None
    last = words[-1]
    value = last.value
    form = isinstance(value, Noun) and value.meaning == "form"
    if (form and clause.annex is not None) or explains(words):
        # A form is the annex that it stands in: «3-қосымшаға сәйкес нысанда».
        return _as_annex(tokens, clause, end)
    if clause.within:
        # «Қағидаларға 6-қосымшаға сәйкес нұсқаулықта»: what stands in that annex.
        shown = last.type.partition("_")[2] in ("LOC", "GEN", "ATTR") and last.type.startswith("I_")
        return _as_annex(tokens, clause, end) if shown else None
    told = _case(last)
    if told is None or (len(words) == 1 and last.type == "WORD" and clause.annex is None and not clause.by):
        return None
    case, nominative = told
    name = _name(words, nominative)
    noun = value.meaning if last.type.startswith("I_") and isinstance(value, Noun) else None
    named = Named(name, noun, approved=True, annex=clause.annex, by=clause.by)
    return end, (covering(f"I_{case}", tokens[clause.begin : end], named),)


def _end(tokens: tuple[Token, ...], place: int) -> int:
    """Where a name that begins at ``place`` ends: before a unit's number, a verb, the act's own annex, a quotation."""
    begin = place
    while place < len(tokens):
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.type == "CHANGES" and not any(each.type == "ENTER" for each in tokens[place + 1 : place + 5]):
            # «Өзгерістер енгізілетін … тізбесі»: the name of a list.
            place += 1
            continue
        if token.type in _ENDS or token.type.startswith(("B_", "SIGN_")):
            return place
        if token.type == "NUM" and (years := _years(tokens, place)):
            # «аймақты дамытудың 2024 – 2028 жылдарға арналған жоспары»: the years are of the name.
            place = years
            continue
        if token.type in ("NUM", "ORD") and place > begin and _ends_name(tokens[place - 1]):
            return place
        if token.type == "QUOTED" and following is not None and following.type in ("DEGEN", "COMMA", "AFTER"):
            return place
        if token.type == "QUOTED" and following is not None and following.type.startswith("W_"):
            return place
        if token.type.startswith("T_") and place > begin and tokens[place - 1].type.startswith("I_"):
            return place
        if place > begin and token.type.startswith("U_") and _heading(token) and _ends_name(tokens[place - 1]):
            return place
        place += 1
    return place


def _years(tokens: tuple[Token, ...], place: int) -> int | None:
    """The place after «2024 – 2028 жылдарға» that begins at ``place``; None where no years stand there."""
    words = tokens[place : place + 4]
    ranged = [token.type for token in words[:3]] == ["NUM", "DASH", "NUM"]
    return place + 4 if ranged and fold(words[-1].text).startswith("жыл") else None


def _heading(token: Token) -> bool:
    """«қағидаларының тақырыбы», «ережесіне қосымшада»: a unit without a number, after a whole name."""
    meaning = token.value.meaning if isinstance(token.value, Noun) else ""
    return meaning in ("heading", "preamble", "annex", "corner_mark", "contents", "note")


def _ends_name(token: Token) -> bool:
    """Tell whether a name can end with ``token``: a case that an address goes on from."""
    return token.type.partition("_")[2] in ("GEN", "DAT", "LOC", "ATTR") or _case(token) is not None


def explains(words: tuple[Token, ...]) -> bool:
    folded = [fold(word.text) for word in words]
    told = any(word.startswith(("толтыр", "түсіндірме", "түсініктеме")) for word in folded)
    return told and any(word.startswith("нысан") for word in folded)


def _as_annex(tokens: tuple[Token, ...], clause: _Clause, end: int) -> tuple[int, tuple[Token, ...]] | None:
    if clause.annex is None:
        return None
    told = _case(tokens[end - 1])
    case = told[0] if told is not None else "LOC"
    if case == "NOM" and end < len(tokens) and tokens[end].type == "COLON":
        case = "LOC"
    noun = Noun("annex", case.lower(), False, False, "қосымша")
    words = tokens[clause.begin : end]
    number = next((token for token in tokens[clause.begin : clause.end] if token.type == "NUM"), None)
    made = Token(f"U_{case}", " ".join(word.text for word in words), words[0].start, words[-1].end, noun, joined=True)
    # «көрсетілген бұйрыққа 2-қосымшамен бекітілген нысан»: it is an annex of the act, whatever document of it is open.
    first = words[0]
    case_of = "A_DAT" if clause.by is None else "B_DAT"
    act = () if clause.within else (Token(case_of, first.text, first.start, first.end, clause.by),)
    return end, (*act, made) if number is None else (*act, number, made)


_ENDINGS = (
    (re.compile(r"^(.+?[ыі])н[дт][ае]ғы$|^(.+?[ыі])н[дт][ае]гі$|^(.+?)[дт][ае](?:ғы|гі)$"), "ATTR"),
    (re.compile(r"^(.+?[ыі])н[дт][ае]$|^(.+?)[дт][ае]$"), "LOC"),
    (re.compile(r"^(.+?[ыі])н[ыі]ң$|^(.+?)[дтн][ыі]ң$"), "GEN"),
    (re.compile(r"^(.+?[ыі])н[ае]$|^(.+?)[ғгқк][ае]$"), "DAT"),
    (re.compile(r"^(.+?[ыі])н$"), "ACC"),
)
"""Endings of nouns that no list holds, to the case that they are; the group is the nominative."""


def _case(token: Token) -> tuple[str, str] | None:
    """The case of the last word of a name, and its nominative; an unknown word in the nominative is one, too."""
    if isinstance(token.value, Noun):
        return token.value.case.upper(), token.value.nominative
    if token.type not in ("WORD", "CHANGES_GEN"):
        return None
    folded = fold(token.text)
    known = typed_instruments().get(fold_keyboard(folded))
    if known is not None:
        return known.case.upper(), known.nominative
    return ended(folded)


def ended(folded: str) -> tuple[str, str]:
    """Return the case (``LOC``) that the ending of a folded noun shows, and its nominative; ``NOM`` where
    it shows none."""
    for pattern, case in _ENDINGS:
        found = pattern.match(folded)
        if found is not None:
            stem = next(group for group in found.groups() if group is not None)
            return case, stem
    return "NOM", folded


def _name(words: tuple[Token, ...], nominative: str) -> str:
    """The words of a name as printed, the last of them in the nominative."""
    parts: list[str] = []
    for token in words[:-1]:
        if token.type == "COMMA" and parts:
            parts[-1] += ","
        elif token.type == "QUOTED":
            parts.append(f'"{token.text}"')
        elif token.joined and parts:
            parts[-1] += f"-{token.text}"
        else:
            parts.append(token.text)
    last, plain = words[-1].text, nominative.rpartition(" ")[2]
    common = 0
    for left, right in zip(fold(last), fold(plain), strict=False):
        if left != right:
            break
        common += 1
    parts.append(last[:common] + plain[common:])
    return " ".join(parts)
