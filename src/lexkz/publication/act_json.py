"""One act as published data: its identity, its text as a tree of units, its annexes, and what was found in it."""

from lxml import etree

from lexkz.akn.meta import is_outline, of, read_identity, registration
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.text import paragraphs, visible
from lexkz.consolidation.standing import Open, standing
from lexkz.publication.act_data import (
    ActData,
    AttachmentData,
    IdentityData,
    LaterData,
    OpenData,
    StandingData,
    TextData,
    UnitData,
)
from lexkz.publication.data import known_iri
from lexkz.publication.dating import dating
from lexkz.publication.finding_json import findings_data
from lexkz.publication.sheet.open_state import open_state
from lexkz.publication.source_page import page_of_registered
from lexkz.publication.units import unit_iri, units
from lexkz.structure import Act


def act_data(act: Act) -> ActData:
    """Return an act as published data."""
    main = _main(act.root)
    known = identity(act)
    return ActData(
        metadata=known,
        preface=_paragraphs(main, "preface"),
        preamble=_paragraphs(main, "preamble"),
        units=_units(main, "body", known.work),
        conclusions=_paragraphs(main, "conclusions"),
        attachments=_attachments(main, known.work),
        notes=tuple(
            text
            for note in main.iterfind("akn:meta/akn:notes/akn:note", NAMESPACES)
            for text in ("\n".join(visible(p) for p in note),)
        ),
        findings=findings_data(act.findings),
        standing=standing_data(act),
    )


def standing_data(act: Act) -> StandingData:
    """Return what is known to be wrong or missing in a text, as its file carries it."""
    stands = standing(act.root)
    return StandingData(
        whole=stands.whole,
        open=tuple(map(_open, stands.open)),
        unread=tuple(one.text or one.message.eng for one in stands.unread),
        unread_by=tuple(known_iri(one.of) for one in stands.unread),
        said=open_state(act),
        later=tuple(
            LaterData(by=known_iri(one.by), command=one.command, in_force=one.day or None) for one in stands.later
        ),
    )


def open_at(act: Act, eid: str) -> tuple[OpenData, ...]:
    """Return the commands that a text does not contain and that address a unit, what holds it, or what it holds."""
    return tuple(_open(one) for one in standing(act.root).open if any(within(eid, unit) for unit in one.units))


def within(one: str, other: str) -> bool:
    """True where two eIds name one unit, or one of the two units holds the other."""
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def text_data(act: Act) -> TextData:
    """Return which text ``act`` is, and how it stands."""
    return TextData(metadata=identity(act), standing=standing_data(act))


def _open(one: Open) -> OpenData:
    return OpenData(
        by=known_iri(one.by), command=one.command, outcome=one.outcome, units=one.units, instruction=one.instruction
    )


def act_json(act: Act) -> str:
    """Return an act as JSON text."""
    return act_data(act).json_text()


def identity(act: Act) -> IdentityData:
    """Return what an act's metadata says it is; nulls where it says nothing."""
    known, section = read_identity(act.root), of(act.root)
    registered = registration(section)
    dated = dating(act.root)
    return IdentityData(
        work=known.work if known.known else None,
        expression=known.expression if known.known else None,
        date=known.date,
        expression_date=known.expression_date,
        language=known.lang or None,
        type=known.type,
        author=known.author,
        author_name=known.author_name,
        number=known.number,
        registration_number=registered.number if registered else None,
        registration_date=registered.date if registered else None,
        title=known.title or _title(_main(act.root)),
        outline=is_outline(section),
        dated_by=dated.dated_by,
        in_force=dated.in_force,
        not_before=dated.not_before,
        rule=dated.rule,
        by=tuple(iri for work in dated.by if (iri := known_iri(work))),
        source_page=page_of_registered(
            registered.number if registered else None,
            registered.date if registered else None,
            known.date,
            known.lang,
        ),
    )


def _main(root: etree._Element) -> etree._Element:
    """Return the act (or doc) element of an akomaNtoso root."""
    return next((child for child in root if local(child)), root) if local(root) == "akomaNtoso" else root


def _title(document: etree._Element) -> str | None:
    found = document.find("akn:preface//akn:docTitle", NAMESPACES)
    return visible(found) if found is not None else None


def _paragraphs(parent: etree._Element, name: str) -> tuple[str, ...]:
    found = parent.find(q(name))
    return tuple(text for text in paragraphs(found) if text) if found is not None else ()


def _units(parent: etree._Element, name: str, work: str | None) -> tuple[UnitData, ...]:
    found = parent.find(q(name))
    return units(found, work) if found is not None else ()


def _attachments(parent: etree._Element, work: str | None) -> tuple[AttachmentData, ...]:
    return tuple(_attachment(found, work) for found in parent.iterfind("akn:attachments/akn:attachment", NAMESPACES))


def _attachment(element: etree._Element, work: str | None) -> AttachmentData:
    doc = element.find(q("doc"))
    if doc is None:  # a reference to a document that stands elsewhere: its heading is all there is
        return AttachmentData(
            eId=element.get("eId"),
            iri=unit_iri(element, work),
            name=None,
            preface=tuple(paragraphs(element)),
            title=None,
            units=(),
            conclusions=(),
            attachments=(),
        )
    return AttachmentData(
        eId=element.get("eId"),
        iri=unit_iri(element, work),
        name=doc.get("name"),
        preface=_paragraphs(doc, "preface"),
        title=_title(doc),
        units=_units(doc, "mainBody", work),
        conclusions=_paragraphs(doc, "conclusions"),
        attachments=_attachments(doc, work),
    )
