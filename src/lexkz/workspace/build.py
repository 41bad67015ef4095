"""The main job: corpus → xml → consolidated → published data, only what changed; one bad act never stops it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lexkz.consolidate import read_rulings
from lexkz.findings import Finding
from lexkz.read.blocks import SourceError
from lexkz.workspace import atomic, bases, failures, jobs, manifest
from lexkz.workspace.layout import Entry, Workspace, entries
from lexkz.workspace.manifest import Record
from lexkz.workspace.result import BuildResult, Built, Kind, State

Progress = Callable[[str, int, int], None]
"""Called with what is done next, how many jobs are done, and how many are known."""


def build(
    root: Path, ids: Collection[str] = (), progress: Progress = lambda _label, _done, _known: None
) -> BuildResult:
    """Build the workspace at ``root``: all of it, or the acts ``ids`` with the base acts that they amend.

    An id can be a base act's, too. Only what changed is built: inputs, outputs and lexkz itself are compared by content
    with what the last build recorded. Nothing of an act that cannot be built is written; it is listed with its finding.
    Raises SourceError where an id is neither in the corpus nor amended by an act of it; OSError where files cannot be
    written.
    """
    workspace = Workspace(root)
    run = _Run(workspace, manifest.load(workspace.manifest), manifest.program_digest(), entries(workspace))
    groups = run.all_acts(ids, progress)
    _refuse_unknown(ids, run, groups)
    run.all_bases(groups, ids, progress)
    return run.finish(whole=not ids)


@dataclass(slots=True)
class _Run:
    """One build while it runs."""

    workspace: Workspace
    old: Mapping[str, Record]
    program: str
    corpus: tuple[Entry, ...]
    records: dict[str, Record] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    unwritten: set[str] = field(default_factory=set)
    """Acts that were only read, to know what they amend."""
    items: list[Built] = field(default_factory=list)
    products: dict[str, jobs.Product] = field(default_factory=dict)

    def all_acts(self, ids: Collection[str], progress: Progress) -> dict[tuple[str, str], list[str]]:
        """Bring the acts of the corpus up to date; return base acts, each with the jobs of the acts that amend it."""
        for number, entry in enumerate(self.corpus):
            progress(f"{entry.id}/{entry.lang}", number, len(self.corpus))
            self._act(entry, write=not ids or entry.id in ids)
        known = {record.work: record.id for record in self.records.values() if record.work is not None}
        groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for key in sorted(self.records, key=self._order):
            record = self.records[key]
            for name in dict.fromkeys(bases.folder(base, known) for base in record.bases):
                if name is not None:
                    groups[name, record.lang].append(key)
        return dict(groups)

    def all_bases(self, groups: Mapping[tuple[str, str], list[str]], ids: Collection[str], progress: Progress) -> None:
        """Consolidate the base acts."""
        done = len(self.corpus)
        for number, (act_id, lang) in enumerate(sorted(groups)):
            amending = groups[act_id, lang]
            if ids and act_id not in ids and not any(self.records[key].id in ids for key in amending):
                continue
            progress(f"{act_id}/{lang}", done + number, done + len(groups))
            self._base(act_id, lang, amending)

    def finish(self, *, whole: bool) -> BuildResult:
        """Remove what nothing gives any more, write the manifest, and return what was done."""
        done = {key: record for key, record in self.records.items() if key not in self.unwritten}
        kept = done if whole else {**self.old, **done}
        outputs = {name for record in kept.values() for name in record.outputs}
        removed = [name for record in self.old.values() for name in record.outputs if name not in outputs]
        for name in removed:
            _remove(self.workspace.root / name)
        atomic.write(self.workspace.manifest, manifest.store(kept))
        return BuildResult(tuple(self.items), tuple(sorted(removed)), self._stray(outputs) if whole else ())

    def _act(self, entry: Entry, *, write: bool) -> None:
        key = f"act:{entry.id}/{entry.lang}"
        card = entry.card.read_bytes() if entry.card else b""
        others = [path.read_bytes() for path in entry.others]
        inputs = manifest.digest(self.program, entry.source.name, entry.source.read_bytes(), card, *others)
        if self._unchanged(key, inputs, listed=write):
            return
        try:
            product = self.products[key] = jobs.act(entry)
            outputs = jobs.act_outputs(self.workspace, entry, product)
        except SourceError as error:
            self._fail(key, entry.id, entry.lang, failures.unreadable(entry.id, entry.lang, str(error)))
        except Exception as error:  # one bad act must not stop the others
            self._fail(key, entry.id, entry.lang, failures.broken(entry.id, entry.lang, error))
        else:
            record = jobs.act_record(entry, product, inputs)
            if write:
                self._done(key, record, outputs)
            else:
                self.records[key] = record
                self.unwritten.add(key)

    def _base(self, act_id: str, lang: str, amending: list[str]) -> None:
        key = f"consolidated:{act_id}/{lang}"
        own = f"act:{act_id}/{lang}"
        for needed in (*amending, own):
            if needed in self.failed:
                self._fail(key, act_id, lang, failures.waits(act_id, lang, needed.removeprefix("act:")))
                return
        base_inputs = self.records[own].inputs if own in self.records else "outline"
        rulings = self.workspace.rulings(act_id)
        decided = rulings.read_bytes() if rulings.is_file() else b""
        inputs = manifest.digest(self.program, base_inputs, decided, *(self.records[name].inputs for name in amending))
        if self._unchanged(key, inputs):
            return
        try:
            base = self._product(own).act if own in self.records else None
            consolidated = jobs.consolidated(
                act_id,
                base,
                tuple(self._product(name) for name in amending),
                self._known(),
                read_rulings(decided.decode(), rulings.relative_to(self.workspace.root).as_posix()),
            )
            outputs = jobs.consolidated_outputs(self.workspace, act_id, lang, consolidated)
        except (SourceError, UnicodeDecodeError) as error:
            self._fail(key, act_id, lang, failures.unreadable(act_id, lang, str(error)))
        except Exception as error:  # as above
            self._fail(key, act_id, lang, failures.broken(act_id, lang, error))
        else:
            self._done(key, jobs.consolidated_record(act_id, lang, consolidated, inputs), outputs)

    def _known(self) -> dict[str, str]:
        return {record.work: record.id for record in self.records.values() if record.work is not None}

    def _product(self, key: str) -> jobs.Product:
        if key not in self.products:
            self.products[key] = jobs.act(next(entry for entry in self.corpus if key == f"act:{entry.id}/{entry.lang}"))
        return self.products[key]

    def _unchanged(self, key: str, inputs: str, *, listed: bool = True) -> bool:
        record = self.old.get(key)
        if record is None or record.inputs != inputs or not manifest.holds(self.workspace.root, record.outputs):
            return False
        self.records[key] = record
        if listed:
            self.items.append(_item(record, "unchanged"))
        return True

    def _done(self, key: str, record: Record, outputs: Mapping[str, bytes]) -> None:
        for name, data in outputs.items():
            atomic.write(self.workspace.root / name, data)
        written = {name: manifest.digest(data) for name, data in outputs.items()}
        self.records[key] = record.model_copy(update={"outputs": written})
        self.items.append(_item(self.records[key], "built"))

    def _fail(self, key: str, act_id: str, lang: str, finding: Finding) -> None:
        """List a failure; what an earlier build gave stays, and so does its record."""
        self.failed.add(key)
        kind: Kind = "consolidated" if key.startswith("consolidated") else "act"
        self.items.append(Built(act_id, lang, kind, "failed", findings=(finding,)))
        if key in self.old:
            self.records[key] = self.old[key]

    def _order(self, key: str) -> tuple[str, str]:
        """Amending acts apply in order of their dates; those without a date come last."""
        return self.records[key].date or "9999", key

    def _stray(self, outputs: Collection[str]) -> tuple[str, ...]:
        root = self.workspace.root
        there = (path for top in ("xml", "consolidated") for path in (root / top).glob("*/*") if path.is_file())
        return tuple(sorted(name for path in there if (name := path.relative_to(root).as_posix()) not in outputs))


def _refuse_unknown(ids: Iterable[str], run: _Run, groups: Mapping[tuple[str, str], list[str]]) -> None:
    there = {entry.id for entry in run.corpus} | {act_id for act_id, _lang in groups}
    for act_id in ids:
        if act_id not in there:
            raise SourceError(
                f"{act_id} is neither in corpus/ nor amended by an act there: see the folders of corpus/."
            )


def _item(record: Record, state: State) -> Built:
    return Built(
        record.id,
        record.lang,
        record.kind,
        state,
        record.outline,
        record.commands,
        tuple(record.outcomes.items()),
        tuple(record.outputs),
        tuple(manifest.finding(data) for data in record.findings),
    )


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()
