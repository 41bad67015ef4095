"""Lines of a file that an editor wrapped: each ends where the first word of the next had no room."""

import re
from collections.abc import Sequence
from itertools import pairwise

LISTS = re.compile(r"[;:]\s*\Z")
"""How a line ends that nothing goes on, though it fills its width."""
_NUMBERED = re.compile(r"\d{1,4}(?:[-.]\d{1,3})*[.)]|[^\W\d_]\)|[-–—•*]$")
_HEADING = re.compile(
    r"(?:стать|глав|раздел|подраздел|параграф|приложени)\w*|\d+(?:-\d+)*-(?:бап|тарау|бөлім|қосымша|параграф)\b", re.I
)
"""First word of a line that begins a unit, whatever stands above it."""
WIDEST = 140
"""Characters of the longest line at most in a file whose lines an editor wrapped."""
NARROWEST = 30
"""The same, at least."""
_SHOWN = 3
"""So many lines at least stand right below another there and begin with no number."""
_MOST = 0.9
"""Of them so many had no room on the line above."""


def begins_unit(text: str) -> bool:
    """Tell whether a line begins with the number of a unit, or with the word of a heading."""
    words = text.split(maxsplit=1)
    return bool(words and (_NUMBERED.match(words[0]) or _HEADING.fullmatch(words[0].rstrip("."))))


def wrapped_at(lines: Sequence[str]) -> int:
    """Return the length that an editor wrapped lines at, in characters; 0 where none did. Lines that no editor wraps
    are given as empty ones, as are those between paragraphs."""
    longest = max(map(len, lines), default=0)
    if not NARROWEST <= longest <= WIDEST:
        return 0
    going = [
        (above, below)
        for above, below in pairwise(lines)
        if above and below and not LISTS.search(above) and not _NUMBERED.match(below)
    ]
    full = sum(len(above) + 1 + len(below.split()[0]) > longest for above, below in going)
    # Where empty lines part paragraphs, fewer lines show it.
    least = _SHOWN - 1 if "" in lines[1:-1] else _SHOWN
    return longest if least <= len(going) <= full / _MOST else 0


def had_no_room(above: str, below: str, width: int) -> bool:
    """Tell whether a line ended for want of room: with the first word of the next it would be longer than ``width``,
    and that word begins no unit."""
    words = below.split()
    if not width or not words or begins_unit(below):
        return False
    return len(above) + 1 + len(words[0]) > width
