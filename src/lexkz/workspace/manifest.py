"""What the last build read and wrote, by content: enough to know what need not be built again."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

import lexkz
from lexkz.findings import Finding, Message, Place
from lexkz.publish.data import Data
from lexkz.publish.finding_json import FindingData


class BaseRecord(Data):
    """A base act as a command names it."""

    type: str | None = Field(description="Slug of the kind of act.")
    title: str | None = Field(description="Title as quoted.")
    date: str | None = Field(description="ISO date.")
    number: str | None = Field(description="Number.")
    iri: str | None = Field(description="FRBR work IRI.")
    registration: str | None = Field(description="Number in the register of state registration.")


class Record(Data):
    """One job of a build: an act of the corpus, or a base act with all that amends it."""

    id: str = Field(description="Folder of the act.")
    lang: str = Field(description="`kaz` or `rus`.")
    kind: Literal["act", "consolidated"] = Field(description="What was built.")
    inputs: str = Field(description="Digest of all that the outputs depend on.")
    outputs: dict[str, str] = Field(description="Path below the workspace to the SHA-256 of its bytes.")
    work: str | None = Field(None, description="FRBR work IRI of an act of the corpus.")
    date: str | None = Field(None, description="ISO date of an act of the corpus.")
    bases: tuple[BaseRecord, ...] = Field((), description="Base acts that its commands name, in the order of the text.")
    outline: bool = Field(False, description="True where the base act is an outline.")
    commands: int = Field(0, description="Commands read, or commands of all amending acts.")
    outcomes: dict[str, int] = Field({}, description="How many commands were applied, refused and so on.")
    findings: tuple[FindingData, ...] = Field((), description="All that was found.")

    @property
    def key(self) -> str:
        """Name of the job."""
        return f"{self.kind}:{self.id}/{self.lang}"


class Manifest(Data):
    """The jobs of the last build, by name."""

    records: dict[str, Record] = Field(description="Job name to its record.")


def load(path: Path) -> dict[str, Record]:
    """Return the records of the last build; none where there was no build, or where another version wrote them."""
    try:
        return dict(Manifest.model_validate_json(path.read_bytes()).records)
    except (OSError, ValidationError):
        return {}


def store(records: Mapping[str, Record]) -> bytes:
    """Return the bytes of the manifest file, records by name."""
    return Manifest(records={key: records[key] for key in sorted(records)}).json_text().encode()


def digest(*parts: bytes | str) -> str:
    """Return the SHA-256 of parts, told apart from each other by their lengths."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def program_digest() -> str:
    """Return a digest of lexkz itself: what another version of it built is built again."""
    package = Path(lexkz.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest(*(part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes())))


def holds(root: Path, outputs: Mapping[str, str]) -> bool:
    """Return True where every output is there with the bytes that were written."""
    return all((root / name).is_file() and digest((root / name).read_bytes()) == sha for name, sha in outputs.items())


def finding(data: FindingData) -> Finding:
    """Return the finding that published data tell of."""
    return Finding(
        code=data.code,
        severity=data.severity,
        message=Message(data.message.kaz, data.message.rus, data.message.eng),
        place=Place(data.source.page, data.source.line, data.source.eId),
        text=data.text,
        command=data.command,
        candidates=data.candidates,
    )
