"""Feeds of changes in Atom, of all acts and of each, and the map of a site for search engines."""

import posixpath
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from lexkz.workspace import atomic
from lexkz.workspace.feed import NO_DAY, Feed, FeedEntry, atom
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.latest import LatestChange, rows
from lexkz.workspace.site.library import library
from lexkz.workspace.site.machine_data import change_in_short
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import CHANGES, act_feed, change_feed, current_address, file_link
from lexkz.workspace.site.words import _, interface

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ENTRIES = 100
"""So many changes a feed holds, the latest."""


def write_feeds(workspace: Workspace, out: Path, base: str) -> None:
    """Write the feeds below ``out``; ``base``: where the site will stand, empty where nobody knows."""
    texts = library(workspace)
    found = rows(texts)
    if not found:
        return
    _write(out, change_feed(), CHANGES, _("Changes"), found[:_ENTRIES], base)
    by_act: dict[str, list[LatestChange]] = {}
    for row in found:
        by_act.setdefault(row.step.after.id, []).append(row)
    for act_id, own in by_act.items():
        text = own[0].step.after
        name = " · ".join(part for part in (short_name(text), text.known.title) if part)
        _write(out, act_feed(act_id), current_address(act_id), name, own[:_ENTRIES], base)


def _write(out: Path, here: str, page: str, title: str, found: Iterable[LatestChange], base: str) -> None:
    entries = [
        FeedEntry(
            id=_id(row.step.name),
            title=_("{base}: what {act} changes").format(
                base=row.step.change.base.name, act=row.step.change.amending.name
            ),
            address=_address(here, f"{row.step.name}.html", base),
            summary=f"{row.step.change.base.title or ''} · {change_in_short(row.step)}",
            day=_day(row),
        )
        for row in found
    ]
    ways = (_address(here, here, base), _address(here, f"{page}.html", base))
    path = out / here
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, atom(Feed(_id(here), title, entries, *ways), interface()).encode())


def _id(name: str) -> str:
    """A name that stays, wherever the site stands, and another one for each language of the interface."""
    return uuid5(NAMESPACE_URL, f"lexkz:{interface()}/{name}").urn


def _address(here: str, there: str, base: str) -> str:
    return posixpath.join(base, quote(there)) if base else file_link(here, there)


def _day(row: LatestChange) -> str:
    """The day on which the amending act was made: the day of entry into force may be still to come."""
    return row.step.amending.known.date or row.step.after.date or NO_DAY


def write_sitemap(app: "Sphinx", out: Path) -> None:
    """Write the addresses of all pages, where it is known at which address the site will stand."""
    base = str(app.config.html_baseurl or "")
    if base:
        addresses = [posixpath.join(base, quote(f"{name}.html")) for name in sorted(app.env.found_docs)]
        atomic.write(out / "sitemap.xml", SITE.page("sitemap", addresses=addresses).encode())
