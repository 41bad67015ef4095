"""The signature as acts print it: the post at the left, the name at the right of the same line."""

from collections.abc import Iterable, Iterator

from lexkz.publication.sheet.model import Block, SheetCell, SheetLine, SheetRow, SheetTable


def signed(flow: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks of ``flow``, each post and its signature as a table of two cells without borders.

    Where one of the lines came or went as a whole they stay lines: a tracked change of a line is clear, of a table not.
    """
    posts: list[SheetLine] = []
    for block in flow:
        if isinstance(block, SheetLine) and block.role == "post" and block.revision is None:
            posts.append(block)
            continue
        if isinstance(block, SheetLine) and block.role == "signature" and posts and block.revision is None:
            yield SheetTable(
                (SheetRow((SheetCell(tuple(posts)), SheetCell((block,)))),), posts[0].eid, borders=False, widths=(2, 1)
            )
            posts = []
            continue
        yield from posts
        posts = []
        yield block
    yield from posts
