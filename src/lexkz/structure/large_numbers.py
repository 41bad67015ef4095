"""Points and subpoints from 1000 on, told from years by the sequence: 999, 1000, 1001; "2024. год" after 12 is none."""

import re
from collections.abc import Sequence

from lexkz.structure.labels import Label

FAR = 20
"""Numbers may jump so far (a source can lack points, and their jump is a finding); what is further is no next point."""
FIRST = 1000


def by_sequence(labels: Sequence[Label | None], *, begins: bool) -> list[Label | None]:
    """Return ``labels`` without those from 1000 on to which the points before them do not lead.

    A text that ``begins`` anywhere (new text of another act) may begin with such a point; any text may where two more
    follow it one by one, as a fragment does.
    """
    kept = list(labels)
    for style in ("1.", "1)"):
        _in_style(style, labels, kept, begins=begins)
    return kept


def _in_style(style: str, labels: Sequence[Label | None], kept: list[Label | None], *, begins: bool) -> None:
    points = [place for place, found in enumerate(labels) if found is not None and found.style == style]
    last: int | None = None
    for order, place in enumerate(points):
        found = labels[place]
        assert found is not None
        number = _whole(found)
        if not found.large:
            last = number
            continue
        leads = last is not None and last <= number <= last + FAR and number + FAR >= FIRST
        first = last is None and ((begins and place == 0) or _goes_on([labels[at] for at in points[order : order + 3]]))
        if leads or first:
            last = number
        else:
            kept[place] = None


def _goes_on(three: Sequence[Label | None]) -> bool:
    numbers = [_whole(found) for found in three if found is not None]
    return len(numbers) == 3 and [number - numbers[0] for number in numbers] == [0, 1, 2]


def _whole(found: Label) -> int:
    # «1а.» counts as 1.
    return int(re.split(r"\D", found.number)[0])
