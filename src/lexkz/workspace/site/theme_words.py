"""Words that furo has in its templates and does not let be translated: put into the language of the interface."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_TITLES = (
    *("Contents", "Menu", "Expand", "Light mode", "Dark mode"),
    *("Auto light/dark, in light mode", "Auto light/dark, in dark mode"),
)
_LABELS = (
    "Toggle Light / Dark / Auto color theme",
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
)
_WORDS = re.compile(
    r"(?P<before><title>|\baria-label=\")"
    f"(?P<words>{'|'.join(re.escape(words) for words in (*_TITLES, *_LABELS))})"
    r"(?=</title>|\")"
)
_MAKER = re.compile(r"(@pradyunsg</a>)'s\b")
"""English grammar in the line that names the theme."""


def add_words(
    app: "Sphinx", _pagename: str, _templatename: str, context: dict[str, Any], _doctree: "nodes.document | None"
) -> None:
    """Give templates ``lexkz_said``: HTML of the theme with its own words in the language of the interface.

    What stands in the text of a page cannot be meant: there ``<`` and quotes are escaped.
    """
    from markupsafe import Markup
    from sphinx.locale import _ as translated

    english = app.config.language == "en"

    def said(html: str) -> Markup:
        if english:
            return Markup(html)
        made = _WORDS.sub(lambda found: found["before"] + translated(found["words"]), str(html))
        return Markup(_MAKER.sub(r"\1 ·", made))

    context["lexkz_said"] = said
