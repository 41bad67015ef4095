"""What the reference control bank answers, read tolerantly: the list of editions, and the pages of one.

An edition holds ``ngr`` (the act's id), ``version.versionDate``, ``version.metadata``, ``version.cause`` (the amending
act) and ``content``, a flat list of nodes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lexkz.reading.blocks import SourceError

_DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)|(?P<D>\d\d)\.(?P<M>\d\d)\.(?P<Y>\d{4})(?!\d)")
_DATED = ("versionDate", "version_date", "editionDate", "date", "version")
"""Where a listed edition can say its day, the usual place first."""
_COUNTS = ("totalPages", "total_pages", "pageCount", "pagesCount", "pages")
_CODES = ("code", "ngr", "id")


def loaded(data: bytes, asked: str) -> Any:
    """Return the JSON of an answer. Raises SourceError where it is none; ``asked`` is the address, for the message."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        kind = "a web page" if data.lstrip()[:1] == b"<" else "something"
        raise SourceError(
            f"{asked} answered with {kind} that is not JSON: the service has changed, or is not where it was; "
            "see --from, or save the act from its site and use lexkz add."
        ) from None


def edition_dates(answer: Any, asked: str) -> tuple[date, ...]:
    """Return the days of the editions that the list names, oldest first, each once.

    Raises SourceError where an item names no day: an edition passed over would be a text missing in silence.
    """
    items = _items(answer)
    if not items:
        raise SourceError(f"{asked} lists no editions: the service has changed, or the act has no text there.")
    days = [_listed_day(item) for item in items]
    unknown = next((item for item, day in zip(items, days, strict=True) if day is None), None)
    if unknown is not None:
        shown = json.dumps(unknown, ensure_ascii=False)[:120]
        raise SourceError(f"{asked} lists an edition without its date ({shown}): the service has changed.")
    return tuple(sorted({day for day in days if day is not None}))


def edition_day(edition: Any) -> date | None:
    """Return the day that an edition says of itself; None where it says none."""
    version = edition.get("version") if isinstance(edition, dict) else None
    said = version.get("versionDate") if isinstance(version, dict) else None
    return _day(said)


def act_id(edition: Any) -> str | None:
    """Return the id of the act that an edition says it is of; None where it says none."""
    said = edition.get("ngr") if isinstance(edition, dict) else None
    return said if isinstance(said, str) and said.strip() else None


def amended_by(edition: Any) -> str | None:
    """Return the id of the act that made an edition (its ``cause``); None for the first, or where it is not said."""
    version = edition.get("version") if isinstance(edition, dict) else None
    cause = version.get("cause") if isinstance(version, dict) else None
    if not isinstance(cause, dict):
        return None
    return next((said for key in _CODES if isinstance(said := cause.get(key), str) and said.strip()), None)


def nodes(edition: Any, asked: str) -> list[Any]:
    """Return the nodes of an edition. Raises SourceError where there are none to be found."""
    content = edition.get("content") if isinstance(edition, dict) else edition
    if not isinstance(content, list):
        raise SourceError(
            f"{asked} answered without the text of an act (no list under content): the service has changed."
        )
    return content


def page_count(edition: Any) -> int | None:
    """Return how many pages an edition says it has; None where it does not say."""
    for holder in _holders(edition):
        for key in _COUNTS:
            said = holder.get(key)
            if isinstance(said, int) and not isinstance(said, bool) and said > 0:
                return said
    return None


def _holders(edition: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(edition, dict):
        yield edition
        yield from (value for key, value in edition.items() if isinstance(value, dict) and key != "content")


def _items(answer: Any) -> list[Any]:
    """Return the list of editions, bare or in the object around it."""
    if isinstance(answer, list):
        return answer
    if isinstance(answer, dict):
        return next((value for value in answer.values() if isinstance(value, list) and value), [])
    return []


def _listed_day(item: Any) -> date | None:
    if isinstance(item, dict):
        return next((day for key in _DATED if (day := _listed_day(item.get(key))) is not None), None)
    return _day(item)


def _day(said: object) -> date | None:
    match = _DATE.match(said.strip()) if isinstance(said, str) else None
    if match is None:
        return None
    try:
        return date(int(match["y"] or match["Y"]), int(match["m"] or match["M"]), int(match["d"] or match["D"]))
    except ValueError:
        return None
