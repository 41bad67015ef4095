"""Identification: IRIs, dates and language of work, expression and manifestation agree with each other."""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.semantics.document import Document, found
from lexkz.findings import Finding, Message

_LEVELS = ("FRBRWork", "FRBRExpression", "FRBRManifestation")
_FORMAT = re.compile(r"\.[a-z0-9]+$")
_WORK_DATE = re.compile(r"/(\d{4}(?:-\d\d(?:-\d\d)?)?)/")
_EXPRESSION = re.compile(r"/(?P<lang>[a-z]{3})(?:[@:](?P<date>[^/]*))?$")


def this(document: Document) -> Iterator[Finding]:
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
            yield found(
                "akn.frbr_this",
                level,
                Message(
                    kaz=f"{local(level)}: FRBRthis «{own}» мәні FRBRuri «{uri}» мәнінен басталмайды.",
                    rus=f"{local(level)}: FRBRthis «{own}» не начинается с FRBRuri «{uri}».",
                    eng=f"{local(level)}: FRBRthis “{own}” does not begin with FRBRuri “{uri}”.",
                ),
                text=own,
            )


def expression(document: Document) -> Iterator[Finding]:
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


def date(document: Document) -> Iterator[Finding]:
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
                    "akn.frbr_date",
                    identification,
                    Message(
                        kaz=f"{level}: «{uri}» IRI-індегі {in_iri} күні FRBRdate {dates[0]} күнінен өзгеше.",
                        rus=f"{level}: дата {in_iri} в IRI «{uri}» не совпадает с FRBRdate {dates[0]}.",
                        eng=f"{level}: the date {in_iri} in the IRI “{uri}” is not the FRBRdate {dates[0]}.",
                    ),
                    text=uri,
                )


def component(document: Document) -> Iterator[Finding]:
    """``akn.frbr_component``: each document in the file has an IRI (``FRBRthis`` of the expression) of its own."""
    seen: set[str] = set()
    for level in document.named("FRBRExpression"):
        own = _value(level, "FRBRthis")
        if own is None:
            continue
        if own in seen:
            yield found(
                "akn.frbr_component",
                level,
                Message(
                    kaz=f"Файлдағы екі құжаттың FRBRthis мәні бірдей: «{own}».",
                    rus=f"У двух документов в файле одинаковый FRBRthis: «{own}».",
                    eng=f"Two documents in the file have the same FRBRthis: “{own}”.",
                ),
                text=own,
            )
        seen.add(own)


def _mismatch(element: etree._Element, name: str, value: str, other: str, expected: str) -> Finding:
    return found(
        "akn.frbr_expression",
        element,
        Message(
            kaz=f"{name} «{value}» мәні {other} «{expected}» мәніне сәйкес келмейді.",
            rus=f"{name} «{value}» не соответствует {other} «{expected}».",
            eng=f"{name} “{value}” does not agree with {other} “{expected}”.",
        ),
        text=value,
    )


def _value(level: etree._Element, name: str) -> str | None:
    element = level.find(q(name))
    return element.get("value") if element is not None else None


def _uri(identification: etree._Element, level: str) -> str | None:
    element = identification.find(q(level))
    return _value(element, "FRBRuri") if element is not None else None
