"""The outline of a base act whose text is not at hand: only what the amending act says of it, gaps shown as gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.eids import TRANSPARENT, eid, number_part
from lexkz.akn.namespace import E
from lexkz.akn.numbers import Key, consecutive, order_key
from lexkz.amendment.model import Address, BaseAct, Command, Kind, Reading, Step
from lexkz.consolidation.identify import same_base
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import gaps
from lexkz.consolidation.tree.unit_index import NUMBERED
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.structure import Act

_UNKNOWABLE: frozenset[Kind] = frozenset(
    {"part", "sentence", "column", "note", "footnote", "contents", "corner_mark", "form"}
)
"""Kinds whose place in a text that is not at hand cannot be shown: the unit around them is."""


@dataclass(slots=True)
class Known:
    """A unit that is named, with the units named in it, in the order in which they are."""

    step: Step | None
    """None for the act itself."""
    below: list["Known"] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list["Known"]:
        """Return the units of these kinds right below."""
        return [item for item in self.below if item.step is not None and item.step.kind in kinds]

    def has(self, kind: Kind) -> bool:
        """True where a unit of ``kind`` is named right below."""
        return bool(self.of(kind))


def known_units(commands: Iterable[Command]) -> Known:
    """Return the units that ``commands`` on one base act name; of a new unit, what it goes into."""
    root = Known(None)
    for command in commands:
        for address in command.targets:
            _enter(root, address[:-1] if command.action == "insert" else address)
        if command.anchor is not None:
            _enter(root, command.anchor)
    return root


def _enter(root: Known, address: Address) -> None:
    place = root
    for step in address:
        if step.kind in _UNKNOWABLE or (step.kind == "annex" and step.number == "all"):
            return
        if step.kind in ("annex", "instrument"):
            found = _document(place, step)
        elif step.number is None and step.name is None and step.kind not in ("heading", "title", "preamble", "table"):
            return
        else:
            found = next((item for item in place.below if _same(item.step, step)), None)
        if found is None:
            found = Known(step)
            place.below.append(found)
        place = found


def _same(one: Step | None, two: Step) -> bool:
    return one is not None and one.kind == two.kind and one.number == two.number and _names_agree(one.name, two.name)


def _names_agree(one: str | None, two: str | None) -> bool:
    return one is None or two is None or bool(documents.named(two, [one]) or documents.named(one, [two]))


def _document(place: Known, step: Step) -> Known | None:
    """The instrument or annex that ``step`` means; a name that is the end of a longer one names the same instrument."""
    same_kind = place.of(step.kind)
    if step.kind == "annex":
        return next((item for item in same_kind if item.step is not None and item.step.number == step.number), None)
    if step.name is None:
        return same_kind[0] if len(same_kind) == 1 else None
    names = [item.step.name or "" for item in same_kind if item.step is not None]
    found = documents.named(step.name, names)
    if len(found) == 1:
        return same_kind[found[0]]
    longer = [item for item, name in zip(same_kind, names, strict=True) if documents.named(name, [step.name])]
    if len(longer) == 1:
        longer[0].step = replace(step)
        return longer[0]
    return None


_UNITS: tuple[Kind, ...] = ("section", "subsection", "chapter", "subchapter", "article", "paragraph", "subparagraph")


_DIVISIONS: frozenset[str] = TRANSPARENT


def outline(reading: Reading, base: BaseAct, amending: Act) -> Act:
    """Return the outline of ``base``: all that the commands of ``reading`` say of how it is built, and nothing else.

    The act with its title, date, number and registration; its instruments in the order in which they are named, annexes
    in them, units in the order of their numbers with the eIds that the full text gives them; ``omissis`` once for each
    stretch of text that is not known. Units that commands insert are not there yet. ``amending`` gives the language.
    """
    lang = akn_meta.read_identity(amending.root).lang
    known = known_units(command for command in reading.commands if same_base(command.base, base))
    return Act(_Builder(base, lang).act(known))


@dataclass(slots=True)
class _Builder:
    base: BaseAct
    lang: str

    @property
    def identity(self) -> akn_meta.Identity:
        base = self.base
        segments = (base.iri or "").split("/")
        author = segments[5] if len(segments) == 8 else None
        return akn_meta.Identity(
            lang=self.lang,
            type=base.type,
            author=author,
            date=base.date,
            number=base.number,
            title=base.title,
            expression_date=base.date,
            mark=iris.mark([base.title]) if base.title and not (base.date and base.number) else None,
        )

    def act(self, known: Known) -> etree._Element:
        """Return the ``akomaNtoso`` root."""
        meta = akn_meta.main_meta(
            self.identity, show_as=words_of(self.lang).notes.short(self.base.type, self.base.number)
        )
        if self.base.registration:
            akn_meta.record_registration(meta, akn_meta.Registration(self.base.registration))
        akn_meta.mark_outline(meta, self.base.author)
        act = E.act(meta, self._preface(), name=self.base.type or "act", contains="originalVersion")
        if known.has("preamble"):
            act.append(E.preamble(gaps.unknown(), eId="preamble"))
        act.append(E.body(*self._units(known, "", "body")))
        attachments = self._attachments(known, "")
        if attachments:
            act.append(E.attachments(*attachments))
        return E.akomaNtoso(act)

    def _preface(self) -> etree._Element:
        """The title, where the amending act gives it. How the act prints its date and number is not known."""
        title = E.p(E.docTitle(self.base.title)) if self.base.title else gaps.unknown()
        return E.preface(E.longTitle(title, eId="longTitle"))

    def _attachments(self, known: Known, prefix: str) -> list[etree._Element]:
        annexes = sorted(known.of("annex"), key=lambda item: order_key(_number(item) or "1"))
        taken = {_number(item) for item in annexes}
        out = []
        free = (str(number) for number in range(1, 10_000) if str(number) not in taken)
        for item in known.of("instrument"):
            out.append(self._attachment(item, eid("attachment", next(free), prefix)))
        for item in annexes:
            number = _number(item) or next(free)
            out.append(self._attachment(item, eid("attachment", number_part(number), prefix)))
        return out

    def _attachment(self, known: Known, own: str) -> etree._Element:
        assert known.step is not None
        doc = E.doc(akn_meta.component_meta(self.identity, iris.component_name(own)), name=self._doc_name(known))
        preface = E.preface()
        if known.step.kind == "annex" and known.step.number:
            label = words_of(self.lang).notes.numbered("annex", known.step.number)
            preface.append(E.container(E.p(label), name="cornerMark", eId=f"{own}__container_1"))
        if known.step.name:
            preface.append(E.longTitle(E.p(E.docTitle(known.step.name)), eId=eid("longTitle", None, own)))
        elif known.has("title") or known.has("heading"):
            preface.append(E.longTitle(gaps.unknown(), eId=eid("longTitle", None, own)))
        if len(preface):
            doc.append(preface)
        if known.has("preamble"):
            doc.append(E.preamble(gaps.unknown(), eId=eid("preamble", None, own)))
        doc.append(E.mainBody(*self._units(known, own, "mainBody")))
        inner = self._attachments(known, own)
        if inner:
            doc.append(E.attachments(*inner))
        return E.attachment(doc, eId=own)

    def _doc_name(self, known: Known) -> str:
        name = fold(known.step.name or "") if known.step is not None else ""
        if self.lang in ("kaz", "rus") and name:
            for stem, slug in words_of(self.lang).structure.instruments.items():
                if stem in name:
                    return slug
        return "annex"

    def _units(self, known: Known, prefix: str, where: str) -> list[etree._Element]:
        """The units and tables of a body, gaps around them."""
        counter = _Counter(prefix)
        tables = self._tables(known, prefix)
        items = sorted(known.of(*_UNITS), key=_first_number)
        if not items and not tables:
            if where == "mainBody":
                block = gaps.unknown()
                block.set("eId", f"{prefix}__p_1")
                return [block]
            return [gaps.gap(counter.next())]
        out: list[etree._Element] = []
        previous: Known | None = None
        for item in items:
            if previous is None or not _adjoin(previous, item):
                out.append(gaps.gap(counter.next()))
            out.append(self._unit(item, prefix))
            previous = item
        for table in tables:
            out.extend((gaps.gap(counter.next()), table))
        out.append(gaps.gap(counter.next()))
        return out

    def _unit(self, known: Known, prefix: str) -> etree._Element:
        """A unit with its number, and what is known of what stands in it."""
        assert known.step is not None
        kind, number = known.step.kind, known.step.number or ""
        own = eid(NUMBERED[kind], number_part(number), prefix)
        unit = E(NUMBERED[kind], E.num(words_of(self.lang).notes.numbered(kind, number)), eId=own)
        if known.has("heading") or known.has("title"):
            unit.append(E.heading(E.omissis()))
        items = self._items(known)
        if not items and not known.has("alinea") and not known.has("table"):
            unit.append(E.content(gaps.unknown()))
            return unit
        inner = prefix if kind in _DIVISIONS else own
        counter = _Counter(own)
        first = any(_number(item) == "1" for item in known.of("alinea"))
        if kind not in _DIVISIONS:
            unit.append(E.intro(gaps.unknown()))
        elif items:
            unit.append(gaps.gap(counter.next()))
        # An introduction that is named is one line; that which is not stands for all up to the next known unit.
        previous: Known | None = _line(known, "1") if first else None
        for item in items:
            if previous is not None and not _adjoin(previous, item):
                unit.append(gaps.gap(counter.next()))
            unit.append(self._unit(item, inner) if _kind(item) != "alinea" else _alinea(item, own))
            previous = item
        for table in self._tables(known, prefix):
            unit.append(E.alinea(E.content(table), eId=f"{own}__al_table"))
        unit.append(gaps.gap(counter.next()))
        return unit

    def _items(self, known: Known) -> list[Known]:
        """Lines (the first aside) and units, in the order of the text as far as numbers tell it.

        The line of subpoint M is at least the (M+1)-th of its point, so that the N-th line stands before it where
        N ≤ M; otherwise a line is taken to stand after it.
        """
        lines = sorted((item for item in known.of("alinea") if _number(item) != "1"), key=_first_number)
        units = sorted(known.of(*_UNITS), key=_first_number)
        out = list(units)
        for line in reversed(lines):
            place = next((at for at, unit in enumerate(units) if not _line_after(line, unit)), len(units))
            out.insert(min(place, len(out)), line)
        return out

    def _tables(self, known: Known, prefix: str) -> list[etree._Element]:
        found = known.of("table")
        loose = known.of("row")
        if loose and not found:
            found = [Known(None, loose)]
        return [self._table(item, eid("table", str(place), prefix)) for place, item in enumerate(found, start=1)]

    def _table(self, known: Known, own: str) -> etree._Element:
        table = E.table(eId=own)
        if known.step is not None and known.step.name:
            table.append(E.caption(known.step.name))
        rows = sorted(known.of("row"), key=_first_number)
        # The head of the table stands before its first row, whatever that row's number.
        table.append(gaps.row_gap())
        previous: Known | None = None
        for row in rows:
            if previous is not None and not _adjoin(previous, row):
                table.append(gaps.row_gap())
            number = _number(row) or ""
            cells = (E.td(E.p(number)), E.td(gaps.unknown()))
            table.append(E.tr(*cells, eId=eid("tr", number_part(number), own)))
            previous = row
        if rows:
            table.append(gaps.row_gap())
        return table


class _Counter:
    """Numbers the gaps of one unit."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return f"{self.prefix}__omissis_{self.count}" if self.prefix else f"omissis_{self.count}"


def _alinea(known: Known, own: str) -> etree._Element:
    return E.alinea(E.content(gaps.unknown()), eId=eid("alinea", _number(known), own))


def _line(known: Known, number: str) -> Known | None:
    return next((item for item in known.of("alinea") if _number(item) == number), None)


def _kind(known: Known) -> str | None:
    return known.step.kind if known.step is not None else None


def _number(known: Known) -> str | None:
    return known.step.number if known.step is not None else None


def _line_after(line: Known, unit: Known) -> bool:
    one, two = _number(line) or "", (_number(unit) or "").split("-")[0]
    return not (one.isdigit() and two.isdigit() and int(one) <= int(two))


def _adjoin(one: Known, two: Known) -> bool:
    return _kind(one) == _kind(two) and consecutive(_number(one) or "", _number(two) or "")


def _first_number(known: Known) -> Key:
    """What units are sorted by: their number; divisions by the first unit named in them, since numbering runs on."""
    if _kind(known) in _DIVISIONS:
        inner = list(_leaves(known.below))
        if inner:
            return min(inner)
    return order_key(_number(known) or "0")


def _leaves(below: Sequence[Known]) -> Iterator[Key]:
    for item in below:
        if _kind(item) in ("article", "paragraph"):
            yield order_key(_number(item) or "0")
        elif _kind(item) in _DIVISIONS:
            yield from _leaves(item.below)
