"""Feeds of changes in Atom (RFC 4287): what the site, the command line and the server write alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.publication.markup import TEMPLATES

NO_DAY = "1970-01-01"
"""Stands where a feed needs a day and none is known."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One change."""

    id: str
    """A name that stays: a URN."""
    title: str
    address: str
    summary: str
    day: str
    """ISO day."""
    lang: str = ""
    """Language of the summary as ``xml:lang`` has it, where it is not that of the feed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries."""

    id: str
    title: str
    entries: Sequence[FeedEntry]
    here: str = ""
    """Address of the feed itself, where it is known."""
    page: str = ""
    """Address of the page that shows the same, where there is one."""
    media: str = "text/html"
    """What stands at the addresses of the entries."""

    @property
    def updated(self) -> str:
        """ISO day of the latest change."""
        return max((entry.day for entry in self.entries), default=NO_DAY)


def atom(feed: Feed, lang: str) -> str:
    """Return a feed as Atom, in the language ``lang`` (``kk``, ``ru``, ``en``)."""
    return TEMPLATES.page("atom", feed=feed, lang=lang)
