"""What the store answers, as published data: search, acts and their versions, units on a day, history, citations."""

from typing import Literal

from pydantic import Field

from lexkz.consolidation.report import Outcome
from lexkz.publication.act_data import DATED_BY, DatedBy, OpenData, StandingData
from lexkz.publication.data import Data, Day, Document
from lexkz.publication.reading_json import CommandData
from lexkz.publication.source_page import SOURCE_PAGE

_WHOLE = "False where a command of an amending act waits for a person, or something is known to be wrong, in "
_OPEN_HERE = (
    "Commands of amending acts that the text does not contain and that address this unit, what holds it or what it "
    "holds."
)
_OUTLINE = "True where the text is known only as far as amending acts tell it."
_TO = "ISO date from which another wording stands; null for the newest."


class RunData(Data):
    """A run of words of a snippet."""

    text: str = Field(description="The words, as printed; an ellipsis where the text goes on.")
    hit: bool = Field(description="True for what was looked for.")


class HitData(Data):
    """One unit that was found."""

    act: str = Field(description="Folder of the act.")
    lang: str = Field(description="`kaz` or `rus`.")
    title: str | None = Field(description="Title of the act.")
    work: str | None = Field(description="FRBR work IRI of the act.")
    expression: str | None = Field(description="IRI of the expression that the unit was found in.")
    eId: str = Field(  # noqa: N815 (the contract's name)
        description="eId of the unit, or of the nearest one around it that has one; empty for the act itself."
    )
    permalink: str | None = Field(description="IRI of that unit in that expression; a path of `lexkz serve`.")
    kind: str = Field(description="Name of the Akoma Ntoso element, `row` for a table row.")
    number: str | None = Field(description="Bare number of the unit.")
    name: str = Field(description="Its address in words, outermost first.")
    snippet: tuple[RunData, ...] = Field(description="The part of its text that shows best what was looked for.")
    removed: bool = Field(description="True where the unit is repealed and keeps its number only.")
    outline: bool = Field(description=_OUTLINE)
    from_date: Day | None = Field(description="ISO date of the first expression with these words.")
    to_date: Day | None = Field(description=_TO)
    dated_by: DatedBy = Field(description=f"{DATED_BY} Of the expression that the unit was found in.")
    date: Day | None = Field(None, description="ISO date of that expression.")
    in_force: Day | None = Field(
        None, description="ISO day of entry into force of that expression; null while unknown."
    )
    not_before: Day | None = Field(
        None, description="While that is unknown: ISO day before which that expression cannot be in force."
    )
    rule: str | None = Field(
        None, description="Clause on entry into force of the last amending act in that expression, as printed."
    )
    by: tuple[str, ...] = Field((), description="Work IRIs of the amending acts whose changes are in that expression.")
    source_page: str | None = Field(None, description=SOURCE_PAGE)
    whole: bool | None = Field(None, description=f"{_WHOLE}that expression.")
    open: tuple[OpenData, ...] = Field((), description=_OPEN_HERE)


class FoundData(Document):
    """The answer to a search: `lexkz search --json`."""

    SCHEMA = "search/1"

    query: str = Field(description="What was asked for, as it was given.")
    at: Day | None = Field(description="ISO day whose texts were looked in; null for the newest texts.")
    hits: tuple[HitData, ...] = Field(description="The units found, best first.")
    more: bool = Field(description="True where there are further hits behind these.")
    by: Literal["words", "letters", "none"] = Field(
        description="`words`: in any of their forms; `letters`: as parts of words, since no unit has the words, "
        "if need be with Russian letters for Kazakh ones."
    )
    cut: bool = Field(description="True where the query was longer than is read.")
    undated: int = Field(description="Acts left out since their text has no date, where a day was asked for.")
    before: int = Field(description="Acts left out since their first known text is of a later date.")


class ActInfoData(Data):
    """One act in one language."""

    act: str = Field(description="Its folder: the id in the state information system where it has one.")
    lang: str = Field(description="`kaz` or `rus`.")
    work: str | None = Field(description="FRBR work IRI; null where date or number are not known.")
    type: str | None = Field(description="Slug of the kind of act.")
    author: str | None = Field(description="Slug of the body that made it.")
    author_name: str | None = Field(description="Full name of that body.")
    date: Day | None = Field(description="ISO date of the act.")
    number: str | None = Field(description="Number of the act.")
    registration: str | None = Field(description="Number in the register of state registration.")
    registration_date: Day | None = Field(description="ISO date of the registration.")
    title: str | None = Field(description="Title as printed.")
    outline: bool = Field(description=_OUTLINE)
    expressions: int = Field(description="How many expressions of it there are.")
    first: Day | None = Field(description="ISO date of the oldest expression that has a date.")
    newest: Day | None = Field(description="ISO date of the newest expression.")
    whole: bool | None = Field(None, description=f"{_WHOLE}the newest expression.")
    source_page: str | None = Field(None, description=SOURCE_PAGE)


class ActsData(Document):
    """A page of acts, by folder and language."""

    SCHEMA = "acts/1"

    items: tuple[ActInfoData, ...] = Field(description="The acts.")
    total: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="Path of the next page; null on the last one.")


class StateData(Data):
    """What lost force or stands still."""

    state: str = Field(description="What happened to it.")
    eId: str = Field(description="eId of the unit; empty for the whole act.")  # noqa: N815 (the contract's name)
    by: str = Field(description="Work IRI of the act by which.")


class ExpressionInfoData(Data):
    """One version of an act's text."""

    act: str = Field(description="Folder of the act.")
    lang: str = Field(description="`kaz` or `rus`.")
    iri: str | None = Field(description="FRBR expression IRI.")
    date: Day | None = Field(description="ISO date by which versions are told apart and put in order.")
    dated_by: DatedBy = Field(description=DATED_BY)
    in_force: Day | None = Field(description="ISO day of entry into force; null while unknown.")
    rule: str | None = Field(description="Clause on entry into force of the last amending act, as printed.")
    outline: bool = Field(description=_OUTLINE)
    states: tuple[StateData, ...] = Field(description="What lost force or stands still in this version.")
    standing: StandingData | None = Field(None, description="What is known to be wrong or missing in this version.")
    until: Day | None = Field(description="ISO date of the next version; null for the newest.")
    digest: str = Field(description="SHA-256 of the Akoma Ntoso file.")
    size: int = Field(description="Bytes of the Akoma Ntoso file.")
    not_before: Day | None = Field(
        None, description="While `in_force` is not known: ISO day before which the version cannot be in force."
    )
    by: tuple[str, ...] = Field((), description="Work IRIs of the amending acts whose changes are in the version.")
    source_page: str | None = Field(None, description=SOURCE_PAGE)


class WorkData(Document):
    """An act with its languages and versions."""

    SCHEMA = "work/1"

    work: str | None = Field(description="FRBR work IRI; null where date or number are not known.")
    acts: tuple[ActInfoData, ...] = Field(description="The act in each language.")
    expressions: tuple[ExpressionInfoData, ...] = Field(description="Its versions, by language, oldest first.")


class UnitTextData(Document):
    """One unit on a day."""

    SCHEMA = "unit-text/1"

    expression: ExpressionInfoData = Field(description="The version that stands on that day.")
    title: str | None = Field(description="Title of the act.")
    work: str | None = Field(description="FRBR work IRI of the act.")
    eId: str = Field(description="eId of the unit.")  # noqa: N815 (the contract's name)
    kind: str = Field(description="Name of the Akoma Ntoso element, `row` for a table row.")
    number: str | None = Field(description="Bare number.")
    heading: str | None = Field(description="Heading as printed.")
    name: str = Field(description="Its address in words, outermost first.")
    path: tuple[str, ...] = Field(description="Headings of what it stands in, outermost first.")
    text: str = Field(description="Its text with all units below, a paragraph a line, cells of a row parted by tabs.")
    removed: bool = Field(description="True where the unit is repealed and keeps its number only.")
    gaps: bool = Field(description="True where some of its text is not known, since the act is an outline.")
    open: tuple[OpenData, ...] = Field((), description=_OPEN_HERE)
    from_date: Day | None = Field(description="ISO date of the first expression with these words.")
    to_date: Day | None = Field(description=_TO)


class UnitVersionData(Data):
    """The words of a unit from one version of the act to another."""

    from_date: Day | None = Field(description="ISO date of the first expression with these words.")
    to_date: Day | None = Field(description=_TO)
    dated_by: DatedBy = Field(description=DATED_BY)
    whole: bool | None = Field(None, description=f"{_WHOLE}the newest expression with these words.")
    text: str = Field(description="Its text with all units below, a paragraph a line.")
    removed: bool = Field(description="True where the unit is repealed and keeps its number only.")
    gaps: bool = Field(description="True where some of its text is not known, since the act is an outline.")
    iri: str | None = Field(description="IRI of the first expression with these words.")
    in_force: Day | None = Field(
        None, description="ISO day of entry into force of the first expression with these words; null while unknown."
    )
    by: tuple[str, ...] = Field(
        (), description="Work IRIs of the amending acts whose changes are in the first expression with these words."
    )


class ChangeData(Data):
    """What one command of an amending act did."""

    date: Day | None = Field(description="ISO date of the version that tells of it.")
    dated_by: DatedBy | None = Field(None, description=DATED_BY)
    eId: str = Field(description="eId of the unit changed.")  # noqa: N815 (the contract's name)
    type: str = Field(description="Akoma Ntoso type of the modification: substitution, insertion, repeal …")
    by: str = Field(description="Work IRI of the amending act.")
    by_title: str | None = Field(description="Its title; null where it is not in the store.")
    by_date: Day | None = Field(None, description="Its ISO date; null where it is not in the store.")
    by_number: str | None = Field(None, description="Its number; null where it is not in the store.")
    command: str | None = Field(description="Id of the command in that act; null where it is not in the store.")
    instruction: str | None = Field(description="The sentence that commands, as printed.")
    previous: str | None = Field(description="IRI of the unit as it was.")


class UnitHistoryData(Document):
    """All wordings of a unit and all that changed it."""

    SCHEMA = "unit-history/1"

    act: str | None = Field(None, description="Folder of the act.")
    lang: str | None = Field(None, description="`kaz` or `rus`.")
    work: str | None = Field(None, description="FRBR work IRI of the act; null where date or number are not known.")
    title: str | None = Field(None, description="Title of the act.")
    eId: str = Field(description="eId of the unit.")  # noqa: N815 (the contract's name)
    name: str = Field(description="Its address in words, outermost first.")
    versions: tuple[UnitVersionData, ...] = Field(description="Its wordings, oldest first.")
    changes: tuple[ChangeData, ...] = Field(
        description="What was done to it, to units below it and to units that hold it, in the order of the versions."
    )


class ChangesData(Document):
    """All that amending acts did to an act."""

    SCHEMA = "act-changes/1"

    changes: tuple[ChangeData, ...] = Field(description="In the order of the act's versions.")


class CitationData(Data):
    """A reference in the text of an act."""

    act: str = Field(description="Folder of the act that cites.")
    lang: str = Field(description="`kaz` or `rus`.")
    title: str | None = Field(description="Its title.")
    work: str | None = Field(description="Its work IRI.")
    eId: str = Field(description="eId of the unit that cites.")  # noqa: N815 (the contract's name)
    name: str = Field(description="Address of that unit in words.")
    text: str = Field(description="The words that cite, as printed.")
    cited: str = Field(description="Work IRI that the words mean.")
    target: str | None = Field(description="eId of the unit cited; null for a whole act.")
    exact: bool = Field(
        description="False where the words do not say which body adopted the act: kind, date and number are the same."
    )
    from_date: Day | None = Field(description="ISO date of the first expression that has the reference.")
    to_date: Day | None = Field(description="ISO date from which it is gone; null where the newest text has it.")
    dated_by: DatedBy | None = Field(None, description=f"{DATED_BY} Of the first expression that has the reference.")
    whole: bool | None = Field(None, description=f"{_WHOLE}the newest expression that has the reference.")


class CitationsData(Document):
    """Who cites an act or a unit of it."""

    SCHEMA = "citations/1"

    work: str = Field(description="Work IRI of the act that is cited.")
    citations: tuple[CitationData, ...] = Field(description="The references, by act and in the order of its text.")


class CommandOutcomeData(Data):
    """A command of an amending act and what became of it."""

    act: str = Field(description="Folder of the amending act.")
    lang: str = Field(description="`kaz` or `rus`.")
    work: str | None = Field(description="Work IRI of the amending act.")
    command: str = Field(description="Id of the command in that act.")
    action: str = Field(description="What is commanded.")
    base: str | None = Field(description="Work IRI of the act that it amends.")
    base_title: str | None = Field(description="Title of that act, as quoted.")
    address: tuple[str, ...] = Field(description="What it addresses, in words, one string a target.")
    instruction: str = Field(description="The sentence that commands, as printed.")
    eId: str | None = Field(description="eId of what is applied.")  # noqa: N815 (the contract's name)
    outcome: Outcome | None = Field(description="What became of it; null where the base act is not in the store.")
    targets: tuple[str, ...] = Field(description="eIds of the units of the base act that it changed, or would change.")
    note: str | None = Field(description="Why nothing was to be done, where there was nothing.")
    codes: tuple[str, ...] = Field(description="Codes of the findings about it.")
    said: CommandData = Field(description="The command as its act says it: targets, content, words.")


class CommandsOutcomeData(Document):
    """Commands with what became of them: those of an amending act, or those about a base act."""

    SCHEMA = "outcomes/1"

    commands: tuple[CommandOutcomeData, ...] = Field(description="By act and in the order of its text.")
