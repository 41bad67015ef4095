"""The card of an act, ``act.toml``: what is known of it beside its text."""

import datetime
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import get_args

from lexkz.languages.detect import detect
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Lang, SourceError


@dataclass(frozen=True, slots=True)
class Card:
    """What ``act.toml`` says of an act; whatever it does not say is None."""

    id: str | None = None
    """Id in the state information system, also the name of its folder: ``V2400035172``."""
    type: str | None = None
    """Slug of the kind of act: ``order``, ``law``, ``resolution``, ``code``."""
    author: str | None = None
    """Slug of who made it, as in IRIs: ``enbek``."""
    author_name: str | None = None
    """Full name of who made it."""
    title: str | None = None
    """As printed."""
    number: str | None = None
    date: datetime.date | None = None
    registration_number: str | None = None
    """Number in the register of state registration of normative legal acts."""
    registration_date: datetime.date | None = None
    published: datetime.date | None = None
    """Day of the first official publication; an act's text does not hold it."""
    lang: Lang | None = None
    """Language of the act, and of what the card says in words; else words show it themselves."""
    worded: Mapping[Lang, Mapping[str, str]] = field(default_factory=dict)
    """What a card of an act in two languages says in each: ``{"kaz": {"title": "…"}, "rus": {"title": "…"}}``."""

    def in_language(self, lang: Lang) -> "Card":
        """Return what the card says of the text in ``lang``: words in the other language are not of it.

        A plain title is the title of the text in whose language it is, by ``lang`` of the card, else by its words.
        """
        own = self.worded.get(lang, {})
        return replace(
            self,
            title=own.get("title", self._of(self.title, lang)),
            author_name=own.get("author_name", self._of(self.author_name, lang)),
            type=own.get("type", self.type),
            author=own.get("author", self.author),
            worded={},
        )

    def _of(self, words: str | None, lang: Lang) -> str | None:
        if words is None:
            return None
        # Letters that the other language does not have speak before the card: it may be that of a bilingual folder.
        return words if (detect(words) or self.lang or lang) == lang else None


WORDED = ("title", "type", "author", "author_name")
"""What can be said in each language: a table with ``kaz`` and ``rus``."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Days outside these years stand for one that is not known, or are slips."""
_DATES = frozenset({"date", "registration_date", "published"})
_SLUGS = frozenset({"type", "author"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text holds, and XML mostly cannot; TOML lets it be written as an escape."""


def read_card(path: Path) -> Card:
    """Return the card at ``path``; raises SourceError for a file that is missing, is no TOML, or says what no card
    says."""
    name = path.name
    try:
        return _read(path.read_text(encoding="utf-8-sig"), name)
    except FileNotFoundError:
        raise SourceError(f"{name} does not exist: check the path.") from None
    except OSError as error:
        raise SourceError(
            f"{name} cannot be opened ({error.strerror}): check the path and your rights to it."
        ) from None
    except UnicodeDecodeError:
        raise SourceError(f"{name} is not in UTF-8: save it in UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{name} is not valid TOML: {error}.") from None


@lru_cache(maxsize=64)
def _read(text: str, name: str) -> Card:
    # A build asks for the card of an act several times in a row.
    return card_from(tomllib.loads(text), name)


def card_from(raw: dict[str, object], name: str) -> Card:
    """Return the card with what ``raw`` says, as TOML gives it; raises SourceError for what no card says."""
    known = {one.name for one in fields(Card)} - {"worded"}
    unknown = sorted(set(raw) - known)
    if unknown:
        raise SourceError(f"{name} has the unknown key {unknown[0]!r}: known are {', '.join(sorted(known))}.")
    dates = {key: _date(key, raw[key], name) for key in raw.keys() & _DATES}
    tables = {key: value for key in WORDED if isinstance(value := raw.get(key), dict)}
    texts = {key: _string(key, raw[key], name) for key in raw.keys() - _DATES - tables.keys() - {"lang"}}
    lang = raw.get("lang")
    if lang is not None and lang not in get_args(Lang):
        raise SourceError(f'{name}: lang must be "kaz" or "rus", not {lang!r}.')
    worded = _worded(tables, name)
    return Card(**texts, **dates, lang=lang, worded=worded)  # type: ignore[arg-type]  # keys and types are checked above


def _worded(tables: Mapping[str, Mapping[str, object]], name: str) -> dict[Lang, dict[str, str]]:
    """What tables such as ``[title]`` say in each language. The kind of act and its maker may be named in words, and
    are one kind and one maker in both."""
    made: defaultdict[Lang, dict[str, str]] = defaultdict(dict)
    for key, table in tables.items():
        for lang, value in table.items():
            if lang not in get_args(Lang):
                raise SourceError(f'{name}: [{key}] is said in "kaz" and "rus", not in {lang!r}.')
            _say(made[lang], key, value, lang, name)  # type: ignore[index, arg-type]  # checked above
    for key in ("type", "author"):
        slugs = sorted({said[key] for said in made.values() if key in said})
        if len(slugs) > 1:
            raise SourceError(
                f"{name}: [{key}] means two things, {' and '.join(slugs)}: an act has one in all languages."
            )
    return dict(made)


def _say(said: dict[str, str], key: str, value: object, lang: Lang, name: str) -> None:
    if key == "author" and isinstance(value, str) and not _SLUG.fullmatch(value):
        # Who made it, by name: the slug is taken from the text.
        said.setdefault("author_name", _string("author_name", value, name))
        return
    if key == "type" and isinstance(value, str):
        kinds = {noun.casefold(): slug for slug, noun in words_of(lang).notes.titles.items()}
        value = kinds.get(value.strip().casefold(), value)
    said[key] = _string(key, value, name)


def _date(key: str, value: object, name: str) -> datetime.date:
    # A TOML date-time is a date to Python as well; a card speaks of days.
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        # A day of publication is held against that of the act, where it is told.
        if key != "published" and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise SourceError(f"{name}: {key} cannot be {value}: write the day that the act says.")
        return value
    raise SourceError(f"{name}: {key} must be a date written without quotes, as in {key} = 2024-09-30.")


def _string(key: str, value: object, name: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and "number" in key:
        return str(value)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(f'{name}: {key} must be text in quotes, as in {key} = "…".')
    control = _CONTROL.search(value)
    if control:
        code = f"U+{ord(control.group()):04X}"
        raise SourceError(f"{name}: {key} holds the control character {code}: write it without.")
    if key in _SLUGS and not _SLUG.fullmatch(value):
        raise SourceError(f"{name}: {key} must be a slug of small Latin letters, digits and hyphens, not {value!r}.")
    return value
