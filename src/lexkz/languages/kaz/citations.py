"""Acts as Kazakh cites them: «"…" … министрінің 2023 жылғы 22 маусымдағы № 230 бұйрығы», the author before or after."""

import re

from lexkz.languages.chunks import ActReference, covering
from lexkz.languages.folding import fold
from lexkz.languages.kaz.months import month
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_MAX_AUTHOR = 60
"""Words that an act is cited with; more are another clause."""
_NO_CITATION = frozenset(
    {
        "COLON", "SEMI", "THIS", "THAT", "THESE", "ACTS", "NEXT", "CHANGES", "ENTER", "WRITE", "SUPPLEMENT", "REMOVE",
        "EXCHANGE", "RECOGNISED", "LOST", "MOVE", "SUSPEND", "COUNT", "ACCORDING", "DEGEN", "APPROVED", "EDITION",
        "OF_CONTENT", "RESPECTIVELY", "UNCHANGED", "ADDED", "AFTER",
    }
)  # fmt: skip
"""What stands in no citation: it begins after such a word."""
_JOINT = ("бірлескен", "нормативтік", "конституциялық")
"""Adjectives of a kind of act that are no part of its name."""
_PUBLISHED = ("жарияланған", "басылған", "тіркелген")
_YEARS = ("жылғы", "жылы", "жылдың", "ж")


def cited_acts(tokens: tuple[Token, ...], registration: str | None) -> tuple[Token, ...]:
    """Return ``tokens`` with each act that is cited by date, number or title as one token (``B_…``)."""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        out.append(token)
        if not token.type.startswith("A_") or _of_force(tokens, place):
            continue
        begin = _begin(out)
        found = _cited(tuple(out[begin:]), registration)
        if found is not None:
            offset, references = found
            _replace(out, begin + offset, references, token)
        elif len(out) > 1 and out[-2].type == "WORD" and fold(out[-2].text) in _JOINT:
            out[-2:] = [covering(token.type, tuple(out[-2:]), token.value)]
    return tuple(out)


def dated_alone(tokens: tuple[Token, ...], noun: Noun, registration: str | None) -> tuple[Token, ...] | None:
    """Return ``tokens`` as one cited act whose kind stands in a line above: «2009 жылғы 4 мамырдағы "…" № 17-3;»."""
    end = len(tokens)
    while end and tokens[end - 1].type in ("SEMI", "DOT", "COMMA"):
        end -= 1
    if not end:
        return None
    head = Token("A_NOM", "", tokens[end - 1].end, tokens[end - 1].end, noun)
    found = _cited((*tokens[:end], head), registration)
    if found is None or found[0] or len(found[1]) != 1 or not (found[1][0].number and found[1][0].date):
        return None
    return (covering("B_NOM", tokens[:end], found[1][0]), *tokens[end:])


def _of_force(tokens: tuple[Token, ...], place: int) -> bool:
    """«… 1995 жылғы 17 сәуірдегі № 2198 заң күші бар Жарлығы»: the law is not the act that is cited."""
    following = tokens[place + 1 : place + 3]
    return tokens[place].type == "A_NOM" and [fold(token.text) for token in following] == ["күші", "бар"]


def _begin(out: list[Token]) -> int:
    """Where the citation that ends ``out`` can begin at the earliest."""
    begin = len(out) - 1
    while begin and len(out) - begin < _MAX_AUTHOR:
        before = out[begin - 1]
        if before.type in _NO_CITATION or before.type.startswith(("B_", "W_", "SIGN_")):
            break
        if before.type == "A_NOM" and not fold(before.text).startswith("заң"):
            break
        if before.type.startswith("A_") and before.type != "A_NOM":
            break
        numbered = before.type.startswith("U_") and begin > 1 and out[begin - 2].type in ("NUM", "ORD")
        if numbered and (before.joined or out[begin - 2].type == "ORD"):
            break
        begin -= 1
    while begin < len(out) - 1 and out[begin].type in ("COMMA", "AND", "DASH", "DOT"):
        begin += 1
    return begin


def _cited(window: tuple[Token, ...], registration: str | None) -> tuple[int, tuple[ActReference, ...]] | None:
    """Read the citation that ends ``window``: where it begins, and the acts that it cites; None where it is none."""
    noun = window[-1].value
    assert isinstance(noun, Noun)
    if noun.plural:
        several = _several(window, noun, registration)
        if several is not None:
            return several
    dates, found_numbers = _dates(window), _numbers(window)
    if None in (number for _, number in found_numbers):
        return None
    titles = [place for place, token in enumerate(window) if token.type == "QUOTED"]
    title_at = titles[-1] if titles else None
    if title_at is not None and _published(window, title_at):
        title_at = None
    if not dates and title_at is None:
        return _by_name(window, noun, registration)
    date_at = _day(window, dates, title_at)
    numbers = [str(number) for place, number in found_numbers if date_at is None or place > date_at - 6]
    begin = _first(window, title_at, date_at)
    date = dates[date_at] if date_at is not None else None
    title = " ".join(window[title_at].text.split()) if title_at is not None else None
    author = _author(window, begin, title_at, date_at)
    if title is None and noun.meaning in ("code", "constitution"):
        title, author = _named(window, date_at, noun), None
    reference = ActReference(
        noun.meaning, title, author, date, numbers[0] if numbers else None, registration, tuple(numbers[1:])
    )
    return begin, (reference,)


def _by_name(
    window: tuple[Token, ...], noun: Noun, registration: str | None
) -> tuple[int, tuple[ActReference, ...]] | None:
    """«Қазақстан Республикасының Салық кодексіне»: the name of a code alone tells which it is."""
    begin = len(window) - 1
    while begin and window[begin - 1].type in ("WORD", "DASH"):
        begin -= 1
    if noun.meaning not in ("code", "constitution") or not fold(window[begin].text).startswith("қазақстан"):
        return None
    title = _named(window[begin:], None, noun)
    return begin, (ActReference(noun.meaning, title, None, None, None, registration),)


def _several(
    window: tuple[Token, ...], noun: Noun, registration: str | None
) -> tuple[int, tuple[ActReference, ...]] | None:
    """«"…" … № 51 және "…" … № 52 бұйрықтарының»: several acts under one noun, each with a title and a number."""
    titles = [place for place, token in enumerate(window) if token.type == "QUOTED"]
    if len(titles) < 2:
        return None
    found: list[ActReference] = []
    for place, begin in enumerate(titles):
        end = titles[place + 1] if place + 1 < len(titles) else len(window) - 1
        while window[end - 1].type in ("AND", "COMMA"):
            end -= 1
        one = Noun(noun.meaning, noun.case, False, noun.possessive, noun.nominative)
        head = Token(window[-1].type, window[-1].text, window[end - 1].end, window[end - 1].end, one)
        cited = _cited((*window[begin:end], head), registration)
        if cited is None or cited[0] or not (cited[1][0].number and cited[1][0].date):
            return None
        found.append(cited[1][0])
    return titles[0], tuple(found)


def _replace(out: list[Token], begin: int, references: tuple[ActReference, ...], noun: Token) -> None:
    """Put one token for each act that is cited in place of the words from ``begin``."""
    words = tuple(out[begin:])
    kind = "B" + noun.type[1:]
    del out[begin:]
    if len(references) == 1:
        out.append(covering(kind, words, references[0]))
        return
    titles = [place for place, token in enumerate(words) if token.type == "QUOTED"]
    for place, reference in enumerate(references):
        end = titles[place + 1] if place + 1 < len(titles) else len(words)
        part = words[titles[place] : end]
        links = 0
        while part[len(part) - links - 1].type in ("AND", "COMMA"):
            links += 1
        out.append(covering(kind, part[: len(part) - links], reference))
        out.extend(part[len(part) - links :])


def _published(window: tuple[Token, ...], place: int) -> bool:
    """«… "Егемен Қазақстан" … газеттерінде жарияланған … Заңына»: the name of a newspaper is no title."""
    return any(fold(token.text).startswith(("газет", "журнал")) for token in window[place + 1 : place + 3])


def _day(window: tuple[Token, ...], dates: dict[int, str], title_at: int | None) -> int | None:
    """Which of the days is the act's own: the first after its title, else one before it that is not of publishing."""
    if title_at is not None:
        after = next((place for place in sorted(dates) if place > title_at), None)
        if after is not None:
            return after
    for place in sorted(dates):
        end = next(
            (other for other in sorted(dates) if other > place), title_at if title_at is not None else len(window)
        )
        if not any(fold(token.text) in _PUBLISHED for token in window[place:end]):
            return place
    return None


def _first(window: tuple[Token, ...], title_at: int | None, date_at: int | None) -> int:
    """Where the citation begins: with its title, or with the body or the day before it."""
    anchors = [place for place in (title_at, date_at) if place is not None]
    first = min(anchors)
    begin = first
    while begin and window[begin - 1].type not in ("QUOTED", "MARK"):
        begin -= 1
    if any(fold(token.text) in _PUBLISHED for token in window[:first]):
        return 0
    while begin < first and window[begin].type in ("COMMA", "AND", "DASH", "DOT"):
        begin += 1
    return begin


def _author(window: tuple[Token, ...], begin: int, title_at: int | None, date_at: int | None) -> str | None:
    """The adopting body as printed: the words before the day, and before or after the title; else those at the end."""
    first = min(place for place in (title_at, date_at) if place is not None)
    before = window[begin:first]
    between = window[title_at + 1 : date_at] if title_at is not None and date_at is not None else ()
    after = window[max(place for place in (title_at, date_at) if place is not None) + 1 : -1]
    for words in (before, between, _words_only(after)):
        text = " ".join(token.text for token in words if token.type not in ("NUM", "NO") or token.joined)
        if any(token.type == "WORD" for token in words):
            return text
    return None


def _words_only(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words after day and number: «2002 жылғы 8 тамыздағы № 17 Қазақстан Республикасының (Заңы)»."""
    begin = 0
    while begin < len(words) and (
        words[begin].type in ("NUM", "NO", "DOT", "QUOTED")
        or fold(words[begin].text) in _YEARS
        or month(fold(words[begin].text)) is not None
    ):
        begin += 1
    return words[begin:]


def _named(window: tuple[Token, ...], date_at: int | None, noun: Noun) -> str | None:
    """A code or the constitution is known by its name: «Қазақстан Республикасының Еңбек кодексі»."""
    words = _words_only(window[(date_at or 0) : -1])
    made = next((place for place, token in enumerate(words) if fold(token.text) in ("қабылдаған", "қабылданған")), None)
    kept = words[made + 1 :] if made is not None else words
    if not kept:
        return None
    last = noun.nominative
    printed = window[-1].text
    head = printed[0] + last[1:] if printed[:1].isupper() else last
    return " ".join((*(token.text for token in kept), head))


def _numbers(window: tuple[Token, ...]) -> list[tuple[int, str | None]]:
    """The numbers after "№", with their places; None for one that cannot be told whole."""
    found: list[tuple[int, str | None]] = []
    for place, token in enumerate(window):
        if token.type != "NO":
            continue
        number = window[place + 1] if place + 1 < len(window) else None
        after = window[place + 2] if place + 2 < len(window) else None
        if number is None or number.type != "NUM":
            found.append((place, None))
            continue
        hanging = after is not None and after.start == number.end and after.type in ("WORD", "NUM", "DASH", "MARK")
        value = number.value
        text = str(value[0]) if isinstance(value, tuple) else number.text
        found.append((place, None if hanging else text))
    return found


_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def _dates(window: tuple[Token, ...]) -> dict[int, str]:
    """The days named in ``window``, by the places where they begin."""
    found: dict[int, str] = {}
    for place, token in enumerate(window):
        figures = _FIGURES.fullmatch(token.text)
        if figures is not None:
            found[place] = f"{figures.group(3)}-{int(figures.group(2)):02d}-{int(figures.group(1)):02d}"
        elif token.type == "NUM" and re.fullmatch(r"\d{4}", token.text):
            day = _spelled(window, place)
            if day is not None:
                found[place] = day
    return found


def _spelled(window: tuple[Token, ...], place: int) -> str | None:
    """Read «2023 жылғы 22 маусымдағы», «2023 ж. 22 маусымдағы»."""
    at = place + 1
    if at >= len(window) or fold(window[at].text) not in _YEARS:
        return None
    at += 1
    if at < len(window) and window[at].type == "DOT":
        at += 1
    if at + 1 >= len(window) or window[at].type not in ("NUM", "QUOTED"):
        return None
    # «2023 жылғы «22» маусымдағы»: the day as it is filled into a form.
    day = window[at].text.strip('"«»“” ')
    number = month(fold(window[at + 1].text))
    return f"{window[place].text}-{number:02d}-{int(day):02d}" if number and re.fullmatch(r"\d{1,2}", day) else None
