"""The history of an act: each unit that was changed, with all its wordings, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lexkz.comparison.align import align
from lexkz.comparison.diff import differs, unit_words
from lexkz.comparison.units import UnitText
from lexkz.consolidation.naming import unit_name
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.publication.change import MarkedWords, both, known_texts
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import history_page, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.steps import made_by
from lexkz.workspace.site.wording import text_language
from lexkz.workspace.site.words import _


@dataclass(slots=True)
class UnitThroughTime:
    """A unit through the texts of its act."""

    key: str
    """What it is known by in all of them, whatever its eId there is."""
    wordings: list[tuple[Text, UnitText | None, tuple[MarkedWords, ...]]] = field(default_factory=list)
    """The text in which a wording first stands, the wording, what differs from the one before; None: it fell away."""

    @property
    def last(self) -> UnitText:
        """Its last wording."""
        return next(unit for _text, unit, _words in reversed(self.wordings) if unit is not None)


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give a page for each act of which more than one full text is known, in each language."""
    texts = library(workspace)
    for act_id in texts.ids:
        for lang in LANGUAGES:
            found = texts.of(act_id, lang)
            if changed_units(found):
                yield _page(found, texts)


def changed_units(found: tuple[Text, ...]) -> dict[str, UnitThroughTime]:
    """Return the units that have more than one wording in the texts of an act, by their eId now; none of an outline."""
    if len(found) < 2 or found[0].outline:
        return {}
    each = followed(found)
    # What fell away stands after what is there; a new unit may have its eId.
    known = each.now[-1] | {eid: unit for eid, unit in each.gone.items() if eid not in each.now[-1]}
    return {eid: unit for eid, unit in known.items() if _is_changed(unit, found[0])}


@dataclass(frozen=True, slots=True)
class FollowedUnits:
    """The units of an act, followed from each of its texts into the next."""

    now: tuple[dict[str, UnitThroughTime], ...]
    """Those of each text, by their eId in it."""
    gone: dict[str, UnitThroughTime]
    """Those that fell away, by their last eId."""


@lru_cache(maxsize=256)
def followed(found: tuple[Text, ...]) -> FollowedUnits:
    """Follow the units of an act through its texts in one language, which are given in the order of their days."""
    now = {unit.eid: UnitThroughTime(unit.eid, [(found[0], unit, ())]) for unit in units_of(found[0])}
    gone: dict[str, UnitThroughTime] = {}
    each = [now]
    for old, new in pairwise(found):
        then: dict[str, UnitThroughTime] = {}
        for pair in align(units_of(old), units_of(new)):
            unit = now.get(pair.old.eid) if pair.old is not None else None
            unit = unit or UnitThroughTime(f"{pair.new.eid if pair.new is not None else ''}@{new.date}")
            if differs(pair):
                unit.wordings.append((new, pair.new, both(unit_words(pair.old, pair.new))))
            if pair.new is None:
                gone[pair.old.eid if pair.old is not None else ""] = unit
            else:
                then[pair.new.eid] = unit
        now = then
        each.append(now)
    return FollowedUnits(tuple(each), gone)


def _is_changed(unit: UnitThroughTime, first: Text) -> bool:
    return len(unit.wordings) > 1 or (bool(unit.wordings) and unit.wordings[0][0] is not first)


def units_of(text: Text) -> list[UnitText]:
    """Return the units of a text but for the editors' notes, which are none."""
    return [unit for unit in known_texts(text.act) if unit.eid and not unit.placed and unit.kind != "hcontainer"]


def _page(found: tuple[Text, ...], texts: Library) -> Page:
    text = found[-1]
    here = history_page(text.id, text.lang)
    code = words_of(text.lang).layout.code
    sections = tuple(
        Section(eid, unit_name(unit.last.element, text.lang), _wordings(unit, here, texts, code), (), text.lang)
        for eid, unit in changed_units(found).items()
    )
    known = text.known
    current = texts.in_force(text.id, text.lang) or text
    lead = SITE.pieces("history").lead(known.title or short_name(text), link(here, current.page), code)
    title = _("History of units") + f": {short_name(text)}"
    return Page(here, title, None, lead, sections, head=f"{title} · {text_language(text.lang)}", searched=False)


def _wordings(unit: UnitThroughTime, here: str, texts: Library, code: str) -> str:
    rows = []
    last = ""
    for text, said, words in reversed(unit.wordings):
        first = official_date(text.first_day) or ""
        acts = [(short_name(act), link(here, page)) for act, page in made_by(text, texts)]
        rows.append((first, last, link(here, text.page, said.eid if said is not None else ""), acts, said, words))
        before = texts.last_day(texts.of(text.id, text.lang)[max(texts.of(text.id, text.lang).index(text) - 1, 0)])
        last = official_date(before) or ""
    return str(SITE.pieces("history").wordings(rows, code))
