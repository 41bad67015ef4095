"""Breaks: line breaks that a source has lost or put in, found by what the parts of a line say.

«2-бапта:бірінші бөліктегі:"410 300" деген сан …;екінші бөлікте:…» is four lines; «… фонд превышает» and «пять тысяч
предметов, …» are one paragraph of new text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.saying import said_by
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import classify
from lexkz.structure.labels import label
from lexkz.structure.lines import Item, Line
from lexkz.structure.notes import is_editors

_SUSPECT = re.compile(r"[;.:](?=[^\s\d.,;:)»”])|:\s+\S|[;.]\s?(?=\d{1,3}(?:-\d+)*[).]\s?\S)")
_WRAPPED = 40
"""Characters of a line that a page may have cut; shorter ones are cells and entries of lists, each a line by itself."""
_WRAPPED_NUMBERED = 25
"""The same for a line that begins with the number of its unit, which is no cell."""
_LONGEST = 20_000
"""Characters beyond which a line is not searched for lost breaks."""
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
"""The full stop of a letter alone, which shortens a word: «и.о.», «м.а.», «т.б.»."""
_OPEN_END = re.compile(r"[^\W\d_]$|[)»”]$|[^\W\d_],$")


class Joined(NamedTuple):
    """Lines of new text, those that were the first half of a broken paragraph, and those of which it is not certain."""

    content: tuple[Item, ...]
    mended: tuple[Line, ...]
    uncertain: tuple[Line, ...]


def lines_of(line: Line, lang: Lang) -> tuple[Line, ...]:
    """Return the lines that ``line`` is made of, where it has lost the breaks between headers and commands."""
    # What editors tell of an act («в редакции приказа и.о. Министра») is one note, whatever it says.
    suspect = len(line.text) <= _LONGEST and _SUSPECT.search(line.text) and not is_editors(line, lang)
    found = tuple(_pieces(line.text, lang)) if suspect else (line.text,)
    return tuple(line.with_text(text) for text in found) if len(found) > 1 else (line,)


def _pieces(text: str, lang: Lang) -> Iterator[str]:
    begin, first, damaged = 0, 0, False
    own = words_of(lang).commands
    tokens = classify(scan(text), own.vocabulary())
    verbs = [place for place, token in enumerate(tokens) if token.type in own.verbs]
    for place, token in enumerate(tokens[:-1]):
        if token.type not in ("COLON", "SEMI", "DOT"):
            continue
        if not verbs or verbs[-1] < place:
            break
        left = tokens[first : place + 1]
        said = said_by(left, own)
        if token.type == "COLON":
            split = _opens(left) and not (said.text or said.words or said.may or said.commands)
        else:
            glued = token.end == tokens[place + 1].start
            initial = _INITIAL.search(text, 0, token.end) is not None
            split = said.commands and (
                (glued and not initial) or damaged or label(text[token.end :].strip(), lang) is not None
            )
        if split:
            yield text[begin : token.end].strip()
            begin, first, damaged = token.end, place + 1, True
    yield text[begin:].strip()


def _opens(tokens: tuple[Token, ...]) -> bool:
    """Tell whether what stands before a colon opens units or an act, and speaks of no words."""
    units = any(token.type.startswith(("U_", "I_", "B_", "A_", "ACTS")) for token in tokens)
    return units and not any(token.type.startswith(("QUOTED", "W_")) for token in tokens)


def joined(content: tuple[Item, ...], lang: Lang) -> Joined:
    """Return lines of new text with each paragraph that a source has broken in two as one.

    A line that a page has cut is long, ends without a mark and goes on in small letters. After a comma the next line
    may as well be a paragraph of its own («…, оның ішінде 44 мың теңге,» in the figures of a budget): there the width
    decides. Where the next word had found room on the line, it stays as the source prints it, and is named as
    uncertain.
    """
    widest = max((len(item.text) for item in content if isinstance(item, Line)), default=0)
    out: list[Item] = []
    mended: list[Line] = []
    uncertain: list[Line] = []
    for item in content:
        before = out[-1] if out else None
        if not (isinstance(item, Line) and isinstance(before, Line) and _goes_on(before, item, lang)):
            out.append(item)
        elif before.text.endswith(",") and _had_room(before, item, widest):
            uncertain.append(before)
            out.append(item)
        else:
            out[-1] = before.with_text(f"{before.text} {item.text}")
            mended.append(before)
    return Joined(tuple(out), tuple(mended), tuple(uncertain))


def _had_room(before: Line, after: Line, widest: int) -> bool:
    return len(before.text) + 1 + len(after.text.split(maxsplit=1)[0]) <= widest


def _goes_on(before: Line, after: Line, lang: Lang) -> bool:
    narrow = _WRAPPED_NUMBERED if label(before.text, lang) is not None else _WRAPPED
    if len(before.text) < narrow or before.align != after.align or not after.text[0].islower():
        return False
    if before.text[0].islower():
        # Lines in small letters are a list; the one before may have lost its mark, and is whole.
        return False
    return _OPEN_END.search(before.text) is not None and label(after.text, lang) is None
