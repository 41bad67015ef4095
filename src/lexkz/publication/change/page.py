"""The page of a change as HTML fragments: what stands on top, the filter, the commands by the document they change.

How they are written stands in ``templates/change.html``.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.notes import official_date
from lexkz.publication.change.marks import Say, bare
from lexkz.publication.change.model import ActChange, ChangeEntry
from lexkz.publication.change.rows import Rows
from lexkz.publication.change.wording import ACTIONS, OUTCOMES, TYPES
from lexkz.publication.markup import TEMPLATES, joined

__all__ = ["DocumentPart", "Links", "lead", "parts", "unread_note"]

_BRIEF = 700
"""Letters up to which a command is brief."""
_BLOCK = 22
"""Letters of the name of a unit in the strip."""
_SHOWN = 4
"""So many paragraphs of a new text stand in the command's column; the others are folded."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads. Each is the address of a page, without a fragment; None where there is none."""

    order: str | None = None
    """The amending act."""
    before: str | None = None
    """The base act before the change."""
    after: str | None = None
    """The consolidated text."""
    downloads: tuple[tuple[str, str], ...] = ()
    """Names and addresses of files: report, commands, redline."""
    source: Callable[[int], str | None] | None = None
    """From a page of the order to the address of that page of its facsimile, if there is one."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """The commands about one document, in the order of the amending act."""

    id: str
    """``document-1`` and on."""
    title: str
    """Name of the document, in the language of the act."""
    html: str


def lead(change: ActChange, links: Links, say: Say) -> str:
    """Return what stands on top: the two acts, entry into force, outcomes, proofs, downloads, and the filter."""
    counts = Counter(entry.outcome for entry in change.entries)
    return str(TEMPLATES.pieces("change").lead(change, links, say, counts))


def unread_note(unread: Sequence[Finding], lang: Lang, say: Say) -> str:
    """Return what is said of sentences of an act in ``lang`` that were not understood; nothing where there are none."""
    return str(TEMPLATES.pieces("change").unread(unread, lang, say))


def parts(change: ActChange, links: Links, say: Say, interface: str = "eng") -> Iterator[DocumentPart]:
    """Give the commands, document by document; ``interface``: the language of findings (``kaz``, ``rus``, ``eng``)."""
    rows, html = Rows(say, change.lang), TEMPLATES.pieces("change")
    by_document = groupby(change.entries, key=lambda entry: entry.instrument)
    for number, (instrument, entries) in enumerate(by_document, start=1):
        inner = joined(html.entry(entry, change, rows, links, say, interface) for entry in entries)
        legend = number == 1 and any(entry.types for entry in change.entries)
        yield DocumentPart(
            f"document-{number}", instrument or say("The act itself"), str(html.part(inner, say, legend))
        )


def _height(entry: ChangeEntry) -> int:
    """About how high it is on a wide screen, in rem, so that a page whose changes are not drawn yet scrolls truly."""
    said = sum(1 + len(part) // 40 for part in (entry.instruction, *entry.content[:_SHOWN]))
    sides = sum(1 + max(len(line.old or ""), len(line.new or "")) // 42 for line in entry.lines if line.types)
    return 9 + int(1.6 * max(said, sides)) + 3 * len(entry.findings)


def _is_brief(entry: ChangeEntry) -> bool:
    return len(entry.instruction) + sum(map(len, entry.content)) < _BRIEF


def _is_broad(entry: ChangeEntry) -> bool:
    """True for rows of a table, which need the whole width."""
    return any(line.row and line.types for line in entry.lines)


def _is_repeated(entry: ChangeEntry) -> bool:
    """True where all of the new text that a command quotes stands, word for word, in the text after."""
    there = {_bare(said) for line in entry.lines for said in (line.new or "").split("\n")}
    there |= {_bare(line.new or "") for line in entry.lines}
    return bool(entry.lines) and all(_bare(said) in there for said in entry.content)


def _bare(said: str) -> str:
    return " ".join(fold(said).split()).strip(' "').rstrip(';."')


def _days_of(change: ActChange) -> tuple[str, str]:
    """The last day of the text before and the first of the text after, as they stand behind the heads of columns."""
    first = change.in_force.from_
    if first is None:
        return "", ""
    last = official_date((first - timedelta(days=1)).isoformat())
    return f" · … – {last}", f" · {official_date(first.isoformat())} – …"


def _brief(name: str) -> str:
    """A name short enough for a block among many."""
    return name if len(name) <= _BLOCK else f"{name[: _BLOCK - 1].rstrip()}…"


def _by_rows(content: Iterable[str]) -> list[tuple[bool, list[str]]]:
    return [(rows, list(group)) for rows, group in groupby(content, key=lambda said: "\t" in said)]


def _candidates(found: Finding) -> tuple[tuple[str, str], ...]:
    return tuple(zip(found.candidates, found.meant or found.candidates, strict=False))


def _by_document(entries: Sequence[ChangeEntry], own: str) -> list[tuple[str, str]]:
    return [(one, one or own) for one in dict.fromkeys(entry.instrument for entry in entries)]


def _worded(values: Iterable[str], words: Mapping[str, str], say: Say) -> list[tuple[str, str]]:
    return [(one, say(words[one])) for one in dict.fromkeys(values)]


def _types_of(entries: Sequence[ChangeEntry]) -> list[str]:
    return [kind for kind in TYPES if any(kind in entry.types for entry in entries)]


TEMPLATES.know(
    ACTIONS=ACTIONS,
    OUTCOMES=OUTCOMES,
    SHOWN=_SHOWN,
    TYPES=TYPES,
    bare=bare,
    brief=_brief,
    by_document=_by_document,
    by_rows=_by_rows,
    candidates=_candidates,
    day_in_words=lambda iso: official_date(iso) or iso,
    days_of=_days_of,
    height=_height,
    is_brief=_is_brief,
    is_broad=_is_broad,
    is_repeated=_is_repeated,
    types_of=_types_of,
    worded=_worded,
)
