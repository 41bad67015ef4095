"""The switch between the languages of the interface: the same page in the folder of another language."""

from typing import TYPE_CHECKING, Any

from lexkz.workspace.site.html import SITE

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""Languages of the interface by their own names."""
_ABSENT = frozenset({"genindex", "py-modindex", "opensearch"})


def add_switch(
    app: "Sphinx", pagename: str, _templatename: str, context: dict[str, Any], _doctree: "nodes.document | None"
) -> None:
    """Put the switch on top of a page, and tell search engines of the page in other languages."""
    codes = interfaces(app.config.lexkz_interfaces)
    here = app.config.language
    if len(codes) < 2 or here not in codes or pagename in _ABSENT:
        return
    up = "../" * (pagename.count("/") + 1)
    addresses = {code: f"{up}{code}/{pagename}.html" for code in codes}
    # A search engine wants whole addresses, which a site has once it knows where it will stand.
    base = str(app.config.html_baseurl or "").rstrip("/").removesuffix(f"/{here}")
    whole = {code: f"{base}/{code}/{pagename}.html" if base else address for code, address in addresses.items()}
    html = SITE.pieces("switch")
    # Templates of themes take both as HTML that is plain text to Python.
    context["metatags"] = context.get("metatags", "") + str(html.alternates(whole))
    nav = str(html.switch(addresses, here, NAMES))
    context["lexkz_switch"] = nav
    if "body" in context:
        context["body"] = nav + context["body"]


def interfaces(setting: Any) -> tuple[str, ...]:
    """Return the languages that a setting names, as a list or as words parted by commas."""
    given = setting.split(",") if isinstance(setting, str) else setting
    return tuple(code.strip() for code in given if code.strip())
