"""Russian chunks: «приказ Министра … от 22 июня 2023 года № 230 "…" (…)», «Правилах …, утвержденных …»."""

import re

from lexkz.languages.chunks import ActReference, Named, covering, printed, without_remarks
from lexkz.languages.folding import fold
from lexkz.languages.rus.months import month
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_REGISTERED = re.compile(r"(?:под|за)\s*(?:№|n|номером)\s*(\d+)|(?:№|n)\s*(\d+)\s*$")
_ADOPTED = re.compile(r"(?:ым|им|ых|их|ому|ему|ого|его|ом|ем|ые|ие|ый|ий|ой|ую|юю|ая|яя)$")
_MAX_AUTHOR = 40
"""Words between the kind of act and its date or title; a longer gap is another clause."""


def chunk(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each cited act (``B_…``), approved act (``I_…``) and named place (``N_…``) as one."""
    bare, remarks = without_remarks(tokens)
    found = next((match for text in remarks if (match := _REGISTERED.search(fold(text)))), None)
    registration = (found.group(1) or found.group(2)) if found and "реестр" in fold(" ".join(remarks)) else None
    return _places(_instruments(_acts(bare, registration)))


def _acts(tokens: tuple[Token, ...], registration: str | None) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type.startswith("A_"):
            found = _cited(tokens[place:], registration)
            if found is not None:
                out.append(covering("B" + token.type[1:], tokens[place : place + found[0]], found[1]))
                place += found[0]
                continue
        out.append(token)
        place += 1
    return tuple(out)


def _cited(tokens: tuple[Token, ...], registration: str | None) -> tuple[int, ActReference] | None:
    """Read the act reference that begins ``tokens``: its length in tokens and what it says; None where it is none."""
    noun = tokens[0].value
    assert isinstance(noun, Noun)
    place, author_end = 1, None
    date = number = title = None
    while place < len(tokens):
        token, folded = tokens[place], fold(tokens[place].text)
        dated = _date(tokens, place)
        if folded == "от" and dated is not None:
            author_end = place if author_end is None else author_end
            date, place = dated
        elif (token.type == "NO" or folded == "n") and place + 1 < len(tokens):
            author_end = place if author_end is None else author_end
            number, place = _number(tokens, place + 1)
        elif token.type == "QUOTED" and title is None:
            author_end = place if author_end is None else author_end
            title = " ".join(token.text.split())
            place += 1
        elif (
            author_end is None
            and place < _MAX_AUTHOR
            and token.type in ("WORD", "DASH", "DOT", "AND", "TO", "FROM", "IN")
        ):
            place += 1
        else:
            break
    if date is None and title is None:
        return None
    author = " ".join(token.text for token in tokens[1:author_end]) if author_end else ""
    return place, ActReference(noun.meaning, title, author or None, date, number, registration)


def _number(tokens: tuple[Token, ...], place: int) -> tuple[str | None, int]:
    """Read the number after "№" («230», «519-IV», «ҚР ДСМ-115/2020»): the number and the place after it."""
    end, last = place, place
    while end < len(tokens) and end < place + 8:
        token = tokens[end]
        if token.type not in ("NUM", "WORD", "DASH", "MARK") or (
            end > last and token.start > tokens[end - 1].end and last > place
        ):
            break
        end += 1
        if any(char.isdigit() for char in token.text) or token.joined:
            last = end
    return (printed(tokens[place:last]) or None), max(last, place)


def _date(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    """Read «от 22 июня 2023 года»: the ISO date and the place after it."""
    if place + 3 >= len(tokens):
        return None
    day, name, year = tokens[place + 1 : place + 4]
    number = month(fold(name.text))
    if day.type != "NUM" or year.type != "NUM" or number is None or not day.text.isdigit():
        return None
    end = place + 4
    if end < len(tokens) and fold(tokens[end].text) in ("года", "г", "год"):
        end += 1
        if end < len(tokens) and tokens[end].type == "DOT" and fold(tokens[end - 1].text) == "г":
            end += 1
    return f"{year.text}-{number:02d}-{int(day.text):02d}", end


_NAME_ENDS = frozenset(
    {"COLON", "SEMI", "QUOTED", "WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "APPROVED", "BRING", "RECOGNISE"}
)
_NAME_ENDS_TOO = frozenset({"FOLLOWING", "IN_EDITION", "ACCORDING", "WHOLE_TEXT", "COUNT", "NUM", "DOT"})


def _instruments(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not token.type.startswith("I_"):
            out.append(token)
            place += 1
            continue
        noun = token.value
        assert isinstance(noun, Noun)
        lead: list[Token] = []
        while out and out[-1].type == "WORD" and _ADOPTED.search(fold(out[-1].text)):
            lead.insert(0, out.pop())
        again = bool(out) and out[-1].type == "THAT"
        if again:
            lead.insert(0, out.pop())
        end = place + 1
        while end < len(tokens) and tokens[end].type not in _NAME_ENDS | _NAME_ENDS_TOO:
            if tokens[end].type.startswith("B_") or tokens[end].type == "THAT":
                break
            end += 1
        while end > place + 1 and tokens[end - 1].type in ("COMMA", "IN", "AND", "TO"):
            end -= 1
        end = _unit_stop(tokens, place, end)
        adjectives = tuple(word for word in lead if word.type != "THAT")
        name = _name(adjectives, token, noun, tokens[place + 1 : end])
        whole = (*lead, *tokens[place:end])
        out.append(covering(token.type, whole, Named(name, noun.meaning, again and end == place + 1)))
        place = end
    return tuple(out)


def _unit_stop(tokens: tuple[Token, ...], place: int, end: int) -> int:
    """A name does not run on into the address of a unit: «в Правилах пункт 5 изложить»."""
    for index in range(place + 1, end):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if tokens[index].type.startswith("U_") and following is not None and following.type in ("NUM", "ORD"):
            stop = index
            while stop > place + 1 and tokens[stop - 1].type in ("COMMA", "IN", "AND", "TO"):
                stop -= 1
            return stop
    return end


def _name(adjectives: tuple[Token, ...], head: Token, noun: Noun, rest: tuple[Token, ...]) -> str:
    words = [_adjective(token.text, noun) for token in adjectives]
    printed = head.text
    words.append(printed[0] + noun.nominative[1:] if printed[:1].isupper() else noun.nominative)
    for token in rest:
        if token.type == "COMMA":
            words[-1] += ","
        else:
            words.append(f'"{token.text}"' if token.type == "QUOTED" else token.text)
    return " ".join(words)


_FEMININE = ("а", "я")


def _adjective(word: str, noun: Noun) -> str:
    soft = re.search(r"(?:[кгхжшщч](?:им|их|ие|ий|ими)|н(?:ем|его|ему|им|их|ие|ий|ими|яя|юю))$", word) is not None
    stem = _ADOPTED.sub("", word)
    nominative = noun.nominative
    if noun.plural or nominative[-1:] in ("ы", "и"):
        return stem + ("ие" if soft else "ые")
    if nominative.endswith(_FEMININE):
        return stem + "ая"
    if nominative.endswith(("о", "е")):
        return stem + ("ее" if soft else "ое")
    return stem + ("ий" if soft else "ый")


def _places(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A line «в … :» of unknown words names a table or a form: «в Оценочном листе:»."""
    if len(tokens) < 3 or tokens[-1].type != "COLON" or tokens[0].type != "IN":
        return tokens
    words = tokens[1:-1]
    if not all(token.type in ("WORD", "AND", "COMMA", "DASH") for token in words):
        return tokens
    return (tokens[0], covering("N_LOC", words, Named(" ".join(token.text for token in words), None)), tokens[-1])
