"""A sheet as a Word file."""

from collections.abc import Iterable, Iterator

from lxml import etree

from lexkz.publication.docx.lines import Ids, paragraph
from lexkz.publication.docx.names import make, qw
from lexkz.publication.docx.package import new_document, save, text_width
from lexkz.publication.docx.tables import table
from lexkz.publication.sheet.model import Grid, Line, Sheet
from lexkz.publication.sheet.signing import signed


def write_docx(sheet: Sheet) -> bytes:
    """Return ``sheet`` as the bytes of a DOCX file; the same sheet gives the same bytes.

    Raises :class:`~lexkz.publication.extras.MissingExtraError` where python-docx is not installed.
    """
    document = new_document(sheet)
    body = document.element.body
    end = body.find(qw("sectPr"))
    for old in [child for child in body if child is not end]:
        body.remove(old)
    for made in _blocks(sheet):
        if end is not None:
            end.addprevious(made)
        else:
            body.append(made)
    return save(document)


def _blocks(sheet: Sheet) -> Iterator[etree._Element]:
    ids = Ids()
    width = text_width(sheet)
    for block in signed(sheet.flow):
        if isinstance(block, Grid):
            yield table(block, ids, width=width)
            # Word joins tables that touch, and needs a paragraph after the last one.
            yield _spacer()
        else:
            yield paragraph(block, ids)
    last = sheet.flow[-1] if sheet.flow else None
    if isinstance(last, Line) and last.revision is not None:
        # The last paragraph of a file cannot go; this one stays instead.
        yield _spacer()


def _spacer() -> etree._Element:
    small: Iterable[etree._Element] = (make("sz", val=8), make("szCs", val=8))
    return make("p", make("pPr", make("rPr", *small)))
