"""Tools that tell how acts change: changes with their commands, one command explained, a draft checked."""

import json
from typing import Any

from lexkz.akn import canonical
from lexkz.api import Act, check, explain, limits, read_text
from lexkz.publication.assistant_json import AssistantData, CandidateData, TextStateData
from lexkz.publication.changed_json import UnitChangeData
from lexkz.reading.blocks import SourceError
from lexkz.structure import stored
from lexkz.workspace.assistant.arguments import ChangesArguments, CommandArguments, DraftArguments
from lexkz.workspace.assistant.naming_acts import called, named_act, named_place, text_of_day
from lexkz.workspace.assistant.replies import NoAnswerError, reply
from lexkz.workspace.assistant.text_states import UnitFacts, draft_state, text_state
from lexkz.workspace.store import Missing, Store

CLOCK = 30.0
"""Seconds that reading commands may take."""


def changes(store: Store, asked: ChangesArguments) -> AssistantData:
    """Return what changed, each unit before and after with the command that ordered it."""
    if asked.since and asked.until and asked.since > asked.until:
        raise NoAnswerError(f"The first day is later than the last one: {asked.since}, {asked.until}.")
    if asked.unit and not asked.act and not asked.unit.startswith("/akn/"):
        raise NoAnswerError("Name the act of this unit as well.")
    act: str | None = None
    lang: str | None = asked.lang
    unit: str | None = None
    if asked.unit:
        place = named_place(store, asked.act or asked.unit, asked.unit, asked.lang)
        act, lang, unit = place.act, place.lang, place.eid or None
    elif asked.act:
        called_by = called(store, asked.act)
        act, lang = called_by.folder, asked.lang or called_by.lang
    try:
        found = store.changed(
            asked.since, asked.until, lang=lang, act=act, unit=unit, limit=asked.limit, after=asked.after
        )
    except SourceError as error:
        raise NoAnswerError(error.message.eng if error.message else str(error)) from None
    notes = [
        "`state` of a change: `made`, it is in the text; `waits` or `skipped`, its command is not; `unread`, a "
        "sentence that was not understood."
    ]
    if found.undated:
        notes.append(f"Versions without a date were left out: {found.undated}.")
    if not found.items:
        notes = ["No change of these days is known in this workspace."]
    return reply(
        "changes",
        found,
        [_of_change(store, one) for one in found.items],
        paged=frozenset({"items"}),
        notes=notes,
        following=(asked, {"after": found.next}) if found.next else None,
    )


def _of_change(store: Store, change: UnitChangeData) -> TextStateData:
    text = store.expression(change.act, change.lang, change.date)
    assert not isinstance(text, Missing), "the version that tells of a change is there"
    unit = store.unit(change.act, change.lang, change.eId, change.date) if change.eId else Missing("unit")
    until = text.until if isinstance(unit, Missing) else unit.to_date
    return text_state(text, UnitFacts(change.eId or "", change.removed, change.gaps, until))


def explain_command(store: Store, asked: CommandArguments) -> AssistantData:
    """Return how a command of an act was read, and what became of it."""
    place = named_act(store, asked.act, asked.lang)
    text = text_of_day(store, place, None)
    command = f"cmd_{asked.command}" if asked.command.isdecimal() else asked.command
    told = store.commands(place.act, place.lang)
    known = () if isinstance(told, Missing) else told
    with limits.on_one_clock("explain_command", limits.Limits(seconds=CLOCK)):
        act = Act(stored(canonical.parse(store.xml(text))))
        try:
            found = explain(act, command)
        except LookupError:
            raise NoAnswerError(
                f"The act has no such command; it has {len(known)}: give the id of one.",
                [
                    CandidateData(act=place.act, lang=place.lang, unit=one.command, name=" ".join(one.address) or None)
                    for one in known[:20]
                ],
            ) from None
    notes = [
        f"What became of it: {one.outcome or 'not known, since the act that it amends is not in the workspace'}."
        for one in known
        if one.command == command
    ]
    return reply(
        "explain_command",
        _json(found.to_json()),
        [text_state(text, UnitFacts(found.command.source.eid or "", until=text.until))],
        paged=frozenset({"parts"}),
        notes=notes,
    )


def check_draft(store: Store, asked: DraftArguments) -> AssistantData:
    """Return the defects of a draft of an amending act, a page of them."""
    texts = [text_of_day(store, named_act(store, base, asked.lang), None) for base in asked.bases]
    with limits.on_one_clock("check_draft", limits.Limits(seconds=CLOCK)):
        draft = read_text(asked.text, lang=asked.lang)
        bases = [Act(stored(canonical.parse(store.xml(text)))) for text in texts]
        said = _json(check(draft, bases=bases).to_json())
    findings = said["findings"]
    said["findings"] = findings[asked.offset : asked.offset + asked.limit]
    end = asked.offset + asked.limit
    errors = sum(one["severity"] == "error" for one in findings)
    notes = [
        f"Defects: {len(findings)}, errors among them: {errors}."
        if findings
        else "No defects were found; whether the draft is right in substance was not looked at."
    ]
    if not asked.bases:
        notes.append("The acts that it amends were not looked at: name them as `bases`.")
    return reply(
        "check_draft",
        said,
        [draft_state(draft.lang), *map(text_state, texts)],
        paged=frozenset({"findings"}),
        notes=notes,
        following=(asked, {"offset": end}) if end < len(findings) else None,
    )


def _json(text: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(text)
    return said
