"""How a text stands, as an assistant is told: in one word for each matter, and in sentences of ours alone."""

import re
from dataclasses import dataclass

from lexkz.publication.act_data import DatedBy, OpenData
from lexkz.publication.act_json import within
from lexkz.publication.assistant_json import TextStateData, TextStateName
from lexkz.publication.store_json import ExpressionInfoData, UnitTextData
from lexkz.workspace.store.acts import open_at

_SOURCE = re.compile(r"[A-Z][0-9]{9}[0-9_]")
"""An id of the state information system: «V2400035172», «K950001000_»."""
_PAGE = "https://adilet.zan.kz/{lang}/docs/{act}"
_DAYS: dict[DatedBy, str] = {
    "adopted": "The date is the day on which the act was adopted, not that of its entry into force.",
    "edition": "The date is the day of the edition that is the source.",
    "amended": "The day of entry into force is not known: the date is that of the last amending act.",
    "unknown": "The date of this text is not known.",
}


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What is known of a unit beside what is known of its text; for the act itself, nothing."""

    eid: str = ""
    removed: bool = False
    gaps: bool = False
    until: str | None = None
    """ISO date from which it has other words."""


def of_unit(unit: UnitTextData) -> TextStateData:
    """Return how a unit stands."""
    return text_state(unit.expression, UnitFacts(unit.eId, unit.removed, unit.gaps, unit.to_date))


def text_state(text: ExpressionInfoData, unit: UnitFacts | None = None) -> TextStateData:
    """Return how a version of an act stands, or a unit in it."""
    facts = unit or UnitFacts(until=text.until)
    found = _StatesFound()
    _known(found, text, facts)
    _missing(found, text, facts.eid)
    _force(found, text, facts)
    _days(found, text, facts)
    iri = f"{text.iri}/~{facts.eid}" if text.iri and facts.eid else text.iri
    return TextStateData(
        act=text.act,
        lang=text.lang,
        iri=iri,
        date=text.date,
        dated_by=text.dated_by,
        in_force=text.in_force,
        until=facts.until,
        states=tuple(found.states) or ("complete",),
        says=tuple(found.says) if found.states else ("Nothing is known to be missing from this text.", *found.says),
        source=source_page(text.act, text.lang),
    )


def draft_state(lang: str | None) -> TextStateData:
    """Return how a text stands that was handed over."""
    return TextStateData(
        act=None,
        lang=lang,
        iri=None,
        date=None,
        dated_by="unknown",
        in_force=None,
        until=None,
        states=("draft",),
        says=("This is the text that was handed over, no act of the workspace.",),
        source=None,
    )


def source_page(act: str, lang: str) -> str | None:
    """Return the address of an act in "Әділет"; None where its folder is no id of the state information system."""
    return _PAGE.format(lang=lang, act=act) if _SOURCE.fullmatch(act) else None


class _StatesFound:
    """States and sentences, in the order in which they are told."""

    def __init__(self) -> None:
        self.states: dict[TextStateName, None] = {}
        self.says: list[str] = []

    def add(self, state: TextStateName, sentence: str) -> None:
        self.states[state] = None
        self.says.append(sentence)


def _known(found: _StatesFound, text: ExpressionInfoData, facts: UnitFacts) -> None:
    if text.outline:
        found.add("outline", "The act is an outline: of its text only what amending acts say is known.")
    if facts.gaps:
        found.add("outline", "Parts of this unit are not known.")


def _missing(found: _StatesFound, text: ExpressionInfoData, eid: str) -> None:
    standing = text.standing
    if standing is None:
        return
    here = open_at(standing, eid)
    for outcome, said in (("refused", "wait for a person and are not in it"), ("skipped", "were left out by a person")):
        commands = tuple(one for one in here if one.outcome == outcome)
        if commands:
            what = "unit" if eid else "text"
            found.add("waiting", f"Commands that change this {what} {said}: {_commands(commands)}.")
    if standing.unread:
        count = len(standing.unread)
        found.add("waiting", f"Sentences of amending acts that were not understood and may change it: {count}.")
    elsewhere = sum(one.outcome == "refused" for one in standing.open) - sum(one.outcome == "refused" for one in here)
    if elsewhere:
        found.says.append(f"Commands that change other parts of the act and wait for a person: {elsewhere}.")
    if not standing.whole and "waiting" not in found.states and not elsewhere:
        found.add("waiting", "Something is known to be wrong in this text: the report of the build says what.")
    if standing.later:
        days = ", ".join(sorted({one.in_force or "a day that is not known" for one in standing.later}))
        found.add("changes_later", f"Changes of the act that enter into force later ({days}): {len(standing.later)}.")


def _commands(commands: tuple[OpenData, ...]) -> str:
    return ", ".join(f"{one.command} of {one.by}" if one.by else one.command for one in commands)


def _force(found: _StatesFound, text: ExpressionInfoData, facts: UnitFacts) -> None:
    ended: dict[tuple[str, str], str] = {}
    for one in text.states:
        if one.state == "resumed":
            ended.pop(("suspended", one.eId), None)
        elif not one.eId or (facts.eid and within(facts.eid, one.eId)) or not facts.eid:
            ended[one.state, one.eId] = one.by
    for (state, eid), by in ended.items():
        what = "The act" if not eid else "This unit" if eid == facts.eid else f"The unit {eid}"
        found.add("not_in_force", f"{what} is {state}{f' by {by}' if by else ''}.")
    if facts.removed:
        found.add("not_in_force", "This unit is repealed: what stands is its number and the official words.")


def _days(found: _StatesFound, text: ExpressionInfoData, facts: UnitFacts) -> None:
    if facts.until:
        found.add("superseded", f"Other words stand since {facts.until}.")
    elif text.until:
        found.says.append(f"The act has a later text, of {text.until}, in which these words are the same.")
    if text.dated_by in ("amended", "unknown"):
        found.add("in_force_unknown", _DAYS[text.dated_by])
    elif text.dated_by in _DAYS:
        found.says.append(_DAYS[text.dated_by])
