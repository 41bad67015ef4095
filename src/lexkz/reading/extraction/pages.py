"""Pages and their lines: the text of an extraction cut at its page breaks, the site's footer set aside."""

from dataclasses import dataclass

from lexkz.languages.structure import begins_division
from lexkz.reading.blocks import Furniture, Lang, Place
from lexkz.reading.site import SITE

PAGE_BREAK = 3
"""This many empty lines in a row part two pages."""


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One printed line as the extraction gives it."""

    text: str
    """With its leading and trailing spaces: both say how the line goes on."""
    number: int
    """From 1."""
    page: int
    """From 1."""

    @property
    def indent(self) -> int:
        """Number of leading spaces."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def open(self) -> bool:
        """True where the line ended at a space, so that no word was cut."""
        return self.text.endswith((" ", "\xa0"))


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together, parted from others by a blank line or a page break."""

    lines: tuple[ExtractLine, ...]
    over_page: bool = False
    """True where a page break stands before the group."""
    gap: int = 0
    """Blank lines before the group, on its page."""
    lone: bool = False
    """True where the group comes after a block that holds a single space: so an annex's corner mark begins."""


def groups(text: str, lang: Lang) -> tuple[tuple[Group, ...], tuple[Furniture, ...], int]:
    """Return the groups of ``text``, the furniture found between them, and the number of its pages.

    A heading of an article or a larger division at the left edge begins a group, whatever stands above it.
    """
    made: list[Group] = []
    held: list[ExtractLine] = []
    page, blanks, empties, lone, over = 1, 0, 0, False, False
    before = (False, 0, False)

    def close() -> None:
        if held:
            made.append(Group(tuple(held), *before))
            held.clear()

    lines = text.split("\n")
    for index, raw in enumerate(lines):
        number = index + 1
        if "\f" in raw:
            close()
            page, over, raw = page + raw.count("\f"), True, raw.replace("\f", "")
        if raw.strip():
            if held and _heads(raw, held[-1].text, lang):
                close()
            if not held:
                before = (over, blanks, lone)
            held.append(ExtractLine(raw, number, page))
            blanks, empties, lone, over = 0, 0, False, False
            continue
        close()
        blanks += 1
        empties = empties + 1 if raw == "" else 0
        # A space between two lines that touch it parts cells; one that stands free opens the block of a corner mark.
        touched = 0 < index < len(lines) - 1 and lines[index - 1].strip() and lines[index + 1].strip()
        lone = lone or (raw != "" and not touched)
        if empties == PAGE_BREAK:
            page, over = page + 1, True
    close()
    return _set_aside(made)


def _heads(raw: str, above: str, lang: Lang) -> bool:
    ended = above.rstrip().endswith((".", ";", ":", ")", '"', "»", "”"))
    return not raw.startswith(" ") and begins_division(raw, lang, ended=ended)


def _set_aside(made: list[Group]) -> tuple[tuple[Group, ...], tuple[Furniture, ...], int]:
    kept = [group for group in made if not SITE.match(group.lines[0].text)]
    furniture = tuple(
        Furniture(
            text=" ".join(line.text.strip() for line in group.lines),
            kind="footer",
            place=Place(group.lines[0].page, group.lines[0].number, group.lines[-1].number),
        )
        for group in made
        if SITE.match(group.lines[0].text)
    )
    return tuple(kept), furniture, made[-1].lines[-1].page if made else 1
