"""Read Word documents (.docx): the archive and its XML directly, so that every part of the text is seen."""

from lexkz.reading.docx.archive import ArchiveLimits
from lexkz.reading.docx.document import read

read_docx = read

__all__ = ["ArchiveLimits", "read", "read_docx"]
