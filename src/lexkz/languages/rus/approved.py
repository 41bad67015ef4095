"""Documents that an act approved, with the words that say so: «Ценах на билеты, утвержденных указанным приказом».

Who reads «…, утвержденных …» knows that a name stands before it, whatever noun it begins with; the participle tells
number, gender and case. Approval by an annex («утвержденном приложением 1 к указанному приказу», «согласно приложению
2 к указанному приказу») names the annex as well.
"""

from dataclasses import dataclass, replace

from lexkz.languages.chunks import ActReference, Named, covering
from lexkz.languages.folding import fold
from lexkz.languages.rus.citations import ADOPTED
from lexkz.languages.rus.units import terminal
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_SAID = ("являющ", "изложенн", "приведенн", "предусмотренн", "установленн")
"""Participles besides "approved" by which an annex is said to be the document."""
_LEADS = frozenset({"IN", "TO", "FROM", "AND", "COMMA", "BRING", "AFTER", "BEFORE"})
_ENDS = frozenset(
    {
        "COLON", "SEMI", "WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "RECOGNISE", "LOST", "MOVE", "SUSPEND", "COUNT",
        "FOLLOWING", "WHOLE_TEXT", "IN_EDITION", "OF_CONTENT", "THAT", "APPROVED", "THIS",
        "ADD", "OUT", "PERSON", "STOPPED",
    }
)  # fmt: skip
"""What no name goes on over, looking back from "approved"."""
_CASES = {
    "ом": "LOC", "ем": "LOC", "ого": "GEN", "его": "GEN", "ому": "DAT", "ему": "DAT", "ый": "NOM_ACC", "ий": "NOM_ACC",
    "ое": "NOM_ACC", "ее": "NOM_ACC", "ые": "NOM_ACC", "ие": "NOM_ACC", "ую": "ACC", "юю": "ACC", "ая": "NOM_ACC",
    "ых": "GEN_LOC", "их": "GEN_LOC", "ой": "GEN_DAT_INS_LOC", "ей": "GEN_DAT_INS_LOC", "ым": "DAT_INS",
    "им": "DAT_INS", "ыми": "INS", "ими": "INS",
}  # fmt: skip
"""Ending of the participle to the cases that it can be."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that say how a document was approved."""

    begin: int
    end: int
    participle: str
    annex: str | None
    by: ActReference | None
    within: bool = False
    """True where the annex is one of a document whose name stands after the clause: «… приложению 2 к Правилам»."""


def approved(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each document that is said to be approved as one token (``I_…``)."""
    tokens = _without_purpose(_without_wording(_without_content(tokens)))
    place = 0
    while place < len(tokens):
        clause = _clause(tokens, place)
        if clause is not None:
            found = _named(tokens, clause)
            if found is not None:
                begin, end, token = found
                tokens = (*tokens[:begin], *token, *tokens[end:])
                place = begin
        place += 1
    return tokens


def _without_content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в приложении 4, содержащем форму журнала:»: what an annex holds tells no place in it."""
    for place, token in enumerate(tokens):
        if not fold(token.text).startswith(("содержащ", "включающ")) or place < 3 or tokens[place - 1].type != "COMMA":
            continue
        if tokens[place - 2].type != "NUM" or not _is_annex(tokens[place - 3]):
            continue
        end = place + 1
        while end < len(tokens) and tokens[end].type not in ("COMMA", "COLON", "SEMI", "TO"):
            end += 1
        held = tokens[place + 1 : end]
        if any(isinstance(each.value, Noun) and each.value.meaning == "form" for each in held):
            return (*tokens[: place - 1], *tokens[end + (end < len(tokens) and tokens[end].type == "COMMA") :])
    return tokens


def _without_wording(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в пункте 3, изложенном в редакции приказа …, слово "а" …»: by which act a unit was worded tells no place."""
    for place, token in enumerate(tokens):
        if not fold(token.text).startswith(("изложенн", "введенн", "действующ")) or place < 3:
            continue
        if tokens[place - 1].type != "COMMA" or tokens[place - 2].type not in ("NUM", "ORD"):
            continue
        end = place + 1
        while end < len(tokens) and tokens[end].type not in ("COMMA", "COLON", "SEMI"):
            end += 1
        told = tokens[place + 1 : end]
        acts = sum(each.type[:2] in ("A_", "B_") for each in told)
        worded = [fold(each.text) for each in told[:1]] == ["в редакции"] or token.text.startswith("введенн")
        known = all(each.type in ("WORD", "NUM", "NO", "IN_EDITION") or each.type[:2] in ("A_", "B_") for each in told)
        if worded and acts == 1 and known and end < len(tokens):
            return (*tokens[: place - 1], *tokens[end + (tokens[end].type == "COMMA") :])
    return tokens


def _without_purpose(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в форме, предназначенной для сбора административных данных, согласно приложению 2»: what a form is for."""
    for place, token in enumerate(tokens):
        if not fold(token.text).startswith("предназначенн") or not any(map(_is_form, tokens[:place])):
            continue
        end = place + 1
        while end < len(tokens) and tokens[end].type not in _PURPOSE_ENDS:
            end += 1
        begin = place - (tokens[place - 1].type == "COMMA")
        closing = end < len(tokens) and tokens[end].type == "COMMA"
        return (*tokens[:begin], *tokens[end + closing :])
    return tokens


_PURPOSE_ENDS = frozenset({"COMMA", "COLON", "SEMI", "ACCORDING", "APPROVED", "WRITE", "REMOVE", "SUPPLEMENT"})


def _is_form(token: Token) -> bool:
    return isinstance(token.value, Noun) and token.value.meaning == "form"


def _clause(tokens: tuple[Token, ...], place: int) -> _Clause | None:
    """Read the approval that begins at ``place``, the comma before it and after it included."""
    token = tokens[place]
    if token.type == "APPROVED":
        after, annex, by = place + 1, None, None
        direct = _annex(tokens, after)
        if direct is not None:
            annex, after = direct
        else:
            act = _act(tokens, after)
            if act is not None:
                by, after = act
            number = _number(tokens, after)
            if act is None and number is not None and _to_document(tokens, number[1]):
                # «формы, утвержденной приложением 6 к Правилам»
                return replace(_with_commas(tokens, place, number[1], token.text, number[0], None), within=True)
            along = _along(tokens, after, cited=act is not None)
            if along is not None:
                annex, after = along
            elif act is None and not _stops(tokens, after):
                return None
        return _with_commas(tokens, place, after, token.text, annex, by)
    if token.type == "WORD" and fold(token.text).startswith(_SAID):
        inner = place + 1
        if inner < len(tokens) and tokens[inner].type == "IN":
            inner += 1
        direct = _annex(tokens, inner)
        if direct is not None:
            return _with_commas(tokens, place, direct[1], token.text, direct[0], None)
        number = _number(tokens, inner)
        if number is not None and _to_document(tokens, number[1]):
            return replace(_with_commas(tokens, place, number[1], token.text, number[0], None), within=True)
    if token.type == "ACCORDING":
        along = _along(tokens, place, cited=False)
        if along is not None:
            return _with_commas(tokens, place, along[1], "", along[0], None)
        number = _number(tokens, place + 1)
        if number is not None and _to_document(tokens, number[1]):
            clause = _with_commas(tokens, place, number[1], "", number[0], None)
            return replace(clause, within=True)
    return None


def _to_document(tokens: tuple[Token, ...], place: int) -> bool:
    """«(приложению 2) к указанным Правилам»."""
    if place >= len(tokens) or tokens[place].type != "TO":
        return False
    place += 1 + (place + 1 < len(tokens) and tokens[place + 1].type == "THAT")
    return place < len(tokens) and tokens[place].type.startswith("I_")


def _stops(tokens: tuple[Token, ...], place: int) -> bool:
    return place >= len(tokens) or tokens[place].type in ("COLON", "COMMA", "SEMI", "DOT")


def _with_commas(
    tokens: tuple[Token, ...], place: int, after: int, participle: str, annex: str | None, by: ActReference | None
) -> _Clause:
    begin = place
    if begin and tokens[begin - 1].type == "COMMA":
        begin -= 1
        if after < len(tokens) and tokens[after].type == "COMMA":
            after += 1
    return _Clause(begin, after, participle, annex, by)


def _act(tokens: tuple[Token, ...], place: int) -> tuple[ActReference | None, int] | None:
    """Read «указанным приказом» or an act cited in full, in the instrumental."""
    if place < len(tokens) and tokens[place].type == "THAT":
        place += 1
    if place < len(tokens) and tokens[place].type[:2] in ("A_", "B_") and "INS" in tokens[place].type:
        value = tokens[place].value
        return (value if isinstance(value, ActReference) else None), place + 1
    return None


def _along(tokens: tuple[Token, ...], place: int, *, cited: bool) -> tuple[str, int] | None:
    """Read «согласно приложению 2 к указанному приказу»; beside the act that approved, «согласно приложению 2»."""
    if place < len(tokens) and tokens[place].type == "COMMA" and not cited:
        return None
    if place >= len(tokens) or tokens[place].type != "ACCORDING":
        return None
    whole = _annex(tokens, place + 1)
    if whole is not None:
        return whole
    bare = _number(tokens, place + 1)
    if cited and bare is not None and not (bare[1] < len(tokens) and tokens[bare[1]].type == "TO"):
        return bare
    return None


def _annex(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    """Read «приложением 1 к указанному приказу»: the annex's number, and the place after the act."""
    found = _number(tokens, place)
    if found is None:
        return None
    number, after = found
    if after >= len(tokens) or tokens[after].type != "TO":
        return None
    after += 1
    if after < len(tokens) and tokens[after].type == "THAT":
        after += 1
    elif after < len(tokens) and tokens[after].type == "THIS":
        return None
    if after < len(tokens) and tokens[after].type[:2] in ("A_", "B_"):
        return number, after + 1
    return None


def _number(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    if place >= len(tokens) or not _is_annex(tokens[place]):
        return None
    place += 1
    if place < len(tokens) and tokens[place].type == "NO":
        place += 1
    if place < len(tokens) and tokens[place].type == "NUM":
        value = tokens[place].value
        return (str(value[0]) if isinstance(value, tuple) else tokens[place].text), place + 1
    return "", place


def _is_annex(token: Token) -> bool:
    return token.type.startswith("U_") and isinstance(token.value, Noun) and token.value.meaning == "annex"


def _named(tokens: tuple[Token, ...], clause: _Clause) -> tuple[int, int, tuple[Token, ...]] | None:
    """Return the document before ``clause``: where its words begin, where they end, and what stands for them."""
    begin = clause.begin
    while begin and not _before_a_name(tokens, begin):
        begin -= 1
    while begin < clause.begin and tokens[begin].type in _LEADS:
        begin += 1
    if begin == clause.begin and clause.annex is not None and begin > 1:
        # «в форме 1, утвержденной приложением 1 к указанному приказу»: a form has a number of its own.
        numbered = tokens[begin - 1].type == "NUM"
        begin -= 2 if numbered and _is_form(tokens[begin - 2]) else 0
    if begin == clause.begin:
        # «в утвержденных указанным приказом Правилах …»: the name follows, and is read as any other.
        return None
    if begin and tokens[begin - 1].type == "THAT" and begin + 1 == clause.begin:
        return None
    head = begin
    while head < clause.begin - 1 and _describes(tokens[head]):
        head += 1
    if _is_annex(tokens[head]):
        return None
    words = tokens[begin : clause.begin]
    value = tokens[head].value
    if isinstance(value, Noun) and value.meaning == "form" and clause.annex is not None:
        # A form is the annex that it stands in: «в форме отчета согласно приложению 3 к указанному приказу».
        return begin, clause.end, _as_annex(tokens, begin, clause, head)
    if explains(words) and (clause.annex is not None or not tokens[head].type.startswith("I_")):
        return begin, clause.end, _as_annex(tokens, begin, clause, head)
    if clause.within:
        return None
    case = _case(tokens, begin, head, clause.participle)
    if case is None:
        return None
    name = _name(tokens[begin:head], tokens[head], tokens[head + 1 : clause.begin], clause.participle, case)
    noun = value.meaning if tokens[head].type.startswith("I_") and isinstance(value, Noun) else None
    named = Named(name, noun, approved=True, annex=clause.annex, by=clause.by)
    if begin and tokens[begin - 1].type == "THAT":
        begin -= 1
    return begin, clause.end, (covering(f"I_{case}", tokens[begin : clause.end], named),)


def _describes(token: Token) -> bool:
    """An adjective before the head of a name; «рекомендаций» ends like one, and is none."""
    folded = fold(token.text)
    return token.type in ADJECTIVES and ADOPTED.search(folded) is not None and not folded.endswith(_NOUNS_IN_PLURAL)


ADJECTIVES = frozenset({"WORD", "KAZAKH", "RUSSIAN"})
"""What an adjective of a name can be: «в государственном стандарте …» speaks of no language."""
_NOUNS_IN_PLURAL = ("ций", "ний", "сий", "рий", "стей")


def _before_a_name(tokens: tuple[Token, ...], begin: int) -> bool:
    """Tell whether a name that goes on to the left ends before ``begin``."""
    before = tokens[begin - 1]
    if before.type in _ENDS or before.type.startswith(("B_", "SIGN_")):
        return True
    if before.type in ("NUM", "ORD") and begin > 1 and _numbered(tokens, begin - 1):
        return True
    if before.type == "T_LOC" and begin > 1 and tokens[begin - 2].type == "IN":
        # «в тексте Инструкции …, утвержденной …»
        return True
    if before.type.startswith("U_") and _heads(before):
        # «в заголовке (Правил …)»: the unit that begins the address; within a name it is a word like others.
        return begin < 2 or tokens[begin - 2].type in ("IN", "AND", "COMMA", "NUM", "ORD", "TO")
    if before.type == "TO" and begin > 1 and _is_annex(tokens[begin - 2]):
        return True
    return before.type == "QUOTED" and begin > 1 and tokens[begin - 2].type.startswith("W_")


def _heads(token: Token) -> bool:
    meaning = token.value.meaning if isinstance(token.value, Noun) else ""
    return meaning in ("heading", "preamble", "contents", "corner_mark", "note", "footnote")


def _numbered(tokens: tuple[Token, ...], place: int) -> bool:
    """«пункта 8 (Правил)»: the number of a unit, or the last of several."""
    at = place - 1
    while at > 0 and tokens[at].type in ("NUM", "ORD", "COMMA", "AND", "DASH", "NO"):
        at -= 1
    return tokens[at].type.startswith("U_")


def explains(words: tuple[Token, ...]) -> bool:
    folded = [fold(word.text) for word in words]
    told = any(word.startswith(("заполнени", "пояснени")) for word in folded)
    return told and any(word.startswith("форм") for word in folded)


def _as_annex(tokens: tuple[Token, ...], begin: int, clause: _Clause, head: int) -> tuple[Token, ...]:
    """The annex in place of the form or of the explanation that stands in it."""
    case = _case(tokens, begin, head, clause.participle) or "LOC"
    words = tokens[begin : clause.end]
    noun = covering(f"U_{case}", words, Noun("annex", case.lower(), False, False, "приложение"))
    if not clause.annex:
        return (noun, *_of_the_act(clause, words))
    number = next(token for token in tokens[clause.begin : clause.end] if token.type == "NUM")
    return (noun, number, *_of_the_act(clause, words))


def _of_the_act(clause: _Clause, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """«(приложением 2) к указанному приказу»: such an annex is one of the act, whatever document of it is open."""
    if clause.annex is None or clause.within:
        return ()
    last = words[-1]
    act = covering(terminal("A" if clause.by is None else "B", ("dat",)), (last,), clause.by)
    return (Token("TO", last.text, last.start, last.end), act)


def _case(tokens: tuple[Token, ...], begin: int, head: int, participle: str) -> str | None:
    """The case of a name, of those that its participle or its head can be, by the word before it."""
    ending = fold(participle).removesuffix("ся")
    told = next((_CASES[end] for end in sorted(_CASES, key=len, reverse=True) if ending.endswith(end)), None)
    own = tokens[head].type.partition("_")[2] if tokens[head].type[:2] in ("I_", "U_", "A_", "T_") else ""
    led = begin and tokens[begin - 1].type in ("IN", "TO", "FROM", "NUM", "ORD", "THAT")
    unknown = {"LOC", "DAT", "GEN"} if led else {"NOM", "ACC"}
    cases = set(told.split("_")) if told is not None else set(own.split("_")) if own else unknown
    if told == "DAT_INS":
        # «Правилам, утвержденным …» are several, «регламентом, утвержденным …» is one: the head tells.
        cases = cases & set(own.split("_")) or {"INS"}
    at = begin - 1 if begin and tokens[begin - 1].type == "THAT" else begin
    before = tokens[at - 1].type if at else ""
    before = "NUM" if before.startswith("U_") else before
    wanted = {
        "IN": ("LOC", "ACC"),
        "TO": ("DAT",),
        "FROM": ("GEN",),
        "NUM": ("GEN",),
        "ORD": ("GEN",),
        "T_LOC": ("GEN",),
    }.get(before, ())
    found = next((case for case in wanted if case in cases), None)
    if found is not None:
        return found
    if {"NOM", "ACC"} <= cases:
        return "NOM_ACC"
    return next((case for case in ("ACC", "NOM", "LOC", "GEN", "DAT", "INS") if case in cases), None)


def _name(adjectives: tuple[Token, ...], head: Token, rest: tuple[Token, ...], participle: str, case: str) -> str:
    value = head.value
    told = fold(participle).removesuffix("ся")
    endings = ("ых", "их", "ые", "ие", "ыми", "ими", *(("ым", "им") if case == "DAT" else ()))
    plural = told.endswith(endings) if told else isinstance(value, Noun) and value.plural
    nominative = _nominative(head, told, case, plural=plural)
    words = [_agreeing(token.text, nominative, plural=plural) for token in adjectives]
    words.append(nominative)
    for place, token in enumerate(rest):
        if token.type == "CHANGES" and place and rest[place - 1].type == "AND" and plural:
            # «Изменений и дополнений, которые вносятся …»: a name with two heads.
            words.append(_unknown(token.text, told, plural=True))
        elif token.type == "COMMA":
            words[-1] += ","
        else:
            words.append(f'"{token.text}"' if token.type == "QUOTED" else token.text)
    return " ".join(words)


def _nominative(head: Token, participle: str, case: str, *, plural: bool) -> str:
    """The head of a name in the nominative, its capital letter kept."""
    printed = head.text
    if case.startswith("NOM"):
        return printed
    value = head.value
    if isinstance(value, Noun) and value.plural == plural:
        return printed[0] + value.nominative[1:] if printed[:1].isupper() else value.nominative
    return _unknown(printed, participle, plural=plural)


_IRREGULAR = {"табеле": "табель", "расписании": "расписание", "календаре": "календарь", "словаре": "словарь"}


def _unknown(printed: str, participle: str, *, plural: bool) -> str:
    """The nominative of a noun that no list holds, by number and gender of the participle."""
    low = fold(printed)
    if low in _IRREGULAR:
        return printed[0] + _IRREGULAR[low][1:]
    if plural:
        for ending, plain in (
            ("ениях", "ения"),
            ("ений", "ения"),
            ("ниях", "ния"),
            ("аний", "ания"),
            ("ций", "ции"),
            ("стей", "сти"),
            ("ов", "ы"),
            ("иях", "ии"),
            ("ях", "и"),
            ("ах", "ы"),
            ("ам", "ы"),
            ("ями", "и"),
            ("ами", "ы"),
        ):
            if low.endswith(ending):
                stem = printed[: -len(ending)]
                return stem + ("и" if plain == "ы" and fold(stem)[-1:] in "гкхжшщч" else plain)
        return printed
    if participle.endswith(("ой", "ую", "ей")):
        for ending, plain in (("ии", "ия"), ("ию", "ия"), ("ости", "ость"), ("ы", "а"), ("е", "а"), ("у", "а")):
            if low.endswith(ending):
                return printed[: -len(ending)] + plain
        return printed
    for ending, plain in (("ии", "ие"), ("ию", "ие"), ("ия", "ие"), ("ье", "ье"), ("е", ""), ("а", ""), ("у", "")):
        if low.endswith(ending):
            return printed[: -len(ending)] + plain
    return printed


def _agreeing(word: str, nominative: str, *, plural: bool) -> str:
    """An adjective before the head, in the nominative of its gender: «Типовом (договор)» is «Типовой»."""
    low, head = fold(word), fold(nominative)
    stem = ADOPTED.sub("", word)
    soft = fold(stem)[-1:] in "гкхжшщч"
    if plural or head.endswith(("ы", "и")):
        return stem + ("ие" if soft or low.endswith("их") else "ые")
    if head.endswith(("а", "я")) or head.endswith("ость"):
        return stem + ("яя" if low.endswith("ней") else "ая")
    if head.endswith(("о", "е")):
        return stem + ("ее" if low.endswith("ем") else "ое")
    if fold(stem).endswith(_STRESSED):
        return stem + "ой"
    return stem + ("ий" if soft or low.endswith("ем") else "ый")


_STRESSED = ("типов", "годов", "основн", "передов", "правов", "речев", "сплошн")
"""Stems of adjectives that end in «-ой»."""
