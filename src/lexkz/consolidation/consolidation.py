"""Consolidation: the base and the acts that amend it give a new expression, with its report and its proofs."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import q
from lexkz.akn.numbers import order_key
from lexkz.amendment.model import Reading
from lexkz.consolidation import left_out as marks
from lexkz.consolidation import metadata, same_day
from lexkz.consolidation.applying import ENDED, NOT_DUE, addressed, apply_act, ruled
from lexkz.consolidation.entry_days import Days, EntryIntoForce, latest, misdated, read_timing, registered
from lexkz.consolidation.given_acts import concerns, has_command, swapped, without_command
from lexkz.consolidation.identify import NamedBase, adopting_body, for_base, named
from lexkz.consolidation.ledger import AmendingSource, Ledger, Left
from lexkz.consolidation.messages import finding
from lexkz.consolidation.naming import in_words
from lexkz.consolidation.new_content import Amending
from lexkz.consolidation.proofs.verdict import Given, proofs
from lexkz.consolidation.report import CommandOutcome, InForce, Outcome, Proofs, Report
from lexkz.consolidation.rulings import Ruling, fits
from lexkz.consolidation.split import by_period, split
from lexkz.consolidation.standing import Elsewhere, lacks, overdue
from lexkz.consolidation.tree.followed_links import FollowedLinks
from lexkz.consolidation.tree.unit_index import Index, number_key, printed_number
from lexkz.findings import Finding, Message
from lexkz.reading.blocks import SourceError
from lexkz.structure import Act
from lexkz.structure.numbering import check
from lexkz.structure.record import Record

ANY = "*"
"""Key of ``published`` for every amending act that it does not name."""


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A new expression and what is to be said of it."""

    act: Act
    report: Report


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What amending acts bring, and when: read once for all expressions of a base act."""

    sources: tuple[AmendingSource, ...]
    """In the order in which the acts were given."""
    findings: tuple[Finding, ...]
    acts: tuple[Act, ...] = ()
    """The acts themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class ConsolidationRun:
    """A consolidation before its proofs."""

    root: etree._Element
    ledger: Ledger
    before: meta.Identity
    after: meta.Identity
    last: AmendingSource | None
    """The amending act that decides from when the result is in force."""
    ended: tuple[AmendingSource, ...]
    """What held for a time only, and holds no more."""
    until: date | None
    """The first day on which something that was applied holds no more."""
    findings: tuple[Finding, ...]


def consolidate(
    base: Act,
    amending: Sequence[tuple[Act, Reading]],
    *,
    at: date | None = None,
    published: Mapping[str, date] | None = None,
    rulings: Sequence[Ruling] = (),
) -> Consolidation:
    """Apply the commands of ``amending`` acts to ``base`` and return the new expression with its report.

    ``published`` gives days of first official publication by work IRI of the amending act (``"*"``: of all others);
    ``at`` asks for the text of a day: acts that are not in force by then, or of which it is not known, are left out.
    Where the days of all acts are known they are applied in that order, else as given. ``rulings`` are decisions of
    persons on commands that would be refused. Neither ``base`` nor the amending trees are changed. A base that nothing
    changes, and of which nothing is open, comes back as it was, byte for byte. Raises
    ``ValueError`` where a tree has no metadata.
    """
    with _without_collection():
        marked = Given.of(base.root, *(act.root for act, _ in amending))
        return _consolidate(base, sources_of(base, amending, published), at=at, rulings=rulings, given=marked)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold the collector of reference cycles: a run makes very many short-lived objects and nearly no cycles, and
    looking through them again and again costs a third of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _consolidate(
    base: Act,
    sources: Sources,
    *,
    at: date | None,
    rulings: Sequence[Ruling],
    given: Given,
    lacking: Sequence[Finding] = (),
) -> Consolidation:
    result = run(base, sources, at=at, rulings=rulings, lacking=lacking)
    proved, failures = proofs(base.root, result.root, result.ledger, given=given)
    # A text that failed a proof says so itself, to whoever reads its file.
    meta.record_findings(meta.of(result.root), failures)
    report = reported(result, proved, failures)
    return Consolidation(Act(result.root, report.findings), report)


def reported(result: ConsolidationRun, proved: Proofs, failures: tuple[Finding, ...]) -> Report:
    """Return the report of a run, given its proofs and the findings of those that fail."""
    return Report(
        base=result.before.expression,
        expression=result.after.expression,
        in_force=_in_force(result),
        commands=tuple(replace(outcome, day=source.entry.day) for source, outcome in result.ledger.outcomes),
        proofs=proved,
        findings=(*result.findings, *result.ledger.findings, *failures),
    )


def run(
    base: Act,
    given: Sources,
    *,
    at: date | None = None,
    rulings: Sequence[Ruling] = (),
    lacking: Sequence[Finding] = (),
) -> ConsolidationRun:
    """Do what :func:`consolidate` does, without the proofs and the report.

    ``lacking`` is what is known of acts that change the base and are not among those given."""
    root = deepcopy(base.root)
    index = Index(root)
    base_name = named(index)
    lang = base_name.identity.lang
    ledger = Ledger()
    links = FollowedLinks(index, base_name.identity, lang)
    sources, findings = given.sources, list(given.findings)
    again = {source.amending.work for source in sources}
    own = tuple(
        replace(one, of=one.of or base_name.identity.work)
        for one in base.findings
        if one.severity != "info" and one.of not in again
    )
    told: list[Finding] = []
    misdated = [ruling for ruling in rulings if _is_misdated(ruling, sources)]
    findings.extend(
        finding("ruling_misdated", ruled(ruling), text=f"{ruling.act} {ruling.command}") for ruling in misdated
    )
    rulings = tuple(ruling for ruling in rulings if ruling not in misdated)
    applied: list[AmendingSource] = []
    ended: list[AmendingSource] = []
    # Without a day asked for, what held for a time is left out where the last day that is known is past it.
    horizon = at or latest(*(source.entry.day for source in sources))
    today = same_day.Today(index, base_name, [each for each in sources if not _is_over(each, horizon)], lang, rulings)
    for source in _in_order(sources):
        due = at is None or _is_due(source, at, findings)
        over = due and _is_over(source, horizon)
        if not due or over:
            if over and source.commands:
                findings.append(finding("ended", _with_commands(str(source.entry.until), source)))
                ended.append(source)
            _not_due(source, base_name, index, ledger, at, over=over)
            continue
        told.extend(source.findings)
        if source.entry.part:
            findings.append(finding("part_later", _with_commands(source.entry.text, source)))
        count = len(ledger.done)
        against = today.against(source)
        alike = today.said(source, ledger)
        apply_act(
            index, base_name, source, ledger, links, lang=lang, rulings=rulings, against=against, said_already=alike
        )
        if len(ledger.done) > count:
            applied.append(source)
            if source.entry.day is None:
                findings.append(finding("date_unknown", _unknown(source.entry)))
            if source.entry.until is not None:
                findings.append(finding("holds_until", _with_commands(str(source.entry.until), source)))
    findings.extend(links.follow(done.change for done in ledger.done))
    findings.extend(_unfit(rulings, sources))
    exchanged = () if has_command(sources, base_name) else swapped(base, base_name, given.acts)
    findings.extend(exchanged)
    if not exchanged:
        ledger.findings.extend(without_command(sources, base_name))
    gone = tuple(one for one in ended if any(not each.refused for each in for_base(one.commands, base_name)))
    after = metadata.write(index, ledger.done, gone, lang=lang) if ledger.done or gone else base_name.identity
    findings += [
        *lacking,
        *overdue(base.root, again, horizon),
        *(_numbers_opened(base.root, root, lang) if ledger.done else ()),
    ]
    findings = [*own, *dict.fromkeys(told), *(in_words(one, index, lang) for one in findings)]
    of_acts = [one for one in findings[len(own) :] if one.of is not None]
    ledger.findings[:] = [in_words(one, index, lang) for one in ledger.findings]
    marks.write_standing(index, base, sources, ledger, of_acts, lang=lang)
    last = applied[-1] if applied else sources[-1] if sources else None
    until = min((source.entry.until for source in applied if source.entry.until is not None), default=None)
    return ConsolidationRun(root, ledger, base_name.identity, after, last, gone, until, tuple(findings))


def _with_commands(said: str, source: AmendingSource) -> Message:
    """``said`` with the commands that it is about behind it, in words but for English."""
    ids = [command.id for command in source.commands]
    places = ", ".join(one.removeprefix("cmd_") for one in ids)
    rus = f"{'команда' if len(ids) == 1 else 'команды'} {places}"
    return Message(f"{said} ({places}-пәрмен)", f"{said} ({rus})", f"{said} ({', '.join(ids)})")


def _is_over(source: AmendingSource, day: date | None) -> bool:
    return day is not None and source.entry.until is not None and source.entry.until <= day


def _not_due(
    source: AmendingSource, base: NamedBase, index: Index, ledger: Ledger, at: date | None, *, over: bool
) -> None:
    """Commands of an act that is not, or no longer, in force on the day asked for; if its day is not known, they wait.

    Where it is known that the act cannot be in force by then, though not from when it is, they do not wait.
    """
    own = {id(command) for command in for_base(source.commands, base)}
    bound = source.entry.day or source.entry.not_before
    known = source.entry.day is not None or (at is not None and bound is not None and at < bound)
    for command in source.commands:
        outcome: Outcome = "ended" if over else "not_yet" if known else "refused"
        units: tuple[str, ...] = ()
        if id(command) not in own:
            outcome = "other_base"
        elif outcome != "ended":
            places = addressed(index, command)
            units = tuple(one.eid for one in places)
            if outcome == "refused":
                ledger.left.append(Left(source, command, outcome, places))
        note = None if outcome == "other_base" else ENDED if over else NOT_DUE
        ledger.outcomes.append((source, CommandOutcome(command.id, source.amending.work, units, outcome, note)))


def history(
    base: Act,
    amending: Sequence[tuple[Act, Reading]],
    *,
    published: Mapping[str, date] | None = None,
    rulings: Sequence[Ruling] = (),
    elsewhere: Sequence[Elsewhere] = (),
) -> tuple[Consolidation, ...]:
    """Return the expressions of ``base`` one after the other: one for each day on which something enters into force.

    What holds for a time gives one more, from the day on which it ends. Where the day of any act is not known, the last
    is returned alone: which texts there were before cannot be told. ``elsewhere``: acts that change the base and are at
    hand in the other language only, which each expression of their time, and the last, says of itself.
    """
    with _without_collection():
        # What the acts say, and the mark of what was given, are the same for all expressions.
        given = Given.of(base.root, *(act.root for act, _ in amending))
        sources = sources_of(base, amending, published)
        all_lacking = lacks(elsewhere, None)
        last = _consolidate(base, sources, at=None, rulings=rulings, given=given, lacking=all_lacking)
        days = {source.entry.day for source in sources.sources if source.commands}
        ends = {source.entry.until for source in sources.sources if source.commands} - {None}
        known = sorted(day for day in days | ends if day is not None)
        if len(known) < 2 or None in days:
            return (last,)
        made = [
            _consolidate(base, sources, at=day, rulings=rulings, given=given, lacking=lacks(elsewhere, day))
            for day in known[:-1]
        ]
        if ends:
            # The text after all that held for a time: more than the acts say by themselves.
            last = _consolidate(base, sources, at=known[-1], rulings=rulings, given=given, lacking=all_lacking)
    # A day on which none of the commands could be applied gives no text of its own.
    return (*(one for one in made if one.report.expression != one.report.base), last)


def _is_misdated(ruling: Ruling, sources: Sequence[AmendingSource]) -> bool:
    """True for a decision dated in the future, or before the act that it is about was signed."""
    try:
        day = date.fromisoformat(ruling.date)
    except ValueError:
        return False
    signed = [one.identity.date for one in sources if one.amending.work == ruling.act and one.identity.date]
    return day > date.today() or any(day.isoformat() < first for first in signed)


def _unfit(rulings: Sequence[Ruling], sources: Sequence[AmendingSource]) -> list[Finding]:
    """A finding for each ruling that is about none of the commands, or about one that reads otherwise by now."""
    return [
        finding("ruling_unfit", ruled(ruling), text=f"{ruling.act} {ruling.command}")
        for ruling in rulings
        if not any(fits(ruling, source.amending.work, command) for source in sources for command in source.commands)
    ]


def sources_of(base: Act, amending: Sequence[tuple[Act, Reading]], published: Mapping[str, date] | None) -> Sources:
    """Return what ``amending`` acts bring to ``base``; ``published`` as for :func:`consolidate`.

    Raises SourceError where the base is no act: a bill, a debate, a judgment of another maker.
    """
    if next(base.root.iter(q("act")), None) is None:
        raise SourceError("The base is no act (its file holds another kind of document), so nothing can amend it.")
    base_name, findings = named(Index(base.root)), list[Finding]()
    found = (_sources(act, reading, base_name, published or {}, findings) for act, reading in amending)
    sources = tuple(source for one in found for source in one)
    return Sources(sources, tuple(findings), tuple(act for act, _ in amending))


def _sources(
    act: Act, reading: Reading, base: NamedBase, published: Mapping[str, date], findings: list[Finding]
) -> tuple[AmendingSource, ...]:
    """An amending act: one source, or several where parts of it enter into force on days of their own."""
    identity = meta.read_identity(act.root)
    own_lang = identity.lang or base.identity.lang
    day = published.get(identity.work) or published.get(ANY) or _published(act.root)
    signed = date.fromisoformat(identity.date) if identity.date else None
    days = Days(signed, registered(act.root), day)
    wrong = misdated(days)
    if wrong is not None:
        findings.append(replace(wrong, of=identity.work))
        day = None
    timing = read_timing(act, reading, own_lang, signed=signed, published=day)
    author = adopting_body(act.root, own_lang)
    whole = AmendingSource(Amending.of(act.root, identity.work), identity, author, reading.commands, timing.entry)
    # What is said of a command goes with it; what is said of the act, with the act.
    of_commands = {found for command in reading.commands for found in command.findings}
    about = (found for found in (*act.findings, *reading.findings) if found not in of_commands)
    mine = {command.id for command in for_base(reading.commands, base)}
    about = (found for found in about if concerns(found, act, reading.commands, mine, base.identity.work))
    about = (replace(found, of=identity.work) for found in about if found.severity != "info")
    whole = replace(whole, findings=tuple(dict.fromkeys(about)))
    if timing.entry.rule is not None and timing.entry.rule.reaches_back is not None:
        findings.append(replace(finding("reaches_back", timing.entry.rule.reaches_back.isoformat()), of=identity.work))
    return tuple(one for part in split(whole, timing) for one in by_period(part))


def _published(root: etree._Element) -> date | None:
    found = meta.of(root).find(q("publication"))
    return date.fromisoformat(found.get("date", "")) if found is not None and found.get("date") else None


def _in_order(sources: Sequence[AmendingSource]) -> Sequence[AmendingSource]:
    days = [source.entry.day for source in sources]
    if any(day is None for day in days):
        return sources
    # Of acts of one day the text does not depend on the order; the order in which they are given is not to decide.
    return sorted(
        sources,
        key=lambda source: (
            source.entry.day or date.min,
            source.identity.date or "",
            order_key(number_key(source.identity.number or "")),
        ),
    )


def _is_due(source: AmendingSource, at: date, findings: list[Finding]) -> bool:
    bound = source.entry.not_before
    if source.entry.day is None and bound is not None and at < bound:
        findings.append(replace(finding("not_in_force", f"≥ {bound}"), of=source.amending.work))
        return False
    if source.entry.day is None:
        findings.append(replace(finding("date_unknown_at", _unknown(source.entry)), of=source.amending.work))
        return False
    if source.entry.day > at:
        findings.append(replace(finding("not_in_force", source.entry.day.isoformat()), of=source.amending.work))
        return False
    return True


def _unknown(entry: EntryIntoForce) -> str:
    return entry.text if entry.not_before is None else f"{entry.text} (≥ {entry.not_before})"


def _in_force(result: ConsolidationRun) -> InForce:
    source = result.last
    if source is None:
        return InForce(None, None, "")
    entry = source.entry
    day = entry.day
    if result.ended:
        # The text is that of the day on which what held for a time came to its end.
        applied = entry.day if any(done.source is source for done in result.ledger.done) else None
        day = latest(applied, *(one.entry.until for one in result.ended))
    back = entry.rule.reaches_back if entry.rule else None
    return InForce(day, entry.published, entry.text, back, entry.not_before, result.until)


def _numbers_opened(before: etree._Element, after: etree._Element, lang: str) -> tuple[Finding, ...]:
    """Return a finding for each number that follows its neighbour no more and did in the text before.

    «Дополнить пунктом 5» behind point 3 is done as it stands: the missing 4 can be a slip, or another act brings it.
    Of an outline most units are not known, so that nothing is said of it.
    """
    if lang not in ("kaz", "rus") or meta.is_outline(meta.of(next(after.iter(q("act"))))):
        return ()
    found = check(after, Record(lang))  # type: ignore[arg-type]
    known = {(one.message.eng, one.place.eid) for one in (check(before, Record(lang)) if found else ())}  # type: ignore[arg-type]
    fresh = (one for one in found if (one.message.eng, one.place.eid) not in known)
    return _begun_late(before, after) + tuple(
        finding(
            "number_gap",
            Message(*(getattr(one.message, each).rstrip(".") for each in ("kaz", "rus", "eng"))),
            candidates=(one.place.eid,) if one.place.eid else (),
        )
        for one in fresh
    )


_BEGIN_ANEW = frozenset(q(name) for name in ("article", "paragraph", "subparagraph", "body", "mainBody"))
"""What has numbers of its own, from 1 on; through chapters they run on."""


def _begun_late(before: etree._Element, after: etree._Element) -> tuple[Finding, ...]:
    """Return a finding for each row of numbers that commands began with another number than 1: «дополнить пунктом 2»
    in an article without points."""
    known = {unit.get("eId") for unit in before.iter(*_POINTS)}
    found = []
    for unit in after.iter(*_POINTS):
        if unit.get("eId") in known:
            continue
        holder, number = unit.getparent(), printed_number(unit)
        if holder is None or holder.tag not in _BEGIN_ANEW or number in (None, "1"):
            continue
        if next(holder.iterchildren(unit.tag)) is not unit or not (number or "").isdigit():
            continue
        if next(unit.iterancestors(q("quotedStructure")), None) is None:
            said = Message(
                f"{number} нөмірінің алдында ештеңе жоқ",
                f"перед номером {number} нет ни одного",
                f"nothing stands before number {number}",
            )
            found.append(finding("number_gap", said, candidates=(unit.get("eId", ""),)))
    return tuple(found)


_POINTS = (q("paragraph"), q("subparagraph"))
