"""A tree of a parse: a node's name and, in order, what stands below it."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

Leaf = TypeVar("Leaf")


class ParseTree(Generic[Leaf]):
    """A node; two are equal that have one name and equal children."""

    __slots__ = ("children", "data")

    def __init__(self, data: str, children: list["Leaf | ParseTree[Leaf]"]) -> None:
        self.data = data
        self.children = children

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ParseTree) and self.data == other.data and self.children == other.children

    def __hash__(self) -> int:
        return hash((self.data, tuple(self.children)))

    def __repr__(self) -> str:
        return f"ParseTree({self.data!r}, {self.children!r})"

    def iter_subtrees(self) -> Iterator["ParseTree[Leaf]"]:
        """Yield each node once, the lower ones before those above them, this one last."""
        queue = [self]
        found = {}
        for node in queue:
            found[id(node)] = node
            queue += [
                child for child in reversed(node.children) if isinstance(child, ParseTree) and id(child) not in found
            ]
        return reversed(found.values())

    def find_data(self, data: str) -> Iterator["ParseTree[Leaf]"]:
        """Yield the nodes of that name, as :meth:`iter_subtrees` has them."""
        return (node for node in self.iter_subtrees() if node.data == data)

    def scan_values(self, fits: Callable[[Any], bool]) -> Iterator[Leaf]:
        """Yield the leaves that fit, from left to right."""
        for child in self.children:
            if isinstance(child, ParseTree):
                yield from child.scan_values(fits)
            elif fits(child):
                yield child
