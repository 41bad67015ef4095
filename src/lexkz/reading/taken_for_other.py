"""Bytes of UTF-8 that a program took for those of an 8-bit code page and saved again: «РџСЂРёРєР°Р·» for «Приказ»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.detect import detect
from lexkz.reading.blocks import Source, SourceError
from lexkz.reading.misread import texts

_PAGES = ("cp1251", "kz1048", "cp1252", "latin-1", "cp866", "koi8-r", "mac-cyrillic")
_SHARE = 0.5
"""Of the letters and signs beyond ASCII so many are pairs of bytes: in a right text next to none are."""
_FEW = 4
"""So many pairs at least show it."""
_TWICE = 2
"""So often a text is taken back: programs do the same wrong thing again."""
_STRANGE = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class _Page:
    """One code page that UTF-8 is taken for."""

    pairs: re.Pattern[str]
    """A letter of Kazakh or Russian in UTF-8, as its two bytes look in the page."""
    to_byte: dict[int, str]
    """Characters of the page to the characters whose code is their byte; those that a page leaves out stand for
    themselves, as browsers take them."""


@cache
def _pages() -> tuple[_Page, ...]:
    made = []
    for name in _PAGES:
        letters = [bytes((code,)).decode(name, "ignore") or chr(code) for code in range(0x100)]
        first, second = ("".join(letters[low:high]) for low, high in ((0xD0, 0xD4), (0x80, 0xC0)))
        # A blank that does not break is often saved as a plain one, a byte that the page lacks as a lost letter.
        pairs = re.compile(f"[{re.escape(first)}][{re.escape(second)}\ufffd ]")
        made.append(_Page(pairs, {ord(letter): chr(code) for code, letter in enumerate(letters)}))
    return tuple(made)


def taken_back(text: str, name: str) -> tuple[str, Finding | None]:
    """Return ``text`` as its bytes said it, and the finding that tells so; the text itself where none was taken for
    another, a line of it by itself where only some were.

    Raises SourceError where bytes were lost, so that letters would have to be guessed.
    """
    if _STRANGE.search(text) is None:
        return text, None
    whole, first = text, None
    for _ in range(_TWICE):
        line = _first_wrong(whole)
        if line is None:
            break
        first = first or line
        again = _back(whole)
        whole = again if again is not None else "\n".join(_each(whole.split("\n"), name))
    if first is None:
        return text, None
    number, words = first
    return whole, finding("read.bytes_taken_back", FindingPlace(line=number), text=words)


def refused(source: Source, name: str) -> None:
    """Raise SourceError where a paragraph or a cell of ``source`` shows bytes that were taken for another code page."""
    for text, _ in texts(source):
        if _STRANGE.search(text) and _wrong(text):
            raise SourceError(
                f"{name} was saved in a wrong encoding ({text.strip()[:60]}): get the file anew and save it in UTF-8."
            )


def _first_wrong(text: str) -> tuple[int, str] | None:
    if all(len(page.pairs.findall(text)) < _FEW for page in _pages()):
        return None
    lines = text.split("\n")
    return next(((at, line.strip()[:80]) for at, line in enumerate(lines, start=1) if _wrong(line)), None)


def _wrong(text: str) -> bool:
    strange = len(_STRANGE.findall(text))
    if strange < 2 * _FEW:
        return False
    counts = (len(page.pairs.findall(text)) for page in _pages())
    return any(pairs >= _FEW and 2 * pairs >= _SHARE * strange for pairs in counts)


def _each(lines: list[str], name: str) -> Iterator[str]:
    for line in lines:
        again = _back(line) if _wrong(line) else line
        if again is None:
            raise SourceError(
                f"{name} was saved in a wrong encoding, and letters were lost ({line.strip()[:60]}): "
                "get the file anew and save it in UTF-8."
            )
        yield again


def _back(text: str) -> str | None:
    """Return the text that the bytes of ``text`` say; None where they say none in a language that we know."""
    for page in _pages():
        if len(page.pairs.findall(text)) < _FEW:
            continue
        coded = text.translate(page.to_byte)
        try:
            again = coded.encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
        if detect(again) is not None or _wrong(again):
            return again
    return None
