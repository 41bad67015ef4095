"""Identification: IRIs, dates and language of work, expression and manifestation agree with each other, and the
act says when it was made and from which original it comes."""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.semantics.document import IndexedDocument, found
from lexkz.findings import Finding

_LEVELS = ("FRBRWork", "FRBRExpression", "FRBRManifestation")


_FORMAT = re.compile(r"\.[a-z0-9]+$")


_WORK_DATE = re.compile(r"/(\d{4}(?:-\d\d(?:-\d\d)?)?)/")


_EXPRESSION = re.compile(r"/(?P<lang>[a-z]{3})(?:[@:](?P<date>[^/]*))?$")


def this(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.frbr_this``: ``FRBRthis`` is ``FRBRuri`` with the component's name."""
    for level in document.named(*_LEVELS):
        own, uri = _value(level, "FRBRthis"), _value(level, "FRBRuri")
        if own is None or uri is None:
            continue
        if local(level) == "FRBRManifestation":
            own_plain, uri_plain = _FORMAT.sub("", own), _FORMAT.sub("", uri)
        else:
            own_plain, uri_plain = own, uri
        if own_plain != uri_plain and not own_plain.startswith(f"{uri_plain}/"):
            yield found("akn.frbr_this", level, text=own, level=local(level), own=own, uri=uri)


def expression(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.frbr_expression``: an expression's IRI extends its work's, a manifestation's its expression's."""
    for identification in document.named("identification"):
        work, own, manifestation = (_uri(identification, level) for level in _LEVELS)
        part = _EXPRESSION.search(own or "")
        language = identification.find(f"{q('FRBRExpression')}/{q('FRBRlanguage')}")
        languages = {
            found_language.get("language")
            for found_language in identification.iterfind(f"{q('FRBRExpression')}/{q('FRBRlanguage')}")
        }
        if work and own and (part is None or own[: part.start()] != work):
            yield _mismatch(identification, "FRBRExpression", own, "FRBRWork", work)
        elif part and language is not None and part["lang"] not in languages:
            yield _mismatch(identification, "FRBRExpression", str(own), "FRBRlanguage", language.get("language", ""))
        if own and manifestation and _FORMAT.sub("", manifestation) != own:
            yield _mismatch(identification, "FRBRManifestation", manifestation, "FRBRExpression", own)


def date(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.frbr_date``: the dates in the IRIs of work and expression are those of their ``FRBRdate``."""
    for identification in document.named("identification"):
        work, own = _uri(identification, "FRBRWork"), _uri(identification, "FRBRExpression")
        in_work = _WORK_DATE.search(work or "")
        in_expression = _EXPRESSION.search(own or "")
        for level, uri, in_iri in (
            ("FRBRWork", work, in_work[1] if in_work else None),
            ("FRBRExpression", own, in_expression["date"] if in_expression else None),
        ):
            dates = [known.get("date", "") for known in identification.iterfind(f"{q(level)}/{q('FRBRdate')}")]
            if in_iri and dates and not any(known.startswith(in_iri) for known in dates):
                yield found(
                    "akn.frbr_date", identification, text=uri, level=level, uri=uri, date=in_iri, recorded=dates[0]
                )


def component(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.frbr_component``: each document in the file has an IRI (``FRBRthis`` of the expression) of its own."""
    seen: set[str] = set()
    for level in document.named("FRBRExpression"):
        own = _value(level, "FRBRthis")
        if own is None:
            continue
        if own in seen:
            yield found("akn.frbr_component", level, text=own, own=own)
        seen.add(own)


def _mismatch(element: etree._Element, name: str, value: str, other: str, expected: str) -> Finding:
    return found("akn.frbr_expression", element, text=value, name=name, value=value, other=other, expected=expected)


def _value(level: etree._Element, name: str) -> str | None:
    element = level.find(q(name))
    return element.get("value") if element is not None else None


def _uri(identification: etree._Element, level: str) -> str | None:
    element = identification.find(q(level))
    return _value(element, "FRBRuri") if element is not None else None


def lifecycle_missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.lifecycle_missing``: the act's ``lifecycle`` has the event that made it."""
    for meta in document.metas[:1]:
        events = meta.iterfind(f"{q('lifecycle')}/{q('eventRef')}")
        if not any(event.get("type") == "generation" for event in events):
            yield found("akn.lifecycle_missing", meta)


def original_missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.original_missing``: ``references`` names the act's first expression."""
    for meta in document.metas[:1]:
        if _original(meta) is None:
            yield found("akn.original_missing", meta)


def _original(meta: etree._Element) -> etree._Element | None:
    return meta.find(f"{q('references')}/{q('original')}")
