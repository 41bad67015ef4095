"""A sheet as an HTML page; how it is written stands in ``templates/sheet.html``."""

from lexkz.languages.language import words_of
from lexkz.publication.markup import TEMPLATES, Markup, PageIds
from lexkz.publication.sheet.model import Sheet
from lexkz.publication.sheet.signing import signed


def write_html(sheet: Sheet) -> str:
    """Return ``sheet`` as one page without scripts, pictures or links, but those to files beside it.

    The same sheet gives the same page. Every word of it is escaped: nothing of a source is ever markup.
    """
    block, ids = TEMPLATES.pieces("sheet").block, PageIds()
    return TEMPLATES.page(
        "sheet",
        sheet=sheet,
        lang=words_of(sheet.lang).layout.code,
        # In a style element nothing is escaped; the running head in it is made safe where it is put in.
        style=Markup(style(landscape=sheet.landscape, running=sheet.running)),
        body=Markup("\n").join(block(each, ids) for each in signed(sheet.flow)),
    )


STYLE = """
:root{color-scheme:light}
body{font:12pt/1.25 "Times New Roman","Liberation Serif","DejaVu Serif",serif;color:#000;background:#fff;
max-width:165mm;margin:10mm auto;padding:0 5mm;overflow-wrap:break-word}
body.landscape{max-width:257mm}
p,h1,h2,h3,h4,h5,h6{margin:0;font-size:inherit;font-weight:normal}
.text,.formula,.note,.editors_note,.footnote,.article{text-align:justify;text-indent:12.5mm}
.text,.note,.cell,.form_line,.article{white-space:pre-wrap}
.blanks{text-align:left}
.corner span{white-space:nowrap}
.title,.caption{font-size:14pt;font-weight:bold;text-align:center;margin:6pt 0}
.requisites,.identified{text-align:center;margin-bottom:12pt}
.formula{margin:6pt 0}
.heading{font-weight:bold;text-align:center;margin:12pt 0 6pt;break-after:avoid}
.article{font-weight:bold;margin:12pt 0 6pt;break-after:avoid}
.form,.addressee,.right{text-align:right}
.corner{margin-left:51%;text-align:center}
.form{margin-top:6pt}
.center{text-align:center}
.note{font-size:11pt}
.editors_note,.footnote{font-size:9pt;color:#404040;margin-bottom:3pt}
.state{font-size:9pt;font-style:italic;text-align:center}
.gap{text-align:center;color:#595959;background:#f2f2f2;margin:3pt 0}
span.gap{background:#e7e6e6}
.post,.signature{font-weight:bold}
.signature{text-align:right}
.approval{margin:0}
.approval.head{margin-top:10pt}
.starts{break-before:page;margin-top:15mm}
table{border-collapse:collapse;width:100%;margin:3pt 0 6pt;font-size:10pt}
td,th{border:.5pt solid #000;padding:1pt 4pt;vertical-align:top;text-align:left;font-weight:normal}
th{text-align:center;vertical-align:middle}
th p{font-weight:bold}
td .center{text-align:center}
td .right{text-align:right}
table.plain td{border:0;font-size:12pt;vertical-align:bottom;padding:6pt 0 0}
thead{display:table-header-group}
tr{break-inside:avoid}
td.came,th.came{background:#eef7ee}
td.gone,th.gone{background:#fbeeee}
del{color:#a00;text-decoration:line-through}
ins{color:#060;text-decoration:underline}
@page{size:SIZE;margin:20mm 15mm 20mm 25mm;
@top-right{content:RUNNING;font:8pt "Times New Roman","Liberation Serif",serif;color:#595959}
@bottom-center{content:counter(page) " / " counter(pages);font:11pt "Times New Roman","Liberation Serif",serif}}
@media print{body{max-width:none;margin:0;padding:0}.starts{margin-top:0}}
"""


def style(*, landscape: bool, running: str) -> str:
    """Return the style sheet of a page, its running head in it, for a ``style`` element."""
    # In CSS a string is quoted by backslashes; "<" must not end the style element.
    quoted = running.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("<", "\\3c ")
    return STYLE.replace("SIZE", "A4 landscape" if landscape else "A4").replace("RUNNING", f'"{quoted}"')
