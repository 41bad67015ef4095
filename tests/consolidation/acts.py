"""Synthetic acts and commands, made by hand, so that consolidation is tested apart from reading."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.eids import TRANSPARENT, eid, number_part
from lexkz.akn.namespace import E, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import BaseAct, Command, CommandPlace, Coverage, Kind, Reading, Step
from lexkz.structure import Act

TITLE = "Тестовый приказ, которого нет"
BASE = BaseAct("order", TITLE, "2020-01-10", "7", "/akn/kz/act/order/mz/2020-01-10/7")
_ORDER = meta.Identity("rus", "order", "mz", "2020-01-10", "7", TITLE, "2020-01-10")
_AMENDING = meta.Identity("rus", "order", "mz", "2024-09-30", "391", "Тестовый приказ об изменениях", "2024-09-30")
CLAUSE = (
    "Настоящий приказ вводится в действие по истечении десяти календарных дней "
    "после дня его первого официального опубликования."
)


def unit(tag: str, num: str, first: str, *below: etree._Element, heading: str | None = None) -> etree._Element:
    """Return a unit with its number, its first line and what stands below it; eIds come with :func:`number`."""
    made = E(tag, E.num(num))
    if heading is not None:
        made.append(E.heading(heading))
    if first:
        made.append(E.intro(E.p(first)) if below else E.content(E.p(first)))
    made.extend(below)
    return made


def point(number: str, first: str, *below: etree._Element) -> etree._Element:
    """Return the point "number."."""
    return unit("paragraph", f"{number}.", first, *below)


def sub(number: str, first: str, *below: etree._Element) -> etree._Element:
    """Return the subpoint "number)"."""
    return unit("subparagraph", f"{number})", first, *below)


def line(text: str) -> etree._Element:
    """Return an unnumbered line."""
    return E.alinea(E.content(E.p(text)))


def table(*rows: Sequence[str]) -> etree._Element:
    """Return a table of plain cells."""
    return E.table(*(E.tr(*(E.td(E.p(cell)) for cell in row)) for row in rows))


def number(parent: etree._Element, prefix: str = "") -> None:
    """Give eIds to all below ``parent`` by the rules of the document."""
    tables = count(1)
    _number(parent, prefix, prefix, tables)


def _number(parent: etree._Element, prefix: str, part: str, tables: "count[int]") -> int:
    lines = sum(1 for child in parent if local(child) in ("intro", "content") for _ in child.iter(q("p")))
    for child in parent:
        name = local(child)
        if name == "table":
            child.set("eId", eid("table", str(next(tables)), part))
            for place, row in enumerate(child.iter(q("tr")), start=1):
                first = "".join(map(str, row[0].itertext()))
                row.set("eId", eid("tr", first if first[:1].isdigit() else f"r{place}", child.get("eId", "")))
        elif name == "alinea":
            lines += 1
            child.set("eId", eid("alinea", str(lines), prefix))
            _number(child, child.get("eId", ""), part, tables)
        elif name in ("paragraph", "subparagraph", "article", "chapter"):
            printed = "".join(map(str, child[0].itertext()))
            digits = next((word for word in printed.split() if any(char.isdigit() for char in word)), printed)
            own = eid(name, number_part(digits), prefix)
            child.set("eId", own)
            lines += _number(child, prefix if name in TRANSPARENT else own, part, tables)
        elif name in ("content", "intro"):
            _number(child, prefix, part, tables)
    return lines


def act(*units: etree._Element, instrument: Sequence[etree._Element] = (), name: str = "Тестовые правила") -> Act:
    """Return a base order with ``units`` in its body and, where given, approved rules with units of their own."""
    body = E.body(*units)
    number(body)
    made = E.act(
        meta.main_meta(_ORDER, show_as="Приказ № 7"),
        E.preface(E.longTitle(E.p(E.docTitle(TITLE)), eId="longTitle")),
        body,
        name="order",
    )
    if instrument:
        main = E.mainBody(*instrument)
        number(main, "att_1")
        doc = E.doc(
            meta.component_meta(_ORDER, "annex_1"),
            E.preface(E.longTitle(E.p(E.docTitle(name)), eId="att_1__longTitle")),
            main,
            name="rules",
        )
        made.append(E.attachments(E.attachment(doc, eId="att_1")))
    return Act(E.akomaNtoso(made))


def to(*steps: tuple[Kind, str | None]) -> tuple[Step, ...]:
    """Return an address: ``to(("paragraph", "5"), ("alinea", "2"))``."""
    return tuple(Step(kind, number) for kind, number in steps)


def command(action: str, *targets: tuple[Step, ...], **fields: object) -> Command:
    """Return a command on the base without place and id; ``amending`` gives both."""
    made = Command("", action, BASE, tuple(targets), f"{action} (тест)")  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


Item = Command | tuple[Command, Sequence[etree._Element]]


def amending(*items: Item, clause: str = CLAUSE, identity: meta.Identity = _AMENDING) -> tuple[Act, Reading]:
    """Return an amending act with one line a command, quoted content where it is given, and its reading."""
    body = E.body()
    commands = []
    for place, item in enumerate(items, start=1):
        made, content = item if isinstance(item, tuple) else (item, ())
        own = f"para_1__al_{place + 1}__mod_1"
        mod = E.mod("тест:", eId=own)
        where = own
        if content:
            where = f"{own}__qstr_1"
            quoted = E.quotedStructure(*content, eId=where, startQuote="«", endQuote="»")
            number(quoted, where)
            mod.append(quoted)
        body.append(E.alinea(E.content(E.p(mod)), eId=f"para_1__al_{place + 1}"))
        texts = tuple(text for element in content for text in paragraphs(element))
        commands.append(replace(made, id=f"cmd_{place}", source=CommandPlace(None, where), content=texts))
    body.append(E.paragraph(E.num("2."), E.content(E.p(clause)), eId="para_2"))
    made_act = E.act(
        meta.main_meta(identity, show_as="Приказ № 391"),
        E.preface(E.p("Приказ Министра тестов Республики Казахстан от 30 сентября 2024 года № 391")),
        body,
        name="order",
    )
    return Act(E.akomaNtoso(made_act)), Reading(None, tuple(commands), Coverage(0, 0))


def text(made: Act) -> tuple[str, ...]:
    """Return the paragraphs of the body and of the attachments."""
    root = next(made.root.iter(q("act")))
    return tuple(item for child in root if local(child) in ("body", "attachments") for item in paragraphs(child))


def eids(made: Act, *tags: str) -> list[str]:
    """Return the eIds of all units of these kinds in the order of the text."""
    return [element.get("eId", "") for element in made.root.iter(*(q(tag) for tag in tags))]
