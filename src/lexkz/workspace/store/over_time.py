"""What changed over all acts from one day to another: each unit with its words before and after, and its command."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from lexkz.akn import iris
from lexkz.publication.act_data import OpenData
from lexkz.publication.changed_json import ChangeState, OrderData, UnitChangeData, UnitChangesData
from lexkz.publication.store_json import ExpressionInfoData, UnitTextData
from lexkz.reading.blocks import SourceError
from lexkz.workspace.store import acts, unit_texts
from lexkz.workspace.store.no_such_text import Missing
from lexkz.workspace.store.relations import command_of, related

_VERSIONS = """SELECT e.date, d.act, d.lang, e.doc, e.seq, d.title, d.work FROM expressions e
    JOIN documents d ON d.id = e.doc WHERE """
_ORDER = "SELECT id, type, date, number, title FROM documents WHERE work = ? ORDER BY lang = ? DESC, act LIMIT 1"


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Which changes: of which days, which acts, which units."""

    since: str | None = None
    """ISO day, itself included."""
    until: str | None = None
    lang: str | None = None
    act: str | None = None
    """Folder or work IRI."""
    unit: str | None = None
    """eId: changes of that unit, of what holds it and of what it holds."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A version that may tell of changes, and the one before it."""

    doc: int
    seq: int
    lang: str
    title: str | None
    work: str | None
    this: ExpressionInfoData
    before: ExpressionInfoData | None


def changed(connection: sqlite3.Connection, span: DaySpan, limit: int, after: str | None) -> UnitChangesData:
    """Return up to ``limit`` changes behind the place ``after``, by day, act and language."""
    found = list(islice(_changes(connection, span, after), limit + 1))
    place = found[limit - 1][0] if len(found) > limit else None
    return UnitChangesData(
        since=span.since,
        until=span.until,
        items=tuple(change for _, change in found[:limit]),
        next=place,
        undated=_undated(connection, span),
    )


def _changes(connection: sqlite3.Connection, span: DaySpan, after: str | None) -> Iterator[tuple[str, UnitChangeData]]:
    """Give the changes, each with its place: what ``after`` takes."""
    where, values = _conditions(span)
    done = 0
    begin: tuple[str, str, str] | None = None
    if after is not None:
        begin, done = _read_place(after)
        where.append("(e.date, d.act, d.lang) >= (?, ?, ?)")
        values += begin
    sql = f"{_VERSIONS}{' AND '.join(['e.date IS NOT NULL', *where])} ORDER BY e.date, d.act, d.lang, e.seq"
    last: tuple[str, str, str] | None = None
    number = 0
    for date, act, lang, doc, seq, title, work in connection.execute(sql, values):
        key = (date, act, lang)
        number = number if key == last else 0
        last = key
        version = _Version(doc, seq, lang, title, work, *_two(connection, doc, seq))
        for change in _of_version(connection, version, span.unit):
            number += 1
            if (key != begin or number > done) and _within(change, span):
                yield f"{date}/{act}/{lang}/{number}", change


def _within(change: UnitChangeData, span: DaySpan) -> bool:
    """What waits is of the day of its order at least, whatever the day of the text that it waits in."""
    day = change.date or ""
    return (span.since is None or day >= span.since) and (span.until is None or day <= span.until)


def _conditions(span: DaySpan) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    for condition, value in (
        ("e.told >= ?", span.since),
        ("e.date <= ?", span.until),
        ("d.lang = ?", span.lang),
        ("? IN (d.act, d.work)", span.act),
    ):
        if value is not None:
            where.append(condition)
            values.append(value)
    return where, values


def _read_place(after: str) -> tuple[tuple[str, str, str], int]:
    parts = after.split("/")
    if len(parts) != 4 or not parts[3].isascii() or not parts[3].isdigit():
        raise SourceError(f"{after[:80]!r} is no place in a list of changes: give what stood in next.")
    return (parts[0], parts[1], parts[2]), int(parts[3][:9])


def _two(connection: sqlite3.Connection, doc: int, seq: int) -> tuple[ExpressionInfoData, ExpressionInfoData | None]:
    found = acts.expressions(connection, doc, (seq - 1, seq))
    return found[seq], found.get(seq - 1)


def _of_version(connection: sqlite3.Connection, version: _Version, unit: str | None) -> Iterator[UnitChangeData]:
    rows = connection.execute(
        "SELECT eid, type, by, mod, previous FROM changes WHERE doc = ? AND seq = ? ORDER BY rowid",
        [version.doc, version.seq],
    ).fetchall()
    for eid, kind, by, mod, previous in rows:
        if unit is None or related(eid, unit):
            was = iris.split(previous)[2] if previous else None if kind == "insertion" else eid
            order, act = _order(connection, by, version.lang, mod)
            command, instruction = command_of(connection, act, mod)
            yield _change(connection, version, eid, was or "", kind, "made", (command, instruction, order))
    standing, before = version.this.standing, version.before.standing if version.before else None
    known = {(one.by, one.command) for one in before.open} if before else set()
    for one in standing.open if standing else ():
        if (one.by, one.command) in known:
            continue
        for eid in one.units or (None,):
            if unit is None or eid is None or related(eid, unit):
                by_act = _order(connection, one.by, version.lang, None)[0] if one.by else None
                state: ChangeState = "waits" if one.outcome == "refused" else "skipped"
                yield _change(connection, version, eid, eid or "", None, state, (one.command, one.instruction, by_act))
    # Nobody knows which unit such a sentence means: it may be any.
    unread = set(before.unread) if before else set()
    for sentence, by in zip(standing.unread, standing.unread_by, strict=True) if standing else ():
        if sentence not in unread:
            of_act = _order(connection, by, version.lang, None)[0] if by else None
            yield _change(connection, version, None, "", None, "unread", (None, sentence, of_act))


def _change(
    connection: sqlite3.Connection,
    version: _Version,
    eid: str | None,
    was: str,
    kind: str | None,
    state: ChangeState,
    commanded: tuple[str | None, str | None, OrderData | None],
) -> UnitChangeData:
    command, instruction, order = commanded
    this = version.this
    old = _words(connection, version.doc, was, (version.seq - 1, version.before))
    new = _words(connection, version.doc, eid, (version.seq, this))
    shown = new or old
    link = f"{this.iri}/~{eid}" if eid and new else this.iri
    # An order nothing of which is in the text leaves it its day, which is before the order's own.
    ordered = order.date if order is not None and state != "made" else None
    later = ordered is not None and this.date is not None and ordered > this.date
    date = ordered if later else this.date
    named = "\n".join(
        (this.iri or this.act, this.lang, str(this.date), str(eid), str(order and order.iri), instruction or "")
    )
    return UnitChangeData(
        id=uuid5(NAMESPACE_URL, f"lexkz:{named}").urn,
        act=this.act,
        lang=this.lang,
        title=version.title,
        work=version.work,
        expression=this.iri,
        previous=version.before.iri if version.before else None,
        date=date,
        dated_by="amended" if later else this.dated_by,
        in_force=None if later else this.in_force,
        rule=this.rule,
        outline=this.outline,
        whole=this.standing is not None and this.standing.whole,
        source_page=this.source_page,
        state=state,
        type=kind,
        eId=eid,
        name=None if eid is None else shown.name if shown else version.title,
        kind=shown.kind if shown else None,
        number=shown.number if shown else None,
        permalink=link if this.iri else None,
        before=old.text if old else None,
        after=new.text if new and state == "made" else None,
        removed=bool(new and new.removed),
        gaps=bool(shown and shown.gaps),
        command=command,
        instruction=instruction,
        order=order,
        open=_open(version, eid),
    )


def _words(
    connection: sqlite3.Connection, doc: int, eid: str | None, then: tuple[int, ExpressionInfoData | None]
) -> UnitTextData | None:
    seq, expression = then
    if not eid or expression is None:
        return None
    found = unit_texts.unit_in(connection, doc, eid, (seq, expression))
    return None if isinstance(found, Missing) else found


def _open(version: _Version, eid: str | None) -> tuple[OpenData, ...]:
    return acts.open_at(version.this.standing, eid) if eid else ()


def _order(connection: sqlite3.Connection, work: str, lang: str, mod: str | None) -> tuple[OrderData, int | None]:
    """The amending act, and its row where the store has it: in the language of the changed act, if it can be."""
    row = connection.execute(_ORDER, [work, lang]).fetchone()
    if row is not None:
        act, kind, date, number, title = row
        return OrderData(iri=work, type=kind, date=date, number=number, title=title, eId=mod), act
    *_, date, segment = ("", "", *work.split("/"))
    known = date if date != iris.UNKNOWN_DATE and date[:1].isdigit() else None
    number = iris.marked_number(segment, known)[0] if segment else None
    return OrderData(iri=work, type=None, date=known, number=number, title=None, eId=mod), None


def _undated(connection: sqlite3.Connection, span: DaySpan) -> int:
    where, values = _conditions(DaySpan(lang=span.lang, act=span.act))
    told = "EXISTS (SELECT 1 FROM changes c WHERE c.doc = e.doc AND c.seq = e.seq)"
    sql = f"""SELECT count(*) FROM expressions e JOIN documents d ON d.id = e.doc
        WHERE {" AND ".join(["e.date IS NULL", told, *where])}"""
    return int(connection.execute(sql, values).fetchone()[0])
