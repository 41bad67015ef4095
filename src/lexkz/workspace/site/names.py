"""Addresses within the site: the name of each kind of page, and the way from one page to another."""

import posixpath
import re
from urllib.parse import quote

ACTS = "acts/index"
CHANGES = "changes/index"


def act_page(act_id: str, lang: str, date: str | None = None) -> str:
    """Return the page of a text: the act as published, or its expression of an ISO date."""
    return f"acts/{act_id}/{lang}" + (f"@{date}" if date else "")


def current_address(act_id: str, lang: str | None = None) -> str:
    """Return where the text of an act that is in force is always found: in a language, or in the reader's."""
    return f"acts/{act_id}/{lang}/index" if lang else f"acts/{act_id}/index"


def history_page(act_id: str, lang: str) -> str:
    """Return the page of all wordings of the units of an act that were changed; its fragments are eIds."""
    return f"acts/{act_id}/history-{lang}"


def compare_page(act_id: str, lang: str) -> str:
    """Return the page that compares any two texts of an act; its fragments are the days of texts: ``to-2025-03-01``."""
    return f"acts/{act_id}/compare-{lang}"


def change_feed() -> str:
    """Return where the feed of all changes stands."""
    return "changes/feed.xml"


def act_feed(act_id: str) -> str:
    """Return where the feed of the changes of an act stands."""
    return f"acts/{act_id}/feed.xml"


def both_page(act_id: str, date: str | None = None) -> str:
    """Return the page of both languages of an act, as published or as of an ISO date."""
    return f"acts/{act_id}/both" + (f"@{date}" if date else "")


def change_page(act_id: str, lang: str) -> str:
    """Return the page of the changes that an amending act makes; its fragments are the ids of commands (``cmd_5``)."""
    return f"changes/{act_id}/{lang}"


def step_page(act_id: str, base_id: str, lang: str, date: str | None = None) -> str:
    """Return the page of what an amending act changes in one act; ``date``: of a later step, its ISO date.

    An amending act whose parts enter into force on different days is applied in several steps.
    """
    return f"changes/{act_id}/{base_id}-{lang}" + (f"@{date}" if date else "")


def table_page(act_id: str, lang: str, eid: str) -> str:
    """Return the page of a table: one for all versions of it in a language."""
    return f"tables/{act_id}/{lang}/{segment(eid)}"


def form_page(act_id: str, lang: str, eid: str) -> str:
    """Return the page of a form: one for all versions of it in a language."""
    return f"forms/{act_id}/{lang}/{segment(eid)}"


def segment(text: str) -> str:
    """Return ``text`` as one segment of a path: an eId stays as it is, what could lead elsewhere becomes a hyphen."""
    made = re.sub(r"[^\w-]+", "-", text)
    return made or "-"


def link(here: str, there: str, fragment: str = "") -> str:
    """Return the relative address of a page, or a place on it, as an attribute can have it (quoted, unescaped)."""
    end = f"#{quote(fragment, safe='')}" if fragment else ""
    if here == there and end:
        return end
    return file_link(here, f"{there}.html") + end


def file_link(here: str, there: str) -> str:
    """Return the relative address of a file of the site, given by its path below the root of a build."""
    return quote(posixpath.relpath(there, posixpath.dirname(here) or "."), safe="/@")
