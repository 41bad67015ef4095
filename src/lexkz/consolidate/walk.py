"""Typed walks over lxml trees, whose XPath results have no type of their own."""

from typing import cast

from lxml import etree


def with_eid(element: etree._Element) -> list[etree._Element]:
    """Return ``element`` and all below it that have an eId, in document order."""
    return [found for found in element.iter(etree.Element) if found.get("eId")]


def with_local_href(element: etree._Element) -> list[etree._Element]:
    """Return ``element`` and all below it that point into their own file (``href="#…"``)."""
    return cast("list[etree._Element]", element.xpath("descendant-or-self::*[starts-with(@href, '#')]"))


def text(element: etree._Element) -> str:
    """Return all text of ``element``, its tail left out."""
    return "".join(str(piece) for piece in element.itertext())


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute, "" where it is missing."""
    return element.get(name) or ""


def drop_attribute(element: etree._Element, name: str) -> None:
    """Take away an attribute that may be there."""
    if name in element.attrib:
        del element.attrib[name]
