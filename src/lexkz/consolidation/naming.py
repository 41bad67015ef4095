"""Units by name, as a person calls them: «Қағидалар · 37-тармақ · 3) тармақша»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Kind, Step
from lexkz.amendment.render import describe, described, phrased
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of

_KINDS: dict[str, Kind] = {
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "subchapter": "subchapter",
    "article": "article",
    "paragraph": "paragraph",
    "subparagraph": "subparagraph",
    "alinea": "alinea",
    "tr": "row",
    "table": "table",
    "longTitle": "title",
    "preamble": "preamble",
}
_RUNNING_ON = frozenset({"section", "subsection", "chapter", "subchapter"})
"""Divisions that are not said where a unit below them is: numbers run on through them."""


def unit_name(element: etree._Element, lang: Lang) -> str:
    """Return the name of a unit, the document that holds it first; of a line without a number, that it is text."""
    words = words_of(lang).layout
    steps: list[str] = []
    below = False
    for found in (element, *element.iterancestors()):
        name = local(found)
        if name == "attachment":
            steps.append(_document(found, lang))
        elif name == "conclusions":
            steps.append(words.closing)
        elif name in _KINDS and not (below and name in _RUNNING_ON) and not (below and name == "longTitle"):
            said = _unit(found, name, lang)
            if said:
                steps.append(said)
                below = True
        elif not below and name in ("p", "block", "container") and found is element:
            steps.append(words.text)
    return " · ".join(dict.fromkeys(reversed(steps))) or describe((), lang)


def unit_in_words(element: etree._Element, lang: Lang) -> str:
    """Return the name of a unit within its document, as one phrase: «абзац второй пункта 2»; an annex or approved
    document by its own name."""
    words = words_of(lang).layout
    steps: list[Step] = []
    for found in (element, *element.iterancestors()):
        name = local(found)
        if name == "attachment":
            return phrased(tuple(steps), lang) if steps else _document(found, lang)
        if name == "conclusions":
            return words.closing
        step = _step(found, name) if name in _KINDS else None
        # Rows are counted in their table, and a table without a number is the only one.
        if step is None or (steps and (name in _RUNNING_ON or name in ("longTitle", "table"))):
            continue
        steps.insert(0, step)
    return phrased(tuple(steps), lang) if steps else words.text


def document_of(element: etree._Element, lang: Lang) -> str:
    """Return the name of the approved document or annex that holds a unit, with those around it, outermost first; ""
    for a unit of the act itself."""
    held = [found for found in element.iterancestors() if local(found) == "attachment"]
    return " · ".join(_document(found, lang) for found in reversed(held))


def in_words(found: Finding, index: Index, lang: str) -> Finding:
    """Return a finding that says its candidates by number and words as well, where they are eIds of the text."""
    units = [index.element(eid) for eid in found.candidates]
    if found.meant or not any(unit is not None for unit in units):
        return found
    pairs = zip(found.candidates, units, strict=True)
    return replace(
        found,
        meant=tuple(eid if unit is None else unit_name(unit, "kaz" if lang == "kaz" else "rus") for eid, unit in pairs),
    )


@lru_cache(maxsize=16384)
def address_name(address: Address, lang: Lang) -> str:
    """Return the name of what a command addresses."""
    return described(address, lang)


def targets_in_words(targets: Sequence[Address], lang: Lang) -> tuple[str, str]:
    """Return the approved document that all of ``targets`` are in, "" for the act itself, and these as phrases."""
    documents = {target[0].name or "" if target and target[0].kind == "instrument" else "" for target in targets}
    if len(documents) != 1 or not all(documents):
        return "", "; ".join(
            phrased(each, lang) if len(documents) == 1 else address_name(each, lang) for each in targets
        )
    (document,) = documents
    inner = [target[1:] for target in targets]
    return document, "; ".join(phrased(each, lang) if each else document for each in inner)


def _unit(element: etree._Element, name: str, lang: Lang) -> str:
    step = _step(element, name)
    return address_name((step,), lang) if step is not None else ""


def _step(element: etree._Element, name: str) -> Step | None:
    number = _number(element)
    if name in ("tr", "alinea") and not re.match(r"\d", number or ""):
        return None
    if number is None and name not in ("table", "longTitle", "preamble"):
        return None
    return Step(_KINDS[name], number)


def _number(element: etree._Element) -> str | None:
    """A unit's number as its eId has it: bare, whatever the language prints around it."""
    match = re.fullmatch(r"[^_\W]+_([^_]+)(?:_\d+)?", (element.get("eId") or "").rpartition("__")[2])
    return match[1] if match else None


def _document(attachment: etree._Element, lang: Lang) -> str:
    """An annex by its number, an approved document by its title."""
    doc = attachment.find(q("doc"))
    title = doc.find(f"{q('preface')}/{q('longTitle')}") if doc is not None else None
    named = " ".join(paragraphs(title)) if title is not None else ""
    number = _number(attachment)
    annex = doc is not None and doc.get("name") in ("annex", "form")
    if number and (annex or not named):
        return words_of(lang).notes.numbered("annex", number)
    return named or words_of(lang).layout.text
