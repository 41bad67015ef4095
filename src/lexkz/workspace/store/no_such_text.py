"""Why the store has no such text: the one of its answers that is not published."""

from dataclasses import dataclass
from typing import Literal

Why = Literal["act", "language", "before", "undated", "unit", "unit_then", "several"]


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no such text."""

    why: Why
    """No such ``act``; not in this ``language``; ``before`` the first text that is known; the act's text is
    ``undated``; no such ``unit`` in any version; the unit is not there then (``unit_then``);
    ``several`` acts have that IRI."""
    first: str | None = None
    """Date of the first text that is known."""
    periods: tuple[tuple[str | None, str | None], ...] = ()
    """When the unit is there."""
    acts: tuple[str, ...] = ()
    """Folders of the acts that have one IRI."""
