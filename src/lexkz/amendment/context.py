"""Where the next command acts: base act, approved act and units that earlier lines have opened."""

from dataclasses import dataclass, field, replace

from lexkz.amendment.model import Address, BaseAct, Step
from lexkz.languages.chunks import Named
from lexkz.languages.folding import fold_spaces
from lexkz.languages.unit_order import RANK, holds, inherits

_DOUBTFUL = frozenset(
    {
        ("note", "paragraph"),
        ("part", "paragraph"),
        ("column", "row"),
        ("table", "paragraph"),
        ("row", "paragraph"),
        ("column", "paragraph"),
    }
)
"""Outer unit opened by a line above, and a unit that may stand in it or after it: a reader cannot be sure."""


def within(outer: Step, inner: Step) -> bool:
    """Return whether ``inner`` can stand in ``outer`` in an address that names both: a letter stands in a number.

    «приложение 1 к приложению 2»: an annex can have annexes.
    """
    return holds(outer.kind, inner.kind) or _lettered(outer, inner) or outer.kind == inner.kind == "annex"


def _lettered(outer: Step, inner: Step) -> bool:
    """«подпункт б)» stands within «подпункт 7)»: only a number of the same sort stands beside it."""
    if (outer.kind, inner.kind) != ("subparagraph", "subparagraph") or outer.number is None or inner.number is None:
        return False
    return outer.number[:1].isdigit() and inner.number[:1].isalpha()


def _stands_in(outer: Step, inner: Step) -> bool:
    return _lettered(outer, inner) or _of_table(outer, inner)


def _of_table(outer: Step, inner: Step) -> bool:
    """A section with a letter for its number is one of the table that is open: «I кестеде: А бөлімінде:»."""
    letter = inner.number is not None and len(inner.number) == 1 and inner.number.isalpha()
    return outer.kind == "table" and inner.kind == "section" and letter


NOTHING = BaseAct(type=None, title=None, date=None, number=None)
OF_ARTICLES = frozenset({"law", "code", "constitution", "constitutional-law"})
_DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter"})
_LARGE = frozenset({"annex", "section", "subsection", "chapter", "subchapter", "preamble", "title"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """What makes it uncertain where the commands below a line act."""

    code: str
    words: str
    """The line's own words."""
    depth: int | None = None
    """How many steps the line has opened: it concerns the commands that stand in them. None: a line that was not
    understood, which can have opened anything; it concerns all that have no full address of their own."""
    act: bool = False
    """True where a line that was not understood speaks of an act: then a full address within an act says too little."""
    gathered: bool = False
    """True where such a line was understood in part, and seems to open what would stand above an article below it."""
    below: str | None = None
    """Kind of the unit that the line names without saying that it opens it: what begins with such a unit, or a larger
    one, is no part of it."""


@dataclass(frozen=True, slots=True)
class Suspending:
    """For how long the units of a list stand still."""

    since: str | None
    until: str | None
    """ISO days; None where the line that opens the list does not say it."""
    at_end: bool = False
    """True where the verb stands in the last item, which then has the time of the list; else a sentence with a verb of
    its own has its own time."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the lines so far have opened."""

    base: BaseAct = NOTHING
    steps: Address = ()
    instruments: tuple[str, ...] = ()
    """Names of approved acts met so far in this base act, in full."""
    annexes: tuple[tuple[str, str], ...] = ()
    """Names of approved acts that are said to be an annex of the base act, each with the number of that annex."""
    repealing: bool = False
    """True under "the following lose force:", where each line only names what does."""
    listed: str | None = None
    """Slug of the kind of act that such a list is said to hold: "the following decisions"."""
    suspending: "Suspending | None" = None
    """What a line said that opened a list of what stands still for a time, and each line of it only names."""
    through: bool = False
    """True under «по всему тексту:», where words change wherever they stand."""
    also: tuple[Address, ...] = ()
    """Further units that the open line names: what stands under it holds for each of them."""
    doubts: tuple[Doubt, ...] = ()
    """What is not certain of the lines that are open."""
    shut: Address = ()
    """Units that a line above opened, and that a command with an address of its own has closed."""
    since: tuple[str, tuple[Address, ...]] | None = None
    """ISO day from which the line that opened these units says that all below it holds: «в пункте 5 с 1 июля 2025
    года:»."""
    named: tuple[Address, ...] = field(default=(), compare=False)
    """What the command before acts on, for one that points back to it: «подпункт 5) того же пункта»."""
    inside: str | None = field(default=None, compare=False)
    """Kind of the unit that the command before began with, under the line that is open; None: none stands there yet."""

    def under(self, first: Step) -> Address:
        """Return the inherited steps for an address that begins with ``first``: down to the last that can hold it.

        A unit of the same kind that is open ends there: point 4 does not stand in part 2 of point 1. A part stands in
        the subpoint that is open only right under its line; after other commands it may be the article's.
        """
        if first.kind == "part" and self._holds_parts(first):
            return self.steps
        steps = self._beside(first)
        if first.kind == "table" and first.number is not None:
            # Tables bear their numbers through a whole document, whatever point is open.
            steps = tuple(step for step in steps if RANK[step.kind] < RANK["article"])
        while steps and not (inherits(steps[-1].kind, first.kind) or _stands_in(steps[-1], first)):
            steps = steps[:-1]
        return steps

    def same(self, kind: str, *said: tuple[Address, ...]) -> Address | None:
        """Return the unit of ``kind`` that «того же пункта» means: the one that the command before names, or the line
        that is open; None where that is not one. ``said``: what the sentence itself names before."""
        for addresses in (*said, self.named, (self.steps,)):
            found = {
                address[: place + 1] for address in addresses for place, step in enumerate(address) if step.kind == kind
            }
            if found:
                return found.pop() if len(found) == 1 else None
        return None

    def _holds_parts(self, first: Step) -> bool:
        """Return whether the part ``first`` is one of the subpoint that is open.

        «в части первой: в подпункте 3): … в части второй»: the next part most likely; «в части второй: в подпункте 8):
        часть первую …» is a part of the subpoint, since the parts of an article come in their order.
        """
        if not self.steps or self.steps[-1].kind != "subparagraph" or self.inside not in (None, "part"):
            return False
        opened = next((step.number for step in self.steps if step.kind == "part"), None)
        if opened is None or self.inside == "part":
            return True
        numbers = [number for number in (opened, first.number) if number is not None and number.isdigit()]
        return len(numbers) == 2 and int(numbers[1]) <= int(numbers[0])

    def doubtful(self, first: Step) -> bool:
        """Return whether an address that begins with ``first`` may or may not belong in the units that are open."""
        if first.kind == "part":
            return bool(self.steps) and self.steps[-1].kind == "subparagraph" and not self._holds_parts(first)
        if (
            first.kind == "article"
            and self.base.type in OF_ARTICLES
            and any(each.kind == "annex" for each in self.steps)
        ):
            # A law's articles stand in its body; an annex has points, or is an agreement with articles of its own.
            return True
        steps = self._beside(first)
        return any(
            (step.kind, first.kind) in _DOUBTFUL
            and not any(inherits(deeper.kind, first.kind) for deeper in steps[place + 1 :])
            for place, step in enumerate(steps)
        )

    def left(self, first: Step) -> bool:
        """Return whether ``first`` may belong in the units that a command has closed.

        Points and articles bear their numbers through all chapters, so that a closed chapter says nothing of them.
        """
        if not self.shut:
            return False
        shut, now = replace(self, steps=self.shut, shut=()).under(first), self.under(first)
        if first.kind in ("article", "paragraph"):
            shut, now = (tuple(step for step in each if step.kind not in _DIVISIONS) for each in (shut, now))
        return shut != now

    def _beside(self, first: Step) -> Address:
        for place, step in enumerate(self.steps):
            if step.kind == first.kind and not _lettered(step, first):
                return self.steps[:place]
        return self.steps

    def opened(self, address: Address, also: tuple[Address, ...] = ()) -> "Context":
        """Return the context after a line that opened ``address``, complete from the base act down."""
        deeper = address[: len(self.steps)] == self.steps
        if self.also and deeper:
            also = tuple((*each, *address[len(self.steps) :]) for each in self.also) + also
        shared = _shared(address, self.steps)
        doubts = tuple(each for each in self.doubts if each.depth is None or each.depth <= shared)
        if self.since is not None and address and address == self.since[1][0]:
            # Opened once more, without the day: whether that still holds is not said.
            doubts = (*doubts, Doubt("amend.day_doubtful", self.since[0], len(address)))
        since = self._since(address)
        bare = replace(self, shut=(), named=(), inside=None, through=False)
        return replace(bare, steps=address, also=also, doubts=doubts, since=since)

    def holding_from(self, day: str) -> "Context":
        """Return the context after a line that opened its units with a day: all commands in them hold from it."""
        doubts = tuple(each for each in self.doubts if each.code != "amend.day_doubtful")
        return replace(self, since=(day, (self.steps, *self.also)), doubts=doubts)

    def _since(self, steps: Address) -> tuple[str, tuple[Address, ...]] | None:
        """The day that still holds where ``steps`` are open: those of its line, or units within them."""
        return self.since if self.since is not None and _within(steps, self.since[1]) else None

    def day_of(self, targets: tuple[Address, ...]) -> str | None:
        """Return the day that the open line gives to a command on ``targets``; None where it gives none."""
        if self.since is None or self._since(self.steps) is None:
            return None
        day, opened = self.since
        return day if all(_within(target, opened) for target in (targets or ((),))) else None

    def doubting(self, doubt: Doubt) -> "Context":
        """Return the context with one more doubt."""
        return self if doubt in self.doubts else replace(self, doubts=(*self.doubts, doubt))

    def trusting(self, *lines: str) -> "Context":
        """Return the context without the doubts of ``lines``, which the line after them has made whole."""
        return replace(self, doubts=tuple(each for each in self.doubts if each.words not in lines))

    def certain(self, start: str | None) -> "Context":
        """Return the context without what a line in doubt can no longer concern: an address begins with ``start``."""
        return replace(self, doubts=tuple(each for each in self.doubts if not self._full(start, each)))

    def _full(self, start: str | None, doubt: Doubt) -> bool:
        if doubt.depth is not None or start is None:
            return False
        if start == "act":
            return True
        if doubt.below is not None:
            return start in RANK and RANK[start] <= RANK[doubt.below]
        if doubt.act or start == "instrument":
            return not doubt.act
        return not doubt.gathered and (start == "article" or (self.base.type in OF_ARTICLES and start in _LARGE))

    def doubts_of(self, start: str | None, target: Address) -> tuple[Doubt, ...]:
        """Return what makes it uncertain that a command acts on ``target``; its own address begins with ``start``."""
        shared = _shared(target, self.steps)
        return tuple(each for each in self.certain(start).doubts if each.depth is None or each.depth <= shared)

    def after(self, start: str | None, targets: tuple[Address, ...]) -> "Context":
        """Return the context after a command on ``targets`` whose own address begins with ``start``, None without one.

        A command that names a unit outside those that are open closes them: what follows without an address has only
        what stands above them.
        """
        if start is None:
            return self
        kept = max((_shared(target, self.steps) for target in targets), default=0)
        beside = start == "table" and not any(step.kind == "table" for step in self.steps)
        if kept == len(self.steps) or beside:
            # A table of the document is named among the lines of a point, which go on below it.
            return replace(self, inside=start)
        doubts = tuple(each for each in self.doubts if each.depth is None or each.depth <= kept)
        left = self.steps[:kept]
        since = self._since(left)
        return replace(self, steps=left, also=(), doubts=doubts, shut=self.steps, inside=start, since=since)

    def above_articles(self) -> Address:
        """Return the open steps that an article named below has above it."""
        return tuple(step for step in self.steps if RANK[step.kind] < RANK["article"])

    def carrying(self, steps: Address) -> "Context":
        """Return the context for the lines below a numbered command: they go on in ``steps``, which it named."""
        return replace(self, steps=steps, also=(), shut=(), inside="command", since=self._since(steps))

    def in_act(self, base: BaseAct) -> "Context":
        """Return the context at the top of another base act."""
        return Context(base=base, repealing=self.repealing, listed=self.listed, suspending=self.suspending)

    def knowing(self, name: str, annex: str | None = None) -> "Context":
        """Return the context with one more approved act's name, and the number of the annex that it is said to be."""
        known = any(fold_spaces(each) == fold_spaces(name) for each in self.instruments)
        after = self if known else replace(self, instruments=(*self.instruments, name))
        if not annex or after.annex_of(name) is not None:
            return after
        return replace(after, annexes=(*after.annexes, (name, annex)))

    def annex_of(self, name: str) -> str | None:
        """Return the number of the base act's annex that the approved act ``name`` is said to be."""
        return next((number for known, number in self.annexes if fold_spaces(known) == fold_spaces(name)), None)

    def instrument(self, named: Named) -> tuple[str | None, tuple[str, ...]]:
        """Return the known approved act that ``named`` means, and all that it could mean.

        A name means the act that bears it in full or ends with it («Стандартына» after the full name); a bare noun
        that points back («көрсетілген Қағидалар») means the act of that noun, the one now open first.
        """
        wanted = fold_spaces(named.name)
        exact = tuple(name for name in self.instruments if fold_spaces(name) == wanted)
        if exact:
            return exact[0], exact
        fits: tuple[str, ...] = ()
        for way in (_begins_or_ends, _holds_noun):
            fits = tuple(name for name in self.instruments if way(fold_spaces(name).split(), wanted.split(), named))
            if fits:
                break
        current = next((step.name for step in self.steps if step.kind == "instrument"), None)
        if current in fits:
            return current, fits
        return (fits[0] if len(fits) == 1 else None), fits

    def says_of(self, named: Named) -> bool:
        """Return whether the title of the base act names a document of the noun that ``named`` bears, as approvals do.

        «Об утверждении Инструкции …»: "the Instruction" then is known without a line that names it in full.
        """
        title = fold_spaces(self.base.title or "").split()
        noun = fold_spaces(named.noun or named.name).split()
        return any(_alike(word, noun[-1]) or _alike(word, noun[0]) for word in title)


def _begins_or_ends(name: list[str], wanted: list[str], named: Named) -> bool:
    """«Примерный регламент» for «Примерный регламент вокзала», «Үлгілік регламент» for «… үлгілік регламенті»."""
    count = len(wanted)
    if count > len(name):
        return False
    if count == 1:
        return _has_noun(name[0], wanted[0], named) or _has_noun(name[-1], wanted[0], named)
    return any(
        all(_alike(left, right) for left, right in zip(part, wanted, strict=True))
        for part in (name[:count], name[-count:])
    )


def _holds_noun(name: list[str], wanted: list[str], named: Named) -> bool:
    """«нұсқаулық» for «Рұқсат беру нұсқаулығы мен стандарты»: one of two documents that one name holds."""
    return len(wanted) == 1 and any(
        _has_noun(word, wanted[0], named) and (name[place + 1 : place + 2] or name[place - 1 : place])[0] in _ANDS
        for place, word in enumerate(name)
        if place
    )


_ANDS = ("и", "және", "мен", "бен", "пен")


def _has_noun(word: str, wanted: str, named: Named) -> bool:
    # The noun's last letter is its number's: «правило», «правила».
    return word == wanted or word.startswith(wanted if named.noun is None else fold_spaces(named.noun)[:-1])


def _alike(one: str, two: str) -> bool:
    """True where two folded words differ in their endings only: «регламент» and «регламенті»."""
    shared = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        shared += 1
    return one == two or (shared >= 4 and max(len(one), len(two)) - shared <= 3)


def _within(address: Address, units: tuple[Address, ...]) -> bool:
    return any(address[: len(unit)] == unit for unit in units)


def _shared(left: Address, right: Address) -> int:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return length
