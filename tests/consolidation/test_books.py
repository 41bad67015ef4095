"""The books of a consolidation: each entry that is taken out of a right file is missed, under the name of its kind."""

from collections.abc import Iterator

import pytest
from lxml import etree

from lexkz.akn.namespace import LEXKZ, q
from lexkz.consolidation.consolidation import run, sources_of
from lexkz.consolidation.proofs.books import differ, unrecorded
from tests.consolidation.broken import RIGHT
from tests.consolidation.broken_beside_words import LAW
from tests.consolidation.written import Case

_ENTRIES = {
    "record": f".//{{{LEXKZ}}}applied",
    "modification": f".//{q('passiveModifications')}/{q('textualMod')}",
    "note": f".//{q('noteRef')}",
    "day": f".//{q('eventRef')}[@type='amendment']",
    "entry": f".//{{{LEXKZ}}}entry",
}
"""By the word for what is missing: what bears it."""


def _taken_out(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Take one entry after the other out of a file, and put each back before the next; yield which it is."""
    for name, path in _ENTRIES.items():
        for found in root.findall(path):
            holder = found.getparent()
            assert holder is not None
            place, tail = holder.index(found), found.tail
            holder.remove(found)
            yield name, etree.tostring(found, encoding="unicode")[:160]
            holder.insert(place, found)
            found.tail = tail
    for name, attribute, value in (("period", "period", None), ("status", "status", "removed")):
        for element in root.iter(etree.Element):
            held = element.get(attribute)
            if held is not None and value in (None, held) and not _in_meta(element):
                del element.attrib[attribute]
                yield name, f"{attribute} of {element.get('eId')}"
                element.set(attribute, held)


def _in_meta(element: etree._Element) -> bool:
    return any(outer.tag == q("meta") for outer in element.iterancestors())


@pytest.mark.parametrize("made", [RIGHT, LAW], ids=lambda made: made.name)
def test_what_the_books_lack_is_named(made: Case) -> None:
    done = run(made.base, sources_of(made.base, made.amending(), None))
    assert unrecorded(done.root, done.ledger) == ()
    whole = etree.fromstring(etree.tostring(done.root))
    missed: dict[str, int] = {}
    for name, which in _taken_out(done.root):
        said = unrecorded(done.root, done.ledger)
        assert {one.rpartition("(")[2] for one in said} == {f"{name})"}, which
        assert differ(next(done.root.iter(q("act"))), next(whole.iter(q("act")))), which
        missed[name] = missed.get(name, 0) + 1
    assert set(missed) >= {"record", "modification", "note", "day", "entry", "period"}
    assert unrecorded(done.root, done.ledger) == ()
