"""Blocks that hypothesis makes up: paragraphs and tables of synthetic words, in both languages."""

from hypothesis import strategies as st

from lexkz.reading.blocks import Align, Block, Cell, Lang, Paragraph, Place, Row, Run, Table
from lexkz.reading.marked.inline import breaks_a_sentence

NOWHERE = Place(None, None)
WORDS: dict[Lang, list[str]] = {
    "kaz": ["қызмет", "алушы", "туралы", "(бұдан", "әрі)", "1)", "29.", "–", "№", "«сынақ»", '"үлгі"',
            "<б>", "&", "____", "жылғы", "әкiмшiлiк", "5-1", "бар:"],
    "rus": ["услуги", "получателя", "об", "(далее", "–", "услуги)", "2)", "30.", "№", "«тест»", '"образец"',
            "</p>", "&amp;", "____", "года", "5-1", "есть:"],
}  # fmt: skip
ALIGNS: tuple[Align, ...] = ("body", "center", "right")
LINKS = ("https://adilet.zan.kz/kaz/docs/V2300032875#z34", "/rus/docs/K2300000224", "#z5")


@st.composite
def texts(draw: st.DrawFn, lang: Lang) -> str:
    """Words parted by single spaces."""
    return " ".join(draw(st.lists(st.sampled_from(WORDS[lang]), min_size=1, max_size=6)))


@st.composite
def paragraphs(draw: st.DrawFn, lang: Lang) -> Paragraph:
    """A paragraph of up to four runs, some linked, some bold."""
    parts = draw(st.lists(texts(lang), min_size=1, max_size=4))
    runs: list[Run] = []
    for place, part in enumerate(parts):
        href = draw(st.sampled_from((None, None, *LINKS)))
        runs.append(Run(part if place == 0 else f" {part}", href, draw(st.booleans())))
    align = draw(st.sampled_from(ALIGNS))
    return Paragraph(tuple(runs), NOWHERE, align, heading=draw(st.sampled_from((None, None, None, 1, 3))))


@st.composite
def tables(draw: st.DrawFn, lang: Lang) -> Table:
    """A drawn table of up to four by four cells, the first of them filled; some span rows or columns."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    covered = 0
    rows: list[Row] = []
    for line in range(height):
        cells: list[Cell] = []
        column = 0
        if covered:
            covered -= 1
            column = 1
        while column < width:
            text = "\n".join(draw(st.lists(texts(lang), min_size=0 if rows or cells else 1, max_size=2)))
            if column == 0 and width > 1 and draw(st.booleans()):
                rowspan = draw(st.integers(1, height - line))
                covered = rowspan - 1
                cells.append(Cell(text, 1, rowspan))
                column += 1
            else:
                colspan = draw(st.integers(1, width - column)) if column else 1
                cells.append(Cell(text, colspan))
                column += colspan
        rows.append(Row(tuple(cells), NOWHERE))
    return Table(tuple(rows), NOWHERE)


def acts(lang: Lang) -> st.SearchStrategy[list[Block]]:
    """Up to six blocks, the first a title that says what they are."""
    title = Paragraph((Run("Сынақ актісі" if lang == "kaz" else "Тестовый акт"),), NOWHERE, "center", heading=1)
    more = st.lists(st.one_of(paragraphs(lang), paragraphs(lang), tables(lang)), max_size=6)
    return more.map(lambda blocks: [title, *blocks])


def comparable(block: Block, *, links: bool = True) -> object:
    """Return what must be the same before and after: text, links, alignment, level; cells with their spans."""
    if isinstance(block, Table):
        return [[(whole_lines(cell.text), cell.colspan, cell.rowspan) for cell in row.cells] for row in block.rows]
    if not links:
        return block.text
    targets = [(run.text.strip(), run.href) for run in _merged(block.runs) if run.href]
    return block.text, block.align, block.heading, targets


def whole_lines(text: str) -> str:
    """A cell's text with the lines of one sentence of a point as one line: there a break is layout, and is read so."""
    lines = text.split("\n")
    for at in range(len(lines) - 1, 0, -1):
        if breaks_a_sentence(lines[at - 1], lines[at]):
            lines[at - 1 : at + 1] = [f"{lines[at - 1]} {lines[at]}"]
    return "\n".join(lines)


def _merged(runs: tuple[Run, ...]) -> list[Run]:
    """Return runs of one link as one; a space at the end of a run can stand on either side of its border."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].href == run.href:
            out[-1] = Run(out[-1].text + run.text, run.href)
        else:
            out.append(run)
    return out
