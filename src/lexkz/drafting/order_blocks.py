"""The amending order as blocks of text: title, preamble, contexts with their commands, what they quote, own clauses."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, BaseAct, Command
from lexkz.amendment.render import WORD_ACTIONS, UnrenderableError, render
from lexkz.drafting.choosing import ChosenCommand
from lexkz.drafting.order_requisites import OrderRequisites
from lexkz.languages.detect import Lang
from lexkz.languages.writing import writer
from lexkz.reading.blocks import Block, Cell, Paragraph, Place, Row, Run, Source, Table

_NOWHERE = Place(None, None)


@dataclass(frozen=True, slots=True)
class WrittenOrder:
    """An order set in blocks."""

    source: Source
    unwritten: tuple[ChosenCommand, ...]
    """Commands that the language has no sentence for."""


def order(
    base: BaseAct, chosen: Sequence[ChosenCommand], lang: Lang, requisites: OrderRequisites, *, in_units: bool = True
) -> WrittenOrder:
    """Return the order that gives the ``chosen`` commands, in the manner of the order's kind.

    ``in_units``: several commands within one point or article stand below a line that opens it.
    """
    # A code is amended by a law.
    own = requisites.type or ("law" if base.type == "code" else base.type) or "order"
    requisites = replace(requisites, type=own)
    body: list[Block] = []
    unwritten: list[ChosenCommand] = []
    opened: tuple[str, ...] = ()
    unit: str | None = None
    annexed = [one for one in chosen if one.command.annex]
    several = len(annexed) > 1
    shared = _sharing(chosen) if in_units else frozenset()
    for place, one in enumerate(chosen):
        annex = one.command.annex if several or not one.command.annex else ("",)
        bare = replace(one.command, content=(), annex=annex)
        if one.command.action == "none":
            # Lines cannot tell it: what holds it has to be told whole.
            unwritten.append(one)
            continue
        try:
            *opening, sentence = render(bare, lang, by=own, in_unit=place in shared)
        except (UnrenderableError, LookupError, ValueError):
            unwritten.append(one)
            continue
        in_unit = opening.pop() if place in shared else None
        if tuple(opening) != opened:
            body.extend(_line(text) for text in opening[_shared(tuple(opening), opened) :])
            opened, unit = tuple(opening), None
        if in_unit is not None and in_unit != unit:
            body.append(_line(in_unit))
        unit = in_unit
        body.append(_line(sentence))
        if not one.command.annex:
            body.extend(_quoted(one))
    if body and isinstance(last := body[-1], Paragraph):
        # The last command ends the point.
        body[-1] = _line(f"{last.text.removesuffix(';')}.")
    return WrittenOrder(Source("docx", lang, tuple(_around(base, chosen, body, lang, requisites))), tuple(unwritten))


def _sharing(chosen: Sequence[ChosenCommand]) -> frozenset[int]:
    """The places of the commands of which several, one after the other, act within one point or article."""
    found: set[int] = set()
    for _, run in groupby(enumerate(chosen), key=lambda pair: _opens(pair[1].command)):
        places = [place for place, one in run if _opens(one.command) is not None]
        if len(places) > 1:
            found.update(places)
    return frozenset(found)


def _opens(command: Command) -> Address | None:
    """The address of the point or article that a line can open for a command; None where none can."""
    heads = set()
    for target in command.targets:
        place = next((at for at, step in enumerate(target) if step.kind not in _OPENED), len(target))
        unit = target[: place + 1]
        if unit[place:] == () or unit[-1].kind not in _OPENABLE or unit[-1].number is None:
            return None
        if len(target) == len(unit) and command.action not in WORD_ACTIONS:
            return None
        heads.add(unit)
    return heads.pop() if len(heads) == 1 else None


_OPENED = frozenset({"instrument", "annex"})
_OPENABLE = frozenset({"paragraph", "article"})


def _shared(opening: tuple[str, ...], opened: tuple[str, ...]) -> int:
    """How many lines of an opening stand already: rules that are open when an annex of theirs is opened are not said
    again."""
    return len(opened) if opened and opening[: len(opened)] == opened else 0


def _around(
    base: BaseAct, chosen: Sequence[ChosenCommand], body: Sequence[Block], lang: Lang, requisites: OrderRequisites
) -> Iterator[Block]:
    say = writer(lang)
    additions = any(one.command.action in ("insert", "insert_words") for one in chosen)
    kind = base.type or "order"
    cited = (base.title, kind, base.date, base.number)
    for text in requisites.head(lang, kind):
        yield _line(text)
    yield _line(requisites.title or say.amending_title(*cited, additions=additions, author=base.author))
    preamble = requisites.preamble or say.enacting(requisites.type or kind)
    if preamble:
        yield _line(preamble)
    own = requisites.type or kind
    said = say.base(*cited, base.registration, additions=additions, author=base.author)
    yield _line(f"{say.own_unit(own, 1)} {_capital(said)}")
    yield from body
    for number, clause in enumerate(requisites.own_clauses(lang, kind), start=2):
        yield _line(f"{say.own_unit(own, number)} {clause}")
    for text in requisites.signature:
        yield _line(text)
    annexed = [one for one in chosen if one.command.annex]
    for one in annexed:
        annex = one.command.annex[0] if len(annexed) > 1 else ""
        for text in say.own_corner_mark(requisites.type or kind, annex, requisites.date, requisites.number):
            yield _line(text)
        for element in one.brings:
            yield from blocks_of(element)


def _quoted(one: ChosenCommand) -> Iterator[Block]:
    blocks = [block for element in one.brings for block in blocks_of(element)] or [
        _line(text) for text in one.command.content
    ]
    if not blocks:
        return
    first, last = blocks[0], blocks[-1]
    if isinstance(first, Paragraph):
        blocks[0] = _line(f'"{first.text}')
        last = blocks[-1]
    else:
        blocks.insert(0, _line('"'))
    if isinstance(last, Paragraph):
        blocks[-1] = _line(f'{last.text}";')
    else:
        blocks.append(_line('";'))
    yield from blocks


def blocks_of(element: etree._Element) -> tuple[Block, ...]:
    """Return what an element prints, as a reader would give it: its paragraphs, and its tables as tables."""
    if element.tag == q("tr"):
        return (_table(E.table(deepcopy(element))),)
    copy = deepcopy(element)
    tables: dict[str, Table] = {}
    for number, table in enumerate(list(copy.iter(q("table")))):
        mark = f"\ue000{number}\ue001"
        tables[mark] = _table(table)
        stands = E.p(mark)
        stands.tail = table.tail
        parent = table.getparent()
        if parent is None:
            return (tables[mark],)
        parent.replace(table, stands)
    return tuple(tables[text] if text in tables else _line(text) for text in paragraphs(copy))


def _table(table: etree._Element) -> Table:
    rows = []
    for row in table.iterfind(q("tr")):
        cells = [cell for cell in row if cell.tag in (q("td"), q("th"))]
        rows.append(
            Row(
                tuple(
                    Cell("\n".join(paragraphs(cell)), int(cell.get("colspan", "1")), int(cell.get("rowspan", "1")))
                    for cell in cells
                ),
                _NOWHERE,
                header=bool(cells) and all(cell.tag == q("th") for cell in cells),
            )
        )
    return Table(tuple(rows), _NOWHERE, borders=table.get("border") != "0")


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),), _NOWHERE)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
