"""What a renderer for the web gives, and what it may put beside the act's text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lexkz.publication.markup import Markup


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, an annex, or lines without a heading."""

    id: str
    """eId of what it is; empty for lines that stand under no heading."""
    title: str | None
    """Its heading as printed, lines joined by a space; None: no heading."""
    html: Markup
    """What stands under the heading, before the chapters within: escaped."""
    chapters: tuple["Chapter", ...] = ()
    above: Markup = field(default_factory=Markup)
    """What stands above the heading in the source, as the corner mark of an annex does: escaped."""
    printed: bool = True
    """False for a heading that only names the unit, since the text at hand has none."""


def _no_link(_href: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is not the act's text: trusted HTML by eId, words in the reader's language, and where references lead."""

    marks: Mapping[str, Markup] = field(default_factory=dict)
    """What stands in the margin of a unit, a row, a table or an annex that was changed."""
    links: Mapping[str, Markup] = field(default_factory=dict)
    """What stands above an annex or a table: the way to its own page."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Plain names of tables, for those who cannot see them."""
    resolve: Callable[[str], str | None] = _no_link
    """From what a reference points at to an address; None: the reference stays text."""
    gap: str = "text not at hand"
    """Said where text is not known, plain."""
    note: str = "Editors' note"
    """Over a folded note, plain."""
    lang: str = "en"
    """Language of these words, as a ``lang`` attribute has it."""
