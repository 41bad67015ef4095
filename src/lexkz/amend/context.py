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
        """Return the inherited steps for an address that begins with ``first``."""
        return tuple(step for step in self.steps if RANK[step.kind] < RANK[first.kind])

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
        stem = wanted if named.noun is None or " " in wanted else fold_spaces(named.noun)
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
