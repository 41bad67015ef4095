"""What structure gives: an act as one Akoma Ntoso tree, with what was found on the way."""

from dataclasses import dataclass

from lxml import etree

from lexkz.findings import Finding


@dataclass(frozen=True, slots=True)
class Act:
    """An act, or a fragment of one, in Akoma Ntoso."""

    root: etree._Element
    """The ``akomaNtoso`` element."""
    findings: tuple[Finding, ...] = ()
    """What the readers and this package found, in the order of the text."""
