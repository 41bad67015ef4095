"""What stands in brackets by a blank: captions («(қолы)»), names for what is filled in («(бұдан әрі – Ұйым)»)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexkz.annex.form_model import Blank, FormLine, Words
from lexkz.languages.fields import Fields
from lexkz.languages.folding import fold, fold_spaces

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Brackets of a remark within a caption, while captions are told apart."""
_UNMASK = str.maketrans({_OPEN: "(", _CLOSE: ")"})


@dataclass(frozen=True, slots=True)
class Caption:
    """What is to be written at a blank, as the words in brackets say."""

    text: str


@dataclass(frozen=True, slots=True)
class Definition:
    """The name that a form gives to what is filled in."""

    term: str


@dataclass(frozen=True, slots=True)
class _CaptionGroup:
    text: str
    closed: bool
    whole: bool
    """True where it was opened outside all brackets and closed by its own."""


Token = Words | Blank | Caption | Definition


def tokens(lines: tuple[FormLine, ...], words: Fields) -> tuple[tuple[Token, ...], ...]:
    """Return each of ``lines`` as words, blanks, captions and definitions.

    Brackets are read as printed in real forms: a bracket that opens before the last one is closed begins a new caption
    («(тегі аты-жөні (бар болса) (қолы)»), and a caption can end on the next line.
    """
    made: list[tuple[Token, ...]] = []
    carried: str | None = None
    for place, line in enumerate(lines):
        scanned = list(_scan(line, words))
        if carried is not None:
            caption, scanned = _closed(carried, scanned, words)
            made[-1] = (*made[-1], caption)
            carried = None
        last = scanned[-1] if scanned else None
        if (
            isinstance(last, _CaptionGroup)
            and not last.closed
            and _says(last.text, words)
            and _ends(lines, place + 1, words)
        ):
            carried = last.text
            scanned.pop()
        told = _told_apart(scanned, words)
        follows = place > 0 and _has_blank(lines[place - 1])
        made.append(_bare(told, words) if follows else told)
    return tuple(made)


def _has_blank(line: FormLine) -> bool:
    return any(isinstance(piece, Blank) for piece in line.pieces)


def _bare(told: tuple[Token, ...], words: Fields) -> tuple[Token, ...]:
    """Read captions without brackets under a line of blanks, set apart by spaces: «қолы       Т.А.Ә.»."""
    if len(told) != 1 or not isinstance(told[0], Words):
        return told
    parts = re.split(r"\s{2,}|\t", told[0].text.strip())
    plain = len(parts) > 1 and all(len(part.split()) <= 8 and _says(part, words) for part in parts)
    return tuple(Caption(part.strip(" ,;")) for part in parts) if plain else told


def split(caption: Caption, words: Fields) -> tuple[str, ...]:
    """Return what a caption asks for: a name and a signature are two, «тегі, аты және қолы»."""
    folded = fold(caption.text)
    for pattern, first, second in (
        (words.signature_last, "first", "signature"),
        (words.signature_first, "signature", "rest"),
    ):
        found = pattern.fullmatch(folded)
        if found is not None:
            (start, end), (begin, stop) = found.span(first), found.span(second)
            return (caption.text[start:end].strip(), caption.text[begin:stop].strip())
    return (caption.text,)


def _says(text: str, words: Fields) -> bool:
    folded = fold_spaces(text.translate(_UNMASK))
    return any(pattern.search(folded) for pattern in words.kinds.values())


def _scan(line: FormLine, words: Fields) -> Iterator[Words | Blank | _CaptionGroup]:
    inside: str | None = None
    nested = False
    plain = ""
    for piece in line.pieces:
        if isinstance(piece, Blank):
            if inside is not None and _CLOSE in inside:
                # The bracket of «(тегі, аты (бар болса) тараптан және ____» was never closed.
                yield from _and_group(plain, _CaptionGroup(inside, True, False))
                plain = ""
            elif inside is not None:
                # A blank in brackets («(____)») makes the bracket plain words.
                plain += "(" + inside
            inside = None
            if plain:
                yield Words(plain)
                plain = ""
            yield piece
            continue
        for char in _masked(piece.text, words):
            if char == "(":
                nested = inside is not None
                if inside is not None:
                    yield from _and_group(plain, _CaptionGroup(inside, False, False))
                    plain = ""
                inside = ""
            elif char == ")" and inside is not None:
                yield from _and_group(plain, _CaptionGroup(inside, True, not nested))
                plain, inside = "", None
            elif inside is not None:
                inside += char
            else:
                plain += char
    if inside is not None:
        yield from _and_group(plain, _CaptionGroup(inside, False, False))
    elif plain:
        yield Words(plain)


def _and_group(plain: str, group: _CaptionGroup) -> Iterator[Words | _CaptionGroup]:
    if plain:
        yield Words(plain)
    yield group


def _masked(text: str, words: Fields) -> str:
    made = list(text)
    for found in words.remark.finditer(fold(text)):
        made[found.start()], made[found.end() - 1] = _OPEN, _CLOSE
    return "".join(made)


def _ends(lines: tuple[FormLine, ...], place: int, words: Fields) -> bool:
    """Tell whether the caption that is open before the line at ``place`` is closed on it."""
    if place >= len(lines) or lines[place].number is not None:
        return False
    text = _masked(lines[place].text, words)
    end = text.find(")")
    return end >= 0 and "(" not in text[:end] and "_" not in text[:end]


def _closed(
    carried: str, scanned: list[Words | Blank | _CaptionGroup], words: Fields
) -> tuple[Caption, list[Words | Blank | _CaptionGroup]]:
    """Return the caption that the last line left open, and what its next line holds besides."""
    first = scanned[0]
    if not isinstance(first, Words):
        return Caption(_plain(carried)), scanned
    before, _bracket, behind = first.text.partition(")")
    text, rest = _cut(f"{carried} {before}", words)
    return Caption(_plain(text)), [*([Words(rest + behind)] if rest + behind else []), *scanned[1:]]


def _told_apart(scanned: list[Words | Blank | _CaptionGroup], words: Fields) -> tuple[Token, ...]:
    alone = not any(
        isinstance(one, Blank) or (isinstance(one, Words) and re.search(r"\w", one.text)) for one in scanned
    )
    made: list[Token] = []
    for one in scanned:
        if isinstance(one, Words):
            made.append(Words(one.text.translate(_UNMASK)))
            continue
        if isinstance(one, Blank):
            made.append(one)
            continue
        before = next((token for token in reversed(made) if not isinstance(token, Words) or token.text.strip()), None)
        defined = words.definition.match(fold(one.text))
        if defined is not None:
            start, end = defined.span("term")
            made.append(Definition(_plain(one.text[start:end])))
        elif alone or isinstance(before, Blank) or _says(one.text, words):
            text, behind = (one.text, "") if one.whole else _cut(one.text, words)
            made.append(Caption(_plain(text)))
            if behind.strip():
                made.append(Words(behind))
        else:
            made.append(Words(f"({_plain(one.text)})"))
    return tuple(made)


def _cut(text: str, words: Fields) -> tuple[str, str]:
    """Part a caption from words behind its remark that are none of it: «… әкесінің аты (бар болса) | алушы»."""
    end = text.find(_CLOSE) + 1
    if not end or not text[end:].strip() or words.goes_on.match(fold(text[end:])):
        return text, ""
    return text[:end], text[end:].translate(_UNMASK)


def _plain(text: str) -> str:
    return " ".join(text.translate(_UNMASK).split()).strip(" ,;")
