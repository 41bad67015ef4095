"""Load: an act from a file of any format that lexkz knows."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.reading.blocks import Lang, SourceError
from lexkz.reading.marked.depth import depth
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lxml import etree

    from lexkz.reading.limits import Limits

_NAMED: dict[str, Lang] = {"kaz": "kaz", "rus": "rus"}
_XML = (b"<?xml", b"<akomaNtoso")
_OTHER_XML = {
    b"urn:oasis:names:tc:opendocument": "a flat OpenDocument text (.fodt)",
    b"schemas.microsoft.com/office/word/2003": "a Word 2003 XML document",
    b"schemas.microsoft.com/office/2006/xmlPackage": "a flat Word XML document",
}
"""Word processors' files that are XML, too, by what stands at their head."""


def load(path: Path, *, lang: Lang | None = None, limits: "Limits | None" = None) -> Act:
    """Return the act at ``path``: Akoma Ntoso is parsed, all else is read and built.

    A card ``act.toml`` beside a source is used. ``lang`` is believed when given, else taken from the card or detected.
    ``limits`` caps what the source may cost; without it those hold that were chosen (:mod:`lexkz.reading.limits`).
    Raises :class:`lexkz.read.SourceError`, one sentence for the user, for what cannot be read.
    """
    from lexkz.reading.limits import watched

    with watched(path.name or str(path), limits) as most:
        return _parse(path, most) if _is_xml(path) else _build(path, lang)


def _build(path: Path, lang: Lang | None) -> Act:
    from lexkz.reading.card import read_card
    from lexkz.reading.source import MARKDOWN, read_source
    from lexkz.structure.build import build

    beside = path.parent / "act.toml"
    card = read_card(beside) if beside.is_file() else None
    if card is None and path.suffix.lower() in MARKDOWN and path.is_file():
        from lexkz.reading.markdown import card as markdown_card

        card = markdown_card(path.read_bytes(), path.name)
    # In the folder of an act the name of a file is its language, whatever the card of both says.
    named = _NAMED.get(path.stem) if card is not None else None
    source = read_source(path, lang=lang or named or (card.lang if card is not None else None))
    if lang is not None:
        source = replace(source, lang=lang)
    return build(source, card)


def stored(root: "etree._Element") -> Act:
    """Return the act in a tree that was read from Akoma Ntoso, with the findings that its file records."""
    from lexkz.akn.meta import recorded_findings

    return Act(root, recorded_findings(root))


def _is_xml(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(2048)
    except OSError:
        # Whatever is wrong with the file, the reader says it in its own words.
        return False
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_XML):
        return False
    from lexkz.reading.source import is_page

    return not is_page(head)


def _parse(path: Path, most: "Limits") -> Act:
    from lexkz.akn.canonical import MAX_BYTES, lacking, parse, without_remarks
    from lexkz.reading.limits import MEGABYTE, deep

    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _OTHER_XML.items():
        if mark in head:
            raise SourceError(f"{path.name} is {name}, which cannot be read: save it as .docx and give that.")
    allowed = min(MAX_BYTES, most.bytes)
    if path.stat().st_size > allowed:
        raise SourceError(f"{path.name} is larger than {allowed / MEGABYTE:.3g} MB: give the text of one act.")
    try:
        root = without_remarks(parse(path.read_bytes()))
    except ValueError as error:
        raise SourceError(f"{path.name} cannot be loaded: {error}") from None
    deep(depth(root))
    lack = lacking(root)
    if lack is not None:
        raise SourceError(f"{path.name} cannot be loaded: {lack}")
    return stored(root)
