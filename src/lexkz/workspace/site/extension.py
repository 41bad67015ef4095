"""The extension: what it adds to Sphinx, and what it does at which event of a build.

Settings: ``lexkz_workspace`` (folder of the workspace, default: the one that holds the source folder), ``lexkz_pdf``
(make PDF files, default True), ``lexkz_cache`` (folder in which files that are slow to make are kept between builds,
default: beside the doctrees), ``lexkz_interfaces`` (languages of the interface that the site is built in, each in a
folder beside the others; default: none, and no switch).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import lexkz
from lexkz.publication.change.assets import FOLDER as CHANGE_STATIC
from lexkz.reading.blocks import SourceError
from lexkz.workspace.layout import Workspace, find_root
from lexkz.workspace.site import (
    catalogues,
    citing,
    current,
    documents,
    downloads,
    feeds,
    machine_data,
    search,
    start,
    switch,
    theme_words,
    unit_data,
)
from lexkz.workspace.site.pages import all_pages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

HERE = Path(__file__).parent
_STATIC = (HERE / "static", CHANGE_STATIC)
_DIGESTS = "lexkz_digests"
_NOTHING = "lexkz: the workspace has no acts yet; run “lexkz build” in it first, then build this site again"


def add(app: "Sphinx") -> dict[str, Any]:
    """Add settings, the parser, the catalogue and the style sheet to ``app``; return what Sphinx asks of extensions."""
    app.require_sphinx("8.1")
    app.add_config_value("lexkz_workspace", None, "env", types=frozenset({str, type(None)}))
    app.add_config_value("lexkz_pdf", True, "html", types=frozenset({bool, str}))
    app.add_config_value("lexkz_cache", None, "html", types=frozenset({str, type(None)}))
    app.add_config_value("lexkz_example", "", "env", types=frozenset({str}))
    app.add_config_value("lexkz_interfaces", "", "html", types=frozenset({tuple, list, str}))
    app.add_source_suffix(documents.SUFFIX, "lexkz")
    app.add_source_parser(documents.PageParser)
    start.setup(app)
    citing.setup(app)
    catalogues.setup(app)
    search.setup(app)
    app.connect("config-inited", _static)
    app.connect("builder-inited", _make_pages)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-updated", _remember)
    app.connect("html-page-context", switch.add_switch)
    app.connect("html-page-context", theme_words.add_words)
    app.connect("html-page-context", machine_data.add_data)
    app.connect("html-page-context", _search_script)
    app.connect("build-finished", downloads.write_downloads)
    app.connect("build-finished", _write_beside)
    for style in ("lexkz.css", "lexkz-change.css"):
        if any((folder / style).is_file() for folder in _STATIC):
            app.add_css_file(style)
    for script in ("lexkz-table.js", "lexkz-list.js", "lexkz-unit.js", "lexkz-change.js", "lexkz-compare.js"):
        if any((folder / script).is_file() for folder in _STATIC):
            app.add_js_file(script, loading_method="defer")
    return {"version": lexkz.__version__, "parallel_read_safe": True, "parallel_write_safe": True}


def workspace_of(app: "Sphinx") -> Workspace:
    """Return the workspace that a build shows. Raises a configuration error of Sphinx where there is none."""
    from sphinx.errors import ConfigError

    given = app.config.lexkz_workspace
    if given:
        root = (Path(app.confdir) / given).resolve()
        if not any((root / name).is_dir() for name in ("corpus", "xml", "consolidated")):
            raise ConfigError(f"lexkz_workspace: {given} has no corpus/, xml/ or consolidated/")
        return Workspace(root)
    try:
        return Workspace(find_root(Path(app.srcdir)))
    except SourceError as error:
        raise ConfigError(f"lexkz_workspace: {error}") from None


def wants_pdf(config: "Config") -> bool:
    """Tell whether PDF files are to be made; a setting given on the command line is a word."""
    return str(config.lexkz_pdf).lower() not in ("false", "0", "no", "off", "")


def _static(_app: "Sphinx", config: "Config") -> None:
    config.html_static_path.extend(str(folder) for folder in _STATIC)
    config.templates_path.append(str(HERE / "templates"))


def _make_pages(app: "Sphinx") -> None:
    from sphinx.errors import ExtensionError
    from sphinx.util import logging

    try:
        pages = all_pages(workspace_of(app), pdf=wants_pdf(app.config))
    except SourceError as error:
        raise ExtensionError(str(error)) from None
    if not any(name.count("/") > 1 for name in pages):
        logging.getLogger(__name__).warning(_NOTHING, type="lexkz", subtype="empty")
    documents.keep(app.config, pages)
    documents.hold_places(Path(app.srcdir), pages)


def _search_script(
    app: "Sphinx", pagename: str, _templatename: str, _context: dict[str, Any], _doctree: "nodes.document | None"
) -> None:
    if pagename == "search":
        # For this page alone.
        app.add_js_file("lexkz-search.js", loading_method="defer")


def _write_beside(app: "Sphinx", exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        current.write_addresses(workspace_of(app), Path(app.outdir))
        unit_data.write_units(workspace_of(app), Path(app.outdir))
        feeds.write_feeds(workspace_of(app), Path(app.outdir), str(app.config.html_baseurl or ""))
        feeds.write_sitemap(app, Path(app.outdir))


def _outdated(
    app: "Sphinx", env: "BuildEnvironment", _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    before = getattr(env, _DIGESTS, {})
    return [name for name, digest in _digests(app).items() if name in before and before[name] != digest]


def _remember(app: "Sphinx", env: "BuildEnvironment") -> None:
    setattr(env, _DIGESTS, _digests(app))


def _digests(app: "Sphinx") -> dict[str, str]:
    from lexkz.workspace.manifest import digest

    return {name: digest(repr(page)) for name, page in documents.kept(app.config).items()}
