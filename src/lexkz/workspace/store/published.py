"""Answers of the store as published data."""

import json
from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from lexkz.publication import store_json as data
from lexkz.publication.act_data import OpenData, StandingData
from lexkz.publication.act_json import within
from lexkz.workspace.store import model

_UNIT_TEXT = data.UnitTextData.schema_id()


def found_data(query: str, at: str | None, found: model.Found) -> data.FoundData:
    """Return the answer to a search as published data."""
    return data.FoundData(
        query=query.encode("utf-8", "replace").decode(),
        at=at,
        hits=tuple(data.HitData(**_hit(hit)) for hit in found.hits),
        more=found.more,
        by=found.by,
        cut=found.cut,
        undated=found.undated,
        before=found.before,
    )


def act_info(one: model.ActInfo) -> data.ActInfoData:
    """Return an act as published data."""
    return data.ActInfoData(**_said(one))


def expression_info(one: model.ExpressionInfo) -> data.ExpressionInfoData:
    """Return a version as published data."""
    states = tuple(data.StateData(state=state, eId=eid, by=by) for state, eid, by in one.states)
    said = _said(one, states=states, standing=_standing(one.standing))
    del said["seq"]
    return data.ExpressionInfoData(**said)


def work_data(acts: Iterable[model.ActInfo], expressions: Iterable[model.ExpressionInfo]) -> data.WorkData:
    """Return an act with its languages and versions as published data."""
    infos = tuple(act_info(one) for one in acts)
    return data.WorkData(
        work=infos[0].work if infos else None,
        acts=infos,
        expressions=tuple(expression_info(one) for one in expressions),
    )


def unit_data(unit: model.UnitAt) -> data.UnitTextData:
    """Return a unit on a day as published data."""
    return data.UnitTextData(
        **_said(unit, expression=expression_info(unit.expression), open=_open_at(unit.expression.standing, unit.eid))
    )


def unit_json(unit: model.UnitAt) -> dict[str, Any]:
    """Return what :func:`unit_data` gives, as the value that its JSON text holds; without checking it, for speed."""
    then = unit.expression
    return {
        "schema": _UNIT_TEXT,
        "expression": {
            "act": then.act,
            "lang": then.lang,
            "iri": then.iri,
            "date": then.date,
            "dated_by": then.dated_by,
            "in_force": then.in_force,
            "rule": then.rule,
            "outline": then.outline,
            "states": [{"state": state, "eId": eid, "by": by} for state, eid, by in then.states],
            "standing": json.loads(then.standing),
            "until": then.until,
            "digest": then.digest,
            "size": then.size,
        },
        "title": unit.title,
        "work": unit.work,
        "eId": unit.eid,
        "kind": unit.kind,
        "number": unit.number,
        "heading": unit.heading,
        "name": unit.name,
        "path": unit.path,
        "text": unit.text,
        "removed": unit.removed,
        "gaps": unit.gaps,
        "open": [one.as_json() for one in _open_at(then.standing, unit.eid)],
        "from_date": unit.from_date,
        "to_date": unit.to_date,
    }


def history_data(history: model.UnitHistory) -> data.UnitHistoryData:
    """Return the history of a unit as published data."""
    versions = tuple(data.UnitVersionData(**_said(one)) for one in history.versions)
    return data.UnitHistoryData(**_said(history, versions=versions, changes=_changes(history.changes)))


def changes_data(changes: Iterable[model.StoredChange]) -> data.ChangesData:
    """Return what was done to an act as published data."""
    return data.ChangesData(changes=_changes(changes))


def citations_data(work: str, citations: Iterable[model.Citation]) -> data.CitationsData:
    """Return who cites an act as published data."""
    return data.CitationsData(work=work, citations=tuple(data.CitationData(**_said(one)) for one in citations))


def outcomes_data(commands: Iterable[model.CommandInfo]) -> data.CommandsOutcomeData:
    """Return commands with what became of them as published data."""
    made = []
    for one in commands:
        said = _said(one, said=json.loads(one.data))
        del said["data"]
        made.append(data.CommandOutcomeData(**said))
    return data.CommandsOutcomeData(commands=tuple(made))


def _hit(hit: model.Hit) -> dict[str, Any]:
    said = _said(hit, snippet=tuple(data.RunData(text=text, hit=is_hit) for text, is_hit in hit.snippet))
    del said["standing"]
    return said | {"open": _open_at(hit.standing, hit.eid)}


@lru_cache(maxsize=64)
def _standing(said: str) -> StandingData:
    return StandingData.model_validate_json(said)


def _open_at(said: str, eid: str) -> tuple[OpenData, ...]:
    """The commands of a standing that address a unit, what holds it or what it holds; of the act itself: all."""
    return tuple(one for one in _standing(said).open if not eid or any(within(eid, unit) for unit in one.units))


def _changes(changes: Iterable[model.StoredChange]) -> tuple[data.ChangeData, ...]:
    return tuple(data.ChangeData(**_said(one)) for one in changes)


def _said(value: Any, **replaced: Any) -> dict[str, Any]:
    """The fields of a value, not of the values in it, under their published names."""
    return data.renamed({one.name: getattr(value, one.name) for one in fields(value)} | replaced)
