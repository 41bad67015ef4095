"""Words of synthetic acts: what a generator of test corpora says in each language, mirror images of each other."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True)
class SyntheticWords:
    """Patterns and words; lists of the two languages are paired by position, so that both texts say the same."""

    subjects: tuple[str, ...]
    """What the rules of an act are about, in the form that ``rules`` and ``title`` need."""
    rules: str
    """Name of the approved rules, in the nominative: ``{subject}``. It says that they are synthetic."""
    title: str
    """Title of the order that approves them: ``{subject}``."""
    amending_title: str
    """Title of an amending order; it says that the act is synthetic."""
    requisites: str
    """The line under the title: ``{day}``, ``{number}``, ``{registration}``."""
    day: str
    """A day as the line writes it: ``{day}``, ``{month}``, ``{year}``."""
    months: tuple[str, ...]
    formula: str
    """The word of enactment."""
    approve: str
    """The order's first point: ``{subject}``."""
    charge: str
    """Its point on who is charged, with a term of ``{n}`` days."""
    entry: str
    """Its last point, on entry into force."""
    entry_later: str
    """Entry into force ten days after publication."""
    signature: tuple[str, ...]
    """The lines under an order."""
    approved_mark: tuple[str, ...]
    """The corner mark of the rules: ``{day}``, ``{number}``."""
    chapter: str
    """Heading of a chapter: ``{n}``, ``{name}``."""
    chapters: tuple[str, ...]
    """Names of chapters."""
    points: tuple[str, ...]
    """Sentences of points, without a full stop; ``{term}`` stands once in each."""
    added: str
    """Words that amendments put after a term, and take away again."""
    term: str
    """A term of ``{n}`` days."""
    begun: str
    """A sentence that subpoints follow; ``{term}`` stands once in it."""
    subpoints: tuple[str, ...]
    """What subpoints say, without a sign at the end; ``{n}`` stands once in each."""
    annex_mark: tuple[str, ...]
    """The corner mark of the annex with a table: ``{n}``."""
    table_title: str
    columns: tuple[str, ...]
    items: tuple[str, ...]
    """What stands in the second column."""
    unit: str
    """What stands in the last column."""


@cache
def synthetic(lang: str) -> SyntheticWords:
    """Return the words of ``lang`` (``kaz``, ``rus``); loaded at first use."""
    found: SyntheticWords = import_module(f"bench.synthetic.words_{lang}").SYNTHETIC
    return found
