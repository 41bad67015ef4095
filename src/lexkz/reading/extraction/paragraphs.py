"""Paragraphs of the body: printed lines joined from one indent to the next, displaced words put back."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.reading.blocks import Align, Paragraph, Place, Repair, Run
from lexkz.reading.extraction.displaced import restore
from lexkz.reading.extraction.join import join
from lexkz.reading.extraction.pages import ExtractLine


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of a paragraph, and whether it goes on a line that was cut inside a link."""

    line: ExtractLine
    cut: bool = False
    """True for the rest of a line that was cut inside a link: its own head has a slot."""


def paragraph(lines: Sequence[BodyLine]) -> tuple[Paragraph, tuple[Finding, ...]]:
    """Return the lines of one paragraph as a Paragraph, and a finding for each line whose displaced words have no
    one place."""
    repairs: list[Repair] = []
    findings: list[Finding] = []
    text = ""
    for index, item in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) and lines[index + 1].cut else None
        raw = item.line.text if index == 0 or item.cut else " " * 6 + item.line.text
        done = restore(raw, head=item.cut, before=text, below=below.line.text if below else None)
        # What was cut inside a link and could not be put together must not look like one word.
        loose = item.cut and not done.moved
        text = join(text + " " if loose else text, done.text) + (" " if done.text.endswith(" ") else "")
        repairs.extend(Repair("displaced", moved, item.line.number) for moved in done.moved)
        if done.candidates or loose:
            findings.append(_ambiguous(item.line, done.candidates))
    made = Paragraph(runs=(Run(text.strip()),), place=_place([item.line for item in lines]), repairs=tuple(repairs))
    return made, tuple(findings)


def plain_paragraph(lines: Sequence[ExtractLine], align: Align) -> Paragraph:
    """Return lines that stand outside the body (a title, a signature, a corner mark's line) as one Paragraph."""
    text = ""
    for line in lines:
        text = join(text, line.text) + (" " if line.open else "")
    return Paragraph(runs=(Run(text.strip()),), place=_place(lines), align=align)


def _place(lines: Sequence[ExtractLine]) -> Place:
    return Place(lines[0].page, lines[0].number, lines[-1].number)


def _ambiguous(line: ExtractLine, candidates: tuple[str, ...]) -> Finding:
    return finding(
        "read.displaced_ambiguous",
        FindingPlace(page=line.page, line=line.number),
        text=line.text.strip(),
        candidates=candidates,
    )
