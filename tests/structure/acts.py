"""Sources for tests, written as lines, and what was built of them, read back as lines."""

from collections import Counter

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.schema import errors
from lexkz.akn.text import paragraphs
from lexkz.reading.blocks import Block, Cell, Lang, Paragraph, Place, Row, Run, Source, Table
from lexkz.structure import Act, build


def source(text: str, lang: Lang = "kaz") -> Source:
    """Return a source: a line is a paragraph; ``> `` right, ``^ `` centred, ``# `` a heading, ``|a|b`` a table row."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for number, line in enumerate(text.strip().split("\n"), start=1):
        line = line.strip()
        place = Place(1, number, number)
        if line.startswith("|"):
            header = line.startswith("|!")
            cells = line.lstrip("|!").split("|")
            rows.append(Row(tuple(Cell(cell.strip()) for cell in cells), place, header))
            continue
        if rows:
            blocks.append(Table(tuple(rows), rows[0].place))
            rows = []
        if line.startswith("> "):
            blocks.append(Paragraph((Run(line[2:]),), place, "right"))
        elif line.startswith("^ "):
            blocks.append(Paragraph((Run(line[2:]),), place, "center"))
        elif line.startswith("#"):
            marks = line.split(" ")[0]
            blocks.append(Paragraph((Run(line[len(marks) :].strip()),), place, heading=len(marks)))
        elif line:
            blocks.append(Paragraph((Run(line),), place))
    if rows:
        blocks.append(Table(tuple(rows), rows[0].place))
    return Source("text", lang, tuple(blocks))


def act(text: str, lang: Lang = "kaz") -> Act:
    """Return the act built of such a text, after checking what holds for all acts: the XSD and promise 1."""
    made = source(text, lang)
    built = build(made)
    assert [finding.message.eng for finding in errors(built.root)] == []
    assert_nothing_is_lost(made, built)
    return built


def source_lines(made: Source) -> list[str]:
    """Return the text of a source, a paragraph or a row a line."""
    lines = []
    for block in made.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines.extend("".join(cell.text for cell in row.cells) for row in block.rows)
    return lines


def squeezed(text: str) -> str:
    """Return ``text`` without white space."""
    return "".join(text.split())


def set_aside(root: etree._Element) -> list[str]:
    """Return what is no text of the act: editors' notes and tables of contents."""
    return [*("".join(map(str, note.itertext())) for note in root.iter(q("note"))), *contents(root)]


def contents(root: etree._Element) -> list[str]:
    """Return the lines of the table of contents."""
    return [item.text or "" for item in root.iter(q("tocItem"))]


def assert_nothing_is_lost(made: Source, built: Act) -> None:
    """Assert promise 1: each visible character of the source stands once in the act, and in the source's order."""
    before = source_lines(made)
    after = paragraphs(built.root)
    aside = set_aside(built.root)
    assert Counter(squeezed("".join(before))) == Counter(squeezed("".join([*after, *aside])))
    repaired = {squeezed(block.text) for block in made.blocks if isinstance(block, Paragraph) and block.repairs}
    # A footnote stands at its mark, wherever the source prints it.
    footnotes = [line for note in built.root.iter(q("authorialNote")) for line in paragraphs(note)]
    noted = {squeezed(line) for line in (*aside, *footnotes)}
    kept = [line for line in map(squeezed, before) if line not in noted and line not in repaired]
    text = squeezed("".join(after))
    place = 0
    for line in kept:
        found = text.find(line, place)
        assert found >= 0, line
        place = found + len(line)


def outline(parent: etree._Element) -> list[str]:
    """Return the units under ``parent``: "eId num heading | text" a line, quoted content under its instruction."""
    lines: list[str] = []
    for child in parent:
        _outline(child, lines, "")
    return lines


def _outline(element: etree._Element, lines: list[str], indent: str) -> None:
    name = local(element)
    if name in ("meta", "num", "heading", "content", "intro"):
        return
    eid = element.get("eId", "")
    own = [part for part in element if local(part) in ("num", "heading")]
    text = [part for part in element if local(part) in ("content", "intro")]
    words = [" ".join(paragraphs(part)) for part in own]
    if name in ("p", "block"):
        words.append(" ".join(paragraphs(element)))
    quoted: list[etree._Element] = []
    for part in text:
        mods = list(part.iter(q("mod")))
        quoted.extend(found for mod in mods for found in mod.iter(q("quotedStructure")))
        words.append("| " + (mods[0].text or "" if mods else " / ".join(paragraphs(part))))
    lines.append(indent + " ".join(part for part in (eid, *words) if part))
    for found in quoted:
        lines.append(f"{indent}  [{found.get('startQuote', '')}")
        for child in found:
            _outline(child, lines, indent + "   ")
        lines.append(f"{indent}  {found.get('endQuote', '')}] {found.tail or ''}".rstrip())
    for child in element:
        if local(child) not in ("tr",):
            _outline(child, lines, indent + "  ")


def body(built: Act) -> list[str]:
    """Return the outline of the act's body."""
    found = built.root.find(f".//{q('act')}/{q('body')}")
    assert found is not None
    return outline(found)


def codes(built: Act) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in built.findings]
