"""Read a PDF's extraction in content-stream order: pages, lines, displaced words, paragraphs, corner marks, tables."""

from lexkz.reading.extraction.document import read

__all__ = ["read"]
