"""Who changed what: the amending acts of a consolidated text, and the one that a unit was last changed by."""

import re
from collections.abc import Callable
from dataclasses import replace

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.consolidation.standing import standing
from lexkz.languages.language import words_of
from lexkz.languages.layout import Amendment
from lexkz.publication.sheet.model import Revision
from lexkz.structure import Act

_WORK = re.compile(
    r"/akn/[a-z]{2}/act(?:/(?P<type>[^/\d][^/]*))?(?:/[^/\d][^/]*)?/(?P<date>\d{4}-\d\d-\d\d)/(?P<number>[^/]+)"
)


def amendment(iri: str) -> Amendment | None:
    """Return the act that an IRI names, or a unit or expression of it; None where it cannot be told."""
    match = _WORK.match(iri)
    if match is None:
        return None
    date = match["date"] if match["date"] != UNKNOWN_DATE else None
    number, _ = iris.marked_number(match["number"], date)
    return Amendment(match["type"], date, number.upper() if number is not None else None)


def named(act: Act, work: str) -> Amendment:
    """Return the act with a work IRI as it is named in the heads of ``act``, its number as printed if known."""
    found = amendment(f"{work}/") or Amendment(None, None, None)
    printed = standing(act.root).numbers.get(work)
    return replace(found, number=printed) if printed else _numbered(act, f"{work}/", found)


def amendments(act: Act) -> tuple[Amendment, ...]:
    """Return the acts that changed the text of ``act``, each once, in the order of its changes."""
    found: dict[Amendment, None] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for source in change.sources:
            made = amendment(source)
            if made is not None:
                found.setdefault(_numbered(act, source, made))
    return tuple(found)


def reviser(act: Act, lang: str) -> Callable[[str, bool], Revision]:
    """Return a function from an eId and "it came" to the revision that says who changed the unit, and when.

    Where the text does not name the act that changed the unit, or one that holds it, it is the only act that changed
    the text at all; where there are several or none, the change is nobody's.
    """
    sources: dict[str, str] = {}
    for change in akn_meta.textual_mods(akn_meta.of(act.root), "passive"):
        for target in change.destinations:
            if change.sources:
                eid = iris.split(target.href)[2]
                if eid:
                    sources[eid] = change.sources[0]
    acts = amendments(act)
    only = acts[0] if len(acts) == 1 else None

    def revision(eid: str, came: bool) -> Revision:
        made: Amendment | None = None
        while eid and made is None:
            if eid in sources:
                found = amendment(sources[eid])
                made = _numbered(act, sources[eid], found) if found is not None else None
            eid = eid.rpartition("__")[0]
        made = made or only
        if made is None:
            return Revision("+" if came else "-", words_of(lang).layout.amendments)
        return Revision("+" if came else "-", words_of(lang).notes.short(made.type, made.number), made.date)

    return revision


def _numbered(act: Act, iri: str, found: Amendment) -> Amendment:
    """Give an act its number as printed, which an IRI folds, where the references of ``act`` have it."""
    for reference in akn_meta.of(act.root).iter("{*}passiveRef"):
        said = re.search(r"№ (\S+)$", reference.get("showAs") or "")
        if said and iri.startswith(f"{reference.get('href')}/"):
            return Amendment(found.type, found.date, said[1])
    return found
