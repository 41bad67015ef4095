"""Lines of a width: words wrapped as programs do, long ones cut without a hyphen where a column is narrow."""

from collections.abc import Sequence


def wrap(words: Sequence[str], width: float, indent: float, face: str, size: float) -> list[list[str]]:
    """Return ``words`` in lines of ``width`` points, the first shorter by ``indent``."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    space = stringWidth(" ", face, size)
    lines: list[list[str]] = [[]]
    used = indent
    for word in words:
        wide = stringWidth(word, face, size)
        if lines[-1] and used + space + wide > width:
            lines.append([])
            used = 0.0
        used += wide + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return lines


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
