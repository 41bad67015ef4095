"""Checking: the drafting defects of an amending act, and what is wrong with an Akoma Ntoso file."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lexkz.api.act import Act
from lexkz.api.listed import Listed
from lexkz.api.reading import Source, as_act, read
from lexkz.findings import Finding
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lxml import etree

    from lexkz.findings import CatalogueEntry
    from lexkz.reading.blocks import Lang


@dataclass(frozen=True, slots=True)
class Check(Listed[Finding]):
    """The drafting defects of one act, in the order of the text."""

    act: Act | None = field(default=None, repr=False, compare=False)
    """The act that was checked."""
    own_file: tuple[str, bytes] | None = field(default=None, repr=False, compare=False)
    """Name and bytes of the Word file that it was read from, where it is one."""
    path: Path | None = field(default=None, repr=False, compare=False)
    """The file that it was read from, as it was named; None for an act at hand."""

    def to_docx(self) -> bytes:
        """Return the act as a Word file with the defects as comments in the margin, at the words that they are about.

        Where it was read from a Word file, that file with the comments: nothing else in it changes (unless reading it
        again gives another text: then it is written in our layout). Raises
        :class:`lexkz.SourceError` where that file holds tracked changes, or python-docx is missing for another.
        """
        from dataclasses import replace

        from lexkz.publication.document import write
        from lexkz.publication.remarks import of_findings
        from lexkz.publication.sheet.act import act_sheet
        from lexkz.publication.sheet.lay import language
        from lexkz.publication.tracked import track

        if self.act is None:
            raise ValueError("the act that was checked is not known")
        tree = self.act.tree
        remarks = of_findings(self.items, language(tree.root))
        if self.own_file is not None:
            name, data = self.own_file
            made = track(data, name, tree, tree, remarks)
            if made.right:
                return made.data
        return write(replace(act_sheet(tree), remarks=remarks), "docx")

    def to_sarif(self, tongue: Literal["kaz", "rus", "eng"] = "eng") -> str:
        """Return them as SARIF 2.1.0, which code hosts and editors show at the lines of the file; sentences in
        ``tongue``. Raises ValueError where the act was not read from a file: a defect then has no place to show."""
        from lexkz import __version__
        from lexkz.publication.sarif import sarif
        from lexkz.reading.encoding import decode

        if self.path is None:
            raise ValueError("the file of the act that was checked is not known")
        # Only findings of plain text have lines, and only those lines have columns.
        lined = any(finding.place.line is not None for finding in self.items)
        text = decode(self.path.read_bytes(), self.path.name) if lined and self.path.is_file() else None
        return sarif(self.items, self.path, text, tongue=tongue, version=__version__)

    def to_json(self) -> str:
        """Return them as JSON (schema ``checks/1``)."""
        from lexkz.publication.finding_json import check_json

        return check_json(self.items)


def check(
    act: Act | Tree | Source, *, bases: "Iterable[Act | Tree | Source]" = (), lang: "Lang | None" = None
) -> Check:
    """Return the drafting defects of an amending act, or of a fragment of one, as findings.

    ``bases``, acts that it amends: what does not fit them is told as well (codes ``check.base_…``). ``lang`` is for a
    source given by its path, as in :func:`lexkz.read`.

    >>> import lexkz
    >>> defects = lexkz.check("corpus/V2400035172/kaz.txt")
    >>> all(defect.code.startswith(("check.", "amend.", "structure.")) for defect in defects)
    True
    """
    from lexkz.checks.run import check as run

    given = read(act, lang=lang) if isinstance(act, str | os.PathLike) else as_act(act)
    own = None
    if isinstance(act, str | os.PathLike) and Path(act).suffix.lower() == ".docx":
        own = Path(act).name, Path(act).read_bytes()
    path = Path(act) if isinstance(act, str | os.PathLike) else None
    return Check(run(given.tree, bases=tuple(as_act(base).tree for base in bases)), given, own, path)


def validate(act: "Act | Tree | Source | etree._Element") -> tuple[Finding, ...]:
    """Return what is wrong with an act as Akoma Ntoso: by the official XSD (strict), and by what it cannot see.

    >>> import lexkz
    >>> lexkz.validate("xml/V2400035172/kaz.xml")
    ()
    """
    from lexkz.akn import schema, semantics

    root = as_act(act).tree.root if isinstance(act, Act | Tree | str | os.PathLike) else act
    return (*schema.errors(root), *semantics.errors(root))


def catalogue_json(entries: "Iterable[CatalogueEntry]") -> str:
    """Return entries of the catalogue of findings as JSON text: ``{"entries": […]}``; see ``lexkz.findings``."""
    from lexkz.publication.catalogue_json import catalogue_json as told

    return told(entries)


def validation_json(found: "Iterable[tuple[str, Iterable[Finding]]]") -> str:
    """Return files, by name, and what is wrong with each as JSON (schema ``validation/1``)."""
    from lexkz.publication.workspace_json import validation_json as told

    return told(found)
