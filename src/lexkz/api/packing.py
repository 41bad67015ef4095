"""Packing: a consolidated text with all papers that a department files with it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.api.act import Act
from lexkz.api.consolidating import ActLike, Consolidated, Published, consolidate, readings
from lexkz.api.reading import Source, as_act
from lexkz.languages.language import words_of
from lexkz.reading.blocks import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lexkz.consolidation.rulings import Ruling
    from lexkz.findings import Finding
    from lexkz.publication.pack import OwnPaper
    from lexkz.reading.blocks import Lang

_FOLDERS = {"kaz": "Қазақша", "rus": "Русский"}
"""Folder of each language in a pack of both."""


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The files of a pack."""

    files: Mapping[str, bytes] = field(repr=False)
    """By name, the index page first; in a pack of both languages, in a folder for each."""
    texts: tuple[Consolidated, ...]
    """The consolidated text; of a pack of both languages, both."""
    findings: "tuple[Finding, ...]" = ()
    """What was found in writing the papers (a PDF that could not be printed, changes in the user's own Word files),
    beside the findings of the reports."""

    def to_zip(self) -> bytes:
        """Return the files as a ZIP archive; the same files give the same bytes."""
        from lexkz.publication.stable_zip import archive

        return archive(self.files)


def pack(
    base: ActLike,
    by: ActLike | Iterable[ActLike],
    *,
    other: tuple[ActLike, Iterable[ActLike]] | None = None,
    at: datetime.date | None = None,
    published: Published = None,
    rulings: "Sequence[Ruling] | Source" = (),
    reasons: Mapping[str, str] | Path | None = None,
    own: "Mapping[str, Source] | None" = None,
) -> Pack:
    """Apply the commands of amending acts to ``base``, and return the text with its papers, each a file.

    The papers: an index page, the text (Word, PDF), the text with tracked changes, the comparative table, the list of
    changes, the text as Akoma Ntoso, the report. ``other`` is the base and the amending acts in the other language:
    then each language has its folder, and both texts stand side by side, with where they disagree; a command of which
    the two texts of an amending act disagree waits in both. ``own``: language (``kaz``, ``rus``) to the Word file that
    the base was read from; the tracked changes are then in that file (:func:`redline_own`), unless it cannot be proved
    right, which the index says. All else is as in :func:`lexkz.consolidate` and
    :func:`lexkz.comparative_table`. Raises SourceError where Word files cannot be written.
    """
    acts = tuple(one.act for one in readings(by))
    if other is None:
        old = as_act(base)
        done = consolidate(old, acts, at=at, published=published, rulings=rulings)
        files, found = _papers(old, done, reasons, own or {})
        return Pack(files, (done,), found)
    from lexkz.api.agreeing import agree
    from lexkz.api.comparing import side_by_side

    theirs = tuple(one.act for one in readings(other[1]))
    files = {}
    texts = []
    findings: list[Finding] = []
    for text, mine, witnesses in ((base, acts, theirs), (other[0], theirs, acts)):
        old = as_act(text)
        done = consolidate(old, mine, at=at, published=published, rulings=rulings, witnesses=witnesses)
        folder = _FOLDERS[done.lang or "kaz"]
        papers, found = _papers(old, done, reasons, own or {})
        files |= {f"{folder}/{name}": data for name, data in papers.items()}
        findings.extend(found)
        texts.append(done)
    words = words_of(texts[0].lang or "kaz").layout.pack
    files[f"{words.both}.docx"] = side_by_side(texts[0], texts[1])
    files[f"{words.agreement}.docx"] = agree(texts[0], texts[1]).to_document("docx")
    return Pack(files, tuple(texts), tuple(dict.fromkeys(findings)))


def _papers(
    old: Act, done: Consolidated, reasons: Mapping[str, str] | Path | None, own: "Mapping[str, Source]"
) -> "tuple[dict[str, bytes], tuple[Finding, ...]]":
    from lexkz.findings import finding, refusal
    from lexkz.publication.pack import OwnPaper
    from lexkz.publication.pack import pack as papers
    from lexkz.publication.reasons import read_reasons

    told = read_reasons(reasons) if isinstance(reasons, Path) else reasons
    amending = tuple((one.act.tree, one.reading) for one in done.by)
    lang = done.lang or "kaz"
    paper, found = _in_own_file(old, done, Path(own[lang]), lang) if lang in own else (OwnPaper(), ())
    files, unprinted = papers(old.tree, done.tree, amending, done.report, reasons=told, own=paper)
    if unprinted:
        found = (*found, finding("publish.not_printed", why=refusal(unprinted)))
    return files, found


def _in_own_file(old: Act, done: Consolidated, place: Path, lang: "Lang") -> "tuple[OwnPaper, tuple[Finding, ...]]":
    from lexkz.findings import refusal
    from lexkz.publication.pack import OwnPaper
    from lexkz.publication.remarks import of_waiting
    from lexkz.publication.tracked import track

    try:
        made = track(place.read_bytes(), place.name, old.tree, done.tree, of_waiting(done.tree, lang))
    except SourceError as error:
        return OwnPaper(said=(getattr(refusal(str(error)), lang),)), ()
    said = tuple(getattr(one.message, lang) for one in made.findings)
    return OwnPaper(made.data if made.right else None, said), made.findings
