"""What was done to one file so far: what goes and comes, what was left as it is, what the text will say."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from lxml import etree

from lexkz.publication.docx.lines import TrackedIds
from lexkz.publication.sheet.model import NOT_THE_ACTS, Block, Revision, SheetTable
from lexkz.publication.tracked.counting import CountedParagraph
from lexkz.publication.tracked.places import BlockSpot
from lexkz.publication.tracked.runs import Marks

Reviser = Callable[[str, bool], Revision]


@dataclass(frozen=True, slots=True)
class Untouched:
    """A unit that was not changed, since its place is not sure."""

    eid: str
    text: str
    """Its words: those that would come, or, where it would go, those that stand there."""
    near: etree._Element | None
    """Paragraph beside it, where one is known."""


@dataclass(slots=True)
class Changes:
    """What was done to one file."""

    body: etree._Element
    places: Mapping[int, BlockSpot]
    numbers: Mapping[etree._Element, str]
    """What Word prints before each paragraph of the old text."""
    notes: Collection[etree._Element]
    """Paragraphs with words that are no text of the act: editors' notes, contents."""
    revision: Reviser
    ids: TrackedIds
    marks: Marks
    untouched: list[Untouched] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """The lines of the text that the file says once all is accepted."""
    wanted: dict[etree._Element, CountedParagraph] = field(default_factory=dict)
    """Paragraphs whose number is told by the new text."""
    gone: set[etree._Element] = field(default_factory=set)
    """Paragraphs that go with their ends."""
    came: list[etree._Element] = field(default_factory=list)
    """Paragraphs that come at the level of the text or of a cell, in order."""
    moves: int = 0
    """Moves that were named so far."""


def said_by(block: Block) -> list[str]:
    """Return the lines of a block as they are compared: the act's own words, white space as one space."""
    if isinstance(block, SheetTable):
        return [said for row in block.rows if (said := " ".join(row.text.split()))]
    if block.role in NOT_THE_ACTS:
        return []
    said = " ".join(block.text.split())
    return [said] if said else []
