"""A sheet in the format that is asked for."""

from typing import Literal, get_args

from lexkz.publish.sheet.model import Sheet

Form = Literal["html", "docx", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)


def write(sheet: Sheet, form: Form) -> bytes:
    """Return ``sheet`` as the bytes of a file; the same sheet gives the same bytes.

    Raises :class:`~lexkz.publish.extras.MissingExtraError`, whose text is one sentence, where the library of the
    format is not installed.
    """
    if form == "docx":
        from lexkz.publish.docx import write_docx

        return write_docx(sheet)
    if form == "pdf":
        from lexkz.publish.pdf import write_pdf

        return write_pdf(sheet)
    from lexkz.publish.html import write_html

    return write_html(sheet).encode()
