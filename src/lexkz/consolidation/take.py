"""The new text of a command, which it must have."""

from lexkz.consolidation import new_content as contents
from lexkz.consolidation.new_content import Content
from lexkz.consolidation.plan import Plan, Setting


def take_content(plan: Plan, setting: Setting) -> Content:
    """Return the quoted content of the plan's command; raises Refusal where it has none."""
    command = plan.command
    found = contents.quoted(setting.amending, command.source.eid)
    if found is None or not found.elements:
        raise plan.refuse("content_missing", command.instruction)
    return found
