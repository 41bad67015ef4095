"""The act as the interface gives it: what it is, its units, its tables and forms, and every format it is written in."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from lexkz.api.unit import Unit, UnitsOfAct, UnknownUnitError
from lexkz.findings import Finding
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.api.annexes import Forms, Tables
    from lexkz.publication.act_data import IdentityData
    from lexkz.structure.edition_history import ToldChange
    from lexkz.structure.summary import Summary

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """One expression of an act: :func:`lexkz.read` and :func:`lexkz.consolidate` give it. It never changes.

    >>> import lexkz
    >>> act = lexkz.read("xml/V2400035172/kaz.xml")
    >>> act.number, act.date, act.lang
    ('391', '2024-09-30', 'kaz')
    >>> act.iri
    '/akn/kz/act/order/enbek/2024-09-30/391/kaz@2024-09-30'
    >>> act.unit("para_3__subpara_1").kind
    'subparagraph'
    >>> len(act.tables), len(act.forms)
    (8, 4)
    """

    tree: Tree = field(repr=False)
    """The Akoma Ntoso tree with what was found in reading it. Read it, do not change it."""
    published: datetime.date | None = field(default=None, repr=False)
    """Day of first official publication, which a text does not hold: from ``act.toml`` beside the source."""
    _made: dict[str, object] = field(default_factory=dict, init=False, repr=False)
    """What was derived once: values only, so that the act is as good as unchanged."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.iri or self.title or 'without a title'}>"

    def __reduce__(self) -> tuple[Callable[..., "Act"], tuple[object, ...]]:
        return _restored, (self.to_akn(), self.findings, self.published)

    def _once(self, name: str, make: Callable[[], Made]) -> Made:
        if name not in self._made:
            self._made[name] = make()
        return cast("Made", self._made[name])

    @property
    def identity(self) -> "IdentityData":
        """What the act's metadata say it is: IRIs, type, author, number, dates, registration, title, outline."""
        from lexkz.publication.act_json import identity

        return self._once("identity", lambda: identity(self.tree))

    @property
    def told_changes(self) -> "tuple[ToldChange, ...]":
        """The history that the editors' notes of an official edition tell: which unit, how, by which act."""
        from lexkz.structure.edition_history import told_changes

        lang = self.lang
        return self._once("told", lambda: told_changes(self.tree.root, lang) if lang else ())

    def told_json(self) -> str:
        """Return that history as JSON (schema ``told-changes/1``)."""
        from lexkz.publication.history_json import history_json

        return history_json(self.tree, self.told_changes)

    def told_document(self, form: Literal["html", "docx", "pdf"] = "docx") -> bytes:
        """Return that history as a table, one change a row. Raises SourceError for a missing extra."""
        from lexkz.publication.document import write
        from lexkz.publication.history_sheet import history_sheet

        return write(history_sheet(self.tree, self.told_changes), form)

    @property
    def iri(self) -> str | None:
        """FRBR expression IRI; None where the date or the number of the act is not known."""
        return self.identity.expression

    @property
    def work(self) -> str | None:
        """FRBR work IRI, the same for all versions and languages; None where date or number is not known."""
        return self.identity.work

    @property
    def title(self) -> str | None:
        """Title as printed; None where it has none."""
        return self.identity.title

    @property
    def number(self) -> str | None:
        """Number of the act; None where it is not known."""
        return self.identity.number

    @property
    def date(self) -> str | None:
        """ISO date of the act; None where it is not known."""
        return self.identity.date

    @property
    def lang(self) -> Literal["kaz", "rus"] | None:
        """Language of the text; None for a file that does not say it."""
        # Not of the identity, with which all that publishes an act is imported.
        from lexkz.akn.meta import read_identity

        known = self._once("lang", lambda: read_identity(self.tree.root).lang)
        return known if known in ("kaz", "rus") else None  # type: ignore[return-value]

    @property
    def outline(self) -> bool:
        """True where its text is known only as far as amending acts tell it."""
        return self.identity.outline

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in making it, in the order of the text."""
        return self.tree.findings

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, in the order of the tree; each line of the act stands in the ``own_text`` of exactly one."""
        return self._once("units", lambda: tuple(self._index.by_entry.values()))

    def unit(self, eid: str) -> Unit:
        """Return the unit of an eId (``att_1__para_29``), or of a unit's IRI. Raises UnknownUnitError, for the IRI of a
        unit of another act, of another text of this one, or in another language as well."""
        if not isinstance(eid, str):
            raise TypeError(f"A unit is named by its eId or IRI, not by {eid!r}.")
        index = self._index
        return index.by_eid.get(eid) or index.find(self._own(eid))

    def name_of(self, eid: str | None) -> str:
        """Return the name of a unit in the act's language, the document that holds it first: «Правила · пункт 2».

        Of what is no unit of the act, a line that a command quotes for one, it is that of the unit around it; "" where
        there is none.
        """
        from lexkz.consolidation.naming import unit_name

        while eid and eid not in self._index.by_eid:
            eid = eid.rpartition("__")[0]
        return unit_name(self._index.by_eid[eid].element, self.lang or "kaz") if eid else ""

    def _own(self, iri: str) -> str:
        """The eId in an IRI that names a unit of this text: by its work, or by its expression."""
        import re

        # As a service has it: "https://host/akn/…#para_3".
        iri = re.sub(r"\A[a-z][a-z+.-]*://[^/]*(?=/)", "", iri)
        if not iri.startswith("/"):
            return iri

        from lexkz.akn.meta import read_identity

        # "…/391/!main#para_3", "…/391/kaz@2024-09-30/!main~para_3", "…/kaz@2024-09-30/~para_3"
        parts = re.fullmatch(r"(?P<act>[^#~!]+?)/?(?:![^#~]*)?[#~](?P<eid>[^#~]+)", iri)
        named, eid = (parts["act"], parts["eid"]) if parts is not None else (iri, "")
        known = read_identity(self.tree.root)
        if named not in (known.work, known.expression, f"{known.work}/{known.lang}") or not eid:
            raise UnknownUnitError(f"{iri} is no unit of this act, which is {known.expression}.")
        return eid

    @property
    def _index(self) -> UnitsOfAct:
        made = self._made.get("index")
        if made is None:
            from lexkz.publication.unit_list import unit_list

            made = self._made["index"] = UnitsOfAct.of(unit_list(self.tree))
        return cast("UnitsOfAct", made)

    @property
    def text(self) -> str:
        """The act's own words, one paragraph a line; as :meth:`to_text`."""
        return self.to_text()

    @property
    def tables(self) -> "Tables":
        """The tables as data, in the order of the text."""
        from lexkz.annex import tables
        from lexkz.api.annexes import Tables

        return self._once("tables", lambda: Tables(tables(self.tree), self.tree))

    @property
    def forms(self) -> "Forms":
        """The forms as data, in the order of the text."""
        from lexkz.annex import forms
        from lexkz.api.annexes import Forms

        return self._once("forms", lambda: Forms(forms(self.tree), self.tree))

    def summary(self, findings: "tuple[Finding, ...] | None" = None) -> "Summary":
        """Return what was recognised in it, in numbers; ``findings`` are counted, else its own."""
        from lexkz.structure.summary import summary

        return summary(self.tree, findings)

    def to_akn(self) -> bytes:
        """Return the act as an Akoma Ntoso file: always the same bytes for the same act."""
        from lexkz.akn.canonical import serialise

        return serialise(self.tree.root)

    def to_text(self) -> str:
        """Return the act's own words, one paragraph a line, a table row one line with its cells parted by tabs."""
        from lexkz.publication.text import export_text

        return export_text(self.tree)

    def to_json(self) -> str:
        """Return the act as JSON (schema ``act/1``)."""
        from lexkz.publication.act_json import act_json

        return act_json(self.tree)

    def to_ndjson(self) -> str:
        """Return the units as newline-delimited JSON, a unit a line (schema ``unit/1``)."""
        from lexkz.publication.unit_json import units_ndjson

        return units_ndjson(self.tree)

    def to_markdown(self) -> str:
        """Return the act as Markdown: headings, lists, tables, an anchor before each unit."""
        from lexkz.publication.markdown import export_markdown

        return export_markdown(self.tree)

    def to_html(self) -> str:
        """Return the act as one HTML page that needs nothing else."""
        return self._document("html").decode()

    def to_docx(self) -> bytes:
        """Return the act as a Word file. Raises SourceError where the extra ``docx`` is not installed."""
        return self._document("docx")

    def to_pdf(self) -> bytes:
        """Return the act as PDF. Raises SourceError where the extra ``pdf-out`` is not installed."""
        return self._document("pdf")

    def _document(self, form: Literal["html", "docx", "pdf"]) -> bytes:
        from lexkz.publication.document import write
        from lexkz.publication.sheet.act import act_sheet

        return write(act_sheet(self.tree), form)


def _restored(data: bytes, findings: tuple[Finding, ...], published: datetime.date | None) -> Act:
    """Return an act that was pickled; trees of lxml cannot be, so that it travels as its file."""
    from lexkz.akn.canonical import parse

    return Act(Tree(parse(data), findings), published)
