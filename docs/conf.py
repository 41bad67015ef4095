"""The documentation site. ``make docs`` builds it in three languages of the interface; a plain sphinx-build, in one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "lexkz"
author = "the lexkz authors"
copyright = author  # noqa: A001 (the name that Sphinx reads)
html_title = "lexkz"
language = "en"

extensions = ["sphinx.ext.autodoc", "lexkz.sphinx", "reference"]
locale_dirs = ["locale"]
gettext_compact = False
gettext_uuid = False
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
# Examples in docstrings show their prompt; what is private stays so.
autodoc_default_options = {"members": True, "show-inheritance": False}
lexkz_workspace = ".."

templates_path = ["_templates"]
exclude_patterns = ["_build", "_ext", "decisions", "schema", "locale", "guide/samples", "example"]
root_doc = "index"
# The law's quotes stay as they are printed; the guide's do, too.
smartquotes = False
html_theme = "furo"
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
html_show_copyright = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5f8b", "color-brand-content": "#1a5a86"},
    "dark_css_variables": {"color-brand-primary": "#8cc4ea", "color-brand-content": "#8cc4ea"},
    "top_of_page_buttons": [],
}
