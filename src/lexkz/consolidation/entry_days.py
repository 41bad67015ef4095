"""When an amending act enters into force: its own clause, found in its body, reckoned with its publication date."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import NAMESPACES
from lexkz.akn.text import visible
from lexkz.amendment.model import Reading
from lexkz.consolidation.messages import finding
from lexkz.findings import Finding
from lexkz.languages.entry import EntryRule
from lexkz.languages.entry_parts import Address as UnitAddress
from lexkz.languages.language import words_of
from lexkz.structure import Act

LATEST_PUBLICATION = timedelta(days=3 * 366)
"""An act is published within days or weeks of its registration; a day years later is a slip of the pen."""
REPUBLIC = date(1991, 1, 1)
"""Acts of earlier days are of another state; few are in force."""
LATEST_ENTRY, EARLIEST_ENTRY = timedelta(days=30 * 366), timedelta(days=15 * 366)
"""A fixed day further from the day of the act, after or before it, is a slip in its text ("с 1 января 2207 года")."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an act from which its entry into force is reckoned; None for those that are not known."""

    signed: date | None = None
    registered: date | None = None
    published: date | None = None
    entered: date | None = None
    """On which the act itself entered into force: of its parts, which can be reckoned from that."""
    entered_least: date | None = None
    """Before which it cannot have, where that day is not known."""


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """The entry into force of one amending act."""

    rule: EntryRule | None
    """None where the act has no clause that was found."""
    day: date | None
    """The day, None while it is not known."""
    published: date | None
    text: str
    """The rule for reports, as printed, or the words for "no clause"."""
    part: str = ""
    """For the entry of a part of the act: which one, so that the records of several are told apart."""
    not_before: date | None = None
    """While the day is not known: the day before which it cannot be, by the rule and by the day of signature."""
    until: date | None = None
    """The first day on which what the act says holds no more; None where it holds for good."""


@dataclass(frozen=True, slots=True)
class PartEntry:
    """The entry into force of units of an amending act, apart from the rest."""

    addresses: tuple[UnitAddress, ...]
    entry: EntryIntoForce
    text: str = ""
    """The words that name the units, as printed."""
    dayless: bool = False
    """True where the clause excepts the units and does not say from when they are in force."""


@dataclass(frozen=True, slots=True)
class Timing:
    """All that an amending act says of its entry into force."""

    entry: EntryIntoForce
    parts: tuple[PartEntry, ...] = ()
    unread: tuple[str, ...] = ()
    """Words of its clauses that were not understood."""


def read_entry(act: Act, reading: Reading, lang: str, *, signed: date | None, published: date | None) -> EntryIntoForce:
    """Return when ``act`` enters into force, parts with days of their own aside."""
    return read_timing(act, reading, lang, signed=signed, published=published).entry


def read_timing(act: Act, reading: Reading, lang: str, *, signed: date | None, published: date | None) -> Timing:
    """Return all that ``act`` says of its entry into force, in the clauses of its reading or else in its body.

    A day of publication that cannot be is left out of account.
    """
    words = words_of(lang).entry
    days = Days(signed, registered(act.root), published)
    if published is not None and impossible(published, days):
        days = replace(days, published=None)
    text = "\n".join(_clauses(act, reading, lang))
    if not text:
        return Timing(EntryIntoForce(None, None, published, words.unknown))
    said = words.read(text)
    none = "; ".join(said.unread) or words.unknown
    main = EntryIntoForce(None, None, published, none) if said.rule is None else entry_of(said.rule, days)
    days = replace(days, entered=main.day, entered_least=main.not_before)
    unread = [*said.unread]
    if said.rule is not None and _far(said.rule.day, signed):
        unread.append(said.rule.text)
    parts: list[PartEntry] = []
    for part in said.parts:
        if part.rule is None and part.until is None:
            # Units that only reach back to earlier relations are in force with the rest.
            continue
        name = f"part_{len(parts) + 1}"
        if part.rule is None:
            own = replace(main, part=name, until=part.until)
        else:
            own = replace(entry_of(replace(part.rule, until=part.until), days), part=name)
            if part.rule.kind == "unread":
                # An exception without a day has no rule that could be quoted: the units are.
                own = replace(own, text=part.text)
            if _far(part.rule.day, signed):
                unread.append(part.rule.text)
        parts.append(PartEntry(part.addresses, own, part.text, part.rule is not None and part.rule.kind == "unread"))
    return Timing(main, tuple(parts), tuple(dict.fromkeys(unread)))


def entry_of(rule: EntryRule, days: Days) -> EntryIntoForce:
    """Return the entry that ``rule`` gives with the ``days`` of its act."""
    day = reckon(rule, days)
    bound = None if day is not None else lower_bound(rule, days)
    return EntryIntoForce(rule, day, days.published, rule.text, not_before=bound, until=rule.until)


def registered(act: etree._Element) -> date | None:
    """Return the day of an act's state registration, where it is known."""
    found = meta.registration(meta.of(act))
    return date.fromisoformat(found.date) if found is not None and found.date else None


def _far(day: date | None, signed: date | None) -> bool:
    return day is not None and signed is not None and not -EARLIEST_ENTRY <= day - signed <= LATEST_ENTRY


def _clauses(act: Act, reading: Reading, lang: str) -> Iterator[str]:
    """The act's clauses on entry into force: those of the reading, then lines of the body that are in none of them.

    A point that commands as well is no clause to the reading, so that the body is looked through in any case; what a
    command says is not looked at.
    """
    known = [clause.text for clause in reading.clauses if clause.kind == "entry_into_force"]
    yield from known
    claimed = _spaced("\n".join((*known, *(command.instruction for command in reading.commands))))
    instructions = [_spaced(command.instruction) for command in reading.commands]
    for line in _lines(act):
        if words_of(lang).entry.is_clause(line):
            said = _spaced(line)
            if said not in claimed and not any(one in said for one in instructions):
                yield line


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _lines(act: Act) -> Iterator[str]:
    """The lines of the act's own text, without what it quotes."""
    for block in act.root.findall(".//akn:body//akn:p", NAMESPACES):
        quoted = next(block.iterancestors("{*}quotedStructure"), None) is not None
        if not quoted and block.find(".//{*}quotedStructure") is None:
            yield visible(block)


def reckon(rule: EntryRule, days: Days) -> date | None:
    """Return the day of entry into force, None while what it is reckoned from is not known.

    "Ten calendar days after the day of first official publication": published on 1 October, the days are 2 to 11
    October, in force on 12 October (legal-technique.md, "Days"). Working days are not reckoned: public holidays and
    the days moved for them are set anew each year, so that a day counted without them would be a guess.
    """
    if rule.kind.startswith("after_") and rule.span == "working_day" and rule.count:
        return None
    counted = _counted(rule, days)
    return None if counted is None else latest(counted, rule.not_before)


def lower_bound(rule: EntryRule, days: Days) -> date | None:
    """Return the day before which an act cannot be in force whose day is not known; None where nothing is known.

    An act is registered after it is signed and published after both; working days are no fewer than calendar days.
    """
    first = latest(days.signed, days.registered)
    entered = days.entered or days.entered_least or first
    least = Days(days.signed, days.registered or days.signed, days.published or first, entered)
    return latest(_counted(rule, least), rule.not_before)


def _counted(rule: EntryRule, days: Days) -> date | None:
    if rule.kind == "fixed":
        return rule.day
    if rule.kind == "signature":
        return days.signed
    begin = days.registered if rule.kind.endswith("registration") else days.published
    begin = days.entered if rule.kind == "after_entry" else begin
    if begin is None or rule.kind == "unread":
        return None
    if not rule.kind.startswith("after_"):
        return begin
    try:
        if rule.span in ("month", "year"):
            return _months_after(begin, rule.count * (12 if rule.span == "year" else 1)) + timedelta(days=1)
        return begin + timedelta(days=rule.count + 1)
    except (OverflowError, ValueError):
        # The calendar ends with the year 9999.
        return None


def latest(*days: date | None) -> date | None:
    """Return the last of the days that are known; None where none is."""
    return max((day for day in days if day is not None), default=None)


def _months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def impossible(published: date, days: Days) -> bool:
    """True for a day of publication that cannot be: before the act was signed or registered, or years after it."""
    first = latest(days.signed, days.registered)
    return first is not None and not first <= published <= _shifted(first, LATEST_PUBLICATION)


def misdated(days: Days) -> Finding | None:
    """Return the finding for a day of publication that cannot be; None where it can, or is not known."""
    if days.published is None or not impossible(days.published, days):
        return None
    known = ", ".join(day.isoformat() for day in (days.signed, days.registered) if day is not None)
    return finding("published_impossible", f"{days.published} ({known})")


def undated(signed: date, registered: date | None, *, old: bool) -> str:
    """Return the days that tell that an act was not ``signed`` on its day; empty where it can have been.

    No act is signed in the future or after its state registration; and none before the Republic, unless it is known to
    amend an act of that time (``old``).
    """
    if registered is not None and registered < signed:
        return f"{signed} > {registered}"
    # It is tomorrow in Kazakhstan while it is still today on many a machine.
    begun = signed <= date.today() + timedelta(days=1)
    return "" if begun and (old or signed >= REPUBLIC) else signed.isoformat()


def _shifted(day: date, by: timedelta) -> date:
    return day + by if day <= date.max - by else date.max
