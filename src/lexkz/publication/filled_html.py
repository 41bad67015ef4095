"""A filled-in form as one HTML page without scripts; each value stands in an element that names its field."""

from html import escape

from lexkz.publication.filled import Entry, FilledForm, FilledLine, FilledSheet

_LANGUAGES = {"kaz": "kk", "rus": "ru"}
_STYLE = """
body { font: 12pt/1.4 "Times New Roman", "Liberation Serif", serif; max-width: 42em; margin: 2em auto; padding: 0 1em }
p { margin: 0 0 .4em; text-align: justify; text-indent: 1.5em; overflow-wrap: anywhere }
p.corner, p.mark, p.addressee { text-align: right; text-indent: 0 }
p.title { text-align: center; text-indent: 0; font-weight: bold; margin: 1em 0 }
p.heading { font-weight: bold }
table { border-collapse: collapse; width: 100%; margin: .6em 0 }
td, th { border: 1px solid; padding: .2em .4em; vertical-align: top }
td p, th p { overflow-wrap: break-word; text-indent: 0; text-align: left; min-height: 1.2em }
.field { white-space: pre-wrap; text-decoration: underline }
.field[data-empty] { text-decoration: none }
@media screen { table { display: block; overflow-x: auto } }
"""


def filled_html(form: FilledForm) -> str:
    """Return ``form`` as an HTML page. Values are text: nothing in them is markup."""
    body = "\n".join(_line(block) if isinstance(block, FilledLine) else _sheet(block) for block in form.blocks)
    title = escape(form.title or "")
    return (
        f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[form.lang]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def html_entries(page: str) -> tuple[tuple[str, str], ...]:
    """Return the tag and text of each value in a page that :func:`filled_html` made, in order."""
    from lxml import html

    root = html.document_fromstring(page)
    return tuple(
        (element.get("data-field") or "", "".join(map(str, element.itertext())))
        for element in root.iter("span")
        if element.get("data-field") and element.get("data-empty") is None
    )


def _line(line: FilledLine) -> str:
    return f'<p class="{line.style}">{"".join(_piece(piece) for piece in line.pieces)}</p>'


def _piece(piece: str | Entry) -> str:
    if isinstance(piece, str):
        return escape(piece)
    empty = "" if piece.given else " data-empty"
    label = escape(piece.label, quote=True)
    return f'<span class="field" data-field="{escape(piece.tag)}" title="{label}"{empty}>{escape(piece.text)}</span>'


def _sheet(sheet: FilledSheet) -> str:
    rows = []
    for row in sheet.rows:
        cells = []
        for cell in row:
            name = "th" if cell.header else "td"
            spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
                f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            )
            cells.append(f"<{name}{spans}>{''.join(_line(line) for line in cell.lines)}</{name}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>\n{chr(10).join(rows)}\n</table>"
