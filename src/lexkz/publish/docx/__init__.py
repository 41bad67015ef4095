"""DOCX: a sheet as a Word file with real styles, headings, tables and tracked changes."""

from lexkz.publish.docx.body import write_docx

__all__ = ["write_docx"]
