"""Units: the recogniser by itself, for text that belongs into an act but comes from elsewhere."""

from lxml import etree

from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Block
from lexkz.structure.lines import lines
from lexkz.structure.record import Record
from lexkz.structure.render import units
from lexkz.structure.tree import Mode


def parse(
    blocks: tuple[Block, ...], lang: Lang, *, prefix: str = "", mode: Mode = "quoted"
) -> tuple[etree._Element, ...]:
    """Return ``blocks`` as units, alineas and tables, as they would stand in quoted content (or in ``mode``).

    ``prefix`` is the eId of what they will stand in; their eIds are unique among themselves. Quotations inside them are
    text.
    """
    return tuple(units(lines(blocks), Record(lang), mode, prefix))
