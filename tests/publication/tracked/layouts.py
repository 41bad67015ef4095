"""Word files as departments make them, of the made-up orders in ``fixtures``: three layouts, each in both languages.

``numbered``: points and subpoints numbered by Word on several levels, headings by styles. ``letterhead``: corner marks
and signature in tables without lines, header, footer with a page field, a footnote, a link, a table. ``libreoffice``:
direct formatting, a run for every word, bookmarks, spaces of several kinds, soft line ends.

A file in ``fixtures`` has the order, then the order that amends it, then what that says of the table of the annex.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Words:
    """A made-up order and the one that amends it."""

    base: str
    amending: str
    rows: str
    """Commands for the table of its annex."""


def _words(lang: str) -> Words:
    text = (Path(__file__).parent / "fixtures" / f"{lang}.txt").read_text(encoding="utf-8")
    base, amending, rows = (part.strip("\n") for part in re.split(r"--- (?:amending|rows)\n", text))
    return Words(base, amending, rows)


BOTH = {"rus": _words("rus"), "kaz": _words("kaz")}


def package(
    body: str, *, numbering: str = "", styles: str = "", extra: dict[str, tuple[str, str, str]] | None = None
) -> bytes:
    """Return a Word file of ``body``. ``extra``: name of a part to its relation, content type and XML."""
    parts = {"numbering.xml": ("numbering", f"{_WORD}.numbering+xml", numbering)} if numbering else {}
    parts |= {"styles.xml": ("styles", f"{_WORD}.styles+xml", styles)} if styles else {}
    parts |= extra or {}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, (_, kind, _) in parts.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{count}" Type="{_OFFICE}/{kind}" Target="{name}"/>'
        for count, (name, (kind, _, _)) in enumerate(parts.items(), start=1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}": xml for name, (_, _, xml) in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return out.getvalue()


PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)

STYLES = (
    f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="both"/></w:pPr></w:style></w:styles>'
)


def _level(place: int, text: str, left: int) -> str:
    linked = '<w:pStyle w:val="Point"/>' if place == 0 else ""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{linked}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "%1.", 720)
    + _level(1, "%2)", 1080)
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "%1.", 720).replace('<w:pStyle w:val="Point"/>', "")
    + _level(1, "%2)", 1080)
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = re.split(r"([\t\n])", text)
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inner = "".join(signs.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts if part)
    return f"<w:r>{own}{inner}</w:r>"


def paragraph(text: str, properties: str = "", look: str = "") -> str:
    """Return a paragraph of one run."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{own}{run(text, look) if text else ''}</w:p>"


_POINT, _SUBPOINT = re.compile(r"\d+\. "), re.compile(r"\d+\) ")


def numbered(lang: str) -> bytes:
    """Return the order with points and subpoints that Word numbers, the rules' list after the order's own."""
    made, rules = [], False
    for line in BOTH[lang].base.splitlines():
        rules = rules or line.startswith(
            ("Утверждены", "Қазақстан Республикасы Еңбек министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығымен")
        )
        point, sub = _POINT.match(line), _SUBPOINT.match(line)
        if point and rules:
            made.append(paragraph(line[point.end() :], '<w:pStyle w:val="Point"/>'))
        elif point:
            made.append(paragraph(line[point.end() :], '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'))
        elif sub:
            made.append(paragraph(line[sub.end() :], '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'))
        elif line.startswith(("Глава", "1-тарау", "2-тарау")):
            made.append(paragraph(line, '<w:pStyle w:val="Heading1"/>'))
        else:
            made.append(paragraph(line))
    return package("".join(made) + PAGE, numbering=NUMBERING, styles=STYLES)


NOTES = (
    f"<w:footnotes {W}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
    "{note}</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(rows: list[list[str]], *, borders: bool = True) -> str:
    """Return a table; ``"<"`` in a cell goes on with the one above it, ``"2:…"`` spans two columns."""
    lines = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if borders else ""
    columns = max(sum(2 if cell.startswith("2:") else 1 for cell in row) for row in rows)
    made = []
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 and borders else ""
        cells = []
        for place, cell in enumerate(row):
            below = number + 1 < len(rows) and place < len(rows[number + 1]) and rows[number + 1][place] == "<"
            span = '<w:gridSpan w:val="2"/>' if cell.startswith("2:") else ""
            merge = "<w:vMerge/>" if cell == "<" else '<w:vMerge w:val="restart"/>' if below else ""
            text = "" if cell == "<" else cell.removeprefix("2:")
            inner = "".join(paragraph(part, look="<w:i/>") for part in text.split("|"))
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>')
        made.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
    grid = '<w:gridCol w:w="2000"/>' * columns
    properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/>{lines}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"


ANNEX = {
    "rus": ("Приложение 1 к Правилам учета посещений", "Перечень должностей", ["№", "Должность", "Число"], "Сторож"),
    "kaz": ("Келушілерді есепке алу қағидаларына 1-қосымша", "Лауазымдар тізбесі", ["№", "Лауазым", "Саны"], "Күзетші"),
}
ROWS = {
    "rus": [["1", "Директор", "1"], ["2", "Бухгалтер", "0,5"], ["3", "Сторож", "2"], ["4", "Водитель", "1"]],
    "kaz": [["1", "Директор", "1"], ["2", "Есепші", "0,5"], ["3", "Күзетші", "2"], ["4", "Жүргізуші", "1"]],
}


def amending(lang: str, *, rows: bool = False) -> str:
    """Return the amending order; ``rows``: it changes the table of the annex as well."""
    text = BOTH[lang].amending
    return text.replace('".\n2. ', f'";\n{BOTH[lang].rows}\n2. ') if rows else text


_BODY = '<w:ind w:firstLine="709"/><w:jc w:val="both"/>'


def letterhead(lang: str) -> bytes:
    """Return the order on the paper of a department: tables without lines that lay out the page, header, footer, a
    footnote, a link, a field, and an annex with a table."""
    lines = BOTH[lang].base.splitlines()
    made, note = [], {"rus": "Сноска департамента.", "kaz": "Департаменттің сілтемесі."}[lang]
    for at, line in enumerate(lines):
        if at == 5:
            post, name = line.split("\t")
            made.append(table([[post, name]], borders=False) + paragraph(""))
        elif at == 6:
            made.append(table([["", line]], borders=False) + paragraph(""))
        elif at in (0, 7):
            made.append(paragraph(line, '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'))
        elif at in (8, 14):
            made.append(paragraph(line, '<w:keepNext/><w:jc w:val="center"/>', "<w:b/>"))
        elif at == 9:
            words = line.split(" ")
            underlined = run(words[2], '<w:u w:val="single"/>')
            link = f'<w:hyperlink w:anchor="x">{underlined}</w:hyperlink>'
            made.append(
                f"<w:p><w:pPr>{_BODY}</w:pPr>{run(' '.join(words[:2]) + ' ')}{link}"
                f'{run(" " + " ".join(words[3:]))}<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/></w:p>'
            )
        elif at == 15:
            made.append(
                f"<w:p><w:pPr>{_BODY}</w:pPr>{run(line)}"
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r></w:p>'
            )
        else:
            made.append(paragraph(line, _BODY, '<w:color w:val="1F1F1F"/>'))
    mark, title, head, _ = ANNEX[lang]
    made.append(table([["", mark]], borders=False) + paragraph(title, '<w:jc w:val="center"/>', "<w:b/>"))
    made.append(table([head, *ROWS[lang]]) + paragraph(""))
    right = paragraph("Бланк № 7", '<w:jc w:val="right"/>')
    header = f"<w:hdr {W}>{right}</w:hdr>"
    footer = f'<w:ftr {W}><w:p><w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple></w:p></w:ftr>'
    end = PAGE.replace(
        "<w:sectPr>",
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>',
    )
    extra = {
        "header1.xml": ("header", f"{_WORD}.header+xml", header),
        "footer1.xml": ("footer", f"{_WORD}.footer+xml", footer),
        "footnotes.xml": ("footnotes", f"{_WORD}.footnotes+xml", NOTES.replace("{note}", note)),
    }
    return package("".join(made) + end, extra=extra)


def libreoffice(lang: str) -> bytes:
    """Return the order as LibreOffice saves it: all formatting direct, a run for each word, marks between them."""
    direct = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
    made = []
    for at, line in enumerate(BOTH[lang].base.splitlines()):
        runs = []
        for place, word in enumerate(re.findall(r"\S+\s*", line)):
            odd = "\u00a0" if word.endswith(" ") and place % 3 == 2 else ""
            text = word.rstrip(" ") + odd if odd else word
            locale = "kk-KZ" if lang == "kaz" else "ru-RU"
            look = direct + (f'<w:lang w:val="{locale}"/>' if place % 2 else "")
            runs.append(run(text, look))
            if place == 1:
                runs.append(
                    f'<w:bookmarkStart w:id="{at}" w:name="b{at}"/><w:bookmarkEnd w:id="{at}"/>'
                    '<w:proofErr w:type="spellStart"/>'
                )
        align = "center" if at in (0, 7, 8, 14) else "both"
        own = f'<w:widowControl/><w:bidi w:val="0"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="{align}"/>'
        if at in (11, 12):
            continue
        if at == 10:  # three subpoints in one paragraph, parted by soft line ends
            rest = BOTH[lang].base.splitlines()[11:13]
            runs += [run(f"\n{other}", direct) for other in rest]
        made.append(f"<w:p><w:pPr>{own}<w:rPr>{direct}</w:rPr></w:pPr>{''.join(runs)}</w:p>")
    return package("".join(made) + PAGE)


LAYOUTS = {"numbered": numbered, "letterhead": letterhead, "libreoffice": libreoffice}
