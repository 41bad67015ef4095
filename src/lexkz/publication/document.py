"""A sheet in the format that is asked for."""

from typing import Literal, get_args

from lexkz.publication.sheet.model import Sheet

Form = Literal["html", "docx", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)


def write(sheet: Sheet, form: Form) -> bytes:
    """Return ``sheet`` as the bytes of a file; the same sheet gives the same bytes.

    Raises :class:`~lexkz.publication.extras.MissingExtraError`, whose text is one sentence, where the library of the
    format is not installed.
    """
    if form == "docx":
        from lexkz.publication.docx import write_docx

        return write_docx(sheet)
    if form == "pdf":
        from lexkz.publication.pdf import write_pdf

        return write_pdf(sheet)
    from lexkz.publication.html import write_html

    return write_html(sheet).encode()
