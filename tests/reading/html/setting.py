"""Set blocks as a page: in plain HTML, and as "Әділет" lays its pages out."""

from collections.abc import Iterable, Sequence
from html import escape

from lexkz.reading.blocks import Block, Paragraph, Run, Table

INDENT = "&nbsp;" * 6
_STYLES = {"center": ' style="text-align:center"', "right": ' align="right"', "left": "", "body": ""}


def plain(blocks: Iterable[Block]) -> bytes:
    """Return a page with nothing but ``blocks`` in it."""
    body = "\n".join(_plain(block) for block in blocks)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'.encode()
    )


def adilet(title: str, requisites: str, blocks: Sequence[Block], lang: str = "kaz") -> bytes:
    """Return a page as "Әділет" lays it out: site around, indents, corner marks and signatures as tables."""
    return f"""<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>{escape(title)}</title>
<script>var title = "Бұл мәтін емес";</script><style>p {{ color: black }}</style></head>
<body><div class="header"><ul><li><a href="/kaz">Басты бет</a></li><li><a href="/kaz/search">Іздеу</a></li></ul></div>
<div id="container" class="module_npaView lang_{lang}">
<div class="container_alpha slogan"><h1>{escape(title)}</h1><p>{escape(requisites)}</p>
<span class="status status_new">Жаңа</span></div>
<div class="container_gamma text"><div class="gs_12"><article>
{"".join(_adilet(blocks))}
</article></div></div>
<div class="container_omega aftertext"><p>© 2012. Заңнама институты</p></div>
</div></body></html>""".encode()


def _plain(block: Block) -> str:
    if isinstance(block, Table):
        return _table(block)
    tag = "p" if block.heading is None else f"h{block.heading}"
    return f"<{tag}{_STYLES[block.align]}>{_runs(block.runs)}</{tag}>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.bold:
        text = f"<b>{text}</b>"
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text


def _table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            spans = "".join(
                f' {name}="{value}"'
                for name, value in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
                if value > 1
            )
            lines = "".join(f"<p>{escape(line, quote=False)}</p>" for line in cell.text.split("\n") if line)
            cells.append(f"<td{spans}>{lines}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="{int(table.borders)}"><tbody>{"".join(rows)}</tbody></table>'


def _adilet(blocks: Sequence[Block]) -> Iterable[str]:
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Table):
            yield _table(block)
        elif block.align == "right":
            mark = place
            while place + 1 < len(blocks) and _is_right(blocks[place + 1]):
                place += 1
            lines = "<br/>".join(_runs(line.runs) for line in blocks[mark : place + 1] if isinstance(line, Paragraph))
            cells = f'<td width="600px">&nbsp;</td><td width="380px">{lines}</td>'
            yield f"<table><tbody><tr>{cells}</tr></tbody></table>\n"
        elif block.align == "center" or block.heading is not None:
            yield f'<h3 id="z{place}">{_runs(block.runs)}</h3>\n'
        else:
            # Half of the paragraphs have an id, some have a named anchor.
            opening = f'<p id="z{place}">' if place % 2 else f'<p><a name="z{place}"></a>'
            yield f"{opening}{INDENT}{_runs(block.runs)}</p>\n"
        place += 1


def _is_right(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.align == "right"
