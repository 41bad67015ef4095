"""What was written, read again: all accepted it must be the new text, all rejected the old one."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.publication.docx.names import qw
from lexkz.publication.sheet.columns import rows_alone
from lexkz.publication.sheet.lay import lay
from lexkz.publication.sheet.model import Block, SheetTable
from lexkz.publication.tracked.changes import said_by
from lexkz.publication.tracked.decided import decided
from lexkz.publication.tracked.letters import ink, inked, letters
from lexkz.publication.tracked.package import OwnFile, serialised, written
from lexkz.publication.tracked.places import BlockSpot, LineSpot
from lexkz.reading.blocks import Paragraph, Source
from lexkz.reading.docx.document import trace
from lexkz.reading.docx.state import PrintedParagraph
from lexkz.structure import Act, build

_SHOWN = 120
"""Letters of a line that a finding shows."""
_PAGE = re.compile(r"[.…·_]*\d*")
"""What stands behind an entry of a table of contents."""
_LISTED = "listed"


def flow_of(act: Act, lang: Lang) -> tuple[Block, ...]:
    """Return the lines and tables of an act as they are held against a file: rows alone, no marks of footnotes."""
    flow = lay(act.root, lang=lang, notes=False)
    return tuple(
        rows_alone(block)
        if isinstance(block, SheetTable)
        else replace(block, runs=tuple(run for run in block.runs if run.look != "marker"))
        for block in flow
    )


def contents_of(
    old: Act, body: etree._Element, printed: Sequence[PrintedParagraph], places: Mapping[int, BlockSpot]
) -> frozenset[int]:
    """Return which paragraphs of ``body`` print the table of contents of ``old``, by their place among all of them.

    It is no text of the act, and Word makes it anew; while its entries are the old ones it cannot be told apart from
    headings in a text whose headings changed.
    """
    wanted = [ink("".join(map(str, item.itertext()))) for item in old.root.iter(q("tocItem"))]
    taken = {one for spot in places.values() if isinstance(spot, LineSpot) for one in spot.paragraphs}
    order = {paragraph: place for place, paragraph in enumerate(body.iter(qw("p")))}
    found: list[int] = []
    for one in printed:
        if len(found) == len(wanted) or one.element in taken or one.element not in order:
            continue
        said = inked(letters(one))
        entry = wanted[len(found)]
        if said.startswith(entry) and _PAGE.fullmatch(said[len(entry) :]):
            found.append(order[one.element])
    rising = all(here < there for here, there in pairwise(found))
    return frozenset(found) if len(found) == len(wanted) and rising else frozenset()


def proved(
    file: OwnFile, lang: Lang, texts: tuple[Sequence[str], Sequence[str]], listed: Collection[int]
) -> Iterator[Finding]:
    """Yield an error where the file, all rejected or all accepted, is not the first or the second of ``texts``.

    ``listed``: paragraphs of the old table of contents, which are left out where all is accepted.
    """
    before, after = texts
    verdicts: tuple[tuple[Literal["accept", "reject"], Sequence[str]], ...] = (("accept", after), ("reject", before))
    for place, paragraph in enumerate(file.traced.root.iter(qw("p"))):
        if place in listed:
            paragraph.set(_LISTED, "1")
    for verdict, wanted in verdicts:
        root = decided(file.traced.root, verdict)
        for paragraph in list(root.iter(qw("p"))):
            holder = paragraph.getparent()
            if paragraph.get(_LISTED) and verdict == "accept" and holder is not None:
                holder.remove(paragraph)
            elif paragraph.get(_LISTED):
                del paragraph.attrib[_LISTED]
        parts = file.parts() | {file.main: serialised(root)}
        source = trace(written(parts, file.data), file.name, lang).source
        found = [line for block in flow_of(build(source), lang) for line in said_by(block)]
        different = _difference(wanted, found, {" ".join(text.split()) for text in _printed(source)})
        if different is not None:
            here, there = different
            wanted_here, found_there = here[:_SHOWN], there[:_SHOWN]
            if verdict == "accept":
                yield finding("publish.not_proved", case="accept", text=here, wanted=wanted_here, found=found_there)
            else:
                yield finding("publish.not_proved", case="reject", text=here, wanted=wanted_here, found=found_there)


def _printed(source: Source) -> Iterator[str]:
    for block in source.blocks:
        yield from (
            [block.text] if isinstance(block, Paragraph) else (cell.text for row in block.rows for cell in row.cells)
        )


def _difference(wanted: Sequence[str], found: Sequence[str], printed: Collection[str]) -> tuple[str, str] | None:
    """Return the first lines in which two texts differ, None where they are the same.

    Reading an act can make one line of two, or two of one, where the file has them as they are wanted: ``printed`` are
    its paragraphs.
    """
    here = there = 0
    while here < len(wanted) and there < len(found):
        one, other = wanted[here], found[there]
        begin, start = here, there
        while one != other and (longer := other.startswith(f"{one} ")) != one.startswith(f"{other} "):
            if longer and here + 1 < len(wanted):
                here += 1
                one = f"{one} {wanted[here]}"
            elif not longer and there + 1 < len(found):
                there += 1
                other = f"{other} {found[there]}"
            else:
                break
        if one != other or ((here > begin or there > start) and not set(wanted[begin : here + 1]) <= set(printed)):
            return wanted[begin], found[start]
        here, there = here + 1, there + 1
    left, more = wanted[here:], found[there:]
    return (next(iter(left), ""), next(iter(more), "")) if left or more else None
