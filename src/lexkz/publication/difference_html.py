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
from lexkz.publication.change.alone import alone
from lexkz.publication.change.entry import badges
from lexkz.publication.change.gather import as_line, known_texts
from lexkz.publication.change.marks import Say, marks, text
from lexkz.publication.change.model import Line
from lexkz.publication.change.page import select, toolbar
from lexkz.publication.change.rows import Rows
from lexkz.publication.change.wording import TYPES, wording
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
    title = " – ".join(dict.fromkeys(part for part in (say("Changes of the text"), identity(new).title) if part))
    return alone(title, lang, body)


def _body(old: Act, new: Act, lang: Lang, say: Say) -> str:
    pairs = align(known_texts(old), known_texts(new))
    lines = [as_line(pair, lang) for pair in pairs]
    names = [_name(pair, lang) if line.types else "" for pair, line in zip(pairs, lines, strict=True)]
    blocks = _blocks(lines)
    changes = [block for block in blocks if lines[block[0]].types]
    if not changes:
        return f"<p>{text(say('The texts are the same.'))}</p>\n"
    types = [kind for kind in TYPE_ORDER if any(kind in line.types for line in lines)]
    selects = select("types", say("Kind of change"), ((kind, say(TYPES[kind])) for kind in types), say)
    search = f'<label>{text(say("Unit or words"))} <input type="search" name="text"></label>'
    rows = Rows(say, lang)
    top = f'<div class="lxc-page">{toolbar(selects + search, say, len(changes))}</div>'
    numbers = count(1)
    inner = "".join(
        _change(next(numbers), [lines[at] for at in block], names[block[0]], rows, say, lang)
        if lines[block[0]].types
        else _kept([lines[at] for at in block], rows, say, first=block[0] == 0, last=block[-1] == len(lines) - 1)
        for block in blocks
    )
    return f'{top}\n<div class="lxc-changes"{marks(say)}>\n{inner}</div>\n'


def _name(pair: Pair, lang: Lang) -> str:
    unit = pair.new or pair.old
    return unit_name(unit.element, lang) if unit is not None else ""


def _blocks(lines: Sequence[Line]) -> list[list[int]]:
    """Places in groups: what did not change; rows that changed; what came or went as one; else each by itself."""
    blocks: list[list[int]] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before is not None and _joins(before, line, lines[blocks[-1][0]]):
            blocks[-1].append(place)
        else:
            blocks.append([place])
    return blocks


def _joins(before: Line, line: Line, first: Line) -> bool:
    if not before.types or not line.types:
        return before.types == line.types
    as_one = line.types == before.types and line.types in (("added",), ("removed",))
    return (before.row and line.row) or (as_one and line.eid.startswith(f"{first.eid}__"))


def _change(number: int, lines: Sequence[Line], name: str, rows: Rows, say: Say, lang: Lang) -> str:
    types = tuple(kind for kind in TYPE_ORDER if any(kind in line.types for line in lines))
    own, head = f"change-{number}", f"change-{number}-name"
    link = text(say("Link to this change"))
    heads = (
        f'<div class="lxc-row lxc-heads"><p class="lxc-before">{text(say("Before"))}</p>'
        f'<p class="lxc-after">{text(say("After"))}</p></div>'
    )
    return (
        f'<article class="lxc-change" id="{own}" tabindex="-1" aria-labelledby="{head}" data-types="{" ".join(types)}">'
        f'<header><h2 id="{head}"><span lang="{words_of(lang).layout.code}">{text(name)}</span> '
        f'<a class="lxc-link" href="#{own}" aria-label="{link}">¶</a></h2>'
        f'<p class="lxc-badges">{badges(types, say)}</p></header>{heads}{rows.compared(lines)}</article>\n'
    )


def _kept(lines: Sequence[Line], rows: Rows, say: Say, *, first: bool, last: bool) -> str:
    """What did not change between two changes: what is near them folded, the rest counted."""
    near = list(lines[: 0 if first else _AROUND]), list(lines[len(lines) - (0 if last else _AROUND) :])
    if len(lines) <= len(near[0]) + len(near[1]):
        return rows.folded(lines)
    far = len(lines) - len(near[0]) - len(near[1])
    between = f'<p class="lxc-far">⋯ {text(say("Unchanged paragraphs: {count}").format(count=far))} ⋯</p>'
    return rows.folded(near[0], between=between, after=near[1], far=far)
