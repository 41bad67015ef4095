"""Characters of marked-up text: spaces are layout there, and what cannot be seen is no text."""

import re

from lexkz.findings import Finding, finding

_SPACES = re.compile("[ \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# XML holds no control characters; marks of direction can show a text in another order than it is stored in.
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_DIRECTION = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f\u061c"
# Marks of annotations, invisible operators and tags: a reader sees nothing, a program another word.
_HIDDEN = "\u180e\u2061-\u2064\ufff9-\ufffb\U000e0000-\U000e007f"
_NEVER_TEXT = re.compile(f"[{_CONTROL}{_DIRECTION}{_HIDDEN}]")
# Soft hyphens and zero-width characters say where a line may break.
_INVISIBLE = re.compile(f"[{_CONTROL}{_DIRECTION}{_HIDDEN}\u00ad\u200b-\u200d\u2060\ufeff]")
_SUPERSCRIPT = str.maketrans("0123456789+-–−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-–−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎")


def squeezed(text: str) -> str:
    """Return ``text`` with each run of white space, non-breaking spaces included, as one space."""
    return _SPACES.sub(" ", text)


def visible(text: str) -> str:
    """Return ``text`` without the characters that nobody sees: controls, marks of direction, places to hyphenate."""
    return _INVISIBLE.sub("", text)


def never_text(text: str) -> Finding | None:
    """Return the finding that ``text`` holds control characters or marks of direction, which readers leave out."""
    found = sorted({f"U+{ord(char):04X}" for char in _NEVER_TEXT.findall(text)})
    if not found:
        return None
    listed = ", ".join(found)
    return finding("read.control_characters", listed=listed)


def without_never_text(text: str) -> tuple[str, Finding | None]:
    """Return plain ``text`` without control characters and marks of direction, and the finding that tells of them."""
    strange = never_text(text)
    return (_NEVER_TEXT.sub("", text), strange) if strange is not None else (text, None)


def superscript(text: str) -> str:
    """Return ``text`` in superscript characters, as it is where one of its characters has none: 10⁻⁶, м²."""
    return _moved(text, _SUPERSCRIPT)


def subscript(text: str) -> str:
    """Return ``text`` in subscript characters, as it is where one of its characters has none: CL₅₀."""
    return _moved(text, _SUBSCRIPT)


def _moved(text: str, table: dict[int, int]) -> str:
    return text.translate(table) if all(ord(char) in table or char.isspace() for char in text) else text
