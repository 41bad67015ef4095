"""What the commands on files say of their work, as published data: ``build``, ``add`` and ``validate`` with --json."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from lexkz.findings import Finding
from lexkz.publication.data import Data, Document
from lexkz.publication.finding_json import FindingData, findings_data


class BuiltData(Data):
    """One act, or one consolidated text, of a build."""

    id: str = Field(description="Name of the act's folder.")
    lang: str = Field(description="`kaz` or `rus`.")
    kind: Literal["act", "consolidated"] = Field(description="What was built.")
    state: Literal["built", "unchanged", "failed"] = Field(description="What the build did with it.")
    outline: bool = Field(description="True where the base act is not at hand, and its outline was consolidated.")
    commands: int = Field(description="Commands that were read in the act, or that address the base act.")
    outcomes: dict[str, int] = Field(description="Of a consolidated text: outcome to the number of commands with it.")
    files: tuple[str, ...] = Field(description="Files, as paths below the workspace.")
    findings: tuple[FindingData, ...] = Field(description="What was found in reading and in consolidating.")


class BuildData(Document):
    """All that a build did: `lexkz build --json`."""

    SCHEMA = "build/1"

    items: tuple[BuiltData, ...] = Field(description="Acts and consolidated texts, in the order of the work.")
    removed: tuple[str, ...] = Field(description="Files of an earlier build that nothing gives any more; deleted.")
    stray: tuple[str, ...] = Field(description="Files in `xml/` and `consolidated/` that no build gave; left alone.")
    graph: tuple[FindingData, ...] = Field(
        (), description="What was found in who amends whom: circles, base acts that are missing, acts there twice."
    )


class AddedData(Document):
    """What was put into the corpus: `lexkz add --json`."""

    SCHEMA = "added/1"

    id: str = Field(description="Name of the act's folder.")
    files: tuple[str, ...] = Field(description="Files written, as paths below the workspace.")
    unknown: tuple[str, ...] = Field(description="Keys of `act.toml` that the source does not say.")


class FetchedData(Data):
    """What is in the corpus of one act in one language after it was fetched."""

    id: str = Field(description="Id of the act, the name of its folder.")
    lang: str = Field(description="`kaz` or `rus`.")
    files: tuple[str, ...] = Field(description="Paths below the workspace: the source, then editions, oldest first.")
    asked: int = Field(description="Editions that the service was asked for now.")
    kept: int = Field(description="Editions that were there already.")
    amended_by: tuple[str, ...] = Field(description="Ids of the acts that made the editions, as far as these say.")


class FetchData(Document):
    """Acts that were fetched: `lexkz fetch --json`."""

    SCHEMA = "fetched/1"

    acts: tuple[FetchedData, ...] = Field(description="What came, in the order in which it was asked for.")


class ImportedTextData(Data):
    """One text of a public corpus, and what became of it."""

    where: str = Field(description="Its place in the source; of a commit, with the beginning of its id.")
    state: Literal["taken", "there", "refused"] = Field(
        description="`taken` now; `there` already; `refused`: not taken, `finding` says why."
    )
    id: str | None = Field(description="Name of the act's folder; null where it is not known.")
    lang: str | None = Field(description="`kaz` or `rus`; null where it is not known.")
    day: str | None = Field(description="ISO day from which the act reads so; null where nothing says it.")
    by: tuple[str, ...] = Field(description="Codes of the acts that made it read so.")
    file: str | None = Field(description="Path below the workspace; null where it is not there.")
    finding: FindingData | None = Field(description="Why it was not taken; null where it is there.")


class ImportData(Document):
    """A public corpus taken into the workspace: `lexkz import --json`."""

    SCHEMA = "import/1"

    kind: Literal["git", "folder"] = Field(description="What the source is.")
    taken: int = Field(description="Texts that were taken now.")
    there: int = Field(description="Texts that were there already.")
    refused: int = Field(description="Texts that were not taken.")
    passed: int = Field(description="Files of the source that are no texts of acts.")
    texts: tuple[ImportedTextData, ...] = Field(description="The texts, what could not even be offered first.")
    findings: tuple[FindingData, ...] = Field(description="What was found beside the texts: records, first texts.")
    lacking: tuple[str, ...] = Field(description="Codes of acts that made editions and are not in the corpus.")


class ValidatedData(Data):
    """One Akoma Ntoso file and what is wrong with it."""

    file: str = Field(description="Its path, as it was given.")
    findings: tuple[FindingData, ...] = Field(description="By the XSD and by what it cannot see; empty: valid.")


class ValidationData(Document):
    """Files that were validated: `lexkz validate --json`."""

    SCHEMA = "validation/1"

    files: tuple[ValidatedData, ...] = Field(description="The files in the order in which they were given.")


def validation_json(found: Iterable[tuple[str, Iterable[Finding]]]) -> str:
    """Return files and the findings on each as JSON text."""
    files = tuple(ValidatedData(file=name, findings=findings_data(findings)) for name, findings in found)
    return ValidationData(files=files).json_text()
