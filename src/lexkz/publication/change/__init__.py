"""The page of a change: the command as the order says it, the paragraph before, the paragraph after.

Pure values and HTML fragments; the words of the interface are given, nothing is written.
"""

from lexkz.publication.change.gather import gather, known_texts
from lexkz.publication.change.marks import MarkedWords, both
from lexkz.publication.change.model import ActChange, ChangedLine, ChangeEntry, NamedAct
from lexkz.publication.change.page import DocumentPart, Links, lead, parts, unread_note
from lexkz.publication.change.wording import wording

__all__ = [
    "ActChange",
    "ChangeEntry",
    "ChangedLine",
    "DocumentPart",
    "Links",
    "MarkedWords",
    "NamedAct",
    "both",
    "gather",
    "known_texts",
    "lead",
    "parts",
    "unread_note",
    "wording",
]
