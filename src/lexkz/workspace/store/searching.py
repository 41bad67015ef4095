"""Search: units that hold all words that were asked for, best first."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lexkz.languages.language import words_of
from lexkz.languages.stemming import TOKEN
from lexkz.publication.source_page import page_of_id
from lexkz.publication.store_json import FoundData, HitData, RunData
from lexkz.workspace.store.acts import open_at, standing_of
from lexkz.workspace.store.connection import has_part
from lexkz.workspace.store.query import Query, letters_match, read_query, words_match
from lexkz.workspace.store.schema import WEIGHTS
from lexkz.workspace.store.snippet import snippet
from lexkz.workspace.store.terms import asked, folded, typed
from lexkz.workspace.store.write import cited

FURTHEST = 1_000
"""The last hit that can be asked for."""
_POOL = 150
"""Further hits than asked for that are looked at, since the final order is made of them."""
_BEST = 4_000
"""Entries of the index, best first, that are looked up at once."""

_STEP = 4
"""Words of a step of an address that is a kind and a number; longer ones are names."""

_COLUMNS = """u.id, u.doc, u.ord, u.eid, u.anchor, u.kind, u.number, u.heading, u.name, u.text, u.whole AS all_text,
    u.removed,
    u.from_date, u.to_date, d.act, d.lang, d.title, d.work, e.iri, e.outline, e.dated_by, e.whole, e.standing, d.amends,
    d.type, d.date, d.registration, d.number AS act_number,
    e.date AS expression_date, e.in_force, e.not_before, e.rule, e.made_by"""


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look."""

    at: str | None = None
    """ISO day: the text of that day; None for the newest text that is known."""
    lang: str | None = None
    act: str | None = None
    """Folder or work IRI of the act."""
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    row: Mapping[str, object]
    own: bool
    """True where its own words have all that was asked for."""


def search(connection: sqlite3.Connection, text: str, filters: Filters, limit: int, offset: int = 0) -> FoundData:
    """Return the units that hold all that ``text`` asks for; see :meth:`lexkz.workspace.store.Store.search`."""
    query = read_query(text, filters.lang)
    undated, before = _left_out(connection, filters)
    limit = max(1, limit)
    offset = max(0, min(offset, FURTHEST))
    if query.empty:
        return _found(text, filters, (), more=False, by="none", cut=query.cut, left=(undated, before))
    pool = offset + limit + _POOL
    by: Literal["words", "letters"] = "words" if query.words else "letters"
    rows = _by_words(connection, query, filters, pool) if query.words else _by_letters(connection, query, filters, pool)
    if not rows and query.words:
        rows, by = _by_letters(connection, query, filters, pool), "letters"
    keys = not rows
    if keys:
        query = query.as_typed()
        rows, by = _by_letters(connection, query, filters, pool, keys=True), "letters"
    ranked = _ranked(rows, query)
    chosen = ranked[offset : offset + limit]
    hits = tuple(_hit(one, query, by, keys=keys) for one in chosen)
    more, known = len(ranked) > offset + limit, by if hits or offset else "none"
    return _found(text, filters, hits, more=more, by=known, cut=query.cut, left=(undated, before))


def _found(
    text: str,
    filters: Filters,
    hits: tuple[HitData, ...],
    *,
    more: bool,
    by: Literal["words", "letters", "none"],
    cut: bool,
    left: tuple[int, int],
) -> FoundData:
    return FoundData(
        query=text.encode("utf-8", "replace").decode(),
        at=filters.at,
        hits=hits,
        more=more,
        by=by,
        cut=cut,
        undated=left[0],
        before=left[1],
    )


def _by_words(connection: sqlite3.Connection, query: Query, filters: Filters, most: int) -> list[Mapping[str, object]]:
    shown, day = _shown(filters)
    conditions, values = _conditions(filters)
    for phrase in query.phrases:
        conditions.append("has_phrase(fold(u.text || char(10) || coalesce(u.heading, '')), ?)")
        values.append(phrase)
    weights = ", ".join(map(str, WEIGHTS))
    rows: list[Mapping[str, object]] = []
    for best in (_BEST, -1):
        # Most queries are answered by their best entries; only where the conditions leave too few are all looked up.
        sql = f"""SELECT {_COLUMNS}, w.score AS score
            FROM (SELECT rowid AS id, bm25(words, {weights}) AS score FROM words WHERE words MATCH ?
                ORDER BY score, rowid LIMIT {best}) w
            CROSS JOIN units u ON u.id = w.id JOIN documents d ON d.id = u.doc
            JOIN expressions e ON e.doc = u.doc AND e.seq = {shown}
            WHERE 1 {"".join(f" AND {one}" for one in conditions)}
            ORDER BY score, d.act, d.lang, u.ord, u.first LIMIT ?"""
        rows = _fetched(connection, sql, [words_match(query), *day, *values, most])
        if len(rows) >= most:
            break
    return rows


def _by_letters(
    connection: sqlite3.Connection, query: Query, filters: Filters, most: int, *, keys: bool = False
) -> list[Mapping[str, object]]:
    """Units that hold the words as parts of theirs; a number is never part of another.

    With ``keys``, texts are read as they would be typed on a Russian keyboard.
    """
    match = letters_match(query)
    if match is None:
        return []
    shown, day = _shown(filters)
    conditions, values = _conditions(filters)
    text = "fold(CASE u.kind WHEN 'attachment' THEN coalesce(u.heading, '') ELSE u.text END)"
    text = f"typed({text})" if keys else text
    for phrase in query.phrases:
        conditions.append(f"has_phrase({text}, ?)")
        values.append(phrase)
    # A word that is too short to be looked for must stand there all the same, but for those that stand everywhere.
    everywhere = words_of("kaz").traits.particles | words_of("rus").traits.particles
    for word in query.words:
        if word.folded in everywhere:
            continue
        conditions.append(f"has_part({text}, ?)")
        values.append("\n".join(word.parts))
    sql = f"""SELECT {_COLUMNS}, length(u.text) / 1000.0 AS score
        FROM letters JOIN units u ON u.id = letters.rowid JOIN documents d ON d.id = u.doc
        JOIN expressions e ON e.doc = u.doc AND e.seq = {shown}
        WHERE letters MATCH ? {"".join(f" AND {one}" for one in conditions)}
        ORDER BY score, d.act, d.lang, u.ord, u.first LIMIT ?"""
    return _fetched(connection, sql, [*day, match, *values, most])


def _shown(filters: Filters) -> tuple[str, list[object]]:
    """The expression that a hit is shown in: that of the day, or the newest that has its words."""
    if filters.at is None:
        return "u.last", []
    later = "SELECT max(x.seq) FROM expressions x WHERE x.doc = u.doc AND x.date <= ? AND x.seq <= u.last"
    return f"({later})", [filters.at]


def _conditions(filters: Filters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if filters.at is None:
        conditions.append("u.newest")
    else:
        conditions.append("u.from_date <= ? AND (u.to_date IS NULL OR u.to_date > ?)")
        values += [filters.at, filters.at]
    scope, more = _scope(filters)
    conditions += scope
    values += more
    if filters.kind is not None:
        conditions.append("u.kind = ?")
        values.append(filters.kind)
    return conditions, values


def _scope(filters: Filters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if filters.lang is not None:
        conditions.append("d.lang = ?")
        values.append(filters.lang)
    if filters.act is not None:
        conditions.append("(d.act = ? OR d.work = ?)")
        values += [filters.act, filters.act]
    return conditions, values


def _left_out(connection: sqlite3.Connection, filters: Filters) -> tuple[int, int]:
    """How many acts have no dated text, and how many have none by the day that is asked for."""
    if filters.at is None:
        return 0, 0
    conditions, values = _scope(filters)
    where = " AND ".join(conditions) or "1"
    sql = f"""SELECT coalesce(sum(first IS NULL), 0), coalesce(sum(first > ?), 0) FROM (
        SELECT (SELECT min(e.date) FROM expressions e WHERE e.doc = d.id) AS first FROM documents d WHERE {where})"""
    undated, before = connection.execute(sql, [filters.at, *values]).fetchone()
    return int(undated), int(before)


def _fetched(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> list[Mapping[str, object]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _ranked(rows: Sequence[Mapping[str, object]], query: Query) -> list[_Candidate]:
    """The rows by score, better ones first: all words in the unit's own text, and in their order, count most."""
    found = [_candidate(row, query) for row in rows]
    found.sort(key=lambda one: one.score)
    own = {(one.row["doc"], one.row["eid"]) for one in found if one.own}
    return [one for one in found if one.own or not _holds(one, own)]


def _candidate(row: Mapping[str, object], query: Query) -> _Candidate:
    lang = str(row["lang"])
    text = f"{row['heading'] or ''}\n{row['text']}" if row["kind"] == "attachment" else str(row["text"])
    if row["kind"] == "longTitle":
        text = f"{text}\n{_cited(row)}"
    addressed = _addressed(str(row["name"]), lang, query)
    text = "\n".join((text, *addressed))
    stems = [set(asked(token, lang)) for token in TOKEN.findall(text)] if query.words else []
    order = [
        next((place for place, word in enumerate(query.words) if found.intersection(word.stems)), None)
        for found in stems
    ]
    own = set(order) >= set(range(len(query.words)))
    # The new wording that an amending act quotes is looked for in the act that it belongs to.
    score = float(str(row["score"])) + (1.5 if row["amends"] else 0)
    wanted = list(range(len(query.words)))
    if own:
        score -= 4
        if len(wanted) > 1 and any(order[at : at + len(wanted)] == wanted for at in range(len(order))):
            score -= 6
    score -= 6 * len(addressed)
    return _Candidate(score, row, own)


def _addressed(name: str, lang: str, query: Query) -> tuple[str, ...]:
    """The steps of a unit's address that were asked for by kind and number, «31-тармақ»; none where its own was not."""
    steps = name.split(" · ")
    found = [_is_asked(step, lang, query) for step in steps]
    return tuple(step for step, asked_for in zip(steps, found, strict=True) if asked_for) if found[-1] else ()


def _is_asked(step: str, lang: str, query: Query) -> bool:
    tokens = TOKEN.findall(step)
    place = next((place for place, token in enumerate(tokens) if token[0].isdigit()), None)
    if place is None or not 2 <= len(tokens) <= _STEP:
        return False
    # «31-тармақ», «реттік нөмірі 5-жол», «пункт 31»: the noun follows the number, or stands before it.
    noun = tokens[place + 1] if place + 1 < len(tokens) else tokens[place - 1]
    one, other = (set(asked(token, lang)) for token in (tokens[place], noun))
    pairs = [(set(left.stems), set(right.stems)) for left, right in zip(query.order, query.order[1:], strict=False)]
    return any((one & left and other & right) or (one & right and other & left) for left, right in pairs)


def _cited(row: Mapping[str, object]) -> str:
    kind, day, number, registration = (_text(row[one]) for one in ("type", "date", "act_number", "registration"))
    return cited(str(row["lang"]), kind, day, number, registration, str(row["act"]))


def _holds(one: _Candidate, own: set[tuple[object, object]]) -> bool:
    """Return whether a unit was found only by what a unit below it says, which is found itself."""
    doc, prefix = one.row["doc"], f"{one.row['eid']}__"
    return any(other == doc and str(eid).startswith(prefix) for other, eid in own)


def _hit(one: _Candidate, query: Query, by: str, *, keys: bool) -> HitData:
    row = one.row
    work, expression, anchor = _text(row["work"]), _text(row["iri"]), str(row["anchor"])
    own = f"{row['heading'] or ''}" if row["kind"] == "attachment" else str(row["text"])
    shown = own if one.own or by == "letters" else str(row["all_text"] or own)
    runs = snippet(shown, _wanted(query, str(row["lang"]), by, keys=keys))
    return HitData(
        act=str(row["act"]),
        lang=str(row["lang"]),
        title=_text(row["title"]),
        work=work,
        expression=expression,
        eId=anchor,
        permalink=(f"{expression}/~{anchor}" if anchor else expression) if expression else None,
        kind=str(row["kind"]),
        number=_text(row["number"]),
        name=str(row["name"]),
        snippet=tuple(RunData(text=said, hit=hit) for said, hit in runs),
        removed=bool(row["removed"]),
        outline=bool(row["outline"]),
        from_date=_text(row["from_date"]),
        to_date=_text(row["to_date"]),
        dated_by=row["dated_by"],
        date=_text(row["expression_date"]),
        in_force=_text(row["in_force"]),
        not_before=_text(row["not_before"]),
        rule=_text(row["rule"]),
        by=tuple(json.loads(str(row["made_by"]))),
        source_page=page_of_id(str(row["act"]), str(row["lang"])),
        whole=bool(row["whole"]),
        open=open_at(standing_of(str(row["standing"])), anchor),
    )


def _wanted(query: Query, lang: str, by: str, *, keys: bool) -> Callable[[str], int | None]:
    words = query.all_words

    def wanted(token: str) -> int | None:
        said = typed(folded(token)) if keys else folded(token)
        stems = set(asked(token, lang))
        for place, word in enumerate(words):
            if (
                said == word.folded
                or stems.intersection(word.stems)
                or (by == "letters" and has_part(said, "\n".join(word.parts)))
            ):
                return place
        return None

    return wanted


def _text(value: object) -> str | None:
    return None if value is None else str(value)
