"""What pages say in the language of the interface: days, kinds of change, severities."""

from typing import TYPE_CHECKING

from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.words import _, interface

if TYPE_CHECKING:
    from lexkz.workspace.site.library import Library, Text

_LANGUAGES = {"kk": "kaz", "ru": "rus"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def message_key() -> str:
    """Return which sentence of a finding is the interface's: ``kaz``, ``rus`` or ``eng``."""
    return _LANGUAGES.get(interface(), "eng")


def day(iso: str) -> str:
    """Return an ISO date in words."""
    known = _LANGUAGES.get(interface())
    if known:
        return words_of(known).layout.day(iso)
    year, month, of_month = iso.split("-")
    return f"{int(of_month)} {_MONTHS[int(month) - 1]} {year}"


def since(iso: str) -> str:
    """Return an ISO date in words, as it stands in "from that day"."""
    known = _LANGUAGES.get(interface())
    return words_of(known).layout.since(iso) if known else day(iso)


def change_kind(kind: str) -> str:
    """Return what a modification did to a unit, by its type in the metadata."""
    kinds = {
        "substitution": _("changed"),
        "replacement": _("changed"),
        "insertion": _("inserted"),
        "repeal": _("repealed"),
        "renumbering": _("renumbered"),
    }
    return kinds.get(kind, _("changed"))


def counted_as(kind: str) -> str:
    """Return the words that say how many commands changed, added or removed something, or wait for a person."""
    return {
        "changed": _("changed: {count}"),
        "added": _("added: {count}"),
        "removed": _("removed: {count}"),
        "waiting": _("waiting for a person: {count}"),
    }[kind]


def period_of(text: "Text", texts: "Library") -> str:
    """Return from when to when a text was, or will be, the one in force."""
    if texts.is_to_come(text):
        return _("This text enters into force on a later day: {day}.").format(day=official_date(text.first_day))
    last = texts.last_day(text)
    if last is None:
        # The text after it is of an unknown day.
        return _("This text was superseded.")
    if text.first_day:
        said = _("This text was in force from {first} to {last}.")
        return said.format(first=official_date(text.first_day), last=official_date(last))
    return _("This text was in force until {last}.").format(last=official_date(last))


def severity(name: str) -> str:
    """Return what a finding's severity means to a reader."""
    return {"error": _("not applied"), "warning": _("to be looked at"), "info": _("slip")}.get(name, name)


def text_language(lang: str) -> str:
    """Return the name of a language of texts."""
    return {"kaz": _("Kazakh"), "rus": _("Russian")}.get(lang, lang)


SITE.know(counted_as=counted_as, official_date=official_date, text_language=text_language)
