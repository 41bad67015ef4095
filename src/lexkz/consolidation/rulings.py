"""Rulings: a person's decisions on findings, kept beside the base act's source and shown in what they decide.

``rulings.toml`` is a list of ``[[ruling]]`` tables::

    [[ruling]]
    act = "/akn/kz/act/order/enbek/2024-09-30/391"   # work IRI of the amending act
    command = "cmd_5"
    digest = "0123456789abcdef"     # what the command said when the ruling was made
    finding = "amend.annex_mismatch"
    decision = "apply"              # apply, target, times, occurrence, skip; "" while nobody has decided
    target = "att_1__para_29"       # target: eId of the unit meant, also with lines: "att_1__para_29 alinea 2"
    times = 2                       # times: the words are replaced so many times, and occur as often
    occurrence = 2                  # occurrence: only this one of several
    reason = "…"
    name = "…"
    date = 2026-01-15               # or "15.01.2026", "15 января 2026 года", "2026 жылғы 15 қаңтар"
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Any, Literal, cast, get_args

from lexkz.amendment.model import Command, Kind, Reading
from lexkz.amendment.model import Step as AddressStep
from lexkz.consolidation import applied_records as records
from lexkz.findings import Finding, Message
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.reading.blocks import SourceError
from lexkz.reading.marked.characters import never_text

Decision = Literal["apply", "target", "times", "occurrence", "skip"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision."""

    act: str
    """Work IRI of the amending act."""
    command: str
    digest: str
    """What the command says, hashed: a ruling on a command that now reads otherwise does not fit."""
    decision: Decision
    reason: str
    name: str
    """Who decided."""
    date: str
    """ISO date of the decision."""
    finding: str = ""
    target: str = ""
    times: int = 0
    occurrence: int = 0

    @property
    def address(self) -> tuple[AddressStep, ...]:
        """The unit that ``target`` names, as an address: its eId, then steps below it."""
        eid, *rest = self.target.split()
        pairs = zip(rest[::2], rest[1::2], strict=False)
        steps = tuple(AddressStep(cast("Kind", kind), number) for kind, number in pairs)
        return (AddressStep("annex", None, f"#{eid}"), *steps)


_KINDS = frozenset(get_args(Kind))


_KEYS = frozenset(
    {"act", "command", "digest", "finding", "instruction", "decision", "target", "times", "occurrence"}
    | {"reason", "name", "date"}
)


_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?:\s*(?:г\.?|года|ж\.?|жыл\w*))?"),
)


_BARE_DAY = re.compile(r"^(\s*date\s*=\s*)([^\s\"'#\[{][^#\n]*?)(\s*(?:#.*)?)$", re.MULTILINE)
"""A date that is written without quotes: TOML knows one way only, persons know three."""


def read_rulings(text: str, source: str = "rulings.toml") -> tuple[Ruling, ...]:
    """Return the decisions in ``text``; stubs in which nothing is decided yet are left out.

    Raises SourceError, with one sentence that names ``source``, where it is no such file or a decision lacks what it
    needs: its reason, the name of who decided, the date.
    """
    try:
        data = tomllib.loads(_plain(text))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(
            f"{source} is not valid TOML: {error}. Each line is a name, = and a value, words in straight quotes."
        ) from None
    unknown = sorted(set(data) - {"ruling"})
    if unknown:
        raise SourceError(f"{source}: {unknown[0]!r} is not known; decisions stand under [[ruling]].")
    found = data.get("ruling", [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise SourceError(f"{source} has no [[ruling]] tables.")
    for place, item in enumerate(found, start=1):
        _check_keys(item, f"Ruling {place} of {source}")
    made = {place: _read(item, place, source) for place, item in enumerate(found, start=1) if item.get("decision")}
    _refuse_two(made, found, source)
    return tuple(made.values())


def _plain(text: str) -> str:
    """The text as TOML has it: without the mark that Notepad writes before the first letter, each date in quotes."""
    return _BARE_DAY.sub(lambda found: f'{found[1]}"{found[2]}"{found[3]}', text.removeprefix("\ufeff"))


def _check_keys(item: Mapping[str, Any], where: str) -> None:
    unknown = sorted(set(item) - _KEYS)
    if unknown:
        raise SourceError(f"{where}: {unknown[0]!r} is not known; a ruling has {', '.join(sorted(_KEYS))}.")
    for name, value in item.items():
        if isinstance(value, str) and never_text(value) is not None:
            raise SourceError(f"{where}: {name!r} holds a control character; write it again.")


def _refuse_two(rulings: Mapping[int, Ruling], items: Sequence[Mapping[str, Any]], source: str) -> None:
    """Two decisions on one command: which holds cannot be told, whether they agree or not."""
    for (first, one), (second, other) in combinations(rulings.items(), 2):
        same = (one.act, one.command) == (other.act, other.command)
        if not same or not (one.digest == other.digest or "" in (one.digest, other.digest)):
            continue
        told = next(
            (str(items[place - 1]["instruction"]) for place in (first, second) if items[place - 1].get("instruction")),
            "",
        )
        words = f" («{' '.join(told.split()).rstrip(':;. ')}»)" if told else ""
        what = f"{one.command}, {one.act}{words}"
        raise SourceError.said(
            Message(
                f"{source} бір пәрмен туралы екі рет шешеді, {what}: "
                f"{_made_by(one, first, 'kaz')}; {_made_by(other, second, 'kaz')}. Біреуін қалдырыңыз.",
                f"{source} решает дважды об одной команде, {what}: "
                f"{_made_by(one, first, 'rus')}; {_made_by(other, second, 'rus')}. Оставьте одно из них.",
                f"{source} decides twice on {what}: "
                f"{_made_by(one, first, 'eng')}; {_made_by(other, second, 'eng')}. Leave one of them.",
            )
        )


def _made_by(one: Ruling, place: int, lang: str) -> str:
    """A decision as it is found again in the file: its number there, who made it when, and what it is."""
    day = official_date(one.date) or one.date
    detail = one.target or (one.times or one.occurrence or "")
    decided = f"{one.decision} {detail}".strip()
    number = {"kaz": f"{place}-шешім", "rus": f"решение {place}", "eng": f"ruling {place}"}[lang]
    return f"{number} ({one.name}, {day}) – «{decided}»"


def read_day(said: object, lang_words: Callable[[str], str | None]) -> date | None:
    """Return a day written in one of the usual ways: 2024-11-20, 20.11.2024, 20 ноября 2024 года; else None.

    ``lang_words`` reads a day in words, as acts print it, and returns its ISO form.
    """
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    if not isinstance(said, str):
        return None
    text = " ".join(said.split())
    match = next((found for pattern in _DAYS if (found := pattern.fullmatch(text))), None)
    try:
        if match is not None:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        iso = lang_words(text)
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def day_in_words(text: str) -> str | None:
    """Return the ISO form of a day in words of either language, None where it is none."""
    folded = fold_spaces(text).rstrip(" .")
    for lang in ("kaz", "rus"):
        words = words_of(lang).structure
        match = words.date.search(folded) or words.date.search(f"{folded} года")
        if match is not None:
            # The longest stem: "ма" (май) must not take "март".
            stems = sorted(words.months, key=len, reverse=True)
            month = next((words.months[stem] for stem in stems if match["month"].startswith(stem)), 0)
            return f"{match['year']}-{month:02d}-{int(match['day']):02d}"
    return None


def _read(item: Mapping[str, Any], place: int, source: str) -> Ruling:
    where = f"Ruling {place} of {source}"
    decision = item["decision"]
    if decision not in get_args(Decision):
        raise SourceError(f"{where}: the decision is {decision!r}; use one of {', '.join(get_args(Decision))}.")
    for name in ("act", "command", "reason", "name", "date"):
        if not item.get(name):
            raise SourceError(f"{where} has no {name!r}: a decision needs its reason, who decided, and when.")
    for name in ("act", "command", "reason", "name", "target", "digest", "finding"):
        if not isinstance(item.get(name, ""), str):
            raise SourceError(f"{where}: {name!r} is no text; put it in quotes.")
    need = {"target": str, "times": int, "occurrence": int}.get(decision)
    if need is not None and (not isinstance(item.get(decision), need) or not item[decision] or item[decision] is True):
        raise SourceError(f"{where}: the decision {decision!r} needs a value {decision!r}.")
    for name in ("times", "occurrence"):
        if isinstance(item.get(name, 0), bool) or not isinstance(item.get(name, 0), int) or item.get(name, 0) < 0:
            raise SourceError(f"{where}: {name!r} is a number: 1, 2 and so on.")
    target = str(item.get("target", ""))
    day = read_day(item["date"], day_in_words)
    if day is None:
        raise SourceError(
            f'{where}: {str(item["date"])!r} is no date; write it as 2024-11-20, 20.11.2024 or "20 ноября 2024 года".'
        )
    if day > date.today():
        raise SourceError(f"{where} is dated {day.isoformat()}, which is still to come.")
    return Ruling(
        act=str(item["act"]),
        command=str(item["command"]),
        digest=str(item.get("digest", "")),
        decision=cast("Decision", decision),
        reason=str(item["reason"]),
        name=str(item["name"]),
        date=day.isoformat(),
        finding=str(item.get("finding", "")),
        target=target,
        times=int(item.get("times") or 0),
        occurrence=int(item.get("occurrence") or 0),
    )


def fits(ruling: Ruling, act: str, command: Command) -> bool:
    """True where ``ruling`` is about ``command`` of the act with the work IRI ``act``, as it reads now."""
    same = ruling.act == act and ruling.command == command.id
    return same and ruling.digest in ("", records.digest(command))


HEAD = (
    "# decision – шешім: apply, target, times, occurrence не skip. Бос тұрғанда ештеңе шешілген жоқ.\n"
    "# decision – решение: apply, target, times, occurrence или skip. Пока оно пусто, ничего не решено.\n"
    "# A decision: apply, target, times, occurrence or skip. While it is empty, nothing is decided.\n"
)


def stubs(findings: Sequence[Finding], amending: Sequence[tuple[str, Reading]], there: str = "") -> str:
    """Return ``rulings.toml`` with one undecided ruling for each finding that keeps a command from being applied.

    ``amending`` gives each act's work IRI with its reading. What stands ``there`` already is kept letter by letter, and
    what is missing is added below it; a command that it has a ruling on, decided or not, is not asked about again.
    Raises SourceError where ``there`` is no such file.
    """
    read_rulings(there)
    known = {
        (item.get("act"), item.get("command"), item.get("digest", ""))
        for item in tomllib.loads(_plain(there)).get("ruling", [])
    }
    out = [there if there.endswith("\n") else f"{there}\n"] if there.strip() else [HEAD]
    seen: set[tuple[str, str]] = set()
    for found in findings:
        for act, reading in amending:
            command = next((item for item in reading.commands if item.id == found.command), None)
            if found.severity != "error" or command is None or (act, command.id) in seen:
                continue
            # Acts number their commands alike: a finding says of which act it is.
            if found.of is not None and found.of != act:
                continue
            seen.add((act, command.id))
            if not any((act, command.id, digest) in known for digest in ("", records.digest(command))):
                out.append(_stub(found, act, command))
    return "\n".join(out)


def _stub(found: Finding, act: str, command: Command) -> str:
    lines = [f"# {found.message.kaz}", f"# {found.message.rus}", f"# {found.message.eng}"]
    if found.candidates:
        lines.append(f"# {', '.join(found.candidates)}")
    lines += [
        "[[ruling]]",
        f"act = {_quoted(act)}",
        f"command = {_quoted(command.id)}",
        f"digest = {_quoted(records.digest(command))}",
        f"finding = {_quoted(found.code)}",
        f"instruction = {_quoted(command.instruction)}",
        'decision = ""',
        'reason = ""',
        'name = ""',
        'date = ""',
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
