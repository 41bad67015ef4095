"""Colours of a PDF as red, green and blue, as far as they can be told."""

from functools import lru_cache

from pdfminer.pdfcolor import PDFColorSpace

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

WHITE: Colour = (1.0, 1.0, 1.0)
_NEAR = 0.08
"""Colours whose parts differ by no more cannot be told apart on paper."""
_STEPS = 9


def colour(space: PDFColorSpace, value: object) -> Colour | None:
    """Return a colour; None for a pattern or what is no colour."""
    if space.name in ("Pattern", "Indexed", "Lab", "DeviceN"):
        return None
    try:
        return _colour(space.name, value)
    except TypeError:
        return None


@lru_cache(maxsize=512)
def _colour(space: str, value: object) -> Colour | None:
    parts = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(part, int | float) for part in parts):
        return None
    numbers = [min(max(float(part), 0.0), 1.0) for part in parts if isinstance(part, int | float)]
    if space == "Separation":
        # A tint of 0 is no ink; of which colour the ink is, is not known.
        return WHITE if numbers == [0.0] else None
    if len(numbers) == 1:
        return (numbers[0], numbers[0], numbers[0])
    if len(numbers) == 3:
        return (numbers[0], numbers[1], numbers[2])
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def alike(one: Colour, other: Colour) -> bool:
    """Tell whether no eye parts two colours."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _NEAR


def shade(one: Colour | None) -> int:
    """Return a colour as a small number, so that inks of a page can be counted; black is 0, one not known -1."""
    if one is None:
        return -1
    red, green, blue = (round(part * _STEPS) for part in one)
    return red * 100 + green * 10 + blue
