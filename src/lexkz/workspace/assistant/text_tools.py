"""Tools that give words of acts: search, a unit on a day, its wordings, tables and forms."""

import json
from collections.abc import Sequence
from typing import Any

from lexkz.akn import canonical
from lexkz.publication.act_json import text_data
from lexkz.publication.assistant_json import AssistantData, CandidateData, LeftOutData, TextStateData
from lexkz.publication.forms_json import FormsData
from lexkz.publication.store_json import ExpressionInfoData, HitData, UnitHistoryData, UnitVersionData
from lexkz.publication.tables_json import TablesData
from lexkz.structure import stored
from lexkz.workspace.assistant.arguments import (
    FormArguments,
    HistoryArguments,
    ReadUnitArguments,
    SearchArguments,
    TableArguments,
)
from lexkz.workspace.assistant.naming_acts import NamedPlace, called, named_act, named_place, no_text, text_of_day
from lexkz.workspace.assistant.replies import NoAnswerError, page_of_text, reply
from lexkz.workspace.assistant.text_states import UnitFacts, of_unit, text_state
from lexkz.workspace.store import Missing, Store

_FURTHEST = 1_000
"""Hits of a search that can be asked for."""


def search(store: Store, asked: SearchArguments) -> AssistantData:
    """Return the units that hold the words, each with the state of its text."""
    act = called(store, asked.act) if asked.act else None
    found = store.search(
        asked.words,
        at=asked.day or (act.day if act else None),
        lang=asked.lang or (act.lang if act else None),
        act=act.folder if act else None,
        kind=asked.kind,
        limit=asked.limit,
        offset=asked.offset,
    )
    notes = []
    if not found.hits:
        notes.append("No unit has all these words: ask with fewer of them, or in the other language.")
    if found.by == "letters" and found.hits:
        notes.append("No unit has the words themselves: they were found as parts of words, or with other letters.")
    if found.cut:
        notes.append("The end of the query was not read.")
    if found.before or found.undated:
        notes.append(f"Acts without a known text of that day were left out: {found.before + found.undated}.")
    further = asked.offset + asked.limit
    return reply(
        "search",
        found,
        [_of_hit(store, hit, found.at) for hit in found.hits],
        paged=frozenset({"hits"}),
        notes=notes,
        following=(asked, {"offset": further}) if found.more and further <= _FURTHEST else None,
    )


def _of_hit(store: Store, hit: HitData, day: str | None) -> TextStateData:
    text = store.expression(hit.act, hit.lang, day)
    assert not isinstance(text, Missing), "the text of a hit is there"
    return text_state(text, UnitFacts(hit.eId, hit.removed, until=hit.to_date))


def read_unit(store: Store, asked: ReadUnitArguments) -> AssistantData:
    """Return a unit on a day, a page of its text."""
    place = _unit(store, asked.act, asked.unit, asked.lang)
    day = asked.day or place.day
    found = store.unit(place.act, place.lang, place.eid, day)
    if isinstance(found, Missing):
        raise no_text(found)
    if asked.offset and asked.offset >= len(found.text):
        raise NoAnswerError(f"The text of this unit has {len(found.text)} characters: ask for a smaller offset.")
    text, end = page_of_text(found.text, asked.offset, asked.limit)
    notes = []
    left_out = []
    if len(text) < len(found.text):
        notes.append(f"This is a part of the unit: characters {asked.offset} to {end or len(found.text)}.")
        left_out.append(LeftOutData(where="text", shown=len(text), of=len(found.text)))
    if found.from_date:
        notes.append(f"The unit has these words since {found.from_date}.")
    return reply(
        "read_unit",
        found.model_copy(update={"text": text}),
        [of_unit(found)],
        paged=frozenset({"text"}),
        notes=notes,
        left_out=left_out,
        following=(asked, {"offset": end}) if end is not None else None,
    )


def _unit(store: Store, act: str, unit: str | None, lang: str | None) -> NamedPlace:
    place = named_place(store, act, unit, lang)
    if not place.eid:
        raise NoAnswerError("Name a unit of the act, by eId or by words: search finds them.")
    return place


def history(store: Store, asked: HistoryArguments) -> AssistantData:
    """Return the wordings of a unit, a page of them, and the commands that made those."""
    place = _unit(store, asked.act, asked.unit, asked.lang)
    found = store.unit_history(place.act, place.lang, place.eid)
    if isinstance(found, Missing):
        raise no_text(found)
    texts = store.expressions(place.act, place.lang)
    assert not isinstance(texts, Missing), "an act that has a history has versions"
    page = found.versions[asked.offset : asked.offset + asked.limit]
    end = asked.offset + asked.limit
    notes = [f"Wordings that are known: {len(found.versions)}, oldest first."]
    if not found.versions:
        notes = ["No wording of this unit is known: commands change it, and its text is not there."]
    return reply(
        "history",
        _within(found, page, first=not asked.offset),
        [_of_version(texts, place.eid, version) for version in page],
        paged=frozenset({"versions"}),
        notes=notes,
        following=(asked, {"offset": end}) if end < len(found.versions) else None,
    )


def _within(found: UnitHistoryData, page: Sequence[UnitVersionData], *, first: bool) -> UnitHistoryData:
    """A history with the wordings of a page, and the changes of its days."""
    begins = None if first or not page else page[0].from_date
    ends = page[-1].to_date if page else None
    changes = tuple(
        one
        for one in found.changes
        if (begins is None or (one.date or "") >= begins) and (ends is None or (one.date or "") < ends)
    )
    return found.model_copy(update={"versions": tuple(page), "changes": changes})


def _of_version(texts: Sequence[ExpressionInfoData], eid: str, version: UnitVersionData) -> TextStateData:
    """How the newest text with these words stands: what waits is told there."""
    held = [one for one in texts if version.to_date is None or (one.date or "") < version.to_date]
    return text_state((held or texts)[-1], UnitFacts(eid, version.removed, version.gaps, version.to_date))


def table(store: Store, asked: TableArguments) -> AssistantData:
    """Return the tables of an act without their rows, or one table, a page of its rows."""
    text = text_of_day(store, named_act(store, asked.act, asked.lang), asked.day)
    all_of_it = [json.loads(one) for one in store.extracts(text, "table")]
    chosen = _chosen(all_of_it, asked.table, "table", text)
    cuts: list[LeftOutData] = []
    following = None
    if chosen is None:
        for place, one in enumerate(all_of_it):
            cuts.append(LeftOutData(where=f"tables[{place}].rows", shown=0, of=len(one["rows"])))
            one["rows"] = []
        notes = [f"Tables: {len(all_of_it)}. Their rows are left out: ask with the id of one as `table`."]
    else:
        rows = chosen["rows"]
        chosen["rows"] = rows[asked.offset : asked.offset + asked.limit]
        end = asked.offset + asked.limit
        following = (asked, {"offset": end}) if end < len(rows) else None
        notes = [f"Rows {asked.offset + 1} to {asked.offset + len(chosen['rows'])} of {len(rows)}."]
        if len(chosen["rows"]) < len(rows):
            cuts.append(LeftOutData(where="tables[0].rows", shown=len(chosen["rows"]), of=len(rows)))
        all_of_it = [chosen]
    return reply(
        "table",
        _with_text(store, text, TablesData, "tables", all_of_it),
        [text_state(text, UnitFacts(asked.table or "", until=text.until))],
        paged=frozenset({"tables", "tables[0].rows", "tables[0].columns"}),
        notes=notes,
        left_out=cuts,
        following=following,
    )


def form(store: Store, asked: FormArguments) -> AssistantData:
    """Return the forms of an act without their fields, or one form: its fields, its schema, a page of its wording."""
    text = text_of_day(store, named_act(store, asked.act, asked.lang), asked.day)
    all_of_it = [json.loads(one) for one in store.extracts(text, "form")]
    chosen = _chosen(all_of_it, asked.form, "form", text)
    cuts: list[LeftOutData] = []
    following = None
    if chosen is None:
        for place, one in enumerate(all_of_it):
            for name in ("fields", "blocks"):
                cuts.append(LeftOutData(where=f"forms[{place}].{name}", shown=0, of=len(one[name])))
                one[name] = []
            one["schema"] = {}
        notes = [f"Forms: {len(all_of_it)}. Their fields are left out: ask with the id of one as `form`."]
    else:
        blocks = chosen["blocks"]
        chosen["blocks"] = blocks[asked.offset : asked.offset + asked.limit]
        end = asked.offset + asked.limit
        following = (asked, {"offset": end}) if asked.limit and end < len(blocks) else None
        notes = [
            f"Data that fit `schema` fill the form in, with lexkz fill. Lines of its wording: {len(chosen['blocks'])} "
            f"of {len(blocks)}."
        ]
        if len(chosen["blocks"]) < len(blocks):
            cuts.append(LeftOutData(where="forms[0].blocks", shown=len(chosen["blocks"]), of=len(blocks)))
        all_of_it = [chosen]
    return reply(
        "form",
        _with_text(store, text, FormsData, "forms", all_of_it),
        [text_state(text, UnitFacts(asked.form or "", until=text.until))],
        paged=frozenset({"forms", "forms[0].fields", "forms[0].blocks"}),
        notes=notes,
        left_out=cuts,
        following=following,
    )


def _chosen(
    there: Sequence[dict[str, Any]], wanted: str | None, kind: str, text: ExpressionInfoData
) -> dict[str, Any] | None:
    """The table or form that is asked for; None where none is. Raises NoAnswerError for one that is not there."""
    known = [CandidateData(act=text.act, lang=text.lang, unit=one["id"], name=one["title"]) for one in there]
    if not there and wanted is not None:
        raise NoAnswerError(f"The text of this act has no {kind}.")
    found = next((one for one in there if one["id"] == wanted), None)
    if wanted is not None and found is None:
        raise NoAnswerError(f"The act has no {kind} of this id: give that of one of the candidates.", known[:20])
    return found


def _with_text(
    store: Store, text: ExpressionInfoData, schema: type[TablesData | FormsData], name: str, there: Sequence[object]
) -> dict[str, Any]:
    """The document that ``lexkz tables`` and ``lexkz forms`` publish, from what the store keeps of it."""
    act = stored(canonical.parse(store.xml(text)))
    return {"schema": schema.schema_id(), "text": text_data(act).as_json(), name: list(there)}
