"""Our records in the result: which commands have been applied, and when amending acts enter into force."""

import hashlib
import json
from typing import TYPE_CHECKING

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import LEXKZ, q
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.entry_days import EntryIntoForce
from lexkz.consolidation.tree.standing_still import suspensions

if TYPE_CHECKING:
    from lexkz.consolidation.rulings import Ruling

JsonValue = str | bool | None | list["JsonValue"] | dict[str, "JsonValue"]
"""What a published JSON text holds."""


def digest(command: Command) -> str:
    """Return what tells a command from others of its act: a hash of all that it says, its id and place aside.

    It stands in published texts and in files of rulings, so it is made of published values only: a field that the
    program gets or renames changes no digest, and one that a command does not use is not part of its digest.
    """
    text = json.dumps(said(command), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def said(command: Command) -> dict[str, JsonValue]:
    """Return what a command says, as its published JSON has it (``commands/1``), without its id, place, base and
    findings and without what is empty; white space in the instruction counts as one space."""
    targets: list[JsonValue] = [{"address": _address(address)} for address in command.targets]
    renumbered: list[JsonValue] = [{"address": _address(address)} for address in command.renumber_to]
    values: dict[str, JsonValue] = {
        "action": command.action,
        "targets": targets,
        "instruction": " ".join(command.instruction.split()),
        "content": list(command.content),
        "annex": list(command.annex),
        "old": list(command.old),
        "new": list(command.new),
        "everywhere": command.everywhere,
        "excepted": [{"address": _address(address)} for address in command.excepted],
        "position": command.position,
        "beside": command.beside,
        "anchor": {"address": _address(command.anchor)} if command.anchor is not None else None,
        "renumber_to": renumbered,
    }
    return {name: value for name, value in values.items() if value}


def _address(address: Address) -> list[JsonValue]:
    return [
        {key: value for key, value in (("kind", step.kind), ("number", step.number), ("name", step.name)) if value}
        for step in address
    ]


def applied(meta: etree._Element) -> frozenset[tuple[str, str]]:
    """Return (work IRI, digest) of the commands that the file says were applied."""
    return frozenset((record.get("by", ""), record.get("digest", "")) for record in _all(meta, "applied"))


def record_applied(meta: etree._Element, by: str, command: Command) -> None:
    """Record that ``command`` of the act ``by`` was applied."""
    _add(meta, "applied", {"by": by, "command": command.id, "digest": digest(command)})


def record_entry(meta: etree._Element, by: str, entry: EntryIntoForce, event: str) -> None:
    """Record when the act ``by`` enters into force and how that is known; ``event`` is the eId of its event."""
    said = {"by": by, "event": f"#{event}", "rule": entry.text}
    if entry.rule is not None:
        said["kind"] = entry.rule.kind
        if entry.rule.reaches_back is not None:
            said["reachesBack"] = entry.rule.reaches_back.isoformat()
    if entry.published is not None:
        said["published"] = entry.published.isoformat()
    # Without "from" the date of the event is that of the amending act, since the day of entry into force is not known.
    if entry.day is not None:
        said["from"] = entry.day.isoformat()
    if entry.until is not None:
        said["until"] = entry.until.isoformat()
    if entry.not_before is not None:
        said["notBefore"] = entry.not_before.isoformat()
    if entry.part:
        said["part"] = entry.part
    for old in _all(meta, "entry"):
        if old.get("by") == by and (old.get("part") or "") == entry.part:
            remove(old)
    _add(meta, "entry", said)


def record_ruling(meta: etree._Element, ruling: "Ruling") -> None:
    """Record a person's decision by which a command was applied, once."""
    said = {"by": ruling.act, "command": ruling.command, "decision": ruling.decision}
    if ruling.target:
        said["target"] = ruling.target
    said |= {"reason": ruling.reason, "name": ruling.name, "date": ruling.date}
    if not any(all(record.get(key) == value for key, value in said.items()) for record in _all(meta, "ruling")):
        _add(meta, "ruling", said)


def record_state(meta: etree._Element, by: str, state: str, eid: str) -> None:
    """Record that the act (``eid`` is ``""``) or a unit of it lost force or stands still by the act ``by``."""
    said = {"by": by, "is": state}
    if eid:
        said["href"] = f"#{eid}"
    _add(meta, "state", said)


def end_suspension(meta: etree._Element, eid: str) -> None:
    """Take out the record that a unit, or the act (``eid`` is ``""``), stands still."""
    for record in suspensions(meta, eid):
        remove(record)


def remove(record: etree._Element) -> None:
    """Take a record out of the file."""
    parent = record.getparent()
    if parent is not None:
        parent.remove(record)


def _add(meta: etree._Element, name: str, attributes: dict[str, str]) -> None:
    section = akn_meta.ensure(meta, "proprietary")
    record = etree.SubElement(section, f"{{{LEXKZ}}}{name}", nsmap={"lexkz": LEXKZ})
    for key, value in attributes.items():
        record.set(key, value)


def _all(meta: etree._Element, name: str) -> list[etree._Element]:
    return meta.findall(f"{q('proprietary')}/{{{LEXKZ}}}{name}")
