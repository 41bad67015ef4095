"""What lexkz knows of a language, in one object: its parts are loaded when they are first asked for."""

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lexkz.languages.commands import CommandPack
    from lexkz.languages.detect import Traits
    from lexkz.languages.drafting import Drafting
    from lexkz.languages.edition_notes import EditionNotes
    from lexkz.languages.entry import EntryWords
    from lexkz.languages.fields import Fields
    from lexkz.languages.layout import Layout
    from lexkz.languages.letters import Letters
    from lexkz.languages.mentions import Mentions
    from lexkz.languages.notes import Notes
    from lexkz.languages.number_words import NumberWords
    from lexkz.languages.old_fonts import OldFonts
    from lexkz.languages.paper import Paper
    from lexkz.languages.point_notes import PointNotes
    from lexkz.languages.qualifiers import Qualifiers
    from lexkz.languages.references import References
    from lexkz.languages.structure import Structure
    from lexkz.languages.values import Values
    from lexkz.languages.word_parts import WordParts


class Language:
    """The words of one language, a part a module: ``words_of("kaz").notes`` is ``NOTES`` of ``kaz/notes.py``.

    A part that is new is one line here and one module a language.
    """

    abbreviations: "frozenset[str]"
    commands: "CommandPack"
    drafting: "Drafting"
    edition_notes: "EditionNotes"
    entry: "EntryWords"
    fields: "Fields"
    layout: "Layout"
    letters: "Letters"
    mentions: "Mentions"
    notes: "Notes"
    number_words: "NumberWords"
    old_fonts: "OldFonts"
    one_language: "re.Pattern[str]"
    paper: "Paper"
    point_notes: "PointNotes"
    qualifiers: "Qualifiers"
    references: "References"
    structure: "Structure"
    traits: "Traits"
    values: "Values"
    word_parts: "WordParts"

    def __init__(self, code: str) -> None:
        """Raises KeyError where lexkz does not know the language ``code``."""
        if code not in ("kaz", "rus"):
            raise KeyError(code)
        self.code = code

    if not TYPE_CHECKING:

        def __getattr__(self, part: str) -> Any:
            if part not in Language.__annotations__:
                raise AttributeError(part)
            found = getattr(import_module(f"lexkz.languages.{self.code}.{part}"), part.upper())
            # The next question finds it as an attribute and does not come here.
            setattr(self, part, found)
            return found


@cache
def words_of(code: str) -> Language:
    """Return the words of the language ``code`` (``kaz``, ``rus``). Raises KeyError for another."""
    return Language(code)
