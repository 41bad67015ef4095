"""Headings that the bank splits over several nodes, joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.reading.bank.edition import Node
from lexkz.reading.blocks import Lang

NUMBER = re.compile(r"\s*(?:\d+(?:[-.]\d+)*\s*[.)]|[^\W\d_]\)|[IVXLC]+\.)")
"""A number as printed at the head of a unit."""
_OPENERS = ("section", "heading", "article")


def joined(nodes: Sequence[Node], lang: Lang) -> Iterator[tuple[Node, bool]]:
    """Yield the nodes, and whether each was joined of several.

    A ``heading`` without a number right after a section, an article or a heading goes on with it; so does a ``title``
    after a ``title``. Text is parted by a space.
    """
    place = 0
    while place < len(nodes):
        node = nodes[place]
        place += 1
        if node.type != "title" and node.type not in _OPENERS:
            yield node, False
            continue
        parts = [node.text]
        while place < len(nodes) and _goes_on(node, nodes[place], lang):
            parts.append(nodes[place].text)
            place += 1
        several = sum(bool(part.strip()) for part in parts) > 1
        yield replace(node, text=" ".join(part.strip() for part in parts if part.strip())), several


def _goes_on(node: Node, following: Node, lang: Lang) -> bool:
    if not following.text.strip() or "\n" in node.text.strip() or "<" in following.text:
        return False
    if node.type == following.type == "title":
        return True
    if following.type != "heading" or node.type not in _OPENERS:
        return False
    # An article whose own text stands on its line has ended; nothing goes on behind a full stop.
    if node.text.rstrip()[-1:] in (";", ":") or (node.type == "article" and _has_sentence(node.text)):
        return False
    folded = fold(following.text.strip())
    return not NUMBER.match(following.text) and words_of(lang).structure.divisions.match(folded) is None


def _has_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > 2
