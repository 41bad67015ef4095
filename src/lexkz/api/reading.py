"""Reading: a source of any format, or a text, as an act."""

import os
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from lexkz.api.act import Act
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.reading.blocks import Lang
    from lexkz.reading.limits import Limits

CARD = "act.toml"

Source = str | os.PathLike[str]
"""Path of a source: PDF, HTML, DOCX, text, JSON of the reference control bank, or Akoma Ntoso."""


_LONGEST_NAME = 200
"""Bytes of a file's name; common systems allow 255."""


def read(
    path: Source | bytes | BinaryIO,
    *,
    lang: "Lang | None" = None,
    limits: "Limits | None" = None,
    name: str | None = None,
) -> Act:
    """Return the act at ``path``, whatever its format; a card ``act.toml`` beside it is used.

    In place of a path the bytes of a source can be given, or a file that is open for reading bytes. Their format is
    told by what they begin with, and where that does not tell (Markdown, JSON) by the ending of ``name``, by which
    messages call them as well.

    ``lang`` is believed when given, else taken from the card or detected. ``limits`` caps what the source may cost
    (:class:`lexkz.api.limits.Limits`: size, pages, depth, time), else the defaults hold. Raises
    :class:`lexkz.SourceError`, one sentence that says what to do, for a file that cannot be read as an act; ValueError
    for another language.

    >>> import lexkz
    >>> lexkz.read("corpus/V2400035172/kaz.txt")
    <Act /akn/kz/act/order/enbek/2024-09-30/391/kaz@2024-09-30>
    >>> lexkz.read("corpus/no-such-file.txt")
    Traceback (most recent call last):
        ...
    lexkz.reading.blocks.SourceError: no-such-file.txt does not exist: check the path.
    >>> lexkz.read("Тестовый приказ\\n1. Текст.".encode(), lang="rus").unit("para_1").text
    '1. Текст.'
    """
    from lexkz.reading.card import read_card
    from lexkz.structure.load import load

    _known(lang)
    if not isinstance(path, str | os.PathLike):
        return _read_data(path, name, lang, limits)
    place = source_path(path)
    tree = load(place, lang=lang, limits=limits)
    card = place.parent / CARD
    return Act(tree, read_card(card).published if card.is_file() else None)


def source_path(given: Source) -> Path:
    """Return the path of a source. Raises SourceError for one that no system could have."""
    from lexkz.reading.blocks import SourceError

    place = Path(given)
    if "\0" in str(place):
        name = place.name.replace("\0", "\\0")
        raise SourceError(f"{name} does not exist: check the path.")
    return place


def _read_data(source: bytes | BinaryIO, name: str | None, lang: "Lang | None", limits: "Limits | None") -> Act:
    from lexkz.reading.limits import limits as held
    from lexkz.structure.load import load

    data = source if isinstance(source, bytes | bytearray | memoryview) else None
    if data is None:
        if not hasattr(source, "read"):
            raise TypeError(f"{type(source).__name__} is no source: give a path, bytes, or a file open for bytes.")
        name = name or (found if isinstance(found := getattr(source, "name", None), str) else None)
        data = source.read((limits or held()).bytes + 1)  # one more shows the reader that there is too much
        if isinstance(data, str):
            raise TypeError("The file is open for text: open it with mode 'rb', or give its text to read_text.")
    # The readers take files: some of them go back and forth in one.
    with tempfile.TemporaryDirectory(prefix="lexkz-") as folder:
        place = Path(folder) / _file_name(name)
        place.write_bytes(data)
        return Act(load(place, lang=lang, limits=limits))


def _file_name(name: str | None) -> str:
    """The name of a file for bytes that are called ``name``: its end, for its ending tells their format."""
    own = PurePath((name or "").replace("\\", "/").replace("\0", "")).name
    while len(own.encode("utf-8", "surrogateescape")) > _LONGEST_NAME:
        own = own[1:]
    return own if own.strip(".") else "source"


def read_text(text: str, *, lang: "Lang | None" = None) -> Act:
    """Return the act, or the fragment of one, that ``text`` holds. ``lang`` and errors are as in :func:`read`.

    >>> import lexkz
    >>> act = lexkz.read_text("Тестовый приказ\\n1. Настоящий приказ вводится в действие.", lang="rus")
    >>> act.title, act.unit("para_1").text
    ('Тестовый приказ', '1. Настоящий приказ вводится в действие.')
    """
    from lexkz.reading import source
    from lexkz.structure.build import build

    _known(lang)
    if not isinstance(text, str):
        raise TypeError(f"{type(text).__name__} is no text: read takes paths, bytes and files.")
    return Act(build(source.read_text(text, lang=lang)))


def _known(lang: str | None) -> None:
    if lang not in (None, "kaz", "rus"):
        raise ValueError(f"There is no language {lang!r} of acts: give 'kaz', 'rus' or None.")


def as_act(given: Act | Tree | Source) -> Act:
    """Return what stands for an act as one: an act, a tree, or the path of a source."""
    if isinstance(given, Act):
        return given
    return Act(given) if isinstance(given, Tree) else read(given)
