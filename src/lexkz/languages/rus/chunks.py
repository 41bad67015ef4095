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
    return _places(_several_acts(_instruments(_acts(bare, registration))))


def _several_acts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в следующие законодательные акты Республики Казахстан», «в некоторые приказы Министра …» as one token."""
    for place, token in enumerate(tokens):
        if token.type != "FOLLOWING" and fold(token.text) not in _SOME:
            continue
        end = place + 1
        while (end < len(tokens) and tokens[end].type in ("WORD", "AND", "DASH", "TO")) or _plural_act(tokens, end):
            end += 1
        words = tokens[place:end]
        if place and tokens[place - 1].type in ("IN", "LOST") and any(_is_act(word) for word in words):
            return (*tokens[:place], covering("ACTS", words, None), *tokens[end:])
    return tokens


_SOME = frozenset({"некоторые", "некоторых", "следующих", "нижеследующих", "отдельные"})


def _plural_act(tokens: tuple[Token, ...], place: int) -> bool:
    return place < len(tokens) and tokens[place].type.startswith("A_")


def _is_act(token: Token) -> bool:
    return token.type.startswith("A_") or fold(token.text) in ("акты", "актах", "актов")


def _acts(tokens: tuple[Token, ...], registration: str | None) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type.startswith("A_"):
            lead = _adjectives(out)
            found = _cited(tokens[place:], registration, lead)
            if found is not None:
                del out[len(out) - len(lead) :]
                out.append(covering("B" + token.type[1:], (*lead, *tokens[place : place + found[0]]), found[1]))
                place += found[0]
                continue
        out.append(token)
        place += 1
    return tuple(out)


def _adjectives(out: list[Token]) -> tuple[Token, ...]:
    """The words before the kind of act that belong to it: «Гражданский процессуальный (кодекс)»."""
    begin = len(out)
    while (
        begin and begin > len(out) - 3 and out[begin - 1].type == "WORD" and _ADOPTED.search(fold(out[begin - 1].text))
    ):
        begin -= 1
    return tuple(out[begin:])


def _cited(
    tokens: tuple[Token, ...], registration: str | None, lead: tuple[Token, ...]
) -> tuple[int, ActReference] | None:
    """Read the act reference that begins ``tokens``: its length in tokens and what it says; None where it is none.

    ``lead``: the adjectives before it, by which a code is known («Трудовой кодекс Республики Казахстан»).
    """
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
        elif token.type == "COMMA" and date is None and _dated_after(tokens, place):
            place += 1
        elif dated_bare := _date(tokens, place - 1) if author_end is None or date is None else None:
            author_end = place if author_end is None else author_end
            date, place = dated_bare
        elif (
            author_end is None
            and place < _MAX_AUTHOR
            and (token.type in ("WORD", "DASH", "DOT", "AND", "TO", "FROM", "IN") or _of_force(tokens, place))
        ):
            place += 1
        else:
            break
    author = " ".join(token.text for token in tokens[1:author_end]) if author_end else ""
    if noun.meaning == "code" and lead:
        end = next((index for index, token in enumerate(tokens) if token.type == "COMMA"), author_end or place)
        words = [token.text for token in tokens[1 : min(end, author_end or place)]]
        title = title or " ".join((*_code_name(lead), noun.nominative, *words))
        author = ""
    if date is None and title is None:
        return None
    return place, ActReference(noun.meaning, title, author or None, date, number, registration)


def _of_force(tokens: tuple[Token, ...], place: int) -> bool:
    """«Указ Президента Республики Казахстан, имеющий силу Закона, от 17 апреля 1995 года»."""
    return tokens[place].type == "A_GEN" and place > 1 and fold(tokens[place - 1].text) == "силу"


def _dated_after(tokens: tuple[Token, ...], comma: int) -> bool:
    """«…, принятый Верховным Советом Республики Казахстан 27 декабря 1994 года», «…, имеющий силу Закона, от …»."""
    for index in range(comma + 1, min(comma + 12, len(tokens))):
        if _date(tokens, index - 1) is not None:
            return True
        if tokens[index].type not in ("WORD", "COMMA", "A_GEN", "AND", "DASH"):
            return False
    return False


def _code_name(lead: tuple[Token, ...]) -> tuple[str, ...]:
    """The adjectives of a code in the nominative: «Гражданского процессуального» is «Гражданский процессуальный»."""
    return tuple(_masculine(token.text) for token in lead)


def _masculine(word: str) -> str:
    stem = _ADOPTED.sub("", word)
    if fold(word).endswith("овой") or fold(stem).endswith(("трудов", "налогов", "бюджетн", "земельн")):
        return stem + ("ой" if fold(stem).endswith(("трудов",)) else "ый")
    return stem + ("ий" if fold(stem)[-1:] in "кгхжшщч" else "ый")


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


_NAME_ENDS = frozenset({"COLON", "SEMI", "WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "APPROVED", "BRING", "RECOGNISE"})
_NAME_ENDS_TOO = frozenset(
    {
        "FOLLOWING",
        "IN_EDITION",
        "ACCORDING",
        "WHOLE_TEXT",
        "COUNT",
        "NUM",
        "DOT",
        "LOST",
        "MOVE",
        "SUSPEND",
        "RESPECTIVELY",
        "OF_CONTENT",
        "UNCHANGED",
        "BE_CHANGED",
    }
)


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
            if tokens[end].type.startswith(("B_", "SIGN_")) or tokens[end].type == "THAT":
                break
            if tokens[end].type == "QUOTED" and tokens[end - 1].type.startswith(("W_", "U_")):
                # «в Правилах слова "а" …»: the noun before the quotation is that of the command.
                end -= 1
                break
            end += 1
        end = max(end, place + 1)
        while end > place + 1 and tokens[end - 1].type in _HANGING:
            end -= 1
        end = _unit_stop(tokens, place, end)
        adjectives = tuple(word for word in lead if word.type != "THAT")
        name = _name(adjectives, token, noun, tokens[place + 1 : end])
        whole = (*lead, *tokens[place:end])
        out.append(covering(token.type, whole, Named(name, noun.meaning, again and end == place + 1)))
        place = end
    return tuple(out)


_HANGING = frozenset({"COMMA", "IN", "AND", "TO", "AFTER", "BEFORE", "FROM", "ON"})
"""What a name does not end with."""


def _unit_stop(tokens: tuple[Token, ...], place: int, end: int) -> int:
    """A name does not run on into the address of a unit: «в Правилах пункт 5 изложить»."""
    for index in range(place + 1, end):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if tokens[index].type.startswith("U_") and following is not None and following.type in ("NUM", "ORD"):
            stop = index
            while stop > place + 1 and tokens[stop - 1].type in _HANGING:
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
