"""From a page to a document of Sphinx: its chapters become sections, so that search, contents and navigation know them.

Sphinx reads documents from files of its source folder. A page has a file there that is no more than its place: the
parser of such files takes the page itself from memory (decision 0006).
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx import addnodes
from sphinx.parsers import Parser

from lexkz.languages.language import words_of
from lexkz.workspace.site.page import Page, Section

if TYPE_CHECKING:
    from sphinx.config import Config

SUFFIX = ".lexkz"
_PLACE = "A page that lexkz.sphinx makes. This file only holds its place: it is written anew by every build.\n"
_LONG = 120
"""Characters from which a title is set smaller."""
_FOLDERS = frozenset({"acts", "changes", "forms", "tables"})

_pages: "WeakKeyDictionary[Config, Mapping[str, Page]]" = WeakKeyDictionary()


def keep(config: "Config", pages: Mapping[str, Page]) -> None:
    """Keep the pages of a build for the parser."""
    _pages[config] = pages


def kept(config: "Config") -> Mapping[str, Page]:
    """Return the pages of a build."""
    return _pages.get(config, {})


def hold_places(source: Path, names: Iterable[str]) -> None:
    """Write a file for each page into the source folder, and take those away that no page has any more.

    A folder of ours ignores itself for git. Nothing else in it is touched.
    """
    wanted = {source / f"{name}{SUFFIX}" for name in names}
    there = {path for folder in _FOLDERS for path in (source / folder).rglob(f"*{SUFFIX}")}
    for path in sorted(there - wanted):
        path.unlink(missing_ok=True)
        _remove_empty(path.parent, source)
    for path in sorted(wanted - there):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_PLACE)
    for folder in sorted({path.relative_to(source).parts[0] for path in wanted}):
        ignore = source / folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text(f".gitignore\n*{SUFFIX}\n")


def _remove_empty(folder: Path, source: Path) -> None:
    # Builds in other languages may tidy up beside this one.
    with suppress(OSError):
        while folder != source and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


class PageParser(Parser):
    """Makes the document of a page."""

    supported = ("lexkz",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill ``document``; what the file says is of no account."""
        self.setup_parse(inputstring, document)
        env = document.settings.env
        page = kept(env.config).get(env.docname)
        # The law's quotes are the law's: no "smart" ones.
        document.settings.smart_quotes = False
        if page is not None:
            document += section_of(page, kept(env.config))
            if page.head:
                document["title"] = page.head
            if not page.searched:
                env.metadata[env.docname]["nosearch"] = ""
            # A page need not stand in a toctree: others link to it.
            env.metadata[env.docname]["orphan"] = ""
            if page.wide:
                # Furo's word for it; other themes know nothing of it.
                env.metadata[env.docname]["hide-toc"] = ""
        self.finish_parse()


def section_of(page: Page, pages: Mapping[str, Page]) -> nodes.section:
    """Return the top section of a page's document; ``pages`` are all, for the names of those below it."""
    made = _section(Section("page", page.title, page.lead, page.sections, page.lang))
    if len(page.title) > _LONG:
        made["classes"].append("lx-long-title")
    if page.children:
        made += _toctree(page, pages)
    return made


def _section(section: Section) -> nodes.section:
    made = nodes.section(ids=[section.id], classes=["lx-part"] if section.lang else [])
    if not section.printed:
        made["classes"].append("lx-named")
    heading = nodes.inline("", section.title or "")
    if section.lang:
        # docutils makes a lang attribute of such a class.
        heading["classes"].append(f"language-{words_of(section.lang).layout.code}")
    made += nodes.title("", "", heading)
    made += _raw(section.html)
    for part in section.sections:
        made += _raw(part.above)
        if part.title is None:
            made += _raw(part.html)
            for below in part.sections:
                made += [*_raw(below.above), _section(below)]
        else:
            made += _section(part)
    return made


def _raw(html: str) -> list[nodes.Node]:
    return [nodes.raw("", str(html), format="html")] if html else []


def _toctree(page: Page, pages: Mapping[str, Page]) -> nodes.compound:
    tree = addnodes.toctree()
    tree["parent"] = page.name
    tree["entries"] = [(pages[name].short or None if name in pages else None, name) for name in page.children]
    tree["includefiles"] = list(page.children)
    tree["maxdepth"] = -1
    tree["caption"] = None
    tree["glob"] = False
    tree["hidden"] = True
    tree["includehidden"] = False
    tree["numbered"] = 0
    tree["titlesonly"] = True
    tree["rawentries"] = []
    wrapper = nodes.compound(classes=["toctree-wrapper"])
    wrapper += tree
    return wrapper
