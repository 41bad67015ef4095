"""What the lines of a closing are, once all lines are known; gaps that touch become one."""

from dataclasses import replace

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.publication.sheet.model import Block, SheetLine


def closed(flow: tuple[Block, ...], lang: Lang) -> tuple[Block, ...]:
    """Tell the lines of a closing apart: the post, the signatory's name, an approval (level 1) and who gave it.

    Of gaps that follow one another, as where a unit and what holds it both end unknown, one is left.
    """
    made: list[Block] = []
    approval = False
    for block in flow:
        if isinstance(block, SheetLine) and block.role == "post":
            head = words_of(lang).structure.approval.fullmatch(fold_spaces(block.text)) is not None
            approval = approval or head
            block = replace(block, role="approval", level=1 if head else 0) if approval else block
        else:
            approval = False
        if not (_is_gap(block) and made and _is_gap(made[-1])):
            made.append(block)
    return tuple(made)


def _is_gap(block: Block) -> bool:
    return isinstance(block, SheetLine) and block.role == "gap" and not block.starts
