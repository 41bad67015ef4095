"""What a consolidation is given: marked before, so that it can be told afterwards that it was left alone."""

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A mark of the trees that a consolidation is given, by which it is told that it left them alone."""

    roots: tuple[etree._Element, ...]
    marks: tuple[bytes, ...]

    @classmethod
    def of(cls, *roots: etree._Element) -> "Given":
        """Mark the trees."""
        return cls(roots, tuple(_mark(root) for root in roots))

    def holds(self) -> bool:
        """Tell whether all are as they were."""
        return all(_mark(root) == mark for root, mark in zip(self.roots, self.marks, strict=True))


def _mark(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8")
