"""The whole of an extraction: body paragraphs in their order, and what stands between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lexkz.findings import Finding
from lexkz.reading.blocks import Block, Lang, Paragraph, Source
from lexkz.reading.extraction.between import Between, between
from lexkz.reading.extraction.cells import vocabulary
from lexkz.reading.extraction.displaced import INDENT, MOST, restore
from lexkz.reading.extraction.pages import ExtractLine, Group, groups
from lexkz.reading.extraction.paragraphs import BodyLine, paragraph
from lexkz.reading.limits import tick

_OPENERS = frozenset({'"', "«", "“", "„"})
_FULL = 70
"""From so many characters on a line of the body is full."""
_TERMINAL = tuple('.;:!?"»”')


@dataclass(slots=True)
class _Body:
    lines: list[BodyLine]


@dataclass(slots=True)
class _Stretch:
    groups: list[Group] = field(default_factory=list)


def read(text: str, lang: Lang) -> Source:
    """Return the blocks of an extraction in content-stream order, what was set aside, and what could not be decided."""
    found, furniture, pages = groups(text, lang)
    pieces = list(_pieces(found))
    known = vocabulary(text)
    blocks: list[Block] = []
    findings: list[Finding] = []
    for index, piece in enumerate(pieces):
        tick()
        if isinstance(piece, _Body):
            made, doubts = paragraph(piece.lines)
            blocks.append(made)
            findings.extend(doubts)
            continue
        result = between(_surroundings(piece, blocks, first=index == 0), lang, known)
        blocks.extend(result.blocks)
        findings.extend(result.findings)
    return Source("extracted_text", lang, tuple(blocks), furniture, tuple(findings), pages)


def _surroundings(stretch: _Stretch, blocks: list[Block], *, first: bool) -> Between:
    last = blocks[-1] if blocks else None
    opened = isinstance(last, Paragraph) and last.text in _OPENERS
    return Between(tuple(stretch.groups), first=first, quoted=opened)


def _pieces(found: tuple[Group, ...]) -> Iterator[_Body | _Stretch]:
    """Yield body paragraphs and stretches of other groups, in order."""
    current: _Body | _Stretch | None = None
    for group in found:
        lines = list(group.lines)
        body_from = next((index for index, line in enumerate(lines) if line.indent >= INDENT), len(lines))
        head = lines[:body_from]
        if head:
            if isinstance(current, _Body) and _goes_on(current.lines[-1].line, head[0], group):
                current.lines.extend(_continuation(head, current.lines[-1].line))
            else:
                if not isinstance(current, _Stretch):
                    if current is not None:
                        yield current
                    current = _Stretch()
                current.groups.append(Group(tuple(head), group.over_page, group.gap, group.lone))
        for line in lines[body_from:]:
            if line.indent >= INDENT:
                if current is not None:
                    yield current
                current = _Body([BodyLine(line)])
            else:
                assert isinstance(current, _Body)
                current.lines.extend(_continuation([line], current.lines[-1].line))
    if current is not None:
        yield current


def _continuation(lines: list[ExtractLine], above: ExtractLine) -> Iterator[BodyLine]:
    for line in lines:
        yield BodyLine(line, cut=1 <= line.indent <= MOST and _unfinished(above))
        above = line


def _open(line: ExtractLine) -> bool:
    """Tell whether a line ended at a space: so do those whose displaced words stand behind it."""
    if line.open:
        return True
    done = restore(line.text if line.indent else " " * INDENT + line.text)
    return any(text.endswith(" ") for text in (done.candidates or ((done.text,) if done.moved else ())))


def _unfinished(line: ExtractLine) -> bool:
    """Tell whether a line ended inside a sentence: at a space, a hyphen or a bracket, or short of any stop."""
    return not line.text.rstrip().endswith(_TERMINAL) or _open(line)


def _goes_on(above: ExtractLine, first: ExtractLine, group: Group) -> bool:
    """Tell whether an unindented group goes on with the paragraph above a page break, or above a cut link."""
    if group.lone or not _unfinished(above):
        return False
    text = first.text.lstrip()
    runs_on = _open(above) or text[:1].islower() or above.text.rstrip().endswith(("-", "("))
    if 1 <= first.indent <= MOST:
        # Where neither line tells, a word that fits the slot at the head does.
        fitted = restore(first.text, head=True, before=above.text)
        tells = runs_on or bool(fitted.moved or fitted.candidates)
        return tells and (group.over_page or group.gap <= 1)
    if group.over_page:
        # A full line without a stop goes on, even with a name; a short one was the end of its paragraph.
        full = len(above.text) >= _FULL and not text.startswith("№") and not text[:1].isdigit()
        return runs_on or text.startswith(("(", ")", ",", ";")) or full
    # A blank line inside a paragraph stands at a cut link only; a lower-case line after an open one is such a rest too.
    return _open(above) and text[:1].islower() and group.gap <= 1
