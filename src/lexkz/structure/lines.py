"""Lines: the paragraphs of a source as structure walks over them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lexkz.read.blocks import Align, Block, Paragraph, Place, Repair, Table


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: a paragraph of the source, or what is left of it once its quotes are taken off."""

    text: str
    place: Place
    align: Align = "body"
    heading: int | None = None
    repairs: tuple[Repair, ...] = ()
    bold: bool = False
    note: bool = False
    """True where the source's format itself marks the line as editors' words."""

    def with_text(self, text: str) -> "Line":
        """Return the line with another text; its repairs stay with it."""
        return replace(self, text=text.strip())


Item = Line | Table


def lines(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Return the lines and tables of ``blocks``; a paragraph with line breaks is several lines, an empty one none."""
    return tuple(_lines(blocks))


def _lines(blocks: tuple[Block, ...]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            continue
        yield from _paragraph(block)


def _paragraph(block: Paragraph) -> Iterator[Line]:
    bold = bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())
    repairs = block.repairs
    for part in block.text.split("\n"):
        if part.strip():
            yield Line(part.strip(), block.place, block.align, block.heading, repairs, bold, block.note)
            repairs = ()
