"""What a clause on entry into force means, in lines that a lawyer can read."""

from lexkz.languages.entry import EntryRule
from lexkz.languages.entry_parts import Address
from lexkz.languages.language import words_of

_SPANS = {"calendar_day": "calendar day", "working_day": "working day", "month": "month", "year": "year", None: "day"}


def meaning(clause: str, lang: str) -> tuple[str, ...]:
    """Return one line for the act, one for each part with a day of its own, one for all that was not understood."""
    found = words_of(lang).entry.read(clause)
    lines = [f"act: {_rule(found.rule)}"] if found.rule is not None else []
    for part in found.parts:
        said = [_rule(part.rule)] if part.rule is not None else []
        said += [f"until {part.until}"] if part.until else []
        said += [f"back to {part.reaches_back}"] if part.reaches_back else []
        lines.append(f"{'; '.join(_address(one) for one in part.addresses)}: {', '.join(said)}")
    return (*lines, *(f"doubt: {words}" for words in found.unread))


def _address(address: Address) -> str:
    return " / ".join(f"{kind} {number}" for kind, number in address)


def _rule(rule: EntryRule) -> str:
    event = "registration" if rule.kind.endswith("registration") else "publication"
    long = f"{rule.count} {_SPANS[rule.span]}{'' if rule.count == 1 else 's'}" if rule.count else "the day"
    said = {
        "fixed": str(rule.day),
        "signature": "on signing",
        "publication": "on publication",
        "registration": "on registration",
        "unread": "no day",
    }.get(rule.kind, f"{long} after {event}")
    for word, day in (("not before", rule.not_before), ("until", rule.until), ("back to", rule.reaches_back)):
        said += f", {word} {day}" if day else ""
    return said
