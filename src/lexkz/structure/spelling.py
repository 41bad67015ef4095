"""Spelling: while an act is built each letter is one character; in its text all stands as it is printed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.languages.folding import ODD, is_plain, seen
from lexkz.reading.blocks import Block, Paragraph, Source

_WORD = re.compile(rf"[\w{ODD}-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How words are printed that hold letters in two characters, hyphens of other kinds or places to hyphenate."""

    printed: Mapping[str, Sequence[str]]
    """A word as it is while the act is built, to how it is printed each time it stands in the source, in order."""

    def restore(self, root: etree._Element) -> None:
        """Write the words into the text of ``root``, and into its editors' notes, as they are printed.

        A word that is printed in several ways is told by its place. Where that is not certain, since the word stands in
        a note or a table of contents too, it keeps the form with one character a letter: it is shown the same.
        """
        if not self.printed:
            return
        texts = list(_texts(root))
        counts = Counter(word for text in texts for word in _WORD.findall(text.read()))
        met: defaultdict[str, int] = defaultdict(int)
        for text in texts:
            text.write(_WORD.sub(lambda found: self._as_printed(found[0], counts[found[0]], met), text.read()))
        for note in root.iter(q("note")):
            for element in note.iter(q("p")):
                element.text = _WORD.sub(lambda found: self._as_printed(found[0], 0, met), element.text or "")

    def _as_printed(self, word: str, count: int, met: defaultdict[str, int]) -> str:
        ways = self.printed.get(word)
        if ways is None:
            return word
        place, met[word] = met[word], met[word] + 1
        if len(set(ways)) == 1:
            return ways[0]
        return ways[place] if count == len(ways) else word


def plain(source: Source) -> tuple[Source, Spelling]:
    """Return ``source`` with each letter as one character and without what nobody sees, and how it was printed."""
    texts = list(_words(source.blocks))
    if all(map(is_plain, texts)):
        return source, Spelling({})
    printed: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for word in _WORD.findall(text):
            printed[seen(word)].append(word)
    odd = {word: ways for word, ways in printed.items() if word and any(way != word for way in ways)}
    return replace(source, blocks=tuple(map(_plain, source.blocks))), Spelling(odd)


def _plain(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, runs=tuple(replace(run, text=seen(run.text)) for run in block.runs))
    rows = tuple(
        replace(row, cells=tuple(replace(cell, text=seen(cell.text)) for cell in row.cells)) for row in block.rows
    )
    return replace(block, rows=rows)


def _words(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class _SpelledText:
    """One stretch of text of a tree: what stands in an element before its first child, or what follows it."""

    element: etree._Element
    tail: bool

    def read(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def write(self, text: str) -> None:
        if self.tail:
            self.element.tail = text or None
        else:
            self.element.text = text or None


def _texts(root: etree._Element) -> Iterator[_SpelledText]:
    """Yield the stretches of text in their order, metadata apart."""
    walk = cast("Any", etree.iterwalk)(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and local(element) == "meta":
            walk.skip_subtree()
        elif event == "start" and element.text:
            yield _SpelledText(element, False)
        elif event == "end" and element.tail:
            yield _SpelledText(element, True)
