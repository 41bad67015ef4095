"""Checking: the drafting defects of an amending act, and what is wrong with an Akoma Ntoso file."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lexkz.api.act import Act
from lexkz.api.listed import Listed
from lexkz.api.reading import Source, as_act
from lexkz.findings import Finding
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lxml import etree

    from lexkz.findings import Entry


@dataclass(frozen=True, slots=True)
class Check(Listed[Finding]):
    """The drafting defects of one act, in the order of the text."""

    def to_json(self) -> str:
        """Return them as JSON (schema ``checks/1``)."""
        from lexkz.publication.finding_json import check_json

        return check_json(self.items)


def check(act: Act | Tree | Source, *, bases: "Iterable[Act | Tree | Source]" = ()) -> Check:
    """Return the drafting defects of an amending act, or of a fragment of one, as findings.

    ``bases``, acts that it amends: what does not fit them is told as well (codes ``check.base_…``).

    >>> import lexkz
    >>> defects = lexkz.check("corpus/V2400035172/kaz.txt")
    >>> all(defect.code.startswith(("check.", "amend.", "structure.")) for defect in defects)
    True
    """
    from lexkz.checks.run import check as run

    return Check(run(as_act(act).tree, bases=tuple(as_act(base).tree for base in bases)))


def validate(act: "Act | Tree | Source | etree._Element") -> tuple[Finding, ...]:
    """Return what is wrong with an act as Akoma Ntoso: by the official XSD (strict), and by what it cannot see.

    >>> import lexkz
    >>> lexkz.validate("xml/V2400035172/kaz.xml")
    ()
    """
    from lexkz.akn import schema, semantics

    root = as_act(act).tree.root if isinstance(act, Act | Tree | str | os.PathLike) else act
    return (*schema.errors(root), *semantics.errors(root))


def catalogue_json(entries: "Iterable[Entry]") -> str:
    """Return entries of the catalogue of findings as JSON text: ``{"entries": […]}``; see ``lexkz.findings``."""
    from lexkz.publication.catalogue_json import catalogue_json as told

    return told(entries)


def validation_json(found: "Iterable[tuple[str, Iterable[Finding]]]") -> str:
    """Return files, by name, and what is wrong with each as JSON (schema ``validation/1``)."""
    from lexkz.publication.workspace_json import validation_json as told

    return told(found)
