"""What goes into a facsimile comes out of the reader, in order, whatever the setting."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Paragraph, Source
from lexkz.reading.pdf import read_pdf
from tests.breadth import examples
from tests.facsimile import acts, font
from tests.facsimile.maker import HIDDEN, draw, foot_of, head_of
from tests.facsimile.model import Piece, Setting, Signature, Text

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")


_UNCERTAIN = {"read.paragraph_uncertain", "read.table_uncertain", "read.columns_uncertain"}
"""What says that paragraphs or rows may be parted otherwise; letters may move with them, but none may be lost."""


def _put_in(act: Sequence[Piece]) -> list[str]:
    """Return an act as the reader should give it: paragraphs, and rows with their cells."""
    made: list[str] = []
    for piece in act:
        if isinstance(piece, Text):
            made.append(piece.text)
        elif isinstance(piece, Signature):
            made += [" ".join(piece.post), piece.name]
        else:
            made += ["\t".join(cell.text for cell in row) for row in piece.rows]
    return made


def _read(source: Source) -> list[str]:
    made: list[str] = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            made.append(block.text)
        else:
            made += ["\t".join(" ".join(cell.text.split()) for cell in row.cells) for row in block.rows]
    return made


def _without(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    made = list(lines)
    for word in words:
        made = [line.replace(word, word.replace("-", "")) for line in made]
    return made


def _letters(texts: Sequence[str]) -> str:
    return re.sub(r"\s", "", "".join(texts))


def held_in_facsimile(act: Sequence[Piece], setting: Setting) -> bool:
    """Hold an act against its facsimile; tell whether a finding says that its paragraphs or rows are uncertain."""
    source = read_pdf(draw(act, setting), lang="kaz")
    pages = range(1, (source.pages or 1) + 1)
    put, got = _put_in(act), _read(source)
    aside = [piece.text for piece in source.furniture]
    # What stands on one page only does not recur: where words do not tell it, it stays in the text, and that is said.
    heads = [head for page in pages if (head := head_of(setting, page))]
    feet = [line for page in pages for line in foot_of(setting, page)]
    said = {finding.text for finding in source.findings if finding.code == "read.furniture_uncertain"}
    kept = [line for line in (*heads, *feet) if line in said]
    assert Counter(line for line in aside if line in {*heads, *feet}) + Counter(kept) == Counter([*heads, *feet])
    assert not kept or len(pages) < 3
    put = [*(line for line in heads if line in kept), *put, *(line for line in feet if line in kept)]
    # Nothing is lost: what is set aside is counted.
    hidden = [finding.text for finding in source.findings if finding.code == "read.hidden_text"]
    assert hidden == [HIDDEN] * len(pages) if setting.hidden else not hidden
    # A hyphen of which the document does not tell whether it divides a word is kept, and said.
    hyphens = [finding.text or "" for finding in source.findings if finding.code == "read.hyphen_kept"]
    put, got = _without(put, hyphens), _without(got, hyphens)
    assert aside.count(setting.watermark) == (len(pages) if setting.watermark else 0)
    assert sorted(_letters(got)) == sorted(_letters(put))
    if {finding.code for finding in source.findings} & _UNCERTAIN:
        return True
    assert _letters(got) == _letters(put)
    doubts = (finding.text or "" for finding in source.findings if finding.code == "read.cells_uncertain")
    initials = [finding for finding in source.findings if finding.code == "read.initial_uncertain"]
    for one in initials:
        got = [
            line.replace(one.text or "", one.candidates[0], 1) if line.startswith(one.text or "") else line
            for line in got
        ]
        put = [
            line.replace(one.text or "", one.candidates[0], 1) if line.startswith(one.text or "") else line
            for line in put
        ]
    doubted = set(_without([" ".join(text.split()) for text in doubts], hyphens))
    for line, given_line in zip(got, put, strict=True):
        assert line == given_line or " ".join(line.split()) in doubted
        assert _letters([line]) == _letters([given_line])
    return False


_SLOW = settings(max_examples=examples(45), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def _hold(given_acts: st.SearchStrategy[tuple[Piece, ...]], given_settings: st.SearchStrategy[Setting]) -> None:
    uncertain: list[bool] = []

    @_SLOW
    @given(given_acts, given_settings)
    def held(act: tuple[Piece, ...], setting: Setting) -> None:
        uncertain.append(held_in_facsimile(act, setting))

    held()
    # To say of everything that it is uncertain would be no reading.
    assert sum(uncertain) <= 0.1 * len(uncertain)


@pytest.mark.combined
def test_what_goes_in_comes_out_in_every_setting() -> None:
    _hold(acts.acts(), acts.settings(borders=True))


@pytest.mark.combined
def test_what_goes_in_comes_out_where_tables_have_no_borders() -> None:
    _hold(acts.acts(rows=8), acts.settings(borders=False))
