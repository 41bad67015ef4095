"""The closing of an act: signature and approvals."""

import re
from collections.abc import Sequence

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying
from lexkz.languages.structure import Structure
from lexkz.reading.blocks import Table
from lexkz.structure.labels import label
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow

_NAME = re.compile(r"(?:[^\W\d_a-zа-я]\.\s?){1,3}[^\W\d_][\w-]*|[^\W\d_][\w-]+\s(?:[^\W\d_]\.\s?){1,2}")
_AT_END = re.compile(rf"\s(?:{_NAME.pattern})$")
_WIDEST = 200


def start(items: Sequence[Flow], lang: Lang) -> int:
    """Return the index at which the closing begins; ``len(items)`` where there is none.

    The closing is the last stretch of short lines without an end of sentence that begins with a signatory's post, an
    approval or, after the last full stop, a bare name.
    """
    words = words_of(lang).structure
    begin = len(items)
    while begin and _could_close(items[begin - 1], words, lang):
        begin -= 1
    for place in range(begin, len(items)):
        if _begins(items, place, words, lang):
            return place
    return len(items)


def is_name(text: str) -> bool:
    """Tell whether a line is a signatory's name: «С. Жакупова»."""
    return bool(_NAME.fullmatch(text.strip()))


def is_signature(text: str, words: Structure) -> bool:
    """Tell whether a line is a signatory's name, alone or behind the post: «Министр С. Жакупова»."""
    found = _AT_END.search(text.strip())
    return is_name(text) or (found is not None and words.post.search(fold_spaces(text[: found.start()])) is not None)


def _could_close(item: Flow, words: Structure, lang: Lang) -> bool:
    if isinstance(item, Table):
        return not item.borders and len(item.rows) <= 3
    if not isinstance(item, Line):
        return False
    text = item.text
    if is_name(text) or words.approval.fullmatch(fold_spaces(text)):
        return True
    return len(text) <= _WIDEST and text[-1] not in ".;:" and label(text, lang) is None and item.heading is None


def _begins(items: Sequence[Flow], place: int, words: Structure, lang: Lang) -> bool:
    item = items[place]
    if isinstance(item, Table):
        joined = " ".join(cell.text for row in item.rows for cell in row.cells)
        return bool(words.post.search(fold_spaces(joined)))
    if not isinstance(item, Line):
        return False
    folded = fold_spaces(item.text)
    if words.approval.fullmatch(folded) or is_name(item.text):
        return True
    following = items[place + 1] if place + 1 < len(items) else None
    if isinstance(following, Line) and is_name(following.text) and words.post.search(folded):
        return not saying(item.text, lang).commands
    before = items[place - 1] if place else None
    ended = isinstance(before, Line) and before.text[-1:] in '.»"'
    if following is None and ended and words.post_alone.fullmatch(folded):
        return True  # a post whose name the source has lost: it is no line of the point above
    if ended and is_signature(item.text, words):
        return not saying(item.text, lang).commands  # «Сауда министрі А. Сынақов»: the body stands before the post
    # A post can be cut over lines: "Қазақстан Республикасының" / "Президенті".
    near = " ".join(fold_spaces(later.text) for later in items[place : place + 4] if isinstance(later, Line))
    return bool(words.post_start.match(folded) and words.post.search(near) and not saying(item.text, lang).commands)
