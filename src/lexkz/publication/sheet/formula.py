"""The enacting formula: of the whole preamble its verb alone is bold, as acts print it: «… **БҰЙЫРАМЫН:**»."""

import re
from dataclasses import replace

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.publication.sheet.model import SheetLine, SheetRun

_SPACED = re.compile(r"(?<=\b\w)\s+(?=\w\b)")
"""Spaces between letters that stand apart: «П Р И К А З Ы В А Ю»."""


def with_bold_verb(line: SheetLine, lang: Lang) -> SheetLine:
    """Return a line with its verb bold: the fewest words at its end that are a formula; the line where none are."""
    text = line.text
    pattern = words_of(lang).structure.formula
    for start in sorted((found.start() for found in re.finditer(r"\S+", text)), reverse=True):
        end = fold_spaces(_SPACED.sub("", text[start:]))
        if pattern.fullmatch(end.strip()):
            return replace(line, runs=_bold_from(line.runs, start))
    return line


def _bold_from(runs: tuple[SheetRun, ...], start: int) -> tuple[SheetRun, ...]:
    made: list[SheetRun] = []
    place = 0
    for run in runs:
        end = place + (0 if run.look == "marker" else len(run.text))
        if run.look == "marker" or end <= start:
            made.append(run)
        elif place >= start:
            made.append(replace(run, strong=True))
        else:
            cut = start - place
            made += [replace(run, text=run.text[:cut]), replace(run, text=run.text[cut:], strong=True)]
        place = end
    return tuple(made)
