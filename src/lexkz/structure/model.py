"""What structure gives: an act as one Akoma Ntoso tree, with what was found on the way."""

from collections.abc import Callable
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

    def __reduce__(self) -> tuple[Callable[..., "Act"], tuple[bytes, tuple[Finding, ...]]]:
        # Trees of lxml cannot be pickled: the act travels as its file.
        from lexkz.akn.canonical import serialise

        return _restored, (serialise(self.root), self.findings)


def _restored(data: bytes, findings: tuple[Finding, ...]) -> Act:
    from lexkz.akn.canonical import parse

    return Act(parse(data), findings)
