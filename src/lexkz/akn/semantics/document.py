"""A document with what the rules look up, indexed once."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.findings import Finding, FindingPlace, finding

_TEXT = 120
"""Characters of the text that a finding shows."""


class IndexedDocument:
    """The elements of a file in order, by eId and by name."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.by_eid: dict[str, etree._Element] = {}
        """First element with each eId."""
        self.repeated: list[etree._Element] = []
        """Elements whose eId an earlier one has."""
        self.by_name: dict[str, list[etree._Element]] = {}
        self.elements: list[etree._Element] = []
        for element in root.iter(etree.Element):
            self.elements.append(element)
            self.by_name.setdefault(local(element), []).append(element)
            eid = element.get("eId")
            if eid is None:
                continue
            if eid in self.by_eid:
                self.repeated.append(element)
            else:
                self.by_eid[eid] = element
        self._by_last: dict[str, list[str]] | None = None

    def named(self, *names: str) -> Iterator[etree._Element]:
        """Give all elements of these names, name by name, each in the order of the file."""
        for name in names:
            yield from self.by_name.get(name, ())

    @property
    def metas(self) -> list[etree._Element]:
        """``meta`` of the act and of each attached document, the act's own first."""
        return self.by_name.get("meta", [])

    def target(self, reference: str) -> etree._Element | None:
        """Return the element of this file that ``#eId`` names."""
        return self.by_eid.get(reference.removeprefix("#"))

    def near(self, reference: str) -> tuple[str, ...]:
        """Return up to three eIds that end as ``reference`` does: what it could have meant."""
        if self._by_last is None:
            self._by_last = {}
            for eid in self.by_eid:
                self._by_last.setdefault(eid.rpartition("__")[2], []).append(eid)
        return tuple(self._by_last.get(reference.removeprefix("#").rpartition("__")[2], ())[:3])


Rule = Callable[[IndexedDocument], Iterator[Finding]]


def found(
    code: str,
    element: etree._Element,
    *,
    case: str = "",
    text: str | None = None,
    candidates: tuple[str, ...] = (),
    **blanks: Any,
) -> Finding:
    """Return a finding about ``element``: its place is its eId, or that of the element around it, and its XML line.

    ``case`` and ``blanks`` are those of the catalogue.
    """
    holder: etree._Element | None = element
    while holder is not None and holder.get("eId") is None:
        holder = holder.getparent()
    place = FindingPlace(
        line=cast("int | None", element.sourceline), eid=holder.get("eId") if holder is not None else None
    )
    shown = text if text is None or len(text) <= _TEXT else text[: _TEXT - 1] + "…"
    return finding(code, place, case=case, text=shown, candidates=candidates, **blanks)


def inside(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the nearest ancestor of ``element`` that has one of these names."""
    return next(element.iterancestors(*map(q, names)), None)
