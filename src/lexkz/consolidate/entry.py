"""When an amending act enters into force: its own clause, found in its body, reckoned with its publication date."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lexkz.akn.namespace import NAMESPACES
from lexkz.akn.text import visible
from lexkz.amend.model import Reading
from lexkz.languages.entry import EntryRule, entry
from lexkz.languages.entry_parts import Address as UnitAddress
from lexkz.structure import Act


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class PartEntry:
    """The entry into force of units of an amending act, apart from the rest."""

    addresses: tuple[UnitAddress, ...]
    entry: Entry


def read_entry(act: Act, reading: Reading, lang: str, *, signed: date | None, published: date | None) -> Entry:
    """Return when ``act`` enters into force. Its clause is taken from the reading, else looked for in its body."""
    words = entry(lang)
    line = _from_reading(reading, lang) or _from_body(act, lang)
    if line is None:
        return Entry(None, None, published, words.unknown)
    rule = words.read(line)
    return Entry(rule, reckon(rule, signed=signed, published=published), published, rule.text)


def read_parts(
    act: Act, reading: Reading, lang: str, *, signed: date | None, published: date | None
) -> tuple[tuple[PartEntry, ...], bool]:
    """Return the parts of ``act`` that enter into force on days of their own, and whether all that is said was read."""
    words = entry(lang)
    found: list[PartEntry] = []
    complete = True
    for line in dict.fromkeys((*_said(reading, lang), *_lines(act, lang))):
        parts = words.parts(line)
        if parts is None:
            complete = False
            continue
        for part in parts:
            day = reckon(part.rule, signed=signed, published=published)
            made = Entry(part.rule, day, published, part.rule.text, f"part_{len(found) + 1}")
            if not any(known.addresses == part.addresses for known in found):
                found.append(PartEntry(part.addresses, made))
    return tuple(found), complete


def _from_reading(reading: Reading, lang: str) -> str | None:
    found = [line for line in _said(reading, lang) if not entry(lang).tells_of_parts(line)]
    return found[0] if found else None


def _said(reading: Reading, lang: str) -> tuple[str, ...]:
    """The lines of the reading's clauses that tell of entry into force, those of the last clause first."""
    out: list[str] = []
    for clause in reversed([item for item in reading.clauses if item.kind == "entry_into_force"]):
        for line in clause.text.split("\n"):
            bare = line.lstrip("0123456789-. )")
            # "2-бап. Осы Заң …", "Статья 2. Настоящий Закон …"
            after = bare.partition(". ")[2]
            out.extend(item for item in (bare, after) if item and _is_clause(item, lang))
    return tuple(out)


def _is_clause(line: str, lang: str) -> bool:
    return entry(lang).is_clause(line) or entry(lang).tells_of_parts(line)


def _from_body(act: Act, lang: str) -> str | None:
    return next((line for line in _lines(act, lang) if not entry(lang).tells_of_parts(line)), None)


def _lines(act: Act, lang: str) -> Iterator[str]:
    """The lines of the act's own text that tell of entry into force, the last first."""
    for block in reversed(act.root.findall(".//akn:body//akn:p", NAMESPACES)):
        if (
            next(block.iterancestors("{*}quotedStructure"), None) is not None
            or block.find(".//{*}quotedStructure") is not None
        ):
            continue
        text = visible(block)
        if _is_clause(text, lang):
            yield text


def reckon(rule: EntryRule, *, signed: date | None, published: date | None) -> date | None:
    """Return the day of entry into force, None while what it is reckoned from is not known.

    "Ten calendar days after the day of first official publication": published on 1 October, the days are 2 to 11
    October, in force on 12 October (legal-technique.md, "Dates"). Working days are not reckoned: public holidays and
    the days moved for them are set anew each year, so that a day counted without them would be a guess.
    """
    if rule.kind == "fixed":
        return rule.day
    if rule.kind == "signature":
        return signed
    if published is None or rule.kind == "unread":
        return None
    if rule.kind == "publication":
        return published
    if rule.span in ("month", "year"):
        return _months_after(published, rule.count * (12 if rule.span == "year" else 1)) + timedelta(days=1)
    if rule.span == "working_day" and rule.count:
        return None
    return published + timedelta(days=rule.count + 1)


def _months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
