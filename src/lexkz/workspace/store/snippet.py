"""The part of a unit's text that shows best what was looked for, as runs of text."""

from collections.abc import Callable

from lexkz.languages.stemming import TOKEN

WIDTH = 32
"""Words of a snippet."""

Runs = tuple[tuple[str, bool], ...]


def snippet(text: str, wanted: Callable[[str], int | None]) -> Runs:
    """Return a part of ``text`` with the words that are ``wanted`` marked; cut ends are shown by an ellipsis.

    ``wanted`` says of a word as printed which of the words asked for it is, None for none. Of all parts the one with
    most different ones is shown, the first such.
    """
    text = " ".join(text.split())
    tokens = [(match.start(), match.end(), wanted(match[0])) for match in TOKEN.finditer(text)]
    if not tokens:
        return ((text, False),) if text else ()
    first = _best([which for _, _, which in tokens])
    shown = tokens[first : first + WIDTH]
    start = 0 if first == 0 else shown[0][0]
    end = len(text) if first + WIDTH >= len(tokens) else shown[-1][1]
    runs: list[tuple[str, bool]] = [("… ", False)] if start else []
    place = start
    for begin, stop, which in shown:
        if which is not None:
            runs += [(text[place:begin], False), (text[begin:stop], True)]
            place = stop
    runs.append((text[place:end] + (" …" if end < len(text) else ""), False))
    return _joined(runs)


def _best(found: list[int | None]) -> int:
    """The place of the first word of the best part; a few words before the first hit are shown as well."""
    best, place = (-1, 0), 0
    for start in (0, *(index for index, which in enumerate(found) if which is not None)):
        part = [which for which in found[max(0, start - 4) : max(0, start - 4) + WIDTH] if which is not None]
        score = (len(set(part)), len(part))
        if score > best:
            best, place = score, max(0, start - 4)
    return min(place, max(0, len(found) - WIDTH))


def _joined(runs: list[tuple[str, bool]]) -> Runs:
    """Marked words with nothing but a space between them are one run."""
    kept = [run for run in runs if run[0]]
    made: list[tuple[str, bool]] = []
    for text, hit in kept:
        if len(made) >= 2 and hit and made[-1] == (" ", False) and made[-2][1]:
            made.pop()
            made[-1] = (f"{made[-1][0]} {text}", True)
        elif made and made[-1][1] == hit:
            made[-1] = (made[-1][0] + text, hit)
        else:
            made.append((text, hit))
    return tuple(made)
