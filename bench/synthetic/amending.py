"""Amendments of a synthetic order: drawn at random, said in both languages, and made in its picture."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.synthetic import text
from bench.synthetic.picture import ITEMS, Order, Point, Subpoint, new_point, new_subpoint
from bench.synthetic.words import SyntheticWords, synthetic
from lexkz.amendment.model import Action, Address, BaseAct, Command, Step

LANGS = ("kaz", "rus")
Said = dict[str, Command]
"""One amendment as a command in each language."""


@dataclass(slots=True)
class _Draft:
    """What one amending act does to one order while it is drawn."""

    order: Order
    random: Random
    touched: set[str]
    """Points that a command of the act is about: each is amended once."""

    def fresh(self, *, parts: bool | None = None) -> Point | None:
        """A point that no command of the act is about, with or without subpoints; None where there is none."""
        points = [
            point
            for point in self.order.points
            if point.number not in self.touched and (parts is None or bool(point.subpoints) is parts)
        ]
        if not points:
            return None
        chosen = self.random.choice(points)
        self.touched.add(chosen.number)
        return chosen

    def said(
        self,
        action: Action,
        target: Callable[[SyntheticWords], Address],
        content: Callable[[SyntheticWords], tuple[str, ...]] = lambda _: (),
        *more: Callable[[SyntheticWords], Address],
        **words: Callable[[SyntheticWords], tuple[str, ...]] | str,
    ) -> Said:
        """The command in each language; what differs between languages is made from their words."""
        made: Said = {}
        for lang in LANGS:
            spoken = synthetic(lang)
            rest = {key: value(spoken) if callable(value) else value for key, value in words.items()}
            made[lang] = Command(
                "",
                action,
                base(self.order, spoken),
                (target(spoken), *(another(spoken) for another in more)),
                "",
                content=content(spoken),
                **rest,  # type: ignore[arg-type]
            )
        return made


def base(order: Order, words: SyntheticWords) -> BaseAct:
    """Return an order as acts cite it."""
    return BaseAct(
        "order", text.title(order, words), order.day.isoformat(), order.number, registration=order.registration
    )


def amendments(order: Order, count: int, random: Random) -> list[Said]:
    """Return up to ``count`` amendments of ``order`` by one act; its picture is changed as they say."""
    draft = _Draft(order, random, set())
    drawn = (random.choice(_KINDS)(draft) for _ in range(count))
    return [said for said in drawn if said is not None]


def _at(order: Order, *steps: tuple[str, str]) -> Callable[[SyntheticWords], Address]:
    return lambda words: (
        Step("instrument", None, text.rules(order, words)),
        *(Step(kind, number) for kind, number in steps),  # type: ignore[arg-type]
    )


def _replace_point(draft: _Draft) -> Said | None:
    point = draft.fresh()
    if point is None:
        return None
    new = new_point(point.number, draft.random)
    point.words, point.n, point.subpoints, point.added = new.words, new.n, new.subpoints, False
    return draft.said(
        "replace", _at(draft.order, ("paragraph", point.number)), lambda words: text.point_lines(new, words)
    )


def _insert_point(draft: _Draft) -> Said | None:
    before = draft.fresh()
    if before is None or "-" in before.number:
        return None
    numbers = {point.number for chapter in draft.order.chapters for point in chapter}
    place = next(place for place in range(1, 1000) if f"{before.number}-{place}" not in numbers)
    new = new_point(f"{before.number}-{place}", draft.random)
    draft.touched.add(new.number)
    for chapter in draft.order.chapters:
        if before in chapter:
            chapter.append(new)  # the text is never written out again: only what is there counts
    return draft.said("insert", _at(draft.order, ("paragraph", new.number)), lambda words: text.point_lines(new, words))


def _repeal_point(draft: _Draft) -> Said | None:
    point = draft.fresh()
    if point is None or len(draft.order.points) < 4:
        return None
    point.gone = True
    return draft.said("repeal", _at(draft.order, ("paragraph", point.number)))


def _repeal_points(draft: _Draft) -> Said | None:
    """Several points by one command."""
    if len(draft.order.points) < 8:
        return None
    found = [point for point in (draft.fresh(), draft.fresh()) if point is not None]
    if len(found) < 2:
        return None
    for point in found:
        point.gone = True
    places = {
        point.number: place
        for place, point in enumerate(point for chapter in draft.order.chapters for point in chapter)
    }
    one, two = (
        _at(draft.order, ("paragraph", number)) for number in sorted((p.number for p in found), key=places.__getitem__)
    )
    return draft.said("repeal", one, lambda _: (), two)


def _add_or_drop_words(draft: _Draft) -> Said | None:
    """Words after the term of a point; where an amendment put them there, they go again."""
    point = draft.fresh(parts=False)
    if point is None:
        return None
    point.added = not point.added
    target, n = _at(draft.order, ("paragraph", point.number)), point.n
    if not point.added:
        return draft.said("delete_words", target, old=lambda words: (words.added,))
    return draft.said(
        "insert_words",
        target,
        old=lambda words: (words.term.format(n=n),),
        new=lambda words: (words.added,),
        position="after",
    )


def _replace_row(draft: _Draft) -> Said | None:
    rows = draft.order.rows
    if not rows or "rows" in draft.touched:
        return None
    draft.touched.add("rows")
    place = draft.random.randrange(len(rows))
    new = rows[place] = new_subpoint(rows[place].number, draft.random, ITEMS)
    return draft.said(
        "replace",
        _at(draft.order, ("annex", "1"), ("row", new.number)),
        lambda words: (text.row_line(new, words),),
    )


def _replace_words(draft: _Draft) -> Said | None:
    point = draft.fresh(parts=False)
    if point is None:
        return None
    old, new = point.n, point.n + draft.random.randint(1, 9)
    point.n = new
    return draft.said(
        "replace_words",
        _at(draft.order, ("paragraph", point.number)),
        old=lambda words: (words.term.format(n=old),),
        new=lambda words: (words.term.format(n=new),),
    )


def _replace_subpoint(draft: _Draft) -> Said | None:
    found = _subpoint(draft)
    if found is None:
        return None
    point, sub = found
    new = new_subpoint(sub.number, draft.random)
    sub.words, sub.n = new.words, new.n
    target = _at(draft.order, ("paragraph", point.number), ("subparagraph", sub.number))
    return draft.said("replace", target, lambda words: text.subpoint_lines([new], words))


def _insert_subpoint(draft: _Draft) -> Said | None:
    point = draft.fresh(parts=True)
    if point is None:
        return None
    new = new_subpoint(str(len(point.subpoints) + 1), draft.random)
    point.subpoints.append(new)
    target = _at(draft.order, ("paragraph", point.number), ("subparagraph", new.number))
    return draft.said("insert", target, lambda words: text.subpoint_lines([new], words))


def _repeal_subpoint(draft: _Draft) -> Said | None:
    found = _subpoint(draft)
    if found is None:
        return None
    point, sub = found
    sub.gone = True
    return draft.said("repeal", _at(draft.order, ("paragraph", point.number), ("subparagraph", sub.number)))


def _subpoint(draft: _Draft) -> tuple[Point, Subpoint] | None:
    point = draft.fresh(parts=True)
    there = [sub for sub in point.subpoints if not sub.gone] if point is not None else []
    return (point, draft.random.choice(there)) if point is not None and len(there) > 1 else None


def _charge(draft: _Draft) -> Said | None:
    """The order's own second point gets a new wording."""
    if "order" in draft.touched:
        return None
    draft.touched.add("order")
    days = draft.order.charge = draft.order.charge + draft.random.randint(1, 20)
    return draft.said(
        "replace", lambda _: (Step("paragraph", "2"),), lambda words: (f"2. {words.charge.format(n=days)}",)
    )


def _insert_row(draft: _Draft) -> Said | None:
    rows = draft.order.rows
    if not rows or "rows" in draft.touched:
        return None
    draft.touched.add("rows")
    new = new_subpoint(str(len(rows) + 1), draft.random, ITEMS)
    rows.append(new)
    return draft.said(
        "insert",
        _at(draft.order, ("annex", "1"), ("row", new.number)),
        lambda words: (text.row_line(new, words),),
    )


_KINDS: tuple[Callable[[_Draft], Said | None], ...] = (
    _replace_point,
    _replace_point,
    _insert_point,
    _repeal_point,
    _replace_words,
    _replace_words,
    _replace_subpoint,
    _insert_subpoint,
    _repeal_subpoint,
    _charge,
    _insert_row,
    _replace_row,
    _repeal_points,
    _add_or_drop_words,
    _add_or_drop_words,
)
