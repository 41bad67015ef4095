"""What a person typed, as conditions that the indexes know. Nothing of it is ever read as the index's own syntax."""

import re
from dataclasses import dataclass

from lexkz.languages.kaz import months as kazakh
from lexkz.languages.rus import months as russian
from lexkz.languages.stemming import TOKEN
from lexkz.workspace.store.terms import asked, folded, typed

LONGEST = 2_000
"""Characters of a query that are read."""
MOST = 24
"""Words and phrases of a query that are read."""
_TRIGRAMS = 24
_ENOUGH = 3
"""Letters from which on a part of a word says something."""
_DAY = re.compile(
    r"(?P<y>[12][0-9]{3})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})|(?P<day>[0-9]{1,2})[./-](?P<month>[0-9]{2})[./-](?P<year>[12][0-9]{3})"
)
_LAST_DAY = 31
_NEAR = 3
"""Entries of the index between the year and the day: «жылғы», by either rule."""
_QUOTES = re.compile('["«»“”„‟]')


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word that was asked for."""

    folded: str
    stems: tuple[str, ...]
    """Any of these."""
    day: tuple[str, tuple[str, ...], str] | None = None
    """Of a day in figures: the day, the stems of its month in words, and the year, which may stand in its place."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What words begin with that may be forms of it: the word as typed, and its stems if they say enough."""
        whole = self.folded[0].isdigit()
        return (self.folded, *(() if whole else (stem for stem in self.stems if len(stem) >= _ENOUGH)))


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for: all of it must be found."""

    words: tuple[QueryWord, ...]
    phrases: tuple[str, ...]
    """Folded; to be found as they stand."""
    cut: bool
    """True where the query was longer than is read."""
    order: tuple[QueryWord, ...] = ()
    """The words as they were typed, one after another, those that were typed again included."""

    def as_typed(self) -> "Query":
        """The same as it would be typed on a Russian keyboard, to be held against texts read alike."""
        words = tuple(QueryWord(typed(word.folded), tuple(map(typed, word.stems))) for word in self.words)
        return Query(words, tuple(map(typed, self.phrases)), self.cut)

    @property
    def empty(self) -> bool:
        """True where nothing can be looked for."""
        return not self.words and not self.phrases

    @property
    def long_words(self) -> tuple[QueryWord, ...]:
        """The words that can be looked for by their letters."""
        return tuple(word for word in self.words if len(word.folded) >= _ENOUGH or word.folded[0].isdigit())

    @property
    def all_words(self) -> tuple[QueryWord, ...]:
        """The words, those of phrases included."""
        inner = (QueryWord(token, (token,)) for phrase in self.phrases for token in TOKEN.findall(phrase))
        return (*self.words, *inner)


def read_query(text: str, lang: str | None) -> Query:
    """Return what ``text`` asks for: words in any form, and phrases in quotes as they stand.

    A quote that is not closed is no quote. Raises nothing, whatever the text.
    """
    text = text.encode("utf-8", "replace").decode()
    parts = _QUOTES.split(text[:LONGEST])
    if len(parts) % 2 == 0:
        parts[-2:] = [" ".join(parts[-2:])]
    phrases = [phrase for phrase in map(folded, parts[1::2]) if any(char.isalnum() for char in phrase)]
    tokens = [token for part in parts[::2] for token in TOKEN.findall(part)]
    words = [_word(token, stems, lang) for token in tokens if (stems := asked(token, lang))]
    distinct = tuple(dict.fromkeys(words))
    kept = distinct[:MOST]
    cut = len(text) > LONGEST or len(distinct) > MOST or len(phrases) > MOST
    return Query(kept, tuple(dict.fromkeys(phrases))[:MOST], cut, tuple(words[:MOST]))


def words_match(query: Query) -> str:
    """Return the full-text condition on ``words``: all of them, at least one of them in the unit itself."""
    each = [_any_of(word) for word in query.words]
    return f"{{heading own below}} : ({' OR '.join(each)}) AND {' AND '.join(each)}"


def _any_of(word: QueryWord) -> str:
    said = list(map(_quoted, word.stems))
    if word.day is not None:
        day, months, year = word.day
        # The day stands right before its month in both languages, the year right before or behind them.
        named = (f"NEAR({_quoted(f'{day} {month}')} {_quoted(year)}, {_NEAR})" for month in months)
        said = [*map(_quoted, _figures(word)), *named]
    return f"({' OR '.join(said)})"


def _figures(word: QueryWord) -> tuple[str, ...]:
    return tuple(stem for stem in word.stems if stem[0].isdigit())


def _word(token: str, stems: tuple[str, ...], lang: str | None) -> QueryWord:
    """A word; a day in figures is asked for in words as well: «30.09.2024» finds «2024 жылғы 30 қыркүйек»."""
    match = _DAY.fullmatch(token)
    if match is None:
        return QueryWord(folded(token), stems)
    year, month, day = (match["y"] or match["year"], match["m"] or match["month"], match["d"] or match["day"])
    if not 1 <= int(month) <= len(kazakh.MONTHS) or not 1 <= int(day) <= _LAST_DAY:
        return QueryWord(folded(token), stems)
    named = (kazakh.MONTHS[int(month) - 1], russian.OF_MONTHS[int(month) - 1])
    months = tuple(dict.fromkeys(stem for name in named for stem in asked(name, lang)))
    forms = (f"{day}.{month}.{year}", f"{year}-{month}-{day}", *stems)
    return QueryWord(folded(token), tuple(dict.fromkeys((*forms, *months))), (str(int(day)), months, year))


def letters_match(query: Query) -> str | None:
    """Return the full-text condition on ``letters``: sequences of three letters that phrases and words must have.

    A word may be there as it was typed or by one of its stems. None where no part is long enough to be looked for.
    """
    groups = [[phrase] for phrase in query.phrases] + [list(word.parts) for word in query.long_words]
    made = [" OR ".join(each) for group in groups if all(each := [_trigrams(part) for part in group])]
    return " AND ".join(f"({one})" for one in made) or None


def _trigrams(part: str) -> str:
    keys = typed(part)
    found = dict.fromkeys(keys[start : start + 3] for start in range(len(keys) - 2))
    kept = [trigram for trigram in found if "\x00" not in trigram]
    step = max(1, len(kept) // _TRIGRAMS)
    return f"({' AND '.join(map(_quoted, kept[::step]))})" if kept else ""


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
