"""An amending act's own clauses as data: who is charged with what, and when the act enters into force."""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import visible
from lexkz.amend.model import Clause
from lexkz.languages.clauses import ClauseKind, charge
from lexkz.languages.entry import entry


def clause(kind: ClauseKind, unit: etree._Element, lang: str) -> Clause:
    """Return the clause that ``unit``, a whole point or article, is."""
    text = visible(unit)
    num = unit.find(q("num"))
    words = " ".join(text.removeprefix((num.text or "") if num is not None else "").split())
    who, what = charge(words, kind, lang)
    when = entry(lang).read(words) if kind == "entry_into_force" else None
    return Clause(kind, unit.get("eId", ""), text, who, what, when)
