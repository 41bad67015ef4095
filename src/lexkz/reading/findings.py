"""What readers of several formats say in the same words, and how they quote."""

from typing import Any

from lexkz.findings import Finding, FindingPlace, finding

LONGEST = 1000
"""Characters that a finding quotes at most."""


def on_page(code: str, page: int | None, text: str | None = None, **blanks: Any) -> Finding:
    """Return the finding ``code`` about ``text`` on a page; ``blanks`` and ``case`` are the catalogue's."""
    return finding(code, FindingPlace(page=page), text=text, **blanks)


def nested_table(text: str, page: int | None = None) -> Finding:
    """Return the finding for a cell that holds a table, whose rows became lines of the cell."""
    return on_page("read.nested_table", page, text[:LONGEST])


def struck_text(text: str, page: int | None = None) -> Finding:
    """Return the finding for words that are struck through: a reader sees them, and whether they are law still, the
    file does not say; they are kept."""
    return on_page("read.struck_text", page, text[:LONGEST])
