"""Words as HTML: what has gone in ``del``, what has come in ``ins``; every word of an act is escaped."""

import re
from collections.abc import Callable, Iterator
from html import escape

from lexkz.comparison.words import Mark, Words
from lexkz.languages.folding import fold

Say = Callable[[str], str]
"""From an English id to the words of the interface."""


def text(said: str) -> str:
    """Return ``said`` as the text of an element or the value of a quoted attribute."""
    return escape(said, quote=True)


def side(words: Words, mark: Mark) -> str:
    """Return one side of a comparison: of ``-`` the old words, of ``+`` the new ones, changed ones marked.

    Words that differ from those on the other side only in letters that look alike are marked more quietly.
    """
    tag = "ins" if mark == "+" else "del"
    other = "-" if mark == "+" else "+"
    made = []
    for place, (kind, said) in enumerate(words):
        if kind == "=":
            made.append(text(said))
        elif kind == mark:
            beside = words[max(0, place - 1) : place + 2]
            alike = any(sign == other and fold(theirs) == fold(said) for sign, theirs in beside)
            made.append(_marked(said, tag, ' class="lxc-look"' if alike else ""))
    return "".join(made)


def cells(words: Words, mark: Mark = "=") -> Iterator[Words]:
    """Give the words of a row cell by cell; tabs part cells, and are themselves no words.

    Cells are those of the side of ``mark``; words of the other side come along with the cell beside them.
    """
    own: list[tuple[Mark, str]] = []
    for kind, said in words:
        if kind not in ("=", mark):
            own.append((kind, said.replace("\t", " ")))
            continue
        first, *rest = said.split("\t")
        if first:
            own.append((kind, first))
        for part in rest:
            yield tuple(own)
            own = [(kind, part)] if part else []
    yield tuple(own)


def marks(say: Say) -> str:
    """Return words for the style sheet as an attribute: the names of the columns where these stand one below the other,
    and what is said before words that came or went, hidden from the eye."""
    words = {
        "came": f"{say('inserted:')} ",
        "gone": f"{say('deleted:')} ",
        "before": say("Before"),
        "after": say("After"),
    }
    bare = {name: re.sub(r"[\\\"'\n]", "", said) for name, said in words.items()}
    return f' style="{";".join(f"--lxc-{name}:{chr(39)}{text(said)}{chr(39)}" for name, said in bare.items())}"'


def _marked(said: str, tag: str, kind: str = "") -> str:
    """White space at the ends stands outside the mark, so that no stroke runs on into the margin."""
    inner = said.strip()
    if not inner:
        return f"<{tag}>{text(said)}</{tag}>"
    start = said[: len(said) - len(said.lstrip())]
    end = said[len(said.rstrip()) :]
    return f"{_space(start, tag)}<{tag}{kind}>{text(inner)}</{tag}>{_space(end, tag)}"


def _space(said: str, tag: str) -> str:
    return f"<{tag}>{said}</{tag}>" if "\n" in said else said
