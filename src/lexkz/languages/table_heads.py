"""What the rows that head the columns of a table are called, in both languages: «шапка», «кестенің басы»."""

from lexkz.languages.folding import fold

_NAMES = frozenset(
    fold(name)
    for name in ("шапка", "головка", "шапкасы", "бас", "басы", "бас жол", "бас жолы", "бас бөлік", "бас бөлігі")
)


def heads_table(name: str | None) -> bool:
    """Return whether a row is called the head of its table: it has no number, and no words of its own are meant."""
    return name is not None and fold(name) in _NAMES
