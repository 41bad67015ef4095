"""One act in one language, from its files to the rows of the store."""

import json
from collections.abc import Iterator, Sequence

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import registration, textual_mods
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.annex import forms, tables
from lexkz.publication.forms_json import form_data
from lexkz.publication.tables_json import table_data
from lexkz.structure import Act
from lexkz.workspace.store.commands import command_rows, outcome_rows
from lexkz.workspace.store.expressions import ParsedExpression, read_expressions
from lexkz.workspace.store.files import Files
from lexkz.workspace.store.periods import HeldFor, periods
from lexkz.workspace.store.rows import ChangeRow, CitationRow, DocumentRows, ExtractRow, UnitRow
from lexkz.workspace.store.units import StoredText, units
from lexkz.workspace.store.write import cited, searched


def extract(files: Files, digest: str) -> DocumentRows:
    """Return the rows of one act; ``digest`` is that of its files.

    Raises ValueError where a file is not what it should be, OSError where it cannot be read.
    """
    read = read_expressions(files)
    newest = read[-1]
    identity = newest.identity
    registered = registration(akn_meta.of(newest.root)) or registration(akn_meta.of(read[0].root))
    number = registered.number if registered else None
    act = cited(files.lang, identity.type, identity.date, identity.number, number, files.act)
    return DocumentRows(
        act=files.act,
        lang=files.lang,
        digest=digest,
        work=identity.work if identity.known else None,
        type=identity.type,
        author=identity.author,
        author_name=identity.author_name,
        date=identity.date,
        number=identity.number,
        registration=number,
        registration_date=registered.date if registered else None,
        title=identity.title,
        outline=newest.row.outline,
        expressions=tuple(one.row for one in read),
        units=_unit_rows(read, files.lang, act, identity.title or ""),
        changes=tuple(_changes(read)),
        citations=_citations(read),
        commands=command_rows(files, read),
        outcomes=outcome_rows(files),
        extracts=_extracts(read),
    )


def _unit_rows(read: Sequence[ParsedExpression], lang: str, act: str, title: str) -> tuple[UnitRow, ...]:
    found = periods([units(one.root, lang) for one in read])
    return tuple(_unit_row(period, read, lang, act, title) for period in found)


def _unit_row(
    period: HeldFor[StoredText], read: Sequence[ParsedExpression], lang: str, act: str, title: str
) -> UnitRow:
    unit = period.value
    newest = period.last == len(read) - 1
    words, letters = searched(
        act=act,
        title=title,
        kind=unit.kind,
        heading=unit.heading,
        name=unit.name,
        path=unit.path,
        text=unit.text,
        whole=unit.whole,
        lang=lang,
    )
    return UnitRow(
        first=period.first,
        last=period.last,
        ord=period.ord,
        eid=unit.eid,
        anchor=unit.anchor,
        kind=unit.kind,
        number=unit.number,
        heading=unit.heading,
        name=unit.name,
        path=unit.path,
        text=unit.text,
        whole=unit.whole,
        removed=unit.removed,
        gaps=unit.gaps,
        from_date=read[period.first].row.date,
        to_date=None if newest else read[period.last + 1].row.date,
        newest=newest,
        words=words,
        letters=letters,
    )


def _changes(read: Sequence[ParsedExpression]) -> Iterator[ChangeRow]:
    """A change stands in every later expression, too: it belongs to the first that tells of it."""
    told: set[tuple[str, str, str]] = set()
    for seq, one in enumerate(read):
        for change in textual_mods(akn_meta.of(one.root), "passive"):
            by, _, mod = iris.split(change.sources[0]) if change.sources else ("", None, None)
            for target in change.destinations:
                eid = iris.split(target.href)[2] or ""
                key = (change.sources[0] if change.sources else "", eid, change.type)
                if key not in told:
                    told.add(key)
                    yield ChangeRow(seq, eid, change.type, by, mod, change.previous)


def _citations(read: Sequence[ParsedExpression]) -> tuple[CitationRow, ...]:
    found = periods([tuple(_references(one)) for one in read])
    return tuple(CitationRow(one.first, one.last, one.ord, *one.value) for one in found)


def _references(read: ParsedExpression) -> Iterator[tuple[str, str, str | None, str]]:
    for reference in read.root.iter(q("ref")):
        href = reference.get("href", "")
        if href.startswith("#") and read.identity.known:
            work, target = read.identity.work, href[1:] or None
        elif href.startswith("/akn/"):
            work, _, target = iris.split(href)
        else:
            continue
        holder = next((above for above in reference.iterancestors() if above.get("eId")), None)
        text = " ".join("".join(str(part) for part in reference.itertext()).split())
        yield (holder.get("eId", "") if holder is not None else ""), work.partition("@")[0], target, text


def _extracts(read: Sequence[ParsedExpression]) -> tuple[ExtractRow, ...]:
    found = periods([tuple(_annexes(Act(one.root))) for one in read])
    return tuple(
        ExtractRow(one.value[0], one.ord, one.first, one.last, one.value[1], one.value[2], one.value[3])
        for one in found
    )


def _annexes(act: Act) -> Iterator[tuple[str, str, str | None, str]]:
    main = next((child for child in act.root if local(child)), act.root)
    has_table = main.find(".//akn:table", NAMESPACES) is not None
    if has_table:
        for table in tables(act):
            yield "table", table.id, table.title, _json(table_data(table).as_json())
    if not has_table and main.find(".//akn:fillIn", NAMESPACES) is None:
        return  # nothing to fill in: most acts are no forms, and need not be read as such
    for form in forms(act):
        yield "form", form.id, form.title, _json(form_data(form).as_json())


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
