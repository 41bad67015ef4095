"""The language in which the command line speaks to its user: ``LEXKZ_LANG``, else the locale, else that of the files
that it is given, else English."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from lexkz.findings import Finding, Message

if TYPE_CHECKING:
    from lexkz.api import Command

Tongue = Literal["kaz", "rus", "eng"]
_NAMES: Mapping[str, Tongue] = {
    "kaz": "kaz",
    "kk": "kaz",
    "rus": "rus",
    "ru": "rus",
    "eng": "eng",
    "en": "eng",
}
_VARIABLES = ("LEXKZ_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""In this order, as gettext asks for them; the first that is set decides."""
_NO_LANGUAGE = ("c", "posix")
"""Locales of machines that were told no language."""

_ROWS = [line.split("|") for line in files(__package__).joinpath("words.txt").read_text("utf-8").splitlines()]
_WORDS: Mapping[Tongue, Mapping[str, str]] = {
    "kaz": {row[0]: row[1] for row in _ROWS},
    "rus": {row[0]: row[2] for row in _ROWS},
    "eng": {},
}


_given: ContextVar[tuple[str, ...]] = ContextVar("given", default=())
_chosen: ContextVar[Tongue | None] = ContextVar("chosen", default=None)


def asked(words: Sequence[str]) -> None:
    """Tell what stands on the command line: the files among it show a language where the user says none."""
    _given.set(tuple(words))
    _of_files.cache_clear()


@contextmanager
def speaking(chosen: Tongue) -> Iterator[None]:
    """Speak a language, whatever the user's is: who asks a server is not who started it."""
    before = _chosen.set(chosen)
    try:
        yield
    finally:
        _chosen.reset(before)


def tongue() -> Tongue:
    """Return the language of the user; English for a locale in which lexkz does not speak."""
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    said = next((said for name in _VARIABLES if (said := os.environ.get(name, "").lower())), "")
    name = said.partition(".")[0].partition("_")[0].partition("-")[0]
    if name and name not in _NO_LANGUAGE:
        return _NAMES.get(name, "eng")
    return _of_files(_given.get())


@lru_cache(maxsize=1)
def _of_files(words: tuple[str, ...]) -> Tongue:
    from lexkz.workspace.spoken import language_of

    return (language_of(words) if words else None) or "eng"


def word(english: str) -> str:
    """Return a word of ``words.txt`` (English, Kazakh, Russian; a line each) in the user's language."""
    return _WORDS[tongue()].get(english, english)


def counted(count: int, english: str) -> str:
    """Return a number of things: ``2 error``; in languages whose nouns bend with the number, ``ошибка: 2``."""
    return f"{count} {english}" if tongue() == "eng" else f"{word(english)}: {count}"


_NUMBERED: Mapping[Tongue, str] = {"kaz": "{number}-{noun}", "rus": "{noun} {number}", "eng": "{noun} {number}"}


def numbered(english: str, number: int | str) -> str:
    """Return a thing by its number: ``page 3``, «3-бет», «страница 3»."""
    return _NUMBERED[tongue()].format(number=number, noun=word(english))


def command_name(identity: str) -> str:
    """Return a command by its number, as people call it: ``cmd_5`` is ``command 5``, «5-пәрмен», «команда 5»."""
    return numbered("command", identity.removeprefix("cmd_"))


def sentence(message: Message) -> str:
    """Return the sentence of a finding in the user's language."""
    return str(getattr(message, tongue()))


def meant(finding: Finding) -> str:
    """Return what a finding could mean, its units by number and words; in English, which is a programmer's, each with
    its eId as well. A ruling takes either."""
    named = zip(finding.candidates, finding.meant or finding.candidates, strict=False)
    shown = tongue() == "eng"
    return "; ".join(f"{words} ({eid})" if shown and words != eid else words for eid, words in named)


def action(command: "Command") -> str:
    """Return what a command does, by its slug: «replace»; in Kazakh and Russian in the words of the papers."""
    from lexkz.api import action_words

    lang = tongue()
    return command.action if lang == "eng" else action_words(command, lang)
