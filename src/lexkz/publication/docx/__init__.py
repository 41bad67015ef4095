"""DOCX: a sheet as a Word file with real styles, headings, tables and tracked changes."""

from lexkz.publication.docx.body import write_docx

__all__ = ["write_docx"]
