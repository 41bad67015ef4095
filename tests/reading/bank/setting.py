"""Set blocks as an edition of the reference control bank."""

import json
from collections.abc import Iterable
from typing import Any

from lexkz.reading.blocks import Block, Table


def edition(blocks: Iterable[Block], **record: Any) -> bytes:
    """Return the JSON of an edition that holds ``blocks`` and nothing else; ``record`` goes beside its content."""
    nodes: list[dict[str, Any]] = [{"id": "n0", "type": "doc", "level": 0, "index": 0, "text": "", "properties": {}}]
    for block in blocks:
        if isinstance(block, Table):
            nodes.extend(_table(block))
        else:
            kind = {None: "text", 1: "title", 2: "section"}.get(block.heading, "heading")
            nodes.append({"type": kind, "level": 1, "text": block.text, "properties": {}})
    for place, node in enumerate(nodes):
        node |= {"id": f"n{place}", "index": place}
    return json.dumps({"ngr": "V2400000012", **record, "content": nodes}, ensure_ascii=False).encode()


def _table(table: Table) -> Iterable[dict[str, Any]]:
    yield {"type": "table", "level": 1, "text": ""}
    for row in table.rows:
        yield {"type": "tableRow", "level": 2, "text": ""}
        for cell in row.cells:
            spans = {"colspan": cell.colspan, "rowspan": str(cell.rowspan)}
            yield {"type": "tableCell", "level": 3, "text": cell.text, "properties": spans}
