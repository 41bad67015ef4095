"""Words in the text: where the old ones stand, and the new ones in their place, across inline elements.

Matching folds what sources write in different ways (spaces, quotes, dashes, Latin and Cyrillic look-alikes, at last the
case of letters); the printed text is changed in the matched places only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from lxml import etree

from lexkz.akn.namespace import AKN
from lexkz.languages.folding import cleaned, fold, is_plain, seen

Way = Literal["exact", "folded", "case"]
"""How a match was found: as printed; but for writing; but for capital and small letters."""

_DIGITS, _DIGITS_BEFORE = re.compile(r"\d+"), re.compile(r"\d+$")
_IN_NUMBERS = frozenset(",.-‑ \u00a0")
_SIGNS = "*¹²³⁴⁵⁶⁷⁸⁹"
"""Signs of footnotes, which stand at their word."""
_REFERENCES = frozenset({f"{{{AKN}}}{name}" for name in ("ref", "rref", "mref")})
_NOT_TEXT = frozenset({f"{{{AKN}}}{name}" for name in ("noteRef", "omissis", "authorialNote", "marker", "num")})


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence of words in a text."""

    start: int
    end: int
    way: Way


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one block's text: ``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


def block_text(block: etree._Element) -> str:
    """Return the text of a block in which words are looked for."""
    return "".join(piece for _, _, piece in pieces(block))


def pieces(element: etree._Element) -> Iterator[tuple[etree._Element, bool, str]]:
    """Yield each piece of text with where it is kept: the element, and True for its tail."""
    if element.text:
        yield element, False, element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _NOT_TEXT:
            yield from pieces(child)
        if child.tail:
            yield child, True, child.tail


def occurrences(text: str, words: str, span: tuple[int, int] | None = None) -> tuple[Match, ...]:
    """Return where ``words`` stand in ``text`` as whole words: as printed, else but for writing, else but for case.

    With ``span`` only what stands within it counts.
    """
    if not (is_plain(text) and is_plain(words)):
        return _as_printed(text, words, lambda plain: occurrences(plain, seen(words)), span)
    # The last way finds whatever the others find: one look that fails is enough for most texts.
    if words.strip() not in text and not _pattern(words, "case").search(fold(text)):
        return ()
    for way in ("exact", "folded", "case"):
        found = _search(text, words, way)
        if span is not None:
            found = tuple(match for match in found if span[0] <= match.start and match.end <= span[1])
        if found:
            return found
    return ()


def occurrences_everywhere(text: str, words: str) -> tuple[Match, ...]:
    """Return every place where ``words`` stand as whole words, those that begin with a capital included."""
    if not (is_plain(text) and is_plain(words)):
        return _as_printed(text, words, lambda plain: occurrences_everywhere(plain, seen(words)), None)
    if not _pattern(words, "case").search(fold(text)):
        return ()
    wanted = _bare(fold_writing(words))
    found = []
    for match in _search(text, words, "case"):
        printed = text[match.start : match.end]
        written = _bare(fold_writing(printed))
        if printed == words:
            found.append(Match(match.start, match.end, "exact"))
        elif written == wanted:
            found.append(Match(match.start, match.end, "folded"))
        elif written[:1].lower() + written[1:] == wanted:
            found.append(match)
    return tuple(found)


def _as_printed(
    text: str, words: str, look: Callable[[str], tuple[Match, ...]], span: tuple[int, int] | None
) -> tuple[Match, ...]:
    """Return what ``look`` finds in ``text`` as a reader sees it, at the places of the text as printed."""
    plain, begins, ends = cleaned(text)
    found = (Match(begins[match.start], ends[match.end - 1], match.way) for match in look(plain))
    return tuple(
        replace(match, way="folded") if match.way == "exact" and text[match.start : match.end] != words else match
        for match in found
        if span is None or (span[0] <= match.start and match.end <= span[1])
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _search(text: str, words: str, way: Way) -> tuple[Match, ...]:
    subject = text if way == "exact" else fold_writing(text) if way == "folded" else fold(text)
    return tuple(
        Match(match.start(), match.end(), way)
        for match in _pattern(words, way).finditer(subject)
        if _is_whole(text, match.start(), match.end())
    )


@lru_cache(maxsize=4096)
def _pattern(words: str, way: Way) -> re.Pattern[str]:
    if not words.strip():
        raise ValueError("no words to look for")
    if way == "exact":
        return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    folded = fold_writing(words) if way == "folded" else fold(words)
    out, previous = "", ""
    for token in re.finditer(r"(\s*)(\w+|[^\w\s])", folded):
        if out:
            # Spaces beside dashes, quotes and brackets differ between sources; between words there must be one.
            out += r"\s+" if previous.isalnum() and token.group(2)[0].isalnum() else r"\s*"
        out += re.escape(token.group(2))
        previous = token.group(2)[-1]
    return re.compile(out)


def fold_writing(text: str) -> str:
    """Return ``text`` with look-alikes, quotes and dashes folded and the case of letters kept, offset for offset."""
    return "".join(
        small if char == char.lower() else small.upper() if len(small.upper()) == 1 else small
        for char, small in zip(text, fold(text), strict=True)
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_joins(text, start - 1, start) or _joins(text, end - 1, end))


def _joins(text: str, left: int, right: int) -> bool:
    """True where the characters at two neighbouring places belong to one word."""
    if left < 0 or right >= len(text):
        return False
    one, two = text[left], text[right]
    if one.isalnum() and two.isalnum():
        return True
    if one.isdigit() != two.isdigit() and (one in _IN_NUMBERS or two in _IN_NUMBERS):
        return _is_in_number(text, left if one in _IN_NUMBERS else right)
    # A hyphen between letters makes one word: "әлеуметтік-экономикалық" holds no word "экономикалық".
    if two in "-‑" and one.isalpha() and right + 1 < len(text):
        return text[right + 1].isalpha()
    if one in "-‑" and two.isalpha() and left > 0:
        return text[left - 1].isalpha()
    return False


def _is_in_number(text: str, mark: int) -> bool:
    """True where a mark stands within one number: "5,5", "5-1", "10 000"; years joined by a dash are two numbers."""
    before = _DIGITS_BEFORE.search(text, max(0, mark - 12), mark)
    after = _DIGITS.match(text, mark + 1)
    if before is None or after is None:
        return False
    if text[mark].isspace():
        return len(after.group()) == 3 and len(before.group()) <= 3
    return text[mark] in ",." or max(len(before.group()), len(after.group())) < 4


def replacement(text: str, match: Match, old: str, new: str) -> Edit:
    """Return the edit that puts ``new`` for the match; a capital that begins a sentence stays a capital."""
    if match.way == "case" and _lead(text[match.start : match.end]).isupper() and _lead(old).islower():
        new = new[:1].upper() + new[1:]
    return Edit(match.start, match.end, new)


def _lead(text: str) -> str:
    return next((char for char in text if char.isalpha()), "")


def deletion(text: str, match: Match) -> Edit:
    """Return the edit that takes the match out, with one of the spaces beside it."""
    start, end = match.start, match.end
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before.isspace() and (not after or after.isspace() or after in ".,;:)»!?"):
        start -= 1
    elif not before and after.isspace():
        end += 1
    return Edit(start, end, "")


def insertion(match: Match, new: str, position: Literal["after", "before"]) -> Edit:
    """Return the edit that puts ``new`` after or before the match, a space between where words meet."""
    new = new.strip()
    if position == "after":
        gap = "" if new[:1] in ".,;:)»!?" or not new.strip(_SIGNS) else " "
        return Edit(match.end, match.end, f"{gap}{new}")
    gap = "" if new[-1:] in "(«" else " "
    return Edit(match.start, match.start, f"{new}{gap}")


def at_end(text: str, new: str) -> Edit | None:
    """Return the edit that adds ``new`` before the mark that ends the text; None where both end in different marks."""
    new = new.strip()
    body = text.rstrip()
    mark = body[-1:] if body[-1:] in (".", ";", ":", ",") else ""
    if mark and new[-1:] in (".", ";", ":", ","):
        # «Срок один день.» is a sentence of its own, or a name and the stop of the sentence that it ends.
        if new[-1:] != mark or (mark == "." and new[:1].isupper()):
            return None
        new = new[:-1].rstrip()
    gap = "" if new[:1] in ".,;:)»!?" else " "
    place = len(body) - len(mark)
    return Edit(place, place, f"{gap}{new}")


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits`` made, which must not overlap."""
    for edit in sorted(edits, key=lambda item: (item.start, item.end), reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def overlap(one: Edit, two: Edit) -> bool:
    """True where two edits touch the same characters, or put words into the same place or into each other's words."""
    if one.start == one.end and two.start == two.end:
        return one.start == two.start
    return one.start < two.end and two.start < one.end


def apply(block: etree._Element, edits: Sequence[Edit]) -> None:
    """Make ``edits``, whose places are those of :func:`block_text`, in the tree; inline elements stay."""
    for edit in sorted(edits, key=lambda item: (item.start, item.end), reverse=True):
        _apply_one(block, edit)


def _apply_one(block: etree._Element, edit: Edit) -> None:
    if edit.start == edit.end:
        _insert(block, edit.start, edit.new)
        return
    place, written = 0, False
    for element, is_tail, piece in list(pieces(block)):
        start, end = place, place + len(piece)
        place = end
        if not (start < edit.end and end > edit.start):
            continue
        left, right = max(edit.start, start) - start, min(edit.end, end) - start
        _set(element, is_tail, piece[:left] + ("" if written else edit.new) + piece[right:])
        written = True
    if not written:
        block.text = edit.new + (block.text or "")


def _insert(block: etree._Element, place: int, new: str) -> None:
    """Put ``new`` into the piece that holds the place; between two pieces, to the end of the first.

    Words beside a reference are no words of it: what is put in at its edge stands before or after the ``ref``.
    """
    start = 0
    for element, is_tail, piece in list(pieces(block)):
        end = start + len(piece)
        if place <= end:
            holder = element.getparent() if is_tail else element
            reference = _reference(holder, block) if holder is not None else None
            if reference is None or start < place < end:
                _set(element, is_tail, piece[: place - start] + new + piece[place - start :])
            elif place == end:
                reference.tail = new + (reference.tail or "")
            else:
                _before(reference, new)
            return
        start = end
    block.text = (block.text or "") + new


def _set(element: etree._Element, is_tail: bool, text: str) -> None:
    if is_tail:
        element.tail = text
    else:
        element.text = text


def _reference(element: etree._Element, block: etree._Element) -> etree._Element | None:
    """The reference whose words the text of ``element`` is, None where it is of none."""
    while element is not block:
        if element.tag in _REFERENCES:
            return element
        parent = element.getparent()
        assert parent is not None
        element = parent
    return None


def _before(element: etree._Element, new: str) -> None:
    earlier = element.getprevious()
    if earlier is not None:
        earlier.tail = (earlier.tail or "") + new
        return
    parent = element.getparent()
    assert parent is not None
    parent.text = (parent.text or "") + new
