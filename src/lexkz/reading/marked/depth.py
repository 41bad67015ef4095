"""How deep the elements of a tree stand in one another."""

from typing import Any, cast

from lxml import etree


def depth(root: etree._Element) -> int:
    """Return the levels of elements below and with ``root``; time is linear in their number, no stack grows."""
    level = deepest = 0
    for event, _ in cast("Any", etree.iterwalk)(root, events=("start", "end")):
        if event == "start":
            level += 1
            deepest = max(deepest, level)
        else:
            level -= 1
    return deepest
