"""What turns a norm without a number of its own: measures, bounds, «not», «or», «except»; and who signed.

Each is told only where one text surely says it and the other surely does not: a translator may say «не позднее» by a
converb, and «недостоверный» by two words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.number_words import spelled_numbers
from lexkz.languages.qualifiers import OPPOSITES
from lexkz.languages.references import LANGS

Told = tuple[str, str, str]
"""Code of a disagreement, what the Kazakh text says, what the Russian says."""
_CODES = {
    "negation": "agree.negation",
    "choice": "agree.choice",
    "exception": "agree.exception",
    "inclusion": "agree.inclusion",
}
_FIGURES = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|(?<![\w.,])\d+(?:[.,]\d+)*")
_BRACKET = re.compile(r"\s*\([^()\d]{2,60}\)")
_STOP = re.compile(r"[;:\d]|\.(?!\d)|,(?!\d)")
_LEADING = 48
"""Characters before a number in which the words that bound it stand."""
_BEHIND = 120
"""Characters behind a number in which its measure and its bound stand."""
_NAME = re.compile(r"(?<![^\W\d_])(?:[^\W\d_a-zа-яё]\.\s?){1,2}(?P<name>[^\W\d_]{3,})")
_MARKED_MINUS = re.compile(r"(?<=[\s(|])[-−](?=\d)")
_VOWELS = re.compile(r"[аәеёиіоөуұүыэюяйьъ]")
_ALIKE = str.maketrans("қғңһ", "кгнх")


@dataclass(frozen=True, slots=True)
class _Number:
    value: str
    measure: str
    """What it counts; empty where that is not known."""
    said: str
    """The number with its measure, as printed."""
    bound: str
    """``least`` or ``most``; empty where the words around do not say it."""


def turned(kaz: str, rus: str) -> Iterator[Told]:
    """Yield where two texts that have the same numbers do not say the same of them, or of the norm as a whole."""
    if not kaz.strip() or not rus.strip():
        return
    here, there = _numbers(kaz, "kaz"), _numbers(rus, "rus")
    yield from _measures(here, there)
    yield from _bounds(here, there)
    minus = _negative(kaz), _negative(rus)
    shared = {number.value for number in here} & {number.value for number in there}
    for one, other, side in ((0, 1, "kaz"), (1, 0, "rus")):
        lost = [value for value in (minus[one] - minus[other]) if value in shared]
        if lost:
            told = ", ".join(f"-{value}" for value in lost), ", ".join(lost)
            yield ("agree.number", *(told if side == "kaz" else told[::-1]))
    folded = fold(kaz), fold(rus)
    yield from _words(*folded)
    yield from _opposites(*folded)


def signed(kaz: str, rus: str) -> Iterator[Told]:
    """Yield where two closings, or two texts with names in them, name other persons or other posts."""
    names = _names(kaz), _names(rus)
    if names[0] and len(names[0]) == len(names[1]):
        rest = list(names[1])
        left = []
        for name in names[0]:
            same = next((other for other in rest if _alike(name, other)), None)
            rest.remove(same) if same is not None else left.append(name)
        if left and rest:
            yield "agree.name", ", ".join(left), ", ".join(rest)


def posts(kaz: str, rus: str) -> Iterator[Told]:
    """Yield where one closing is signed by a vice, first, acting or deputy head, and the other is not."""
    folded = {"kaz": fold(kaz), "rus": fold(rus)}
    found = [
        {name for name, pattern in words_of(lang).qualifiers.posts.items() if pattern.search(folded[lang])}
        for lang in LANGS
    ]
    if found[0] != found[1] and kaz.strip() and rus.strip():
        yield "agree.post", " ".join(kaz.split()), " ".join(rus.split())


def _numbers(text: str, lang: Lang) -> tuple[_Number, ...]:
    words = words_of(lang).qualifiers
    folded = fold(text)
    spans = [(found.start(), found.end(), _plain(found[0])) for found in _FIGURES.finditer(text)]
    within = bytearray(len(text) + 1)
    for _, end, _ in spans:
        found = _BRACKET.match(text, end)
        if found is not None:
            within[found.start() : found.end()] = b"x" * (found.end() - found.start())
    spans += [
        (one.start, one.end, str(one.value))
        for one in spelled_numbers(text, lang)
        if not one.joined and not within[one.start]
    ]
    out = []
    for start, end, value in sorted(spans):
        bracket = _BRACKET.match(text, end)
        behind = bracket.end() if bracket else end
        rest = folded[behind : behind + _BEHIND]
        stop = _STOP.search(rest)
        near = rest[: stop.start() if stop else None]
        measure, length = _measure(near, words.measures)
        lead = re.split(r"[;:.,\d]", folded[max(0, start - _LEADING) : start])[-1]
        bound = next((name for name, pattern in words.before if pattern.search(lead)), None)
        if bound is None:
            bound = next((name for name, pattern in words.after if pattern.match(rest.lstrip(" -"))), "")
        last = behind + length
        out.append(_Number(value, measure, " ".join(text[start:last].split()), bound))
    return tuple(out)


def _measure(near: str, measures: tuple[tuple[str, re.Pattern[str]], ...]) -> tuple[str, int]:
    """What a number counts, within the first four words behind it, and where these words end."""
    sign = re.match(r"\s*([%‰])", near)
    if sign is not None:
        return ("percent" if sign[1] == "%" else "permille"), sign.end()
    few = re.match(r"[\s-]*(?:[^\W\d_]+[\s-]*){1,4}", near)
    if few is None:
        return "", 0
    found = [(match.start(), name, match.end()) for name, pattern in measures if (match := pattern.search(few[0]))]
    if not found:
        return "", 0
    _, name, end = min(found)
    tail = re.match(r"[^\W\d_]*", few[0][end:])
    return name, end + (tail.end() if tail else 0)


def _plain(written: str) -> str:
    return "".join(written.split()).replace(",", ".")


def _measures(kaz: tuple[_Number, ...], rus: tuple[_Number, ...]) -> Iterator[Told]:
    bags: list[dict[str, Counter[str]]] = [defaultdict(Counter), defaultdict(Counter)]
    for bag, numbers in zip(bags, (kaz, rus), strict=True):
        for number in numbers:
            bag[number.value][number.measure] += 1
    for value in bags[0]:
        if "" in bags[0][value] or "" in bags[1][value]:
            continue  # of two numbers that are the same, the one not understood can be either
        here, there = bags[0][value] - bags[1][value], bags[1][value] - bags[0][value]
        if here and there:
            yield (
                "agree.measure",
                next(one.said for one in kaz if one.value == value and one.measure in here),
                next(one.said for one in rus if one.value == value and one.measure in there),
            )


def _bounds(kaz: tuple[_Number, ...], rus: tuple[_Number, ...]) -> Iterator[Told]:
    for value in dict.fromkeys(number.value for number in kaz):
        sides = [[one for one in numbers if one.value == value] for numbers in (kaz, rus)]
        # A number that stands several times in a text cannot be told apart from its like.
        if [len(side) for side in sides] != [1, 1]:
            continue
        one, other = sides[0][0], sides[1][0]
        if one.bound and other.bound and one.bound != other.bound:
            yield "agree.bound", one.said, other.said


def _negative(text: str) -> Counter[str]:
    """Numbers with a minus; a dash behind a number is that of a range."""
    out: Counter[str] = Counter()
    for sign in _MARKED_MINUS.finditer(text):
        if re.search(r"[\d№N][\s\u00a0]*$", text[: sign.start()]) is None:
            found = _FIGURES.match(text, sign.end()) or re.compile(r"\d[\d \u00a0]*(?:,\d+)?").match(text, sign.end())
            if found is not None:
                out[_plain(found[0])] += 1
    return out


def _words(kaz: str, rus: str) -> Iterator[Told]:
    here, there = words_of("kaz").qualifiers.words, words_of("rus").qualifiers.words
    for name, code in _CODES.items():
        said, may = here[name][0].search(kaz), here[name][1].search(kaz)
        theirs, perhaps = there[name][0].search(rus), there[name][1].search(rus)
        if said is not None and perhaps is None:
            yield code, said[0], ""
        elif theirs is not None and may is None:
            yield code, "", theirs[0]


def _opposites(kaz: str, rus: str) -> Iterator[Told]:
    here, there = words_of("kaz").qualifiers.opposites, words_of("rus").qualifiers.opposites
    for first, second in OPPOSITES:
        for one, other in ((first, second), (second, first)):
            own, foreign = here[one].search(kaz), there[other].search(rus)
            if own and foreign and not here[other].search(kaz) and not there[one].search(rus):
                yield "agree.opposite", own[0], foreign[0]


def _names(text: str) -> list[str]:
    return [found["name"] for found in _NAME.finditer(text) if found["name"][0].isupper()]


def _alike(one: str, other: str) -> bool:
    """Whether two spellings can be one name: the same consonants, of which one may come or go."""
    first, second = (_VOWELS.sub("", fold(name).translate(_ALIKE)) for name in (one, other))
    if first == second or fold(one)[:4] == fold(other)[:4]:
        return True
    common = sum((Counter(first) & Counter(second)).values())
    return common >= max(len(first), len(second)) - 1 and common >= 2
