"""What a page module gives and the extension turns into a document of Sphinx: plain values, no Sphinx here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a page: it has a heading and stands in the page's own table of contents when it has a title."""

    id: str
    """The fragment that leads here: an eId, or a name in Latin letters; unique on the page."""
    title: str | None
    """Its heading as plain text; None: no heading, the HTML only."""
    html: str
    """What stands under the heading: trusted HTML, escaped already."""
    sections: tuple["Section", ...] = ()
    """Chapters within, after the HTML."""
    lang: str | None = None
    """Language of the heading (``kaz`` or ``rus``) where that is not the language of the interface."""
    above: str = ""
    """Trusted HTML that stands above its heading."""
    printed: bool = True
    """False where its heading names a unit of a text that has no heading there."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    name: str
    """The document's name, which is its address without ``.html``: ``acts/V2300032875/kaz@2024-09-30``."""
    title: str
    """Its heading as plain text."""
    lang: str | None
    """The language of its title (``kaz`` or ``rus``) where that is not the language of the interface."""
    lead: str
    """Trusted HTML between the heading and the first section."""
    sections: tuple[Section, ...] = ()
    """Its chapters, in order."""
    children: tuple[str, ...] = ()
    """Names of the pages below it in the navigation; pages below none are found by links."""
    short: str = ""
    """Its name in the navigation, where the title is too long for that."""
    head: str = ""
    """Its name in the browser and in search results, where the heading alone does not tell it from others."""
    searched: bool = True
    """Whether the search finds it: what a later page says anew would only be found twice."""
    said: str = ""
    """A sentence on it for previews."""
    data: str = ""
    """What it says of a law to machines: JSON in which addresses are names (`machine_data`)."""
    feed: str = ""
    """The feed of what it is about, below the root of a site."""
    wide: bool = False
    """Whether it needs the room that a theme gives to the page's own contents."""
