"""An act as a sheet: the state of its text on top, then the act in the layout of official texts."""

from lexkz.akn import meta as akn_meta
from lexkz.consolidation.standing import standing
from lexkz.languages.language import words_of
from lexkz.publication.act_json import identity
from lexkz.publication.sheet.amendments import amendments, named
from lexkz.publication.sheet.identified import identified
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import Sheet, SheetLine, SheetRun
from lexkz.publication.sheet.open_state import open_state
from lexkz.structure import Act


def act_sheet(act: Act) -> Sheet:
    """Return ``act`` as a document: state of the text, title block, text with editors' notes, closing, annexes."""
    lang = language(act.root)
    known = identity(act)
    text = identified(lay(act.root, lang=lang), act)
    flow = (*(SheetLine("state", (SheetRun(said),)) for said in state(act)), *text)
    number = f"№ {known.number}" if known.number else ""
    running = " · ".join(part for part in (number, short_state(act)) if part)
    return Sheet(lang, known.title or number or "", flow, running, date=known.date)


def state(act: Act) -> tuple[str, ...]:
    """Return what a reader must know of the text, a line each: its changes, their day, outline or full, not official.

    The day is that of entry into force where it is known; for a text that was never amended nothing is said of it. An
    act of which something waits is never said to be in the text: how much of it waits is said in its place.
    """
    words = words_of(language(act.root)).layout
    meta = akn_meta.of(act.root)
    stands = standing(act.root)
    said = []
    acts = amendments(act)
    half = {named(act, work) for work in stands.acts}
    whole = [one for one in acts if one not in half]
    if whole:
        changed = words.amended(whole)
        said.append(f"{changed[:1].upper()}{changed[1:]}.")
    said += open_state(act)
    if acts:
        days = [event for event in akn_meta.events(meta) if event.type == "amendment"]
        known = all(event.refers_to == "#entryIntoForce" for event in days)
        dates = [event.date for event in days if event.date]
        said.append(f"{words.as_of(max(dates))}." if known and dates else f"{words.in_force_unknown}.")
    if akn_meta.is_outline(meta):
        said.append(f"{words.outline}.")
    elif acts and stands.whole:
        said.append(f"{words.full}.")
    said.append(f"{words.unofficial}.")
    return tuple(said)


def short_state(act: Act) -> str:
    """Return what stands at the head of every page: not official, an outline where it is one, not full where it is not.

    What is printed or sent page by page is not to be taken for more than it is.
    """
    words = words_of(language(act.root)).layout
    said = [words.unofficial]
    if not standing(act.root).whole:
        said.insert(0, words.incomplete)
    if akn_meta.is_outline(akn_meta.of(act.root)):
        said.insert(0, words.outline.partition(":")[0])
    return " · ".join(said)
