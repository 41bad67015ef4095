"""A phrase family: one way of commanding, as a small grammar over the tokens of a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """One family, held in a file of its own in ``languages/<lang>/phrases``."""

    rule: str
    """Name of the grammar rule that reads a clause of this family; the tree's clause nodes bear action names."""
    grammar: str
    """Lark rules; they may use the language's shared rules (``address.py``)."""
