"""What a text says that does not depend on its language: days, numbers, units and acts pointed at, Latin words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lexkz.akn.numbers import roman
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.mentions import ACT_NUMBER, day_key
from lexkz.languages.number_words import spelled_numbers
from lexkz.languages.pointing import unit_kind
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import classify

_FIGURES = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)*")
"""A number in figures; thousands are parted by spaces, as acts print them (1 250 000,5)."""
_DAY_OF_YEAR = re.compile(r"(?<![\d.,])(\d{1,2})\s+([^\W\d_]{3,})")
"""A day that comes each year: «1 февраля», «31 желтоқсанға»."""
_ACT = re.compile(ACT_NUMBER)
_LATIN = re.compile(r"(?<![^\W\d_])(?:[A-Za-z]+(?:[-.@/][A-Za-z]+)+|[A-Za-z]{2,})(?![^\W\d_])")
_BOTH = re.compile(r"[^\W\d_]+")
_IN_BRACKETS = re.compile(r"(?<![\d.,-])(\d+(?:[ \u00a0]\d{3})*)\s*\(([^()\d]{2,80})\)")
_ROMAN = re.compile(r"(?<!\w)(?<![^IVXІХ\s]-)[IVXІХ]{1,6}(?![\w]|-[^\W\dIVXІХ]*\d)")
_CAPITALS = str.maketrans("ІХ", "IX")
_SCALES = frozenset({"1", "1000", "1000000", "1000000000"})
"""What one language may leave unsaid (one month: «айдан», «одного месяца») or join to figures («2 мың», «2000»)."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN_LETTER = {"kaz": re.compile(r"[A-HJ-Za-hj-z]"), "rus": re.compile(r"[A-Za-z]")}
"""Kazakh texts are full of the Latin «i», which was on keyboards before the Cyrillic one: it tells nothing."""


@dataclass(slots=True)
class Said:
    """What one text says. Each bag counts how often."""

    days: Counter[str] = field(default_factory=Counter)
    """Days and years, by :func:`lexkz.languages.mentions.day_key`."""
    acts: Counter[str] = field(default_factory=Counter)
    """Numbers of acts behind «№», folded."""
    units: Counter[str] = field(default_factory=Counter)
    """Units pointed at: «paragraph 3», «article 9», «alinea 2»."""
    figures: Counter[str] = field(default_factory=Counter)
    """Numbers in figures, those of units too, without those of days and acts."""
    counted: Counter[str] = field(default_factory=Counter)
    """Numbers in words that count or number something: the other language must say them, too."""
    spelled: Counter[str] = field(default_factory=Counter)
    """All numbers in words, ordinals too; many are no more than words («бір», «екінші деңгейдегі банк»)."""
    romans: Counter[str] = field(default_factory=Counter)
    """Roman numbers, by their value."""
    latin: Counter[str] = field(default_factory=Counter)
    """Words in Latin letters, small, without Roman numbers."""
    mixed: tuple[str, ...] = ()
    """Words that have Latin and Cyrillic letters."""
    amounts: tuple[tuple[str, str], ...] = ()
    """Amounts whose figures and words are not the same: («10», «пятнадцать»)."""


def said(text: str, lang: Lang) -> Said:
    """Return what ``text``, the lines of a unit in ``lang``, says."""
    out = Said()
    left = _take_days(text, lang, out)
    left = _take_acts(left, out)
    for found in _FIGURES.finditer(left):
        out.figures.update(_numbers(found[0]))
    spelled = spelled_numbers(left, lang)
    out.spelled.update(str(number.value) for number in spelled)
    out.counted.update(str(number.value) for number in spelled if number.joined)
    for match in words_of(lang).mentions.quantities.finditer(left):
        if not any(char.isdigit() for char in match[0]):
            out.counted.update(str(number.value) for number in spelled_numbers(match[0], lang)[:1])
    out.romans.update(_romans(left))
    _take_units(left, lang, out)
    out.latin.update(found[0].lower() for found in _LATIN.finditer(text) if not _is_roman(found[0]))
    out.mixed = tuple(
        word for word in _BOTH.findall(text) if _CYRILLIC.search(word) and _LATIN_LETTER[lang].search(word)
    )
    out.amounts = tuple(_amounts(text, lang))
    return out


def _romans(text: str) -> Iterator[str]:
    for found in _ROMAN.finditer(text):
        value = roman(found[0].translate(_CAPITALS))
        if value:
            yield str(value)


def _is_roman(word: str) -> bool:
    """True for Roman numbers and rows of them: «I-III»."""
    return all(roman(part) for part in re.split(r"[-/.]", word))


def _take_days(text: str, lang: Lang, out: Said) -> str:
    def kept(found: re.Match[str]) -> str:
        out.days[day_key(fold(found[0]), lang)] += 1
        return " " * len(found[0])

    def without_year(found: re.Match[str]) -> str:
        month = words_of(lang).mentions.month(fold(found[2]))
        if month is None:
            return found[0]
        out.days[f"{month}-{int(found[1])}"] += 1
        return " " * len(found[0])

    return _DAY_OF_YEAR.sub(without_year, words_of(lang).mentions.dates.sub(kept, text))


def _take_acts(text: str, out: Said) -> str:
    def kept(found: re.Match[str]) -> str:
        out.acts[fold(found[0]).replace(" ", "").rstrip("-")] += 1
        return " " * len(found[0])

    return _ACT.sub(kept, text)


def _numbers(written: str) -> Iterator[str]:
    """The value of a number in figures: without spaces, a point for the comma; «3.3.5» as it stands."""
    plain = "".join(written.split()).replace(",", ".")
    yield plain.lstrip("0") or "0" if plain.isdigit() else plain


def _take_units(text: str, lang: Lang, out: Said) -> None:
    tokens = classify(scan(text), words_of(lang).commands.vocabulary())
    before = lang == "kaz"  # «3-тармақ»: in Kazakh the number stands before its noun, in Russian behind it.
    for place, token in enumerate(tokens):
        if token.type == "ORD":
            out.spelled[str(token.value)] += 1
        kind = unit_kind(token)
        if kind is None:
            continue
        for number in _beside(tokens, place, before=before):
            value = number.value
            name = str(value[0]) if isinstance(value, tuple) else str(value)
            out.units[f"{kind} {fold(name)}"] += 1
            if number.type == "ORD":
                out.counted[name] += 1


def _beside(tokens: tuple[Token, ...], place: int, *, before: bool) -> Iterator[Token]:
    """The numbers of a noun: a row of them, parted by commas, «and» and dashes."""
    step = -1 if before else 1
    at, open_ = place + step, True
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.type in ("NUM", "ORD"):
            if not open_:
                return
            yield token
            open_ = False
        elif token.type in ("COMMA", "AND", "DASH"):
            if open_ and at == place + step:
                return
            open_ = True
        else:
            return
        at += step


def _amounts(text: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """Figures with a bracket that holds the number in words alone, where they are not the same."""
    for found in _IN_BRACKETS.finditer(text):
        words = found[2].strip()
        spelled = spelled_numbers(words, lang)
        whole = len(spelled) == 1 and (spelled[0].start, spelled[0].end) == (0, len(words))
        if whole and str(spelled[0].value) != "".join(found[1].split()):
            yield found[1], words


def apart(kaz: Said, rus: Said) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers that each of two texts says and the other does not, neither in figures nor in words.

    Words that count nothing («екі маман») need not be said in both; they are apart where each text says another one.
    """
    found = [_unsaid(kaz, rus), _unsaid(rus, kaz)]
    loose = [
        _certain(one.spelled - one.counted - other.spelled - other.figures) for one, other in ((kaz, rus), (rus, kaz))
    ]
    romans = [
        one.romans - other.romans - (other.figures - one.figures) - (other.spelled - one.spelled)
        for one, other in ((kaz, rus), (rus, kaz))
    ]
    for pair in (loose, romans):
        if pair[0] and pair[1]:
            found = [each | words for each, words in zip(found, pair, strict=True)]
    first, second = (tuple(sorted(each.elements(), key=lambda number: (len(number), number))) for each in found)
    return first, second


def _unsaid(one: Said, other: Said) -> Counter[str]:
    figures = one.figures - other.figures - other.spelled
    return figures + (_certain(one.counted) - (other.spelled + other.figures))


def _certain(numbers: Counter[str]) -> Counter[str]:
    """Return numbers in words without those that one language may leave unsaid."""
    return Counter({number: times for number, times in numbers.items() if number not in _SCALES})
