"""A sheet as an HTML page; how it is written stands in ``templates/sheet.html``."""

from lexkz.languages.language import words_of
from lexkz.publication.html.style import style
from lexkz.publication.markup import TEMPLATES, Ids, Markup
from lexkz.publication.sheet.model import Sheet
from lexkz.publication.sheet.signing import signed


def write_html(sheet: Sheet) -> str:
    """Return ``sheet`` as one page without scripts, pictures or links, but those to files beside it.

    The same sheet gives the same page. Every word of it is escaped: nothing of a source is ever markup.
    """
    block, ids = TEMPLATES.pieces("sheet").block, Ids()
    return TEMPLATES.page(
        "sheet",
        sheet=sheet,
        lang=words_of(sheet.lang).layout.code,
        # In a style element nothing is escaped; the running head in it is made safe where it is put in.
        style=Markup(style(landscape=sheet.landscape, running=sheet.running)),
        body=Markup("\n").join(block(each, ids) for each in signed(sheet.flow)),
    )
