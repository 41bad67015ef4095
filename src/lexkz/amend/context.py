"""Where the next command acts: base act, approved act and units that earlier lines have opened."""

from dataclasses import dataclass, replace

from lexkz.amend.model import Address, BaseAct, Step
from lexkz.languages.chunks import Named
from lexkz.languages.folding import fold_spaces

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
    "contents": frozenset({"section", "subsection", "chapter", "subchapter", "article", "heading", "alinea"}),
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
_DOUBTFUL = frozenset(
    {
        ("note", "paragraph"),
        ("part", "paragraph"),
        ("subparagraph", "part"),
        ("column", "row"),
        ("table", "paragraph"),
        ("row", "paragraph"),
        ("column", "paragraph"),
    }
)
"""Outer unit opened by a line above, and a unit that may stand in it or after it: a reader cannot be sure."""


def holds(outer: str, inner: str) -> bool:
    """Return whether a unit of kind ``outer`` can hold one of kind ``inner`` in an address that names both."""
    return _inherits(outer, inner) or inner in _SAID.get(outer, ())


def _inherits(outer: str, inner: str) -> bool:
    if outer in _LEAVES:
        return inner in _LEAVES[outer]
    return RANK[outer] < RANK[inner] or inner in _BESIDE.get(outer, ())


NOTHING = BaseAct(type=None, title=None, date=None, number=None)


@dataclass(frozen=True, slots=True)
class Context:
    """What the lines so far have opened."""

    base: BaseAct = NOTHING
    steps: Address = ()
    instruments: tuple[str, ...] = ()
    """Names of approved acts met so far in this base act, in full."""
    repealing: bool = False
    """True under "the following lose force:", where each line only names what does."""

    def under(self, first: Step) -> Address:
        """Return the inherited steps for an address that begins with ``first``: down to the last that can hold it.

        A unit of the same kind that is open ends there: point 4 does not stand in part 2 of point 1.
        """
        steps = self._beside(first)
        while steps and not _inherits(steps[-1].kind, first.kind):
            steps = steps[:-1]
        return steps

    def doubtful(self, first: Step) -> bool:
        """Return whether an address that begins with ``first`` may or may not belong in the units that are open."""
        return any((step.kind, first.kind) in _DOUBTFUL for step in self._beside(first))

    def _beside(self, first: Step) -> Address:
        kinds = [step.kind for step in self.steps]
        return self.steps[: kinds.index(first.kind)] if first.kind in kinds else self.steps

    def opened(self, address: Address) -> "Context":
        """Return the context after a line that opened ``address``, complete from the base act down."""
        return replace(self, steps=address)

    def in_act(self, base: BaseAct) -> "Context":
        """Return the context at the top of another base act."""
        return Context(base=base)

    def knowing(self, name: str) -> "Context":
        """Return the context with one more approved act's name."""
        if any(fold_spaces(known) == fold_spaces(name) for known in self.instruments):
            return self
        return replace(self, instruments=(*self.instruments, name))

    def instrument(self, named: Named) -> tuple[str | None, tuple[str, ...]]:
        """Return the known approved act that ``named`` means, and all that it could mean.

        A name means the act that bears it in full or ends with it («Стандартына» after the full name); a bare noun
        that points back («көрсетілген Қағидалар») means the act of that noun, the one now open first.
        """
        wanted = fold_spaces(named.name)
        exact = tuple(name for name in self.instruments if fold_spaces(name) == wanted)
        if exact:
            return exact[0], exact
        # The noun's last letter is its number's: «правило», «правила».
        stem = wanted if named.noun is None or " " in wanted else fold_spaces(named.noun)[:-1]
        fits = tuple(
            name
            for name in self.instruments
            if fold_spaces(name).endswith(" " + wanted)
            or (" " not in wanted and _last_noun(name).startswith(stem))
            or (" " not in wanted and _first_noun(name).startswith(stem))
        )
        current = next((step.name for step in self.steps if step.kind == "instrument"), None)
        if current in fits:
            return current, fits
        return (fits[0] if len(fits) == 1 else None), fits


def _last_noun(name: str) -> str:
    return fold_spaces(name).rpartition(" ")[2]


def _first_noun(name: str) -> str:
    return fold_spaces(name).partition(" ")[0]
