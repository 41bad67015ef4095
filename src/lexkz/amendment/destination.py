"""Where a command's target stands in the base act: its eId there, by the convention by which outlines are built."""

from lexkz.akn.eids import TRANSPARENT, eid
from lexkz.amendment.model import Address

ELEMENTS = {
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "subchapter": "subchapter",
    "article": "article",
    "paragraph": "paragraph",
    "subparagraph": "subparagraph",
    "alinea": "alinea",
    "annex": "attachment",
    "form": "attachment",
    "instrument": "attachment",
    "table": "table",
    "row": "tr",
    "heading": "heading",
    "preamble": "preamble",
    "title": "longTitle",
    "note": "note",
}
"""Kind of unit to the element that it is; what is not listed has no element of its own."""


def destination(address: Address, instruments: tuple[str, ...]) -> str:
    """Return the eId that ``address`` has in the base act, ``""`` for the whole act.

    ``instruments``: names of the base act's approved acts in the order in which they are named; without the base at
    hand their attachments are counted so. Steps that have no element of their own (a part, a sentence, a column) are
    left out: the eId then is that of the unit that holds them.
    """
    found = ""
    for step in address:
        element = ELEMENTS.get(step.kind)
        if element is None or (step.kind == "alinea" and step.number in (None, "1")):
            continue
        number = step.number
        if step.kind == "instrument":
            number = str(instruments.index(step.name) + 1) if step.name in instruments else None
        elif step.kind == "table" and number is None:
            number = "1"
        parent = "" if element in TRANSPARENT else found
        found = eid(element, number, parent)
    return found
