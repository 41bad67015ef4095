"""``identification``: work, expression and manifestation by FRBR, and a ``meta`` that is valid from the start."""

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.akn.meta.events import event
from lexkz.akn.meta.references import act_reference, reference
from lexkz.akn.meta.sections import OWN_SOURCE, of, put
from lexkz.akn.namespace import E, local, q

UNKNOWN_AUTHOR = "unknownAuthor"
"""eId of the body that FRBRauthor names where the author is not known; the XSD needs one."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What an act is called, as far as it is known."""

    lang: str
    """``kaz`` or ``rus``."""
    type: str | None = None
    """Slug of the kind of act: ``order``, ``law``."""
    author: str | None = None
    """Slug of the body that made it: ``enbek``."""
    date: str | None = None
    """ISO date of the act."""
    number: str | None = None
    """As printed: ``391``, ``5/12``."""
    title: str | None = None
    expression_date: str | None = None
    """ISO date of this expression; None where it is not known, ``date`` for the first one."""
    expression_kind: Literal["Generation", "Consolidation"] = "Generation"
    author_name: str | None = None
    """The body's name as the act has it."""
    country: str = "kz"
    mark: str | None = None
    """What tells an act whose date or number is not known from other such acts; see :func:`lexkz.akn.iris.mark`."""

    @property
    def work(self) -> str:
        """The work IRI."""
        return iris.work(
            country=self.country,
            type=self.type,
            author=self.author,
            date=self.date,
            number=self.number,
            mark=self.mark,
        )

    @property
    def expression(self) -> str:
        """The expression IRI."""
        return iris.expression(self.work, self.lang, self.expression_date)

    @property
    def known(self) -> bool:
        """True where date and number are known, so that the IRI names one act."""
        return self.date is not None and self.number is not None


def identification(identity: Identity, component: str = "main") -> etree._Element:
    """Return the ``identification`` of a document or of one of its components (``annex_1``).

    Dates that are not known are written as :data:`~lexkz.akn.iris.UNKNOWN_DATE` with the name ``unknown``.
    """
    work, expression = identity.work, identity.expression
    author = f"#{_author_eid(identity)}"
    consolidated = identity.expression_kind == "Consolidation"
    return E.identification(
        E.FRBRWork(
            E.FRBRthis(value=iris.component(work, component)),
            E.FRBRuri(value=work),
            *([E.FRBRalias(name="title", value=identity.title)] if identity.title and component == "main" else []),
            _date(identity.date, "Generation"),
            E.FRBRauthor(href=author),
            E.FRBRcountry(value=identity.country),
            *([E.FRBRsubtype(value=identity.type)] if identity.type else []),
            *([E.FRBRnumber(value=identity.number)] if identity.number else []),
        ),
        E.FRBRExpression(
            E.FRBRthis(value=iris.component(expression, component)),
            E.FRBRuri(value=expression),
            _date(identity.expression_date, identity.expression_kind),
            E.FRBRauthor(href=OWN_SOURCE if consolidated else author),
            E.FRBRlanguage(language=identity.lang),
        ),
        E.FRBRManifestation(
            E.FRBRthis(value=iris.component(expression, component) + ".akn"),
            E.FRBRuri(value=f"{expression}.akn"),
            _date(identity.expression_date, "Generation"),
            E.FRBRauthor(href=OWN_SOURCE),
        ),
        source=OWN_SOURCE,
    )


def main_meta(identity: Identity, *, show_as: str) -> etree._Element:
    """Return a ``meta`` for the act itself: identification, its first event, and the references that these point to.

    ``show_as`` is a short name of the act for readers ("№ 391 бұйрық"). The first event is the act's generation on its
    own date, not on that of a later expression.
    """
    meta = E.meta(identification(identity))
    first = iris.expression(identity.work, identity.lang, identity.date)
    original = act_reference(meta, "original", first, show_as)
    event(meta, date=identity.date, type="generation", source=f"#{original}")
    name = identity.author_name or identity.author or "unknown"
    author = iris.slug(identity.author or "") or "unknown"
    reference(
        meta, "TLCOrganization", _author_eid(identity), f"/akn/ontology/organization/{identity.country}/{author}", name
    )
    reference(meta, "TLCOrganization", OWN_SOURCE[1:], "/akn/ontology/organization/lexkz", "lexkz")
    return meta


def component_meta(identity: Identity, component: str) -> etree._Element:
    """Return the ``meta`` of an attached document (``annex_1``); what it points to is in the act's own ``meta``."""
    return E.meta(identification(identity, component))


def replace_identification(meta: etree._Element, identity: Identity, component: str = "main") -> None:
    """Give ``meta`` the identification of ``identity`` in place of its own, as for a new expression of the same act."""
    for old in meta.findall(q("identification")):
        meta.remove(old)
    put(meta, identification(identity, component))


def read_identity(element: etree._Element) -> Identity:
    """Return what the ``identification`` of a document says; what is marked as unknown or is absent is None.

    ``element`` is an ``akomaNtoso`` root, an ``act`` or a ``doc``. Raises ``ValueError`` where there is no ``meta``.
    """
    meta = of(element)
    work = _value(meta, "FRBRWork/FRBRuri") or ""
    parts = re.fullmatch(
        r"/akn/(?P<country>[a-z]{2})/act((?:/(?P<type>[^/\d][^/]*))(?:/(?P<author>[^/\d][^/]*))?)?/.*", work
    )
    author = parts["author"] if parts else None
    # The date of a consolidation from acts whose days are not known has the name "unknown"; its author is lexkz.
    own = _value(meta, "FRBRExpression/FRBRauthor", "href") == OWN_SOURCE
    consolidated = own or _value(meta, "FRBRExpression/FRBRdate", "name") == "Consolidation"
    date, number = _known_date(meta, "FRBRWork"), _value(meta, "FRBRWork/FRBRnumber")
    alias = meta.find("/".join(map(q, ("identification", "FRBRWork", "FRBRalias"))) + "[@name='title']")
    return Identity(
        lang=_value(meta, "FRBRExpression/FRBRlanguage", "language") or "",
        type=parts["type"] if parts else _value(meta, "FRBRWork/FRBRsubtype"),
        author=author,
        date=date,
        number=number,
        title=alias.get("value") if alias is not None else None,
        expression_date=_known_date(meta, "FRBRExpression"),
        expression_kind="Consolidation" if consolidated else "Generation",
        author_name=_name_of(meta, author) if author else None,
        country=parts["country"] if parts else "kz",
        mark=iris.marked_number(work.rpartition("/")[2], date)[1] if date is None or number is None else None,
    )


def _author_eid(identity: Identity) -> str:
    return iris.slug(identity.author or "") or UNKNOWN_AUTHOR


def _date(date: str | None, name: str) -> etree._Element:
    return E.FRBRdate(date=date or UNKNOWN_DATE, name=name if date else "unknown")


def _value(meta: etree._Element, path: str, attribute: str = "value") -> str | None:
    found = meta.find("/".join(q(step) for step in ("identification", *path.split("/"))))
    return found.get(attribute) if found is not None else None


def _known_date(meta: etree._Element, level: str) -> str | None:
    date = _value(meta, f"{level}/FRBRdate", "date")
    return None if date == UNKNOWN_DATE else date


def _name_of(meta: etree._Element, eid: str) -> str | None:
    for known in meta.iterfind(f"{q('references')}/*"):
        if known.get("eId") == eid and local(known).startswith("TLC"):
            return known.get("showAs")
    return None
