"""All pages of a site: what each page module gives, in the order of the list."""

import importlib.util
from collections.abc import Iterator
from importlib import import_module

from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.page import Page

MODULES = (
    *("act_index", "act_pages", "both_pages", "history_pages", "compare_pages"),
    *("change_pages", "table_pages", "form_pages"),
)
"""Each has a function ``pages(workspace)``; none depends on another having run."""


def all_pages(workspace: Workspace, *, pdf: bool = True) -> dict[str, Page]:
    """Return the pages of ``workspace`` by name, in the language that is the interface's now.

    ``pdf``: whether the pages of acts lead to PDF files.
    Raises ValueError where two pages have one name, and SourceError for a file that cannot be loaded.
    """
    found: dict[str, Page] = {}
    for page in _pages(workspace, pdf):
        if page.name in found:
            raise ValueError(f"Two pages are named {page.name}")
        found[page.name] = page
    return found


def _pages(workspace: Workspace, pdf: bool) -> Iterator[Page]:
    for name in MODULES:
        full = f"{__package__}.{name}"
        if importlib.util.find_spec(full) is not None:
            more = {"pdf": pdf} if name == "act_pages" else {}
            yield from import_module(full).pages(workspace, **more)
