"""A sheet as a Word file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from lexkz.publication.docx.comments import Comment, around, around_words, with_comments
from lexkz.publication.docx.lines import TrackedIds, paragraph, range_start
from lexkz.publication.docx.names import make, qw
from lexkz.publication.docx.package import new_document, save, text_width
from lexkz.publication.docx.tables import table
from lexkz.publication.remarks import AUTHOR, block_of
from lexkz.publication.sheet.model import Block, Sheet, SheetLine, SheetTable
from lexkz.publication.sheet.signing import signed
from lexkz.publication.stable_zip import archive as zipped


def write_docx(sheet: Sheet) -> bytes:
    """Return ``sheet`` as the bytes of a DOCX file; the same sheet gives the same bytes.

    Raises :class:`~lexkz.publication.extras.MissingExtraError` where python-docx is not installed.
    """
    document = new_document(sheet)
    body = document.element.body
    end = body.find(qw("sectPr"))
    for old in [child for child in body if child is not end]:
        body.remove(old)
    flow = tuple(signed(sheet.flow))
    made = tuple(_blocks(sheet, flow))
    for _, element in made:
        if end is not None:
            end.addprevious(element)
        else:
            body.append(element)
    comments = _comments(sheet, flow, dict(made))
    data = save(document)
    if not comments:
        return data
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(with_comments(parts, "word/document.xml", comments))


def _comments(
    sheet: Sheet, flow: Sequence[Block], elements: Mapping[int | None, etree._Element]
) -> tuple[Comment, ...]:
    """Hang the remarks on their paragraphs, the first of the text where none is known; return them."""
    made: list[Comment] = []
    first = next((place for place, block in enumerate(flow) if block.text and not isinstance(block, SheetTable)), None)
    for number, remark in enumerate(sheet.remarks):
        place = block_of(flow, remark)
        element = elements.get(first if place is None else place)
        holder = next(element.iter(qw("p")), None) if element is not None else None
        if holder is None:
            continue
        if not (element is holder and around_words(holder, remark.words, number)):
            around(holder, number)
        made.append(Comment(number, AUTHOR, remark.paragraphs, sheet.date))
    return tuple(made)


def _blocks(sheet: Sheet, flow: Sequence[Block]) -> Iterator[tuple[int | None, etree._Element]]:
    """Yield the elements of the body, those of blocks with their place in the flow."""
    ids = TrackedIds()
    width = text_width(sheet)
    opened: etree._Element | None = None
    """End of the range of what is moved, while one is open."""
    for place, block in enumerate(flow):
        if isinstance(block, SheetTable):
            yield place, table(block, ids, width=width)
            # Word joins tables that touch, and needs a paragraph after the last one.
            yield None, _spacer()
            continue
        made = paragraph(block, ids)
        if _moves(block)[1] and (not place or _moves(flow[place - 1]) != _moves(block)):
            opened = range_start(made, block, ids)
        yield place, made
        if opened is not None and (place + 1 == len(flow) or _moves(flow[place + 1]) != _moves(block)):
            yield None, opened
            opened = None
    last = sheet.flow[-1] if sheet.flow else None
    if isinstance(last, SheetLine) and last.revision is not None:
        # The last paragraph of a file cannot go; this one stays instead.
        yield None, _spacer()


def _moves(block: Block) -> tuple[str, str]:
    """Side and name of the move that a line is of."""
    revision = block.revision if isinstance(block, SheetLine) else None
    return (revision.mark, revision.move) if revision is not None and revision.move else ("", "")


def _spacer() -> etree._Element:
    small: Iterable[etree._Element] = (make("sz", val=2), make("szCs", val=2))
    # As low as can be: below a table that fills its page it must not open a page of its own.
    low = make("spacing", before=0, after=0, line=20, lineRule="exact")
    return make("p", make("pPr", low, make("rPr", *small)))
