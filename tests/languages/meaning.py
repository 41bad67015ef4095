"""What a sentence means, written in one line a command, for fixtures that a lawyer can read."""

from lexkz.amendment.context import Context
from lexkz.amendment.interpret import Draft, interpret
from lexkz.amendment.model import Address
from lexkz.findings import catalogue
from lexkz.languages.commands import read_sentence

DOUBTS = frozenset(entry.code for entry in catalogue() if entry.code.startswith("amend.") and entry.severity != "info")


def meanings(sentence: str, lang: str, *above: str) -> tuple[str, ...]:
    """Return one line for each command of ``sentence``, or ``context …`` for a line that opens one, or ``unread``.

    ``above``: the lines above it, which open the units that it stands in.
    """
    context = Context()
    for line in above:
        context = interpret(read_sentence(line, lang).trees, context, lang).context
    read = read_sentence(sentence, lang)
    if not read.trees:
        return ("unread",)
    found = interpret(read.trees, context, lang)
    lines = [_command(draft) for draft in found.drafts]
    if found.opens:
        base = found.context.base
        named = " ".join(str(part) for part in (base.type, base.date, base.number) if part)
        lines.append(f"context {address_in_words(found.context.steps)}{f' in {named}' if named else ''}")
    lines.extend(f"doubt {code}" for code, _ in found.slips if code in DOUBTS)
    return tuple(lines)


def _command(draft: Draft) -> str:
    parts = [f"{draft.action} {', '.join(address_in_words(target) for target in draft.targets)}"]
    if draft.position:
        parts.append(draft.position + (f" {address_in_words(draft.anchor)}" if draft.anchor else ""))
    if draft.old:
        parts.append("old " + ", ".join(f"[{words}]" for words in draft.old))
    if draft.new:
        parts.append("new " + ", ".join(f"[{words}]" for words in draft.new))
    if draft.renumber_to:
        parts.append("to " + ", ".join(address_in_words(target) for target in draft.renumber_to))
    if draft.annex:
        parts.append("annex " + ", ".join(number or "-" for number in draft.annex))
    if draft.everywhere:
        parts.append("everywhere")
    if draft.action != "suspend" and draft.since:
        parts.append(f"since {draft.since}")
    if draft.base.type:
        parts.append(f"base {draft.base.type} {draft.base.date} {draft.base.number}")
    return " | ".join(parts)


def address_in_words(address: Address) -> str:
    if not address:
        return "(act)"
    return "/".join(
        step.kind + (f":{step.number}" if step.number else "") + (f"={step.name}" if step.name else "")
        for step in address
    )
