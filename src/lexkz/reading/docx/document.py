"""A Word document: its main part, and what belongs to it in others."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.languages.old_fonts import in_letters
from lexkz.reading import letters
from lexkz.reading.blocks import Furniture, Lang, Paragraph, Place, Source, SourceError
from lexkz.reading.docx import findings
from lexkz.reading.docx.archive import Archive, ArchiveLimits, damaged, opened
from lexkz.reading.docx.body import Body
from lexkz.reading.docx.names import W, below, child, local, val
from lexkz.reading.docx.numbering import numbering
from lexkz.reading.docx.state import DocxState, PrintedParagraph
from lexkz.reading.docx.styles import Styles, styles
from lexkz.reading.docx.tables import UnacceptableChangeError
from lexkz.reading.marked.characters import never_text
from lexkz.reading.marked.language import language


def read(data: bytes, name: str, lang: Lang | None = None, *, limits: ArchiveLimits | None = None) -> Source:
    """Return the blocks of a Word document, with the numbers that Word generates, and its headers and footers as
    furniture.

    ``data`` are the file's bytes, ``name`` its name for messages; ``lang`` is believed when given. Tracked changes are
    taken as accepted, comments and hidden text left out, each with a finding. Nothing is unpacked to disk or fetched.
    Raises SourceError for what is no Word document, is damaged, encrypted or beyond ``limits``, for a document without
    text or in another language, and for tracked changes of table cells.
    """
    return trace(data, name, lang, limits=limits).source


@dataclass(frozen=True, slots=True)
class Traced:
    """A Word document that was read, and where its text stands in its XML."""

    source: Source
    archive: Archive
    part: str
    """Name of the part that holds the text."""
    root: etree._Element
    """The XML of that part."""
    printed: tuple[PrintedParagraph, ...]
    """Its paragraphs in the order of their numbers, those of text boxes, notes and cells among them."""
    styles: Styles

    def lists(self) -> tuple[str, etree._Element | None]:
        """Return name and XML of the part of the numbered lists, read anew; ``""`` and None where there is none."""
        for relation in self.archive.relations(self.part).values():
            if relation.type == "numbering" and not relation.external:
                return relation.target, self.archive.part(relation.target)
        return "", None


def trace(data: bytes, name: str, lang: Lang | None = None, *, limits: ArchiveLimits | None = None) -> Traced:
    """Read a Word document as :func:`read` does, and tell where its text stands in it; the errors are the same."""
    archive = opened(data, name, limits)
    main = next((found.target for found in archive.relations("").values() if found.type == "officeDocument"), "")
    root = archive.part(main) if main else None
    body = child(root, "body")
    if root is None or local(root) != "document" or body is None:
        raise damaged(name)
    text = "\n".join(element.text or "" for element in root.iter(f"{W}t"))
    old = letters.of_old_font(text)
    said_old = (letters.font_map(old, text),) if old else ()
    text = in_letters(text, old) if old else text
    known = language(text, name, lang)
    state = _state(archive, main, known)
    state.letters = old or {}
    try:
        blocks = Body(state).read(below(body))
    except UnacceptableChangeError:
        raise SourceError(
            f"{name} has tracked changes of table cells, which cannot be taken as accepted: "
            "accept or reject them in Word and save it."
        ) from None
    if not blocks:
        raise SourceError(f"{name} holds no text: give a file that holds the text of an act.")
    furniture = (
        *_furniture(archive, main, state),
        *(Furniture(text.strip(), "header", Place(None, None)) for text in state.set_aside if text.strip()),
        *(Furniture(number, "page_number", Place(None, None)) for number in state.page_numbers),
    )
    missed = [element.text or "" for element in body.iter(f"{W}t") if element not in state.taken and _seen(element)]
    strange = never_text(text)
    said = (*said_old, *((strange,) if strange else ()), *findings.said(state, _comments(archive, main), missed))
    source = state.controls.told(Source("docx", known, tuple(blocks), furniture, said))
    return Traced(source, archive, main, root, tuple(state.printed), state.styles)


def _seen(element: etree._Element) -> bool:
    """Tell whether Word prints an element: copies of text boxes for older programs it does not."""
    for outer in element.iterancestors():
        if local(outer) == "Fallback":
            holder = outer.getparent()
            return holder is None or not any(local(beside) == "Choice" for beside in holder)
    return True


def _state(archive: Archive, main: str, lang: Lang) -> DocxState:
    found = styles(_related(archive, main, "styles"))
    settings = _related(archive, main, "settings")
    formats = {"footnote": "decimal", "endnote": "lowerRoman"}
    for kind in tuple(formats):
        said = val(child(settings, f"{kind}Pr", "numFmt"))
        formats[kind] = said or formats[kind]
    notes = {
        (kind, val(element, "id") or ""): element
        for kind in formats
        for element in _children(_related(archive, main, f"{kind}s"), kind)
        # The lines that part notes from text are notes of their own types.
        if val(element, "type") in (None, "normal")
    }
    return DocxState(
        lang,
        found,
        numbering(_related(archive, main, "numbering"), found),
        archive.relations(main),
        notes,
        formats,
    )


def _related(archive: Archive, main: str, kind: str) -> etree._Element | None:
    for relation in archive.relations(main).values():
        if relation.type == kind and not relation.external:
            return archive.part(relation.target)
    return None


def _children(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    if root is not None:
        yield from root.iterchildren(f"{W}{name}")


def _furniture(archive: Archive, main: str, state: DocxState) -> Iterator[Furniture]:
    """Yield the text of the headers and footers that the document's sections use, each part once."""
    for relation in archive.relations(main).values():
        if relation.type not in ("header", "footer") or relation.external:
            continue
        root = archive.part(relation.target)
        if root is None:
            continue
        own = DocxState(state.lang, state.styles, state.numbering, archive.relations(relation.target))
        own.letters, own.controls = state.letters, state.controls
        blocks = Body(own).read(below(root))
        yield from (Furniture(number, "page_number", Place(None, None)) for number in own.page_numbers)
        for block in blocks:
            for text in _texts(block):
                if text.strip("-–— ").isdigit():
                    yield Furniture(text, "page_number", Place(None, None))
                else:
                    yield Furniture(text, "header" if relation.type == "header" else "footer", Place(None, None))


def _texts(block: object) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (cell.text for row in getattr(block, "rows", ()) for cell in row.cells if cell.text)


def _comments(archive: Archive, main: str) -> int:
    return sum(1 for _ in _children(_related(archive, main, "comments"), "comment"))
