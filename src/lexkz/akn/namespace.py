"""The Akoma Ntoso namespace: names of elements, a maker for them, and the namespace of our own provenance records."""

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol, cast

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found, unused-ignore]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LEXKZ = "urn:lexkz:provenance:1"
"""Namespace of the records in ``meta/proprietary``: source places, repairs in reading, page furniture, outline mark."""

CONTROL = f"{{{LEXKZ}}}control"
"""Attribute of a ``fillIn``: the field that the file marks there, see :mod:`lexkz.akn.control`."""

NSMAP = {None: AKN}
NAMESPACES = {"akn": AKN, "lexkz": LEXKZ}


class _Maker(Protocol):
    def __call__(self, tag: str, *children: etree._Element | str, **attributes: str) -> etree._Element: ...

    def __getattr__(self, name: str) -> "Callable[..., etree._Element]": ...


E = cast(_Maker, ElementMaker(namespace=AKN, nsmap=NSMAP))
"""Makes Akoma Ntoso elements: ``E.p("text", eId="p_1")``."""


def q(name: str) -> str:
    """Return the Clark name of an Akoma Ntoso element: ``q("p")`` is ``{…}p``."""
    return f"{{{AKN}}}{name}"


def local(element: etree._Element) -> str:
    """Return an element's local name, ``""`` for comments and processing instructions."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
