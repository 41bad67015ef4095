"""What a worker does, in this process or another one, here or on another machine: one job, its files, its record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lexkz.consolidation.standing import Elsewhere
from lexkz.findings import Finding, Message, finding
from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import Limits, on_one_clock
from lexkz.workspace import atomic, failures
from lexkz.workspace.layout import CARD, CorpusEntry, Workspace, own
from lexkz.workspace.manifest import JobRecord, digest

Outputs = tuple[tuple[str, str], ...]
"""Path below the workspace, and the digest of the bytes there."""


@dataclass(frozen=True, slots=True)
class ActTask:
    """Read an act of the corpus."""

    root: Path
    entry: CorpusEntry
    inputs: str
    write: bool = True
    """False where the act is only read, to know what it amends."""
    limits: Limits | None = None
    """What its source may cost, where others than the defaults were chosen."""

    @property
    def key(self) -> str:
        """Name of the job."""
        return f"act:{self.entry.id}/{self.entry.lang}"

    @property
    def name(self) -> tuple[str, str]:
        """Folder of the act, and language."""
        return self.entry.id, self.entry.lang


@dataclass(frozen=True, slots=True)
class HeldAct:
    """An act of the corpus that was read in the first stage: where it is found again, and else its source."""

    entry: CorpusEntry
    files: Outputs = ()
    """Its Akoma Ntoso and its reading; empty where they were not written."""
    doubts: tuple[Finding, ...] = ()
    """What its commands about the base act are to carry."""
    witness: "HeldAct | None" = None
    """The same act in the other language, where the corpus has it."""


@dataclass(frozen=True, slots=True)
class BaseTask:
    """Consolidate a base act."""

    root: Path
    id: str
    lang: str
    inputs: str
    base: HeldAct | None
    """None where it is not in the corpus."""
    amending: tuple[HeldAct, ...]
    """In the order in which they apply."""
    known: tuple[tuple[str, str], ...]
    """Work IRIs that the amending acts name and the corpus has, with their folders."""
    limits: Limits | None = None
    """What it may cost, where others than the defaults were chosen."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Acts that amend it and that the corpus has in the other language only."""

    @property
    def key(self) -> str:
        """Name of the job."""
        return f"consolidated:{self.id}/{self.lang}"

    @property
    def name(self) -> tuple[str, str]:
        """Folder of the act, and language."""
        return self.id, self.lang


Task = ActTask | BaseTask


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its record, or why there is none."""

    key: str
    record: JobRecord | None
    failure: Finding | None = None


class _NotProvedError(Exception):
    """A text whose proofs do not hold, which is not to be published."""

    def __init__(self, proofs: Message) -> None:
        super().__init__(proofs.eng)
        self.proofs = proofs
        """Which of them, and where."""


def perform(task: Task) -> Outcome:
    """Do a task: its files are written, each whole, and its record returned. An act that is bad is no error here.

    Raises OSError where files cannot be written.
    """
    act_id, lang = task.name
    try:
        with on_one_clock(f"{act_id}/{lang}", task.limits):
            record, files = _act(task) if isinstance(task, ActTask) else _base(task)
    except (SourceError, UnicodeDecodeError) as error:
        return Outcome(task.key, None, failures.unreadable(act_id, lang, error))
    except _NotProvedError as error:
        return Outcome(task.key, None, finding("workspace.unproved", act=act_id, lang=lang, proofs=error.proofs))
    except Exception as error:  # one bad act must not stop the others
        return Outcome(task.key, None, failures.broken(act_id, lang, error))
    if isinstance(task, ActTask) and not task.write:
        return Outcome(task.key, record)
    for name, data in files.items():
        atomic.write(task.root / name, data, ending=atomic.BUILDING)
    written = tuple((name, digest(data)) for name, data in files.items())
    return Outcome(task.key, replace(record, outputs=written))


def _act(task: ActTask) -> tuple[JobRecord, Mapping[str, bytes]]:
    from lexkz.workspace import jobs

    workspace = Workspace(task.root)
    own(task.entry.source.with_name(CARD), task.root)
    product = jobs.act(task.entry)
    files = jobs.act_outputs(workspace, task.entry, product)
    return jobs.act_record(workspace, task.entry, product, task.inputs, files), files


def _base(task: BaseTask) -> tuple[JobRecord, Mapping[str, bytes]]:
    from lexkz.comparison.witness.second_language import witnessed
    from lexkz.consolidation import read_rulings
    from lexkz.workspace import jobs
    from lexkz.workspace.building.again import act_again, product_again
    from lexkz.workspace.doubts import doubted

    workspace, known = Workspace(task.root), dict(task.known)
    amending = []
    for held in task.amending:
        product = product_again(workspace, held.entry, held.files)
        for doubt in held.doubts:
            product = replace(product, reading=doubted(product.reading, task.id, known, doubt))
        if held.witness is not None:
            other = product_again(workspace, held.witness.entry, held.witness.files)
            product = replace(product, reading=witnessed((product.act, product.reading), (other.act, other.reading)))
        amending.append(product)
    base = act_again(workspace, task.base.entry, task.base.files) if task.base is not None else None
    path = own(workspace.rulings(task.id), task.root)
    decided = path.read_bytes().decode() if path.is_file() else ""
    rulings = read_rulings(decided, path.relative_to(workspace.root).as_posix())
    product_ = jobs.consolidated(task.id, base, amending, known, rulings, task.elsewhere)
    failing = dict.fromkeys(
        found.message
        for one in (*product_.earlier, product_.consolidation)
        for found in one.report.findings
        if not one.report.proofs.hold and found.code.startswith("consolidate.proof_")
    )
    if failing:
        said = (" ".join(str(getattr(message, lang)) for message in failing) for lang in ("kaz", "rus", "eng"))
        raise _NotProvedError(Message(*said))
    files = jobs.consolidated_outputs(workspace, task.id, task.lang, product_)
    return jobs.consolidated_record(task.id, task.lang, product_, task.inputs), files
