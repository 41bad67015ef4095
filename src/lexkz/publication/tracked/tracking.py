"""Track: the changes that lead from an old text to a new one, written into the Word file that holds the old one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.findings import Finding, FindingPlace, finding
from lexkz.publication.docx.comments import Comment, around, marks, with_comments
from lexkz.publication.docx.lines import TrackedIds
from lexkz.publication.docx.names import W, qw
from lexkz.publication.redline.mark_lines import in_the_lines_of
from lexkz.publication.remarks import AUTHOR, block_of, told
from lexkz.publication.sheet.amendments import reviser
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Block, Remark, Revision
from lexkz.publication.tracked.changes import Changes, Untouched, said_by
from lexkz.publication.tracked.counting import CountedParagraph, settle
from lexkz.publication.tracked.package import OwnFile, opened, serialised, written
from lexkz.publication.tracked.places import BlockSpot, LineSpot, TableSpot, places
from lexkz.publication.tracked.putting import put_in
from lexkz.publication.tracked.reread import contents_of, flow_of, proved
from lexkz.publication.tracked.runs import Marks, frozen_runs, rewrite
from lexkz.publication.tracked.words import seen_in
from lexkz.reading.docx.document import trace
from lexkz.reading.docx.numbering import numbering
from lexkz.structure import Act

_SHOWN = 120
"""Letters of a unit's words that a finding shows."""
_NOBODY = Revision("+", AUTHOR)


@dataclass(frozen=True, slots=True)
class Tracked:
    """A user's Word file with tracked changes and comments."""

    data: bytes
    """The file."""
    findings: tuple[Finding, ...]
    """Units that were left as they are, since their place in the file is not sure, each an error; and, where accepting
    or rejecting all does not give the new or the old text, that: then the file is not to be used."""
    right: bool
    """The file was read again: all rejected it is the old text, all accepted the new one but for what was left."""


def track(data: bytes, name: str, old: Act, new: Act, remarks: Sequence[Remark] = ()) -> Tracked:
    """Write the changes from ``old`` to ``new`` into ``data``, the Word file that ``old`` was read from.

    ``name`` is the file's, for messages; ``remarks`` are put into its margin. Whatever is not changed stays as it is:
    styles, numbering, headers, footers, page setup, fields, pictures, notes. ``new`` is ``old`` for a file that gets
    comments alone. Raises SourceError where the file cannot be read or holds tracked changes already.
    """
    lang = language(old.root)
    file = opened(data, name, lang)
    before = flow_of(old, lang)
    flows = before, in_the_lines_of(before, flow_of(new, lang))
    found = places(file.traced, flows[0], _recorded(old))
    root = file.traced.root
    body = root.find(qw("body"))
    assert body is not None
    first = 1 + max((int(said) for one in root.iter() if (said := _id(one)).isdigit()), default=0)
    ids = TrackedIds(first)
    numbers = {one.element: one.number for one in file.traced.printed}
    notes = _no_text(file, found)
    changes = Changes(body, found, numbers, notes, reviser(new, lang), ids, Marks(frozen_runs(body)))
    put_in(changes, *flows)
    told_here = tuple(_left(one) for one in changes.untouched)
    comments = _comments(changes, flows[0], remarks, file)
    for one, left in zip(changes.untouched, told_here, strict=True):
        comments.append(_hung(changes, one.near, told(left, lang), len(comments) + _taken(file)))
    rewrite(changes.marks, ids)
    parts = file.parts()
    name_of_lists, lists = file.traced.lists()
    if settle(_order(file, changes), numbering(lists, file.traced.styles), lists, ids) and lists is not None:
        parts[file.part_name(name_of_lists)] = serialised(lists)
    parts[file.main] = serialised(root)
    made = written(with_comments(parts, file.main, comments), data)
    lines = [line for one in before for line in said_by(one)]
    listed = contents_of(old, body, file.traced.printed, changes.places)
    wrong = tuple(proved(OwnFile(name, made, trace(made, name, lang)), lang, (lines, changes.expected), listed))
    return Tracked(made, (*wrong, *told_here), not wrong)


def _no_text(file: OwnFile, found: Mapping[int, BlockSpot]) -> frozenset[etree._Element]:
    taken: set[etree._Element] = set()
    for spot in found.values():
        taken.update(spot.element.iter(qw("p")) if isinstance(spot, TableSpot) else spot.paragraphs)
    return frozenset(
        one.element
        for one in file.traced.printed
        if one.element not in taken and any(piece.text.strip() for piece in one.pieces)
    )


def _recorded(act: Act) -> Mapping[str, int]:
    found = akn_meta.anchors(akn_meta.of(act.root))
    return {eid: int(anchor[1:]) for eid, anchor in found.items() if anchor[0] == "p" and anchor[1:].isdigit()}


def _id(element: etree._Element) -> str:
    return (element.get(f"{{{W}}}id") or "") if isinstance(element.tag, str) else ""


def _left(one: Untouched) -> Finding:
    words = one.text if len(one.text) <= _SHOWN else f"{one.text[: _SHOWN - 1]}…"
    return finding("publish.not_placed", FindingPlace(eid=one.eid or None), text=one.text, words=words)


def _order(file: OwnFile, changes: Changes) -> Iterator[CountedParagraph]:
    """The paragraphs that Word numbers once all is accepted, in the order in which it counts."""
    known = {one.element: one.number.strip() for one in file.traced.printed}
    for paragraph in changes.body.iter(qw("p")):
        if next(paragraph.iterancestors(qw("p")), None) is not None:
            continue
        for one in (*(inner for inner in paragraph.iter(qw("p")) if inner is not paragraph), paragraph):
            if one in changes.gone:
                continue
            if one in changes.wanted:
                yield changes.wanted[one]
            elif one in known:
                yield CountedParagraph(one, known[one], _NOBODY)


# Comments.


def _taken(file: OwnFile) -> int:
    """The first number that no comment of the file has."""
    found = [one for name in file.parts() if "comments" in name.lower() for one in _ids(file, name)]
    return 1 + max(found, default=-1)


def _ids(file: OwnFile, name: str) -> list[int]:
    root = file.traced.archive.part(name) if name.lower().endswith(".xml") else None
    return [int(said) for one in (root if root is not None else ()) if (said := _id(one)).isdigit()]


def _comments(changes: Changes, flow: Sequence[Block], remarks: Sequence[Remark], file: OwnFile) -> list[Comment]:
    made: list[Comment] = []
    begin = _taken(file)
    for remark in remarks:
        number = begin + len(made)
        place = block_of(flow, remark, changes.places)
        spot = changes.places.get(place) if place is not None else None
        if isinstance(spot, LineSpot) and remark.words:
            start, end = marks(number)
            if changes.marks.around(seen_in(spot.letters, remark.words), start, end):
                made.append(Comment(number, AUTHOR, remark.paragraphs))
                continue
        made.append(_hung(changes, _paragraph(spot), remark.paragraphs, number))
    return made


def _paragraph(spot: BlockSpot | None) -> etree._Element | None:
    if isinstance(spot, TableSpot):
        return next(spot.element.iter(qw("p")), None)
    return spot.paragraphs[0] if spot is not None and spot.letters else None


def _hung(changes: Changes, paragraph: etree._Element | None, said: tuple[str, ...], number: int) -> Comment:
    """Hang a comment on a paragraph, the first of the text where none is known."""
    if paragraph is None:
        spots = [spot for _, spot in sorted(changes.places.items())]
        paragraph = next((found for spot in spots if (found := _paragraph(spot)) is not None), None)
        paragraph = next(changes.body.iter(qw("p")), None) if paragraph is None else paragraph
    if paragraph is not None:
        around(paragraph, number)
    return Comment(number, AUTHOR, said)
