"""What binds acts: who changed a unit, who cites it, which commands amend an act and what became of them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from lexkz.publication.reading_json import CommandData
from lexkz.publication.store_json import ChangeData, CitationData, CommandOutcomeData, UnitHistoryData
from lexkz.workspace.store import unit_texts

_SAID = "SELECT command, instruction, eid FROM commands WHERE doc = ? ORDER BY ord"
_COMMAND = """SELECT d.act, d.lang, d.work, c.command, c.action, c.base, c.base_title, c.address, c.instruction, c.eid,
    o.outcome, o.targets, o.note, o.codes, c.codes, c.data
    FROM commands c JOIN documents d ON d.id = c.doc
    LEFT JOIN documents b ON b.work = c.base AND b.lang = d.lang
    LEFT JOIN outcomes o ON o.doc = b.id AND o.by = d.work AND o.command = c.command"""


def commands_of(connection: sqlite3.Connection, doc: int) -> tuple[CommandOutcomeData, ...]:
    """Return the commands of an amending act, in the order of its text."""
    return _commands(connection.execute(f"{_COMMAND} WHERE c.doc = ? ORDER BY c.ord", [doc]))


def amending(connection: sqlite3.Connection, work: str, lang: str | None) -> tuple[CommandOutcomeData, ...]:
    """Return the commands of all acts that amend the act ``work``, act by act."""
    where, values = ("", [work]) if lang is None else (" AND d.lang = ?", [work, lang])
    return _commands(
        connection.execute(f"{_COMMAND} WHERE c.base = ?{where} ORDER BY d.date, d.act, d.lang, c.ord", values)
    )


def unit_history(connection: sqlite3.Connection, doc: int, eid: str) -> UnitHistoryData | None:
    """Return the versions of a unit and all that changed it; None where no version has it and no change names it."""
    found = unit_texts.versions(connection, doc, eid)
    changes = changes_of(connection, doc, eid)
    if not found and not changes:
        return None
    act, lang, work, title = connection.execute(
        "SELECT act, lang, work, title FROM documents WHERE id = ?", [doc]
    ).fetchone()
    name = unit_texts.name(connection, doc, eid) if eid else title or act
    return UnitHistoryData(
        act=act, lang=lang, work=work, title=title, eId=eid, name=name, versions=found, changes=changes
    )


def changes_of(connection: sqlite3.Connection, doc: int, eid: str | None = None) -> tuple[ChangeData, ...]:
    """Return what was done to a unit, to those below it and to those that hold it; of the whole act for None."""
    rows = connection.execute(
        """SELECT e.date, c.eid, c.type, c.by, c.mod, c.previous, a.title, a.id, e.dated_by,
        a.date, a.number FROM changes c
        JOIN expressions e ON e.doc = c.doc AND e.seq = c.seq JOIN documents d ON d.id = c.doc
        LEFT JOIN documents a ON a.work = c.by AND a.lang = d.lang
        WHERE c.doc = ? ORDER BY c.seq, c.rowid""",
        [doc],
    ).fetchall()
    kept = [row for row in rows if eid is None or related(row[1], eid)]
    told: dict[int, list[tuple[str, str, str | None]]] = {}
    made = []
    for date, target, kind, by, mod, previous, title, act, dated_by, by_date, by_number in kept:
        if act is not None and act not in told:
            told[act] = connection.execute(_SAID, [act]).fetchall()
        command, instruction = _of_mod(mod, told.get(act, ()))
        made.append(
            ChangeData(
                date=date,
                dated_by=dated_by,
                eId=target,
                type=kind,
                by=by,
                by_title=title,
                by_date=by_date,
                by_number=by_number,
                command=command,
                instruction=instruction,
                previous=previous,
            )
        )
    return tuple(made)


def citing(connection: sqlite3.Connection, work: str, eid: str | None) -> tuple[CitationData, ...]:
    """Return the references to an act, or to a unit of it and to units below that one."""
    loose = _without_author(work)
    where = "" if eid is None else " AND (c.target = ? OR substr(c.target, 1, ?) = ?)"
    values: list[object] = [work, loose] if eid is None else [work, loose, eid, len(eid) + 2, f"{eid}__"]
    rows = connection.execute(
        f"""SELECT d.act, d.lang, d.title, d.work, c.eid, d.id, c.text, c.work, c.target, f.date,
        (SELECT x.date FROM expressions x WHERE x.doc = c.doc AND x.seq = c.last + 1), f.dated_by,
        (SELECT x.whole FROM expressions x WHERE x.doc = c.doc AND x.seq = c.last)
        FROM citations c JOIN documents d ON d.id = c.doc JOIN expressions f ON f.doc = c.doc AND f.seq = c.first
        WHERE c.work IN (?, ?){where} ORDER BY d.act, d.lang, c.first, c.ord""",
        values,
    ).fetchall()
    return tuple(
        CitationData(
            act=row[0],
            lang=row[1],
            title=row[2],
            work=row[3],
            eId=row[4],
            name=unit_texts.name(connection, row[5], row[4]),
            text=row[6],
            cited=row[7],
            target=row[8],
            exact=row[7] == work,
            from_date=row[9],
            to_date=row[10],
            dated_by=row[11],
            whole=bool(row[12]),
        )
        for row in rows
    )


def extracts(connection: sqlite3.Connection, doc: int, kind: str, seq: int) -> tuple[str, ...]:
    """Return the tables or forms of an expression as published JSON, in the order of the text."""
    rows = connection.execute(
        "SELECT data FROM extracts WHERE doc = ? AND kind = ? AND first <= ? AND last >= ? ORDER BY ord, first",
        [doc, kind, seq, seq],
    )
    return tuple(str(row[0]) for row in rows)


def _commands(rows: Iterable[tuple[object, ...]]) -> tuple[CommandOutcomeData, ...]:
    made = []
    for row in rows:
        act, lang, work, command, action, base, title, address, instruction, eid, outcome, targets, note = row[:13]
        codes = [*json.loads(str(row[14])), *json.loads(str(row[13] or "[]"))]
        made.append(
            CommandOutcomeData.model_validate(
                {
                    "act": act,
                    "lang": lang,
                    "work": work,
                    "command": command,
                    "action": action,
                    "base": base,
                    "base_title": title,
                    "address": tuple(str(address).split("\n")) if address else (),
                    "instruction": instruction,
                    "eId": eid,
                    "outcome": outcome,
                    "targets": tuple(json.loads(str(targets or "[]"))),
                    "note": note,
                    "codes": tuple(dict.fromkeys(codes)),
                    "said": CommandData.model_validate_json(str(row[15])),
                }
            )
        )
    return tuple(made)


def related(one: str, other: str) -> bool:
    """Return True where two eIds name one unit, or one of the two units holds the other."""
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def command_of(connection: sqlite3.Connection, act: int | None, mod: str | None) -> tuple[str | None, str | None]:
    """Return id and sentence of the command that stands in the ``mod`` of an act; None where that is not known."""
    return _of_mod(mod, connection.execute(_SAID, [act]).fetchall()) if act is not None and mod else (None, None)


def _of_mod(mod: str | None, commands: Sequence[tuple[str, str, str | None]]) -> tuple[str | None, str | None]:
    """The command that stands in the ``mod``: its place is the mod, or quoted content in it."""
    for command, instruction, eid in commands:
        if mod and eid and (eid == mod or eid.startswith(f"{mod}__")):
            return command, instruction
    return None, None


def _without_author(work: str) -> str:
    """The IRI that a text gives which does not say which body adopted the act; the same where it has none."""
    parts = work.split("/")
    return "/".join((*parts[:5], *parts[6:])) if len(parts) == 8 else work
