"""Load: an act from a file of any format that lexkz knows."""

from dataclasses import replace
from pathlib import Path

from lexkz.read.blocks import Lang, SourceError
from lexkz.structure.model import Act

_XML = (b"<?xml", b"<akomaNtoso")


def load(path: Path, *, lang: Lang | None = None) -> Act:
    """Return the act at ``path``: Akoma Ntoso is parsed, all else is read and built.

    A card ``act.toml`` beside a source is used. ``lang`` is believed when given, else taken from the card or detected.
    Raises :class:`lexkz.read.SourceError`, one sentence for the user, for what cannot be read.
    """
    if _is_xml(path):
        return _parse(path)
    from lexkz.read.card import read_card
    from lexkz.read.source import read_source
    from lexkz.structure.build import build

    beside = path.parent / "act.toml"
    card = read_card(beside) if beside.is_file() else None
    source = read_source(path, lang=lang or (card.lang if card is not None else None))
    if lang is not None:
        source = replace(source, lang=lang)
    return build(source, card)


def _is_xml(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        # Whatever is wrong with the file, the reader says it in its own words.
        return False
    return head.startswith(_XML)


def _parse(path: Path) -> Act:
    from lexkz.akn.canonical import MAX_BYTES, parse

    if path.stat().st_size > MAX_BYTES:
        raise SourceError(f"{path.name} is larger than {MAX_BYTES // (1024 * 1024)} MB: give the text of one act.")
    try:
        return Act(parse(path.read_bytes()))
    except ValueError as error:
        raise SourceError(f"{path.name} cannot be loaded: {error}") from None
