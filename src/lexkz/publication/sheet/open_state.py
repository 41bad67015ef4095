"""What is known to be wrong or missing in a text, in lines for the head of a paper."""

from collections import Counter

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.standing import standing
from lexkz.languages.language import words_of
from lexkz.publication.sheet.amendments import named
from lexkz.publication.sheet.lay import language
from lexkz.structure import Act


def missing_notes(act: Act) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the editors' notes that mark missing changes: eId of the unit that each stands at, and its paragraphs."""
    wanted = {one.note for one in standing(act.root).open if one.note}
    return tuple(
        ((note.get("placementBase") or "").removeprefix("#"), tuple(paragraphs(note)))
        for note in akn_meta.of(act.root).iter(q("note"))
        if note.get("eId") in wanted
    )


def open_states(*acts: Act) -> tuple[str, ...]:
    """Return the lines of several texts that stand in one paper, each once."""
    return tuple(dict.fromkeys(line for act in acts for line in open_state(act)))


def open_state(act: Act) -> tuple[str, ...]:
    """Return what is known to be wrong or missing in a text, a line each: what waits of which act, what
    is in force later, what is unsure."""
    words = words_of(language(act.root)).layout
    stands = standing(act.root)
    said = []
    for work in stands.acts:
        waiting = sum(one.by == work for one in stands.waiting)
        unread = sum(one.of == work for one in stands.unread)
        said.append(f"{words.waiting(named(act, work), stands.applied.get(work, 0), waiting, unread)}.")
    for work in dict.fromkeys(one.by for one in stands.skipped):
        count = sum(one.by == work for one in stands.skipped)
        said.append(f"{words.left_out(named(act, work), count)}.")
    # What was to come by the day of the text is no more to come: where it is missing, that is told as an error.
    date = akn_meta.read_identity(act.root).expression_date or ""
    later = [one for one in stands.later if not one.day or one.day > date]
    for work in dict.fromkeys(one.by for one in later):
        days = Counter(one.day for one in later if one.by == work)
        said.append(f"{words.later(named(act, work), sorted(days.items()))}.")
    if stands.waiting:
        said.append(f"{words.marked}.")
    elif not stands.whole:
        said.append(f"{words.incomplete}.")
    if stands.unsure:
        said.append(f"{words.unsure(len(stands.unsure))}.")
        said += [one.message.rus if words.code == "ru" else one.message.kaz for one in stands.unsure]
    return tuple(said)
