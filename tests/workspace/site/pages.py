"""Pages of a built site as trees, for tests."""

from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html


@lru_cache(maxsize=512)
def tree(path: Path) -> Any:
    """Return the tree of a page."""
    return html.fromstring(path.read_bytes())


@lru_cache(maxsize=512)
def ids(path: Path) -> frozenset[str]:
    """Return all ids of a page."""
    return frozenset(tree(path).xpath("//@id"))


def dead_links(page: Path, root: Path) -> list[str]:
    """Return the links of a page that lead to no file below ``root``, or to no place on a page."""
    dead = []
    for address in tree(page).xpath("//@href | //@src"):
        parts = urlsplit(address)
        if parts.scheme or address.startswith("//"):
            continue
        there = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        fragment = unquote(parts.fragment)
        missing = not there.is_file() or not there.is_relative_to(root)
        if missing or (fragment and there.suffix == ".html" and fragment not in ids(there)):
            dead.append(address)
    return dead


def fragment(text: str) -> Any:
    """Return the tree of a piece of a page."""
    return html.fromstring(f"<div>{text}</div>")
