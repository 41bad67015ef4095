"""The units of an act as newline-delimited JSON: ``lexkz export --to ndjson``, one unit a line."""

from collections.abc import Iterator

from pydantic import Field

from lexkz.akn import meta as akn_meta
from lexkz.publication.act_data import DATED_BY, DatedBy, OpenData
from lexkz.publication.act_json import identity, open_at, standing_data
from lexkz.publication.data import Data, Day, Document
from lexkz.publication.finding_json import SourceData
from lexkz.publication.source_page import SOURCE_PAGE
from lexkz.publication.unit_list import UnitEntry, unit_list
from lexkz.structure import Act


class PeriodData(Data):
    """The days on which a unit reads as it does; from `temporalData` and `lifecycle`."""

    from_: Day | None = Field(alias="from", description="ISO day of entry into force of the amendment.")
    to: Day | None = Field(description="ISO day on which it ends; null while it is open.")


class UnitLineData(Document):
    """One unit of an act with its own words, as a document by itself: for search engines and language models."""

    SCHEMA = "unit/1"

    act: str | None = Field(description="FRBR work IRI of the act (`FRBRWork`); null where date or number is unknown.")
    expression: str | None = Field(description="FRBR expression IRI (`FRBRExpression`): which version this is.")
    title: str | None = Field(description="Title of the act as printed (`docTitle`).")
    lang: str | None = Field(description="Language of the text, `kaz` or `rus` (`FRBRlanguage`).")
    eId: str | None = Field(description="eId of the unit in the act's XML; null where it has none.")  # noqa: N815
    iri: str | None = Field(description="Work IRI of the unit, the same in every version; null where unknown.")
    kind: str = Field(description="Name of its Akoma Ntoso element: article, paragraph, alinea, tr, attachment …")
    number: str | None = Field(description="Bare number (`29-1`), of `num` or of the eId; null where it has none.")
    heading: str | None = Field(description="Heading as printed (`heading`); of an annex, its title.")
    path: tuple[str, ...] = Field(description="eIds of the units that hold it, outermost first.")
    breadcrumb: tuple[str, ...] = Field(description="The same units by printed number and heading.")
    text: str = Field(
        description="Its own lines as printed, number and heading among them, without the units below it; one line "
        "each, cells of a row parted by tabs. Every line of the act stands in one unit. Empty where it has none."
    )
    status: str | None = Field(description="Akoma Ntoso `status` where it has one: removed, omissis …")
    quoted: bool = Field(description="True where it is new text for another act, which this act quotes.")
    in_force: PeriodData | None = Field(
        description="Since when it reads so, where an amendment made it so and the day is known; else null."
    )
    date: Day | None = Field(None, description="ISO date of the expression.")
    dated_by: DatedBy | None = Field(None, description=DATED_BY)
    expression_in_force: Day | None = Field(
        None, description="ISO day of entry into force of the expression; null while unknown, or never amended."
    )
    not_before: Day | None = Field(
        None, description="While that is unknown: ISO day before which the expression cannot be in force."
    )
    rule: str | None = Field(
        None, description="Clause on entry into force of the last amending act in the expression, as printed."
    )
    by: tuple[str, ...] = Field((), description="Work IRIs of the amending acts whose changes are in the expression.")
    outline: bool | None = Field(
        None, description="True where the act's text is known only as far as amending acts tell it."
    )
    whole: bool | None = Field(
        None, description="False where a command waits for a person, or something is known to be wrong, in the text."
    )
    open: tuple[OpenData, ...] = Field(
        (),
        description="Commands of amending acts that the text does not contain and that address this unit, what holds "
        "it or what it holds.",
    )
    source_page: str | None = Field(None, description=SOURCE_PAGE)
    source: SourceData = Field(description="Where it begins in the source, as the reader recorded it.")


def unit_lines(act: Act) -> Iterator[UnitLineData]:
    """Give the units of an act as published data, in the order of its tree."""
    known = akn_meta.read_identity(act.root)
    of = identity(act)
    stands = standing_data(act)
    for unit in unit_list(act):
        above = _above(unit)
        yield UnitLineData(
            act=known.work if known.known else None,
            expression=known.expression if known.known else None,
            title=of.title,
            lang=known.lang or None,
            eId=unit.eid,
            iri=unit.iri,
            kind=unit.kind,
            number=unit.number,
            heading=unit.heading,
            path=tuple(one.eid for one in above if one.eid),
            breadcrumb=tuple(one.label for one in above),
            text="\n".join(unit.lines),
            status=unit.element.get("status"),
            quoted=unit.quoted,
            in_force=_period(unit),
            date=of.expression_date,
            dated_by=of.dated_by,
            expression_in_force=of.in_force,
            not_before=of.not_before,
            rule=of.rule,
            by=of.by,
            outline=of.outline,
            whole=stands.whole,
            open=open_at(act, unit.eid) if unit.eid and stands.open else (),
            source_page=of.source_page,
            source=SourceData.model_validate(_source(unit)),
        )


def units_ndjson(act: Act) -> str:
    """Return the units of an act as newline-delimited JSON: each line one object that names its schema."""
    return "".join(unit.json_line() for unit in unit_lines(act))


def _above(unit: UnitEntry) -> list[UnitEntry]:
    found: list[UnitEntry] = []
    while unit.parent is not None:
        unit = unit.parent
        found.insert(0, unit)
    return found


def _period(unit: UnitEntry) -> PeriodData | None:
    period = unit.in_force
    return PeriodData.model_validate({"from": period.start, "to": period.end}) if period is not None else None


def _source(unit: UnitEntry) -> dict[str, int | str | None]:
    known: dict[str, int | str | None] = {"page": unit.place.page}
    if unit.place.line is not None:
        known["line"] = unit.place.line
    return known
