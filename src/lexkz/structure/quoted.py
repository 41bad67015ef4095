"""Quoted: an instruction of an amending act with the new text that it sets."""

from dataclasses import dataclass

from lexkz.structure.lines import Item, Line


@dataclass(frozen=True, slots=True)
class Block:
    """New text between one pair of quotes."""

    content: tuple[Item, ...]
    """Lines and tables without the outer quotes."""
    start: str | None
    """The opening quote; None where it is missing."""
    end: str | None
    """The closing quote; None where it is missing."""
    tail: str
    """What stands after the closing quote on its line: ``;``."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An instruction and the content that it quotes."""

    instruction: Line
    """The line as printed, up to its colon."""
    blocks: tuple[Block, ...]
    """The new text; mostly one block, several where each unit has quotes of its own."""

    @property
    def content(self) -> tuple[Item, ...]:
        """Lines and tables of all blocks."""
        return tuple(item for block in self.blocks for item in block.content)

    @property
    def ending(self) -> str:
        """What the quotation ends with: its mark, else its closing quote."""
        return self.blocks[-1].tail or (self.blocks[-1].end or "")
