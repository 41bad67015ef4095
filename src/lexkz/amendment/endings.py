"""Where a quotation ends: marks of the command that may have got into the new text, and quotes of the command's own.

The new text ends before the closing quote, the command's mark («;», «.») stands behind it. Where the quote is moved,
doubled or missing, that mark, or the quote itself, would become law.
"""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.amendment.content import content
from lexkz.amendment.draft import Draft
from lexkz.amendment.lines import blocks
from lexkz.amendment.model import WITH_NEW_TEXT

_SHORT = ("руб", "тыс", "млн", "обл", "стр", "тел", "мин", "сек", "кор", "сан", "бет", "мың", "мил")
_TWO_MARKS = re.compile(
    rf"(?:(?<![^\W\d_])(?!(?:{'|'.join(_SHORT)})[.;])[^\W\d_]{{3}}|[^\W_]{{4}}|\d|[)\"»”])(?:\.;|\.\.|;;|;\.|\.,)$"
)
"""Two marks at the end of a line, of which the second is the command's: «год.;»; words cut short have a stop of their
own («и т.д.;», «тыс.;»)."""
_AFTER = re.compile(r"\s*(?:\.;|\.\.|;;|;\.)")
_ITEMS = frozenset({"subparagraph", "alinea", "part", "sentence", "row", "column", "note", "footnote", "table"})
"""Units whose text can end with a semicolon, as items of a list do."""
_HEADINGS = frozenset({"title", "heading", "corner_mark"})
_TORN = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\"[a-zа-яёәғқңөұүһі]|[^\W\d_]\"[a-zа-яёәғқңөұүһі]{1,2}(?![^\W\d_])")
"""A straight quote that parts a letter or two from their word: it was moved. Between whole words a space is lost."""
_MARK_WITHIN = re.compile(r"[;.][\"»”]$")
_QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“"}


def of_ending(draft: Draft, quoted: etree._Element | None, after: str, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield code and words where a mark or a quote within the new text may be the command's own.

    ``after``: what stands behind the closing quote.
    """
    if quoted is None or draft.action not in WITH_NEW_TEXT | {"suspend"}:
        return
    lines = content(quoted)
    last = lines[-1].rstrip() if lines else ""
    kind = next((target[-1].kind for target in draft.targets if target), None)
    bare = after.strip()[:1] not in (";", ".", ",") or not after.strip()
    open_end = last.endswith(":") or (last.endswith(";") and kind not in _ITEMS)
    open_end = open_end or (kind in _HEADINGS and last.endswith((".", ";")))
    doubled = any(_TWO_MARKS.search(line.rstrip()) for line in lines)
    # Behind several quoted blocks the marks of all of them stand together.
    displaced = len(blocks(quoted)) == 1 and _AFTER.match(after) is not None
    if doubled or displaced or (bare and open_end):
        yield "amend.quote_uncertain", f"{sentence} «… {last[-40:]}»"
    if _wrapped("\n".join(lines)) or any(map(_TORN.search, lines)):
        yield "amend.quotes_unbalanced", f"{sentence} «{last[:40]}»"


def of_words_end(draft: Draft, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield words whose quotes are in doubt: in quotes once more where the sentence has a mark too many («слово ""а"
    исключить»), or with the command's mark in them («заменить словом "б;"» at the end of the line)."""
    odd = sentence.count('"') % 2 or sentence.count("«") != sentence.count("»")
    if odd and draft.action.endswith("_words") and any(map(_wrapped, (*draft.old, *draft.new))):
        yield "amend.quotes_unbalanced", sentence
    if draft.action.endswith("_words") and _MARK_WITHIN.search(sentence.rstrip()):
        yield "amend.quote_uncertain", sentence


def _wrapped(text: str) -> bool:
    """True where one pair of quotes holds the whole of a text."""
    bare = text.strip()
    close = _QUOTES.get(bare[:1])
    return close is not None and len(bare) > 2 and bare.endswith(close) and close not in bare[1:-1]


def end_uncertain(content: tuple[str, ...], *, closed: bool, last: bool, understood: bool) -> bool:
    """Return whether it is in doubt where new text ends that no quote closes, or no mark of the command follows.

    It ends surely only before a line that was ``understood``, or with a quotation's mark. ``closed``: a quote closes
    it; ``last``: no line follows.
    """
    if closed and (last or understood):
        return False
    text = content[-1].rstrip(" ;.") if content else ""
    marked = text.endswith(('"', "»", "”"))
    # «… срок.".»: the mark may be the command's own, and the one within the text be the stray one.
    stray = marked and text[-2:-1] in (".", ";")
    return closed or stray or not (marked or understood)
