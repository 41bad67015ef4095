"""Redline: an old and a new text as one document with tracked changes."""

from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.redline.merge import merge
from lexkz.publication.redline.missing import with_marks
from lexkz.publication.remarks import of_waiting
from lexkz.publication.sheet.act import short_state, state
from lexkz.publication.sheet.amendments import reviser
from lexkz.publication.sheet.identified import identified
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import Sheet, SheetLine, SheetRun
from lexkz.structure import Act

__all__ = ["redline_sheet"]


def redline_sheet(old: Act, new: Act) -> Sheet:
    """Return ``old`` and ``new`` as one document whose tracked changes lead from one to the other.

    The words are the acts' own: no editors' notes, since those are no text to be signed, but for those that mark where
    a change is missing; they are neither accepted nor rejected. The author of a change is the
    act that made it, as ``new`` names it («№ 391 бұйрық»), its date the date of that act.
    """
    lang = language(new.root)
    known = identity(new)
    flow = merge(lay(old.root, lang=lang, notes=False), lay(new.root, lang=lang, notes=False), reviser(new, lang))
    flow = identified(with_marks(flow, new), new)
    said = (f"{words_of(lang).layout.redline}.", *state(new))
    title = known.title or (f"№ {known.number}" if known.number else "")
    head = (SheetLine("state", (SheetRun(text),)) for text in said)
    remarks = of_waiting(new, lang)
    return Sheet(lang, title, (*head, *flow), short_state(new), date=known.date, remarks=remarks)
