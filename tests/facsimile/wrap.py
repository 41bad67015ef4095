"""Lines of a width: words wrapped as programs do, long ones cut without a hyphen where a column is narrow."""

from collections.abc import Sequence


def wrap(
    words: Sequence[str],
    width: float,
    indent: float,
    face: str,
    size: float,
    *,
    beside: tuple[int, float] = (0, 0.0),
    divided: bool = False,
) -> list[list[str]]:
    """Return ``words`` in lines of ``width`` points, the first shorter by ``indent``, so many lines ``beside`` a large
    letter by its width; ``divided``: words with a hyphen where a line ends."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    space = stringWidth(" ", face, size)
    lines: list[list[str]] = [[]]
    used = indent + (beside[1] if beside[0] else 0.0)
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        wide = stringWidth(word, face, size)
        if lines[-1] and used + space + wide > width:
            halves = _halves(word, width - used - space, face, size) if divided else None
            if halves:
                lines[-1].append(halves[0])
                rest.append(halves[1])
            else:
                rest.append(word)
            used = beside[1] if len(lines) < beside[0] else 0.0
            lines.append([])
            continue
        used += wide + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return lines


def _halves(word: str, room: float, face: str, size: float) -> tuple[str, str] | None:
    """Return a word of small letters divided where its first part fits the room, with a hyphen."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    bare = word.rstrip(".;:")
    if not bare.isalpha() or not bare.islower():
        return None
    for at in range(len(bare) - 2, 1, -1):
        if stringWidth(f"{word[:at]}-", face, size) <= room:
            return f"{word[:at]}-", word[at:]
    return None


def cell_lines(text: str, width: float, face: str, size: float) -> list[tuple[str, bool]]:
    """Return the lines of a cell; True with those that were cut inside a word, which they fill the column with."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines: list[tuple[str, bool]] = []
    held = ""
    for word in text.split():
        if held and stringWidth(f"{held} {word}", face, size) <= width:
            held = f"{held} {word}"
            continue
        if held:
            lines.append((held, False))
        held = word
        while stringWidth(held, face, size) > width:
            fits = max(
                1,
                max(
                    count
                    for count in range(1, len(held))
                    if count == 1 or stringWidth(held[:count], face, size) <= width
                ),
            )
            lines.append((held[:fits], True))
            held = held[fits:]
    if held:
        lines.append((held, False))
    return lines
