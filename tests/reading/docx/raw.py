"""Word documents written by hand, part by part, for what Word writes and python-docx does not."""

import io
import zipfile
from collections.abc import Mapping

_NS = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(text: str = "", properties: str = "", runs: str = "") -> str:
    """Return a paragraph of Word's XML: its properties, plain text, further runs."""
    own = r(text) if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{own}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    """Return a cell; ``content`` is text or paragraphs."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tbl(*rows: tuple[str, ...], properties: str = "") -> str:
    """Return a table of rows of cells."""
    made = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


BORDERS = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'


def numbering(lists: Mapping[str, str], nums: Mapping[str, str] | None = None) -> str:
    """Return the inside of ``numbering.xml``: levels by abstract list, and the lists that use them."""
    made = "".join(f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in lists.items())
    for num, inner in (nums or {key: f'<w:abstractNumId w:val="{key}"/>' for key in lists}).items():
        made += f'<w:num w:numId="{num}">{inner}</w:num>'
    return made


def lvl(ilvl: int, fmt: str, text: str, more: str = "", start: int = 1) -> str:
    """Return a level of a list."""
    written = f'<w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/>{written}</w:lvl>'


def num(num_id: int | str, ilvl: int = 0) -> str:
    """Return the properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def word(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    relations: str = "",
    doctype: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a document: ``parts`` are the insides of ``numbering``, ``styles``, ``footnotes``, ``header`` … ."""
    roots = {"header": "hdr", "footer": "ftr"}
    files = {"word/document.xml": f"{doctype}<w:document {_NS}><w:body>{body}</w:body></w:document>"}
    found = relations
    for place, (name, inside) in enumerate((parts or {}).items()):
        root = roots.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {_NS}>{inside}</w:{root}>"
        found += f'<Relationship Id="part{place}" Type="{_REL}/{name}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{found}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in files.items():
            archive.writestr(name, text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return stream.getvalue()


def hyperlink(ident: str, target: str) -> str:
    """Return a relation to a page."""
    return f'<Relationship Id="{ident}" Type="{_REL}/hyperlink" Target="{target}" TargetMode="External"/>'
