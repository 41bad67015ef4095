"""``lexkz history`` and ``changed``: all wordings of a unit, and what changed over all acts."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import DAY, json_option, output_option
from lexkz.workspace.cli.searching import store_option, store_path
from lexkz.workspace.cli.tongue import command_name, word

if TYPE_CHECKING:
    from lexkz.publication.changed_json import UnitChangeData, UnitChangesData
    from lexkz.publication.store_json import ChangeData, UnitHistoryData

_LONGEST = 400
"""Letters of a wording that are shown to people; JSON has all."""
_LANG = click.Choice(["kaz", "rus"])


@click.command("history")
@click.argument("unit", nargs=-1, required=True)
@click.option("--lang", type=_LANG, help="Only the wordings in this language.")
@store_option
@json_option
@output_option
def history_command(
    unit: tuple[str, ...], lang: str | None, store: Path | None, as_json: bool, output: Path | None
) -> None:
    """Show all wordings of a unit, with what changed it and since when.

    UNIT is the IRI of a unit, or the folder or IRI of an act and then the unit's eId or words: "пункт 2 приложения 1".
    """
    from lexkz.workspace.store import Store, histories, history

    act, name = _named(unit)
    with Store.open(store_path(store)) as opened:
        if as_json:
            out.result(history(opened, name, act=act, lang=lang).json_text(), output)
            return
        found = histories(opened, name, act, lang)
    out.result("\n".join(line for one in found for line in _wordings(one)), output)


@click.command("changed")
@click.option("--since", type=DAY, metavar="DATE", help="The first day; else from the oldest version that is known.")
@click.option("--until", type=DAY, metavar="DATE", help="The last day; else until the newest version.")
@click.option("--act", metavar="ID", help="Only this act: its folder or its work IRI.")
@click.option("--unit", metavar="UNIT", help="Only this unit of it: its eId or words; or the IRI of a unit alone.")
@click.option("--lang", type=_LANG, help="Only acts in this language.")
@click.option("--atom", is_flag=True, help="Write a feed in Atom.")
@store_option
@json_option
@output_option
def changed_command(
    since: datetime | None,
    until: datetime | None,
    act: str | None,
    unit: str | None,
    lang: str | None,
    atom: bool,
    store: Path | None,
    as_json: bool,
    output: Path | None,
) -> None:
    """Show what changed over all acts from one day to another: each unit with its text before and after.

    The day is that of entry into force, where it is known, else that of the last amending act. What waits for a person
    and what was not understood is told as well.
    """
    from lexkz.workspace.store import changes

    days = [day.date().isoformat() if day is not None else None for day in (since, until)]
    found = changes(store_path(store), *days, act=act, unit=unit, lang=lang)
    if as_json:
        out.result(found.json_text(), output)
    elif atom:
        out.result(changes_feed(found), output)
    else:
        out.result("\n".join(line for one in found.items for line in _change(one)), output)
    if not found.items:
        click.echo(word("note: nothing changed."), err=True)
    if found.undated:
        click.echo(
            word("note: versions left out since they have no date: {count}.").format(count=found.undated), err=True
        )


def _named(unit: Sequence[str]) -> tuple[str | None, str]:
    """The act and the unit of it; an IRI alone names both."""
    first, *rest = unit
    return (first, " ".join(rest)) if rest else (None, first)


def _wordings(told: "UnitHistoryData") -> Iterator[str]:
    yield told.name if told.name == told.title or not told.title else f"{told.name} – {told.title}"
    yield f"  {told.eId or '-'}  [{told.lang}, {told.act}]"
    for version in told.versions:
        known = _dated(version.dated_by)
        marks = f", {word('not full: changes are missing')}" if version.whole is False else ""
        yield f"\n{version.from_date or '?'} – {version.to_date or ''}".rstrip() + f"  [{known}{marks}]"
        yield from (f"  {line}" for line in _short(version.text))
        for change in told.changes:
            if change.date == version.from_date:
                yield f"  {_by_command(change)}"
    yield ""


def _by_command(change: "ChangeData") -> str:
    said = [f"№ {change.by_number}" if change.by_number else change.by, change.by_date or ""]
    return _commanded(said, change.command, change.instruction)


def _change(change: "UnitChangeData") -> Iterator[str]:
    name = change.name or word("not known which unit")
    yield f"{change.date}  {name}"
    marks = [change.lang, change.act, _dated(change.dated_by)]
    marks += [word(mark) for mark in ("outline" * change.outline, _STATES.get(change.state)) if mark]
    yield f"  [{', '.join(marks)}]  {change.permalink or ''}".rstrip()
    yield from (f"  {line}" for line in _said(change))
    yield ""


def _said(change: "UnitChangeData") -> Iterator[str]:
    """Before and after, and what commands it."""
    if change.state == "made":
        yield from (f"- {line}" for line in _short(change.before))
        yield from (f"+ {line}" for line in _short(change.after))
    else:
        yield from _short(change.before)
    order = change.order
    said = [f"№ {order.number}" if order.number else order.iri, order.date or ""] if order is not None else []
    yield _commanded(said, change.command, change.instruction)


_STATES = {
    "waits": "not made: it waits for a person",
    "skipped": "not made: a person left it out",
    "unread": "unread",
}


def _commanded(order: Sequence[str], command: str | None, instruction: str | None) -> str:
    named = [*filter(None, order), *([command_name(command)] if command else [])]
    return ": ".join(filter(None, (", ".join(named), out.shortened(instruction or "", _LONGEST))))


def _dated(by: str | None) -> str:
    return {
        "in_force": word("in force"),
        "adopted": word("day of the act"),
        "edition": word("day of the edition"),
        "amended": word("day of the amending act, entry into force not known"),
    }.get(by or "", word("not known"))


def _short(text: str | None) -> list[str]:
    if text is None:
        return []
    return (text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…").split("\n")


def changes_feed(found: "UnitChangesData", here: str = "") -> str:
    """Return changes as Atom, the latest first; ``here`` is the address of the feed."""
    from uuid import NAMESPACE_URL, uuid5

    from lexkz.workspace.cli.tongue import tongue
    from lexkz.workspace.feed import NO_DAY, Feed, FeedEntry, atom

    codes = {"kaz": "kk", "rus": "ru", "eng": "en"}
    entries = [
        FeedEntry(
            id=one.id,
            title=" · ".join(filter(None, (one.title, one.name if one.name != one.title else None))) or one.act,
            address=one.permalink or one.act,
            summary="\n".join((*(word(mark) for mark in (_STATES.get(one.state),) if mark), *_said(one))),
            day=one.date or NO_DAY,
            lang=codes[one.lang],
        )
        for one in reversed(found.items)
    ]
    asked = uuid5(NAMESPACE_URL, f"lexkz:changed/{found.since}/{found.until}").urn
    title = " ".join(filter(None, (word("Changes"), " – ".join(filter(None, (found.since, found.until))))))
    return atom(Feed(asked, title, entries, here=here, media="application/json"), codes[tongue()])
