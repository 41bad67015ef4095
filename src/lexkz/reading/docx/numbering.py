"""Numbers that Word prints before paragraphs and keeps out of their text, counted as Word counts them.

ISO/IEC 29500-1, 17.9: a paragraph names a list and a level; the level says how its number is written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from lexkz.reading.docx.names import W, child, on, val, whole
from lexkz.reading.docx.styles import Styles
from lexkz.reading.marked.counting import decimal, latin, roman, russian

_LEVELS = 9
_WRITTEN: dict[str, Callable[[int], str]] = {
    "decimal": decimal,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: latin(number).upper(),
    "lowerLetter": latin,
    "russianUpper": lambda number: russian(number).upper(),
    "russianLower": russian,
    "none": lambda _: "",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
}
_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    format: str
    text: str
    """What is printed, ``%1`` standing for the number of the first level."""
    suffix: str
    restart: int | None
    """Level, from 1, whose numbers start it anew; 0: none does; None: every level above it does."""
    legal: bool
    """True where all levels are written in Arabic digits."""
    style: str | None
    """Style whose paragraphs are of this level."""
    symbol: bool
    """True where its text is written in a font of symbols."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    lists: dict[str, etree._Element] = field(default_factory=dict)
    """By number of the list (``numId``)."""
    abstract: dict[str, etree._Element] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    counted: dict[str, list[int | None]] = field(default_factory=dict)
    """By abstract list: numbers reached on each level; None before the first."""
    begun: set[str] = field(default_factory=set)
    levels_read: dict[str, tuple[str, list[Level]] | None] = field(default_factory=dict)
    elements: dict[tuple[str, int], etree._Element] = field(default_factory=dict)
    """By list and level: the element of the level, as soon as the list is read."""
    strange: set[str] = field(default_factory=set)
    """Formats of numbers that are not known here; their numbers were written in Arabic digits."""

    def number(self, paragraph: etree._Element) -> str:
        """Return what Word prints before ``paragraph``, with its space; ``""`` for one without a number.

        Paragraphs must come in the order of the document, each once.
        """
        reference = self.reference(paragraph)
        if reference is None:
            return ""
        list_id, level = reference
        found = self._levels(list_id)
        if found is None or not 0 <= level < len(found[1]):
            return ""
        key, levels = found
        numbers = self._count(list_id, key, levels, level)
        return self._printed(levels, level, numbers)

    def reached(self) -> tuple[dict[str, list[int | None]], set[str]]:
        """Return how far all lists are counted, to go back to it."""
        return {key: list(numbers) for key, numbers in self.counted.items()}, set(self.begun)

    def back_to(self, reached: tuple[dict[str, list[int | None]], set[str]]) -> None:
        """Go back to where the lists were counted to."""
        counted, begun = reached
        self.counted = {key: list(numbers) for key, numbers in counted.items()}
        self.begun = set(begun)

    def definition(self, list_id: str, level: int) -> etree._Element | None:
        """Return the element that says how a level of a list is numbered and set."""
        if self._levels(list_id) is None:
            return None
        return self.elements.get((list_id, level))

    def reference(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return list and level of a paragraph, its own before those of its style."""
        own = child(paragraph, "pPr", "numPr")
        list_id, level = val(child(own, "numId")), whole(val(child(own, "ilvl")))
        if list_id is None:
            for style in self.styles.chain(self.styles.of(paragraph)):
                styled = child(style, "pPr", "numPr")
                if styled is None or (list_id := val(child(styled, "numId"))) is None:
                    continue
                if level is None:
                    level = self._level_of(list_id, val(style, "styleId"), whole(val(child(styled, "ilvl"))))
                break
        # List 0 takes the numbering of the style away.
        return None if list_id is None or list_id == "0" else (list_id, level or 0)

    def _level_of(self, list_id: str, style: str | None, said: int | None) -> int:
        found = self._levels(list_id)
        linked = [place for place, level in enumerate(found[1]) if level.style == style and style] if found else []
        return linked[0] if linked else said or 0

    def _levels(self, list_id: str) -> tuple[str, list[Level]] | None:
        if list_id not in self.levels_read:
            self.levels_read[list_id] = self._read_levels(list_id)
        return self.levels_read[list_id]

    def _read_levels(self, list_id: str) -> tuple[str, list[Level]] | None:
        holder = self.lists.get(list_id)
        key = val(child(holder, "abstractNumId"))
        abstract = self.abstract.get(key or "")
        for _ in range(5):
            link = val(child(abstract, "numStyleLink"))
            if link is None:
                break
            # A list of a style of lists: the style names the list that holds the levels.
            styled = next(iter(self.styles.chain(link)), None)
            linked = self.lists.get(val(child(styled, "pPr", "numPr", "numId")) or "")
            key = val(child(linked, "abstractNumId"))
            abstract = self.abstract.get(key or "")
        if holder is None or abstract is None or key is None:
            return None
        elements = {whole(val(element, "ilvl")): element for element in abstract.iterchildren(f"{W}lvl")}
        for override in holder.iterchildren(f"{W}lvlOverride"):
            own = child(override, "lvl")
            if own is not None:
                elements[whole(val(override, "ilvl"))] = own
        self.elements |= {(list_id, place): element for place, element in elements.items() if place is not None}
        return key, [_level(elements.get(place)) for place in range(_LEVELS)]

    def _count(self, list_id: str, key: str, levels: list[Level], level: int) -> list[int]:
        numbers = self.counted.setdefault(key, [None] * _LEVELS)
        if list_id not in self.begun:
            self.begun.add(list_id)
            for override in self.lists[list_id].iterchildren(f"{W}lvlOverride"):
                start, at = whole(val(child(override, "startOverride"))), whole(val(override, "ilvl"))
                if start is not None and at is not None and 0 <= at < _LEVELS:
                    numbers[at] = start - 1
        before = numbers[level]
        numbers[level] = levels[level].start if before is None else min(before + 1, _MOST)
        for above in range(level):
            if numbers[above] is None:
                numbers[above] = levels[above].start
        for under in range(level + 1, _LEVELS):
            restart = levels[under].restart
            if restart is None or (restart and level <= restart - 1):
                numbers[under] = None
        return [number or 0 for number in numbers]

    def _printed(self, levels: list[Level], level: int, numbers: list[int]) -> str:
        own = levels[level]
        if own.format == "bullet":
            text = _bullet(own)
        else:
            text = re.sub(r"%([1-9])", lambda match: self._written(levels, own, int(match[1]) - 1, numbers), own.text)
        if not text.strip():
            return ""
        return text if own.suffix == "nothing" else f"{text} "

    def _written(self, levels: list[Level], own: Level, place: int, numbers: list[int]) -> str:
        kind = "decimal" if own.legal and levels[place].format != "none" else levels[place].format
        written = _WRITTEN.get(kind)
        if written is None:
            self.strange.add(kind)
            written = decimal
        return written(numbers[place])


def numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """Return the lists of a part ``numbering.xml``; none where there is no such part."""
    made = Numbering(styles=styles)
    if root is not None:
        made.lists = {val(element, "numId") or "": element for element in root.iterchildren(f"{W}num")}
        made.abstract = {
            val(element, "abstractNumId") or "": element for element in root.iterchildren(f"{W}abstractNum")
        }
    return made


def _level(element: etree._Element | None) -> Level:
    fonts = child(element, "rPr", "rFonts")
    font = (val(fonts, "ascii") or val(fonts, "hAnsi") or "").lower()
    return Level(
        start=max(0, whole(val(child(element, "start"))) or 0),
        format=val(child(element, "numFmt")) or ("decimal" if element is not None else "none"),
        text=val(child(element, "lvlText")) or "",
        suffix=val(child(element, "suff")) or "tab",
        restart=whole(val(child(element, "lvlRestart"))),
        legal=bool(on(child(element, "isLgl"))),
        style=val(child(element, "pStyle")),
        symbol="symbol" in font or "wingdings" in font or "courier" in font,
    )


def _bullet(level: Level) -> str:
    text = level.text
    if len(text) == 1 and ("\ue000" <= text <= "\uf8ff" or (level.symbol and text in "o§·")):
        # Fonts of symbols keep their signs at places of no meaning; dashes are told apart, for acts use them.
        return "–" if text in "\uf02d\uf0be" else "•"
    return text
