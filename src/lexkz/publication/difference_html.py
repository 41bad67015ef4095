"""A comparison of two texts as one HTML page: units before and after, words that fell away and came marked."""

from collections.abc import Sequence
from itertools import count

from lexkz.comparison.align import Pair, align
from lexkz.comparison.diff import language
from lexkz.comparison.types import TYPES as TYPE_ORDER
from lexkz.consolidation.naming import unit_name
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.change.assets import script, style
from lexkz.publication.change.gather import as_line, known_texts
from lexkz.publication.change.marks import Say
from lexkz.publication.change.model import ChangedLine
from lexkz.publication.change.rows import Rows
from lexkz.publication.change.wording import wording
from lexkz.publication.markup import TEMPLATES, Markup, joined
from lexkz.publication.sheet.open_state import open_states
from lexkz.structure import Act

_AROUND = 2
"""So many unchanged units on each side of a change are there, folded; what is farther off is counted only."""


def diff_html(old: Act, new: Act) -> str:
    """Return a comparison of two texts of an act as a page in their language; all text of the acts is escaped.

    Without JavaScript all of it is shown side by side; with it a filter, a view in one column and keys are there too.
    """
    lang = language(new)
    say = wording(lang)
    body = _body(old, new, lang, say)
    state = [TEMPLATES.pieces("change").open_line(line) for line in open_states(old, new)]
    body = joined([*state, body])
    title = " – ".join(dict.fromkeys(part for part in (say("Changes of the text"), identity(new).title) if part))
    return alone(title, lang, body)


def _body(old: Act, new: Act, lang: Lang, say: Say) -> Markup:
    html = TEMPLATES.pieces("change")
    pairs = align(known_texts(old), known_texts(new))
    lines = [as_line(pair, lang) for pair in pairs]
    names = [_name(pair, lang) if line.types else "" for pair, line in zip(pairs, lines, strict=True)]
    blocks = _blocks(lines)
    changes = [block for block in blocks if lines[block[0]].types]
    if not changes:
        return Markup(html.same(say))
    rows = Rows(say, lang)
    numbers = count(1)
    made = []
    for block in blocks:
        own = [lines[at] for at in block]
        if own[0].types:
            inner = rows.compared(own)
            made.append(
                html.numbered(next(numbers), names[block[0]], words_of(lang).layout.code, _types(own), inner, say)
            )
        else:
            made.append(_kept(own, rows, first=block[0] == 0, last=block[-1] == len(lines) - 1))
    return Markup(html.compared(say, _types(lines), len(changes), joined(made)))


def _types(lines: Sequence[ChangedLine]) -> tuple[str, ...]:
    return tuple(kind for kind in TYPE_ORDER if any(kind in line.types for line in lines))


def _name(pair: Pair, lang: Lang) -> str:
    unit = pair.new or pair.old
    return unit_name(unit.element, lang) if unit is not None else ""


def _blocks(lines: Sequence[ChangedLine]) -> list[list[int]]:
    """Places in groups: what did not change; rows that changed; what came or went as one; else each by itself."""
    blocks: list[list[int]] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before is not None and _joins(before, line, lines[blocks[-1][0]]):
            blocks[-1].append(place)
        else:
            blocks.append([place])
    return blocks


def _joins(before: ChangedLine, line: ChangedLine, first: ChangedLine) -> bool:
    if not before.types or not line.types:
        return before.types == line.types
    as_one = line.types == before.types and line.types in (("added",), ("removed",))
    return (before.row and line.row) or (as_one and line.eid.startswith(f"{first.eid}__"))


def _kept(lines: Sequence[ChangedLine], rows: Rows, *, first: bool, last: bool) -> Markup:
    """What did not change between two changes: what is near them folded, the rest counted."""
    near = list(lines[: 0 if first else _AROUND]), list(lines[len(lines) - (0 if last else _AROUND) :])
    far = len(lines) - len(near[0]) - len(near[1])
    return rows.folded(lines) if far <= 0 else rows.folded(near[0], far=far, after=near[1])


def alone(title: str, lang: str, body: str) -> str:
    """Return a page in ``lang`` (``kaz``, ``rus``); ``body`` is HTML, escaped already."""
    return TEMPLATES.page(
        "alone", title=title, lang=lang, body=Markup(body), style=Markup(style()), script=Markup(script())
    )
