"""Acts as Russian cites them: «приказ Министра … от 22 июня 2023 года № 230 "…"», «Указ …, имеющий силу Закона, …»."""

import re

from lexkz.languages.chunks import ActReference, covering
from lexkz.languages.folding import fold
from lexkz.languages.rus.months import month
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

ADOPTED = re.compile(r"(?:ым|им|ых|их|ому|ему|ого|его|ом|ем|ые|ие|ый|ий|ой|ую|юю|ая|яя|ое|ее)$")
_MAX_AUTHOR = 60
"""Words between the kind of act and its date or title; a longer gap is another clause."""
_NO_AUTHOR = frozenset(
    {
        "COLON", "SEMI", "QUOTED", "MARK", "NO", "THIS", "THAT", "ACTS", "FOLLOWING", "CHANGES", "BRING", "WRITE",
        "SUPPLEMENT", "REMOVE", "EXCHANGE", "RECOGNISE", "LOST", "MOVE", "SUSPEND", "COUNT", "ACCORDING", "WHOLE_TEXT",
        "IN_EDITION", "OF_CONTENT", "APPROVED", "RESPECTIVELY", "UNCHANGED", "BE_CHANGED", "AFTER",
    }
)  # fmt: skip
"""What the name of a body never holds."""
_KINDS = ("совместн", "нормативн", "конституционн")
"""Adjectives of a kind of act that are no part of its name."""
_ABOUT = re.compile(r"опубликован|зарегистрирован|принят|имеющ|введенн|обнародован")
"""Participles that say something of the act that is cited, after a comma."""


def cited_acts(tokens: tuple[Token, ...], registration: str | None) -> tuple[Token, ...]:
    """Return ``tokens`` with each act that is cited by date, number or title as one token (``B_…``)."""
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type.startswith("A_"):
            lead = _adjectives(out, token.value)
            found = _cited(tokens[place:], registration, lead)
            if found is not None:
                del out[len(out) - len(lead) :]
                out.append(covering("B" + token.type[1:], (*lead, *tokens[place : place + found[0]]), found[1]))
                place += found[0]
                if isinstance(token.value, Noun) and token.value.plural:
                    place = _further(tokens, place, token, registration, out)
                continue
            if lead and fold(lead[-1].text).startswith(_KINDS):
                del out[-1]
                token = covering(token.type, (lead[-1], token), token.value)
        out.append(token)
        place += 1
    return tuple(out)


def dated_alone(tokens: tuple[Token, ...], noun: Noun, registration: str | None) -> tuple[Token, ...] | None:
    """Return ``tokens`` as one cited act whose kind stands in a line above: «от 4 мая 2018 года № 17-3 "О ценах";»."""
    head = Token("A_NOM", "", tokens[0].start, tokens[0].start, noun)
    found = _cited((head, *tokens), registration, ())
    if found is None or found[0] < 2 or not (found[1].number and found[1].date):
        return None
    end = found[0] - 1
    return (covering("B_NOM", tokens[:end], found[1]), *tokens[end:])


def _further(tokens: tuple[Token, ...], place: int, noun: Token, registration: str | None, out: list[Token]) -> int:
    """«приказы Министра … от 4 мая № 51 "…" и от 5 мая № 52 "…"»: the acts after the first, under one noun."""
    while place + 1 < len(tokens) and tokens[place].type in ("COMMA", "AND"):
        found = _cited((noun, *tokens[place + 1 :]), registration, ())
        if found is None or not (found[1].number and found[1].date) or found[1].author:
            break
        out.append(tokens[place])
        out.append(covering("B" + noun.type[1:], tokens[place + 1 : place + found[0]], found[1]))
        place += found[0]
    return place


def _adjectives(out: list[Token], noun: object) -> tuple[Token, ...]:
    """The words before the kind of act that belong to it: «Гражданский процессуальный (кодекс)»."""
    begin = len(out)
    while begin and begin > len(out) - 3 and out[begin - 1].type == "WORD" and _describes(out[begin - 1]):
        begin -= 1
    one = isinstance(noun, Noun) and noun.meaning == "code" and not noun.plural
    if one and 1 < begin < len(out) and out[begin].text[:1].islower() and out[begin - 1].type == "AND":
        # «Лесной и водный кодекс» is one act; «Лесной и водный кодексы», «Лесной и Водный кодекс» can be two.
        first = out[begin - 2]
        begin -= 2 if first.type == "WORD" and first.text[:1].isupper() and _describes(first) else 0
    return tuple(out[begin:])


def _describes(token: Token) -> bool:
    return ADOPTED.search(fold(token.text)) is not None


def _cited(
    tokens: tuple[Token, ...], registration: str | None, lead: tuple[Token, ...]
) -> tuple[int, ActReference] | None:
    """Read the act reference that begins ``tokens``: its length in tokens and what it says; None where it is none.

    ``lead``: the adjectives before it, by which a code is known («Трудовой кодекс Республики Казахстан»).
    """
    noun = tokens[0].value
    assert isinstance(noun, Noun)
    place, author_end = 1, None
    date: str | None = None
    title: str | None = None
    found_numbers: list[str] = []
    while place < len(tokens):
        token = tokens[place]
        if token.type == "SINCE" or (token.type in ("BEFORE", "FROM") and _date(tokens, place + 1) is not None):
            # «… действие пункта 9 Правил, утвержденных указанным приказом, до 1 мая 2027 года»: no day of the act.
            break
        dated = _date(tokens, place)
        number = _number(tokens, place) if dated is None else None
        if dated is not None:
            author_end = place if author_end is None else author_end
            if date is None:
                date = dated[0]
            place = dated[1]
        elif number is not None:
            author_end = place if author_end is None else author_end
            if number[0] is None:
                return None
            found_numbers.append(number[0])
            place = number[1]
        elif token.type == "QUOTED" and title is None:
            author_end = place if author_end is None else author_end
            title = " ".join(token.text.split())
            place += 1
        elif found_numbers and title is None and (beside := _beside(tokens, place)):
            place = beside
        elif date is not None and title is None and (after := _mark_of_a_bank(tokens, place)):
            place = after
        elif token.type == "COMMA" and (after := _clause(tokens, place, dated=date is not None)):
            author_end = place if author_end is None else author_end
            place = after
        elif author_end is None and place < _MAX_AUTHOR and _names(tokens, place):
            place += 1
        else:
            break
    named = noun.meaning == "constitution" or (noun.meaning == "code" and bool(lead))
    if author_end is None and named:
        # «в Налоговый кодекс Республики Казахстан»: the name alone tells which.
        place = 1
        while place < len(tokens) and tokens[place].type == "WORD" and not _describes(tokens[place]):
            place += 1
        author_end = place
    if author_end is None or (date is None and title is None and not named):
        return None
    author = " ".join(token.text for token in tokens[1:author_end])
    if noun.meaning == "code" and lead and not fold(lead[-1].text).startswith(_KINDS):
        words = [token.text for token in tokens[1:author_end]]
        title = title or " ".join((*_code_name(lead), noun.nominative, *words))
        author = ""
    if noun.meaning == "constitution":
        title = " ".join((noun.nominative.capitalize(), *(token.text for token in tokens[1:author_end])))
        author = ""
    number_said = found_numbers[0] if found_numbers else None
    joint = tuple(found_numbers[1:])
    return place, ActReference(noun.meaning, title, author or None, date, number_said, registration, joint)


def _mark_of_a_bank(tokens: tuple[Token, ...], place: int) -> int | None:
    """«от 13 июля 1999 г. Z990414_ "…"»: where a data bank's own mark of the act ends, right before its title."""
    if tokens[place].text not in ("Z", "P", "U", "V", "K"):
        return None
    end = place + 1
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end if end - place > 1 and end < len(tokens) and tokens[end].type == "QUOTED" else None


def _names(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether the word at ``place`` can stand in the name of the body that adopted the act."""
    token = tokens[place]
    if token.type in _NO_AUTHOR or token.type.startswith(("B_", "W_", "SIGN_")):
        return False
    if token.type == "DOT":
        # «и.о. Министра»: a stop within an abbreviation.
        return fold(tokens[place - 1].text) in ("и", "о", "г", "им") and place + 1 < len(tokens)
    if token.type.startswith("A_"):
        return _of_force(tokens, place)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    # «указанному приказу строку "Всего"»: a unit with its number or name is no part of a body's name.
    numbered = following is not None and following.type in ("NUM", "ORD", "QUOTED")
    if token.type == "NUM":
        # «решение XXII сессии маслихата»: sessions and convocations are numbered.
        return following is not None and fold(following.text).startswith(("сесси", "созыв", "внеочередн", "очередн"))
    return not (token.type.startswith("U_") and numbered)


def _of_force(tokens: tuple[Token, ...], place: int) -> bool:
    """«Указ Президента Республики Казахстан, имеющий силу Закона, от 17 апреля 1995 года»."""
    return any(fold(token.text) == "силу" for token in tokens[max(place - 2, 0) : place])


def _beside(tokens: tuple[Token, ...], place: int) -> int | None:
    """«… № 91 и Министра труда … от 11 июня 2021 года № 15»: where the next body of a joint act has its number."""
    if tokens[place].type not in ("AND", "COMMA"):
        return None
    for index in range(place + 1, min(place + _MAX_AUTHOR, len(tokens))):
        if _number(tokens, index) is not None:
            return index
        dated = _date(tokens, index)
        if dated is not None:
            return dated[1] if _number(tokens, dated[1]) is not None else None
        if not _names(tokens, index):
            return None
    return None


def _clause(tokens: tuple[Token, ...], comma: int, *, dated: bool) -> int | None:
    """What a clause after a comma says of the act: the place after it, None where no such clause stands there.

    «…, опубликованный в газетах "…" и "…" 10 ноября 1998 г.», «…, зарегистрированный … под № 22001,» say nothing that
    an act is known by; «…, принятый Верховным Советом 27 декабря 1994 года», «…, имеющий силу Закона, от …» do, where
    its day has not been named.
    """
    if comma + 1 >= len(tokens) or not _ABOUT.match(fold(tokens[comma + 1].text)):
        return None
    place = comma + 2
    if not dated:
        while place < len(tokens) and _date(tokens, place) is None:
            token = tokens[place]
            if token.type == "COMMA" and _of_force(tokens, place):
                return place + 1
            if token.type in ("QUOTED", "NO") or (token.type in _NO_AUTHOR and token.type != "APPROVED"):
                return place if _of_force(tokens, place) else None
            place += 1
        return place if place < len(tokens) else None
    while place < len(tokens):
        token = tokens[place]
        if token.type in ("QUOTED", "NO", "COMMA"):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            if token.type == "COMMA" and not (following is not None and following.type == "QUOTED"):
                return place + 1 if following is not None and following.type in _NO_AUTHOR else place
        elif token.type in _NO_AUTHOR or (token.type == "DOT" and place + 1 == len(tokens)):
            return place
        place += 1
    return place


def _code_name(lead: tuple[Token, ...]) -> tuple[str, ...]:
    """The adjectives of a code in the nominative: «Гражданского процессуального» is «Гражданский процессуальный»."""
    return tuple(_masculine(token.text) for token in lead)


def _masculine(word: str) -> str:
    stem = ADOPTED.sub("", word)
    if fold(word).endswith("овой") or fold(stem).endswith(("трудов", "налогов", "бюджетн", "земельн")):
        return stem + ("ой" if fold(stem).endswith(("трудов",)) else "ый")
    return stem + ("ий" if fold(stem)[-1:] in "кгхжшщч" else "ый")


def _number(tokens: tuple[Token, ...], place: int) -> tuple[str | None, int] | None:
    """Read «№ 230», «за № 15/1»: the number (None if it cannot be told whole) and the place after; None for a word."""
    if place < len(tokens) and fold(tokens[place].text) in ("за", "под"):
        place += 1
    if place >= len(tokens) or tokens[place].type != "NO":
        return None
    if place + 1 >= len(tokens) or tokens[place + 1].type != "NUM":
        return None, place + 1
    token = tokens[place + 1]
    after = tokens[place + 2] if place + 2 < len(tokens) else None
    hanging = after is not None and after.start == token.end and after.type in ("WORD", "NUM", "DASH", "MARK")
    if hanging and after is not None and after.text not in ('"', "«", "“", "„"):
        return None, place + 2
    value = token.value
    return str(value[0]) if isinstance(value, tuple) else token.text, place + 2


_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def _date(tokens: tuple[Token, ...], place: int) -> tuple[str, int] | None:
    """Read «от 22 июня 2023 года», «от 22.06.2023»: the ISO date and the place after it; "от" may be missing."""
    if place < len(tokens) and (fold(tokens[place].text) == "от" or tokens[place].type == "FROM"):
        place += 1
    if place >= len(tokens):
        return None
    figures = _FIGURES.fullmatch(tokens[place].text)
    if figures is not None:
        day, number, year = figures.groups()
        end = place + 1
    elif place + 2 < len(tokens):
        first, name, last = tokens[place : place + 3]
        found = month(fold(name.text))
        # «от «22» июня 2023 года»: the day as it is filled into a form.
        day = first.text.strip('"«»“” ')
        if first.type not in ("NUM", "QUOTED") or found is None or not re.fullmatch(r"\d{1,2}", day):
            return None
        number, year, end = str(found), last.text, place + 3
    else:
        return None
    if not re.fullmatch(r"\d{4}", year):
        return None
    if end < len(tokens) and fold(tokens[end].text) in ("года", "г", "год", "году"):
        end += 1
        if end < len(tokens) and tokens[end].type == "DOT" and fold(tokens[end - 1].text) == "г":
            end += 1
    return f"{year}-{int(number):02d}-{int(day):02d}", end
