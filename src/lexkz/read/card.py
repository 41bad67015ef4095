"""The card of an act, ``act.toml``: what is known of it beside its text."""

import datetime
import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import get_args

from lexkz.read.blocks import Lang, SourceError


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


_DATES = frozenset({"date", "registration_date", "published"})
_SLUGS = frozenset({"type", "author"})
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
    return _card(tomllib.loads(text), name)


def _card(raw: dict[str, object], name: str) -> Card:
    known = {field.name for field in fields(Card)}
    unknown = sorted(set(raw) - known)
    if unknown:
        raise SourceError(f"{name} has the unknown key {unknown[0]!r}: known are {', '.join(sorted(known))}.")
    dates = {key: _date(key, raw[key], name) for key in raw.keys() & _DATES}
    texts = {key: _string(key, raw[key], name) for key in raw.keys() - _DATES - {"lang"}}
    lang = raw.get("lang")
    if lang is not None and lang not in get_args(Lang):
        raise SourceError(f'{name}: lang must be "kaz" or "rus", not {lang!r}.')
    return Card(**texts, **dates, lang=lang)  # type: ignore[arg-type]  # keys and types are checked above


def _date(key: str, value: object, name: str) -> datetime.date:
    # A TOML date-time is a date to Python as well; a card speaks of days.
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
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
    if key in _SLUGS and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise SourceError(f"{name}: {key} must be a slug of small Latin letters, digits and hyphens, not {value!r}.")
    return value
