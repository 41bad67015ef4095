"""Where addresses lead: what applies commands and what proves them find the same text, each in its own way.

``addresses/LANG.txt``: "# …" with the text of an order below its title, then one line for each address: its steps,
parted by "/", and after "→" the paragraphs that stand there, "—" where it leads nowhere. A step: kind and number, or
kind and name in quotation marks.
"""

import re
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Kind, Step
from lexkz.consolidation.content_proof.addressed import Spot, find
from lexkz.consolidation.content_proof.text_tree import Unjudged, printed, read_tree
from lexkz.consolidation.tree.block_words import block_text
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, Unresolved
from lexkz.consolidation.tree.unit_index import Index
from lexkz.reading.blocks import Lang
from lexkz.structure import Act
from tests.consolidation.written import case

_FOLDER = Path(__file__).parent / "addresses"


@cache
def _base(lang: Lang, text: str) -> Act:
    return case("addresses", lang, f"--- base\n{text}\n--- after\n-\n").base


@cache
def _index(lang: Lang, text: str) -> Index:
    return Index(_base(lang, text).root)


def address_of(written: str) -> Address:
    """Return the address that a line of the file gives."""
    steps = []
    for said in written.split(" / "):
        kind, _, rest = said.strip().partition(" ")
        name = rest.strip('"') if rest.startswith('"') else None
        steps.append(Step(cast("Kind", kind), rest or None if name is None else None, name))
    return tuple(steps)


def applied(lang: Lang, text: str, address: Address) -> list[str] | None:
    """The text that what applies commands finds at an address."""
    found = resolve(_index(lang, text), address)
    if isinstance(found, Unresolved):
        return None
    assert isinstance(found, Target)
    if found.span is not None:
        return [block_text(found.lines[0].block)[slice(*found.span)].strip()]
    if found.lines:
        return [block_text(line.block).strip() for line in found.lines]
    if found.cells:
        return [" ".join(paragraphs(cell)) for cell in found.cells]
    return [line for each in (found.element, *found.rows) for line in paragraphs(each)]


def proved(lang: Lang, text: str, address: Address) -> list[str] | None:
    """The text that the proof of the content finds at an address."""
    root = read_tree(next(_base(lang, text).root.iter(q("act"))))
    try:
        spot = find(root, address, lang)
    except Unjudged:
        return None
    return _text(spot)


def _text(spot: Spot) -> list[str]:
    if spot.span is not None:
        return [spot.lines[0].words[slice(*spot.span)].strip()]
    if spot.lines or spot.column is not None:
        return [line.words for line in spot.lines]
    return [each.text for unit in (spot.unit, *spot.rows) for each in printed(unit)]


def short(lines: list[str] | None) -> str:
    """The text of a place on one line."""
    if lines is None:
        return "—"
    lines = [line.replace("\t", " | ") for line in lines]
    return " ¶ ".join(lines if len(lines) < 5 else [lines[0], f"… {len(lines) - 2} …", lines[-1]])


def _cases() -> list[object]:
    out: list[object] = []
    for path in sorted(_FOLDER.glob("*.txt")):
        lang: Lang = "kaz" if path.stem == "kaz" else "rus"
        for part in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
            name, _, body = part.partition("\n")
            text, _, addresses = body.partition("\n\n")
            for line in addresses.strip().split("\n"):
                said, _, wanted = line.partition(" → ")
                out.append(pytest.param(lang, text, said, wanted, id=f"{lang}: {name}: {said}"))
    return out


@pytest.mark.parametrize(("lang", "text", "said", "wanted"), _cases())
def test_an_address_leads_here_and_nowhere_else(lang: Lang, text: str, said: str, wanted: str) -> None:
    address = address_of(said)
    assert short(applied(lang, text, address)) == wanted
    assert short(proved(lang, text, address)) == wanted
