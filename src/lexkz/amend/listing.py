"""Lists of what loses force whose verb stands at their end.

«Мыналардың: 1) … № 14 бұйрығының; 2) … № 15 бұйрығының күші жойылды деп танылсын.»: Kazakh ends a sentence with its
verb, so that the line that opens such a list and the items before the last one do not say what becomes of them.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from lexkz.akn.namespace import local
from lexkz.amend.lines import UNITS, Line, line_of, own_lines, subunits
from lexkz.languages.chunks import ActReference
from lexkz.languages.commands import read_sentence
from lexkz.languages.vocabulary import Noun

_LONGEST = 2000
"""Lines of a list that are looked at; the longest real one had some four hundred."""


def closing_repeal(line: Line, lang: str) -> tuple[bool, str | None]:
    """Return whether ``line`` opens a list whose last item repeals, and the slug of the kind of act that item names.

    No item but the last may command or quote: then the list is not one sentence.
    """
    if not line.sentence.endswith(":") or line.quoted is not None:
        return False, None
    below = list(islice(_below(line), _LONGEST))
    if len(below) < 2 or any(each.quoted is not None for each in below):
        return False, None
    last = read_sentence(below[-1].sentence, lang)
    if not last.trees or not any(token.type == "LOST" for token in last.tokens):
        return False, None
    if any(read_sentence(each.sentence, lang).commanding or not _goes_on(each.sentence) for each in below[:-1]):
        return False, None
    return True, next((kind for token in last.tokens if (kind := _kind(token.value)) is not None), None)


def _goes_on(sentence: str) -> bool:
    return sentence.rstrip().endswith((";", ",", ")"))


def _kind(value: object) -> str | None:
    if isinstance(value, ActReference):
        return value.type
    return value.meaning if isinstance(value, Noun) and value.plural else None


def _below(line: Line) -> Iterator[Line]:
    """The lines after ``line`` in its unit and in the units below it; without a numbered unit, those after it."""
    if line.unit is line.p or local(line.unit) == "alinea":
        for sibling in line.unit.itersiblings():
            if local(sibling) in UNITS:
                yield from _all(sibling)
            elif local(sibling) == "p":
                yield line_of(sibling)
            else:
                return
        return
    own = list(own_lines(line.unit))
    place = next((at for at, each in enumerate(own) if each.p is line.p), len(own))
    yield from own[place + 1 :]
    for child in subunits(line.unit):
        yield from _all(child)


def _all(unit: etree._Element) -> Iterator[Line]:
    yield from own_lines(unit)
    for child in subunits(unit):
        yield from _all(child)
