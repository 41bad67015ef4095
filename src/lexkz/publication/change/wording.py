"""Words of the page of a change in the languages of its readers; the English ones are the ids of all others."""

from collections.abc import Callable, Mapping
from importlib.resources import files

from lexkz.amendment.model import Action
from lexkz.comparison.types import HunkType
from lexkz.consolidation.report import Outcome

ACTIONS: Mapping[Action, str] = {
    "replace": "new wording",
    "insert": "insertion",
    "repeal": "repeal",
    "replace_words": "words replaced",
    "insert_words": "words inserted",
    "delete_words": "words deleted",
    "renumber": "renumbering",
    "move": "move",
    "repeal_act": "repeal of an act",
    "suspend": "suspension",
    "resume": "resumption",
    "none": "no change in this language",
}
OUTCOMES: Mapping[Outcome, str] = {
    "applied": "applied",
    "refused": "not applied",
    "already": "applied before",
    "ruled": "decided by a person",
    "skipped": "left out by a person",
    "not_yet": "not yet in force",
    "ended": "no longer in force",
    "other_base": "another act",
}
TYPES: Mapping[HunkType, str] = {
    "added": "new",
    "removed": "removed",
    "wording": "wording",
    "number": "number",
    "date": "date",
    "reference": "reference",
    "moved": "moved",
    "layout": "layout only",
}

_TABLE = files(__package__).joinpath("wording.txt").read_text(encoding="utf-8")
"""A line for each: English, Kazakh, Russian."""
_ROWS = tuple(tuple(line.split("|")) for line in _TABLE.splitlines())
KAZ: Mapping[str, str] = {row[0]: row[1] for row in _ROWS}
RUS: Mapping[str, str] = {row[0]: row[2] for row in _ROWS}


def wording(lang: str) -> Callable[[str], str]:
    """Return the words of a reader's language (``kaz``, ``rus``, ``eng``): a function from English ids."""
    table = {"kaz": KAZ, "rus": RUS}.get(lang, {})
    return lambda said: table.get(said, said)
