"""Gathering a change: from two texts, the commands and the report to what the page shows of each command."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import LEXKZ, local, q
from lexkz.akn.text import paragraphs, visible
from lexkz.amendment.model import Address, Command, Reading
from lexkz.comparison.align import Pair, align
from lexkz.comparison.diff import differs, language, types_of, unit_words
from lexkz.comparison.units import UnitText, unit_texts
from lexkz.consolidation.naming import address_name
from lexkz.consolidation.report import CommandOutcome, InForce, Report
from lexkz.consolidation.standing import standing
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.layout import GAP
from lexkz.publication.change.model import ActChange, ChangedLine, ChangeEntry, NamedAct, Spans
from lexkz.publication.why import unread
from lexkz.structure import Act


def gather(amending: Act, reading: Reading, old: Act, new: Act, report: Report) -> ActChange:
    """Return what the commands of ``amending`` made of ``old``; ``new`` is its consolidated text.

    ``report`` is the report of that consolidation. Commands for other acts are left out. A command that was refused has
    no lines but its findings; where the base text is an outline, the lines have no text before, and the entry says so.
    """
    lang = language(new)
    known = named(amending, lang)
    outcomes = {one.command: one for one in report.commands if one.by == known.work and one.outcome != "other_base"}
    commands = [command for command in reading.commands if command.id in outcomes]
    outline = akn_meta.is_outline(akn_meta.of(old.root))
    texts = _Texts(old, new, lang, outline=outline)
    claimed: defaultdict[str, list[str]] = defaultdict(list)
    for command in commands:
        # What a command that was not applied addresses is not its doing.
        for eid in outcomes[command.id].targets if outcomes[command.id].outcome in _DONE else ():
            claimed[eid].append(command.id)
    annexes = {_number(eid): eid for eid in _attachments(amending.root)}
    in_lines = frozenset(command.id for command in commands if _is_in_lines(command))
    entries = tuple(
        _entry(command, outcomes[command.id], texts, report, claimed, annexes, in_lines) for command in commands
    )
    before = standing(old.root).applied
    others = dict.fromkeys(
        one.by for one in report.commands if one.by != known.work and one.outcome in _CHANGES and one.by not in before
    )
    here = (None, known.work, akn_meta.read_identity(new.root).work)
    general = tuple(one for one in report.findings if one.command is None and one.of in here)
    base = named(new, lang)
    return ActChange(
        lang,
        known,
        base,
        outline,
        _in_force(new, known.work, report.in_force),
        report.proofs,
        entries,
        general,
        tuple(others),
        unread(report, known.work),
    )


def _in_force(new: Act, work: str, version: InForce) -> InForce:
    """Since when the version is in force, by the clause of the act ``work``: others may have entered the same day."""
    day = version.from_.isoformat() if version.from_ is not None else None
    for record in akn_meta.of(new.root).iter(f"{{{LEXKZ}}}entry"):
        if record.get("by") == work and record.get("from") == day:
            published = record.get("published")
            first = date.fromisoformat(published) if published else None
            return replace(version, rule=record.get("rule", ""), published=first)
    return version


_CHANGES = ("applied", "ruled")
_DONE = (*_CHANGES, "already")


def named(act: Act, lang: Lang) -> NamedAct:
    """Return an act as a page calls it."""
    known = akn_meta.read_identity(act.root)
    short = words_of(lang).notes.short(known.type, known.number)
    found = act.root.find(f".//{q('docTitle')}")
    title = known.title or (visible(found) if found is not None else "")
    return NamedAct(known.work, short, title, known.date, known.number)


class _Texts:
    """Both texts, paired, and a way from an eId to what stands in it."""

    def __init__(self, old: Act, new: Act, lang: Lang, *, outline: bool) -> None:
        self.lang = lang
        self.outline = outline
        self.pairs = align(known_texts(old), known_texts(new))
        self.index: defaultdict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(self.pairs):
            eids = {unit.eid for unit in (pair.old, pair.new) if unit is not None}
            for holder in sorted({above for eid in eids for above in _above(eid)}):
                self.index[holder].append(place)
        self.made: dict[int, ChangedLine] = {}

    def places(self, targets: Sequence[str]) -> list[int]:
        """The places of the units in ``targets``, each once, in the order of the new text."""
        return sorted({place for eid in targets for place in self.index.get(eid, ())})

    def line(self, place: int) -> ChangedLine:
        """What stands at a place; word differences are made when they are first asked for."""
        if place not in self.made:
            self.made[place] = as_line(self.pairs[place], self.lang)
        return self.made[place]

    def unchanged(self, place: int) -> ChangedLine | None:
        """The line at a place where it is there and is the same in both texts."""
        inside = 0 <= place < len(self.pairs)
        return self.line(place) if inside and not differs(self.pairs[place]) else None


def as_line(pair: Pair, lang: Lang) -> ChangedLine:
    """Return two units as a line; text in ``lang``."""
    old, new = pair.old, pair.new
    unit = new if new is not None else old
    assert unit is not None
    words = unit_words(old, new)
    row = unit.kind == "tr"
    return ChangedLine(
        unit.eid,
        old.text if old else None,
        new.text if new else None,
        words,
        types_of(pair, words, lang),
        row,
        row and _is_head(unit.element),
        _spans(old),
        _spans(new),
        _home(unit.element),
        _heads(unit.element) if row else (),
    )


def _heads(row: etree._Element) -> tuple[ChangedLine, ...]:
    """The rows of heads above a row; none above one of them."""
    table = row.getparent()
    found: list[ChangedLine] = []
    for each in table if table is not None else ():
        if each is row or local(each) != "tr" or not _is_head(each):
            break
        said = "\n".join(paragraphs(each))
        spans = _row_spans(each)
        found.append(ChangedLine("", said, said, (("=", said),), (), True, True, spans, spans))
    return tuple(found)


def _is_head(row: etree._Element) -> bool:
    return all(local(cell) == "th" for cell in row)


_TITLES = frozenset({"longTitle", "preface", "docTitle"})


def _home(element: etree._Element | None) -> str:
    """What has no eId, or is the title of an act or annex, has no place of its own in the text: what holds it has."""
    while element is not None and (not element.get("eId") or local(element) in _TITLES):
        element = element.getparent()
    return element.get("eId") or "" if element is not None else ""


def known_texts(act: Act) -> list[UnitText]:
    """Return the units of an act that have words; where words are not known, what stands for them is in their text."""
    units = (replace(unit, text=_said(unit)) if _lacks(unit) else unit for unit in unit_texts(act.root))
    return [unit for unit in units if unit.text.strip()]


def _said(unit: UnitText) -> str:
    if unit.kind == "tr":
        return "\n".join(paragraphs(unit.element, omissis=GAP))
    return f"{unit.text} {GAP}".strip()


def _lacks(unit: UnitText) -> bool:
    return unit.kind != "hcontainer" and unit.element.find(f".//{q('omissis')}") is not None


def _not_at_hand(before: Sequence[UnitText | None]) -> bool:
    """True where of what stood there before an outline knows nothing, or only the parts that are named."""
    return all(unit is None for unit in before) or any(unit is not None and _lacks(unit) for unit in before)


def _spans(unit: UnitText | None) -> Spans:
    if unit is None or unit.kind != "tr":
        return ()
    return _row_spans(unit.element)


def _row_spans(row: etree._Element) -> Spans:
    cells = [cell for cell in row if local(cell) in ("td", "th")]
    return tuple((_count(cell, "colspan"), _count(cell, "rowspan")) for cell in cells)


def _count(cell: etree._Element, name: str) -> int:
    said = cell.get(name) or "1"
    return int(said) if said.isdigit() else 1


def _entry(
    command: Command,
    outcome: CommandOutcome,
    texts: _Texts,
    report: Report,
    claimed: Mapping[str, Sequence[str]],
    annexes: dict[str, str],
    in_lines: Collection[str],
) -> ChangeEntry:
    places = _places(command, outcome, texts, claimed)
    if command.id in in_lines:
        # What other commands set in units below is none of the lines that this one is about.
        below = (eid for target in outcome.targets for eid in claimed if eid.startswith(f"{target}__"))
        others = set(texts.places(tuple(below)))
        places = [place for place in places if place not in others]
    # Of a text that is not at hand nothing is known of a unit but that it is there; what is put in is known to be new.
    unknown = texts.outline and outcome.outcome in _DONE and command.action not in ("insert", "none")
    own = command.targets[0] if command.targets else ()
    instrument, inner = _instrument(own)
    rest = tuple(_instrument(target)[1] for target in command.targets)
    reported = [one for one in report.findings if one.command == command.id and one.of in (outcome.by, None)]
    findings = reported or list(command.findings)
    also = dict.fromkeys(
        other
        for eid in outcome.targets
        for above in _above(eid)
        for other in claimed.get(above, ())
        if above == eid or other not in in_lines
    )
    return ChangeEntry(
        id=command.id,
        action=command.action,
        outcome=outcome.outcome,
        instrument=instrument,
        unit="; ".join(dict.fromkeys(address_name(target, texts.lang) for target in rest)) if inner or rest else "",
        instruction=command.instruction,
        content=command.content,
        annexes=tuple((number, annexes.get(number)) for number in command.annex),
        page=command.source.page,
        # The unit that holds the command: a page has a place for it.
        source=command.source.eid.partition("__mod_")[0],
        lines=tuple(texts.line(place) for place in places),
        unknown=unknown and _not_at_hand([texts.pairs[place].old for place in places]),
        # Of an outline it is not known what stands next to a unit: what comes after point 8 may be point 18.
        around=(
            (texts.unchanged(places[0] - 1), texts.unchanged(places[-1] + 1))
            if places and not texts.outline
            else (None, None)
        ),
        findings=tuple(dict.fromkeys(findings)),
        note=outcome.note,
        also=tuple(other for other in also if other != command.id),
        day=outcome.day.isoformat() if outcome.day is not None else None,
    )


def _is_in_lines(command: Command) -> bool:
    """True for a command about lines of a unit, its parts or its heading, not about the units that it holds."""
    return bool(command.targets) and all(
        target and target[-1].kind in ("alinea", "part", "sentence", "heading") for target in command.targets
    )


def _places(
    command: Command, outcome: CommandOutcome, texts: _Texts, claimed: Mapping[str, Sequence[str]]
) -> list[int]:
    """Where the units of a command stand; of one about the whole act, what is changed and no other command names."""
    if outcome.outcome not in _DONE or command.action == "none":
        return []
    if outcome.targets or outcome.outcome not in _CHANGES:
        return texts.places(outcome.targets)
    others = set(texts.places(tuple(claimed)))
    return [place for place, pair in enumerate(texts.pairs) if differs(pair) and place not in others]


def _instrument(address: Address) -> tuple[str, Address]:
    """The approved document that an address begins with, and what it addresses in it."""
    if address and address[0].kind == "instrument":
        return address[0].name or "", address[1:]
    return "", address


def _above(eid: str) -> Iterator[str]:
    """An eId and those of the units that hold it."""
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


def _attachments(root: etree._Element) -> Iterator[str]:
    for attachment in root.iter(q("attachment")):
        eid = attachment.get("eId")
        if eid and "__" not in eid:
            yield eid


def _number(eid: str) -> str:
    return eid.removeprefix("att_")
