"""HTML from templates: all pages are filled by one engine, and a value that is not markup already is escaped.

A folder of templates holds pages (``….page.html``), which stand in a page as they are written, and pieces (all others):
macros, of which line breaks and the white space around them are no part, since a browser would show them between words.
What a macro gives is ``Markup``, which is not escaped again; plain words are ``str``.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from lexkz.languages.language import words_of
from lexkz.publication.sheet.columns import laid
from lexkz.publication.sheet.model import WIDE_BLANK, SheetLine

__all__ = ["TEMPLATES", "Markup", "PageIds", "Templates", "joined"]

_TAG = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_BREAK = re.compile(r"[ \t]*\n[ \t]*")


class _Joined(Extension):
    """Joins the lines of pieces."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the source without breaks outside of tags; as comments they still count as lines in error messages."""
        if (name or "").endswith(".page.html"):
            return source
        parts = _TAG.split(source)
        parts[::2] = [_BREAK.sub("{#\n#}", part) for part in parts[::2]]
        return "".join(parts)


class Templates:
    """The templates of folders; each is read at its first use."""

    def __init__(self, *folders: Path) -> None:
        """A name is looked for in one folder after the other."""
        self._loader = FileSystemLoader(folders)
        self._environment = Environment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[_Joined],
        )
        self.know(code=lambda lang: words_of(lang).layout.code)
        self.pieces = cache(self._pieces)

    def look_in(self, folder: Path) -> None:
        """Look for templates in ``folder``, too: there last."""
        self._loader.searchpath.append(str(folder))

    def know(self, **functions: Any) -> None:
        """Give the templates functions that they may call, by name; ``code`` (``kaz`` to ``kk``) they have."""
        self._environment.globals.update(functions)

    def _pieces(self, name: str) -> Any:
        """Return the macros of ``name.html`` as functions."""
        return self._environment.get_template(f"{name}.html").module

    def page(self, name: str, **values: Any) -> str:
        """Return ``name.page.html``, filled."""
        return str(self._environment.get_template(f"{name}.page.html").render(values))


TEMPLATES = Templates(Path(__file__).parent / "templates")
"""Those of this package; the site puts its own beside them."""


def parted(text: str) -> list[str]:
    """Return words in parts, every second one a number and its noun, «2-қосымша», which stay on one line."""
    return re.split(r"(\d+-[^\W\d_]+)", text)


def wide(line: SheetLine) -> bool:
    """Tell whether a line of text has a blank too wide for the line to be spread evenly."""
    return line.role in ("text", "note") and WIDE_BLANK.search(line.text) is not None


TEMPLATES.know(laid=laid, parted=parted, wide=wide)


class PageIds:
    """The ids of a page: each is given once, at its first place."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def once(self, eid: str) -> str:
        """Return ``eid`` if it is not taken yet, and take it; else nothing."""
        if eid in self.taken:
            return ""
        self.taken.add(eid)
        return eid


def joined(parts: Any) -> Markup:
    """Return pieces one after the other."""
    return Markup("").join(parts)
