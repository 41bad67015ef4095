"""A comparison as one file: the fragments of a change's page with the style and the script in it, no server needed."""

from lexkz.publication.change.assets import script, style
from lexkz.publication.markup import TEMPLATES, Markup


def alone(title: str, lang: str, body: str) -> str:
    """Return a page in ``lang`` (``kaz``, ``rus``); ``body`` is HTML, escaped already."""
    return TEMPLATES.page(
        "alone", title=title, lang=lang, body=Markup(body), style=Markup(style()), script=Markup(script())
    )
