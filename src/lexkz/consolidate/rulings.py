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
    date = 2026-01-15
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast, get_args

from lexkz.amend.model import Command, Kind, Reading
from lexkz.consolidate import records
from lexkz.consolidate.ruling import Decision, Ruling
from lexkz.findings import Finding
from lexkz.read.blocks import SourceError

_KINDS = frozenset(get_args(Kind))


def read_rulings(text: str, source: str = "rulings.toml") -> tuple[Ruling, ...]:
    """Return the decisions in ``text``; stubs in which nothing is decided yet are left out.

    Raises SourceError, with one sentence that names ``source``, where it is no such file or a decision lacks what it
    needs: its reason, the name of who decided, the date.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{source} is not valid TOML: {error}.") from None
    found = data.get("ruling", [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise SourceError(f"{source} has no [[ruling]] tables.")
    return tuple(_read(item, place, source) for place, item in enumerate(found, start=1) if item.get("decision"))


def _read(item: Mapping[str, Any], place: int, source: str) -> Ruling:
    where = f"Ruling {place} of {source}"
    decision = item["decision"]
    if decision not in get_args(Decision):
        raise SourceError(f"{where}: the decision is {decision!r}; use one of {', '.join(get_args(Decision))}.")
    for name in ("act", "command", "reason", "name", "date"):
        if not item.get(name):
            raise SourceError(f"{where} has no {name!r}: a decision needs its reason, who decided, and when.")
    need = {"target": str, "times": int, "occurrence": int}.get(decision)
    if need is not None and (not isinstance(item.get(decision), need) or not item[decision]):
        raise SourceError(f"{where}: the decision {decision!r} needs a value {decision!r}.")
    target = str(item.get("target", ""))
    steps = target.split()[1:]
    if len(steps) % 2 or any(kind not in _KINDS for kind in steps[::2]):
        raise SourceError(f"{where}: the target {target!r} is an eId, then kinds and numbers of units below it.")
    day = item["date"]
    return Ruling(
        act=str(item["act"]),
        command=str(item["command"]),
        digest=str(item.get("digest", "")),
        decision=cast("Decision", decision),
        reason=str(item["reason"]),
        name=str(item["name"]),
        date=day.isoformat() if isinstance(day, date) else str(day),
        finding=str(item.get("finding", "")),
        target=target,
        times=int(item.get("times") or 0),
        occurrence=int(item.get("occurrence") or 0),
    )


def fits(ruling: Ruling, act: str, command: Command) -> bool:
    """True where ``ruling`` is about ``command`` of the act with the work IRI ``act``, as it reads now."""
    same = ruling.act == act and ruling.command == command.id
    return same and ruling.digest in ("", records.digest(command))


def stubs(findings: Sequence[Finding], amending: Sequence[tuple[str, Reading]]) -> str:
    """Return ``rulings.toml`` with one undecided ruling for each finding that keeps a command from being applied.

    ``amending`` gives each act's work IRI with its reading.
    """
    out = ["# A decision: apply, target, times, occurrence or skip. While it is empty, nothing is decided.\n"]
    seen: set[tuple[str, str]] = set()
    for found in findings:
        for act, reading in amending:
            command = next((item for item in reading.commands if item.id == found.command), None)
            if found.severity != "error" or command is None:
                continue
            # Acts number their commands alike: a finding says of which act it is.
            if found.of is not None and found.of != act:
                continue
            if (act, command.id) in seen:
                continue
            seen.add((act, command.id))
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
