"""What there are several of, as a value: an immutable sequence that can also say itself as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, overload

Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True, slots=True)
class Listed(Sequence[Item]):
    """Base of the sequences that the interface gives."""

    items: tuple[Item, ...]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self.items[index]
