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
from lexkz.languages.chunks import ActReference
from lexkz.languages.commands import read_sentence
from lexkz.languages.language import words_of
from lexkz.languages.saying import saying

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


def of_swallowed(draft: Draft, quoted: etree._Element | None, lang: str, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield code and words where the new text goes on with lines of the amending act itself: a command, or, in what
    the act approves, the clause on its entry into force.

    Then the closing quote stands further down than it was meant. Where the base is itself an amending act, or a whole
    act is named, such lines can be its own.
    """
    if quoted is None or draft.action not in WITH_NEW_TEXT | {"suspend"}:
        return
    if draft.base is None or draft.base.title is None or _OF_CHANGES.search(draft.base.title):
        return
    approved = any(step.kind in ("instrument", "annex", "form") for target in draft.targets for step in target)
    lines = [_LABEL.sub("", line) for line in content(quoted)]
    for nth, line in enumerate(lines[1:], start=1):
        if lines[nth - 1].rstrip().endswith(":") and (nth == 1 or not read_sentence(lines[nth - 1], lang).trees):
            # «Поправка излагается так:»: what follows is told by the new text itself; «в пункте 4:» tells nothing.
            return
        entry = approved and _OWN_ACT.match(line) and words_of(lang).entry.read(line).rule is not None
        if entry or _is_command(line, lang):
            yield "amend.own_line_quoted", f"{sentence} «… {line[:60]}»"
            return


def _is_command(line: str, lang: str) -> bool:
    """True for a line that commands a change of units or words; acts as a whole are repealed by any order."""
    if not saying(line, lang).commands:
        return False
    read = read_sentence(line, lang)
    return bool(read.trees) and not any(isinstance(token.value, ActReference) for token in read.tokens)


_LABEL = re.compile(r"^\s*(?:\d+(?:-\d+)*[.)]|[^\W\d_]\))\s*")
_OWN_ACT = re.compile(r"(?:настоящ|осы\s)", re.IGNORECASE)
_OF_CHANGES = re.compile(
    r"внесени\w+\s+(?:\w+\s+(?:и\s+)?)?(?:изменени|дополнени)|(?:өзгеріс|толықтыру)\w*\s+(?:\S+\s+){0,4}енгізу",
    re.IGNORECASE,
)
"""The title of an act that changes others: its text is commands."""


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
