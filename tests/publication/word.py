"""Word files read back, as Word would: their paragraphs and rows, tracked changes accepted or rejected."""

from io import BytesIO
from typing import Literal
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return a part of a file as XML."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(data: bytes) -> etree._Element:
    """Return the body of a document."""
    found = part(data).find(f"{W}body")
    assert found is not None
    return found


def decide(data: bytes, verdict: Literal["accept", "reject"]) -> etree._Element:
    """Return the body of a document with all its tracked changes accepted or rejected."""
    root = body(data)
    for side, kind in (("moveFrom", "del"), ("moveTo", "ins")):
        # What is moved goes in one place and comes in another.
        for end in [*root.iter(f"{W}{side}RangeStart"), *root.iter(f"{W}{side}RangeEnd")]:
            _remove(end)
        for move in list(root.iter(f"{W}{side}")):
            move.tag = f"{W}{kind}"
    keep, drop = ("ins", "del") if verdict == "accept" else ("del", "ins")
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            _remove(row)
    for cell in list(root.iter(f"{W}tc")):
        if cell.find(f"{W}tcPr/{W}{'cellDel' if verdict == 'accept' else 'cellIns'}") is not None:
            _remove(cell)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)
    for paragraph in list(root.iter(f"{W}p")):
        for change in paragraph.findall(f"{W}{drop}"):
            paragraph.remove(change)
        for change in paragraph.findall(f"{W}{keep}"):
            place = paragraph.index(change)
            paragraph[place : place + 1] = list(change)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None:
            following = paragraph.getnext()
            assert following is not None, "the last paragraph of a cell or of the file cannot go"
            rest = paragraph.findall(f"{W}r")
            if rest:
                assert following.tag == f"{W}p"
                following[1:1] = rest
            _remove(paragraph)
    assert next(root.iter(f"{W}{drop}"), None) is None
    return root


def lines(root: etree._Element) -> list[str]:
    """Return the text of a body: a paragraph a string, a row one string, its cells parted by tabs."""
    found: list[str] = []
    for block in root:
        if block.tag == f"{W}p":
            found.append(text(block))
        elif block.tag == f"{W}tbl":
            if block.find(f"{W}tblPr/{W}tblBorders/{W}top[@{W}val='nil']") is not None:  # a signature
                found.extend(text(each) for each in block.iter(f"{W}p"))
                continue
            for row in block.iterfind(f"{W}tr"):
                cells = [cell for cell in row.iterfind(f"{W}tc") if not _goes_on(cell)]
                said = (" ".join(filter(None, map(text, cell.iterfind(f"{W}p")))) for cell in cells)
                found.append("\t".join(said).rstrip("\t"))
    return [line for line in found if line]


def styles(root: etree._Element) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph of a body that has text."""
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if text(paragraph):
            found.append((style.get(f"{W}val", "") if style is not None else "", text(paragraph)))
    return found


def text(element: etree._Element) -> str:
    """Return the words of a paragraph, those that went among them."""
    hyphen = f"{W}noBreakHyphen"
    found = element.iter(f"{W}t", f"{W}delText", hyphen)
    return "".join("-" if each.tag == hyphen else each.text or "" for each in found)


def _goes_on(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
