"""The editors' notes of official editions, read: which unit was changed, how, by which act, from when.

What stands in such notes and is not understood is left to the note's text: nothing here is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lexkz.languages.bodies import body_slug
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.mentions import day_key
from lexkz.languages.notes import NotedUnit, NoteKind
from lexkz.languages.pointing import read_step, unit_kind
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import Noun, classify

_CAPITAL = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_BREAK = re.compile(rf";|\.(?=\s+(?:[{_CAPITAL}]|\d+(?:-\d+)?-)[а-яёәғқңөұүһі])")
"""Where a note goes on with another change or another act, outside brackets."""
_YEAR_FIRST = re.compile(r"\d{4}\.\d{2}\.\d{2}(?!\d)")
"""A day as older notes print it: «2011.06.21»."""
_BARE = re.compile(r"\s*(?:от\s+)?\d")
"""A further act of which no body is named."""
_NUMBER = re.compile(r"[^\d№N;()]{0,12}?(?:№|N)\s*(?P<number>[^\s(),;]*\d[^\s(),;]*(?:\s(?:ЗРК|ҚРЗ|НҚ|нқ|қе))?)")
_ALONE = frozenset({"preamble", "heading", "note", "corner_mark", "annex", "form", "table", "contents", "title"})
"""Units that are named without a number: an act's only annex, the heading of what is named beside it."""


@dataclass(frozen=True, slots=True)
class EditionNotes:
    """How one language words such notes; all patterns are searched in folded text."""

    head: re.Pattern[str]
    """What a note begins with: «Сноска.», «Ескерту:»."""
    kinds: tuple[tuple[NoteKind, re.Pattern[str]], ...]
    """What was done; the words that come first in a note tell."""
    entry: re.Pattern[str]
    """What tells a bracket on entry into force."""
    author: re.Pattern[str]
    """What ends right before the day of an act, in printed text: group ``author``, the body that made it."""
    again: str
    """What, put before a further act of a note, makes it read as the first: it names its body, but says no more."""
    languages: tuple[tuple[Lang, re.Pattern[str]], ...]
    """Words that name the text in one language."""
    unchanged: re.Pattern[str]
    """Words that say that a text does not change."""
    container_first: bool
    """True where the unit around is named before the unit in it: «4-тармақтың 2) тармақшасы»."""
    added_after: bool
    """True where a new unit is named behind the verb: «Правила дополнены пунктом 15»."""


@dataclass(frozen=True, slots=True)
class NotedAct:
    """The act that made a change, as a note names it."""

    type: str | None
    """Slug of the kind of act: ``order``."""
    date: str
    """ISO date."""
    number: str
    author: str | None = None
    """Slug of the body that made it."""
    entry: str | None = None
    """What the note says of its entry into force, without brackets."""


@dataclass(frozen=True, slots=True)
class NotedChange:
    """One change that a note tells of."""

    kind: NoteKind
    units: tuple[tuple[NotedUnit, ...], ...]
    """Addresses, outermost step first; empty where the note says it of the unit that it stands at."""
    acts: tuple[NotedAct, ...]
    only: Lang | None = None
    """The one language whose text was changed, where the note says so."""


def noted_changes(text: str, lang: Lang) -> tuple[NotedChange, ...]:
    """Return the changes that an editors' note tells of, in its order; none where it names no act by date and number.

    Several acts can have changed one unit: «в редакции приказов … от … № …; от … № …» is one change with two acts.
    """
    words = words_of(lang).edition_notes
    head = words.head.match(fold(text))
    body = text[head.end() :] if head else text
    out: list[NotedChange] = []
    for piece in _pieces(body):
        acts = tuple(_acts(piece, lang, words))
        found = _kind(piece, words)
        if found is None:
            if out and acts:
                out[-1] = replace(out[-1], acts=(*out[-1].acts, *_further(piece, acts, out[-1].acts, lang, words)))
            continue
        kind, start, end = found
        units = tuple(_units(piece, start, end, kind, lang, words))
        if not units and out and not head and not acts:
            continue
        out.append(NotedChange(kind, units or (out[-1].units if out else ()), acts, _only(body, lang, words)))
    return tuple(replace(change, acts=_typed(change.acts)) for change in out if change.acts)


def _further(
    piece: str, acts: tuple[NotedAct, ...], before: tuple[NotedAct, ...], lang: Lang, words: EditionNotes
) -> Iterator[NotedAct]:
    """Acts that a note names behind others: «; от 05.06.2023 № 77» is of the body of the act before it, «; и.о.
    Министра финансов РК от …» of another body."""
    last = before[-1] if before else None
    bare = _BARE.match(piece) is not None
    again = tuple(_acts(f"{words.again} {piece.strip()}", lang, words))
    for place, act in enumerate(acts):
        author = act.author or again[place].author
        if not author and last is not None and bare and place == 0:
            author = last.author
        known = last.type if last is not None and not words.container_first else None
        yield replace(act, type=act.type or known, author=author)


def _typed(acts: tuple[NotedAct, ...]) -> tuple[NotedAct, ...]:
    """Acts of one kind share its noun, which Kazakh prints behind the last of them."""
    known = next((act.type for act in reversed(acts) if act.type), None)
    out: list[NotedAct] = []
    for act in reversed(acts):
        known = act.type or known
        out.append(replace(act, type=known))
    return tuple(reversed(out))


def _pieces(body: str) -> Iterator[str]:
    depth, start = 0, 0
    breaks = {found.start() for found in _BREAK.finditer(body)}
    for place, char in enumerate(body):
        depth += (char == "(") - (char == ")" and depth > 0)
        if place in breaks and not depth:
            yield body[start:place]
            start = place + 1
    yield body[start:]


def _outside_brackets(text: str) -> str:
    """The text with what stands in brackets as spaces."""
    out, depth = [], 0
    for char in text:
        depth += char == "("
        out.append(" " if depth else char)
        depth -= char == ")" and depth > 0
    return "".join(out)


def _kind(piece: str, words: EditionNotes) -> tuple[NoteKind, int, int] | None:
    folded = fold(_outside_brackets(piece))
    found = [(match.start(), match.end(), kind) for kind, pattern in words.kinds if (match := pattern.search(folded))]
    if not found:
        return None
    start, end, kind = min(found, key=lambda one: one[0])
    return kind, start, end


def _acts(piece: str, lang: Lang, words: EditionNotes) -> Iterator[NotedAct]:
    plain = _outside_brackets(piece)
    days = sorted(
        [*words_of(lang).mentions.dates.finditer(plain), *_YEAR_FIRST.finditer(plain)], key=lambda found: found.start()
    )
    kinds = [
        (token.start, token.value.meaning)
        for token in classify(scan(plain), words_of(lang).commands.vocabulary())
        if token.type.startswith("A_") and isinstance(token.value, Noun)
    ]
    for day in days:
        number = _NUMBER.match(plain, day.end())
        key = day_key(fold(day[0]), lang).split("-")
        if number is None or len(key) != 3 or not all(part.isdigit() for part in key):
            continue
        rest = piece[number.end() :]
        bracket = re.search(r"\(([^()]*)\)", rest)
        entry = bracket[1] if bracket and words.entry.search(fold(bracket[1])) else None
        yield NotedAct(
            _type(kinds, day.start(), words),
            f"{int(key[0]):04}-{int(key[1]):02}-{int(key[2]):02}",
            number["number"].rstrip(".,"),
            _author(plain, day.start(), words),
            entry,
        )


def _author(plain: str, day: int, words: EditionNotes) -> str | None:
    """The body named right before the day: «приказа Министра финансов РК от …», «– ҚР Қаржы министрінің …»."""
    said = words.author.search(plain[:day])
    return body_slug(said["author"]) if said else None


def _type(kinds: list[tuple[int, str]], at: int, words: EditionNotes) -> str | None:
    """The kind of act: in Kazakh its noun stands behind the date, in Russian before it."""
    beside = [kind for start, kind in kinds if (start > at) == words.container_first]
    if not beside:
        return None
    return beside[0] if words.container_first else beside[-1]


def _units(
    piece: str, start: int, end: int, kind: NoteKind, lang: Lang, words: EditionNotes
) -> Iterator[tuple[NotedUnit, ...]]:
    plain = _outside_brackets(piece)
    before = _steps(plain[:start], lang, words)
    if kind == "inserted" and words.added_after:
        added = _steps(_until_act(plain[end:], lang), lang, words)
    else:
        added, before = before, []
    if not added:
        return
    *outer, (last, numbers, name) = [*before, *added]
    around = tuple(NotedUnit(step, found[0] if found else None, named) for step, found, named in outer)
    for number in numbers or (None,):
        yield (*around, NotedUnit(last, number, name))


def _until_act(text: str, lang: Lang) -> str:
    """The words before the act that made the change is named."""
    for token in classify(scan(text), words_of(lang).commands.vocabulary()):
        if token.type.startswith("A_") or token.type == "ACCORDING":
            return text[: token.start]
    return text


Step = tuple[str, tuple[str, ...], str | None]


def _steps(text: str, lang: Lang, words: EditionNotes) -> list[Step]:
    """The units named in ``text``, outermost first: kind, numbers, name."""
    tokens = classify(scan(text), words_of(lang).commands.vocabulary())
    found: list[Step] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if words.container_first and token.type in ("NUM", "ORD"):
            numbers, _, after = read_step(tokens, place)
            kind = unit_kind(tokens[after]) if after < len(tokens) else None
            if kind is not None:
                found.append((kind, numbers, None))
                place = after + 1
                continue
        place = _noun(tokens, place, found, words)
    return found if words.container_first else found[::-1]


def _noun(tokens: tuple[Token, ...], place: int, found: list[Step], words: EditionNotes) -> int:
    token = tokens[place]
    kind = unit_kind(token)
    if kind is not None:
        numbers, _, after = read_step(tokens, place + 1) if not words.container_first else ((), (), place + 1)
        if not numbers and not words.container_first and place and tokens[place - 1].type == "ORD":
            numbers, _, _ = read_step(tokens[:place], place - 1)  # «последний абзац», «второе предложение»
        if numbers or kind in _ALONE:
            found.append((kind, numbers, None))
        return max(after, place + 1)
    if token.type.startswith("I_"):
        found.append(("instrument", (), token.text))
    return place + 1


def _only(body: str, lang: Lang, words: EditionNotes) -> Lang | None:
    """The language whose text alone was changed: not the one named right before the words that it does not change."""
    folded = fold(body)
    if words_of(lang).one_language.search(folded) is None:
        return None
    named = sorted((found.end(), which) for which, pattern in words.languages for found in pattern.finditer(folded))
    still = words.unchanged.search(folded)
    if still is not None:
        before = [which for end, which in named if end <= still.start()]
        if before:
            return "rus" if before[-1] == "kaz" else "kaz"
    return named[0][1] if named else None
