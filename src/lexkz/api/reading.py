"""Reading: a source of any format, or a text, as an act."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.api.act import Act
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.reading.blocks import Lang
    from lexkz.reading.limits import Limits

CARD = "act.toml"

Source = str | os.PathLike[str]
"""Path of a source: PDF, HTML, DOCX, text, JSON of the reference control bank, or Akoma Ntoso."""


def read(path: Source, *, lang: "Lang | None" = None, limits: "Limits | None" = None) -> Act:
    """Return the act at ``path``, whatever its format; a card ``act.toml`` beside it is used.

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
    """
    from lexkz.reading.card import read_card
    from lexkz.structure.load import load

    _known(lang)
    place = Path(path)
    tree = load(place, lang=lang, limits=limits)
    card = place.parent / CARD
    return Act(tree, read_card(card).published if card.is_file() else None)


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
    return Act(build(source.read_text(text, lang=lang)))


def _known(lang: str | None) -> None:
    if lang not in (None, "kaz", "rus"):
        raise ValueError(f"There is no language {lang!r} of acts: give 'kaz', 'rus' or None.")


def as_act(given: Act | Tree | Source) -> Act:
    """Return what stands for an act as one: an act, a tree, or the path of a source."""
    if isinstance(given, Act):
        return given
    return Act(given) if isinstance(given, Tree) else read(given)
