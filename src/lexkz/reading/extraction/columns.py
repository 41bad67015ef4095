"""Columns of a table: what its head says of them, and the cells of a row told apart by the evidence in the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexkz.languages.references import References
from lexkz.reading.extraction.join import join
from lexkz.reading.extraction.pages import ExtractLine, Group

_VALUE = re.compile(r"[-–—]|\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a numbered table."""

    number: str
    """Head of the column of row numbers, as printed."""
    labels: tuple[str, ...]
    """The other columns; the last one spans ``leaves`` where there are any."""
    leaves: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    """The row of column numbers under a head, where there is one."""

    @property
    def columns(self) -> int:
        """Number of columns in all."""
        return 1 + len(self.labels) + max(len(self.leaves) - 1, 0)


def head(groups: Sequence[Group], words: References) -> Head:
    """Return the head that ``groups`` hold: each label begins with a capital, ranges at its end are columns of the
    last label."""
    lines = [line for group in groups for line in group.lines]
    first = words.row_number.match(lines[0].text) if lines else None
    counted: tuple[str, ...] = ()
    if lines and _counts(lines[-1].text):
        counted = tuple(lines.pop().text.split())
    number = first.group() if first else ""
    pieces: list[ExtractLine | str] = [lines[0].text[len(number) :], *lines[1:]] if lines else []
    labels: list[str] = []
    text = ""
    for piece in pieces:
        raw = piece if isinstance(piece, str) else piece.text
        text = join(text, raw) + (" " if raw.endswith(" ") else "")
    text, leaves = _leaves(text.strip(), words)
    for word in text.split():
        if labels and not word[:1].isupper():
            labels[-1] += " " + word
        else:
            labels.append(word)
    return Head(number, tuple(labels), leaves, counted)


def _leaves(text: str, words: References) -> tuple[str, tuple[str, ...]]:
    """Cut the ranges off the end of a head's text; fewer than two are no columns."""
    found = re.search(rf"(?:(?<=\s)|^)(?:(?:{words.ranges.pattern})(?:\s+|$))+$", text)
    if not found:
        return text, ()
    leaves = tuple(match.group() for match in words.ranges.finditer(found.group()))
    if len(leaves) < 2 or "".join(leaves).replace(" ", "") != found.group().replace(" ", ""):
        return text, ()
    return text[: found.start()].strip(), leaves


def _counts(text: str) -> bool:
    numbers = text.split()
    return len(numbers) >= 3 and numbers == [str(index) for index in range(1, len(numbers) + 1)]


def cells(
    parts: Sequence[str], target: int, leaves: int, known: frozenset[str], words: References, *, forced: bool = True
) -> tuple[tuple[str, int], ...] | None:
    """Return the cells of a row after its number, each with the columns it spans; None where they cannot be told.

    ``parts``: the texts that stood apart. ``target``: columns to fill; ``leaves``: how many of them, at the end, stand
    under one label, so that a value that is no run of numbers spans them all. ``known``: texts that stand alone in
    other rows.
    ``forced``: a name that ends in values is always parted from them, whatever else would fill the columns.
    """
    if len(parts) > target:
        return None
    fitting: dict[tuple[tuple[str, int], ...], int] = {}
    ways = [tuple(_splits(part, known, words, forced=forced and target > 1)) for part in parts]
    for flat in _options(ways, target):
        spans = _spans(flat, target, leaves)
        if spans is not None:
            splits = len(flat) - len(parts)
            made = tuple(zip(flat, spans, strict=True))
            fitting[made] = min(splits, fitting.get(made, splits))
    if not fitting:
        return None
    fewest = min(fitting.values())
    best = [made for made, splits in fitting.items() if splits == fewest]
    return best[0] if len(best) == 1 else None


def _options(ways: Sequence[tuple[tuple[str, ...], ...]], most: int) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each choice of one way a part, at most ``most`` of them in all."""
    if not ways:
        yield ()
        return
    for cut in ways[0]:
        if len(cut) + len(ways) - 1 <= most:
            for rest in _options(ways[1:], most - len(cut)):
                yield (*cut, *rest)


def _spans(flat: tuple[str, ...], target: int, leaves: int) -> tuple[int, ...] | None:
    if len(flat) == target:
        return (1,) * target
    if leaves > 1 and len(flat) == target - leaves + 1 and not _run(flat[-1]):
        return (1,) * (len(flat) - 1) + (leaves,)
    return None


def is_value(text: str, known: frozenset[str], words: References) -> bool:
    """Tell whether ``text`` is a value by its form: a run of numbers and dashes, a rate, a text that stands alone
    elsewhere."""
    return _run(text) or text in known or _rate(text.split(), words) == 0


def _run(text: str) -> bool:
    tokens = text.split()
    return bool(tokens) and all(_VALUE.fullmatch(token) for token in tokens)


def _splits(text: str, known: frozenset[str], words: References, *, forced: bool) -> Iterator[tuple[str, ...]]:
    """Yield the ways to part a text into cells: whole, a run of values, a name with values at its end."""
    tokens = text.split()
    if _run(text):
        yield (text,)
        if len(tokens) > 1:
            yield tuple(tokens)
        return
    if _rate(tokens, words) == 0:
        yield (text,)
        return
    if text in known:
        yield (text,)
        if all(_VALUE.fullmatch(token) or words.measures.fullmatch(token) for token in tokens):
            yield tuple(tokens)
        return
    tail, sure = _tail(text, tokens, known, words)
    if not tail or not (sure and forced):
        yield (text,)
    if tail:
        name = " ".join(tokens[: len(tokens) - sum(len(cell.split()) for cell in tail)])
        for rest in _splits(name, known, words, forced=False):
            yield (*rest, *tail)


def _tail(text: str, tokens: list[str], known: frozenset[str], words: References) -> tuple[tuple[str, ...], bool]:
    """Return the values that end a text, and whether they cannot be part of a name."""
    values = 0
    while values < len(tokens) - 1 and _VALUE.fullmatch(tokens[-1 - values]):
        values += 1
    if values:
        return tuple(tokens[-values:]), values > 1
    standing = max((value for value in known if text.endswith(" " + value)), key=len, default="")
    start = _rate(tokens, words)
    rate = " ".join(tokens[start:]) if start else ""
    shorter, longest = sorted((standing, rate), key=len)
    if longest and longest.endswith(shorter):
        return (longest,), True
    if len(tokens) > 1 and words.measures.fullmatch(tokens[-1]) and not _VALUE.fullmatch(tokens[-2]):
        return (tokens[-1],), False
    return (), False


def _rate(tokens: list[str], words: References) -> int | None:
    """Return where a rate begins that ends ``tokens``; None if there is none.

    "мекемеге 1 бірлік", "әрбір 50 төсекке 5,25 ставкадан", "1 единица на учреждение": a number and its measure, what
    it is counted for before or after them.
    """
    for at in range(len(tokens) - 1):
        if not _VALUE.fullmatch(tokens[at]) or not words.measures.fullmatch(tokens[at + 1]):
            continue
        after = " ".join(tokens[at + 2 :])
        if not after or words.per.fullmatch(after):
            return _opening(tokens, at, words)
    return None


def _opening(tokens: list[str], counted: int, words: References) -> int:
    """Return where the words begin that tell what the number at ``counted`` is counted for."""
    at = opened = counted
    while at > 0:
        word = tokens[at - 1]
        distributes = bool(words.distributive.fullmatch(word))
        receives = word[:1].islower() and bool(words.receiver.fullmatch(word))
        # A number right before the counted one is another value; further left it tells of how many receivers.
        counts = at < counted and bool(_VALUE.fullmatch(word))
        if not (distributes and at < counted) and not receives and not counts:
            break
        at -= 1
        if distributes:
            opened = at
    return opened if words.opened else at
