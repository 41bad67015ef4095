"""The role ``:lex:unit:``: a unit of law cited in any text, with its words on hover, and a warning once it has changed.

``:lex:unit:`V2300031001 att_1__para_2``` names a folder of the workspace and an eId; ``/rus`` behind the folder chooses
the language of the text. With a day, ``2024-05-01``, the eId is that of the text in force then, and where the unit says
something else in the text in force today, the build warns (``lexkz.unit``) and names the acts that changed it.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.docutils import ReferenceRole

from lexkz.consolidation.naming import unit_name
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.layout import LANGUAGES
from lexkz.workspace.site.history_pages import followed, units_of
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import link
from lexkz.workspace.site.steps import made_by
from lexkz.workspace.site.wording import message_key

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SHOWN = 400
"""So many letters of a unit are shown on hover."""


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """A unit as the text in force has it; of one that fell away, as the last text before had it."""

    text: Text
    eid: str
    words: str
    changed_by: tuple[str, ...] = ()
    """Names of the acts since which it says something else than on the day that is cited."""
    gone: bool = False

    @property
    def name(self) -> str:
        """What a text calls it: the act and the unit, in the language of the act."""
        unit = next(unit for unit in units_of(self.text) if unit.eid == self.eid or _within(unit.eid, self.eid))
        words = words_of(self.text.lang).notes
        act = words.short(self.text.known.type, self.text.known.number) if self.text.known.number else self.text.id
        return f"{act}, {unit_name(unit.element, self.text.lang)}" if unit.eid == self.eid else act


def cited(texts: Library, said: str) -> CitedUnit:
    """Return the unit that a citation names. Raises ValueError, in words, where there is none."""
    parts = said.split()
    if len(parts) not in (2, 3):
        raise ValueError(f"a unit is cited by folder, eId and, if wanted, a day, not by “{said}”")
    act_id, _slash, lang = parts[0].partition("/")
    lang = lang or next((one for one in (message_key(), *LANGUAGES) if texts.of(act_id, one)), "")
    now = texts.in_force(act_id, lang)
    if now is None:
        raise ValueError(f"there is no act {parts[0]} in the workspace")
    eid = parts[1]
    then = _of_day(texts, now, parts[2]) if len(parts) == 3 else now
    if not _words(then, eid):
        raise ValueError(f"{then.page} has no unit {eid}")
    if then is now or now.outline:
        return CitedUnit(now, eid, _words(now, eid))
    return _since(texts, then, now, eid)


def _since(texts: Library, then: Text, now: Text, eid: str) -> CitedUnit:
    """The unit of an earlier text in the text in force."""
    found = texts.of(now.id, now.lang)
    each = followed(found).now
    key = each[found.index(then)][eid].key if eid in each[found.index(then)] else ""

    def place(text: Text) -> str:
        """Where the unit stands in a text; a unit without words of its own is followed by its eId."""
        own = next((own for own, unit in each[found.index(text)].items() if unit.key == key), "") if key else eid
        return own if own and _words(text, own) else ""

    first, last = sorted((found.index(then), found.index(now)))
    by: dict[str, None] = {}
    for old, new in pairwise(found[first : last + 1]):
        if _words(old, place(old)) != _words(new, place(new)):
            by |= dict.fromkeys(short_name(act) for act, _page in made_by(new, texts))
    there = place(now)
    if not there:
        return CitedUnit(then, eid, _words(then, eid), tuple(by), gone=True)
    same = _words(now, there) == _words(then, eid)
    return CitedUnit(now, there, _words(now, there), () if same else tuple(by))


def _of_day(texts: Library, now: Text, day: str) -> Text:
    date.fromisoformat(day)
    found = texts.of(now.id, now.lang)
    begun = [text for text in found if text.date is None or (text.first_day is not None and text.first_day <= day)]
    return begun[-1] if begun else found[0]


def _words(text: Text, eid: str) -> str:
    """The words of a unit and of all that lies in it."""
    return "\n".join(unit.text for unit in units_of(text) if eid and (unit.eid == eid or _within(unit.eid, eid)))


def _within(eid: str, holder: str) -> bool:
    return eid.startswith(f"{holder}__")


class UnitRole(ReferenceRole):
    """A way to a unit of law."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the way, with the words of the unit on hover; a warning where it changed, or where there is none."""
        from sphinx.util import logging

        from lexkz.workspace.site.extension import workspace_of

        logger = logging.getLogger(__name__)
        self.env.note_reread()
        try:
            found = cited(library(workspace_of(self.env.app)), self.target)
        except ValueError as error:
            logger.warning("lexkz: %s", error, type="lexkz", subtype="unit", location=self.get_location())
            return [nodes.literal(self.rawtext, self.title)], []
        if found.changed_by or found.gone:
            what = "is no longer in the text in force" if found.gone else "says something else today"
            day, by = official_date(self.target.split()[-1]), ", ".join(found.changed_by) or "?"
            told = f"lexkz: {found.name} {what}; it is cited as of {day} (changed by {by})"
            logger.warning(told, type="lexkz", subtype="unit", location=self.get_location())
        words = found.words if len(found.words) <= _SHOWN else found.words[:_SHOWN].rpartition(" ")[0] + " …"
        way = nodes.reference(
            self.rawtext,
            self.title if self.has_explicit_title else found.name,
            refuri=link(self.env.docname, found.text.page, found.eid),
            reftitle=words,
            internal=True,
            classes=["lx-cited"],
        )
        return [way], []


class LawDomain(Domain):
    """What is said of law in any text."""

    name = "lex"
    label = "Law"
    roles = {"unit": UnitRole()}  # noqa: RUF012 - Sphinx has it so

    def merge_domaindata(self, docnames: Any, otherdata: Any) -> None:
        """Nothing is kept of what other processes read."""


def setup(app: "Sphinx") -> None:
    """Add the role to ``app``."""
    app.add_domain(LawDomain)
