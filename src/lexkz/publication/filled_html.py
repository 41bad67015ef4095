"""A filled-in form as one HTML page without scripts; each value stands in an element that names its field."""

from lexkz.languages.language import words_of
from lexkz.publication.filled import FilledForm
from lexkz.publication.markup import TEMPLATES, Markup


def filled_html(form: FilledForm) -> str:
    """Return ``form`` as an HTML page. Values are text: nothing in them is markup."""
    body = Markup("\n").join(TEMPLATES.pieces("filled").block(block) for block in form.blocks)
    return TEMPLATES.page("filled", form=form, lang=words_of(form.lang).layout.code, body=body)


def html_entries(page: str) -> tuple[tuple[str, str], ...]:
    """Return the tag and text of each value in a page that :func:`filled_html` made, in order."""
    from lxml import html

    root = html.document_fromstring(page)
    return tuple(
        (element.get("data-field") or "", "".join(map(str, element.itertext())))
        for element in root.iter("span")
        if element.get("data-field") and element.get("data-empty") is None
    )
