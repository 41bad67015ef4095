"""Which act an outline is of: body, kind, day, number and registration, below its title, as other acts name them."""

from lexkz.akn import meta as akn_meta
from lexkz.languages.language import words_of
from lexkz.languages.layout import Amendment
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.lay import language
from lexkz.publication.sheet.model import Block, SheetLine, SheetRun
from lexkz.structure import Act


def identified(flow: tuple[Block, ...], act: Act) -> tuple[Block, ...]:
    """Return the flow of an outline with a line below its title that says which act it is of; another text as it is.

    How the act itself prints its requisites is not known, so that the line is none of its own words.
    """
    meta = akn_meta.of(act.root)
    known = identity(act)
    own = any(isinstance(block, SheetLine) and block.role == "requisites" for block in flow)
    if not akn_meta.is_outline(meta) or own or not (known.date or known.number):
        return flow
    words = words_of(language(act.root)).layout
    named = Amendment(known.type, known.date, known.number)
    said = words.requisites(named, akn_meta.outline_author(meta), known.registration_number)
    place = _below_title(flow)
    return (*flow[:place], SheetLine("identified", (SheetRun(f"{said}."),)), *flow[place:])


def _below_title(flow: tuple[Block, ...]) -> int:
    """The place after the lines of the act's own title, which stand first; the beginning where it has none."""
    place = 0
    while place < len(flow) and isinstance(block := flow[place], SheetLine) and block.role == "title":
        place += 1
    return place
