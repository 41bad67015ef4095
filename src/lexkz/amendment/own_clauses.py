"""An amending act's own clauses as data: who is charged with what, and when the act enters into force."""

from collections.abc import Iterable

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import visible
from lexkz.amendment.model import Clause
from lexkz.languages.clauses import ClauseKind, charge
from lexkz.languages.language import words_of


def clause(kind: ClauseKind, unit: etree._Element, lang: str) -> Clause:
    """Return the clause that ``unit``, a whole point or article, is."""
    text = visible(unit)
    num = unit.find(q("num"))
    bare = text.removeprefix((num.text or "") if num is not None else "")
    who, what = charge(" ".join(bare.split()), kind, lang)
    when = words_of(lang).entry.read(bare).rule if kind == "entry_into_force" else None
    return Clause(kind, unit.get("eId", ""), text, who, what, when)


def unread_entry(clauses: Iterable[Clause], lang: str) -> tuple[str, ...]:
    """Return what clauses on entry into force say and was not understood: each may move the day of any command."""
    text = "\n".join(one.text for one in clauses if one.kind == "entry_into_force")
    return tuple(dict.fromkeys(words_of(lang).entry.read(text).unread)) if text else ()
