"""Synthetic triples: an act, commands and the text that they give, set by hand. "# name" begins each in its file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import Consolidation, consolidate
from lexkz.publication import export_text
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build
from tests.consolidation.heads import HEADS

_PARTS = re.compile(r"^== (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Triple:
    """One case. ``after`` is the body and what follows it; ``findings`` the codes of warnings and errors, sorted."""

    name: str
    lang: Lang
    kind: str
    before: str
    commands: str
    annexes: str
    after: tuple[str, ...]
    findings: tuple[str, ...]

    def base(self) -> Act:
        """The act as it was."""
        return build(read_text(HEADS[self.lang, self.kind][0] + self.before, lang=self.lang))

    def amending(self) -> Act:
        """The amending act with the commands, and its annexes after its own clauses."""
        _, head, tail = HEADS[self.lang, self.kind]
        return build(read_text(f"{head}{self.commands}\n\n{tail}\n{self.annexes}", lang=self.lang))

    def consolidated(self) -> Consolidation:
        """What the commands give."""
        return consolidate(self.base(), [annotate(self.amending())])


def triples(folder: Path) -> Iterator[Triple]:
    """Yield the cases of ``folder/LANG/KIND….txt``."""
    for path in sorted(folder.glob("*/*.txt")):
        for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
            name, _, rest = block.partition("\n")
            pieces = _PARTS.split(rest)
            said = {key: text.strip("\n") for key, text in zip(pieces[1::2], pieces[2::2], strict=True)}
            lang: Lang = "kaz" if path.parent.name == "kaz" else "rus"
            kind = "law" if path.name.startswith("law") else "order"
            found = tuple(sorted(said.get("findings", "").split()))
            annexes = said.get("annexes", "")
            yield Triple(name, lang, kind, said["before"], said["commands"], annexes, _lines(said["after"]), found)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split(" ")).strip() for line in text.split("\n") if line.strip())


def shown(act: Act, triple: Triple) -> tuple[str, ...]:
    """The text after the head of the base."""
    head = _lines(HEADS[triple.lang, triple.kind][0])
    lines = _lines(export_text(act))
    return lines[len(head) :] if lines[: len(head)] == head else lines
