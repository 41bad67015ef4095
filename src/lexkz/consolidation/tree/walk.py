"""Typed walks over lxml trees, whose XPath results have no type of their own."""

from typing import Any, cast

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


class ByEid:
    """The elements below one by their eId, each looked up only when it is asked for: most never are."""

    def __init__(self, element: etree._Element) -> None:
        # Attributes that XPath gives as strings know their elements without making them.
        found = cast("list[Any]", _EIDS(element))
        self._found = dict(zip(reversed(found), reversed(found), strict=True))

    def __contains__(self, eid: object) -> bool:
        return eid in self._found

    def get(self, eid: str) -> etree._Element | None:
        """Return the first element with this eId, None where there is none."""
        found = self._found.get(eid)
        return None if found is None else cast("etree._Element", found.getparent())


_EIDS = etree.XPath("descendant-or-self::*/@eId")
