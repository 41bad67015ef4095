"""Small pieces of HTML that pages are made of. All that is not HTML already is escaped."""

from collections.abc import Iterable
from html import escape

__all__ = ["escape", "folded", "item", "listed"]


def item(words: str, address: str | None = None, *, current: bool = False, attributes: str = "") -> str:
    """Return a list item: a link, or the words alone where there is no address or it is the page itself."""
    if current:
        return f'<li><span aria-current="page"{attributes}>{escape(words)}</span></li>'
    if address is None:
        return f"<li><span{attributes}>{escape(words)}</span></li>"
    return f'<li><a href="{escape(address)}"{attributes}>{escape(words)}</a></li>'


def listed(label: str, items: Iterable[str], kind: str) -> str:
    """Return a labelled list of links; nothing where there are none."""
    shown = "".join(items)
    if not shown:
        return ""
    return (
        f'<nav class="lx-choice {kind}" aria-label="{escape(label)}">'
        f'<span class="lx-choice-name">{escape(label)}</span><ul>{shown}</ul></nav>'
    )


def folded(summary: str, html: str, kind: str, *, opened: bool = False) -> str:
    """Return HTML folded under a line."""
    state = " open" if opened else ""
    return f'<details class="lx-fold {kind}"{state}><summary>{escape(summary)}</summary>\n{html}\n</details>'
