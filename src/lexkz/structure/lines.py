"""Lines: the paragraphs of a source as structure walks over them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lexkz.reading.blocks import Align, Block, Paragraph, Place, Repair, Run, StandingControl, Table
from lexkz.reading.controls import standings

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the act, tied to the line that bears its mark."""

    mark: str
    """As it stands behind the word, raised or not: ``*``, ``1``."""
    lines: "tuple[Line, ...]"
    """Its text, with the mark at its head where the source prints it there."""


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
    footnote: str | None = None
    """Mark of the footnote that the line is, where the source's format says so."""
    notes: tuple[Footnote, ...] = ()
    """Footnotes whose marks stand in the line."""
    controls: tuple[StandingControl, ...] = ()
    """Fields that the file marks in the line."""

    def with_text(self, text: str) -> "Line":
        """Return the line with another text; its repairs stay with it."""
        return replace(self, text=text.strip())


Item = Line | Table


def borne(text: str, mark: str) -> re.Match[str] | None:
    """Return the mark of a footnote where it stands behind a word in ``text``, raised or not; None where it is not."""
    escaped = re.escape(mark)
    if mark.isdecimal():
        in_line = re.compile(rf"(?<=[^\W\d_]){escaped}(?!\d)|(?<=[»”\"]){escaped}(?!\d)")
        return re.search(rf"(?<=\S){mark.translate(_RAISED)}(?![⁰¹²³⁴-⁹])", text) or in_line.search(text)
    edge = re.escape(mark[0])
    return re.search(rf"(?<=[\w»”\".,;)])(?<!{edge})[ ]?{escaped}(?!{edge})", text)


def raised(text: str, mark: str) -> bool:
    """Tell whether ``text`` bears the mark of a footnote, raised if it is a number: «м2» bears none."""
    found = borne(text, mark)
    return found is not None and not any("0" <= char <= "9" for char in found.group())


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
    marked = any(run.control is not None for run in block.runs)
    parts = _broken(block.runs) if marked else ((part, ()) for part in block.text.split("\n"))
    for part, controls in parts:
        if part.strip():
            yield Line(
                part.strip(),
                block.place,
                block.align,
                block.heading,
                repairs,
                bold,
                block.note,
                block.footnote,
                controls=controls,
            )
            repairs = ()


def _broken(runs: tuple[Run, ...]) -> Iterator[tuple[str, tuple[StandingControl, ...]]]:
    """Yield the text and the fields of each line of runs."""
    held: list[Run] = []
    for run in runs:
        first, *later = run.text.split("\n")
        held.append(replace(run, text=first))
        for text in later:
            yield "".join(one.text for one in held), standings(held)
            held = [replace(run, text=text)]
    yield "".join(one.text for one in held), standings(held)
