"""What an order says of itself, as its drafter gives it: a small TOML file, with blanks where nothing was given."""

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from lexkz.languages.detect import Lang
from lexkz.languages.writing import writer
from lexkz.reading.blocks import SourceError

KINDS = ("order", "law", "resolution", "decision", "decree", "directive", "code")
"""Kinds of act that an amending act can be of."""


@dataclass(frozen=True, slots=True)
class OrderRequisites:
    """Title, preamble, own clauses and signature of an amending act."""

    type: str | None = None
    """Slug of its kind: ``order``, ``resolution``, ``decision``, ``law``; None for the kind of the base act."""
    author: str | None = None
    """The body, in the genitive as acts print it: «Министра труда», «Еңбек министрінің»."""
    date: str | None = None
    """ISO date."""
    number: str | None = None
    title: str | None = None
    """In place of «О внесении изменений в …»."""
    preamble: str | None = None
    clauses: tuple[str, ...] = ()
    """Own clauses without their numbers: registration, publication, execution, entry into force."""
    signature: tuple[str, ...] = ()

    def head(self, lang: Lang, kind: str) -> Iterator[str]:
        """Give the line above the title, where anything of it is known."""
        if self.author or self.date or self.number:
            yield writer(lang).requisites(self.type or kind, self.author, self.date, self.number)

    def own_clauses(self, lang: Lang, kind: str) -> tuple[str, ...]:
        """Return the own clauses without numbers; where none is given, that of entry into force as the law has it."""
        return self.clauses or (writer(lang).entry_clause(self.type or kind),)


def read_requisites(text: str, name: str) -> OrderRequisites:
    """Return the requisites in a TOML text; raises SourceError, one sentence, where a key or a value does not fit."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{name} is not valid TOML: {error}.") from None
    return requisites_of(given, name)


def requisites_of(given: Mapping[str, object], name: str) -> OrderRequisites:
    """Return the requisites by their names; raises SourceError as :func:`read_requisites`."""
    known = [one.name for one in fields(OrderRequisites)]
    found: dict[str, object] = {}
    for key, value in given.items():
        if key not in known:
            raise SourceError(f"{name} has the unknown key {key}: known are {', '.join(known)}.")
        if key in ("clauses", "signature"):
            if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
                raise SourceError(f"{name}: {key} must be a list of texts in quotes.")
            found[key] = tuple(value)
        elif key == "date" and isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            found[key] = value.isoformat()
        elif key == "date" and not (isinstance(value, str) and _is_day(value)):
            raise SourceError(f"{name}: date must be a date written without quotes, as in date = 2024-09-30.")
        elif isinstance(value, str):
            found[key] = value
        else:
            raise SourceError(f'{name}: {key} must be text in quotes, as in {key} = "…".')
    if found.get("type", "order") not in KINDS:
        raise SourceError(f"{name}: {'type'} is one of {', '.join(KINDS)}.")
    return OrderRequisites(**found)  # type: ignore[arg-type]


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
