"""Seeds: a small input of each format to begin from, made here so that no file has to be kept."""

import io
import json
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
_LINES = (
    "Сынақ бұйрығы",
    "БҰЙЫРАМЫН:",
    '1. "Сынақ" 2020 жылғы 5 қазандағы № 115 бұйрығына мынадай өзгерістер енгізілсін:',
    "2-тармақ мынадай редакцияда жазылсын:",
    '"2. Жаңа мәтін.";',
    '3-тармақтағы "екі" деген сөз "үш" деген сөзбен ауыстырылсын.',
    "2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.",
)


def seeds(name: str) -> tuple[bytes, ...]:
    """Return the seeds of one format; none where a library that makes them is not installed."""
    try:
        return _MADE[name]()
    except ImportError:
        return ()


def _text() -> tuple[bytes, ...]:
    order = (ROOT / "corpus" / "V2400035172" / "kaz.txt").read_bytes()
    return "\n".join(_LINES).encode(), order[:6000], order[-9000:]


def _akn() -> tuple[bytes, ...]:
    return ((ROOT / "xml" / "V2300032875" / "kaz.xml").read_bytes(),)


def _html() -> tuple[bytes, ...]:
    rows = "".join(f'<p id="z{place}">&nbsp;&nbsp;{line}</p>' for place, line in enumerate(_LINES))
    table = "<table><tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td></tr></table>"
    article = f'<div id="container" class="module_npaView lang_kaz"><article>{rows}{table}</article></div>'
    return (f"<html><body>{article}</body></html>".encode(),)


def _json() -> tuple[bytes, ...]:
    nodes = [
        {"id": place, "type": "point", "level": 1, "index": place, "text": line} for place, line in enumerate(_LINES)
    ]
    edition = {"ngr": "V2000000001", "version": {"versionDate": "2020-10-05", "metadata": {}}, "content": nodes}
    return (json.dumps(edition, ensure_ascii=False).encode(),)


def _docx() -> tuple[bytes, ...]:
    from docx import Document

    document = Document()
    for line in _LINES:
        document.add_paragraph(line)
    document.add_table(2, 2).cell(0, 0).text = "1"
    out = io.BytesIO()
    document.save(out)
    return (out.getvalue(),)


def _pdf() -> tuple[bytes, ...]:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    page = Canvas(out)
    for place, line in enumerate(_LINES):
        page.drawString(72, 700 - 20 * place, line.encode("ascii", "replace").decode())
    page.save()
    return (out.getvalue(),)


_MADE: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "text": _text,
    "akn": _akn,
    "html": _html,
    "json": _json,
    "docx": _docx,
    "pdf": _pdf,
}
