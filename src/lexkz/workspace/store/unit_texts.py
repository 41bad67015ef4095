"""The words of a unit: on a day, and from version to version."""

import sqlite3
from functools import lru_cache

from lxml import etree

from lexkz.akn import canonical
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.publication.store_json import ExpressionInfoData, UnitTextData, UnitVersionData
from lexkz.publication.units import unit_number
from lexkz.workspace.store import acts
from lexkz.workspace.store.no_such_text import Missing

_UNIT = """SELECT u.eid, u.kind, u.number, u.heading, u.name, u.path, u.text, u.whole, u.removed, u.gaps,
    u.from_date, u.to_date, u.first, u.last FROM units u WHERE u.doc = ? AND u.eid = ?"""
_OF = "SELECT title, work FROM documents WHERE id = ?"


_QUICK = """SELECT d.act, d.lang, e.seq, e.iri, e.date, e.dated_by, e.in_force, e.rule, e.outline, e.states,
    e.standing,
    (SELECT x.date FROM expressions x WHERE x.doc = e.doc AND x.seq = e.seq + 1), e.digest, e.size,
    e.not_before, e.made_by, d.title, d.work,
    u.eid, u.kind, u.number, u.heading, u.name, u.path, u.text, u.whole, u.removed, u.gaps, u.from_date, u.to_date
    FROM documents d
    JOIN expressions e ON e.doc = d.id AND e.seq = (%s)
    JOIN units u ON u.doc = d.id AND u.eid = :eid AND u.first <= e.seq AND u.last >= e.seq
    WHERE d.work = :work AND d.lang = :lang
        AND (SELECT count(*) FROM documents o WHERE o.work = :work AND o.lang = :lang) = 1"""
_NEWEST = _QUICK % "d.newest"
_THEN = _QUICK % "SELECT x.seq FROM expressions x WHERE x.doc = d.id AND x.date <= :at ORDER BY x.seq DESC LIMIT 1"


def quick_unit(connection: sqlite3.Connection, work: str, lang: str, eid: str, at: str | None) -> UnitTextData | None:
    """Return the unit of the act with this work IRI as it stands on the ISO day ``at``, by one look-up of keys.

    None where that does not tell: the unit is not there, must be read from the XML, or the act is not there just once.
    """
    values = {"work": work, "lang": lang, "eid": eid, "at": at}
    row = connection.execute(_NEWEST if at is None else _THEN, values).fetchone()
    if row is None or row[25] == "":
        return None
    expression = acts.expression_of(row[:16])
    return UnitTextData(
        expression=expression,
        title=row[16],
        work=row[17],
        eId=row[18],
        kind=row[19],
        number=row[20],
        heading=row[21],
        name=row[22],
        path=tuple(row[23].split("\n")) if row[23] else (),
        text=row[24] if row[25] is None else row[25],
        removed=bool(row[26]),
        gaps=bool(row[27]),
        open=acts.open_at(expression.standing, row[18]),
        from_date=row[28],
        to_date=row[29],
    )


def unit_at(connection: sqlite3.Connection, doc: int, eid: str, at: str | None) -> UnitTextData | Missing:
    """Return the unit as it stands on the ISO day ``at``; the newest for None."""
    found = acts.expression_at(connection, doc, at)
    return found if isinstance(found, Missing) else unit_in(connection, doc, eid, found)


def unit_in(
    connection: sqlite3.Connection, doc: int, eid: str, then: tuple[int, ExpressionInfoData]
) -> UnitTextData | Missing:
    """Return the unit as it stands in the expression ``then``, which is given with its place."""
    seq, expression = then
    title, work = connection.execute(_OF, [doc]).fetchone()
    row = connection.execute(f"{_UNIT} AND u.first <= ? AND u.last >= ?", [doc, eid, seq, seq]).fetchone()
    if row is None:
        return _elsewhere(connection, doc, eid, (seq, expression), title, work)
    return UnitTextData(
        expression=expression,
        title=title,
        work=work,
        eId=row[0],
        kind=row[1],
        number=row[2],
        heading=row[3],
        name=row[4],
        path=tuple(row[5].split("\n")) if row[5] else (),
        text=_whole(connection, doc, seq, row),
        removed=bool(row[8]),
        gaps=bool(row[9]),
        open=acts.open_at(expression.standing, row[0]),
        from_date=row[10],
        to_date=row[11],
    )


def versions(connection: sqlite3.Connection, doc: int, eid: str) -> tuple[UnitVersionData, ...]:
    """Return the words that a unit has had, oldest first; none where no version has a unit of that eId.

    Versions in which only a unit below it changed count, too.
    """
    rows = connection.execute(f"{_UNIT} ORDER BY u.first", [doc, eid]).fetchall()
    there = acts.expressions(connection, doc)
    whole = acts.whole(connection, doc)
    made = []
    for row in rows:
        first = there[row[12]]
        made.append(
            UnitVersionData(
                from_date=row[10],
                to_date=row[11],
                dated_by=first.dated_by,
                whole=whole[row[13]],
                text=_whole(connection, doc, row[12], row),
                removed=bool(row[8]),
                gaps=bool(row[9]),
                iri=first.iri,
                in_force=first.in_force,
                by=first.by,
            )
        )
    return tuple(made)


def name(connection: sqlite3.Connection, doc: int, eid: str) -> str:
    """Return the address of a unit in words, its newest one; the eId where it is no unit that has one."""
    row = connection.execute(
        "SELECT name FROM units WHERE doc = ? AND eid = ? ORDER BY last DESC LIMIT 1", [doc, eid]
    ).fetchone()
    return str(row[0]) if row is not None else eid


def _whole(connection: sqlite3.Connection, doc: int, seq: int, row: tuple[object, ...]) -> str:
    own, whole = str(row[6]), row[7]
    if whole is None:
        return own
    if whole:
        return str(whole)
    element = _element(acts.xml(connection, doc, seq), str(row[0]))
    return "\n".join(paragraphs(element)) if element is not None else own


def _elsewhere(
    connection: sqlite3.Connection,
    doc: int,
    eid: str,
    then: tuple[int, ExpressionInfoData],
    title: str | None,
    work: str | None,
) -> UnitTextData | Missing:
    """What has an eId and is no unit of the index: quoted content, a table, a number; read from the XML."""
    periods = connection.execute(
        "SELECT from_date, to_date FROM units WHERE doc = ? AND eid = ? ORDER BY first", [doc, eid]
    ).fetchall()
    if periods:
        return Missing("unit_then", periods=tuple((first, until) for first, until in periods))
    seq, expression = then
    element = _element(acts.xml(connection, doc, seq), eid)
    if element is None or any(local(above) == "meta" for above in element.iterancestors()):
        return Missing("unit")
    heading = element.find(q("heading"))
    num = element.find(q("num"))
    return UnitTextData(
        expression=expression,
        title=title,
        work=work,
        eId=eid,
        kind=local(element),
        number=unit_number(" ".join(paragraphs(num)), eid) if num is not None else None,
        heading=" ".join(paragraphs(heading)) if heading is not None else None,
        name=_name_around(connection, doc, element),
        path=(),
        text="\n".join(paragraphs(element)),
        removed=element.get("status") == "removed",
        gaps=element.find(f".//{q('omissis')}") is not None,
        open=acts.open_at(expression.standing, eid),
        from_date=expression.date,
        to_date=expression.until,
    )


def _name_around(connection: sqlite3.Connection, doc: int, element: etree._Element) -> str:
    for holder in element.iterancestors():
        eid = holder.get("eId")
        found = name(connection, doc, eid) if eid else None
        if eid and found != eid:
            return str(found)
    return str(element.get("eId"))


def _element(data: bytes, eid: str) -> etree._Element | None:
    return _by_eid(data).get(eid)


@lru_cache(maxsize=4)
def _by_eid(data: bytes) -> dict[str, etree._Element]:
    return {
        str(element.get("eId")): element for element in canonical.parse(data).iter(etree.Element) if element.get("eId")
    }
