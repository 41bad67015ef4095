"""Read a source, whatever its format, into blocks: paragraphs and tables, each with its place and origin."""

from lexkz.reading.blocks import Source, SourceError
from lexkz.reading.source import read_source, read_text

__all__ = ["Source", "SourceError", "read_source", "read_text"]
