"""Reading a clause on entry into force, whatever the language: into pieces, whose order must be one that is known.

A sentence of the clause becomes a row of pieces, each a letter: ``S`` the act, ``U`` units of it, ``G`` the rest of it,
``E`` "enters into force", ``R`` from when, ``X`` "except", ``Z`` a word that is none of these. Only a row that fits the
language's shapes is understood. Where words stand in the way, as few as can be are set aside until the rest fits, and
are told: nothing in such a clause may be passed over, since each word of it can move the day of a unit.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from lexkz.languages.entry import EntryClause, EntryPart, EntryRule, EntryWords
from lexkz.languages.entry_parts import RANKS, Address, NamedParts
from lexkz.languages.entry_rule import Times, day_of, rule_at
from lexkz.languages.folding import fold, seen

MOST = 120
"""Pieces of one sentence that are looked at; a longer one is beyond telling apart, and is told as a whole."""
_OWN = frozenset("SREPXTNBG")
"""Pieces that only sentences of this kind have; one that has none of them can be about control or execution."""
_NOTHING = frozenset("ZAWCD,;:")
"""Pieces that say nothing by themselves: unknown words, conjunctions, marks."""
_WORD = re.compile(r'"[^"]*"|[^\s,;:]+')
_HEAD = re.compile(r"^\s*(?:\d+(?:-\d+)?\.\s+)?")
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}|[^\W\d_]\s\d|\s\d\d|\s\d\))\.\s+(?=[^\W\d_a-zа-яәіңғүұқөһ]|\d+-)")
_ITEM = re.compile(r"^\s*\d+(?:-\d+)?\)")


@dataclass(frozen=True, slots=True)
class ClausePiece:
    """One piece of a sentence."""

    letter: str
    start: int
    end: int
    value: EntryRule | date | NamedParts | str | None = None
    """Of ``G`` the kind of unit that the rest is made of: «остальные пункты»; ``""`` where it says none."""


@dataclass(frozen=True, slots=True)
class EntryClauseWords:
    """What one language writes in such a clause; all patterns are matched in folded text."""

    article: re.Pattern[str]
    """The number that an article begins with."""
    subject: re.Pattern[str]
    """The act, at the head of a sentence."""
    pieces: tuple[tuple[str, re.Pattern[str]], ...]
    """Letters with their patterns, the first that fits; those of ``T``, ``N`` and ``B`` hold a day."""
    times: Times
    units: Callable[[str], NamedParts | None]
    """The units that a text begins with."""
    kind: Callable[[str], str | None]
    """The kind of unit that a word names."""
    shapes: re.Pattern[str]
    """The rows of letters that are sentences of this kind."""
    telling: re.Pattern[str]
    """Rows that tell of entry into force at all, read or not."""
    force: re.Pattern[str]
    """What a sentence must not hold to be a norm of its own: verbs of entry into force and of what acts apply to, nouns
    of acts and of their units."""
    rule_first: bool
    """True where the rule stands before the units it is about: «… бастап қолданысқа енгізілетін 2-тармақты»."""
    outer: re.Pattern[str] | None
    """How units end that others stand in, where a rule stands between the two: «1-тармағының … енгізілетін 4) …»."""
    other: Callable[[str], bool]
    """True for a sentence about something else that a clause may hold: control, execution."""


def entry_words(words: EntryClauseWords, unknown: str) -> EntryWords:
    """Return the words of a language for clauses on entry into force."""
    return EntryWords(
        is_clause=lambda line: any(_tells(one, words) for one in _sentences(seen(line), words)),
        read=lambda text: read_clause(seen(text), words),
        period=lambda text: _period(seen(text), words),
        unknown=unknown,
    )


def _period(text: str, words: EntryClauseWords) -> tuple[date | None, date | None]:
    since = until = None
    for piece in _pieces(" ".join(text.split()), words):
        if piece.letter == "T" and isinstance(piece.value, date):
            until = piece.value
        elif piece.letter == "R" and isinstance(piece.value, EntryRule):
            since = piece.value.day
    return since, until


def read_clause(text: str, words: EntryClauseWords) -> EntryClause:
    """Return what the clause ``text`` says: its lines, as printed, with or without the number of their unit."""
    rule: EntryRule | None = None
    parts: list[EntryPart] = []
    unread: list[str] = []
    for sentence in _sentences(text, words):
        row = _row(_pieces(sentence, words))
        if not set(row) & _OWN and (words.other(sentence) or _is_norm(row, sentence, words)):
            continue
        found = _read_sentence(sentence, words)
        unread.extend(found.unread)
        parts.extend(part for part in found.parts if part not in parts)
        if rule is None:
            rule = found.rule
        elif found.rule is not None and _same(found.rule) != _same(rule):
            # Two rules for the whole act: neither can be taken for the other.
            unread.append(found.rule.text)
    parts = _without_days_told_twice(parts)
    if rule is not None and parts:
        rule = replace(rule, parts=True)
    return EntryClause(rule, tuple(parts), tuple(unread))


def _is_norm(row: str, sentence: str, words: EntryClauseWords) -> bool:
    """True for a norm beside the clause: it names no act, unit or day, and no word of it speaks of being in force."""
    return not set(row) - _NOTHING and words.force.search(fold(sentence)) is None


def _without_days_told_twice(parts: list[EntryPart]) -> list[EntryPart]:
    """The parts; an exception that says no day ends for those units whose day another member of the clause says."""
    undated = [part for part in parts if part.rule is not None and part.rule.kind == "unread"]
    dated = {one for part in parts if part not in undated and part.rule is not None for one in part.addresses}
    left = [
        replace(part, addresses=tuple(one for one in part.addresses if one not in dated)) if part in undated else part
        for part in parts
    ]
    return [part for part in left if part.addresses]


def _same(rule: EntryRule) -> EntryRule:
    return replace(rule, text="", parts=False)


def _sentences(text: str, words: EntryClauseWords) -> Iterator[str]:
    """The sentences of a clause, without the numbers of units; items of a list belong to the sentence they stand in."""
    joined: list[str] = []
    for line in text.split("\n"):
        if joined and (_ITEM.match(line) or joined[-1].rstrip().endswith((":", ",", ";"))):
            joined[-1] = f"{joined[-1]} {line}"
        elif line.strip():
            joined.append(line)
    for line in joined:
        article = words.article.match(fold(line))
        said = line[article.end() :] if article else line
        said = said[_HEAD.match(said).end() :]  # type: ignore[union-attr]
        if article is not None and not said.rstrip().endswith((".", ";", ":")) and not _tells(said, words):
            # The article's heading.
            continue
        for sentence in _split(said, words):
            bare = " ".join(sentence.split()).strip(" .;")
            if bare:
                yield bare


def _split(line: str, words: EntryClauseWords) -> list[str]:
    """The sentences of a line; one that ends in a number, «… за исключением пункта 2», must tell of its subject."""
    found: list[str] = []
    for sentence in _SENTENCES.split(line):
        if found and found[-1][-1] in "0123456789)" and not _tells(found[-1], words):
            found[-1] = f"{found[-1]}. {sentence}"
        else:
            found.append(sentence)
    return found


def _tells(sentence: str, words: EntryClauseWords) -> bool:
    return words.telling.search(_row(_pieces(" ".join(sentence.split()), words))) is not None


def _read_sentence(sentence: str, words: EntryClauseWords) -> EntryClause:
    pieces = _pieces(sentence, words)
    said = _without_subject(sentence, pieces)
    if len(pieces) > MOST:
        return EntryClause(None, (), (said,))
    if words.shapes.fullmatch(_row(pieces)) and _is_rest_of_act(pieces):
        return _meaning(sentence, said, pieces, words)
    for start, end in _gaps(pieces):
        rest = _bare((*pieces[:start], *pieces[end:]))
        if words.shapes.fullmatch(_row(rest)) and _is_rest_of_act(rest):
            found = _meaning(sentence, said, rest, words)
            aside = sentence[pieces[start].start : pieces[end - 1].end].strip(" ,;:")
            return replace(found, unread=(aside,) if aside else ())
    return EntryClause(None, (), (said if pieces[0].letter == "S" else sentence,))


def _without_subject(sentence: str, pieces: tuple[ClausePiece, ...]) -> str:
    """What editors' notes put in brackets: the clause without "this order", wherever that stands."""
    subject = next((piece for piece in pieces if piece.letter == "S"), None)
    return sentence if subject is None else sentence[: subject.start] + sentence[subject.end :].lstrip(" ,:")


def _is_rest_of_act(pieces: tuple[ClausePiece, ...]) -> bool:
    """False for "the other points" after a subpoint or an article: they can be those of one unit only."""
    kinds = {piece.value for piece in pieces if piece.letter == "G" and piece.value}
    named = [piece.value for piece in pieces if isinstance(piece.value, NamedParts)]
    return not kinds or all(kinds == {step[0] for step in one} for parts in named for one in parts.addresses)


def _row(pieces: tuple[ClausePiece, ...]) -> str:
    return "".join(piece.letter for piece in pieces)


def _gaps(pieces: tuple[ClausePiece, ...]) -> Iterator[tuple[int, int]]:
    """What may be set aside, the shortest first: all words that are not known stand in it, and no unit is torn."""
    unknown = [place for place, piece in enumerate(pieces) if piece.letter == "Z"]
    first, last = (unknown[0], unknown[-1] + 1) if unknown else (len(pieces), 1)
    for size in range(1, len(pieces)):
        for start in range(max(0, last - size), min(first, len(pieces) - size) + 1):
            end = start + size
            torn = (end < len(pieces) and pieces[end].letter == "U") or (start and pieces[start - 1].letter in "UOA")
            if start and not torn:
                yield start, end


def _bare(pieces: tuple[ClausePiece, ...]) -> tuple[ClausePiece, ...]:
    """The pieces without commas that stand side by side or at the end, where words between them were set aside."""
    kept: list[ClausePiece] = []
    for piece in pieces:
        if not (piece.letter == "," and kept and kept[-1].letter == ","):
            kept.append(piece)
    while kept and kept[-1].letter in ",;":
        kept.pop()
    return tuple(kept)


def _pieces(sentence: str, words: EntryClauseWords) -> tuple[ClausePiece, ...]:
    folded = fold(sentence)
    found: list[ClausePiece] = []
    place = 0
    subject = words.subject.match(folded)
    if subject is not None:
        found.append(ClausePiece("S", 0, subject.end()))
        place = subject.end()
    while place < len(folded):
        if folded[place].isspace():
            place += 1
            continue
        piece = _piece(folded, sentence, place, words)
        found.append(piece)
        place = piece.end
    return tuple(found)


def _piece(folded: str, printed: str, place: int, words: EntryClauseWords) -> ClausePiece:
    if folded[place] in ",;:":
        return ClausePiece(folded[place], place, place + 1)
    for letter, pattern in words.pieces:
        match = pattern.match(folded, place)
        if match is None or not match.group():
            continue
        if letter == "G":
            return ClausePiece(letter, place, match.end(), words.kind(match["units"] or "") or "")
        if letter not in "TNB":
            return ClausePiece(letter, place, match.end())
        day = day_of(match, words.times)
        if day is not None:
            return ClausePiece(letter, place, match.end(), day)
    rule = rule_at(folded, place, printed, words.times)
    if rule is not None:
        return ClausePiece("R", place, rule[1], rule[0])
    named = words.units(folded[place:])
    if named is not None:
        return ClausePiece("U", place, _after_words(folded, place, named.words), named)
    match = _WORD.match(folded, place)
    return ClausePiece("Z", place, match.end() if match else place + 1)


def _after_words(text: str, place: int, count: int) -> int:
    match = re.compile(rf"(?:\s*\S+){{{count}}}").match(text, place)
    end = match.end() if match else place
    while end > place and text[end - 1] in ",;:":
        end -= 1
    return end


@dataclass(slots=True)
class _Said:
    """Of whom a sentence speaks, and what it has said so far."""

    printed: str
    said: str
    rule: EntryRule | None = None
    parts: list[EntryPart] | None = None
    units: tuple[Address, ...] = ()
    """The units that are spoken of; () for the whole act."""
    named: str = ""
    last: str = ""
    """Whether the last that was said is of the ``act`` or of a ``part``."""
    open: bool = False
    """True for units of which nothing has been said yet."""
    back: date | None = None
    """From when the act reaches back, said before its rule."""
    excepting: bool = False
    """True within "except …", in which only a verb after "which" is said of the units."""


def _meaning(sentence: str, said: str, pieces: tuple[ClausePiece, ...], words: EntryClauseWords) -> EntryClause:
    """What a sentence of a known shape says."""
    state = _Said(sentence, said, parts=[])
    pending: EntryRule | None = None
    until: date | None = None
    held: tuple[str, date] | None = None
    head: Address = ()
    for place, piece in enumerate(pieces):
        letter, value = piece.letter, piece.value
        if letter == "U" and isinstance(value, NamedParts):
            if _is_outer(pieces, place, sentence, words):
                head = value.addresses[0]
                continue
            joined = state.open and _joins(pieces, place)
            if state.open and not joined:
                _close(state)
            addresses = (
                tuple((*head, *each) for each in value.addresses) if head else _inherited(value.addresses, state)
            )
            head = ()
            state.units = (*state.units, *addresses) if joined else addresses
            said_now = sentence[piece.start : piece.end]
            state.named = f"{state.named} {said_now}" if joined else said_now
            state.open = True
            if words.rule_first and pending is not None and not _joins_more(pieces, place, sentence, words):
                _emit(state, pending, until)
                pending = until = None
            elif held is not None and not _joins_more(pieces, place, sentence, words):
                _add(state, *held)
                held = None
        elif letter == "R" and isinstance(value, EntryRule):
            if not words.rule_first or not _belongs_to_units(pieces, place):
                _emit(state, value, None)
            else:
                pending = value
        elif letter in "TNB" and isinstance(value, date):
            if pending is not None and letter == "T":
                until = value
            elif words.rule_first and letter in "TB" and place + 1 < len(pieces) and pieces[place + 1].letter in "UO":
                # «2028 жылғы 1 қаңтарға дейін қолданыста болатын 2-тармақты»: said of what follows.
                held = (letter, value)
            else:
                _add(state, letter, value)
        elif letter == "X":
            if words.rule_first:
                _close(state)
                state.units = ()
            else:
                state.units, state.open, state.excepting = (), False, True
        elif letter in "SG" or (letter == "E" and state.excepting and pieces[place - 1].letter != "W"):
            _close(state)
            state.units, state.excepting = (), False
        elif letter == "C":
            state.excepting = False
            _close(state)
    _close(state)
    return EntryClause(state.rule, tuple(state.parts or ()))


def _is_outer(pieces: tuple[ClausePiece, ...], place: int, sentence: str, words: EntryClauseWords) -> bool:
    """True for a unit in the genitive with a rule between it and the units in it."""
    piece = pieces[place]
    if words.outer is None or not isinstance(piece.value, NamedParts) or len(piece.value.addresses) != 1:
        return False
    rule = place + 1 < len(pieces) and pieces[place + 1].letter == "R"
    ends = words.outer.search(fold(sentence[piece.start : piece.end])) is not None
    return rule and ends and _belongs_to_units(pieces, place + 1)


def _joins(pieces: tuple[ClausePiece, ...], place: int) -> bool:
    """True for units that stand in one row with those before them: «подпункты 1) … , пункт 2 … и статья 3»."""
    before = place - 1
    while before >= 0 and pieces[before].letter in ",;AOI":
        before -= 1
    return before >= 0 and pieces[before].letter == "U"


def _joins_more(pieces: tuple[ClausePiece, ...], place: int, sentence: str, words: EntryClauseWords) -> bool:
    after = place + 1
    while after < len(pieces) and pieces[after].letter in ",;AOI":
        after += 1
    return after < len(pieces) and pieces[after].letter == "U" and not _is_outer(pieces, after, sentence, words)


def _belongs_to_units(pieces: tuple[ClausePiece, ...], place: int) -> bool:
    """True for a rule before its units: a participle comes before any verb."""
    for piece in pieces[place + 1 :]:
        if piece.letter in "PU":
            return piece.letter == "P"
        if piece.letter in "EXCR":
            return False
    return False


def _inherited(addresses: tuple[Address, ...], state: _Said) -> tuple[Address, ...]:
    """«…, а подпункт 3) – с …»: what stands around the units named before is around these as well."""
    before = state.parts[-1].addresses[-1] if state.parts else ()
    out = []
    for address in addresses:
        outer = RANKS.index(address[0][0])
        lead = tuple(step for step in before if RANKS.index(step[0]) < outer)
        apart = address[0][0] in ("annex", "chapter", "article", "paragraph")
        out.append(address if apart else (*lead, *address))
    return tuple(out)


def _emit(state: _Said, rule: EntryRule, until: date | None) -> None:
    if state.units:
        assert state.parts is not None
        state.parts.append(EntryPart(state.units, rule, until, text=state.named))
        state.last, state.open = "part", False
        return
    state.rule, state.last = replace(rule, text=state.said, reaches_back=state.back), "act"


def _add(state: _Said, letter: str, day: date) -> None:
    """Enter a day beside the rule: until when, not before when, from when it reaches back."""
    assert state.parts is not None
    if state.open:
        state.parts.append(EntryPart(state.units, None, text=state.named))
        state.last, state.open = "part", False
    if state.last == "part":
        part = state.parts[-1]
        if letter == "T":
            part = replace(part, until=day)
        elif letter == "B":
            part = replace(part, reaches_back=day)
        elif part.rule is not None:
            part = replace(part, rule=replace(part.rule, not_before=day))
        state.parts[-1] = part
    elif state.rule is not None:
        name = {"T": "until", "B": "reaches_back", "N": "not_before"}[letter]
        state.rule = replace(state.rule, **{name: day})  # type: ignore[arg-type]
    elif letter == "B":
        state.back = day


def _close(state: _Said) -> None:
    """Units of which no day was said: an exception without one."""
    if state.open and state.units:
        assert state.parts is not None
        state.parts.append(EntryPart(state.units, EntryRule("unread", ""), text=state.named))
    state.open = False
