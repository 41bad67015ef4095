"""What an edition says of its act beside the text: title, requisites, number, dates."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lexkz.reading.bank.edition import parse
from lexkz.reading.blocks import Lang
from lexkz.reading.card import Card
from lexkz.reading.marked.characters import squeezed, visible

_LANGS: Mapping[str, tuple[str, ...]] = {"kaz": ("kaz", "kk", "kz"), "rus": ("rus", "ru")}
_DEEPEST = 4


def card(data: bytes, name: str, lang: Lang | None = None) -> Card:
    """Return the card of the act in the bytes of an edition; what it does not say is None.

    ``name`` is the file's name for messages, ``lang`` the language of the title. Raises SourceError as ``read`` does.
    """
    record = parse(data, name).record
    return Card(
        id=text(record, "ngr", None) or None,
        title=text(record, "title", lang or "kaz") or text(record, "name", lang or "kaz") or None,
        number=text(record, "stateAgencyDocNumber", None) or None,
        date=_date(text(record, "stateAgencyApprovalDate", None)),
        registration_number=text(record, "registryNumber", None) or None,
        lang=lang,
    )


def text(record: Mapping[str, Any], key: str, lang: Lang | None) -> str:
    """Return what ``record`` says under ``key`` in ``lang``, spaces squeezed, ``""`` where it says nothing.

    Looked for in the record and the objects in it, the amending act (``cause``) apart; a text in two languages is an
    object by language (``{"kaz": …, "rus": …}``) or two fields (``titleKaz``, ``title_kk``).
    """
    for holder in _objects(record):
        for found in _under(holder, key, lang):
            value = squeezed(visible(found)).strip()
            if value:
                return value
    return ""


def _objects(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    level: list[Mapping[str, Any]] = [record]
    for _ in range(_DEEPEST):
        yield from level
        level = [
            value
            for holder in level
            for name, value in holder.items()
            if isinstance(value, dict) and name not in ("cause", "content")
        ]


def _under(holder: Mapping[str, Any], key: str, lang: Lang | None) -> Iterator[str]:
    value = holder.get(key)
    if isinstance(value, dict) and lang is not None:
        for tag in _LANGS[lang]:
            for name, said in value.items():
                if name.lower() == tag and isinstance(said, str):
                    yield said
    for tag in _LANGS[lang] if lang is not None else ():
        for name, said in holder.items():
            if re.fullmatch(f"{key}[_-]?{tag}", name, re.IGNORECASE) and isinstance(said, str):
                yield said
    if isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)


def _date(said: str) -> datetime.date | None:
    match = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<D>\d\d)\.(?P<M>\d\d)\.(?P<Y>\d{4})", said)
    if match is None:
        return None
    try:
        return datetime.date(
            int(match["y"] or match["Y"]), int(match["m"] or match["M"]), int(match["d"] or match["D"])
        )
    except ValueError:
        return None
