"""Notes: the editors' own, which are no text of the act, and the act's own, which are."""

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_only_removed
from lexkz.structure.labels import label
from lexkz.structure.lines import Line


def is_editors(line: Line, lang: Lang) -> bool:
    """Tell whether a line is an editors' note: «Ескерту.», «Сноска.» that tells of an act by date or number.

    A note without them is the act's own (legal-technique.md, "What editors write"), unless the source's format marks
    it as editors' words.
    """
    if line.note:
        return True
    words = words_of(lang).structure
    folded = fold(line.text.lstrip("*• "))
    if words.editor_office.match(folded):
        return True
    if words.portal_note.fullmatch(folded):
        # «2. ҚР … № 51 бұйрығымен күші жойылды.»: the number of the repealed point stands in the act.
        begun = label(line.text, lang)
        return begun is None or not is_only_removed(begun.num, begun.rest)
    return bool(words.editor_note.match(folded) and words.dated.search(folded))


def is_continued(text: str, before: str, lang: Lang) -> bool:
    """Tell whether a line goes on with the editors' note ``before``, as after «РҚАО-ның ескертпесі!»."""
    words = words_of(lang).structure
    if not before.rstrip().endswith("!") or not words.editor_office.match(fold(before)):
        return False
    folded = fold(text)
    return bool(words.dated.search(folded) and words.amended_by.search(folded))


def is_own(text: str, lang: Lang) -> bool:
    """Tell whether a line is a note of the act itself: «Ескертпе:», «Примечание:»."""
    return bool(words_of(lang).structure.note.match(fold(text)))
