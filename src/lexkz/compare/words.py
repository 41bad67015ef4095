"""Word differences: by whole words of the language, never by half a word; diff-match-patch on tokens."""

import re
from typing import Literal

Mark = Literal["=", "-", "+"]
Words = tuple[tuple[Mark, str], ...]

_TOKEN = re.compile(r"\s+|\d+(?:[ \u00a0]\d{3}(?!\d))*(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|.", re.DOTALL)
_FIRST = 0x100
"""Each distinct token becomes one character from here on, past the surrogates' gap."""


def word_diff(old: str, new: str) -> Words:
    """Return the runs of ``old`` and ``new``: kept (``=``), gone (``-``), come (``+``), in reading order.

    The kept and gone runs joined are ``old``, the kept and come ones ``new``, character by character.
    """
    if old == new:
        return (("=", old),) if old else ()
    from diff_match_patch import diff_match_patch

    known: dict[str, str] = {}
    left, right = _encoded(old, known), _encoded(new, known)
    tokens = {char: token for token, char in known.items()}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(left, right, False)
    engine.diff_cleanupSemantic(found)
    marks: dict[int, Mark] = {0: "=", -1: "-", 1: "+"}
    return tuple((marks[kind], "".join(tokens[char] for char in text)) for kind, text in found)


def _encoded(text: str, known: dict[str, str]) -> str:
    out = []
    for token in _TOKEN.findall(text):
        if token not in known:
            code = _FIRST + len(known)
            known[token] = chr(code if code < 0xD800 else code + 0x800)
        out.append(known[token])
    return "".join(out)
