"""A sentence that no phrase family reads whole: what it says without the words that are not understood.

The least is taken out that leaves a sentence of the grammar: the unknown words, and where these are not enough, words
beside them that hang on them («предусмотренный законом», «заңда көзделген»). Verbs that command and quoted words always
stay. Where taking out more words leaves another sentence of the grammar, that one is given, too: what the two say
alike is certain, what they do not is in doubt.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lexkz.languages.commands import CommandPack, is_word, parsed, tokens_of
from lexkz.languages.folding import fold
from lexkz.languages.joined import parted
from lexkz.languages.language import words_of
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import classify

_MOST_TRIED = 120
"""Sentences that are tried for one: a bound on time, far above what real sentences need."""
_MOST_BESIDE = 8
"""Known words that can hang on unknown ones."""
_MOST_RUNS = 4
"""Stretches of unknown words; a sentence with more is not understood at all."""
_UNKNOWN = frozenset({"WORD", "REMARK"})
_KEPT = frozenset({"QUOTED", "COLON", "NOT"})
_ASIDE = frozenset({"AND", "COMMA", "DASH", "IN", "TO", "FROM", "ON", "AS", "THIS", "THAT", "NEW", "NEXT", "IT"})
"""Known words that can be taken out of a sentence which holds no unknown ones."""

_PREPOSITIONS = frozenset({"IN", "TO", "FROM", "ON", "AFTER", "BEFORE"})

Span = tuple[int, int]
"""First token and one past the last."""


@dataclass(frozen=True, slots=True)
class Partly:
    """A sentence without the words that are not understood."""

    unknown: tuple[str, ...]
    """The words that are not understood, as printed, in order."""
    readings: tuple[tuple[ParseTree[Token], ...], ...]
    """The trees of the sentence without these words first; then those without more of it."""
    placed: bool
    """True where the words taken out may say something of the place: an exception, a unit or a name among them."""


def read_partly(text: str, tokens: tuple[Token, ...], lang: str) -> Partly | None:
    """Return what ``text``, read as ``tokens`` and by no family whole, says in part; None where nothing is certain.

    A sentence with a negation that is not understood says nothing for certain.
    """
    own = words_of(lang).commands
    scanned = scan(text)
    found = _read_without(text, scanned, tokens, own, lang)
    if found is None and (apart := parted(scanned, own.vocabulary())) != scanned:
        found = _read_without(text, apart, tokens_of(apart, lang)[0], own, lang)
    return found


def _read_without(
    text: str, scanned: tuple[Token, ...], tokens: tuple[Token, ...], own: CommandPack, lang: str
) -> Partly | None:
    runs = _unknown(tokens)
    if len(runs) > _MOST_RUNS or any(token.type == "NOT" for token in tokens):
        return None
    kept = _KEPT | own.verbs | own.opening
    fixed = frozenset(place for place, token in enumerate(tokens) if token.type in kept or is_word(token))
    if not fixed and not runs:
        return None
    tries = _Tries(scanned, tokens, lang)
    found: list[tuple[tuple[Span, ...], tuple[ParseTree[Token], ...]]] = []
    size = 0
    for spans in _ways(runs, tokens, fixed, own):
        taken = sum(end - start for start, end in spans)
        if found and taken != size:
            break
        trees = tries.without(spans)
        if trees:
            found.append((spans, trees))
            size = taken
    if not found:
        return None
    spans = found[0][0]
    wider = [trees for more in _wider(spans, tokens, fixed, own) if (trees := tries.without(more))]
    readings = (*(trees for _, trees in found), *wider)
    return Partly(
        tuple(text[tokens[start].start : tokens[end - 1].end].strip(" ,") for start, end in spans),
        readings,
        any(_told(tokens, start, end, own) for start, end in spans),
    )


def _told(tokens: tuple[Token, ...], start: int, end: int, own: CommandPack) -> bool:
    """True where words taken out may say something of the place: an exception, numbers of a list, or a unit or a name
    that no clause between commas holds together."""
    types = [token.type for token in tokens[start:end]]
    for remark in (token.text for token in tokens[start:end] if token.type == "REMARK"):
        types.extend(token.type for token in classify(scan(remark), own.vocabulary()))
    unit = any(each.startswith("U_") for each in types)
    if "EXCEPT" in types or (not unit and any(each in ("NUM", "ORD") for each in types)):
        return True
    edges = (
        {types[0], tokens[start - 1].type if start else ""},
        {types[-1], *(token.type for token in tokens[end:][:1])},
    )
    named = unit or any(each.startswith(("I_", "T_", "N_", "B_", "A_")) for each in types)
    return named and not all("COMMA" in edge for edge in edges)


class _Tries:
    """Sentences tried in place of one, no more than :data:`_MOST_TRIED`."""

    def __init__(self, scanned: tuple[Token, ...], tokens: tuple[Token, ...], lang: str) -> None:
        self.scanned = scanned
        self.tokens, self.lang = tokens, lang
        self.done: dict[tuple[Span, ...], tuple[ParseTree[Token], ...]] = {}

    def without(self, spans: tuple[Span, ...]) -> tuple[ParseTree[Token], ...]:
        """Return the trees of the sentence without ``spans``; what they leave is put into chunks anew."""
        if spans not in self.done:
            if len(self.done) >= _MOST_TRIED:
                return ()
            gaps = [(self.tokens[start].start, self.tokens[end - 1].end) for start, end in spans]
            left = tuple(token for token in self.scanned if not any(gap[0] <= token.start < gap[1] for gap in gaps))
            self.done[spans] = self._read(left)
        return self.done[spans]

    def _read(self, left: tuple[Token, ...]) -> tuple[ParseTree[Token], ...]:
        if not left:
            return ()
        tokens, _ = tokens_of(left, self.lang)
        return () if any(token.type in _UNKNOWN for token in tokens) else parsed(tokens, self.lang)


def _unknown(tokens: tuple[Token, ...]) -> tuple[Span, ...]:
    """The stretches of unknown words."""
    out: list[Span] = []
    for place, token in enumerate(tokens):
        if token.type not in _UNKNOWN:
            continue
        if out and out[-1][1] == place:
            out[-1] = (out[-1][0], place + 1)
        else:
            out.append((place, place + 1))
    return tuple(out)


def _ways(
    runs: tuple[Span, ...], tokens: tuple[Token, ...], fixed: frozenset[int], own: CommandPack
) -> Iterator[tuple[Span, ...]]:
    """Yield what can be taken out, the fewest words first."""
    size = len(tokens)
    if not runs:
        for count in (1, 2):
            for start in range(size - count + 1):
                if all(token.type in _ASIDE for token in tokens[start : start + count]):
                    yield ((start, start + count),)
        for place in range(1, size):
            if tokens[place].type.startswith("I_") and tokens[place - 1].type == "COMMA":
                # «в пункте 8, регулирующем порядок выдачи:»: no approved act.
                yield ((place - 1, place + 1),)
        return
    ways: list[tuple[Span, ...]] = [runs]
    if len(runs) == 1 and (clause := _set_off(runs[0], tokens, fixed, own)):
        for start, end in clause:
            yield ((start, end),)
    if len(runs) == 1:
        ways = list(_grown(runs[0], size, _MOST_BESIDE))
    else:
        ways.extend(
            (*runs[:place], grown, *runs[place + 1 :])
            for place, run in enumerate(runs)
            for (grown,) in _grown(run, size, _MOST_BESIDE // 2)
        )
        ways.extend(_joined(runs, size))
    kept = {
        spans: sum(end - start for start, end in spans)
        for spans in ways
        if _apart(spans)
        and not any(place in fixed for start, end in spans for place in range(start, end))
        and not any(_cuts(tokens, start, end, own) for start, end in spans)
    }
    yield from sorted(kept, key=lambda spans: kept[spans])


def _cuts(tokens: tuple[Token, ...], start: int, end: int, own: CommandPack) -> bool:
    """True where a stretch takes a unit's noun and leaves its number, or the other way round."""
    return any(_one(tokens[edge - 1], tokens[edge], own) for edge in (start, end) if 0 < edge < len(tokens))


def _grown(run: Span, size: int, most: int) -> Iterator[tuple[Span]]:
    for more in range(most + 1):
        for left in range(more + 1):
            start, end = run[0] - left, run[1] + more - left
            if start >= 0 and end <= size:
                yield ((start, end),)


def _joined(runs: tuple[Span, ...], size: int) -> Iterator[tuple[Span, ...]]:
    """All runs as one stretch, and each two that follow one another, with what stands between them."""
    yield from _grown((runs[0][0], runs[-1][1]), size, 3)
    if len(runs) > 2:
        for place, (left, right) in enumerate(pairwise(runs)):
            yield (*runs[:place], (left[0], right[1]), *runs[place + 2 :])


def _set_off(run: Span, tokens: tuple[Token, ...], fixed: frozenset[int], own: CommandPack) -> tuple[Span, ...]:
    """The clause between commas that ``run`` begins: «пункт 7, предусмотренный законом, …», with and without commas.

    Numbers in it are those of units that it names, not the next ones of a list.
    """
    start = run[0]
    end = next((place for place in range(run[1], len(tokens)) if tokens[place].type == "COMMA"), len(tokens))
    if own.verb_last or not start or tokens[start - 1].type != "COMMA" or end == len(tokens):
        return ()
    types = [token.type for token in tokens[start:end]]
    counted = any(each in ("NUM", "ORD") for each in types) and not any(each.startswith("U_") for each in types)
    if counted or any(place in fixed for place in range(start, end)) or own.alone.search(fold(tokens[start].text)):
        return ()
    return (start - 1, end + 1), (start - 1, end), (start, end + 1), (start, end)


def _apart(spans: Iterable[Span]) -> bool:
    return all(left[1] <= right[0] for left, right in pairwise(spans))


def _wider(
    spans: tuple[Span, ...], tokens: tuple[Token, ...], fixed: frozenset[int], own: CommandPack
) -> Iterator[tuple[Span, ...]]:
    """Yield ``spans`` with more words that may hang on them: Russian puts these after, Kazakh (verb last) before.

    On an adverb nothing hangs; beyond a comma nothing does, but the next number of a list; and nothing that stands in
    a case of what the verb itself acts on.
    """
    for place, (start, end) in enumerate(spans):
        before = tokens[start - 1].type if start else ""
        if before in _PREPOSITIONS and not own.verb_last:
            yield (*spans[:place], (start - 1, end), *spans[place + 1 :])
        closed = tokens[start if own.verb_last else end - 1].type == "COMMA"
        if (
            closed
            or _parts_number(tokens, start, end, own)
            or (own.alone.search(fold(tokens[end - 1].text)) and not _led(tokens, end))
        ):
            continue
        acting = any(own.acting.search(fold(token.text)) for token in tokens[start:end] if token.type in _UNKNOWN)
        for more in range(1, _MOST_BESIDE + 1):
            grown = (start - more, end) if own.verb_last else (start, end + more)
            edge = grown[0] if own.verb_last else grown[1] - 1
            if not 0 <= edge < len(tokens) or edge in fixed or _closed(tokens, edge):
                break
            if not acting and _governed(tokens[edge], own):
                break
            for both in (grown, _with_comma(tokens, grown, own)):
                wider = (*spans[:place], both, *spans[place + 1 :])
                if _apart(wider) and not _cuts(tokens, *both, own):
                    yield wider


def _with_comma(tokens: tuple[Token, ...], span: Span, own: CommandPack) -> Span:
    """«9-тармағы қалдырылып, 2-тарау …»: with the comma by which the words are set off."""
    start, end = span
    if own.verb_last:
        return (start, end + 1) if end < len(tokens) and tokens[end].type == "COMMA" else span
    return (start - 1, end) if start and tokens[start - 1].type == "COMMA" else span


def _parts_number(tokens: tuple[Token, ...], start: int, end: int, own: CommandPack) -> bool:
    """True for a stretch between a unit's noun and its number."""
    return start > 0 and end < len(tokens) and _one(tokens[start - 1], tokens[end], own)


def _one(left: Token, right: Token, own: CommandPack) -> bool:
    """True for a unit's noun and its number: Russian puts the number last, Kazakh first."""
    noun, number = (right, left) if own.verb_last else (left, right)
    return noun.type.startswith("U_") and number.type in ("NUM", "ORD")


def _governed(token: Token, own: CommandPack) -> bool:
    """True for words that hang on the verb: those that say which words change, and a noun in a case of what a command
    is about, Kazakh nominative, Russian nominative or accusative."""
    prefix, _, cases = token.type.partition("_")
    if prefix in ("W", "SIGN", "AFTER", "BEFORE"):
        return True
    if prefix not in ("U", "T", "I", "A", "B"):
        return False
    return cases == "NOM" if own.verb_last else not {*cases.split("_")} - {"NOM", "ACC"}


def _led(tokens: tuple[Token, ...], end: int) -> bool:
    """«применительно к пункту 5», «начиная с пункта 5»: the words after an adverb hang on it by their preposition."""
    return end < len(tokens) and tokens[end].type in ("TO", "FROM")


def _closed(tokens: tuple[Token, ...], edge: int) -> bool:
    return tokens[edge].type == "COMMA" and not (edge + 1 < len(tokens) and tokens[edge + 1].type in ("NUM", "ORD"))
