"""The main job: corpus → xml → consolidated → published data, only what changed; one bad act never stops it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from lexkz.comparison.witness.second_language import other_language
from lexkz.findings import Finding, finding
from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import limits
from lexkz.workspace import failures
from lexkz.workspace.building import sweep
from lexkz.workspace.building.changed import FilesNow, act_inputs, input_names, unchanged
from lexkz.workspace.building.crew import Crew, crew
from lexkz.workspace.building.graph import Graph, Key, graph
from lexkz.workspace.building.work import ActTask, BaseTask, HeldAct, Task
from lexkz.workspace.layout import CorpusEntry, Workspace, entries
from lexkz.workspace.manifest import JobRecord, Manifest, digest, program_digest, telling_of_the_disk
from lexkz.workspace.result import BuildResult, Built, Kind, Progress, State, decided, untold

T = TypeVar("T")


_CHUNK = 256
"""Jobs that are held against the manifest at once."""


_OWN = "published/.build/"
"""What a build keeps for itself."""


def build(
    root: Path,
    ids: Collection[str] = (),
    progress: Progress = untold,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    wait: bool = False,
) -> BuildResult:
    """Build the workspace at ``root``: all of it, or the acts ``ids`` with the base acts that they amend.

    An id can be a base act's, too. Only what changed is built: inputs, outputs and lexkz itself are compared by content
    with what the last build recorded, and a build that was killed goes on where it was. Nothing of an act that cannot
    be built is written; it is listed with its finding. The work is done in ``jobs`` processes (with more than one, as
    with all of ``multiprocessing``, a script needs its ``if __name__ == "__main__":``), or by the cluster of the dask
    ``scheduler`` (``tcp://host:8786``), whose machines see the workspace under the same path: the files are the same
    bytes. ``progress`` is told what is done.

    Raises SourceError where an id is neither in the corpus nor amended by an act of it, where another build is at work
    here (with ``wait``, its end is awaited), and where the cluster cannot be reached; OSError where files cannot be
    written.
    """
    workspace = Workspace(root.resolve())
    with locked(workspace, wait=wait), telling_of_the_disk(workspace.manifest), crew(jobs, scheduler) as workers:
        manifest = Manifest(workspace.manifest)
        try:
            files = FilesNow(workspace.root, manifest, workspace.lock, max(1, jobs))
            run = _BuildRun(workspace, manifest, files, workers, frozenset(ids), progress)
            run.read_acts(entries(workspace))
            found, known = graph(run.acts.values())
            _refuse_unknown(ids, run, found)
            run.consolidate(found, known)
            return run.finish(found)
        finally:
            manifest.close()


@dataclass(slots=True)
class _BuildRun:
    """One build while it runs."""

    workspace: Workspace
    manifest: Manifest
    files: FilesNow
    crew: Crew
    ids: frozenset[str]
    progress: Progress
    program: str = field(default_factory=program_digest)
    entries: dict[str, CorpusEntry] = field(default_factory=dict)
    acts: dict[str, JobRecord] = field(default_factory=dict)
    """Acts that were read, now or before, by their jobs."""
    known: set[str] = field(default_factory=set)
    """Jobs that there are, whatever became of them."""
    failed: set[str] = field(default_factory=set)
    items: dict[str, Built] = field(default_factory=dict)

    def read_acts(self, corpus: Sequence[CorpusEntry]) -> None:
        """First stage: bring the acts of the corpus up to date."""
        self.entries = {f"act:{entry.id}/{entry.lang}": entry for entry in corpus}
        waiting: list[Task] = []
        for chunk in _chunks(list(self.entries)):
            given = [self.entries[key] for key in chunk]
            found = self.files.digests([name for entry in given for name in input_names(entry, self.workspace.root)])
            for key, entry in zip(chunk, given, strict=True):
                try:
                    inputs = act_inputs(self.program, entry, self.workspace.root, found)
                except OSError as error:
                    why = failures.unreadable(entry.id, entry.lang, error.strerror or "?")
                    self._fail(key, entry.id, entry.lang, why)
                else:
                    waiting.append(ActTask(self.workspace.root, entry, inputs, not self.ids or entry.id in self.ids))
        self._do("acts", waiting)

    def consolidate(self, found: Graph, known: dict[str, str]) -> None:
        """Second stage: consolidate the base acts, in the order of the graph."""
        waiting: list[Task] = []
        for base in found.order:
            amending = found.amended[base]
            if self.ids and base[0] not in self.ids and not any(key[0] in self.ids for key in amending):
                continue
            own, names = _act(base), [_act(key) for key in amending]
            broken = next((name for name in (*names, own) if name in self.failed), None)
            if broken is not None:
                amending_act = broken.removeprefix("act:")
                waits = finding("workspace.waits", act=base[0], lang=base[1], amending=amending_act)
                self._fail("consolidated:" + "/".join(base), *base, waits)
            else:
                waiting.append(self._base_task(base, own, names, found, known))
        self._do("consolidated texts", waiting)

    def finish(self, found: Graph) -> BuildResult:
        """Remove what nothing gives any more, and return what was done."""
        whole = not self.ids
        if whole:
            self.manifest.forget(self.known)
        removed = self.manifest.left_over()
        for name in removed:
            sweep.remove(self.workspace.root / name)
        self.manifest.cleared()
        stray = sweep.sweep(self.workspace, self.manifest) if whole else ()
        items = sorted(self.items.values(), key=lambda built: (built.kind, built.id, built.lang))
        unread = sorted(key.removeprefix("act:") for key in self.failed if key in self.entries)
        lacking = (
            (finding("workspace.amends_unknown", candidates=tuple(unread), listed=", ".join(unread)),) if unread else ()
        )
        return BuildResult(decided(items), removed, stray, (*(found.findings if whole else ()), *lacking))

    def _base_task(self, base: Key, own: str, names: Sequence[str], found: Graph, known: dict[str, str]) -> BaseTask:
        amending, read = [], [self.acts[own].product if own in self.acts else "outline"]
        for key, name in zip(found.amended[base], names, strict=True):
            record, doubts = self.acts[name], found.doubts(base, key)
            twin = f"act:{key[0]}/{other_language(key[1])}"
            witness = HeldAct(self.entries[twin], self.acts[twin].outputs) if twin in self.acts else None
            amending.append(HeldAct(self.entries[name], record.outputs, doubts, witness))
            read += [record.product, *(doubt.code for doubt in doubts)]
            read += [self.acts[twin].product] if witness is not None else []
        named = {act.iri for name in names for act in self.acts[name].bases if act.iri is not None}
        theirs = tuple(sorted((iri, known[iri]) for iri in named if iri in known))
        rulings = self.workspace.rulings(base[0])
        ruled = rulings.read_bytes() if rulings.is_file() else b""
        elsewhere = tuple(act.said for act in found.elsewhere(base))
        read += [f"{each.work} {each.name} {each.day}" for each in elsewhere]
        inputs = digest(self.program, ruled, *(part for pair in theirs for part in pair), *read)
        text = HeldAct(self.entries[own], self.acts[own].outputs) if own in self.acts else None
        return BaseTask(self.workspace.root, *base, inputs, text, tuple(amending), theirs, elsewhere=elsewhere)

    def _do(self, stage: str, tasks: Sequence[Task]) -> None:
        """Do the tasks of a stage that are not done by an earlier build."""
        waiting: list[Task] = []
        chosen = limits()
        for chunk in _chunks(tasks):
            self.progress(stage, "", len(tasks) - len(waiting), len(tasks))
            old = [(task.inputs, self.manifest.get(task.key)) for task in chunk]
            for task, (_, record), right in zip(chunk, old, unchanged(self.files, old), strict=True):
                self.known.add(task.key)
                if right and record is not None:
                    self._done(task, record, "unchanged")
                else:
                    waiting.append(replace(task, limits=chosen))
        by_key, done = {task.key: task for task in waiting}, len(tasks) - len(waiting)
        for outcome in self.crew.work(waiting):
            task, done = by_key.pop(outcome.key), done + 1
            self.progress(stage, "/".join(task.name), done, len(tasks))
            if outcome.record is None:
                assert outcome.failure is not None
                self._fail(outcome.key, *task.name, outcome.failure)
                continue
            if _is_kept(task):
                self.manifest.put(outcome.record)
            self._done(task, outcome.record, "built")

    def _done(self, task: Task, record: JobRecord, state: State) -> None:
        if _is_kept(task):
            self.items[task.key] = _item(record, state)
        if isinstance(task, ActTask):
            self.acts[task.key] = record

    def _fail(self, key: str, act_id: str, lang: str, finding: Finding) -> None:
        """List a failure; what an earlier build gave stays, and so does its record."""
        self.failed.add(key)
        self.known.add(key)
        kind: Kind = "consolidated" if key.startswith("consolidated:") else "act"
        self.items[key] = Built(act_id, lang, kind, "failed", findings=(finding,))
        old = self.manifest.get(key)
        if kind == "act" and old is not None:
            self.acts[key] = old


def _is_kept(task: Task) -> bool:
    """False for an act that is only read, to know what it amends."""
    return not isinstance(task, ActTask) or task.write


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[place : place + _CHUNK] for place in range(0, len(things), _CHUNK))


def _act(key: Key) -> str:
    return "act:" + "/".join(key)


def _refuse_unknown(ids: Iterable[str], run: _BuildRun, found: Graph) -> None:
    there = {entry.id for entry in run.entries.values()} | {act_id for act_id, _lang in found.amended}
    for act_id in ids:
        if act_id not in there:
            raise SourceError(
                f"{act_id} is neither in corpus/ nor amended by an act there: see the folders of corpus/."
            )


def _item(record: JobRecord, state: State) -> Built:
    names = tuple(name for name, _ in record.outputs if not name.startswith(_OWN))
    return Built(
        record.id,
        record.lang,
        record.kind,
        state,
        record.outline,
        record.commands,
        record.outcomes,
        names,
        record.findings,
    )


@contextmanager
def locked(workspace: Workspace, *, wait: bool) -> Iterator[None]:
    """Hold the lock of a workspace; the system takes it back from a process that dies, however it does.

    Where another build holds it, wait for that one to end, or, without ``wait``, raise SourceError.
    """
    from filelock import FileLock, Timeout

    workspace.lock.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(workspace.lock, timeout=-1 if wait else 0)
    try:
        lock.acquire()
    except Timeout:
        raise SourceError(
            "Another build is at work in this workspace: let it end, or say --wait to begin when it has ended."
        ) from None
    try:
        yield
    finally:
        lock.release()
