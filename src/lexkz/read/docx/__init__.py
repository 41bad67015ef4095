"""Read Word documents (.docx): the archive and its XML directly, so that every part of the text is seen."""

from lexkz.read.docx.archive import Limits
from lexkz.read.docx.document import read

read_docx = read

__all__ = ["Limits", "read", "read_docx"]
