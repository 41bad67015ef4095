"""What was changed lately, a row each: by which act in which, from which day, how much, and one line of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lexkz.languages.language import words_of
from lexkz.publication.change import ActChange, MarkedWords, both
from lexkz.workspace.site.library import Library
from lexkz.workspace.site.steps import ExpressionStep, steps
from lexkz.workspace.site.wording import message_key

_AROUND = 40
"""Letters that are shown before and after the words that are changed."""
_LONGEST = 90
"""Letters of a run of changed words that are shown."""


@dataclass(frozen=True, slots=True)
class LatestChange:
    """A step, in the language of the reader where there is one."""

    step: ExpressionStep
    others: tuple[ExpressionStep, ...]
    """The same step in another language."""

    @property
    def day(self) -> str:
        """ISO day since which the changed text is in force; empty while that is not known."""
        return self.step.after.first_day or ""

    @property
    def code(self) -> str:
        """Language of the text, as a ``lang`` attribute has it."""
        return words_of(self.step.after.lang).layout.code

    @property
    def counts(self) -> dict[str, int]:
        """How many commands changed, added, removed something or wait for a person, where there are any."""
        found = {"changed": 0, "added": 0, "removed": 0, "waiting": 0}
        for entry in self.step.change.entries:
            if entry.outcome == "refused":
                found["waiting"] += 1
            elif entry.outcome in ("applied", "ruled") and entry.action != "none":
                found[{"insert": "added", "repeal": "removed"}.get(entry.action, "changed")] += 1
        return {kind: count for kind, count in found.items() if count}

    @property
    def sample(self) -> tuple[MarkedWords, ...]:
        """One line of it: the words that differ, with what stands beside them; without a text before, the new words."""
        return _sample(self.step.change)


def rows(texts: Library) -> list[LatestChange]:
    """Return the steps of all acts, the latest first; those whose day is not known come by the day of their act."""
    found: dict[tuple[str, str, str | None], list[ExpressionStep]] = {}
    for amending in texts.texts:
        if amending.reading is not None:
            for step in steps(amending, texts):
                found.setdefault((amending.id, step.after.id, step.after.date), []).append(step)
    made = [_row(each) for each in found.values()]
    return sorted(made, key=lambda row: (row.step.after.date or "", row.step.name), reverse=True)


def changed_acts(texts: Library) -> frozenset[str]:
    """Return the folders of the acts that have such a row."""
    kept = texts.worked_out
    if "changed" not in kept:
        kept["changed"] = frozenset(row.step.after.id for row in rows(texts))
    found: frozenset[str] = kept["changed"]
    return found


def _row(same: Iterable[ExpressionStep]) -> LatestChange:
    first, *others = sorted(same, key=lambda step: step.after.lang != message_key())
    return LatestChange(first, tuple(others))


def _sample(change: ActChange) -> tuple[MarkedWords, ...]:
    lines = [
        line
        for entry in change.entries
        if entry.outcome in ("applied", "ruled")
        for line in entry.lines
        if line.types and not line.row and line.types != ("layout",)
    ]
    known = [line for line in lines if line.old is not None and line.new is not None]
    if known:
        return tuple(_cut(both(min(known, key=lambda line: len(line.words)).words)))
    return tuple(_cut((MarkedWords(lines[0].new, "ins"),))) if lines and lines[0].new else ()


def _cut(pieces: tuple[MarkedWords, ...]) -> Iterator[MarkedWords]:
    """Give the first words that differ, with the ends of what stands on both sides of them."""
    first = next((at for at, piece in enumerate(pieces) if piece.tag and not piece.alike and piece.said.strip()), 0)
    if first:
        said = "".join(piece.said for piece in pieces[:first] if piece.tag != "del")
        yield MarkedWords(said if len(said) <= _AROUND else "… " + said[-_AROUND:].partition(" ")[2])
    rest = pieces[first:]
    for at, piece in enumerate(rest):
        if not piece.tag and piece.said.strip():
            kept = len(piece.said) <= _AROUND and at + 1 == len(rest)
            yield MarkedWords(piece.said if kept else piece.said[:_AROUND].rpartition(" ")[0] + " …")
            return
        long = len(piece.said) > _LONGEST
        yield MarkedWords(piece.said[:_LONGEST].rpartition(" ")[0] + " …", piece.tag) if long else piece
