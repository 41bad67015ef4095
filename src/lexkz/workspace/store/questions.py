"""Two questions to a workspace in one call each: what changed, and how a unit read before."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.findings import Message
from lexkz.reading.blocks import SourceError
from lexkz.workspace.store.no_such_text import Missing
from lexkz.workspace.store.store import Store, is_day

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from lexkz.publication.changed_json import UnitChangeData, UnitChangesData
    from lexkz.publication.store_json import UnitHistoryData

_PAGE = 1_000


def changes(
    workspace: "str | Path | Store",
    since: str | None = None,
    until: str | None = None,
    *,
    act: str | None = None,
    unit: str | None = None,
    lang: str | None = None,
) -> "UnitChangesData":
    """Return what changed in a workspace from one ISO day to another, both included, each unit with before and after.

    ``workspace`` is its folder, where ``lexkz index`` has put the store, the store's file, or an open store. ``act`` is
    a folder or a work IRI; ``unit`` an IRI, or the eId or words («пункт 2») of a unit of ``act``. Raises SourceError.
    """
    if since and until and is_day(since) and is_day(until) and since > until:
        raise SourceError.said(
            Message(
                f"Кезеңнің басы соңынан кейін тұр: {since}, {until}.",
                f"Начало срока позже его конца: {since}, {until}.",
                f"The first day is later than the last one: {since}, {until}.",
            )
        )
    with _opened(workspace) as store:
        places: list[tuple[str | None, str | None, str | None]] = [(None, lang, None)]
        if act is not None or unit is not None:
            places = [(one.act, one.lang, one.eid or None) for one in store.named(unit or "", act, lang)]
        items: list[UnitChangeData] = []
        undated = 0
        for of, said, eid in places:
            after = None
            while True:
                page = store.changed(since, until, lang=said, act=of, unit=eid, limit=_PAGE, after=after)
                items += page.items
                after = page.next
                if after is None:
                    break
            undated += page.undated
        items.sort(key=lambda one: (one.date or "", one.act, one.lang))
        return page.model_copy(update={"items": tuple(items), "undated": undated})


def history(
    workspace: "str | Path | Store", unit: str, *, act: str | None = None, lang: str | None = None
) -> "UnitHistoryData":
    """Return all wordings of a unit and all that changed it; the unit is named as in :func:`changes`.

    ``lang`` must be said where the act has the unit in both languages and the name does not tell which. Raises
    SourceError.
    """
    with _opened(workspace) as store:
        found = histories(store, unit, act, lang)
    if len(found) > 1:
        raise SourceError.said(
            Message(
                "Бұл бірлік екі тілде де бар: қай тілде керек екенін айтыңыз.",
                "Эта единица есть на обоих языках: скажите, на каком она нужна.",
                "The unit is there in both languages: say which one is wanted.",
            )
        )
    return found[0]


def histories(store: Store, unit: str, act: str | None, lang: str | None) -> "tuple[UnitHistoryData, ...]":
    """Return the history of a unit in each language in which it is there. Raises SourceError."""
    found = []
    for place in store.named(unit, act, lang):
        told = store.unit_history(place.act, place.lang, place.eid)
        if not isinstance(told, Missing):
            found.append(told)
    if not found:
        raise SourceError.said(
            Message(
                "Бұл бірліктің тарихы жоқ: бірлікті атаңыз.",
                "Истории у этого нет: назовите единицу акта.",
                "This has no history: name a unit of the act.",
            )
        )
    return tuple(found)


def _opened(workspace: "str | Path | Store") -> "AbstractContextManager[Store]":
    if isinstance(workspace, Store):
        return nullcontext(workspace)
    return Store.open(workspace)
