"""The comparative table that drafts travel with: wording in force and proposed wording, changed words in bold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.text import paragraphs
from lexkz.amend.model import Command, Reading
from lexkz.compare.align import Pair, align
from lexkz.compare.units import UnitText, unit_texts
from lexkz.compare.words import Words, word_diff
from lexkz.consolidate.naming import address_name, unit_name
from lexkz.consolidate.report import CommandOutcome, Report
from lexkz.consolidate.standing import standing
from lexkz.languages.detect import Lang
from lexkz.languages.layout import GAP, layout
from lexkz.languages.notes import notes
from lexkz.publish.act_json import identity
from lexkz.publish.sheet.amendments import named, reviser
from lexkz.publish.sheet.lay import language
from lexkz.publish.sheet.model import Cell, Grid, Line, Row, Run, Sheet
from lexkz.publish.sheet.open_state import open_state
from lexkz.publish.why import said, unread, why
from lexkz.structure import Act

_WIDTHS = (4, 18, 32, 32, 14)


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a structural element in both wordings."""

    element: str
    old: tuple[Line, ...]
    """Empty where the wording in force has it not."""
    new: tuple[Line, ...]
    reason: str = ""


@dataclass(slots=True)
class _Group:
    key: str
    pairs: list[Pair] = field(default_factory=list)
    source: str = ""


def comparative_sheet(
    old: Act, new: Act, *, amending: Sequence[tuple[Act, Reading]] = (), report: Report | None = None
) -> Sheet:
    """Return the comparative table of two texts of an act: No., structural element, old and new wording, reason.

    What a command of an amending act set is one row, its whole unit in both wordings; other changes are a row for each
    unit. The reason names the act and, where ``amending`` gives it, the page. Commands that the new text does not
    contain and sentences that were not understood are rows as well, with why: by ``report``, else by what the file of
    ``new`` carries. The reasons that only the drafter knows are his to write.
    """
    lang = language(new.root)
    words = layout(lang)
    missing = _missing(old, amending, report, lang) if report is not None else _open(old, new, lang)
    rows = [*compared(old, new, amending), *missing]
    columns = words.comparative_columns
    head = Row(tuple(Cell((_line(column),), head=True) for column in columns))
    body = (_row(number, row, words.absent) for number, row in enumerate(rows, start=1))
    known = identity(new)
    title = known.title or (f"№ {known.number}" if known.number else "")
    captions = [Line("caption", (Run(words.comparative),))]
    if title:
        captions.append(Line("state", (Run(title),)))
    captions += [Line("state", (Run(said),)) for said in open_state(new)]
    grid = Grid((head, *body), widths=_WIDTHS)
    return Sheet(lang, f"{words.comparative}: {title}", (*captions, grid), landscape=True, date=known.date)


def compared(old: Act, new: Act, amending: Sequence[tuple[Act, Reading]] = ()) -> tuple[Compared, ...]:
    """Return the rows of the table, in the order of the new text."""
    lang = language(new.root)
    before, after = _units(old), _units(new)
    sources = _sources(new)
    said = _reasons(new, amending, lang)
    return tuple(
        Compared(_name(group, lang), _side(group, "-"), _side(group, "+"), said(group.source, group.key))
        for group in _groups(align(before, after), sources)
        if any(_differs(pair) for pair in group.pairs)
    )


def _units(act: Act) -> list[UnitText]:
    """The units that have words or stand for unknown ones; without an eId of its own one is told by its document."""
    found: list[UnitText] = []
    seen: Counter[str] = Counter()
    for unit in unit_texts(act.root):
        if not unit.element.get("eId"):
            near = next((above.get("eId") for above in unit.element.iterancestors() if above.get("eId")), "")
            eid = f"{near}__{unit.kind}".removeprefix("__")
            seen[eid] += 1
            unit = replace(unit, eid=f"{eid}_{seen[eid]}")
        if unit.text.strip() or _is_unknown(unit):
            found.append(unit)
    return found


def _is_unknown(unit: UnitText) -> bool:
    return unit.kind not in ("hcontainer", "tr") and any(True for _ in unit.element.iterfind(".//{*}omissis"))


def _differs(pair: Pair) -> bool:
    if pair.old is None or pair.new is None:
        return True
    return pair.old.text.split() != pair.new.text.split() or (pair.moved and pair.old.eid == pair.new.eid)


def _groups(pairs: Iterable[Pair], sources: dict[str, str]) -> Iterator[_Group]:
    """Gather what is one row: all that one command set in one unit; else what came or went with the unit above it."""
    groups: list[_Group] = []
    by_key: dict[str, _Group] = {}
    for pair in pairs:
        unit = pair.new or pair.old
        assert unit is not None
        key, source = _target(unit.eid, sources)
        if key in by_key:
            by_key[key].pairs.append(pair)
        elif key:
            groups.append(_Group(key, [pair], source))
            by_key[key] = groups[-1]
        elif _differs(pair):
            if groups and _goes_with(groups[-1], unit, pair):
                groups[-1].pairs.append(pair)
            else:
                groups.append(_Group(unit.eid, [pair]))
    yield from groups


def _target(eid: str, sources: dict[str, str]) -> tuple[str, str]:
    while eid:
        if eid in sources:
            return eid, sources[eid]
        eid = eid.rpartition("__")[0]
    return "", ""


def _goes_with(group: _Group, unit: UnitText, pair: Pair) -> bool:
    first = group.pairs[0]
    whole = (first.old is None) == (pair.old is None) and (first.new is None) == (pair.new is None)
    return whole and (first.old is None or first.new is None) and unit.eid.startswith(f"{group.key}__")


def _name(group: _Group, lang: Lang) -> str:
    unit = group.pairs[0].new or group.pairs[0].old
    assert unit is not None
    for found in (unit.element, *unit.element.iterancestors()):
        if found.get("eId") == group.key:
            return unit_name(found, lang)
    return unit_name(unit.element, lang)


def _side(group: _Group, mark: str) -> tuple[Line, ...]:
    made: list[Line] = []
    for pair in group.pairs:
        old, new = _text(pair.old), _text(pair.new)
        if (old if mark == "-" else new) is not None:
            made.extend(_lines(word_diff(old or "", new or ""), mark))
    return tuple(made)


def _text(unit: UnitText | None) -> str | None:
    if unit is None:
        return None
    if unit.kind == "tr":
        return "\n".join(paragraphs(unit.element, omissis=GAP)).replace("\t", " | ")
    return f"{unit.text} {GAP}".strip() if _is_unknown(unit) else unit.text


def _lines(words: Words, mark: str) -> Iterator[Line]:
    runs: list[Run] = []
    for kind, text in words:
        if kind not in ("=", mark):
            continue
        first, *rest = text.split("\n")
        runs.append(Run(first, strong=kind == mark))
        for part in rest:
            yield Line("cell", tuple(run for run in runs if run.text))
            runs = [Run(part, strong=kind == mark)]
    if any(run.text for run in runs):
        yield Line("cell", tuple(run for run in runs if run.text))


def _sources(act: Act) -> dict[str, str]:
    found: dict[str, str] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for target in change.destinations:
            eid = iris.split(target.href)[2]
            if eid and change.sources:
                found[eid] = change.sources[0]
    return found


class _Reasons:
    """Who made a change, and on which page of the amending act it stands."""

    def __init__(self, new: Act, amending: Sequence[tuple[Act, Reading]], lang: Lang) -> None:
        self.revision = reviser(new, lang)
        self.lang: Lang = lang
        self.pages = {
            (akn_meta.read_identity(act.root).work, command.source.eid): command.source.page
            for act, reading in amending
            for command in reading.commands
        }

    def __call__(self, source: str, eid: str) -> str:
        """Return the reason of a change by the IRI of its ``mod``; empty where the text names none."""
        if not source:
            return ""
        work, _, mod = iris.split(source)
        page = next(
            (page for (act, eid_), page in self.pages.items() if act == work and mod and _is_of(eid_, mod)), None
        )
        author = self.revision(eid, True).author
        return f"{author}, {layout(self.lang).page(page)}" if page is not None else author


def _is_of(eid: str, mod: str) -> bool:
    return eid == mod or eid.startswith(f"{mod}__")


def _reasons(new: Act, amending: Sequence[tuple[Act, Reading]], lang: Lang) -> _Reasons:
    return _Reasons(new, amending, lang)


def _missing(old: Act, amending: Sequence[tuple[Act, Reading]], report: Report, lang: Lang) -> Iterator[Compared]:
    """The commands that the new text does not contain, and the sentences that were not understood, as rows."""
    outcomes = {(one.by, one.command): one for one in report.commands if one.outcome in ("refused", "skipped")}
    words, before = layout(lang), _Before(old)
    for act, reading in amending:
        known = akn_meta.read_identity(act.root)
        short = notes(lang).short(known.type, known.number)
        for command in reading.commands:
            outcome = outcomes.get((known.work, command.id))
            if outcome is not None:
                there = () if command.action == "insert" else before(outcome.targets)
                yield _not_applied(command, outcome, report, short, there, lang)
        for found in unread(report, known.work):
            page = f", {words.page(found.place.page)}" if found.place.page is not None else ""
            new = (_line(found.text),) if found.text else ()
            yield Compared(words.unread, (_line(GAP),), new, f"{short}{page}: {words.unread_outcome}.")


def _open(old: Act, new: Act, lang: Lang) -> Iterator[Compared]:
    """The same rows from what the file of the new text says of itself."""
    stands, words, before = standing(new.root), layout(lang), _Before(old)
    elements = {unit.get("eId"): unit for unit in new.root.iter() if unit.get("eId")}
    for one in stands.open:
        made = named(new, one.by)
        short = notes(lang).short(made.type, made.number)
        units = "; ".join(unit_name(elements[eid], lang) for eid in one.units if eid in elements)
        told = " ".join(dict.fromkeys(said(found, lang) for found in stands.why(one)))
        reason = f"{short}: {words.outcomes[one.outcome]}. {told}".strip()
        yield Compared(units or words.unread, before(one.units), (_line(one.instruction),), reason)
    for found in stands.unread:
        made = named(new, found.of or "")
        new_side = (_line(found.text),) if found.text else ()
        short = notes(lang).short(made.type, made.number)
        yield Compared(words.unread, (_line(GAP),), new_side, f"{short}: {words.unread_outcome}.")


class _Before:
    """The wording in force of units, by their eIds; the mark of a gap where it is not known."""

    def __init__(self, act: Act) -> None:
        self.units = unit_texts(act.root)

    def __call__(self, eids: Sequence[str]) -> tuple[Line, ...]:
        texts = (
            _text(unit) for unit in self.units for eid in eids if unit.eid == eid or unit.eid.startswith(f"{eid}__")
        )
        found = [_line(line) for text in texts if text for line in text.split("\n")]
        return tuple(found) or (_line(GAP),)


def _not_applied(
    command: Command, outcome: CommandOutcome, report: Report, short: str, old: tuple[Line, ...], lang: Lang
) -> Compared:
    words = layout(lang)
    element = "; ".join(address_name(target, lang) for target in command.targets)
    new = tuple(_line(text.replace("\t", " | ")) for text in (command.instruction, *command.content))
    page = f", {words.page(command.source.page)}" if command.source.page is not None else ""
    reason = f"{short}{page}: {words.outcomes[outcome.outcome]}. {why(command, outcome, report, lang)}".strip()
    return Compared(element, old, new, reason)


def _line(text: str) -> Line:
    return Line("cell", (Run(text),))


def _row(number: int, row: Compared, absent: str) -> Row:
    sides = ((row.old or (_line(absent),)), (row.new or (_line(absent),)))
    reason = (_line(row.reason),) if row.reason else ()
    return Row((Cell((_line(str(number)),)), Cell((_line(row.element),)), Cell(sides[0]), Cell(sides[1]), Cell(reason)))
