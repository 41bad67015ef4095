"""The two languages of an act, each the other's witness."""

from dataclasses import dataclass, field
from typing import Literal

from lexkz.api.act import Act
from lexkz.api.listed import Listed
from lexkz.api.reading import Source, as_act
from lexkz.comparison.witness.disagreement import Disagreement
from lexkz.findings import Finding
from lexkz.reading.blocks import SourceError
from lexkz.structure.model import Act as Tree


@dataclass(frozen=True, slots=True, eq=False)
class Agreement(Listed[Disagreement]):
    """Where the Kazakh and the Russian text of an act do not say the same, in the order of the Kazakh text."""

    kaz: Act = field(repr=False)
    rus: Act = field(repr=False)
    first: Literal["kaz", "rus"] = "kaz"
    """The language that was given first: documents are written in it."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each disagreement as a finding."""
        return tuple(one.finding for one in self.items)

    def to_json(self) -> str:
        """Return the disagreements as JSON (schema ``agreement/1``)."""
        from lexkz.publication.agreement_json import agreement_json

        return agreement_json(self.kaz.tree, self.rus.tree, self.items)

    def to_document(self, form: Literal["html", "docx", "pdf"] = "docx") -> bytes:
        """Return them as a table, one disagreement a row, in the language that was given first."""
        from lexkz.publication.agreement_sheet import agreement_sheet
        from lexkz.publication.document import write

        return write(agreement_sheet(self.kaz.tree, self.rus.tree, self.items, self.first), form)


def agree(kaz: Act | Tree | Source, rus: Act | Tree | Source) -> Agreement:
    """Hold the two languages of an act against each other: units, numbers, days, references, tables, commands.

    Base acts and amending acts alike; the texts can be given in either order. Neither is taken for the right one. Each
    disagreement has both places and both sentences: ``error`` for units, numbers, days and references, ``warning`` for
    what may be style. Raises SourceError where the two are not one Kazakh and one Russian text.

    >>> import lexkz
    >>> text = "tests/comparison/witness/order"
    >>> len(lexkz.agree(f"{text}/kaz.txt", f"{text}/rus.txt"))
    0
    """
    from lexkz.comparison.witness.agreement import disagreements

    one, other = as_act(kaz), as_act(rus)
    if {one.lang, other.lang} != {"kaz", "rus"}:
        said = " and ".join(act.lang or "unknown" for act in (one, other))
        raise SourceError(f"One text must be Kazakh and one Russian; the languages of these two are {said}.")
    first: Literal["kaz", "rus"] = "kaz" if one.lang == "kaz" else "rus"
    ours, theirs = (one, other) if first == "kaz" else (other, one)
    return Agreement(disagreements(ours.tree, theirs.tree), ours, theirs, first)
