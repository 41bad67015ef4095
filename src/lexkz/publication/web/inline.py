"""Runs of words as HTML. All text of a source passes through :func:`text`: nothing of it is ever markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from lexkz.publication.sheet.model import Run
from lexkz.publication.web.model import Beside

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "sup": "sup", "marker": "sup", "sub": "sub"}
_LONG_BLANK = re.compile("_{12,}")


def text(words: str) -> str:
    """Return words as the text of an element; quotes stay as they are, since it is no attribute."""
    return escape(words, quote=False)


def attribute(words: str) -> str:
    """Return words as the value of an attribute in double quotes."""
    return escape(words, quote=True)


def inline(runs: Iterable[Run], beside: Beside) -> str:
    """Return runs as phrasing content; references that lead somewhere are links."""
    return "".join(_run(run, beside) for run in runs)


def _run(run: Run, beside: Beside) -> str:
    made = text(run.text)
    if run.look in _TAGS:
        made = f"<{_TAGS[run.look]}>{made}</{_TAGS[run.look]}>"
    elif run.look == "fill":
        # A blank longer than a line is as long as the line: its underscores are no words to be read.
        long = " lx-long" if _LONG_BLANK.search(run.text) else ""
        made = f'<span class="lx-fill{long}">{made}</span>'
    elif run.look == "gap":
        made = f'<span class="lx-hole" title="{attribute(beside.gap)}">{made}</span>'
    if run.strong:
        made = f"<b>{made}</b>"
    target = beside.resolve(run.href) if run.href else None
    return f'<a href="{attribute(target)}">{made}</a>' if target else made


def split(runs: tuple[Run, ...], length: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs of the first ``length`` characters, and the rest."""
    return tuple(_cut(runs, 0, length)), tuple(_cut(runs, length, sum(len(run.text) for run in runs)))


def _cut(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        left, right = max(start - at, 0), min(end - at, len(run.text))
        if left < right:
            yield replace(run, text=run.text[left:right])
        at += len(run.text)
