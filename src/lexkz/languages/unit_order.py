"""Which kinds of units stand in which: the order of units, the same in both languages."""

RANK = {
    "title": 0,
    "instrument": 1,
    "preamble": 2,
    "annex": 2,
    "corner_mark": 3,
    "contents": 3,
    "form": 3,
    "section": 4,
    "subsection": 5,
    "chapter": 6,
    "subchapter": 7,
    "article": 10,
    "paragraph": 11,
    "part": 12,
    "subparagraph": 13,
    "alinea": 14,
    "sentence": 15,
    "note": 16,
    "footnote": 16,
    "table": 17,
    "row": 18,
    "column": 19,
    "heading": 11,
}
"""How deep a kind of unit stands: an address keeps of its context what stands higher than its own first step."""

_LEAVES: dict[str, frozenset[str]] = {
    "title": frozenset({"sentence", "footnote"}),
    "heading": frozenset({"sentence", "alinea", "footnote"}),
    "preamble": frozenset({"part", "alinea", "sentence", "footnote"}),
    "corner_mark": frozenset({"part", "alinea", "sentence"}),
    "contents": frozenset({"section", "subsection", "chapter", "subchapter", "article", "heading", "alinea", "row"}),
}
"""Units that hold nothing but these, however high they stand."""
_CELL = frozenset({"part", "subparagraph", "alinea", "sentence", "note", "footnote"})
_BESIDE: dict[str, frozenset[str]] = {
    "instrument": frozenset({"title"}),
    "note": frozenset({"paragraph", "part", "subparagraph", "alinea", "sentence", "heading"}),
    "footnote": frozenset({"paragraph", "part", "subparagraph", "alinea", "sentence"}),
    "table": _CELL | {"heading"},
    "row": _CELL,
    "column": _CELL | {"row", "heading"},
    "paragraph": frozenset({"heading"}),
    "part": frozenset({"paragraph"}),
    "subparagraph": frozenset({"heading"}),
}
"""Units that also hold these, which otherwise stand higher: a note has points of its own, a part of a code has too."""
_SAID: dict[str, frozenset[str]] = {
    "subparagraph": frozenset({"part"}),
    "table": frozenset({"section", "chapter", "paragraph"}),
    "row": frozenset({"paragraph"}),
    "column": frozenset({"paragraph"}),
}
"""What they hold where one address says so («пункт 5 таблицы»), but not where a line above opened the outer one."""


def holds(outer: str, inner: str) -> bool:
    """Return whether a unit of kind ``outer`` can hold one of kind ``inner`` in an address that names both."""
    return inherits(outer, inner) or inner in _SAID.get(outer, ())


def inherits(outer: str, inner: str) -> bool:
    """Return whether a unit of kind ``inner`` stands in one of kind ``outer`` that a line above has opened."""
    if outer in _LEAVES:
        return inner in _LEAVES[outer]
    return RANK[outer] < RANK[inner] or inner in _BESIDE.get(outer, ())
