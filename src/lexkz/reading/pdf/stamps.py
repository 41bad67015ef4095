"""Stamps and watermarks that stand upright: large or coloured words over the lines of the text."""

from collections import Counter
from collections.abc import Sequence

from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.reading.pdf.sheet import Glyph

_LARGE = 1.6
"""Times the type size of the text: letters so large can be a stamp's."""
_PALE = 18
"""Of the 27 steps of the three inks' light together: greyer than this is no ink of a text."""
_BAND = 20.0
"""Points: characters are looked up in bands so high."""
_SHARED = 0.3
"""So much of the narrower of two characters lies over the other where one stands on the other."""
_MANY = 0.3
"""Of a stamp's letters, or of those of one of its lines: so many stand on those of the text."""
_EDGE = 0.06
"""Of the height of a page: so near to its edges stand numbers of pages."""
_WHITE = 1.5
"""Of the type size: with so much white beside it a stamp stands on the last line, where the signature is."""
_COLOURED = 3
"""Steps of nine between the strongest and the weakest part of a colour."""
_LETTERS = 4
"""So many at least in one line: fewer can be an accent or a mark of a proof-reader."""


def without_stamps(
    glyphs: Sequence[Glyph], known: frozenset[str] = frozenset()
) -> tuple[Sequence[Glyph], list[list[Glyph]]]:
    """Return the characters of a page without its stamps, and those of each stamp.

    A stamp is drawn in one go, in type much larger than the text's or in an ink of its own, and stands on letters of
    the text; or it is large and pale; or large and says what stamps say, or those of pages before said (``known``,
    without spaces).
    """
    counts = Counter((round(glyph.size, 1), glyph.ink) for glyph in glyphs if glyph.text != " ")
    if len(counts) < 2:
        return glyphs, []
    (size, ink), _ = counts.most_common(1)[0]
    odd = {key for key in counts if key[0] >= _LARGE * size or key[1] != ink}
    if not odd:
        return glyphs, []
    runs: list[list[int]] = []
    bands: dict[int, list[Glyph]] = {}
    last: tuple[float, int] | None = None
    for index, glyph in enumerate(glyphs):
        if glyph.text == " ":
            if last is not None:
                runs[-1].append(index)
            continue
        key = (round(glyph.size, 1), glyph.ink)
        if key not in odd:
            bands.setdefault(int(glyph.y // _BAND), []).append(glyph)
            last = None
        elif key == last:
            runs[-1].append(index)
        else:
            runs.append([index])
            last = key
    gone: set[int] = set()
    stamps: list[list[Glyph]] = []
    for run in runs:
        own = [glyphs[index] for index in run]
        if _is_pale(own[0], size) or _stands_on_text(own, bands) or _says(own, size, known):
            gone.update(run)
            stamps.append(own)
    if not gone:
        return glyphs, []
    return [glyph for index, glyph in enumerate(glyphs) if index not in gone], stamps


def beside_text(glyphs: Sequence[Glyph], width: float, height: float, known: frozenset[int]) -> list[list[Glyph]]:
    """Return the characters in a coloured ink of their own below all other text of a page, and those above it at the
    right: a copy bears stamps there, of its registration or its signature.

    Inks that stand within the text, here or on pages before (``known``), are those of the text.
    """
    counts = Counter(glyph.ink for glyph in glyphs if glyph.text != " ")
    if len(counts) < 2:
        return []
    (main, _), *_ = counts.most_common(1)
    inner = [glyph.y for glyph in glyphs if glyph.ink == main and _EDGE * height < glyph.y < (1 - _EDGE) * height]
    if not inner or is_coloured(main):
        return []
    first, last = min(inner), max(inner)
    own = [glyph for glyph in glyphs if glyph.ink != main and is_coloured(glyph.ink) and glyph.href is None]
    inside = {glyph.ink for glyph in own if first <= glyph.y < last - 0.5 * glyph.size} | known
    ended = [glyph for glyph in glyphs if glyph.ink == main and abs(glyph.y - last) < 0.5 * glyph.size]
    inside |= {
        glyph.ink
        for glyph in own
        if glyph.text != " " and abs(glyph.y - last) <= 0.5 * glyph.size and _is_beside(glyph, ended)
    }
    own = [glyph for glyph in own if glyph.ink not in inside]
    above = [glyph for glyph in own if glyph.y < first]
    if any(glyph.x0 < width / 2 for glyph in above if glyph.text != " "):
        above = []
    return [found for found in (above, [glyph for glyph in own if glyph.y >= last - 0.5 * glyph.size]) if found]


def _is_beside(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Tell whether a character stands close to one of a line, as a word in colour within it does."""
    return any(
        max(glyph.x0 - other.x1, other.x0 - glyph.x1) < _WHITE * glyph.size for other in line if other.text != " "
    )


def is_coloured(ink: int) -> bool:
    """Tell whether an ink is no black, grey or white, and known."""
    parts = [int(part) for part in f"{ink:03d}"] if ink >= 0 else [0]
    return max(parts) - min(parts) >= _COLOURED


def says_stamp(text: str) -> bool:
    """Tell whether words are those of a stamp, whatever their size."""
    return any(words_of(lang).paper.stamp.fullmatch(fold(text).replace(" ", "")) for lang in LANGS)


def said_by(own: Sequence[Glyph]) -> str:
    """Return what a stamp says, without spaces."""
    return "".join(glyph.text for glyph in own if glyph.text != " ")


def _says(own: Sequence[Glyph], size: float, known: frozenset[str]) -> bool:
    said = said_by(own)
    return own[0].size >= _LARGE * size and (
        said in known or any(words_of(lang).paper.stamp.fullmatch(fold(said)) for lang in LANGS)
    )


def _is_pale(glyph: Glyph, size: float) -> bool:
    light = sum(map(int, str(glyph.ink))) if glyph.ink > 0 else 0
    # White letters, which show only on a dark ground, are no watermark.
    return glyph.size >= _LARGE * size and _PALE <= light < 27


def _stands_on_text(own: Sequence[Glyph], bands: dict[int, list[Glyph]]) -> bool:
    """Tell whether a stamp stands on letters of the text, or one of its lines does: others can fall between lines."""
    inked = [glyph for glyph in own if glyph.text != " "]
    standing = [_on(glyph, bands) for glyph in inked]
    if sum(standing) >= max(1.0, _MANY * len(inked)):
        return True
    lines: dict[float, list[bool]] = {}
    for glyph, on in zip(inked, standing, strict=True):
        lines.setdefault(round(glyph.y, 1), []).append(on)
    return any(sum(line) >= max(_LETTERS, _MANY * len(line)) for line in lines.values())


def _on(glyph: Glyph, bands: dict[int, list[Glyph]]) -> bool:
    """Tell whether a character stands on one of the text: their cores share a place."""
    top, bottom = glyph.y - 0.7 * glyph.size, glyph.y
    for band in range(int(top // _BAND), int((bottom + _BAND) // _BAND) + 1):
        for other in bands.get(band, ()):
            shared = min(glyph.x1, other.x1) - max(glyph.x0, other.x0)
            if (
                shared > _SHARED * min(glyph.x1 - glyph.x0, other.x1 - other.x0)
                and other.y - 0.4 * other.size < bottom
                and top < other.y - 0.1 * other.size
            ):
                return True
    return False
